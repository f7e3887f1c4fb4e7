// Bundles the extension into one file.
//
//   node scripts/build.mjs [--watch]

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** How the extension is bundled: what the editor brings stays outside. */
export const options = {
  absWorkingDir: root,
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["vscode"],
  minify: true,
  legalComments: "none",
  logLevel: "warning",
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes("--watch")) {
    const context = await esbuild.context({ ...options, minify: false, sourcemap: true });
    await context.watch();
  } else {
    await esbuild.build(options);
  }
}
