// What the checks of pages share: the program, the browser, pages that are opened from a file, and what axe says of them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const repository = resolve(fileURLToPath(import.meta.url), "../../..");
/** A folder for pages, which is gone at the end. */
export const folder = mkdtempSync(join(tmpdir(), "kader-"));
/** A phone. */
export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

const kader = resolve(process.env.KADER ?? join(repository, "target/debug/kader"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });

/** What the program writes about the documents in a folder. A check that finds something is none that failed. */
export const written = (command, cwd, lang, format) =>
  execFileSync(kader, [command, "--as-of", "2026-01-01", "--lang", lang, "--format", format,
    ...(command === "check" ? ["--fail-on", "never"] : []), "."], {
    cwd, encoding: "utf8", maxBuffer: 1 << 28, env: { PATH: process.env.PATH, LC_ALL: "C" },
  });

/** Puts a page that the program writes, the same each time, into a file of a name. */
export function put(name, command, cwd, lang) {
  const html = written(command, cwd, lang, "html");
  assert.equal(html, written(command, cwd, lang, "html"), "the same bytes");
  writeFileSync(join(folder, `${name}.html`), html);
}

let checks = 0;
export const check = (name, work) => Promise.resolve(work()).then(() => { checks += 1; }, (error) => {
  error.message = `${name}: ${error.message}`;
  throw error;
});

/** Opens the page of a name; whatever it logs or asks for elsewhere is a fault. */
export async function open(name, options = {}) {
  const url = pathToFileURL(join(folder, `${name}.html`)).href;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => { if (request.url() !== url) faults.push(`asks for ${request.url()}`); });
  await page.goto(url);
  return { page, context, faults };
}

export const shot = async (page, name) => {
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`) });
};

/** Every way in which axe finds the page at fault. axe itself runs outside the page's own rules. */
export async function violations(page) {
  // What has not been scrolled to has no place yet, and axe would take it for something that lies over what has.
  await page.evaluate(() => {
    for (const element of document.querySelectorAll(".partner")) element.style.contentVisibility = "visible";
  });
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
  assert.ok(result.passes.length > 15, "axe has looked");
  return result.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html).join(" ")}`);
}

/** Whether the page is as wide as its window, and no wider. */
export const isNoWider = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Does the checks of a page, and says how many there were. */
export async function run(name, work) {
  try {
    await work();
    console.log(`${name} page: ${checks} checks in ${browser.browserType().name()} ${browser.version()}, all fine`);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
