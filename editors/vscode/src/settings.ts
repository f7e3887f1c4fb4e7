// The settings, and what the server wants to know of them.

import { workspace } from "vscode";
import { SECTION } from "./names.js";

/** What the server is told. An empty text takes back what was said before. */
export interface Wishes {
  lang: string;
  asOf: string;
  config: string;
  documentationUrl: string;
  codeLens: { enable: boolean };
  inlayHints: { enable: boolean };
  trace: { server: string };
}

function text(key: string): string {
  return workspace.getConfiguration(SECTION).get<string>(key)?.trim() ?? "";
}

function flag(key: string): boolean {
  return workspace.getConfiguration(SECTION).get<boolean>(key) ?? true;
}

/** The settings as the server wants them. */
export function wishes(): Wishes {
  const lang = text("lang");
  return {
    lang: lang === "auto" ? "" : lang,
    asOf: text("asOf"),
    config: text("config"),
    documentationUrl: text("documentationUrl"),
    codeLens: { enable: flag("codeLens.enable") },
    inlayHints: { enable: flag("inlayHints.enable") },
    trace: { server: text("trace.server") || "off" },
  };
}

/** The program that is to be run, where the author named one. */
export function serverPath(): string {
  return text("server.path");
}
