// The guided form of a new agreement: every step, a way back, an answer that cannot be, and the file.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fresh, workspace } from "../kader.mjs";
import { until } from "../page.mjs";

export async function form({ lang, check, open, words }) {
  const folder = workspace("form");
  const window = await open(folder);
  const box = window.page.locator(".quick-input-widget:visible");
  const step = async (at) => {
    await until(`step ${at}`, async () => (await box.locator(".quick-input-title").textContent()).includes(`(${at}/`));
    await box.locator("input:focus").first().waitFor();
    return (await box.locator(".quick-input-title").textContent()).match(/\((\d+)\/(\d+)\)/).slice(1).map(Number);
  };
  const tick = async (value) => {
    await window.choices.filter({ hasText: value }).first().locator(".monaco-checkbox, .quick-input-list-checkbox, label").first().click();
  };
  const file = join(folder, "waterschap-voorbeeld.afspraak.json");

  await check("it asks for the partner, and takes no empty answer", async () => {
    await window.command(words.title("newAgreement"));
    const [, total] = await step(1);
    assert.ok(total > 4, `${total} steps`);
    await window.press("Enter");
    await box.locator(".quick-input-message", { hasText: words.say("Please fill in something.") }).waitFor();
    await window.type("Waterschap Voorbeeld");
    await window.press("Enter");
  });
  await check("it offers core tasks, of which several may be chosen", async () => {
    await step(2);
    await tick("hulpdienst");
    await tick("beheerder");
    await window.shot(`form-tasks-${lang}`);
    await window.press("Enter");
  });
  await check("it goes back, and remembers what was said", async () => {
    const [, total] = await step(3);
    assert.ok(total >= 7, `${total} steps for two core tasks`);
    await box.locator(".codicon-quick-input-back").click();
    await step(2);
    await until("both ticks", async () => (await box.locator('.monaco-list-row [aria-checked="true"]').count()) === 2);
    await window.press("Enter");
  });
  await check("it offers the profiles that fit each, and says why", async () => {
    await step(3);
    await window.shot(`form-profile-${lang}`);
    await window.choices.filter({ hasText: "kernsamenwerking" }).first().click();
    await step(4);
    await window.choices.filter({ hasText: "koppelsamenwerking" }).first().click();
  });
  await check("an answer that cannot be is asked for again, with what is wrong", async () => {
    await step(5);
    await tick("VR01");
    await tick("alle");
    await window.press("Enter");
    await until("what is wrong", async () => /VR01|alle/.test(await box.locator("input").first().getAttribute("placeholder")));
    await window.page.locator(".notification-toast", { hasText: "alle" }).waitFor();
    await window.shot(`form-fault-${lang}`);
    for (const region of ["alle", "VR02", "VR03"]) await tick(region);
    await until("no other", async () => (await box.locator('.monaco-list-row [aria-checked="true"]').count()) === 3);
    await window.press("Enter");
  });
  await check("what has a usual answer has it already", async () => {
    await step(6);
    await window.press("Enter");
    await step(7);
    await window.choices.filter({ hasText: words.say("Leave open") }).first().waitFor();
    await window.press("Enter");
    const [at, total] = await step(8);
    assert.equal(at, total, "the last step is known as the last");
    await until("the usual id", async () => (await box.locator("input").first().inputValue()) === "waterschap-voorbeeld");
    await window.press("Enter");
  });
  await check("the agreement is shown and saved, and is what `kader new` writes", async () => {
    await window.page.locator(".tab.active:not(.dirty)", { hasText: "waterschap-voorbeeld.afspraak.json" }).waitFor();
    await until("the file", () => existsSync(file) && readFileSync(file, "utf8").length > 0);
    const options = ["--partner", "Waterschap Voorbeeld", "--core-task", "hulpdienst,beheerder", "--profile", "kernsamenwerking,koppelsamenwerking", "--regions", "VR01,VR02,VR03"];
    assert.equal(readFileSync(file, "utf8"), fresh(lang, options));
    await window.page.locator(".notification-toast", { hasText: words.say("The agreement {0} has been made.", "waterschap-voorbeeld") }).waitFor();
    await window.shot(`form-made-${lang}`);
  });
  await check("nothing is written over: the id is asked for again", async () => {
    await window.command(words.title("newAgreement"));
    await step(1);
    await window.type("Waterschap Voorbeeld");
    await window.press("Enter");
    await step(2);
    await tick("incidenteel");
    await window.press("Enter");
    await step(3);
    await tick("VR01");
    await window.press("Enter");
    await step(4);
    await window.press("Enter");
    await step(5);
    await window.press("Enter");
    await until("what is wrong", async () => (await box.locator(".quick-input-message").textContent()).includes("waterschap-voorbeeld"));
    await window.shot(`form-taken-${lang}`);
    await window.press("Escape");
    await box.waitFor({ state: "hidden" });
  });
  await window.close();
}
