// Shows what the advice would be on each cooperation of an agreement.

import { Uri, window } from "vscode";
import { isAgreement } from "../language.js";
import { COMMANDS } from "../names.js";
import { say } from "../texts.js";
import type { Room } from "./all.js";
import { clientOf, page } from "./ask.js";

/** Assesses the document that a lens names, else the one in front of the author. */
export async function assess(room: Room, about: unknown): Promise<void> {
  const uri = named(about) ?? active();
  if (uri === undefined) {
    void window.showInformationMessage(say("Open an agreement first: what it says is what is assessed."));
    return;
  }
  await room.pages.show({
    key: "assess",
    title: () => say("Assessment"),
    load: async () => {
      const client = await clientOf(room.server);
      return client && page(client, COMMANDS.assess, { uri });
    },
  });
}

/** The document of a lens (`{ uri }`), or of a menu, which gives its address. */
function named(about: unknown): string | undefined {
  if (about instanceof Uri) return about.toString();
  const given = about as { uri?: unknown } | undefined;
  return typeof given?.uri === "string" ? given.uri : undefined;
}

function active(): string | undefined {
  const document = window.activeTextEditor?.document;
  return document && isAgreement(document) ? document.uri.toString() : undefined;
}
