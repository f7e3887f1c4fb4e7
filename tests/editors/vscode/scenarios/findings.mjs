// What is found, shown where it is: under the right words, once each, in the list of problems and while somebody types.

import assert from "node:assert/strict";
import { NOORD, OOST, SUPPLEMENTS, ZUID, behind } from "../documents.mjs";
import { found, foundIn, workspace } from "../kader.mjs";
import { until } from "../page.mjs";

export async function findings({ lang, check, open }) {
  const folder = workspace("findings", {
    copies: { sluis: SUPPLEMENTS },
    texts: { "noord.afspraak.json": NOORD, "oost.afspraak.json": OOST, "zuid.afspraak.json": ZUID },
  });
  const told = found(folder, lang);
  const window = await open(folder, { width: 1280, height: 1300 });

  for (const path of ["noord.afspraak.json", "oost.afspraak.json", "sluis/regio/rijnmond.afspraak.json"]) {
    await check(`${path}: each finding is marked under its own words`, async () => {
      await window.openFile(path.split("/").at(-1));
      const expected = marks(told.get(path));
      assert.ok(expected.length >= 3, "something is found");
      await window.marksAre(expected);
    });
  }
  await check("behind an emoji, too", async () => {
    assert.ok(marks(told.get("noord.afspraak.json")).includes('warning "sectr"'));
    assert.ok(marks(told.get("noord.afspraak.json")).includes('warning "nog te bepalen"'));
  });

  await check("the list of problems has each finding once, and nothing else", async () => {
    await window.openFile("noord.afspraak.json");
    await window.problems();
    await window.command("View: Toggle Maximized Panel");
    await window.listed([...told.values()].flat().filter(shown).map(({ message }) => message));
    await window.command("View: Toggle Maximized Panel");
  });
  await check("a click on a problem selects what it is about", async () => {
    const row = window.page.locator(".markers-panel .monaco-list-row", { hasText: "D103" }).first();
    await row.dblclick();
    await until("the place of the finding", async () =>
      (await window.page.locator("#status\\.editor\\.selection").textContent()).includes("(7 selected)"));
    await window.shot(`problems-${lang}`);
  });
  await window.close();
  await typing({ lang, check, open });
}

async function typing({ lang, check, open }) {
  const texts = { "zuid.afspraak.json": ZUID, "draft.json": NOORD, "other.json": '{ "kader": "of a picture" }\n' };
  const window = await open(workspace("typing", { texts }));
  const place = behind(ZUID, '"waterschap-zuid"');
  const all = (text) => foundIn(text, lang).filter(shown);
  const messages = (list) => list.map(({ message }) => message);
  const [sound, broken] = [ZUID, ZUID.replace('zuid",', 'zuid"§,')].map(all);
  const [fault] = messages(broken.filter(({ code }) => code === "S001"));
  assert.ok(fault);

  await check("a fault of the syntax that somebody types is shown once", async () => {
    await window.openFile("zuid.afspraak.json");
    await window.listed(messages(sound));
    await window.goTo(...place);
    await window.type("§");
    await window.listed(messages(broken));
    await window.press("Control+Z");
    await window.listed(messages(sound));
  });
  await check("where the author has it as JSON, the editor's service shows it, and Kader not again", async () => {
    const modes = async () => {
      await window.command("Change Language Mode");
      await window.box();
    };
    await window.pick(modes, "(json)");
    await window.press("Enter");
    await window.page.locator("#status\\.editor\\.mode", { hasText: /^JSON$/ }).waitFor();
    await window.goTo(...place);
    await window.type("§");
    await window.save();
    const own = messages(broken.filter(({ code }) => !/^[SD]/.test(code)));
    await until("what the JSON service says, and what Kader finds beside it", async () => {
      const list = await window.problems();
      const others = list.filter((one) => !own.includes(one));
      return own.every((one) => list.includes(one)) && others.length > 0 && others.every((one) => /expected/i.test(one));
    });
    assert.ok(!(await window.problems()).includes(fault));
    await window.shot(`as-json-${lang}`);
  });
  await check("a JSON file that is an agreement is one, whatever its name; another one is left alone", async () => {
    const mode = (text) => window.page.locator("#status\\.editor\\.mode", { hasText: text }).waitFor();
    await window.openFile("draft.json");
    await mode("Afspraak");
    await until("its marks", async () => (await window.marked()).some(({ text }) => text === '"sectr"'));
    await window.openFile("other.json");
    await mode(/^JSON$/);
    await window.marksAre([]);
  });
  await window.close();
}

/** Hints are dots in the text, and stand in no list. */
const shown = (finding) => finding.severity !== "hint";

/** The marks that findings have. */
const marks = (list) => list.filter(shown).map((one) => `${one.severity} ${one.text}`).sort();
