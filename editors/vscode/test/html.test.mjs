// Pages in a panel: coloured as the editor is, with links to documents, and with a policy that lets run what they bring alone.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { load } from "./load.mjs";

const { fitted } = await load("src/webview/html.ts");
const page = (path = "a.afspraak.json") => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-old&#39;">
<meta name="color-scheme" content="light dark">
<style>:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --ink: white; } }</style>
</head>
<body><p class="path" id="p"><code>${path}</code></p><p><code>no path</code></p><script>go()</script></body>
</html>`;
const digest = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const part = (html, tag) => html.match(new RegExp(`<${tag}>([^]*?)</${tag}>`))[1];
const policy = (html) => html.match(/Content-Security-Policy" content="([^"]*)"/)[1];

test("the policy has the digests of what stands in the page, and nothing else", () => {
  const html = fitted(page(), { dark: true, opens: "open" });
  const [style, script] = ["style", "script"].map((tag) => digest(part(html, tag)));
  const rest = "base-uri 'none'; form-action 'none'";
  assert.equal(policy(html), `default-src 'none'; style-src ${style}; script-src ${script}; ${rest}`);
  assert.equal(html.match(/Content-Security-Policy/g).length, 1);
});

test("a page without a policy, styles or scripts gets one that lets nothing run", () => {
  const html = fitted("<html><head></head><body></body></html>", { dark: false, opens: "open" });
  assert.match(policy(html), /^default-src 'none'; style-src 'none'; script-src 'none';/);
});

test("it has the colours of the editor", () => {
  const dark = fitted(page(), { dark: true, opens: "open" });
  assert.match(dark, /@media all \{/);
  assert.match(dark, /color-scheme: dark;/);
  const light = fitted(page(), { dark: false, opens: "open" });
  assert.match(light, /@media not all \{/);
  assert.match(light, /name="color-scheme" content="light"/);
});

test("the path of a document is a link, whatever its letters are", () => {
  const html = fitted(page("map/a &amp; b &#39;c&#39; &lt;d&gt;.afspraak.json"), {
    dark: false,
    opens: "kader.open",
  });
  const link = html.match(/<a href="command:kader\.open\?([^"]*)">/)[1];
  assert.deepEqual(JSON.parse(decodeURIComponent(link)), ["map/a & b 'c' <d>.afspraak.json"]);
  assert.equal(html.match(/<a /g).length, 1);
});
