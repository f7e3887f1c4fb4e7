// What the author is told when the server cannot run.

import { type Disposable, commands, window } from "vscode";
import { COMMANDS } from "./names.js";
import type { Condition, Server } from "./server.js";
import { serverPath } from "./settings.js";
import { say } from "./texts.js";

/** Tells it each time that the server comes into such a condition. */
export function notices(server: Server): Disposable {
  return server.onDidChange((condition) => void tell(condition, server));
}

/** Says why the server does not run. */
export async function tell(condition: Condition, server: Server): Promise<void> {
  if (condition === "missing") await tellMissing(server);
  if (condition === "failed") await tellFailed();
}

async function tellMissing(server: Server): Promise<void> {
  const found = server.found;
  const named = "missing" in found && found.missing === "named";
  const text = named
    ? say(
        "Kader cannot be run: the setting kader.server.path names {0}, and that is no program.",
        serverPath(),
      )
    : say(
        "Kader cannot be run: this package of the extension brings no program, and there is none on the PATH.",
      );
  const settings = say("Open settings");
  const chosen = await window.showErrorMessage(text, settings, say("Try again"));
  if (chosen === undefined) return;
  if (chosen === settings)
    await commands.executeCommand("workbench.action.openSettings", "kader.server.path");
  else await commands.executeCommand(COMMANDS.restart);
}

async function tellFailed(): Promise<void> {
  const output = say("Show output");
  const text = say(
    "Kader has ended several times in a row, and is not started again. Its output may tell why.",
  );
  const chosen = await window.showErrorMessage(text, output, say("Restart"));
  if (chosen === undefined) return;
  await commands.executeCommand(chosen === output ? COMMANDS.showOutput : COMMANDS.restart);
}
