// The form of a new agreement as it is filled in: the server asks one question a call, and the answers go back under its keys. Nothing here
// knows a word of any policy.

/** Something that may be chosen. */
export interface Choice {
  value: string;
  label: string;
  detail: string;
}

/** A question of the server. */
export interface Question {
  key: string;
  /** Below which the answer goes, under the key. */
  task: string | null;
  title: string;
  choices: Choice[];
  several: boolean;
  /** The answer that most will give; empty for leaving it open, which may be done then. */
  usual: string | null;
}

export type Value = string | string[];

/** A question with its answer. */
export interface Answer {
  question: Question;
  value: Value;
}

/** What the server is told of all answers. */
export function given(answers: readonly Answer[]): Record<string, unknown> {
  const all: Record<string, unknown> = { guided: true };
  for (const { question, value } of answers) {
    if (question.task === null) all[question.key] = value;
    else all[question.key] = { ...(all[question.key] as object | undefined), [question.task]: value };
  }
  return all;
}

/** An answer that the server takes, to look how many questions would follow. */
export function someAnswer(question: Question): Value {
  const value = question.usual ?? question.choices[0]?.value ?? "x";
  return question.several ? [value] : value;
}

/** The key of the last question: without its answer no agreement is made. */
export const LAST = "id";
/** No form has more questions. */
const MOST = 40;

/** How many questions there are from this one on, were each answered in some way. */
export async function remaining(
  question: Question,
  answers: readonly Answer[],
  ask: (answers: readonly Answer[]) => Promise<Question | undefined>,
): Promise<number> {
  let count = 1;
  let next: Question | undefined = question;
  let all = answers;
  while (next !== undefined && next.key !== LAST && count < MOST) {
    all = [...all, { question: next, value: someAnswer(next) }];
    next = await ask(all).catch(() => undefined);
    if (next !== undefined) count += 1;
  }
  return count;
}
