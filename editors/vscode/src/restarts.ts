// How often the server is started again after it has ended by itself.

/** Four times within three minutes; the fifth end in that time is one too many. */
const MOST = 4;
const WITHIN = 3 * 60 * 1000;

export class Restarts {
  private ends: number[] = [];

  /** Whether the server is to be started again, after it ended at this time. */
  allows(now: number): boolean {
    this.ends = this.ends.filter((end) => now - end < WITHIN);
    this.ends.push(now);
    return this.ends.length <= MOST;
  }

  /** Forgets what was: the author has started it. */
  clear(): void {
    this.ends = [];
  }
}
