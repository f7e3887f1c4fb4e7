// What can be done, from the item in the status bar.

import { type QuickPickItem, QuickPickItemKind, commands, window, workspace } from "vscode";
import { isAgreement } from "../language.js";
import { COMMANDS } from "../names.js";
import type { Server } from "../server.js";
import { say } from "../texts.js";

interface Entry extends QuickPickItem {
  run?: [command: string, ...given: unknown[]];
}

export async function menu(server: Server): Promise<void> {
  const chosen = await window.showQuickPick<Entry>(entries(server), { title: "Kader" });
  if (chosen?.run) await commands.executeCommand(...chosen.run);
}

function entries(server: Server): Entry[] {
  const settings: Entry[] = [
    { label: `$(output) ${say("Show output")}`, run: [COMMANDS.showOutput] },
    { label: `$(gear) ${say("Open settings")}`, run: ["workbench.action.openSettings", "@ext:kader.kader"] },
  ];
  if (!workspace.isTrusted) {
    return [{ label: `$(shield) ${say("Manage trust")}`, run: ["workbench.trust.manage"] }, ...settings];
  }
  const document = window.activeTextEditor?.document;
  const own: Entry[] = [
    { label: `$(checklist) ${say("Assess this agreement")}`, run: [COMMANDS.assess] },
    { label: `$(wand) ${say("Make all safe fixes")}`, run: [COMMANDS.fixAll] },
  ];
  const shared: Entry[] = [
    { label: `$(table) ${say("Overview of all agreements")}`, run: [COMMANDS.overview] },
    { label: `$(new-file) ${say("New agreement")}`, run: [COMMANDS.newAgreement] },
  ];
  const restart: Entry = {
    label: `$(debug-restart) ${server.condition === "idle" ? say("Start") : say("Restart")}`,
    run: [COMMANDS.restart],
  };
  const line: Entry = { label: "", kind: QuickPickItemKind.Separator };
  return [...(document && isAgreement(document) ? own : []), ...shared, line, restart, ...settings];
}
