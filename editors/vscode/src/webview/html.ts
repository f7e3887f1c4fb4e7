// A page of the program, made ready for a panel of the editor: the colours of the editor's theme, and links to the documents that it names.
// Its own policy lets run what it brings and nothing else; what is changed here gets the digests of what it has become.

import { createHash } from "node:crypto";

export interface Look {
  /** Whether the editor is dark. */
  dark: boolean;
  /** The command that opens a document by its path. */
  opens: string;
}

/** The page as a panel shows it. */
export function fitted(page: string, look: Look): string {
  return signed(linked(coloured(page, look.dark), look.opens));
}

/** In the colours of the editor, whatever the system's are. */
function coloured(page: string, dark: boolean): string {
  const scheme = dark ? "dark" : "light";
  return page
    .replaceAll(/@media \(prefers-color-scheme: dark\)/g, dark ? "@media all" : "@media not all")
    .replaceAll("color-scheme: light dark", `color-scheme: ${scheme}`)
    .replaceAll('name="color-scheme" content="light dark"', `name="color-scheme" content="${scheme}"`);
}

/** With links where the path of a document stands by itself. */
function linked(page: string, opens: string): string {
  return page.replaceAll(/(<p class="path"[^>]*>)<code>([^<]*)<\/code>/g, (_, open: string, path: string) => {
    const given = encodeURIComponent(JSON.stringify([plain(path)]));
    return `${open}<a href="command:${opens}?${given}"><code>${path}</code></a>`;
  });
}

/** A text without its escapes. */
function plain(text: string): string {
  const named: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replaceAll(
    /&(?:#(\d+)|(\w+));/g,
    (whole, code: string | undefined, name: string | undefined) =>
      code === undefined ? (named[name ?? ""] ?? whole) : String.fromCodePoint(Number(code)),
  );
}

/** With the digests of its styles and scripts in its policy. */
function signed(page: string): string {
  const digests = (tag: string) => {
    const parts = [...page.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, "g"))];
    return parts
      .map(
        ([, text]) =>
          `'sha256-${createHash("sha256")
            .update(text ?? "")
            .digest("base64")}'`,
      )
      .join(" ");
  };
  const policy = [
    "default-src 'none'",
    `style-src ${digests("style") || "'none'"}`,
    `script-src ${digests("script") || "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const meta = /<meta http-equiv="Content-Security-Policy" content="[^"]*">/;
  const own = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return meta.test(page) ? page.replace(meta, own) : page.replace("<head>", `<head>\n${own}`);
}
