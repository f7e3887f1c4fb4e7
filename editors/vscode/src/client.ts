// The client of the server, as the editor's library makes it, with what is particular to us.

import { type Diagnostic, type LogOutputChannel, type Uri, languages, workspace } from "vscode";
import {
  CloseAction,
  DidChangeConfigurationNotification,
  type DynamicFeature,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  type StaticFeature,
  TransportKind,
  vsdiag,
} from "vscode-languageclient/node";
import { codeOf, told } from "./hover.js";
import { COMMANDS, LANGUAGE, SECTION } from "./names.js";
import { traceChannel } from "./trace.js";
import { type Wishes, wishes } from "./settings.js";

/** What the client tells of. */
export interface Told {
  output: LogOutputChannel;
  /** The server has ended by itself: whether it is to be started again. */
  ended(): boolean;
}

/** The commands of the server are those of the extension, which are there before it runs and after it has ended. */
class Client extends LanguageClient {
  override registerFeature(feature: StaticFeature | DynamicFeature<unknown>): void {
    const dynamic = feature as Partial<DynamicFeature<unknown>>;
    if (dynamic.registrationType?.method !== "workspace/executeCommand") super.registerFeature(feature);
  }
}

/** Says which command of the extension lenses may call: other editors lack it, and the server asks no one for what they lack. */
const places: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    capabilities.experimental = { commands: { commands: [COMMANDS.showReferences] } };
  },
  initialize: () => undefined,
  getState: () => ({ kind: "static" }),
  clear: () => undefined,
};

/** A client for a program, which is not started yet. */
export function client(program: string, told: Told): LanguageClient {
  const server = { command: program, args: ["lsp"], transport: TransportKind.stdio };
  const made: LanguageClient = new Client(SECTION, "Kader", server, {
    ...options(told),
    middleware: middleware(() => made),
  });
  made.registerFeature(places);
  return made;
}

function options(told: Told): LanguageClientOptions {
  return {
    documentSelector: [{ language: LANGUAGE }],
    initializationOptions: wishes,
    outputChannel: told.output,
    traceOutputChannel: traceChannel(told.output),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: false, supportHtml: false },
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => ({
        action: told.ended() ? CloseAction.Restart : CloseAction.DoNotRestart,
        handled: true,
      }),
    },
  };
}

function middleware(made: () => LanguageClient): Middleware {
  return {
    workspace: {
      configuration: (params): Wishes[] => params.items.map(() => wishes()),
      didChangeConfiguration: () =>
        made().sendNotification(DidChangeConfigurationNotification.type, {
          settings: { [SECTION]: wishes() },
        }),
    },
    provideHover: async (document, position, token, next) => {
      const hover = await next(document, position, token);
      const here = languages.getDiagnostics(document.uri).filter(({ range }) => range.contains(position));
      return hover && told(hover, here);
    },
    handleDiagnostics: (uri, diagnostics, next) => {
      next(uri, once(uri, diagnostics));
    },
    provideWorkspaceDiagnostics: async (known, token, report, next) => {
      const all = await next(known, token, (part) => {
        part?.items.forEach(leaveOut);
        report(part);
      });
      all?.items.forEach(leaveOut);
      return all;
    },
    provideDiagnostics: async (document, known, token, next) => {
      const report = await next(document, known, token);
      const uri = "uri" in document ? document.uri : document;
      if (report?.kind === vsdiag.DocumentDiagnosticReportKind.full) report.items = once(uri, report.items);
      return report;
    },
  };
}

function leaveOut(report: vsdiag.WorkspaceDocumentDiagnosticReport): void {
  if (report.kind === vsdiag.DocumentDiagnosticReportKind.full) report.items = once(report.uri, report.items);
}

/** Without the faults of syntax and form where the editor's JSON service shows them, for the author made the document JSON. */
function once(uri: Uri, diagnostics: Diagnostic[]): Diagnostic[] {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.languageId !== "json" && open?.languageId !== "jsonc") return diagnostics;
  return diagnostics.filter((one) => !/^[SD]\d/.test(codeOf(one)));
}
