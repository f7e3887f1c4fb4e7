#!/usr/bin/env node
// Writes the bill of materials (CycloneDX 1.5) of the program: every crate that is compiled for it, from what cargo knows and Cargo.lock
// holds. The same source gives the same bytes: there is no time and no serial number in it.
//
//   node packaging/bill.mjs [TRIPLE] > kader.cdx.json      (TRIPLE: the platform, else this one)
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const run = (program, ...args) => execFileSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
const triple = process.argv[2] ?? run("rustc", "-vV").match(/^host: (.*)$/m)[1];
const { packages } = JSON.parse(run("cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", triple));

/** The checksum of each crate, by name and version: the file is written by cargo alone. */
function checksums() {
  const blocks = readFileSync(join(root, "Cargo.lock"), "utf8").split("[[package]]").slice(1);
  const said = (block, key) => block.match(new RegExp(`^${key} = "(.*)"$`, "m"))?.[1];
  return new Map(blocks.map((block) => [`${said(block, "name")}@${said(block, "version")}`, said(block, "checksum")]));
}

/** What is compiled for the program, by `name@version`, each with what it depends on itself. */
function tree(edges) {
  const out = new Map();
  const above = [];
  const lines = run("cargo", "tree", "--locked", "--target", triple, "--edges", edges, "--prefix", "depth", "--no-dedupe");
  for (const line of lines.trim().split("\n")) {
    const [, depth, name, version] = line.match(/^(\d+)(\S+) v(\S+)/);
    const key = `${name}@${version}`;
    above.length = Number(depth);
    if (!out.has(key)) out.set(key, new Set());
    out.get(above.at(-1))?.add(key);
    above.push(key);
  }
  return out;
}

// Cargo's metadata would count what only tests ask for, too.
const all = tree("normal,build");
// What only helps to compile is not in the program: scripts that build, macros, and what these need.
const inside = tree("no-dev,no-build,no-proc-macro");
const known = new Map(packages.map((one) => [`${one.name}@${one.version}`, one]));
const program = [...all.keys()][0];
const sums = checksums();
const purl = (key) => {
  const { name, version } = known.get(key);
  return `pkg:cargo/${name}@${encodeURIComponent(version)}`;
};

function component(key) {
  const one = known.get(key);
  const sum = sums.get(key);
  return {
    type: key === program ? "application" : "library",
    "bom-ref": purl(key),
    name: one.name,
    version: one.version,
    ...(one.description ? { description: one.description.trim().replace(/\s+/g, " ") } : {}),
    ...(key === program ? {} : { scope: inside.has(key) ? "required" : "excluded" }),
    ...(sum ? { hashes: [{ alg: "SHA-256", content: sum }] } : {}),
    // Some still write a slash, as was once usual.
    ...(one.license ? { licenses: [{ expression: one.license.replaceAll("/", " OR ") }] } : {}),
    purl: purl(key),
    ...(one.repository ? { externalReferences: [{ type: "vcs", url: one.repository }] } : {}),
  };
}

const keys = [...all.keys()].sort();
const bill = {
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  version: 1,
  metadata: { component: component(program), properties: [{ name: "cargo:target", value: triple }] },
  components: keys.filter((key) => key !== program).map(component),
  dependencies: keys.map((key) => ({ ref: purl(key), dependsOn: [...all.get(key)].sort().map(purl) })),
};
process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);
