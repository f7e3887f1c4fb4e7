// Draws icon/icon.png out of icon/icon.svg, with headless Chromium.
//
//   CHROMIUM=/usr/bin/chromium node scripts/icon.mjs

import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../icon");
execFileSync(process.env.CHROMIUM ?? "/usr/bin/chromium", [
  "--headless",
  "--no-sandbox",
  "--default-background-color=00000000",
  "--window-size=256,256",
  "--hide-scrollbars",
  `--screenshot=${join(folder, "icon.png")}`,
  `file://${join(folder, "icon.svg")}`,
]);
