// The pages of the program in panels: in the colours of the editor, with nothing in them that the program did not write.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ZUID } from "../documents.mjs";
import { workspace } from "../kader.mjs";
import { comes, until } from "../page.mjs";

export async function pages({ lang, check, open, words }) {
  const folder = workspace("pages", { copies: { land: "fixtures/workspaces/land" }, texts: { "zuid.afspraak.json": ZUID } });
  const window = await open(folder);
  const faults = [];
  window.page.on("console", (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) faults.push(message.text());
  });

  await check("the lens above a cooperation leads to the assessment", async () => {
    await window.openFile("zuid.afspraak.json");
    const lens = window.editor.first().locator(".codelens-decoration a").first();
    await lens.waitFor();
    await lens.click();
    const page = await window.webview(words.say("Assessment"));
    assert.equal(await page.locator("html").getAttribute("lang"), lang);
    await page.locator("h2", { hasText: "Waterschap Zuid" }).waitFor();
    await window.shot(`assessment-${lang}`);
  });
  await check("the name of a document in it leads to the document", async () => {
    const page = await window.webview(words.say("Assessment"));
    await page.locator("p.path a", { hasText: "zuid.afspraak.json" }).click();
    await window.page.locator(".tab.active", { hasText: "zuid.afspraak.json" }).waitFor();
  });
  await check("a second assessment is shown in the same panel", async () => {
    await window.command(words.title("assess"));
    await window.webview(words.say("Assessment"));
    assert.equal(await window.page.locator(".tab", { hasText: words.say("Assessment") }).count(), 1);
  });

  await check("the overview has every partner, and filters", async () => {
    await window.command(words.title("overview"));
    const page = await window.webview(words.say("Overview"));
    assert.equal(await page.locator("html").getAttribute("lang"), lang);
    const rows = page.locator("tbody tr:visible");
    await until("rows", async () => (await rows.count()) > 20);
    await window.shot(`overview-${lang}`);
    const before = await rows.count();
    await page.locator("input").first().fill("waterschap zuid");
    await until("fewer rows", async () => (await rows.count()) > 0 && (await rows.count()) < before);
  });
  await check("nothing runs in it that the program did not write", async () => {
    const page = await window.webview(words.say("Overview"));
    const ran = await until("an answer of the page", () => page.locator("body").evaluate((body) => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      body.append(script);
      const image = new Image();
      return new Promise((done) => {
        image.onload = () => done("an image");
        image.onerror = () => done(window.ran ? "a script" : "nothing");
        image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
      });
    }));
    assert.equal(ran, "nothing");
    faults.length = 0;
  });
  await check("it is loaded anew on request, with what has come since", async () => {
    writeFileSync(join(folder, "eiland.afspraak.json"), ZUID.replace("waterschap-zuid", "eiland").replace("Waterschap Zuid", "Eilandbeheer"));
    const page = await window.webview(words.say("Overview"));
    // The server may not have been told of the file yet.
    await until("the new partner", async () => {
      await window.page.getByRole("button", { name: words.manifest("command.refresh"), exact: true }).click();
      return comes(page.locator("tbody", { hasText: "Eilandbeheer" }).waitFor({ timeout: 3000 }));
    });
    assert.equal(await window.page.locator(".tab", { hasText: words.say("Overview") }).count(), 1);
  });
  await check("it has the colours of the editor", async () => {
    const shade = async () => {
      const page = await window.webview(words.say("Overview"));
      const colour = await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
      return Number(colour.match(/\d+/)[0]) > 128 ? "light" : "dark";
    };
    await until("a light page", async () => (await shade()) === "light");
    await window.command("Preferences: Toggle between Light/Dark Themes");
    await until("a dark page", async () => (await shade()) === "dark");
    await window.shot(`overview-dark-${lang}`);
    await window.command("Preferences: Toggle between Light/Dark Themes");
    await until("a light page", async () => (await shade()) === "light");
  });
  await check("its own policy is kept by the page", () => assert.deepEqual(faults, []));
  await window.close();
}
