// What is shown where the author points: the editor says by itself what was found there, so that Kader need not begin with it.

import { type Diagnostic, Hover, MarkdownString } from "vscode";

/** The code of a finding. */
export function codeOf({ code }: Pick<Diagnostic, "code">): string {
  return String(typeof code === "object" ? code.value : (code ?? ""));
}

/** A hover without the sentence that the editor shows above it. With several findings each keeps its own, as a heading. */
export function told(hover: Hover, found: readonly Diagnostic[]): Hover {
  const [only] = found;
  if (only === undefined || found.length > 1) return hover;
  const heading = new RegExp(`^\\*\\*[^*\\n]* ${codeOf(only)}\\*\\*: .*\\n+`, "m");
  const contents = hover.contents.map((part) =>
    part instanceof MarkdownString ? without(part, heading) : part,
  );
  return new Hover(contents, hover.range);
}

function without(part: MarkdownString, heading: RegExp): MarkdownString {
  return new MarkdownString(part.value.replace(heading, ""));
}
