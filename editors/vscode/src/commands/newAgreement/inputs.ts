// A question in the editor's own boxes, with the number of the step and a way back.

import {
  Disposable,
  type InputBox,
  type QuickPick,
  QuickInputButtons,
  type QuickPickItem,
  window,
} from "vscode";
import { say } from "../../texts.js";
import type { Question, Value } from "./form.js";

/** Where a question stands in the form. */
export interface Step {
  question: Question;
  at: number;
  of: number;
  /** What was answered before the author went back. */
  before: Value | undefined;
  /** What is wrong with the answer that was given just now. */
  fault: string | undefined;
}

/** What comes of a question: an answer, a way back, or the end. */
export type Outcome = { value: Value } | "back" | "cancelled";

interface Item extends QuickPickItem {
  value: string;
}

/** Asks a question. */
export function ask(step: Step): Promise<Outcome> {
  return step.question.choices.length === 0 ? askText(step) : askChoice(step);
}

function askText(step: Step): Promise<Outcome> {
  const box = window.createInputBox();
  const { before, question } = step;
  box.value = typeof before === "string" ? before : (question.usual ?? "");
  if (step.fault !== undefined) box.validationMessage = plain(step.fault);
  return run(box, step, (done) => [
    box.onDidChangeValue(() => {
      box.validationMessage = undefined;
    }),
    box.onDidAccept(() => {
      if (box.value.trim() === "" && question.usual !== "")
        box.validationMessage = say("Please fill in something.");
      else done({ value: box.value.trim() });
    }),
  ]);
}

function askChoice(step: Step): Promise<Outcome> {
  const box = window.createQuickPick<Item>();
  const { question } = step;
  box.items = items(question);
  box.canSelectMany = question.several;
  box.matchOnDescription = true;
  box.matchOnDetail = true;
  box.placeholder =
    (step.fault && plain(step.fault)) ?? (question.several ? say("Choose one or more.") : say("Choose one."));
  const chosen = [step.before ?? question.usual ?? []].flat();
  const preset = box.items.filter((item) => chosen.includes(item.value));
  if (question.several) box.selectedItems = preset;
  else box.activeItems = preset;
  return run(box, step, (done) => [
    box.onDidAccept(() => {
      const values = box.selectedItems.map((item) => item.value);
      const [first] = values;
      if (first === undefined) box.placeholder = say("Please choose at least one.");
      else done({ value: question.several ? values : first });
    }),
  ]);
}

/** What may be chosen; where that is allowed, to leave it open, too. */
function items(question: Question): Item[] {
  const all = question.choices.map(({ value, label, detail }) => ({
    value,
    label: plain(label),
    ...(label.includes(value) ? {} : { description: value }),
    ...(detail === "" ? {} : { detail: plain(detail) }),
  }));
  return question.usual === "" ? [{ value: "", label: say("Leave open") }, ...all] : all;
}

/** A text without marks of code, which these boxes show as they are. */
function plain(text: string): string {
  return text.replaceAll("`", "");
}

/** Shows a box until something comes of it. */
async function run(
  box: InputBox | QuickPick<Item>,
  step: Step,
  listen: (done: (outcome: Outcome) => void) => Disposable[],
): Promise<Outcome> {
  box.title = plain(step.question.title);
  box.step = step.at;
  box.totalSteps = step.of;
  box.ignoreFocusOut = true;
  box.buttons = step.at > 1 ? [QuickInputButtons.Back] : [];
  const parts: { dispose(): unknown }[] = [box];
  const outcome = new Promise<Outcome>((done) => {
    const back = box.onDidTriggerButton(() => {
      done("back");
    });
    const hidden = box.onDidHide(() => {
      done("cancelled");
    });
    parts.push(back, hidden, ...listen(done));
  });
  box.show();
  try {
    return await outcome;
  } finally {
    Disposable.from(...parts).dispose();
  }
}
