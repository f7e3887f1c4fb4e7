// Packs the extension.
//
//   npm run package -- --target linux-x64 [--program FILE] [--out FILE]     with the program, for one platform
//   npm run package -- [--out FILE]                                         without it, for all: it runs the one on the PATH
//
// Environment: KADER, the program, where `--program` names none. What stands behind `--` goes to `vsce package`.

import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createVSIX } from "@vscode/vsce";
import * as esbuild from "esbuild";
import { options } from "./build.mjs";
import { notices } from "./notices.mjs";

const TARGETS = ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "win32-x64"];
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const repository = join(root, "../..");

const { values } = parseArgs({
  options: {
    target: { type: "string" },
    program: { type: "string" },
    out: { type: "string" },
    baseImagesUrl: { type: "string" },
  },
});
if (values.target !== undefined && !TARGETS.includes(values.target)) {
  console.error(`no such target: ${values.target}; there are ${TARGETS.join(", ")}`);
  process.exit(2);
}

/** Puts the program into the package, or sees to it that none of an earlier one is left. */
function program(target, given) {
  rmSync(join(root, "server"), { recursive: true, force: true });
  if (target === undefined) return;
  if (!given) {
    console.error("a package for a platform needs the program: name it by --program or KADER");
    process.exit(2);
  }
  const file = join(root, "server", target.startsWith("win32") ? "kader.exe" : "kader");
  mkdirSync(dirname(file));
  copyFileSync(given, file);
  chmodSync(file, 0o755);
}

/** What the repository has elsewhere: schemas, licences, the changelog. */
function shared() {
  mkdirSync(join(root, "schemas"), { recursive: true });
  for (const name of ["afspraak.schema.json", "afspraak.en.schema.json"]) {
    copyFileSync(join(repository, "schemas", name), join(root, "schemas", name));
  }
  copyFileSync(join(repository, "CHANGELOG.md"), join(root, "CHANGELOG.md"));
  const licences = ["LICENSE-MIT", "LICENSE-APACHE"].map((name) =>
    readFileSync(join(repository, name), "utf8"),
  );
  const choice = "Licensed under either of these two licences, at your option.\n";
  writeFileSync(join(root, "LICENSE.txt"), [choice, ...licences].join(`\n${"=".repeat(80)}\n\n`));
}

const given = values.program ?? process.env.KADER;
program(values.target, given && resolve(process.env.INIT_CWD ?? ".", given));
shared();
const { metafile } = await esbuild.build({ ...options, metafile: true });
writeFileSync(join(root, "THIRD-PARTY.txt"), notices(root, Object.keys(metafile.inputs)));

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const name = ["kader", values.target, version].filter(Boolean).join("-");
const out = resolve(process.env.INIT_CWD ?? ".", values.out ?? `${name}.vsix`);
await createVSIX({
  cwd: root,
  packagePath: out,
  dependencies: false,
  allowMissingRepository: true,
  ...(values.target === undefined ? {} : { target: values.target }),
  ...(values.baseImagesUrl === undefined
    ? { rewriteRelativeLinks: false }
    : { baseImagesUrl: values.baseImagesUrl, baseContentUrl: values.baseImagesUrl }),
});
console.log(`packed: ${basename(out)}`);
