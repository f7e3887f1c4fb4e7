// Opens the pages of checks from a file in headless Chromium and uses them: those of `fixtures/workspaces/land`, of one with deviations and of
// two policies in both languages, one of hostile texts and names without an end, and one of 1,000 documents with 3,000 findings.
//
//   KADER=target/debug/kader node tests/browser/check.mjs
//
// Environment: KADER, the program; CHROMIUM, the browser; SHOTS, a folder for screenshots (none are taken without it).

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check, folder, isNoWider, open, phone, put, repository, run, shot, violations, written } from "./common.mjs";

const workspace = (name) => join(repository, "fixtures/workspaces", name);

/** An agreement without a place to break its texts, and with texts that would be markup. */
const hostile = join(folder, "hostile");
mkdirSync(hostile);
const endless = "Waterschapsverkeersleidingsondersteuningsdienst".repeat(6);
const markup = "</pre></article><script>document.title='x'</script><img src=x onerror=alert(1)> \" onload=\"y `<b>` \u202E";
const agreement = (id, name, more = {}) => JSON.stringify({
  kader: "netcentrische-samenwerking-2017", id, partner: { naam: name, kerntaken: ["beheerder"] }, reikwijdte: "regionaal",
  regios: ["VR15", "VR17", "VR99"], fase: "verkenning", samenwerkingen: [{ kerntaak: "beheerder", profiel: "kernsamenwerking" }], ...more,
}, null, 2);
writeFileSync(join(hostile, "kader.toml"), "");
writeFileSync(join(hostile, `${"a".repeat(200)}.afspraak.json`), agreement("a".repeat(200), endless));
writeFileSync(join(hostile, "a&b <i>.afspraak.json"), agreement("b", markup, { [markup]: markup }));
writeFileSync(join(hostile, "c.afspraak.json"), agreement("c", "C", { [endless]: { [endless]: [endless.repeat(9)] } }));
writeFileSync(join(hostile, "d.afspraak.json"), "[");

/** As many as a country could have. */
const crowd = join(folder, "crowd");
mkdirSync(crowd);
writeFileSync(join(crowd, "kader.toml"), 'select = ["D103", "D109", "V400"]\n');
for (let at = 0; at < 1000; at += 1) {
  writeFileSync(join(crowd, `${at}.afspraak.json`), agreement(`nummer-${at}`, `Partner ${at % 700}`, { "sleutel": 1, regios: ["VR15", `VR${100 + at}`] }));
}

const places = { land: workspace("land"), deviations: workspace("afwijkingen"), two: workspace("tweede-kader"), hostile };
for (const [name, place] of Object.entries(places)) {
  for (const lang of ["nl", "en"]) put(`${name}-${lang}`, "check", place, lang);
}

/** What the page must show, from the same run as json. */
const told = (name) => {
  const { documents } = JSON.parse(written("check", places[name], "nl", "json"));
  return { documents, findings: documents.flatMap((one) => one.findings), accepted: documents.flatMap((one) => one.deviations) };
};
const visibleCards = (page) => page.locator(".card:not([hidden])");
const number = async (page) => Number((await page.locator("[data-shown]").textContent()).match(/\d+/)[0]);

async function reads(name, lang) {
  const { page, context, faults } = await open(`${name}-${lang}`);
  const what = `${name}, ${lang}`;
  const { documents, findings, accepted } = told(name);
  await check(`${what}: every document and every finding`, async () => {
    assert.equal(await page.locator("html").getAttribute("lang"), lang);
    assert.equal(await page.locator(".document").count(), documents.length);
    assert.equal(await page.locator(".message").count(), findings.length + accepted.length);
    for (const level of ["error", "warning", "info", "hint"]) {
      const many = findings.filter((finding) => finding.severity === level).length;
      assert.equal(Number(await page.locator(`.totals .${level} dd`).textContent()), many, level);
    }
    assert.equal(await number(page), findings.length + accepted.length);
  });
  await check(`${what}: sorted headings, and a link to each`, async () => {
    const headings = await page.locator(".partner > h3").allTextContents();
    assert.deepEqual(await page.locator("#partner-rows tbody a").allTextContents(), headings);
    if (name === "land") assert.deepEqual(headings, headings.toSorted((a, b) => a.localeCompare(b, "nl")));
    const last = page.locator("#partner-rows tbody a").last();
    await last.click();
    const aim = page.locator(await last.getAttribute("href"));
    const box = await aim.boundingBox();
    assert.ok(box.y >= -1 && box.y < 900, `${box.y}`);
  });
  await check(`${what}: what is code is shown as code`, async () => {
    if (name !== "hostile") assert.ok(!(await page.locator("main").innerText()).includes("`"));
    assert.ok(await page.locator(".card code").count() > 0);
  });
  await check(`${what}: no wider than its window`, async () => assert.ok(await isNoWider(page)));
  await check(`${what}: accessible`, async () => assert.deepEqual(await violations(page), []));
  await check(`${what}: logs nothing and asks for nothing`, () => assert.deepEqual(faults, []));
  await page.evaluate(() => window.scrollTo(0, 0));
  await shot(page, `check-${name}-${lang}`);
  await page.locator("#findings").scrollIntoViewIfNeeded();
  await page.evaluate(() => document.querySelector("#findings").scrollIntoView());
  await shot(page, `check-${name}-${lang}-findings`);
  await context.close();
}

