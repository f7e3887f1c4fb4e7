// Opens a document that a page names by its path, which is seen from the first folder.

import { isAbsolute } from "node:path";
import { Uri, ViewColumn, window, workspace } from "vscode";

export async function openDocument(path: string): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (!isAbsolute(path) && folder === undefined) return;
  const uri = isAbsolute(path) || folder === undefined ? Uri.file(path) : Uri.joinPath(folder, path);
  await window.showTextDocument(uri, { viewColumn: ViewColumn.One });
}
