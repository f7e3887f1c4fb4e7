// Opens the pages of each command about agreements that are full of commands and markup (tests/packages/hostile.py), in both languages: they
// log nothing, ask for nothing, run nothing, and axe has nothing against them.
//
//   KADER=target/debug/kader node tests/browser/hostile.mjs

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { check, folder, isNoWider, open, phone, put, repository, run, violations } from "./common.mjs";

const hostile = join(folder, "hostile");
execFileSync("python3", ["-B", join(repository, "tests/packages/hostile.py"), hostile]);

await run("hostile", async () => {
  for (const command of ["check", "assess", "overview"]) {
    for (const lang of ["nl", "en"]) {
      const name = `${command}-${lang}`;
      put(name, command, hostile, lang);
      for (const options of [{}, phone]) {
        const { page, context, faults } = await open(name, options);
        await check(`${name}: no markup of a document's`, async () => {
          assert.equal(await page.locator("img, iframe, object, [onerror], [onload], a[href^=javascript], a[href^=http]").count(), 0);
          assert.equal(await page.locator("script").count(), 1);
          assert.equal(await page.locator("style").count(), 1);
        });
        await check(`${name}: axe`, async () => assert.deepEqual(await violations(page), []));
        await check(`${name}: as wide as its window`, async () => assert.ok(await isNoWider(page)));
        await check(`${name}: logs nothing`, () => assert.deepEqual(faults, []));
        await context.close();
      }
    }
  }
});
