// Opens overview pages from a file in headless Chromium and uses them: that of `fixtures/workspaces/land` in both languages, that of two
// policies, and one of thousands of rows.
//
//   KADER=target/debug/kader node tests/browser/overview.mjs
//
// Environment: KADER, the program; CHROMIUM, the browser; SHOTS, a folder for screenshots (none are taken without it).

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check, folder, isNoWider, open as opened, phone, put, repository, run, shot, violations, written } from "./common.mjs";

const land = join(repository, "fixtures/workspaces/land");
const two = join(repository, "fixtures/workspaces/tweede-kader");

/** What the page must show, from the same run as json. */
const { rows, summary } = JSON.parse(written("overview", land, "en", "json"));
const names = (row) => {
  const { names, partOf } = row.partner;
  return (names.length > 1 && partOf.length > 0 ? partOf : names).join("; ");
};

for (const lang of ["nl", "en"]) {
  put(lang, "overview", land, lang);
  put(`two-${lang}`, "overview", two, lang);
}

async function open(name, options = {}) {
  const one = await opened(name, options);
  const visible = () => one.page.locator("tbody:not([hidden]) th.name .more span").allTextContents();
  const total = (at) => one.page.locator(".totals [data-total]").nth(at).textContent().then(Number);
  return { ...one, visible, total };
}

async function uses(lang) {
  const { page, context, faults, visible, total } = await open(lang);
  const table = page.locator("table.matrix");
  const shown = page.locator("[data-shown]");
  const head = (key) => page.locator(`th[data-sort=${key}]`);

  await check(`${lang} begins with every row`, async () => {
    assert.deepEqual(await visible(), rows.map(names));
    assert.equal(await total(0), summary.partners);
    assert.equal(await total(1), summary.rows);
    assert.equal(await total(2), summary.regions);
    assert.equal(await total(3), summary.inConversation);
    assert.equal(await total(4), summary.standpoints);
    assert.equal(await total(5), summary.evaluationsPast);
    assert.equal(await page.locator("html").getAttribute("lang"), lang);
  });
  await shot(page, lang);

  await check(`${lang} is reached by the keyboard, from the skip link on`, async () => {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  });

  await check(`${lang} has a mark for each region of each row`, async () => {
    const marks = await table.locator("tbody").evaluateAll((bodies) => bodies.map((body) =>
      Array.from(body.querySelectorAll("td[data-unit]"))
        .filter((cell) => /positive|conditional|negative|agreed|talking/.test(cell.className))
        .map((cell) => cell.dataset.unit)));
    const expected = rows.map((row) => [...new Set([...row.regions, ...row.inConversation])].sort());
    assert.deepEqual(marks, expected);
    const signs = await table.locator("tbody td[data-unit] [aria-hidden]").allTextContents();
    assert.deepEqual([...new Set(signs)].sort(), ["+", "±", "…", "−", "●"].sort(), "never colour alone");
  });

  await check(`${lang} filters by region`, async () => {
    await page.selectOption("select[data-key=unit]", "VR19");
    const expected = rows.filter((row) => row.regions.includes("VR19") || row.inConversation.includes("VR19"));
    assert.deepEqual(await visible(), expected.map(names));
    assert.equal(await total(1), expected.length);
    assert.equal(await total(0), new Set(expected.map((row) => row.partner.number)).size);
    assert.match(await shown.textContent(), new RegExp(`${expected.length}.*${rows.length}.*VR19 Zeeland`));
    const sum = table.locator('tfoot [data-key=agreed][data-is=VR19]');
    assert.equal(Number(await sum.textContent()), expected.filter((row) => row.regions.includes("VR19")).length);
  });

  await check(`${lang} filters by profile and outcome together`, async () => {
    await page.selectOption("select[data-key=profile]", "kernsamenwerking");
    await page.selectOption("select[data-key=outcome]", "gecertificeerd");
    const expected = rows.filter((row) =>
      (row.regions.includes("VR19") || row.inConversation.includes("VR19")) &&
      row.profile === "kernsamenwerking" && row.outcomes.includes("gecertificeerd"));
    assert.ok(expected.length > 1);
    assert.deepEqual(await visible(), expected.map(names));
  });

  await check(`${lang} clears the filters`, async () => {
    await page.locator(".filter button[type=reset]").click();
    await page.waitForFunction((many) => document.querySelectorAll("tbody:not([hidden])").length === many, rows.length);
    assert.deepEqual(await visible(), rows.map(names));
  });

  await check(`${lang} filters by text, without case and accents`, async () => {
    await page.fill("input[data-match=text]", "WÉGEN noord");
    assert.deepEqual(await visible(), ["Rijksdienst voor Wegen en Vaarwegen"]);
    await page.fill("input[data-match=text]", "nergens");
    assert.deepEqual(await visible(), []);
    assert.equal(await total(1), 0);
    await page.fill("input[data-match=text]", "");
  });

  await check(`${lang} sorts by every column that can be sorted`, async () => {
    const byCount = rows.map((row) => row.regions.length).sort((a, b) => a - b);
    const counts = () => table.locator("tbody td.count").allTextContents().then((texts) => texts.map(Number));
    await head("count").locator("button").click();
    assert.deepEqual(await counts(), byCount);
    assert.equal(await head("count").getAttribute("aria-sort"), "ascending");
    await head("count").locator("button").click();
    assert.deepEqual(await counts(), byCount.toReversed());
    assert.equal(await head("count").getAttribute("aria-sort"), "descending");
    assert.equal(await head("place").getAttribute("aria-sort"), null);

    await head("evaluation").locator("button").click();
    const dates = await table.locator("tbody").evaluateAll((all) => all.map((one) => one.dataset.evaluation ?? ""));
    const known = dates.filter((date) => date !== "");
    assert.deepEqual(known, known.toSorted());
    assert.ok(dates.indexOf("") >= known.length, "what has no date comes last");

    for (const [key, cell] of [["taskPlace", "task"], ["profilePlace", "profile"]]) {
      await head(key).locator("button").click();
      const texts = await table.locator(`tbody td.${cell}`).allTextContents();
      const groups = texts.filter((text, at) => text !== texts[at - 1]);
      assert.equal(groups.length, new Set(texts).size, `${key}: the same stand together`);
    }
    await page.selectOption("select[data-order]", "place");
    assert.deepEqual(await visible(), rows.map(names));
  });

  await check(`${lang} unfolds a row with the keyboard`, async () => {
    const more = table.locator("tbody .more").nth(2);
    const details = page.locator(`#${await more.getAttribute("aria-controls")}`);
    assert.equal(await details.isVisible(), false);
    await more.focus();
    await page.keyboard.press("Enter");
    assert.equal(await more.getAttribute("aria-expanded"), "true");
    assert.equal(await details.isVisible(), true);
    assert.ok((await details.textContent()).includes(rows[2].agreements[0].path));
    const box = await more.boundingBox();
    const headBox = await head("place").boundingBox();
    assert.ok(box.y >= headBox.y + headBox.height - 1, "the sticky head hides no row that has the focus");
    await shot(page, `${lang}-details`);
  });

  await check(`${lang} is accessible`, async () => assert.deepEqual(await violations(page), []));
  await check(`${lang} logs nothing and asks for nothing`, () => assert.deepEqual(faults, []));
  await context.close();
}

