//! Texts as they stand in an editor: whole, half written, with line ends and characters of every kind.

use arbitrary::Arbitrary;

/// A text of a document.
#[derive(Debug, Arbitrary)]
pub(crate) enum Text {
    /// One of those below.
    Known(u8),
    /// The same, cut off.
    Cut(u8, u16),
    /// Any other.
    Any(String),
}

/// What is typed.
#[derive(Debug, Arbitrary)]
pub(crate) enum Typed {
    /// One of the pieces below.
    Piece(u8),
    /// Anything else.
    Any(String),
}

const KNOWN: [&str; 12] = [
    "{\n  \"kader\": \"netcentrische-samenwerking-2017\",\n  \"id\": \"proef-a\",\n  \"partner\": { \"naam\": \"Proefpartner\", \
     \"kerntaken\": [\"beheerder\"] },\n  \"reikwijdte\": \"regionaal\",\n  \"regios\": [\"VR17\"],\n  \"fase\": \
     \"verkenning\",\n  \"samenwerkingen\": [{ \"kerntaak\": \"beheerder\" }]\n}\n",
    "{\r\n  \"kader\": \"netcentrische-samenwerking-2017\",\r\n  \"id\": \"proef-a\",\r\n  \"partner\": { \"naam\": \"Haven \u{1F6A2} Zée\", \
     \"kerntaken\": [\"beheerder\",], },\r\n  \"reikwijdte\": \"regionaal\",\r\n  \"regios\": [\"VR99\"],\r\n  \"fase\": \
     \"uitvoering\",\r\n  \"samenwerkingen\": [{ \"kerntaak\": \"beheerder\", \"profiel\": \"kernsamenwerking\" }]\r\n}",
    "\u{FEFF}{\"kader\":\"netcentrische-samenwerking-2017\",\"id\":\"proef-b\",\"partner\":{\"naam\":\"Proefpartner\"},\r\"regios\":[\"VR17\",\
     \r\"VR18\"],\"samenwerkingen\":[{\"kerntaak\":\"beheerder\",\"profiel\":\"koppelsamenwerking\"}]}",
    "{\n  \"kader\": \"netcentrische-samenwerking-2017\",\n  \"id\": \"proef-c\",\n  \"aanvullingOp\": \"proef-a\",\n  \"fase\": \"uitwerking\",\n  \
     \"samenwerkingen\": [{ \"kerntaak\": \"beheerder\", \"randvoorwaarden\": { \"organisatie\": { \"liaison\": { \"status\": \
     \"geregeld\", \"bewijs\": [\"b.afspraak.json\", \"los.json\", \"map/d.afspraak.json\"] } } } }]\n}\n",
    "{\n  \"kader\": \"netcentrische-samenwerking-2017\",\n  \"id\": \"proef-b\",\n  \"looptijd\": { \"van\": \"2020-01-01\", \"vervangt\": \
     [\"proef-a\"] },\n  \"partner\": { \"naam\": \"proefpartner\" },\n  \"fase\": \"uitvoering\",\n  \"afwijkingen\": [{ \"regel\": \
     \"V401\", \"toelichting\": \"Zo is het \u{1F600} afgesproken met de regio.\", \"akkoord\": { \"datum\": \"2020-02-30\" } }]\n}",
    "{\n  'kader': 'netcentrische-samenwerking-2017',\n  \"kader\": \"x\",\n  \"partner\": { \"naam\": 'Haven \"Zuid\"' // \u{1F6A2}\n",
    "{ \"kader\": \"netcentrische-samenwerking-2017\", \"samenwerkingen\": [{ \"profiel\": \"",
    "{\r\n  \"\r\n  \"regios\": [\"VR01\" \"VR02\"]\r\n}\r\n",
    "[{\"a\": \"\\ud83d\\ude00\\u0041\"}, 1e400, tru]",
    "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} {",
    "{",
    "",
];

const PIECES: [&str; 24] = [
    "",
    "x",
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "'",
    "\\",
    "\n",
    "\r\n",
    "\r",
    "\u{E9}\u{1F600}",
    "\u{FEFF}",
    "\u{301}",
    "\"kerntaak\": ",
    "\"samenwerkingen\": [{ }]",
    "uitvoering",
    "proef-b",
    "VR01",
    "2020-01-01",
    "//",
];

fn one_of<'t>(texts: &[&'t str], which: u8) -> &'t str {
    texts[usize::from(which) % texts.len()]
}

impl Text {
    /// The text itself.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Known(which) => one_of(&KNOWN, *which),
            Self::Cut(which, at) => {
                let whole = one_of(&KNOWN, *which);
                &whole[..whole.floor_char_boundary(usize::from(*at))]
            }
            Self::Any(text) => text,
        }
    }
}

impl Typed {
    /// The text itself.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Piece(which) => one_of(&PIECES, *which),
            Self::Any(text) => text,
        }
    }
}
