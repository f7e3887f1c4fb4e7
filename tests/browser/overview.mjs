// Opens the overview page of `fixtures/workspaces/land` from a file in headless Chromium, in both languages, and uses it.
//
//   KADER=target/debug/kader node tests/browser/overview.mjs
//
// Environment: KADER, the program; CHROMIUM, the browser; SHOTS, a folder for screenshots (none are taken without it).

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const repository = resolve(fileURLToPath(import.meta.url), "../../..");
const kader = resolve(process.env.KADER ?? join(repository, "target/debug/kader"));
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const land = join(repository, "fixtures/workspaces/land");
const folder = mkdtempSync(join(tmpdir(), "kader-"));

const made = (lang, format) =>
  execFileSync(kader, ["overview", "--as-of", "2026-01-01", "--lang", lang, "--format", format, "."], {
    cwd: land, encoding: "utf8", maxBuffer: 1 << 28, env: { PATH: process.env.PATH, LC_ALL: "C" },
  });

/** What the page must show, from the same run as json. */
const { rows, summary } = JSON.parse(made("en", "json"));
const names = (row) => {
  const { names, partOf } = row.partner;
  return (names.length > 1 && partOf.length > 0 ? partOf : names).join("; ");
};

let checks = 0;
const check = (name, work) => Promise.resolve(work()).then(() => { checks += 1; }, (error) => {
  error.message = `${name}: ${error.message}`;
  throw error;
});

const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });

/** Opens a page; whatever it logs or asks for elsewhere is a fault. */
async function open(lang, options = {}) {
  const file = join(folder, `${lang}.html`);
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => { if (request.url() !== url) faults.push(`asks for ${request.url()}`); });
  await page.goto(url);
  const visible = () => page.locator("tbody:not([hidden]) th.name .more span").allTextContents();
  const total = (at) => page.locator(".totals [data-total]").nth(at).textContent().then(Number);
  return { page, context, faults, visible, total };
}

const shot = async (page, name) => {
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`) });
};

/** Every way in which axe finds the page seriously at fault. axe itself runs outside the page's own rules. */
async function serious(page) {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
  const evaluate = async (expression) => {
    const answer = await session.send("Runtime.evaluate", {
      expression, contextId: executionContextId, awaitPromise: true, returnByValue: true,
    });
    assert.equal(answer.exceptionDetails, undefined, JSON.stringify(answer.exceptionDetails));
    return answer.result.value;
  };
  await evaluate(`${axe}; undefined`);
  const result = JSON.parse(await evaluate("axe.run(document).then((result) => JSON.stringify(result))"));
  assert.ok(result.passes.length > 20, "axe has looked");
  return result.violations
    .filter((one) => ["serious", "critical"].includes(one.impact))
    .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html).join(" ")}`);
}

for (const lang of ["nl", "en"]) {
  const html = made(lang, "html");
  assert.equal(html, made(lang, "html"), "the same bytes");
  writeFileSync(join(folder, `${lang}.html`), html);
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

  await check(`${lang} is accessible`, async () => assert.deepEqual(await serious(page), []));
  await check(`${lang} logs nothing and asks for nothing`, () => assert.deepEqual(faults, []));
  await context.close();
}

async function dark() {
  const { page, context, faults } = await open("nl", { colorScheme: "dark" });
  await page.locator("tbody .more").first().click();
  await check("dark is accessible", async () => assert.deepEqual(await serious(page), []));
  await check("dark logs nothing", () => assert.deepEqual(faults, []));
  await shot(page, "dark");
  await context.close();
}

async function narrow() {
  const options = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
  const { page, context, visible, faults } = await open("nl", options);
  await check("narrow scrolls no further than it is wide", async () => {
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
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
  await check("narrow is accessible", async () => assert.deepEqual(await serious(page), []));
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

try {
  await uses("nl");
  await uses("en");
  await dark();
  await narrow();
  await withoutScripts();
  await printed();
  console.log(`overview page: ${checks} checks in ${browser.browserType().name()} ${browser.version()}, all fine`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
