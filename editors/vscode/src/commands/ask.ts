// Commands of the server, as commands of the extension ask for them.

import { type CancellationToken, ProgressLocation, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { ExecuteCommandRequest } from "vscode-languageclient/node";
import { say } from "../texts.js";
import type { Server } from "../server.js";
import { tell } from "../notices.js";

/** The client of a server that runs. Where there is none, the author is told why, and gets nothing. */
export async function clientOf(server: Server): Promise<LanguageClient | undefined> {
  const before = server.condition;
  const client = await server.ready();
  if (client !== undefined) return client;
  if (server.condition === "untrusted") {
    void window.showInformationMessage(say("Kader does not run in a folder that you do not trust."));
  } else if (server.condition === before) {
    // A change of the condition has been told already.
    void tell(before, server);
  }
  return undefined;
}

/** Has the server run a command with one object of arguments. */
export function execute<T>(
  client: LanguageClient,
  command: string,
  given: unknown,
  token?: CancellationToken,
): Promise<T> {
  const params = { command, arguments: [given] };
  return client.sendRequest(ExecuteCommandRequest.type, params, token) as Promise<T>;
}

/** A report that the server writes as a page, with progress for as long as it takes. */
export async function page(client: LanguageClient, command: string, given: object): Promise<string> {
  const progress = { location: ProgressLocation.Window, title: "Kader" };
  const asked = { ...given, format: "html" };
  const answer = await window.withProgress(progress, (_, token) =>
    execute<{ text: string }>(client, command, asked, token),
  );
  return answer.text;
}