async function dark() {
  const { page, context, faults } = await open("nl", { colorScheme: "dark" });
  await page.locator("tbody .more").first().click();
  await check("dark is accessible", async () => assert.deepEqual(await violations(page), []));
  await check("dark logs nothing", () => assert.deepEqual(faults, []));
  await shot(page, "dark");
  await context.close();
}

async function narrow() {
  const { page, context, visible, faults } = await open("nl", phone);
  await check("narrow scrolls no further than it is wide", async () => {
    assert.ok(await isNoWider(page));
  });
  await shot(page, "narrow");
  await check("narrow filters, sorts and unfolds", async () => {
    await page.selectOption("select[data-key=unit]", "VR02");
    const expected = rows.filter((row) => row.regions.includes("VR02") || row.inConversation.includes("VR02"));
    assert.deepEqual(await visible(), expected.map(names));
    await page.selectOption("select[data-order]", "count");
    const counts = (await page.locator("tbody:not([hidden]) td.count").allTextContents()).map(Number);
    assert.deepEqual(counts, counts.toSorted((a, b) => a - b));
    const more = page.locator("tbody:not([hidden]) .more").nth(1);
    await more.tap();
    const details = page.locator(`#${await more.getAttribute("aria-controls")} .agreements`);
    const box = await details.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 390, "the details fit");
    await shot(page, "narrow-details");
  });
  await check("narrow is accessible", async () => assert.deepEqual(await violations(page), []));
  await check("narrow logs nothing", () => assert.deepEqual(faults, []));
  await context.close();
}

async function withoutScripts() {
  const { page, context } = await open("en", { javaScriptEnabled: false });
  await check("without scripts everything can be read", async () => {
    assert.equal(await page.locator("tbody").count(), rows.length);
    assert.equal(await page.locator("tr.details >> visible=true").count(), rows.length);
    assert.equal(await page.locator("form").isVisible(), false, "no filter that does nothing");
    assert.equal(await page.locator("button >> visible=true").count(), 0);
  });
  await context.close();
}

