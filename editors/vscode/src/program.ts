// Which program is the server: the one that the author named, the one that came with the extension, or the one on the PATH.

import { accessSync, chmodSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join, resolve } from "node:path";

/** Where a program may be. */
export interface Places {
  /** The path that the author named; empty where there is none. */
  named: string;
  /** The folder from which a relative path is seen. */
  folder: string | undefined;
  /** The folder of the extension. */
  extension: string;
  /** The folders of the PATH. */
  path: string;
  /** Whether programs end in `.exe`. */
  windows: boolean;
}

export type Found = { program: string; origin: "named" | "bundled" | "path" } | { missing: "named" | "any" };

/** The program; what is missing where there is none. A path that was named is the only one then. */
export function find(places: Places): Found {
  const name = places.windows ? "kader.exe" : "kader";
  if (places.named !== "") {
    const program = expanded(places.named, places.folder);
    return isProgram(program) ? { program, origin: "named" } : { missing: "named" };
  }
  const bundled = join(places.extension, "server", name);
  if (isFile(bundled) && made(bundled)) return { program: bundled, origin: "bundled" };
  const onPath = places.path
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, name))
    .find(isProgram);
  return onPath === undefined ? { missing: "any" } : { program: onPath, origin: "path" };
}

function expanded(path: string, folder: string | undefined): string {
  if (path.startsWith("~/")) return join(homedir(), path.slice(2));
  return resolve(folder ?? homedir(), path.replace(/^\$\{workspaceFolder\}/, folder ?? ""));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return isFile(path);
  } catch {
    return false;
  }
}

/** Lets a program run that was packed where files have no such right. */
function made(path: string): boolean {
  if (isProgram(path)) return true;
  try {
    chmodSync(path, 0o755);
  } catch {
    return false;
  }
  return isProgram(path);
}
