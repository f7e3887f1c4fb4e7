// Each snippet, with its own words filled in, is JSON of keys that agreements have; in both languages the same, but for what it is called.

import assert from "node:assert/strict";
import test from "node:test";
import { json } from "./load.mjs";

const schema = json("../../schemas/afspraak.en.schema.json");
const english = json("snippets/en.code-snippets");
const dutch = json("snippets/nl.code-snippets");

/** Where a part belongs, by keys; `[]` is an item of a list. Those that are not named stand at the top. */
const PLACES = {
  samenwerking: ["samenwerkingen", "[]"],
  aanspreekpunten: ["samenwerkingen", "[]"],
  randvoorwaarde: ["samenwerkingen", "[]", "randvoorwaarden", "proces"],
  bewijs: ["samenwerkingen", "[]", "randvoorwaarden", "proces", "alarmering"],
  toetsing: ["samenwerkingen", "[]"],
  ondertekenaar: ["ondertekenaars", "[]"],
  beginsel: ["beginselen"],
  afwijking: ["afwijkingen", "[]"],
  onderwerp: ["onderwerpen", "[]"],
};
/** What stands for a key that the author is to choose. */
const CHOSEN = { beginsel: "kerntaken" };

/** A body as it is inserted: with its defaults, and days for variables. */
function expanded(body, chosen) {
  let text = body.join("\n").replaceAll("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-01-01");
  text = text.replaceAll("$CURRENT_YEAR", "2026");
  text = text.replaceAll(/\$\{\d+:([^}]*)\}/g, "$1").replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1");
  text = text.replaceAll(/\$\d+/g, "");
  return chosen ? text.replace('"":', `"${chosen}":`) : text;
}

/** The value that a snippet makes: a member or a whole value. */
function valueOf(name) {
  const text = expanded(english[name].body, CHOSEN[name]);
  return JSON.parse(text.startsWith('"') ? `{${text}}` : text);
}

const resolved = (part) => {
  const named = part?.$ref ?? part?.allOf?.[0]?.$ref;
  return named ? resolved(schema.definitions[named.replace("#/definitions/", "")]) : part;
};
const child = (part, key) => (key === "[]" ? (part.items ?? part.else?.items) : part.properties?.[key]);

/** All keys of a value, none of which the schema does not have. */
function walk(part, value, where) {
  const at = resolved(part);
  if (Array.isArray(value)) value.forEach((item) => walk(child(at, "[]"), item, `${where}/[]`));
  else if (typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) {
      assert.ok(at?.properties?.[key], `${where}: ${key}`);
      walk(at.properties[key], inner, `${where}/${key}`);
    }
  }
}

test("each is JSON with keys that there are at its place", () => {
  assert.ok(Object.keys(english).length > 10);
  for (const name of Object.keys(english)) {
    const path = PLACES[name] ?? [];
    const part = path.reduce((at, key) => resolved(child(resolved(at), key)), schema);
    assert.ok(part, name);
    walk(part, valueOf(name), name);
  }
});

test("the whole agreement has all that an agreement must have", () => {
  const value = valueOf("afspraak");
  assert.ok(schema.required.length > 4);
  for (const key of [...schema.required, "reikwijdte"]) assert.ok(key in value, key);
});

test("both languages have the same snippets", () => {
  const bare = (all) =>
    Object.fromEntries(Object.entries(all).map(([name, { prefix, body }]) => [name, { prefix, body }]));
  assert.deepEqual(bare(dutch), bare(english));
  for (const [name, { description }] of Object.entries(english))
    assert.notEqual(description, dutch[name].description);
});
