// The extension's own words in a language, out of the files from which it has them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./server.mjs";

const read = (name) => JSON.parse(readFileSync(join(repository, "editors/vscode", name), "utf8"));

/** What manifest and code say. */
export function words(lang) {
  const manifest = read(lang === "nl" ? "package.nls.nl.json" : "package.nls.json");
  const bundle = lang === "nl" ? read("l10n/bundle.l10n.nl.json") : undefined;
  return {
    title: (command) => `Kader: ${manifest[`command.${command}`]}`,
    manifest: (key) => manifest[key],
    say: (english, ...values) => {
      const text = bundle ? bundle[english] : english;
      assert.ok(text, `no Dutch for: ${english}`);
      return values.reduce((all, value, at) => all.replace(`{${at}}`, value), text);
    },
  };
}
