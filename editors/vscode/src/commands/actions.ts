// Code actions, asked from the server as it gives them: what they are stands in their data, which the editor would drop.

import { type Range, type TextDocument, type WorkspaceEdit, languages, workspace } from "vscode";
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  type LanguageClient,
} from "vscode-languageclient/node";

/** The actions of a kind for a part of a document. */
export async function actions(
  client: LanguageClient,
  document: TextDocument,
  range: Range,
  kind: string,
): Promise<CodeAction[]> {
  const { code2ProtocolConverter: to } = client;
  const found = languages.getDiagnostics(document.uri).filter((one) => one.range.intersection(range));
  const params = {
    textDocument: to.asTextDocumentIdentifier(document),
    range: to.asRange(range),
    context: { diagnostics: await to.asDiagnostics(found), only: [kind] },
  };
  const answer = (await client.sendRequest(CodeActionRequest.type, params)) ?? [];
  return answer.filter(
    (one): one is CodeAction => typeof one.title === "string" && typeof one.command !== "string",
  );
}

/** Does an action; gives what has been changed, or nothing where nothing could be. */
export async function perform(
  client: LanguageClient,
  action: CodeAction,
): Promise<WorkspaceEdit | undefined> {
  const whole = action.edit ? action : await client.sendRequest(CodeActionResolveRequest.type, action);
  const edit = whole.edit && (await client.protocol2CodeConverter.asWorkspaceEdit(whole.edit));
  if (edit === undefined) return undefined;
  return (await workspace.applyEdit(edit)) ? edit : undefined;
}
