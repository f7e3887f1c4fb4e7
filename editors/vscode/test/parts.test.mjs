// The parts that need no editor: which program, how often, what looks like an agreement, and the form.

import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import test from "node:test";
import { load } from "./load.mjs";

test("the program is the one that was named, that came along, or on the PATH", async (context) => {
  const { find } = await load("src/program.ts");
  const home = mkdtempSync(join(tmpdir(), "kader-program-"));
  context.after(() => rmSync(home, { recursive: true }));
  const program = (...path) => {
    const file = join(home, ...path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, "");
    chmodSync(file, 0o755);
    return file;
  };
  const path = `relative${delimiter}${join(home, "none")}${delimiter}${join(home, "bin")}`;
  const places = { named: "", folder: home, extension: join(home, "extension"), path, windows: false };
  assert.deepEqual(find(places), { missing: "any" });
  const onPath = program("bin", "kader");
  assert.deepEqual(find(places), { program: onPath, origin: "path" });
  const bundled = program("extension", "server", "kader");
  chmodSync(bundled, 0o644);
  assert.deepEqual(find(places), { program: bundled, origin: "bundled" });
  assert.ok(statSync(bundled).mode & 0o100, "it may run now");
  const own = program("own", "kader");
  for (const named of [own, "own/kader", "${workspaceFolder}/own/kader"]) {
    assert.deepEqual(find({ ...places, named }), { program: own, origin: "named" });
  }
  assert.deepEqual(find({ ...places, named: "own" }), { missing: "named" }, "a folder is no program");
  assert.deepEqual(find({ ...places, named: "nothing" }), { missing: "named" }, "and no other one is taken");
  const windows = program("extension", "server", "kader.exe");
  assert.deepEqual(find({ ...places, windows: true }), { program: windows, origin: "bundled" });
});

test("it is started again four times in three minutes", async () => {
  const { Restarts } = await load("src/restarts.ts");
  const restarts = new Restarts();
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((now) => restarts.allows(now)),
    [true, true, true, true, false],
  );
  restarts.clear();
  assert.ok(restarts.allows(5));
  const slow = new Restarts();
  assert.ok([0, 1, 2, 3, 4, 5, 6].every((minutes) => slow.allows(minutes * 60_000)));
});

test("what looks like an agreement names a policy, a partner and cooperations", async () => {
  const { looksLikeAgreement } = await load("src/agreement.ts");
  assert.ok(looksLikeAgreement('{ "kader": "x", "partner": {}, "samenwerkingen" : [] }'));
  assert.ok(!looksLikeAgreement('{ "kader": "x", "partner": {} }'));
  assert.ok(!looksLikeAgreement('{ "name": "kader", "version": "1" }'));
  assert.ok(
    !looksLikeAgreement(`{ "kader": "x", "partner": {}, "samenwerkingen" : [] }${" ".repeat(3 << 20)}`),
  );
});

test("answers go back under the keys of their questions", async () => {
  const { given } = await load("src/commands/newAgreement/form.ts");
  const question = (key, task = null) => ({ key, task, title: "", choices: [], several: false, usual: null });
  const answers = [
    { question: question("one"), value: "a" },
    { question: question("two", "x"), value: "b" },
    { question: question("two", "y"), value: "c" },
    { question: question("three"), value: ["d", "e"] },
  ];
  assert.deepEqual(given(answers), { guided: true, one: "a", two: { x: "b", y: "c" }, three: ["d", "e"] });
});

test("steps are counted without an agreement being made", async () => {
  const { remaining } = await load("src/commands/newAgreement/form.ts");
  const question = (key, more = {}) => ({
    key,
    task: null,
    title: "",
    choices: [],
    several: false,
    usual: null,
    ...more,
  });
  const choices = [{ value: "v", label: "v", detail: "" }];
  const all = [
    question("a"),
    question("b", { choices, several: true }),
    question("c", { usual: "" }),
    question("id"),
  ];
  const seen = [];
  const ask = async (answers) => {
    seen.push(answers.at(-1).value);
    assert.ok(answers.every((answer) => answer.question.key !== "id"));
    return all[answers.length];
  };
  assert.equal(await remaining(all[0], [], ask), 4);
  assert.deepEqual(seen, ["x", ["v"], ""]);
  assert.equal(await remaining(all[3], [1, 2, 3], ask), 1);
  const refused = async () => {
    throw new Error("refused");
  };
  assert.equal(await remaining(all[0], [], refused), 1);
});
