// Shows places that a lens leads to.

import { Uri, commands } from "vscode";
import type { Location, Position } from "vscode-languageclient/node";
import type { Server } from "../server.js";
import { clientOf } from "./ask.js";

export function showReferences(server: Server) {
  return async (uri: string, position: Position, places: Location[]): Promise<void> => {
    const converter = (await clientOf(server))?.protocol2CodeConverter;
    if (converter === undefined) return;
    const all = places.map((place) => converter.asLocation(place));
    const at = converter.asPosition(position);
    await commands.executeCommand("editor.action.showReferences", Uri.parse(uri), at, all);
  };
}
