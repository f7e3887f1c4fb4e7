// Drives the packed extension in VS Code in a browser, in both languages.
//
//   KADER=target/debug/kader CODE_SERVER=target/code-server node tests/editors/vscode/run.mjs [SCENARIO...]
//
// Environment: KADER, the program; CODE_SERVER, where install.sh has put the editor; VSIX, a package that is there already, and VSIX_UNIVERSAL,
// the one without a program; CHROMIUM, the browser; SHOTS, a folder for screenshots (none are taken without it); LANGS, the languages.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { browserVersion, closeBrowser, elsewhere, open, windows } from "./page.mjs";
import { clean, pack, profile, start } from "./server.mjs";
import { words } from "./words.mjs";
import { around } from "./scenarios/around.mjs";
import { findings } from "./scenarios/findings.mjs";
import { form } from "./scenarios/form.mjs";
import { life } from "./scenarios/life.mjs";
import { packages } from "./scenarios/packages.mjs";
import { pages } from "./scenarios/pages.mjs";
import { trust } from "./scenarios/trust.mjs";
import { writing } from "./scenarios/writing.mjs";

const SCENARIOS = { findings, writing, around, pages, form, life, trust, packages };
const chosen = process.argv.slice(2);
const languages = (process.env.LANGS ?? "en nl").split(" ");

let checks = 0;
const took = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function speak(lang, vsix) {
  const made = profile(lang, { vsix, lang, settings: { "kader.lang": lang } });
  const server = await start(made, { locale: lang });
  try {
    for (const [name, scenario] of Object.entries(SCENARIOS)) {
      if (chosen.length > 0 && !chosen.includes(name)) continue;
      const since = performance.now();
      const room = {
        lang, vsix, server, profile: made, words: words(lang),
        open: async (place, view) => {
          const window = await open(server.address, place, view);
          await window.is("check");
          return window;
        },
        check: async (what, work) => {
          const begun = performance.now();
          try {
            await work();
          } catch (error) {
            await windows.at(-1)?.shot("failed").catch(() => {});
            throw new Error(`${lang}, ${name}: ${what}`, { cause: error });
          }
          checks += 1;
          if (process.env.TIMES) console.log(`  ${what}: ${took(begun)}`);
        },
      };
      await scenario(room);
      assert.deepEqual(elsewhere, [], "nothing is asked for elsewhere");
      console.log(`${lang}, ${name}: ${took(since)}`);
    }
  } finally {
    await server.stop();
  }
}

/** Has each language spoken by a process of its own, all at once: much of the time is spent waiting. */
async function speakAll(packages) {
  const speakers = languages.map((lang) => {
    const env = { ...process.env, LANGS: lang, VSIX: packages.own, VSIX_UNIVERSAL: packages.universal };
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...chosen], { env, stdio: "inherit" });
    return new Promise((done) => child.once("exit", (code) => done(code === 0)));
  });
  if (!(await Promise.all(speakers)).every(Boolean)) process.exitCode = 1;
}

const since = performance.now();
try {
  const own = process.env.VSIX ?? pack(`${process.platform}-${process.arch}`);
  if (languages.length > 1) {
    await speakAll({ own, universal: pack("universal") });
    console.log(`extension, in ${languages.join(" and ")}: ${process.exitCode ? "not all fine" : "all fine"}, ${took(since)}`);
  } else {
    await speak(languages[0], own);
    console.log(`extension, ${languages[0]}: ${checks} checks in ${browserVersion()}, all fine, ${took(since)}`);
  }
} finally {
  await closeBrowser();
  clean();
}
