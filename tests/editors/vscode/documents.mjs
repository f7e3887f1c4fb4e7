// The agreements that the scenarios work with.

/** With faults of which each has its fix, and letters of two and more units ahead of what is marked. */
export const NOORD = `{
  "kader": "netcentrische-samenwerking-2017",
  "id": "waterschap-noord",
  "partner": { "naam": "Waterschap 🌊 Noord", "sectr": "water", "kerntaken": ["beheerder"] },
  "reikwijdte": "bovenregionaal",
  "regios": ["VR01", "VR02"],
  "fase": "uitwerking",
  "samenwerkingen": [
    {
      "kerntaak": "beheerder",
      "profiel": "koppelsamenwerking",
      "lcms": { "lezen": "geen", "schrijven": "geen" },
      "aanspreekpunten": {
        "informatie": { "rol": "liaison", "bereikbaarheid": "via de meldkamer" },
        "coordinatie": { "bereikbaarheid": "👩‍🚒 nog te bepalen", "rol": "liaison", "functie": "nog te bepalen" }
      },
      "randvoorwaarden": {
        "organisatie": {
          "crisisteams": { "status": "geregeld", "afspraak": "Zie bijlage 2" }
        },
        "proces": {
          "alarmering": { "status": "in-voorbereiding" }
        }
      }
    }
  ],
}
`;

/** Sound in its form, and with something left to arrange. */
export const ZUID = NOORD.replace("waterschap-noord", "waterschap-zuid")
  .replace("🌊 Noord", "Zuid")
  .replace('"sectr"', '"sector"')
  .replace('"bovenregionaal"', '"regionaal"')
  .replace("👩‍🚒 nog te bepalen", "via de meldkamer")
  .replace(', "functie": "nog te bepalen"', "")
  .replace("],\n}", "]\n}");

/** The lines of another system. */
export const OOST = NOORD.replace("waterschap-noord", "waterschap-oost").replace("🌊 Noord", "🏝️ Oost").replaceAll("\n", "\r\n");

/** A general agreement and its supplements. */
export const SUPPLEMENTS = "fixtures/workspaces/aanvulling";

/** The line and column right behind a part of a text, from one. */
export function behind(text, part) {
  const lines = text.slice(0, text.indexOf(part) + part.length).split("\n");
  return [lines.length, lines.at(-1).length + 1];
}
