// The panels in which pages of the program are shown: one for each kind, used again.

import { ColorThemeKind, type Disposable, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { COMMANDS } from "../names.js";
import { fitted } from "./html.js";

/** A kind of page, and where it comes from. */
export interface Source {
  key: string;
  title(): string;
  /** The page; nothing where the author has been told why there is none. */
  load(): Promise<string | undefined>;
}

interface Shown {
  panel: WebviewPanel;
  source: Source;
  page: string;
}

export class Pages implements Disposable {
  private readonly shown = new Map<string, Shown>();
  private readonly themes = window.onDidChangeActiveColorTheme(() => {
    for (const one of this.shown.values()) draw(one);
  });

  constructor(private readonly home: Uri) {}

  /** Shows a page, in the panel of its kind where there is one. */
  async show(source: Source): Promise<void> {
    const page = await source.load();
    if (page === undefined) return;
    const known = this.shown.get(source.key);
    const one: Shown = { panel: known?.panel ?? this.open(source), source, page };
    this.shown.set(source.key, one);
    one.panel.title = source.title();
    draw(one);
    one.panel.reveal(undefined, false);
  }

  /** Loads the page in front of the author anew. */
  async refresh(): Promise<void> {
    const one = [...this.shown.values()].find(({ panel }) => panel.active);
    if (one) await this.show(one.source);
  }

  dispose(): void {
    this.themes.dispose();
    for (const { panel } of this.shown.values()) panel.dispose();
  }

  private open(source: Source): WebviewPanel {
    const panel = window.createWebviewPanel("kader.page", source.title(), ViewColumn.Active, {
      enableScripts: true,
      enableForms: false,
      enableFindWidget: true,
      enableCommandUris: [COMMANDS.openDocument],
      localResourceRoots: [],
      retainContextWhenHidden: true,
    });
    panel.iconPath = { light: this.icon("light"), dark: this.icon("dark") };
    panel.onDidDispose(() => this.shown.delete(source.key));
    return panel;
  }

  private icon(shade: string): Uri {
    return Uri.joinPath(this.home, "icon", `afspraak-${shade}.svg`);
  }
}

function draw({ panel, page }: Shown): void {
  const kind = window.activeColorTheme.kind;
  const dark = kind === ColorThemeKind.Dark || kind === ColorThemeKind.HighContrast;
  panel.webview.html = fitted(page, { dark, opens: COMMANDS.openDocument });
}
