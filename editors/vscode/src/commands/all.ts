// The commands, by their names.

import { type Disposable, type ExtensionContext, commands, window } from "vscode";
import { COMMANDS } from "../names.js";
import { tell } from "../notices.js";
import type { Server } from "../server.js";
import type { Pages } from "../webview/pages.js";
import { acceptDeviation } from "./acceptDeviation.js";
import { assess } from "./assess.js";
import { fixAll } from "./fixAll.js";
import { menu } from "./menu.js";
import { newAgreement } from "./newAgreement/command.js";
import { openDocument } from "./openDocument.js";
import { overview } from "./overview.js";
import { showReferences } from "./showReferences.js";

/** What commands work with. */
export interface Room {
  context: ExtensionContext;
  server: Server;
  pages: Pages;
}

/** Registers all commands. */
export function registerCommands(room: Room): Disposable[] {
  const { server, pages } = room;
  const all: Record<string, (...given: never[]) => unknown> = {
    [COMMANDS.assess]: (about?: unknown) => assess(room, about),
    [COMMANDS.overview]: () => overview(room),
    [COMMANDS.newAgreement]: () => newAgreement(room),
    [COMMANDS.fixAll]: () => fixAll(room),
    [COMMANDS.acceptDeviation]: () => acceptDeviation(room),
    [COMMANDS.restart]: () => restart(server),
    [COMMANDS.showOutput]: () => {
      server.output.show();
    },
    [COMMANDS.refresh]: () => pages.refresh(),
    [COMMANDS.menu]: () => menu(server),
    [COMMANDS.openDocument]: openDocument,
    [COMMANDS.showReferences]: showReferences(server),
  };
  return Object.entries(all).map(([name, run]) => commands.registerCommand(name, reporting(run)));
}

/** What went wrong is told to the author, in the server's words where it gave any. */
function reporting(run: (...given: never[]) => unknown) {
  return async (...given: never[]) => {
    try {
      await run(...given);
    } catch (error) {
      void window.showErrorMessage(`Kader: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}

async function restart(server: Server): Promise<void> {
  await server.restart();
  await tell(server.condition === "missing" ? "idle" : server.condition, server);
}
