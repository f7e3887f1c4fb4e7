// The file of a new agreement: the server has it made, and what was made is saved.

import { type Uri, workspace } from "vscode";

/** How long the file may take to be made. */
const PATIENCE = 10_000;

/** Saves the document of a file once it has this text. */
export async function saveMade(uri: Uri, text: string): Promise<void> {
  const made = () =>
    workspace.textDocuments.find((one) => one.uri.toString() === uri.toString() && same(one.getText(), text));
  if (made() === undefined) await until(() => made() !== undefined);
  await made()?.save();
}

/** Whether texts agree, whatever the line ends of files are in this editor. */
function same(one: string, other: string): boolean {
  return one.replaceAll("\r\n", "\n") === other.replaceAll("\r\n", "\n");
}

/** Waits until something holds of the open documents; not for ever. */
function until(holds: () => boolean): Promise<void> {
  return new Promise((done) => {
    const look = () => {
      if (!holds()) return;
      clearTimeout(timer);
      changes.dispose();
      done();
    };
    const changes = workspace.onDidChangeTextDocument(look);
    const timer = setTimeout(() => {
      changes.dispose();
      done();
    }, PATIENCE);
  });
}