async function filters(lang) {
  const { page, context, faults } = await open(`deviations-${lang}`);
  const { findings, accepted } = told("deviations");
  const all = findings.length + accepted.length;
  const clear = async () => {
    await page.locator(".filter button[type=reset]").click();
    await page.waitForFunction(() => document.querySelectorAll(".card[hidden]").length === 0);
  };
  await check(`filters, ${lang}: by severity`, async () => {
    await page.selectOption("select[data-key=level]", "warning");
    const many = findings.filter((finding) => finding.severity === "warning").length;
    assert.equal(await number(page), many);
    const levels = await visibleCards(page).evaluateAll((cards) => cards.map((card) => card.dataset.level));
    assert.deepEqual([...new Set(levels)], ["warning"]);
    assert.match(await page.locator("[data-shown]").textContent(), new RegExp(`${many} .* ${all} \\(`));
    await page.selectOption("select[data-key=level]", "accepted");
    assert.equal(await number(page), accepted.length);
    assert.equal(await page.locator(".document:not([hidden])").count(), 1, "the other document has none");
    await clear();
    assert.equal(await number(page), all);
    assert.equal(await page.locator("[data-group][hidden]").count(), 0);
  });
  await check(`filters, ${lang}: by actor and severity together`, async () => {
    await page.selectOption("select[data-key=actor]", { label: "Partner" });
    assert.equal(await number(page), findings.filter((finding) => finding.actor === "partner").length);
    await page.selectOption("select[data-key=level]", "warning");
    const both = findings.filter((finding) => finding.actor === "partner" && finding.severity === "warning");
    assert.equal(await number(page), both.length);
    await clear();
  });
  await check(`filters, ${lang}: by text, without case and accents, in headings, too`, async () => {
    await page.fill("input[data-match=text]", "R308 ÓNDERTEKENAARS");
    assert.equal(await number(page), findings.filter((finding) => finding.code === "R308").length);
    await page.fill("input[data-match=text]", "utrecht.afspraak");
    assert.ok(await visibleCards(page).count() > 0);
    await page.fill("input[data-match=text]", "nergens te vinden");
    assert.equal(await visibleCards(page).count(), 0);
    assert.ok(!/\d/.test((await page.locator("[data-shown]").textContent()).split("(")[0]));
  });
  await check(`filters, ${lang}: a link to what is left out brings it back`, async () => {
    await page.locator("#partner-rows a").first().click();
    assert.equal(await number(page), all);
    assert.equal(await page.inputValue("input[data-match=text]"), "");
    assert.ok((await page.locator(".partner").first().boundingBox()).y < 900);
  });
  await check(`filters, ${lang}: log nothing`, () => assert.deepEqual(faults, []));
  await context.close();
}

async function keyboard() {
  const { page, context } = await open("land-nl");
  const active = (what) => page.evaluate((what) => document.activeElement[what], what);
  await check("keyboard: from the skip link on", async () => {
    await page.keyboard.press("Tab");
    assert.equal(await active("className"), "skip");
    await page.keyboard.press("Enter");
    assert.equal(await active("id"), "main");
    await page.keyboard.press("Tab");
    assert.equal(await active("className"), "sort", "the heads of the partners sort");
  });
  await check("keyboard: sorts the partners", async () => {
    const errors = page.locator("#partner-rows th[data-sort=error]");
    await errors.locator("button").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    assert.equal(await errors.getAttribute("aria-sort"), "descending");
    const counts = (await page.locator("#partner-rows tbody").evaluateAll((all) => all.map((one) => Number(one.dataset.error))));
    assert.deepEqual(counts, counts.toSorted((a, b) => b - a));
  });
  await check("keyboard: filters", async () => {
    await page.locator("input[data-match=text]").focus();
    await page.keyboard.type("waterschap");
    const partners = await page.locator(".partner:not([hidden]) > h3").allTextContents();
    assert.ok(partners.length > 3 && partners.length < 80, `${partners.length}`);
    for (const key of ["Tab", "Tab", "Tab"]) await page.keyboard.press(key);
    assert.equal(await active("type"), "reset");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll(".partner[hidden]").length === 0);
  });
  await context.close();
}

