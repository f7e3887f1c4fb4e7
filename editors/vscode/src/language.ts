// Which language a document has: agreements have one of their own, and are JSON where the server must not run.

import { type TextDocument, languages, workspace } from "vscode";
import { looksLikeAgreement } from "./agreement.js";
import { LANGUAGE, SUFFIX } from "./names.js";

/** Documents that have got their language from us: an author who chooses another one afterwards is not contradicted. */
const given = new Set<string>();

/** Whether a document is one for the server. */
export function isAgreement(document: TextDocument): boolean {
  return document.languageId === LANGUAGE;
}

/** Gives a document the language in which it is to be looked at. */
export async function settle(document: TextDocument): Promise<TextDocument> {
  const wanted = languageFor(document);
  if (wanted === undefined) return document;
  const key = `${wanted} ${document.uri.toString()}`;
  if (given.has(key)) return document;
  given.add(key);
  return languages.setTextDocumentLanguage(document, wanted);
}

/** Settles the language of everything that is open, as after trust was granted. */
export async function settleAll(): Promise<void> {
  given.clear();
  await Promise.all(workspace.textDocuments.map(settle));
}

function languageFor(document: TextDocument): string | undefined {
  if (!workspace.isTrusted) return isAgreement(document) ? "json" : undefined;
  const json = document.languageId === "json" || document.languageId === "jsonc";
  const named = document.uri.path.endsWith(SUFFIX);
  return json && (named || looksLikeAgreement(document.getText())) ? LANGUAGE : undefined;
}
