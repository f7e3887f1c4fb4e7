// Where the editor enters: what there is, is made here and bound together.

import { type ExtensionContext, window, workspace } from "vscode";
import { registerCommands } from "./commands/all.js";
import { SECTION } from "./names.js";
import { notices } from "./notices.js";
import { Server } from "./server.js";
import { status } from "./status.js";
import { watchDocuments } from "./trust.js";
import { Pages } from "./webview/pages.js";

let server: Server | undefined;

export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel("Kader", { log: true });
  const made = new Server(context, output);
  server = made;
  const pages = new Pages(context.extensionUri);
  const path = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(`${SECTION}.server.path`) && made.condition !== "idle")
      void made.restart();
  });
  context.subscriptions.push(output, pages, path, notices(made), status(made));
  context.subscriptions.push(...registerCommands({ context, server: made, pages }), ...watchDocuments(made));
}

export async function deactivate(): Promise<void> {
  await server?.dispose();
}
