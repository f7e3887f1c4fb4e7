// Finding one's way: the outline, agreements by name, what belongs to what, and an id that is renamed everywhere.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SUPPLEMENTS, ZUID, behind } from "../documents.mjs";
import { workspace } from "../kader.mjs";
import { until } from "../page.mjs";

export async function around({ lang, check, open }) {
  const folder = workspace("around", { copies: { sluis: SUPPLEMENTS }, texts: { "zuid.afspraak.json": ZUID } });
  const read = (path) => readFileSync(join(folder, path), "utf8");
  const window = await open(folder);
  const row = (text) => window.choices.filter({ hasText: text });

  await check("the outline has the parts of the agreement", async () => {
    await window.openFile("zuid.afspraak.json");
    await window.summon("Control+Shift+O");
    for (const part of ["samenwerkingen", "beheerder", "alarmering"]) {
      await window.page.locator(".quick-input-widget input").first().fill(`@${part}`);
      await row(part).first().waitFor();
    }
    await window.press("Escape");
  });
  await check("agreements and partners are found by name in the whole folder", async () => {
    await window.summon("Control+T");
    await window.page.locator(".quick-input-widget input").first().fill("#sluis");
    await row("De Sluis").first().waitFor();
    await window.shot(`symbols-${lang}`);
    await window.press("Escape");
  });
  await check("a supplement leads to its general agreement", async () => {
    await window.openFile("rijnmond.afspraak.json");
    await window.goTo(...behind(read("sluis/regio/rijnmond.afspraak.json"), '"aanvullingOp": "de-s'));
    await window.press("F12");
    await window.page.locator(".tab.active", { hasText: "algemeen.afspraak.json" }).waitFor();
  });
  await check("a lens leads to the other agreements of the partner", async () => {
    const lenses = window.editor.first().locator(".codelens-decoration a");
    await lenses.first().waitFor();
    await lenses.first().click();
    await window.page.locator(".reference-zone-widget .monaco-list-row", { hasText: "rijnmond" }).first().waitFor();
    await window.shot(`references-${lang}`);
    await window.press("Escape");
    await window.page.locator(".reference-zone-widget").waitFor({ state: "hidden" });
  });
  await check("an id is renamed in all agreements", async () => {
    await window.goTo(...behind(read("sluis/algemeen.afspraak.json"), '"id": "de-s'));
    await window.press("F2");
    const box = window.page.locator(".rename-box input");
    await box.waitFor();
    await box.fill("sluis-en-brug");
    await window.press("Enter");
    await until("both files", () => ["algemeen", "regio/rijnmond"].every((name) => read(`sluis/${name}.afspraak.json`).includes('"sluis-en-brug"')));
    assert.ok(read("sluis/regio/verdwaald.afspraak.json").includes('"de-sluizen"'), "another id is another one");
  });
  await window.close();
}
