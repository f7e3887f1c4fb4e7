// When the server comes to run: never where the author does not trust the folder, and elsewhere once there is an agreement.

import { type Disposable, type TextDocument, workspace } from "vscode";
import { isAgreement, settle, settleAll } from "./language.js";
import { SUFFIX } from "./names.js";
import type { Server } from "./server.js";

/** Looks at the documents that are open and that will be. */
export function watchDocuments(server: Server): Disposable[] {
  const look = async (document: TextDocument) => {
    if (isAgreement(await settle(document)) && workspace.isTrusted) await server.start();
  };
  const begin = async () => {
    await settleAll();
    if (workspace.isTrusted && (await hasAgreements())) await server.start();
  };
  void begin();
  return [
    workspace.onDidOpenTextDocument((document) => void look(document)),
    workspace.onDidGrantWorkspaceTrust(() => void begin()),
  ];
}

/** Whether there is anything for the server. */
async function hasAgreements(): Promise<boolean> {
  if (workspace.textDocuments.some(isAgreement)) return true;
  const found = await workspace.findFiles(`{**/*${SUFFIX},kader.toml}`, "**/node_modules/**", 1);
  return found.length > 0;
}
