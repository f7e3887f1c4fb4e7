// VS Code for a browser, with fresh folders and the packed extension, as a process of its own.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = resolve(fileURLToPath(import.meta.url), "../../../..");
/** A folder for everything that a run writes; it is gone at the end. */
export const folder = mkdtempSync(join(tmpdir(), "kader-vscode-"));

const installed = resolve(process.env.CODE_SERVER ?? join(repository, "target/code-server"));
const entry = join(installed, "node_modules/code-server/out/node/entry.js");

/** What the editor would do by itself, and what would stand in the way of looking at it. */
const QUIET = {
  "telemetry.telemetryLevel": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "chat.commandCenter.enabled": false,
  "window.commandCenter": false,
  "git.enabled": false,
  "editor.minimap.enabled": false,
  "files.autoSave": "off",
  "editor.cursorBlinking": "solid",
  "security.workspace.trust.startupPrompt": "never",
};

/** An environment without anything of the one who runs the tests but the PATH, and without a gallery of extensions. */
const environment = (home) => ({
  PATH: process.env.PATH, HOME: home, LC_ALL: "C.UTF-8", XDG_CONFIG_HOME: join(home, ".config"), EXTENSIONS_GALLERY: "{}",
});

/** Packs the extension: for a platform with the program, `universal` without. */
export function pack(target) {
  if (target === "universal" && process.env.VSIX_UNIVERSAL) return process.env.VSIX_UNIVERSAL;
  const out = join(folder, `kader-${target}.vsix`);
  if (existsSync(out)) return out;
  const program = resolve(process.env.KADER ?? join(repository, "target/debug/kader"));
  execFileSync("npm", ["run", "--silent", "package", "--", ...(target === "universal" ? [] : ["--target", target]), "--out", out], {
    cwd: join(repository, "editors/vscode"), env: { ...process.env, KADER: program }, stdio: ["ignore", "ignore", "inherit"],
  });
  return out;
}

/** Puts a language pack into a profile which has no words of its own: the editor then asks extensions for theirs. */
function speakDutch(user) {
  const words = join(user, "dutch.json");
  writeFileSync(words, JSON.stringify({ version: "1.0.0", contents: {} }));
  const extensions = [{ extensionIdentifier: { id: "kader-tests.dutch" }, version: "1.0.0" }];
  const nl = { hash: "1", label: "Nederlands", extensions, translations: { vscode: words } };
  writeFileSync(join(user, "languagepacks.json"), JSON.stringify({ nl }));
}

/** A profile: folders of its own, these settings (none at all where they are not given), and the extension out of its package. */
export function profile(name, { settings, vsix, lang } = {}) {
  const home = join(folder, `profile-${name}`);
  const user = join(home, "user");
  const extensions = join(home, "extensions");
  mkdirSync(join(user, "User"), { recursive: true });
  mkdirSync(extensions, { recursive: true });
  if (settings) writeFileSync(join(user, "User/settings.json"), JSON.stringify({ ...QUIET, ...settings }, null, 2));
  const flags = ["--config", join(home, "config.yaml"), "--user-data-dir", user, "--extensions-dir", extensions];
  if (vsix) execFileSync(process.execPath, [entry, ...flags, "--install-extension", vsix], { env: environment(home), stdio: "pipe" });
  if (lang === "nl") speakDutch(user);
  const command = [process.execPath, entry, ...flags].map((word) => `'${word}'`).join(" ");
  return { home, user, extensions, flags, command };
}

/** Starts it; gives its address, and what ends it. */
export async function start({ home, flags }, { trust = false, locale, env = {} } = {}) {
  const given = [
    ...flags, "--auth", "none", "--bind-addr", "127.0.0.1:0", "--disable-telemetry", "--disable-update-check",
    "--disable-getting-started-override", "--ignore-last-opened",
    ...(trust ? [] : ["--disable-workspace-trust"]), ...(locale ? ["--locale", locale] : []),
  ];
  const child = spawn(process.execPath, [entry, ...given], { env: { ...environment(home), ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const address = await new Promise((done, fail) => {
    const hear = (text) => {
      said += text;
      const found = said.match(/listening on (http:\/\/127\.0\.0\.1:\d+)/);
      if (found) done(found[1]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => fail(new Error(`the editor has ended with ${code}:\n${said}`)));
  });
  const ended = new Promise((done) => child.once("exit", done));
  return { address, said: () => said, stop: () => (child.kill("SIGTERM"), ended) };
}

/** Removes what a run has written. */
export const clean = () => rmSync(folder, { recursive: true, force: true });
