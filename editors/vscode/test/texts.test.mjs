// Whatever people read is there in both languages, and nothing that nobody says.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { json, load, root, sources, text } from "./load.mjs";

const english = json("package.nls.json");
const dutch = json("package.nls.nl.json");
const manifest = text("package.json");
const bundle = json("l10n/bundle.l10n.nl.json");

/** The English texts in the code: each is written where it is said. */
const said = () => {
  const all = sources().flatMap((source) => [...source.matchAll(/\bsay\(\s*("(?:[^"\\]|\\.)*")/g)]);
  return new Set(all.map(([, literal]) => JSON.parse(literal)));
};
const places = (words) => [...words.matchAll(/\{\d+\}/g)].map(String).sort();

test("the manifest has the same keys in both languages, all that it uses and no others", () => {
  const used = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
  assert.deepEqual(Object.keys(dutch), Object.keys(english));
  assert.deepEqual([...new Set(used)].sort(), Object.keys(english).sort());
});

test("titles of the manifest are no English in its place", () => {
  const titled = /"(?:title|description|markdownDescription|patternErrorMessage)": "(?!%|Kader")/g;
  assert.deepEqual(manifest.match(titled), null);
});

test("no text is empty, or the same in both languages", () => {
  for (const [key, value] of Object.entries(english)) {
    assert.ok(value.trim() && dutch[key].trim(), key);
    assert.notEqual(value, dutch[key], key);
  }
});

test("texts that name files name files that are there", () => {
  for (const words of [english, dutch]) {
    const named = Object.entries(words).filter(([key]) => /\.media$|^snippets$/.test(key));
    assert.equal(named.length, 6);
    for (const [key, path] of named) assert.ok(existsSync(join(root, path)), key);
    assert.ok(existsSync(join(root, "../..", words.schema)), words.schema);
  }
});

test("every text of the code has its Dutch, and no Dutch is left over", () => {
  assert.deepEqual(Object.keys(bundle).sort(), [...said()].sort());
  for (const [key, value] of Object.entries(bundle)) {
    assert.notEqual(key, value);
    assert.deepEqual(places(value), places(key), key);
  }
});

test("every text is said as it stands, so that this test sees it", () => {
  for (const source of sources()) {
    const calls = source.match(/(?<!function )\bsay\(/g)?.length ?? 0;
    const literal = source.match(/\bsay\(\s*"/g)?.length ?? 0;
    assert.equal(calls, literal, source.slice(0, 80));
  }
});

test("the language is that of the setting, else that of the editor", async () => {
  const { filled, langOf } = await load("src/words.ts");
  assert.equal(langOf("nl", "en"), "nl");
  assert.equal(langOf("en", "nl-NL"), "en");
  assert.equal(langOf("auto", "nl-NL"), "nl");
  assert.equal(langOf(undefined, "nlx"), "en");
  assert.equal(langOf("auto", "de"), "en");
  assert.equal(filled("{0} and {1} and {2}", ["a", 1]), "a and 1 and {2}");
});