async function looks(name, options, what) {
  const { page, context, faults } = await open(`${name}-nl`, options);
  await check(`${name}, ${what}: no wider than its window`, async () => assert.ok(await isNoWider(page)));
  await check(`${name}, ${what}: accessible`, async () => assert.deepEqual(await violations(page), []));
  await check(`${name}, ${what}: logs nothing`, () => assert.deepEqual(faults, []));
  await page.evaluate(() => window.scrollTo(0, 0));
  await shot(page, `check-${name}-${what}`);
  await page.evaluate(() => document.querySelector("#findings").scrollIntoView());
  await shot(page, `check-${name}-${what}-findings`);
  await context.close();
}

async function withoutScripts() {
  const { page, context } = await open("deviations-en", { javaScriptEnabled: false });
  const { findings, accepted } = told("deviations");
  await check("without scripts everything can be read", async () => {
    assert.equal(await page.locator(".message >> visible=true").count(), findings.length + accepted.length);
    assert.equal(await page.locator("form").isVisible(), false, "no filter that does nothing");
    assert.equal(await page.locator("button >> visible=true").count(), 0);
  });
  await context.close();
}

/** On paper: A4 upright, a partner on a sheet of its own, without filters. */
async function printed() {
  const { page, context } = await open("land-nl");
  const partners = await page.locator(".partner").count();
  const file = process.env.SHOTS ? join(process.env.SHOTS, "check.pdf") : join(folder, "check.pdf");
  await page.pdf({ path: file, preferCSSPageSize: true });
  await check("the pdf is A4 upright, and a partner begins a sheet", () => {
    const boxes = readFileSync(file, "latin1").match(/\/MediaBox \[[^\]]*\]/g) ?? [];
    assert.ok(boxes.length > partners, `${boxes.length} sheets`);
    for (const box of boxes) {
      const [, , width, height] = box.match(/[\d.]+/g).map(Number);
      assert.ok(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, box);
    }
  });
  await page.emulateMedia({ media: "print" });
  // The width of a sheet less its margins, in CSS pixels.
  await page.setViewportSize({ width: Math.floor((210 - 2 * 9) * 96 / 25.4), height: 900 });
  await check("paper: no filter, no button, and nothing beside the sheet", async () => {
    assert.equal(await page.locator(".filter").isVisible(), false);
    assert.equal(await page.locator("button >> visible=true").count(), 0);
    assert.ok(await isNoWider(page));
  });
  await context.close();
}

/** 1,000 documents with 3,000 findings: opened at once, and a key is answered at once. */
async function many() {
  const html = written("check", crowd, "nl", "html");
  writeFileSync(join(folder, "crowd.html"), html);
  const start = performance.now();
  const { page, context, faults } = await open("crowd");
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
  const opened = Math.round(performance.now() - start);
  console.log(`many findings: ${(html.length / 1e6).toFixed(1)} MB, opened in ${opened} ms`);
  await check("many findings: opened in two seconds", async () => {
    assert.equal(await page.locator(".document").count(), 1000);
    assert.equal(await number(page), 3000);
    assert.ok(opened < 2000, `${opened} ms`);
  });
  await check("many findings: a key is answered at once", async () => {
    const times = await page.evaluate(() => {
      const input = document.querySelector("input[data-match=text]");
      return ["p", "pa", "partner 6", "partner 69", "partner 6", ""].map((text) => {
        const start = performance.now();
        input.value = text;
        input.dispatchEvent(new Event("input", { bubbles: true }));
        document.body.getBoundingClientRect();
        return Math.round(performance.now() - start);
      });
    });
    console.log(`many findings: a key takes ${times.join(", ")} ms`);
    assert.ok(times.toSorted((a, b) => a - b)[3] < 250, `${times}`);
  });
  await check("many findings: log nothing", () => assert.deepEqual(faults, []));
  await context.close();
}

await run("check", async () => {
  for (const name of Object.keys(places)) {
    await reads(name, "nl");
    await reads(name, "en");
    await looks(name, phone, "narrow");
  }
  await looks("deviations", { colorScheme: "dark" }, "dark");
  await looks("land", { colorScheme: "dark" }, "dark");
  await filters("nl");
  await filters("en");
  await keyboard();
  await withoutScripts();
  await printed();
  await many();
});