/** On paper: A4 on its side, every column within the sheet, heads repeated. */
async function printed() {
  const { page, context } = await open("nl");
  await page.emulateMedia({ media: "print" });
  // The width of a sheet less its margins, in CSS pixels.
  const sheet = Math.floor((297 - 2 * 9) * 96 / 25.4);
  await page.setViewportSize({ width: sheet, height: 700 });
  await check("the matrix fits on a sheet", async () => {
    const width = await page.evaluate(() => Math.ceil(document.querySelector("table.matrix").getBoundingClientRect().right));
    assert.ok(width <= sheet, `${width} of ${sheet}`);
    assert.equal(await page.locator(".filter").isVisible(), false);
  });
  const file = process.env.SHOTS ? join(process.env.SHOTS, "print.pdf") : join(folder, "print.pdf");
  await page.pdf({ path: file, preferCSSPageSize: true });
  await check("the pdf is A4 on its side", () => {
    const boxes = readFileSync(file, "latin1").match(/\/MediaBox \[[^\]]*\]/g) ?? [];
    assert.ok(boxes.length > 1, "more than one sheet");
    for (const box of boxes) {
      const [, , width, height] = box.match(/[\d.]+/g).map(Number);
      assert.ok(Math.abs(width - 842) < 2 && Math.abs(height - 595) < 2, box);
    }
  });
  await context.close();
}

/** Two policies: each has a form and a table of its own. */
async function twoPolicies(lang) {
  const { page, context, faults } = await open(`two-${lang}`);
  const { policies, rows } = JSON.parse(written("overview", two, lang, "json"));
  await check(`two policies, ${lang}: each filters its own table`, async () => {
    assert.equal(await page.locator("table.matrix").count(), policies.length);
    const labels = await page.locator("form[role=search]").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    assert.equal(new Set(labels).size, policies.length, labels.join(", "));
    await page.locator("input[data-match=text]").first().fill("zzz");
    const left = await page.locator("tbody:not([hidden])").count();
    assert.equal(left, rows.filter((row) => row.policy !== policies[0].id).length);
    await page.locator("input[data-match=text]").first().fill("");
  });
  await check(`two policies, ${lang}: no column for what a policy does not use`, async () => {
    assert.equal(await page.locator("th.adopting").count(), 1);
    assert.equal(await page.locator(".sample.adopts").count(), 1);
  });
  await shot(page, `two-${lang}`);
  await check(`two policies, ${lang}: accessible`, async () => assert.deepEqual(await violations(page), []));
  await check(`two policies, ${lang}: logs nothing and asks for nothing`, () => assert.deepEqual(faults, []));
  await context.close();
}

/** Thousands of rows, made of one: a key is answered at once, and all of them can be had. */
async function many() {
  const page0 = readFileSync(join(folder, "nl.html"), "utf8");
  const body = page0.match(/<tbody data-place="0"[\s\S]*?<\/tbody>\n?/)[0];
  const copies = Array.from({ length: 8000 }, (_, at) =>
    body.replace(/data-place="0"/, `data-place="${at}"`).replaceAll(/-rows-1"/g, `-rows-x${at}"`).replace(/data-text="/, `data-text="rij${at} `));
  const from = page0.indexOf("<tbody"), to = page0.indexOf("<tfoot");
  writeFileSync(join(folder, "many.html"), page0.slice(0, from) + copies.join("") + page0.slice(to));
  const { page, context, faults, total } = await open("many");
  const drawn = () => page.locator("tbody:not([hidden])").count();
  await check("many rows: some are drawn, all are counted", async () => {
    assert.equal(await drawn(), 300);
    assert.equal(await total(1), 8000);
    assert.match(await page.locator("[data-rest]").textContent(), /7700/);
  });
  await check("many rows: a key is answered at once", async () => {
    const times = await page.evaluate(() => {
      const input = document.querySelector("input[data-match=text]");
      return ["r", "ri", "rij", "rij7", "rij79", "rij7"].map((text) => {
        const start = performance.now();
        input.value = text;
        input.dispatchEvent(new Event("input", { bubbles: true }));
        document.body.getBoundingClientRect();
        return Math.round(performance.now() - start);
      });
    });
    console.log(`many rows: a key takes ${times.join(", ")} ms`);
    assert.ok(times.toSorted((a, b) => a - b)[3] < 150, `${times}`);
    assert.equal(await total(1), 1111);
    assert.equal(await drawn(), 300);
  });
  await check("many rows: the others on request", async () => {
    await page.locator("[data-rest]").click();
    assert.equal(await drawn(), 1111);
    assert.equal(await page.locator("[data-rest]").isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement.className), "scroll");
  });
  await check("many rows: log nothing", () => assert.deepEqual(faults, []));
  await context.close();
}

await run("overview", async () => {
  await uses("nl");
  await uses("en");
  await dark();
  await narrow();
  await withoutScripts();
  await printed();
  await twoPolicies("nl");
  await twoPolicies("en");
  await many();
});
