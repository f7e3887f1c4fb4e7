// The package without a program: it runs the one on the PATH, and says so where there is none. And the walkthrough, which any package brings.

import assert from "node:assert/strict";
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ZUID } from "../documents.mjs";
import { foundIn, program, workspace } from "../kader.mjs";
import { open as openWindow, until } from "../page.mjs";
import { folder as place, pack, profile as fresh, start } from "../server.mjs";
import { running } from "./life.mjs";

export async function packages({ lang, check, words }) {
  const folder = workspace("packages", { texts: { "zuid.afspraak.json": ZUID } });
  const made = fresh(`universal-${lang}`, { vsix: pack("universal"), lang, settings: { "kader.lang": lang } });
  const programs = join(place, `programs-${lang}`);
  mkdirSync(programs);
  // The editor takes the PATH of its author's shell.
  writeFileSync(join(made.home, ".profile"), `PATH="${programs}:$PATH"\n`);
  const server = await start(made, { locale: lang });
  try {
    const window = await openWindow(server.address, folder);
    await window.openFile("zuid.afspraak.json");
    await check("without any program it says what is missing", async () => {
      const text = words.say("Kader cannot be run: this package of the extension brings no program, and there is none on the PATH.");
      const toast = window.page.locator(".notification-toast", { hasText: text });
      await toast.waitFor();
      await window.shot(`no-program-${lang}`);
      copyFileSync(program, join(programs, "kader"));
      chmodSync(join(programs, "kader"), 0o755);
      await window.answer(text, words.say("Try again"), words.title("restart"));
    });
    await check("it runs the one on the PATH", async () => {
      await window.is("check");
      await until("one program", () => running(programs).length === 1);
      await window.listed(foundIn(ZUID, lang).filter((one) => one.severity !== "hint").map((one) => one.message));
    });
    await check("the walkthrough leads through it", async () => {
      const walkthroughs = async () => {
        await window.command("Welcome: Open Walkthrough...");
        await window.box();
      };
      await window.pick(walkthroughs, "Kader", words.manifest("walkthrough.title"));
      await window.press("Enter");
      const steps = window.page.locator(".gettingStartedContainer .getting-started-step");
      await steps.filter({ hasText: words.manifest("walkthrough.new.title") }).first().waitFor();
      await until("five steps", async () => (await steps.count()) === 5);
      const media = window.page.frameLocator(".gettingStartedContainer iframe.webview").frameLocator("iframe#active-frame");
      await media.locator("h2").waitFor();
      await window.shot(`walkthrough-${lang}`);
    });
    await window.close();
  } finally {
    await server.stop();
  }
}
