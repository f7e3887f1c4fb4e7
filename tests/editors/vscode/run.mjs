// Drives the packed extension in VS Code in a browser, in both languages.
//
//   KADER=target/debug/kader CODE_SERVER=target/code-server node tests/editors/vscode/run.mjs [SCENARIO...]
//
// Environment: KADER, the program; CODE_SERVER, where install.sh has put the editor; VSIX, a package that is there already; CHROMIUM, the
// browser; SHOTS, a folder for screenshots (none are taken without it); LANGS, the languages.

import { browserVersion, closeBrowser, elsewhere, open, windows } from "./page.mjs";
import { clean, pack, profile, start } from "./server.mjs";
import { words } from "./words.mjs";
import assert from "node:assert/strict";
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

const since = performance.now();
try {
  const vsix = process.env.VSIX ?? pack(`${process.platform}-${process.arch}`);
  console.log(`packed: ${took(since)}`);
  for (const lang of languages) await speak(lang, vsix);
  console.log(`extension: ${checks} checks in ${browserVersion()}, all fine, ${took(since)}`);
} finally {
  await closeBrowser();
  clean();
}
