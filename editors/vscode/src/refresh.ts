// Lenses and hints follow what is found, for instance when another agreement or a setting has changed. The server tells of findings only.

import { Disposable, languages, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { isAgreement } from "./language.js";
import { SECTION } from "./names.js";
import type { Server } from "./server.js";

/** Several changes in a row are one. */
const REST = 250;

/** Has lenses and hints asked for again whenever what is found, or a setting, has changed. */
export function refresher(server: Server): Disposable[] {
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (server.client !== undefined) refresh(server.client);
    }, REST);
  };
  return [
    languages.onDidChangeDiagnostics(soon),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(SECTION)) soon();
    }),
    new Disposable(() => {
      clearTimeout(timer);
    }),
  ];
}

function refresh(client: LanguageClient): void {
  for (const { document } of window.visibleTextEditors.filter((editor) => isAgreement(editor.document))) {
    client.getFeature("textDocument/codeLens").getProvider(document)?.onDidChangeCodeLensEmitter.fire();
    client.getFeature("textDocument/inlayHint").getProvider(document)?.onDidChangeInlayHints.fire();
  }
}
