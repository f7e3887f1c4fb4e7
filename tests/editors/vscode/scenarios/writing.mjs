// Writing an agreement: what is offered, what words mean, and what is mended, by a key, by a command and on saving.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NOORD, ZUID, behind } from "../documents.mjs";
import { fixed, found, foundIn, laidOut, workspace } from "../kader.mjs";
import { comes, until } from "../page.mjs";

export async function writing({ lang, check, open, words }) {
  const folder = workspace("writing", {
    texts: { "noord.afspraak.json": NOORD, "zuid.afspraak.json": ZUID, "west.afspraak.json": ZUID.replace("zuid", "west").replace("Zuid", "West") },
  });
  const told = found(folder, lang);
  const mended = fixed(folder, "noord.afspraak.json");
  const saved = (name) => readFileSync(join(folder, name), "utf8");
  const window = await open(folder);
  await window.openFile("noord.afspraak.json");
  await until("marks", async () => (await window.marked()).length >= 3);

  await check("a hover says what is found, why, and how to mend it", async () => {
    const finding = told.get("noord.afspraak.json").find(({ code }) => code === "D103");
    const hover = await window.hover('"sectr"');
    await until("the finding", async () => (await hover.innerText()).includes(finding.message));
    const said = (await hover.innerText()).replaceAll(/\s+/g, " ");
    for (const sentence of bare(finding.help).split(". ")) assert.ok(bare(said).includes(sentence), `${sentence} in ${said}`);
    assert.equal(said.split(finding.message).length, 2, "what is found is said once");
    assert.ok(!said.includes("D103:"), said);
    await window.shot(`hover-${lang}`);
    await window.page.mouse.move(5, 5);
  });

  await check("a quick fix mends what the cursor is at", async () => {
    await window.click('"sectr"');
    const [fix] = told.get("noord.afspraak.json").find(({ code }) => code === "D103").fixes;
    const action = window.page.locator(".action-widget .monaco-list-row", { hasText: fix.title });
    await window.bring("Control+.", action.first());
    await window.shot(`quick-fix-${lang}`);
    await window.press("Enter");
    await until("another text", async () => (await window.shows('"sector"')) && !(await window.shows('"sectr"')));
    await window.press("Control+Z");
    await until("the old text", () => window.shows('"sectr"'));
  });

  await check("all safe fixes at once give what `kader check --fix` gives", async () => {
    await window.command(words.title("fixAll"));
    await until("the mended text", () => window.shows('"sector"'));
    await window.save();
    assert.equal(saved("noord.afspraak.json"), mended);
  });

  await completes(window, { lang, check });
  await deviates(window, { lang, check, words, told, saved });
  await laysOut(window, { check, saved });
  await window.close();
  await fixesOnSave({ check, open });
}

async function completes(window, { lang, check }) {
  await check("keys are offered where one may stand, also in a text that is broken there", async () => {
    await window.openFile("zuid.afspraak.json");
    await window.goTo(...behind(ZUID, '"fase": "uitwerking",'));
    await window.press("Enter");
    const row = window.page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "evaluatie" });
    await window.type('"eval', 100);
    // Whoever types faster than the editor asks has to ask for it.
    if (!(await comes(row.first().waitFor({ timeout: 3000 })))) await window.bring("Control+Space", row.first());
    // The editor shows at first what it is called, and on request what it means. Where its question about that was given up, because the list
    // came anew meanwhile, only another list asks again.
    const details = window.page.locator(".suggest-details").first();
    await until("what it means", async () => {
      if (!(await row.first().isVisible())) await window.press("Control+Space");
      if (await comes(details.waitFor({ timeout: 2000 }))) return true;
      await window.press("Control+Space");
      if (await comes(details.waitFor({ timeout: 3000 }))) return true;
      await window.press("Escape");
      return false;
    }, 60_000);
    await window.shot(`completion-${lang}`);
    await window.press("Enter");
    await until("the member", () => window.shows('"evaluatie"'));
    await window.revert();
  });
  await check("identifiers are offered where one is meant", async () => {
    await window.openFile("zuid.afspraak.json");
    const [line, column] = behind(ZUID, '"profiel": "');
    await window.goTo(line, column);
    for (const _ of "koppelsamenwerking") await window.press("Delete");
    const rows = window.page.locator(".suggest-widget.visible .monaco-list-row");
    await window.bring("Control+Space", rows.first());
    assert.match(await rows.first().getAttribute("aria-label"), /samenwerking/);
    await window.press("Escape");
    await window.revert();
  });
  await check("a snippet gives the usual form of a part", async () => {
    await window.goTo(...behind(ZUID, '"fase": "uitwerking",'));
    await window.press("Enter");
    await window.type("looptijd");
    const row = window.page.locator(".suggest-widget.visible .monaco-list-row", { has: window.page.locator(".codicon-symbol-snippet") });
    const usual = row.filter({ hasText: "looptijd" }).first();
    await window.bring("Control+Space", usual);
    await usual.click();
    await until("the part", () => window.shows('"looptijd": { "van": "20'));
    await window.press("Escape");
    await window.revert();
  });
}

