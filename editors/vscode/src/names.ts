// The names that the extension, its manifest and the server share.

/** The language of agreements: the editor's own JSON service does not look at it, and for the server it is JSON. */
export const LANGUAGE = "json-afspraak";
/** How the names of agreements end. */
export const SUFFIX = ".afspraak.json";
/** The section of the settings. */
export const SECTION = "kader";
/** The kind of the action that makes all fixes which keep the meaning. */
export const FIX_ALL = "source.fixAll.kader";

/** The commands. */
export const COMMANDS = {
  assess: "kader.assess",
  overview: "kader.overview",
  newAgreement: "kader.newAgreement",
  fixAll: "kader.fixAll",
  acceptDeviation: "kader.acceptDeviation",
  restart: "kader.restart",
  showOutput: "kader.showOutput",
  refresh: "kader.refresh",
  menu: "kader.menu",
  openDocument: "kader.openDocument",
  showReferences: "kader.showReferences",
} as const;
