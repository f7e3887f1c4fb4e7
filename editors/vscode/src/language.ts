// Which language a document has: agreements have one of their own, and are JSON where the server must not run.

import { type TextDocument, languages, workspace } from "vscode";
import { looksLikeAgreement } from "./agreement.js";
import { LANGUAGE, SUFFIX } from "./names.js";

/** Documents that have had a language once: an author who chooses another one afterwards is not contradicted. */
const settled = new Set<string>();

/** Whether a document is one for the server. */
export function isAgreement(document: TextDocument): boolean {
  return document.languageId === LANGUAGE;
}

/** Gives a document the language in which it is to be looked at. */
export async function settle(document: TextDocument): Promise<TextDocument> {
  const wanted = languageFor(document);
  const key = `${wanted ?? ""} ${document.uri.toString()}`;
  if (wanted === undefined || settled.has(key)) return document;
  settled.add(key);
  return wanted === document.languageId ? document : languages.setTextDocumentLanguage(document, wanted);
}

/** Settles the language of everything that is open, as after trust was granted. */
export async function settleAll(): Promise<void> {
  settled.clear();
  await Promise.all(workspace.textDocuments.map(settle));
}

/** The language that a document should have; nothing where it is none of ours. */
function languageFor(document: TextDocument): string | undefined {
  const json = document.languageId === "json" || document.languageId === "jsonc";
  const ours = isAgreement(document) || (json && looks(document));
  if (!ours) return undefined;
  return workspace.isTrusted ? LANGUAGE : "json";
}

/** Whether a JSON document is an agreement, by its name or by its text. */
function looks(document: TextDocument): boolean {
  return document.uri.path.endsWith(SUFFIX) || looksLikeAgreement(document.getText());
}
