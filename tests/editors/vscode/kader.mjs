// What the program says: the independent measure of what the editor shows.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { folder, repository } from "./server.mjs";

export const program = resolve(process.env.KADER ?? join(repository, "target/debug/kader"));

function run(cwd, args, input) {
  try {
    return execFileSync(program, args, { cwd, input, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"], env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8" } });
  } catch (error) {
    // Something that was found is an answer, too.
    assert.equal(error.status, 1, `${args.join(" ")}: ${error.stderr}`);
    return error.stdout;
  }
}

/** What is found in the documents of a folder, by their paths: each finding with the text that it points at. */
export function found(cwd, lang) {
  const { documents } = JSON.parse(run(cwd, ["check", "--format", "json", "--lang", lang, "."]));
  return new Map(documents.map(({ path, findings }) => {
    const bytes = readFileSync(join(cwd, path));
    const text = ({ start, end }) => bytes.subarray(start.offset, end.offset).toString();
    return [path, findings.map((finding) => ({ ...finding, text: text(finding.range) }))];
  }));
}

/** What is found in one text. */
export function foundIn(text, lang, name = "een.afspraak.json") {
  const args = ["check", "--format", "json", "--lang", lang, "--stdin-filename", name, "--no-context", "-"];
  return JSON.parse(run(folder, args, text)).documents[0].findings;
}

/** A document of a folder as `kader check --fix` would have it. */
export function fixed(cwd, path) {
  const copy = mkdtempSync(join(folder, "fixed-"));
  cpSync(cwd, copy, { recursive: true });
  run(copy, ["check", "--fix", "--quiet", path]);
  return readFileSync(join(copy, path), "utf8");
}

/** A document in the layout of `kader fmt`. */
export const laidOut = (text) => run(folder, ["fmt", "-"], text);

/** What `kader new` would write. */
export const fresh = (lang, options) => run(folder, ["new", "--lang", lang, "--output", "-", ...options]);

/** A folder with copies of the repository's and with texts. */
export function workspace(name, { copies = {}, texts = {} } = {}) {
  const place = join(mkdtempSync(join(folder, "place-")), name);
  mkdirSync(place);
  for (const [to, from] of Object.entries(copies)) cpSync(join(repository, from), join(place, to), { recursive: true });
  for (const [to, text] of Object.entries({ "kader.toml": 'as-of = "2026-01-01"\n', ...texts })) {
    mkdirSync(dirname(join(place, to)), { recursive: true });
    writeFileSync(join(place, to), text);
  }
  return place;
}
