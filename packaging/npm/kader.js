#!/usr/bin/env node
// Runs the program of this platform, with the same arguments, streams and exit status.
"use strict";
const { spawnSync } = require("node:child_process");

const name = `kader-lint-${process.platform}-${process.arch}`;
let program;
try {
  program = require.resolve(`${name}/${process.platform === "win32" ? "kader.exe" : "kader"}`);
} catch {
  console.error(`kader: the package ${name} is missing: there is none for this platform, or optional packages were left out`);
  process.exit(2);
}
const { status, signal, error } = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (error) {
  console.error(`kader: ${error.message}`);
  process.exit(2);
}
if (signal) process.kill(process.pid, signal);
process.exit(status ?? 2);
