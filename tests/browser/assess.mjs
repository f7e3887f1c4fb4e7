// Opens assessment pages from a file in headless Chromium: those of `fixtures/assess` and of two policies in both languages, and one with names
// that go on without an end.
//
//   KADER=target/debug/kader node tests/browser/assess.mjs
//
// Environment: KADER, the program; CHROMIUM, the browser; SHOTS, a folder for screenshots (none are taken without it).

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check, folder, isNoWider, open, phone, put, repository, run, shot, violations, written } from "./common.mjs";

const family = join(repository, "fixtures/assess");
const two = join(repository, "fixtures/workspaces/tweede-kader");

/** Agreements with a name, an id and a path that hold no place to break them. */
const long = join(folder, "long");
mkdirSync(long);
const endless = "Waterschapsverkeersleidingsondersteuningsdienst".repeat(6);
const document = JSON.parse(readFileSync(join(family, "waterschap-drie-meren.afspraak.json"), "utf8"));
document.partner = { ...document.partner, naam: endless };
writeFileSync(join(long, `${"a".repeat(200)}.afspraak.json`), JSON.stringify({ ...document, id: "a".repeat(200) }));
writeFileSync(join(long, "b.afspraak.json"), JSON.stringify({ ...document, id: "b", aanvullingOp: "a".repeat(200) }));

const places = { family, two, long };
for (const [name, place] of Object.entries(places)) {
  for (const lang of ["nl", "en"]) put(`${name}-${lang}`, "assess", place, lang);
}

async function reads(name, lang) {
  const { documents } = JSON.parse(written("assess", places[name], lang, "json"));
  const { page, context, faults } = await open(`${name}-${lang}`);
  const what = `${name}, ${lang}`;
  await check(`${what}: every document and every cooperation`, async () => {
    assert.equal(await page.locator("html").getAttribute("lang"), lang);
    assert.equal(await page.locator("main > section").count(), documents.length);
    const many = documents.flatMap((one) => one.cooperations).length;
    assert.equal(await page.locator("article").count(), many);
    const standings = await page.locator(".outcome strong").evaluateAll((all) => all.map((one) => one.className));
    const none = documents.flatMap((one) => one.cooperations).filter((one) => one.outcome === null).length;
    assert.equal(standings.filter((standing) => standing === "none").length, none);
  });
  await check(`${what}: what is code is shown as code`, async () => {
    assert.ok(!(await page.locator("main").innerText()).includes("`"));
    assert.ok(await page.locator("main dd code, main li code, main p code").count() > 0);
  });
  await check(`${what}: reached by the keyboard, from the skip link on`, async () => {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  });
  await check(`${what}: no wider than its window`, async () => assert.ok(await isNoWider(page)));
  await check(`${what}: accessible`, async () => assert.deepEqual(await violations(page), []));
  await check(`${what}: logs nothing and asks for nothing`, () => assert.deepEqual(faults, []));
  await shot(page, `assess-${name}-${lang}`);
  await context.close();
}

async function narrow(name) {
  const { page, context, faults } = await open(`${name}-nl`, phone);
  await check(`${name}, narrow: no wider than its window`, async () => assert.ok(await isNoWider(page)));
  await check(`${name}, narrow: accessible`, async () => assert.deepEqual(await violations(page), []));
  await check(`${name}, narrow: logs nothing`, () => assert.deepEqual(faults, []));
  await shot(page, `assess-${name}-narrow`);
  await context.close();
}

async function dark() {
  const { page, context } = await open("family-nl", { colorScheme: "dark" });
  await check("dark is accessible", async () => assert.deepEqual(await violations(page), []));
  await context.close();
}

await run("assess", async () => {
  for (const name of Object.keys(places)) {
    await reads(name, "nl");
    await reads(name, "en");
    await narrow(name);
  }
  await dark();
});
