// Makes the npm packages: one with the command, and one per platform with the program.
//
//   node packaging/npm/pack.mjs OUT PLATFORM=PROGRAM...     (PLATFORM: linux-x64, darwin-arm64, win32-x64 …)
//
// The package with the command names those of all platforms as optional; npm takes the one that fits.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PLATFORMS = ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "win32-x64"];
const NAME = "kader-lint";
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");

/** What Cargo.toml says of the package under a key. */
function said(key) {
  const manifest = readFileSync(join(root, "Cargo.toml"), "utf8");
  const found = manifest.match(new RegExp(`^${key} = "(.*)"$`, "m"));
  if (!found) throw new Error(`Cargo.toml has no ${key}`);
  return found[1];
}

const version = said("version");
const common = { version, description: said("description"), license: `(${said("license")})` };

/** Writes a package: its manifest and its licences. */
function write(folder, manifest) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({ ...manifest, ...common }, null, 2)}\n`);
  for (const file of ["LICENSE-MIT", "LICENSE-APACHE", "README.md"]) copyFileSync(join(root, file), join(folder, file));
}

/** The package of a platform: the program, and nothing that runs when it is installed. */
function platform(out, name, program) {
  const [os, cpu] = name.split("-");
  const folder = join(out, `${NAME}-${name}`);
  const file = basename(program).endsWith(".exe") ? "kader.exe" : "kader";
  write(folder, { name: `${NAME}-${name}`, os: [os], cpu: [cpu], files: [file], preferUnplugged: true });
  copyFileSync(program, join(folder, file));
  chmodSync(join(folder, file), 0o755);
}

const [out, ...programs] = process.argv.slice(2);
const pairs = programs.map((pair) => pair.split("="));
const unknown = pairs.find(([name, program]) => !PLATFORMS.includes(name) || !program);
if (!out || pairs.length === 0 || unknown) {
  console.error(`usage: pack.mjs OUT PLATFORM=PROGRAM...   platforms: ${PLATFORMS.join(", ")}`);
  process.exit(2);
}
for (const [name, program] of pairs) platform(out, name, program);
const command = join(out, NAME);
write(command, {
  name: NAME,
  bin: { kader: "kader.js" },
  files: ["kader.js"],
  engines: { node: ">=18" },
  optionalDependencies: Object.fromEntries(PLATFORMS.map((name) => [`${NAME}-${name}`, version])),
});
copyFileSync(join(here, "kader.js"), join(command, "kader.js"));
