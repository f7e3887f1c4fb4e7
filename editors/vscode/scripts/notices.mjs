// The licences of what is bundled: those packages of which a file is in the bundle.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The text of all licences, by the files that went into the bundle. */
export function notices(root, inputs) {
  const found = inputs.map((file) => file.match(/^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]);
  const folders = [...new Set(found.filter((folder) => folder !== undefined))].sort();
  return `${folders.map((folder) => notice(join(root, folder))).join(`\n${"=".repeat(80)}\n\n`)}`;
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (file === undefined || !existsSync(join(folder, file))) throw new Error(`${name} has no licence`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
