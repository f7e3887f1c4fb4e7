// The manifest agrees with the code, and with the rest of the repository.

import assert from "node:assert/strict";
import test from "node:test";
import { json, load, sources, text } from "./load.mjs";

const manifest = json("package.json");

test("each command of the manifest is registered", async () => {
  const { COMMANDS } = await load("src/names.ts");
  for (const { command } of manifest.contributes.commands)
    assert.ok(Object.values(COMMANDS).includes(command), command);
  const registered = sources().find((source) => source.includes("registerCommands("));
  assert.ok(registered !== undefined);
});

test("each setting is read, and each that is read is there", () => {
  const there = Object.keys(manifest.contributes.configuration.properties).map((key) =>
    key.replace(/^kader\./, ""),
  );
  const settings = text("src/settings.ts");
  const read = [...settings.matchAll(/\b(?:text|flag)\("([^"]+)"\)/g)].map(([, key]) => key);
  assert.deepEqual([...new Set(read)].sort(), there.sort());
});

test("what an untrusted folder may not say is what names files and programs", () => {
  const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  assert.deepEqual(restrictedConfigurations, ["kader.server.path", "kader.config"]);
});

test("names agree: the language, its extension, the version of the program", async () => {
  const { LANGUAGE, SUFFIX } = await load("src/names.ts");
  const [language] = manifest.contributes.languages;
  assert.equal(language.id, LANGUAGE);
  assert.deepEqual(language.extensions, [SUFFIX]);
  assert.ok(
    LANGUAGE.startsWith("json"),
    "for the server it is JSON, so that it looks at documents without a name",
  );
  assert.ok(text("../../Cargo.toml").includes(`\nversion = "${manifest.version}"\n`));
  for (const { when } of Object.values(manifest.contributes.menus).flat()) {
    if (when.includes("editorLangId")) assert.ok(when.includes(`editorLangId == ${LANGUAGE} `), when);
  }
});

test("nothing asks the network for anything, or tells anybody of its use", () => {
  for (const source of sources()) {
    assert.doesNotMatch(source, /https?:|node:(net|http|https|dgram|tls)|\bfetch\(|createTelemetryLogger/);
  }
});

test("the lock has no addresses", () => {
  assert.doesNotMatch(text("package-lock.json"), /"resolved"/);
});
