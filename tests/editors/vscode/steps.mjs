// Does what the numbered steps of the extension's README say, word for word, from a fresh profile to the first fix in an agreement, and says how
// long it took. What stands in code is a command, a key or a text to type; what stands in bold is a button.
//
//   KADER=target/debug/kader CODE_SERVER=target/code-server node tests/editors/vscode/steps.mjs

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NOORD } from "./documents.mjs";
import { closeBrowser, open, until } from "./page.mjs";
import { clean, folder, pack, profile, repository, start } from "./server.mjs";

const LONGEST = 120;
const readme = readFileSync(join(repository, "editors/vscode/README.md"), "utf8");
const section = readme.match(/## Begin\n([^]*?)\n\n[^\d\s]/)[1];
const steps = [...section.matchAll(/^\d+\. (.*)$/gm)].map(([, text]) => text);
assert.ok(steps.length >= 5, "the steps are there");

// What somebody has before: the editor, the package, and a folder with an agreement.
const made = profile("steps");
const desk = join(folder, "desk");
const agreement = join(desk, "agreements/waterschap.afspraak.json");
mkdirSync(join(desk, "agreements"), { recursive: true });
writeFileSync(agreement, NOORD);
copyFileSync(process.env.VSIX ?? pack(`${process.platform}-${process.arch}`), join(desk, readme.match(/[\w.-]+\.vsix/)[0]));
writeFileSync(join(desk, "code"), `#!/bin/sh\n${made.command} "$@"\n`);
chmodSync(join(desk, "code"), 0o755);

let window;
let server;

/** `code --install-extension` is the editor's own; `code FOLDER` opens a window. */
async function command(text) {
  const [, opened] = text.match(/^code ([^-].*)$/) ?? [];
  if (opened === undefined) {
    execFileSync("/bin/sh", ["-c", `PATH=.:$PATH ${text}`], { cwd: desk, stdio: "pipe" });
    return;
  }
  server = await start(made, { trust: true });
  window = await open(server.address, join(desk, opened));
}

/** What somebody sees before they press a key, and after. */
const SEEN = {
  F8: [() => until("something is marked", async () => (await window.marked()).length > 0), () => window.page.locator(".marker-widget").waitFor()],
  "Ctrl+P": [() => {}, () => window.box()],
  "Ctrl+.": [() => {}, () => window.page.locator(".action-widget .monaco-list-row.focused").waitFor()],
  "Ctrl+S": [() => window.page.locator(".action-widget").waitFor({ state: "hidden" }), () => window.page.locator(".tab.active:not(.dirty)").waitFor()],
};

async function press(key) {
  const [before, after] = SEEN[key] ?? [() => {}, () => {}];
  await before();
  await window.press(key.replace("Ctrl", "Control"));
  await after();
}

async function type(text) {
  await window.type(text);
  await window.foremost(text);
}

async function click(text) {
  await window.page.locator(".monaco-button", { hasText: text }).first().click();
}

/** Does what a step says, in its order. */
async function follow(step) {
  for (const [, before, code, bold] of step.matchAll(/(\S*) ?(?:`([^`]+)`|\*\*([^*]+)\*\*)/g)) {
    if (bold) await click(bold);
    else if (code.startsWith("code ")) await command(code);
    else if (/press$/i.test(before)) await press(code);
    else if (/type$/i.test(before)) await type(code);
    else assert.ok(code.startsWith("."), `nobody knows what to do with ${code}: ${step}`);
  }
}

const begun = performance.now();
const seconds = () => (performance.now() - begun) / 1000;
try {
  for (const [at, step] of steps.entries()) {
    await follow(step).catch(async (error) => {
      await window?.shot("failed");
      throw new Error(`step ${at + 1}: ${step}`, { cause: error });
    });
    console.log(`${seconds().toFixed(1).padStart(6)} s  ${at + 1}. ${step}`);
  }
  const text = await until("the fix in the file", () => {
    const now = readFileSync(agreement, "utf8");
    return now !== NOORD && now;
  });
  // The gravest comes first: a comma too many.
  assert.equal(text, NOORD.replace("],\n}", "]\n}"));
  console.log(`README of the extension: ${steps.length} steps, a first fix in ${seconds().toFixed(1)} s`);
  assert.ok(seconds() < LONGEST, `within ${LONGEST} s`);
} finally {
  await closeBrowser();
  await server?.stop();
  clean();
}
