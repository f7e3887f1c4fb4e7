// What the extension itself says, in the language that `kader.lang` names, else in that of the editor. There is no Dutch editor without
// somebody's language pack, so that the editor's own way to translate would leave an author who chose Dutch with English.

import { env, workspace } from "vscode";
import dutch from "../l10n/bundle.l10n.nl.json";
import { type Lang, filled, langOf } from "./words.js";

const DUTCH: Readonly<Record<string, string>> = dutch;

/** The language of what is said. */
export function lang(): Lang {
  return langOf(workspace.getConfiguration("kader").get("lang"), env.language);
}

/** A text in the author's language; `{0}` and so on stand for values. */
export function say(english: string, ...values: (string | number)[]): string {
  const text = lang() === "nl" ? (DUTCH[english] ?? english) : english;
  return filled(text, values);
}
