// Loads a module of the sources that needs no editor.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readFileSync, readdirSync } from "node:fs";
import * as esbuild from "esbuild";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

export async function load(path) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [path],
    bundle: true,
    platform: "node",
    format: "esm",
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

export const text = (path) => readFileSync(join(root, path), "utf8");
export const json = (path) => JSON.parse(text(path));

/** All sources, by their paths. */
export const sources = () =>
  readdirSync(join(root, "src"), { recursive: true })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => text(join("src", path)));
