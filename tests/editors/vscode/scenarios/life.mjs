// The server's life: its settings while it runs, what is said where it cannot, what happens when it falls, and that it never outlives the window.

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ZUID } from "../documents.mjs";
import { foundIn, program, workspace } from "../kader.mjs";
import { until } from "../page.mjs";

/** The processes that run the program out of a folder. */
export function running(place) {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/exe`).startsWith(place) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("lsp");
    } catch {
      return false;
    }
  }).map(Number);
}

export async function life({ lang, check, open, profile, words }) {
  const folder = workspace("life", { texts: { "zuid.afspraak.json": ZUID } });
  const other = lang === "nl" ? "en" : "nl";
  const messages = (language) => foundIn(ZUID, language).filter((one) => one.severity !== "hint").map((one) => one.message);
  const set = (settings) => {
    mkdirSync(join(folder, ".vscode"), { recursive: true });
    writeFileSync(join(folder, ".vscode/settings.json"), JSON.stringify(settings));
  };
  const window = await open(folder);
  const toast = (text) => window.page.locator(".notification-toast", { hasText: text });
  const button = (text) => window.page.locator(".notification-toast .monaco-button", { hasText: text });
  await window.openFile("zuid.afspraak.json");

  await check("another language is spoken at once", async () => {
    await window.listed(messages(lang));
    set({ "kader.lang": other });
    await window.listed(messages(other));
    set({});
    await window.listed(messages(lang));
  });
  await check("the day of judgement is shown, for it is not today", async () => {
    set({ "kader.asOf": "2024-02-29" });
    await until("the day", async () => (await window.status.textContent()).includes("2024-02-29"));
    set({});
    await until("no day", async () => !(await window.status.textContent()).includes("2024"));
  });
  await check("lenses and hints are gone where they are not wanted", async () => {
    // The editor asks for lenses when somebody comes to its text.
    await window.click('"fase"');
    const lens = window.editor.first().locator(".codelens-decoration a");
    await lens.first().waitFor();
    await until("hints", () => window.shows("Groningen"));
    set({ "kader.codeLens.enable": false, "kader.inlayHints.enable": false });
    await until("neither", async () => (await lens.count()) === 0 && !(await window.shows("Groningen")));
    set({});
    await lens.first().waitFor();
  });
  await check("a fault of kader.toml is shown where it is", async () => {
    writeFileSync(join(folder, "kader.toml"), 'as-off = "2026-01-01"\n');
    await until("the fault", async () => (await window.problems()).some((one) => one.includes("as-off")));
    writeFileSync(join(folder, "kader.toml"), 'as-of = "2026-01-01"\n');
    await window.listed(messages(lang));
  });
  await check("the status bar offers what can be done", async () => {
    await window.status.click();
    await window.choices.filter({ hasText: words.say("Overview of all agreements") }).waitFor();
    await window.choices.filter({ hasText: words.say("Assess this agreement") }).waitFor();
    await window.shot(`menu-${lang}`);
    await window.choices.filter({ hasText: words.say("Restart") }).click();
    await window.is("check");
    await window.listed(messages(lang));
  });
  await check("a program that is not there is named, and the right one is run then", async () => {
    set({ "kader.server.path": "/nowhere/kader" });
    await toast("/nowhere/kader").waitFor();
    await button(words.say("Open settings")).waitFor();
    await window.is("error");
    await window.shot(`missing-${lang}`);
    // A copy: the other language's windows run beside this one.
    const copy = join(realpathSync(profile.home), "kader-copy");
    copyFileSync(program, copy);
    set({ "kader.server.path": copy });
    await window.is("check");
    await until("the program that was named, and no other", () => running(copy).length === 1 && running(profile.extensions).length === 0);
    set({});
    await until("the program of the package", () => running(profile.extensions).length === 1);
    await window.is("check");
  });
  await check("it is started again when it falls, and after some times no more", async () => {
    let last = 0;
    for (let falls = 0; falls < 5; falls += 1) {
      const [pid] = await until("another process", () => {
        const all = running(profile.extensions);
        return all.length === 1 && all[0] !== last && all;
      });
      await window.is("check");
      process.kill(pid, "SIGKILL");
      last = pid;
    }
    const text = words.say("Kader has ended several times in a row, and is not started again. Its output may tell why.");
    await toast(text).waitFor();
    await window.shot(`fallen-${lang}`);
    await window.is("error");
    assert.equal(running(profile.extensions).length, 0);
    await window.answer(text, words.say("Restart"), words.title("restart"));
    await window.is("check");
    await window.listed(messages(lang));
  });
  await check("the output tells which program it is", async () => {
    await window.command(words.title("showOutput"));
    await window.page.locator(".output-view, .panel", { hasText: join(profile.extensions, "kader.kader") }).first().waitFor();
  });
  await window.close();
  await check("it ends with the window", () => until("no process", () => running(profile.extensions).length === 0, 60_000));
}
