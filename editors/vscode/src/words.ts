// Languages and texts with places for values.

export type Lang = "nl" | "en";

/** The language that a setting names, else the one of a locale such as `nl-NL`. */
export function langOf(setting: unknown, locale: string): Lang {
  if (setting === "nl" || setting === "en") return setting;
  return /^nl\b/i.test(locale) ? "nl" : "en";
}

/** A text with values in the places of `{0}`, `{1}` and so on. */
export function filled(text: string, values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (place, at: string) => String(values[Number(at)] ?? place));
}
