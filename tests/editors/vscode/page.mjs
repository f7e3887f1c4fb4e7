// A window of the editor, as somebody at its keyboard and screen has it.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

/** How long something may take that is waited for. */
const PATIENCE = 20_000;
export const VIEW = { width: 1280, height: 800 };

let browser;
/** All that have been opened, the newest last. */
export const windows = [];
/** What pages have asked for elsewhere than from their server. */
export const elsewhere = [];
export const browserVersion = () => `Chromium ${browser.version()}`;

/** Opens a window on a folder, as somebody does who has never been there. What it asks for elsewhere is noted and not given. */
export async function open(address, folder, view = VIEW) {
  browser ??= await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const context = await browser.newContext({ viewport: view, reducedMotion: "reduce" });
  context.setDefaultTimeout(PATIENCE);
  await context.route((url) => url.hostname !== "127.0.0.1", (route) => {
    elsewhere.push(route.request().url());
    return route.abort();
  });
  const page = await context.newPage();
  await page.goto(`${address}/?folder=${encodeURIComponent(folder)}`);
  await page.locator(".monaco-workbench").waitFor();
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  const window = new Window(page);
  windows.push(window);
  return window;
}

export const closeBrowser = () => browser?.close();

/** Asks the browser something. What the editor loads anew in that moment has no answer yet. */
async function ask(question) {
  try {
    return await question();
  } catch (error) {
    if (/Frame was detached|Execution context was destroyed/.test(error.message)) return undefined;
    throw error;
  }
}

/** Whether something comes in time. */
export const comes = (waiting) => waiting.then(() => true, () => false);

