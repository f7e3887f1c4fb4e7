// The item in the status bar: whether the server runs, and by which day it judges where that is not today.

import {
  Disposable,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
  workspace,
} from "vscode";
import { COMMANDS, SECTION } from "./names.js";
import type { Condition, Server } from "./server.js";
import { wishes } from "./settings.js";
import { say } from "./texts.js";

const ICONS: Record<Condition, string> = {
  idle: "$(circle-outline)",
  untrusted: "$(shield)",
  starting: "$(sync~spin)",
  running: "$(check)",
  missing: "$(error)",
  failed: "$(error)",
};

/** Shows the item for as long as the extension is there. */
export function status(server: Server): Disposable {
  const item = window.createStatusBarItem("kader.status", StatusBarAlignment.Right, 90);
  item.name = "Kader";
  item.command = COMMANDS.menu;
  const draw = () => {
    show(item, server);
  };
  draw();
  item.show();
  const settings = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(SECTION)) draw();
  });
  const states = server.onDidChange(draw);
  return Disposable.from(item, settings, states);
}

function show(item: StatusBarItem, server: Server): void {
  const { asOf } = wishes();
  const broken = server.condition === "missing" || server.condition === "failed";
  item.text = asOf === "" ? `${ICONS[server.condition]} Kader` : `${ICONS[server.condition]} Kader ${asOf}`;
  item.tooltip = new MarkdownString(lines(server, asOf).join("\n\n"));
  item.accessibilityInformation = { label: `Kader: ${said(server)}` };
  item.backgroundColor = broken ? new ThemeColor("statusBarItem.errorBackground") : undefined;
}

function lines(server: Server, asOf: string): string[] {
  const found = server.found;
  const version = server.version === undefined ? [] : [say("Version {0}", server.version)];
  const program = server.condition === "running" && "program" in found ? [`\`${found.program}\``] : [];
  const day = asOf === "" ? [] : [say("Judged as on {0}.", asOf)];
  return [`**Kader** – ${said(server)}`, ...version, ...program, ...day];
}

/** The condition in words. */
function said(server: Server): string {
  switch (server.condition) {
    case "idle":
      return say("waits for an agreement");
    case "untrusted":
      return say("does not run in a folder that you do not trust; the JSON schema is used instead");
    case "starting":
      return say("starts");
    case "running":
      return say("runs");
    case "missing":
      return say("there is no program to run");
    case "failed":
      return say("has ended");
  }
}
