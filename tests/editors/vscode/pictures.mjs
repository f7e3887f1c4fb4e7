// Takes the pictures of the extension's README anew, from the packed extension.
//
//   KADER=target/debug/kader CODE_SERVER=target/code-server node tests/editors/vscode/pictures.mjs

import { join } from "node:path";
import { NOORD, ZUID } from "./documents.mjs";
import { workspace } from "./kader.mjs";
import { closeBrowser, open, until } from "./page.mjs";
import { clean, pack, profile, repository, start } from "./server.mjs";
import { words } from "./words.mjs";

const VIEW = { width: 1120, height: 680 };
const vsix = process.env.VSIX ?? pack(`${process.platform}-${process.arch}`);
process.env.SHOTS = join(repository, "editors/vscode/images");

const noord = NOORD.replace("🌊 Noord", "Noord").replace("👩‍🚒 nog te bepalen", "via de meldkamer").replace("],\n}", "]\n}");
const texts = { "waterschap-noord.afspraak.json": noord, "waterschap-zuid.afspraak.json": ZUID };

/** Opens a window of the size of the pictures. */
async function opened(server, place) {
  const window = await open(server.address, place, VIEW);
  await window.is("check");
  return window;
}

async function findings(server, name) {
  const window = await opened(server, workspace("afspraken", { texts }));
  await window.openFile("waterschap-noord.afspraak.json");
  await until("lenses", async () => (await window.editor.first().locator(".codelens-decoration a").count()) > 0);
  await window.problems();
  await window.page.locator(".markers-panel .monaco-list-row").nth(4).waitFor();
  await window.shot(name);
  await window.close();
}

async function hover(server) {
  const window = await opened(server, workspace("afspraken", { texts }));
  await window.openFile("waterschap-noord.afspraak.json");
  await until("marks", async () => (await window.marked()).length > 2);
  await window.hover('"sectr"');
  await window.page.locator(".monaco-hover:visible", { hasText: "kader(D103)" }).first().waitFor();
  await window.shot("hover");
  await window.close();
}

async function overview(server, { title, say }) {
  const window = await opened(server, workspace("afspraken", { copies: { land: "fixtures/workspaces/land" } }));
  await window.press("Control+B");
  await window.command(title("overview"));
  const page = await window.webview(say("Overview"));
  await page.locator("tbody tr").nth(20).waitFor();
  await page.locator("form").first().evaluate((form) => form.scrollIntoView());
  await window.page.locator(".notifications-toasts:visible").waitFor({ state: "hidden" });
  await window.shot("overview");
  await window.close();
}

async function form(server, { title }) {
  const window = await opened(server, workspace("afspraken", { texts }));
  await window.openFile("waterschap-zuid.afspraak.json");
  await window.command(title("newAgreement"));
  await window.box();
  await window.type("Havenbedrijf");
  await window.press("Enter");
  const tasks = window.choices.filter({ hasText: "beheerder" });
  await tasks.first().locator(".monaco-checkbox, .quick-input-list-checkbox, label").first().click();
  await window.press("Enter");
  await window.choices.filter({ hasText: "koppelsamenwerking" }).first().waitFor();
  await window.shot("form");
  await window.close();
}

try {
  const made = profile("pictures", { vsix, settings: { "kader.lang": "en", "editor.fontSize": 13 } });
  const server = await start(made);
  await findings(server, "findings");
  await hover(server);
  await overview(server, words("en"));
  await form(server, words("en"));
  await server.stop();
  const dutch = await start(profile("pictures-nl", { vsix, lang: "nl", settings: { "kader.lang": "nl", "editor.fontSize": 13 } }), { locale: "nl" });
  await findings(dutch, "findings-nl");
  await dutch.stop();
} finally {
  await closeBrowser();
  clean();
}