/** Waits until something holds; says what it was that never did. */
export async function until(what, holds, patience = PATIENCE) {
  const end = Date.now() + patience;
  let last;
  for (;;) {
    last = await ask(holds);
    if (last) return last;
    if (Date.now() > end) throw new Error(`it never came: ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

export class Window {
  constructor(page) {
    this.page = page;
  }

  close() {
    return this.page.context().close();
  }

  press(...keys) {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  type(text, delay = 10) {
    return this.page.keyboard.type(text, { delay });
  }

  /** A picture, where there is a folder for them. */
  async shot(name, options = {}) {
    if (!process.env.SHOTS) return;
    mkdirSync(process.env.SHOTS, { recursive: true });
    await this.page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), ...options });
  }

  /** The editor in front. */
  get editor() {
    return this.page.locator(".editor-group-container.active .editor-instance");
  }

  /** The rows of the box at the top. */
  get choices() {
    return this.page.locator(".quick-input-widget .quick-input-list .monaco-list-row");
  }

  /** Opens a file of the folder by its name. */
  async openFile(name) {
    await this.choose("Control+P", name);
    await this.press("Enter");
    await this.page.locator(".tab.active", { hasText: name }).waitFor();
    await this.editor.locator(".view-line").first().waitFor();
  }

  /** Has a key open the box at the top. One that is there from before has gone by then. */
  async summon(key) {
    await this.page.locator(".quick-input-widget:visible").waitFor({ state: "hidden" });
    // A page that loads takes the keys for a moment.
    await until(`the box that ${key} opens`, async () => {
      await this.press(key);
      return comes(this.box(3000));
    });
  }

  /** The box at the top, once it is there and takes what is typed. */
  box(timeout = PATIENCE) {
    return this.page.locator(".quick-input-widget:visible input:focus").first().waitFor({ timeout });
  }

  /** Waits until the choice that Enter takes is this one. */
  foremost(text, timeout = PATIENCE) {
    const focused = this.page.locator(".quick-input-widget .quick-input-list .monaco-list-row.focused", { hasText: text });
    return focused.waitFor({ timeout });
  }

  /** Has a key open the box, and types until the choice that Enter takes is this one. */
  choose(key, text) {
    return this.pick(() => this.summon(key), text);
  }

  /** Has the box opened, and types until the choice that Enter takes is the one wanted: anew where a page that loads has taken some of the keys. */
  pick(summon, text, wanted = text) {
    return until(`the choice of ${wanted}`, async () => {
      await summon();
      await this.type(text);
      if (await comes(this.foremost(wanted, 6000))) return true;
      await this.press("Escape");
      return false;
    }, 3 * PATIENCE);
  }

  /** Runs a command by its title in the palette. */
  async command(title) {
    await this.choose("F1", title);
    await this.press("Enter");
  }

  /** Goes to a line and column, which count from one. */
  async goTo(line, column) {
    await this.summon("Control+G");
    await this.type(`${line}:${column}`);
    await this.press("Enter");
    await until(`the cursor at ${line}:${column}`, async () => {
      const said = await this.page.locator("#status\\.editor\\.selection").textContent();
      const [atLine, atColumn] = said.match(/\d+/g).map(Number);
      return atLine === line && atColumn === column;
    });
  }

  /** Answers a message by one of its buttons; where the editor has put it away, by a command that does the same. */
  async answer(text, button, command) {
    const message = this.page.locator(".notification-toast", { hasText: text }).first();
    const pressed = comes(message.hover({ timeout: 5000 })).then((there) =>
      there && comes(message.locator(".monaco-button", { hasText: button }).first().click({ timeout: 5000 })));
    if (!(await pressed)) await this.command(command);
  }

  /** The item of Kader in the status bar. */
  get status() {
    return this.page.locator('[id="kader.kader.kader.status"]');
  }

  /** Waits until the status bar shows that Kader is in a condition, by its icon. */
  is(icon) {
    return this.status.locator(`.codicon-${icon}`).waitFor();
  }

  /** What is marked in the editor in front: the text above each wavy line, and how grave it is. */
  marked() {
    return this.editor.first().evaluate((editor) => {
      const chars = [...editor.querySelectorAll(".view-line")].flatMap((line) => {
        const all = [];
        const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
          const node = walk.currentNode;
          // What stands between the letters without being one of them: hints.
          if (/dyn-rule/.test(node.parentElement.className)) continue;
          let at = 0;
          for (const char of node.data) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + char.length);
            at += char.length;
            all.push({ char: char === "\u00a0" ? " " : char, box: range.getBoundingClientRect() });
          }
        }
        return all;
      });
      const level = (mark) => mark.className.match(/squiggly-(\w+)/)[1];
      return [...editor.querySelectorAll('.cdr[class*="squiggly-"]')].map((mark) => {
        const box = mark.getBoundingClientRect();
        const within = chars.filter((one) => {
          const middle = one.box.left + one.box.width / 2;
          const height = one.box.top + one.box.height / 2;
          return middle > box.left && middle < box.right && height > box.top && height < box.bottom;
        });
        return { level: level(mark), text: within.map((one) => one.char).join(""), top: box.top };
      }).sort((a, b) => a.top - b.top);
    });
  }

  /** Waits until just these marks are in the editor in front: how grave each is, and the text above it. */
  async marksAre(expected) {
    let last = [];
    await until("the marks", async () => {
      last = (await this.marked()).map(({ level, text }) => `${level} ${text}`).sort();
      return JSON.stringify(last) === JSON.stringify(expected);
    }).catch(() => assert.deepEqual(last, expected));
  }

  /** Where a text stands on the screen: its middle. */
  place(text, nth = 0) {
    return until(`on the screen: ${text}`, () => this.placed(text, nth));
  }

  placed(text, nth) {
    return this.editor.first().evaluate((editor, [text, nth]) => {
      let left = nth;
      for (const line of editor.querySelectorAll(".view-line")) {
        const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
          const node = walk.currentNode;
          const at = node.data.replaceAll("\u00a0", " ").indexOf(text);
          if (at < 0 || left-- > 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + text.length);
          const box = range.getBoundingClientRect();
          return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        }
      }
      return undefined;
    }, [text, nth]);
  }

  /** Whether a text stands on the screen. */
  async shows(text) {
    const lines = await this.editor.first().locator(".view-line").allTextContents();
    return lines.some((line) => line.replaceAll("\u00a0", " ").includes(text));
  }

  /** What is said of a text where the mouse stands on it. */
  async hover(text, nth) {
    const hover = this.page.locator(".monaco-hover:visible .monaco-hover-content").first();
    await until(`the hover of ${text}`, async () => {
      const { x, y } = await this.place(text, nth);
      await this.page.mouse.move(x - 40, y + 200);
      await this.page.mouse.move(x, y, { steps: 4 });
      return comes(hover.waitFor({ timeout: 5000 }));
    });
    return hover;
  }

  /** Presses a key until what it brings is there: somebody who is too early presses it again. */
  bring(key, what) {
    return until(`what ${key} brings`, async () => {
      await this.press(key);
      return comes(what.waitFor({ timeout: 5000 }));
    }, 2 * PATIENCE);
  }

  /** Puts the cursor into a text. */
  async click(text, nth) {
    const { x, y } = await this.place(text, nth);
    await this.page.mouse.click(x, y);
  }

  /** The messages in the list of problems, sorted: those of findings, without files and related places. */
  async problems() {
    const panel = this.page.locator(".markers-panel");
    if (!(await panel.isVisible())) {
      await this.press("Control+Shift+M");
      await panel.waitFor();
    }
    const labels = await panel.locator(".monaco-list-row").evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label")));
    const messages = labels.map((label) => label.match(/^(?:Error|Warning|Info): ([^]*) at line \d+ and character \d+\./)?.[1]);
    return messages.filter((message) => message !== undefined).map((message) => message.replaceAll(/\s+/g, " ")).sort();
  }

  /** Waits until the list of problems holds just these messages. */
  async listed(messages) {
    const wanted = messages.map((message) => message.replaceAll(/\s+/g, " ")).sort();
    let last = [];
    await until("the list of problems", async () => {
      last = await this.problems();
      return JSON.stringify(last) === JSON.stringify(wanted);
    }).catch(() => assert.deepEqual(last, wanted));
  }

  /** Saves, and waits until nothing is left to save. */
  async save() {
    await this.press("Control+S");
    await this.page.locator(".tab.active:not(.dirty)").waitFor();
  }

  /** Takes back what has not been saved. */
  async revert() {
    await this.command("File: Revert File");
    await this.page.locator(".tab.active:not(.dirty)").waitFor();
  }

  /** The page in a panel of an extension. */
  async webview(title) {
    await this.page.locator(".tab.active", { hasText: title }).waitFor();
    const frame = this.page.frameLocator("iframe.webview.ready:visible").frameLocator("iframe#active-frame");
    await frame.locator("body").waitFor();
    return frame;
  }
}
