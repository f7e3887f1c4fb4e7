// The server's life: found, started, started again, stopped; and what state it is in.

import {
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  workspace,
} from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import { client } from "./client.js";
import { SECTION } from "./names.js";
import { type Found, find } from "./program.js";
import { Restarts } from "./restarts.js";
import { serverPath } from "./settings.js";

/** What the server does: not asked for yet, forbidden, on its way, at work, nowhere to be found, ended for good. */
export type Condition = "idle" | "untrusted" | "starting" | "running" | "missing" | "failed";

export class Server implements Disposable {
  private readonly changed = new EventEmitter<Condition>();
  private readonly restarts = new Restarts();
  private current: LanguageClient | undefined;
  private now: Condition = workspace.isTrusted ? "idle" : "untrusted";
  /** What is being done: one thing after the other. */
  private work: Promise<void> = Promise.resolve();

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly context: ExtensionContext,
    readonly output: LogOutputChannel,
  ) {}

  get condition(): Condition {
    return this.now;
  }

  /** The client of a server that runs. */
  get client(): LanguageClient | undefined {
    return this.current?.state === State.Running ? this.current : undefined;
  }

  /** What the server said of itself, once it runs. */
  get version(): string | undefined {
    return this.current?.initializeResult?.serverInfo?.version;
  }

  /** Which program it is, or what is missing. */
  get found(): Found {
    return find({
      named: serverPath(),
      folder: workspace.workspaceFolders?.[0]?.uri.fsPath,
      extension: this.context.extensionPath,
      path: process.env.PATH ?? "",
      windows: process.platform === "win32",
    });
  }

  /** Starts it where it does not run and may. */
  start(): Promise<void> {
    return this.then(() => this.begin());
  }

  /** Starts it anew. */
  restart(): Promise<void> {
    return this.then(async () => {
      this.restarts.clear();
      await this.end();
      await this.begin();
    });
  }

  /** The client of a server that runs, started where need be; `undefined` where it cannot run. */
  async ready(): Promise<LanguageClient | undefined> {
    await this.start();
    return this.client;
  }

  dispose(): Promise<void> {
    return this.then(() => this.end());
  }

  private then(work: () => Promise<void>): Promise<void> {
    this.work = this.work.then(work, work);
    return this.work;
  }

  private async begin(): Promise<void> {
    if (!workspace.isTrusted) {
      this.become("untrusted");
      return;
    }
    // One that has ended for good is started by its author only.
    if (this.current !== undefined || this.now === "failed") return;
    const found = this.found;
    if ("missing" in found) {
      this.become("missing");
      return;
    }
    this.output.info(`${SECTION}: ${found.program}`);
    const made = client(found.program, { output: this.output, ended: () => this.ended() });
    this.current = made;
    made.onDidChangeState(({ newState }) => {
      if (made === this.current) this.follow(newState);
    });
    await made.start().catch((error: unknown) => {
      this.output.error(String(error));
      this.become("failed");
    });
  }

  private async end(): Promise<void> {
    const old = this.current;
    this.current = undefined;
    if (old?.state === State.Running || old?.state === State.Starting)
      await old.dispose().catch(() => undefined);
    this.become("idle");
  }

  /** Whether the server, which has ended by itself, is started again. */
  private ended(): boolean {
    const again = this.restarts.allows(Date.now());
    this.become(again ? "starting" : "failed");
    return again;
  }

  private follow(state: State): void {
    if (state === State.Running) this.become("running");
    if (state === State.Starting) this.become("starting");
  }

  private become(condition: Condition): void {
    if (this.now === condition) return;
    this.now = condition;
    this.changed.fire(condition);
  }
}