async function deviates(window, { lang, check, words, told, saved }) {
  await check("a finding is accepted as a deviation, and its reason is selected", async () => {
    await window.openFile("west.afspraak.json");
    await until("marks", async () => (await window.marked()).length >= 1);
    await window.click('"in-voorbereiding"');
    await window.command(words.title("acceptDeviation"));
    const several = window.page.locator(".quick-input-widget:visible", { hasText: words.say("Which finding is to be accepted?") });
    const selection = window.page.locator("#status\\.editor\\.selection", { hasText: /selected/ });
    await until("a stub", async () => (await selection.isVisible()) || (await several.isVisible()));
    if (await several.isVisible()) await window.press("Enter");
    await selection.waitFor();
    await window.shot(`deviation-${lang}`);
    await window.type("De meldkamer oefent dit in mei");
    await window.save();
    const { afwijkingen } = JSON.parse(saved("west.afspraak.json"));
    assert.equal(afwijkingen[0].toelichting, "De meldkamer oefent dit in mei");
    const before = told.get("west.afspraak.json").filter(({ code }) => code === afwijkingen[0].regel);
    const after = foundIn(saved("west.afspraak.json"), lang, "west.afspraak.json");
    assert.equal(after.filter(({ code }) => code === afwijkingen[0].regel).length, before.length - 1);
  });
}

async function laysOut(window, { check, saved }) {
  await check("the layout is that of `kader fmt`, without a question about formatters", async () => {
    await window.openFile("zuid.afspraak.json");
    await window.press("Control+Home");
    await window.type("   ");
    await window.goTo(...behind(ZUID, '"reikwijdte":'));
    await window.type("      ");
    await window.save();
    const crooked = saved("zuid.afspraak.json");
    assert.notEqual(crooked, laidOut(crooked));
    await window.command("Format Document");
    await window.page.locator(".tab.active.dirty").waitFor();
    await window.save();
    assert.equal(saved("zuid.afspraak.json"), laidOut(crooked));
  });
}

async function fixesOnSave({ check, open }) {
  const settings = { "editor.codeActionsOnSave": { "source.fixAll.kader": "explicit" } };
  const folder = workspace("saving", { texts: { "noord.afspraak.json": NOORD, ".vscode/settings.json": JSON.stringify(settings) } });
  const mended = fixed(folder, "noord.afspraak.json");
  const window = await open(folder);
  await check("where the settings say so, saving mends", async () => {
    await window.openFile("noord.afspraak.json");
    await until("marks", async () => (await window.marked()).length >= 3);
    await window.goTo(...behind(NOORD, "}\n  ],\n}"));
    await window.type(" ");
    await window.press("Control+S");
    await until("the mended file", () => readFileSync(join(folder, "noord.afspraak.json"), "utf8").trim() === mended.trim());
  });
  await window.close();
}

/** A text without the marks of code, as a page shows it. */
const bare = (text) => text.replaceAll("`", "").replaceAll(/\s+/g, " ");
