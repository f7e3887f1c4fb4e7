// Accepts a finding at the cursor as a deviation: its stub goes into the document, with its reason selected, for that must be written.

import { Selection, type TextEditor, type WorkspaceEdit, window } from "vscode";
import type { CodeAction } from "vscode-languageclient/node";
import { isAgreement } from "../language.js";
import { say } from "../texts.js";
import { actions, perform } from "./actions.js";
import type { Room } from "./all.js";
import { clientOf } from "./ask.js";

export async function acceptDeviation({ server }: Room): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined || !isAgreement(editor.document)) {
    void window.showInformationMessage(say("Open an agreement first."));
    return;
  }
  const client = await clientOf(server);
  if (client === undefined) return;
  const all = await actions(client, editor.document, editor.selection, "quickfix");
  const chosen = await choose(all.filter(isDeviation));
  const edit = chosen && (await perform(client, chosen));
  if (edit) selectReason(editor, edit);
}

/** Whether an action accepts a finding, by what the server wrote beside it. */
function isDeviation(action: CodeAction): boolean {
  const data = action.data as { what?: unknown } | undefined;
  return typeof data?.what === "object" && data.what !== null && "Deviate" in data.what;
}

async function choose(all: CodeAction[]): Promise<CodeAction | undefined> {
  if (all.length === 0) {
    void window.showInformationMessage(say("Nothing is found at the cursor that a deviation may accept."));
    return undefined;
  }
  if (all.length === 1) return all[0];
  const items = all.map((action) => ({
    label: action.title,
    detail: messageOf(action),
    action,
  }));
  const chosen = await window.showQuickPick(items, { title: say("Which finding is to be accepted?") });
  return chosen?.action;
}

function messageOf(action: CodeAction): string {
  const message = action.diagnostics?.[0]?.message ?? "";
  return typeof message === "string" ? message : message.value;
}

/** Selects the text of the reason in what has been inserted. */
function selectReason(editor: TextEditor, edit: WorkspaceEdit): void {
  const inserted = edit.get(editor.document.uri).map((one) => one.newText);
  const text = editor.document.getText();
  const at = inserted.map((one) => text.indexOf(one)).find((start) => start >= 0);
  const reason = /"toelichting"\s*:\s*"([^"]*)/g;
  reason.lastIndex = at ?? 0;
  const found = at === undefined ? undefined : reason.exec(text);
  if (!found) return;
  const end = found.index + found[0].length;
  const place = (offset: number) => editor.document.positionAt(offset);
  editor.selection = new Selection(place(end - (found[1] ?? "").length), place(end));
  editor.revealRange(editor.selection);
}
