// Drives the packed extension in VS Code in a browser, in both languages.
//
//   KADER=target/debug/kader CODE_SERVER=target/code-server node tests/editors/vscode/run.mjs [SCENARIO...]
//
// Environment: KADER, the program; CODE_SERVER, where install.sh has put the editor; VSIX, a package that is there already; CHROMIUM, the
// browser; SHOTS, a folder for screenshots (none are taken without it); LANGS, the languages.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { program } from "./kader.mjs";
import { browserVersion, closeBrowser, open } from "./page.mjs";
import { clean, folder, profile, repository, start } from "./server.mjs";
import { words } from "./words.mjs";
import { findings } from "./scenarios/findings.mjs";
import { writing } from "./scenarios/writing.mjs";

const SCENARIOS = { findings, writing };
const chosen = process.argv.slice(2);
const languages = (process.env.LANGS ?? "en nl").split(" ");

/** Packs the extension with the program. */
function pack() {
  if (process.env.VSIX) return process.env.VSIX;
  const out = join(folder, "kader.vsix");
  const target = `${process.platform}-${process.arch}`;
  execFileSync("npm", ["run", "--silent", "package", "--", "--target", target, "--out", out], {
    cwd: join(repository, "editors/vscode"), env: { ...process.env, KADER: program }, stdio: ["ignore", "ignore", "inherit"],
  });
  return out;
}

let checks = 0;
const took = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function speak(lang, vsix) {
  const made = profile(lang, { vsix, lang, settings: { "kader.lang": lang } });
  const server = await start(made, { locale: lang });
  try {
    for (const [name, scenario] of Object.entries(SCENARIOS)) {
      if (chosen.length > 0 && !chosen.includes(name)) continue;
      const since = performance.now();
      const windows = [];
      const room = {
        lang, vsix, server, profile: made, words: words(lang),
        open: async (place, view) => {
          const window = await open(server.address, place, { view });
          windows.push(window);
          return window;
        },
        check: async (what, work) => {
          const begun = performance.now();
          try {
            await work();
          } catch (error) {
            await windows.at(-1)?.page.screenshot({ path: join(process.env.SHOTS ?? folder, "failed.png") });
            throw new Error(`${lang}, ${name}: ${what}`, { cause: error });
          }
          checks += 1;
          if (process.env.TIMES) console.log(`  ${what}: ${took(begun)}`);
        },
      };
      await scenario(room);
      for (const window of windows) window.asksForNothing();
      console.log(`${lang}, ${name}: ${took(since)}`);
    }
  } finally {
    await server.stop();
  }
}

const since = performance.now();
try {
  const vsix = pack();
  console.log(`packed: ${took(since)}`);
  for (const lang of languages) await speak(lang, vsix);
  console.log(`extension: ${checks} checks in ${browserVersion()}, all fine, ${took(since)}`);
} finally {
  await closeBrowser();
  clean();
}
