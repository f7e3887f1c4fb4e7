// A folder that is not trusted: the program does not run, and the JSON schema says what it can. Once trusted, it is the other way round.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { NOORD } from "../documents.mjs";
import { foundIn, workspace } from "../kader.mjs";
import { open as openWindow, until } from "../page.mjs";
import { profile as fresh, start } from "../server.mjs";
import { running } from "./life.mjs";

export async function trust({ lang, check, vsix, words }) {
  const text = NOORD.replace("],\n}", "]\n}");
  const folder = workspace("trust", { texts: { "noord.afspraak.json": text, ".vscode/settings.json": '{ "kader.server.path": "/bin/false" }' } });
  const made = fresh(`trust-${lang}`, { vsix, lang, settings: { "kader.lang": lang } });
  const server = await start(made, { locale: lang, trust: true });
  try {
    const window = await openWindow(server.address, folder, { width: 1280, height: 1000 });
    await window.openFile("noord.afspraak.json");
    await check("where the folder is not trusted, the schema says what is wrong", async () => {
      await window.is("shield");
      await window.page.locator("#status\\.editor\\.mode", { hasText: /^JSON$/ }).waitFor();
      await window.listed(["Property sectr is not allowed."]);
      await window.marksAre(['warning "sectr"']);
      assert.deepEqual(running(made.extensions), []);
    });
    await check("it explains keys in the author's language", async () => {
      const hover = await window.hover('"reikwijdte"');
      const sentence = lang === "nl" ? /regio's/ : /regions/;
      await until("the description", async () => sentence.test(await hover.innerText()));
      await window.page.mouse.move(5, 5);
      await window.shot(`untrusted-${lang}`);
    });
    await check("its commands are not offered, and the program named by the folder is not run", async () => {
      await window.summon("F1");
      await window.page.locator(".quick-input-widget input").first().fill(">Kader: ");
      await window.choices.filter({ hasText: words.title("showOutput") }).waitFor();
      assert.equal(await window.choices.filter({ hasText: words.title("overview") }).count(), 0);
      await window.press("Escape");
    });
    await check("once it is trusted, Kader says it, and the schema no more", async () => {
      writeFileSync(join(folder, ".vscode/settings.json"), "{}");
      await window.status.click();
      await window.choices.filter({ hasText: words.say("Manage trust") }).click();
      await window.page.locator(".workspace-trust-editor .monaco-button", { hasText: /^Trust$/ }).click();
      await window.is("check");
      await window.openFile("noord.afspraak.json");
      await window.page.locator("#status\\.editor\\.mode", { hasText: "Afspraak" }).waitFor();
      await window.listed(foundIn(text, lang, "noord.afspraak.json").filter((one) => one.severity !== "hint").map((one) => one.message));
    });
    await window.close();
  } finally {
    await server.stop();
  }
}
