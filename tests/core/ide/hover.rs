//! What is shown about a place: what it means, how it stands here, and what was found there.

use kader::ide::hover::hover;
use kader::policy::Lang;

use super::stage::Stage;

const DOCUMENT: &str = r#"{
  "kader": "netcentrische-samenwerking-2017",
  "id": "de-sluis",
  "partner": { "naam": "De <b>Sluis</b>", "kerntaken": ["beheerder"] },
  "reikwijdte": "landelijk",
  "regios": ["VR17", "VR99"],
  "fase": "uitvoering",
  "samenwerkingen": [
    {
      "kerntaak": "beheerder",
      "profiel": "koppelsamenwerking",
      "randvoorwaarden": {
        "organisatie": {
          "crisisteams": { "status": "geregeld", "afspraak": "Bijlage 1" },
          "liaison": { "status": "niet-geregeld" },
          "mandaat": { "status": "geregeld", "afspraak": "Bijlage 2" }
        }
      }
    }
  ]
}
"#;

/// The hover at the first place where something stands.
fn at(needle: &str, lang: Lang) -> Option<(String, String)> {
    let offset = DOCUMENT.find(needle).unwrap_or_else(|| panic!("no {needle}"));
    let stage = Stage { lang, ..Stage::new(DOCUMENT, offset + 1) };
    let shown = stage.see(|scene| hover(scene, stage.offset))?;
    Some((DOCUMENT[shown.span.range()].to_owned(), shown.markdown))
}

#[test]
fn hovers_in_both_languages() {
    let places = [
        "\"fase\"",
        "\"uitvoering\"",
        "\"VR17\"",
        "\"VR99\"",
        "\"koppelsamenwerking\"",
        "\"randvoorwaarden\"",
        "\"organisatie\"",
        "\"crisisteams\"",
        "\"liaison\"",
        "\"mandaat\"",
        "\"landelijk\"",
        "\"netcentrische",
    ];
    for (name, lang) in [("nl", Lang::Nl), ("en", Lang::En)] {
        let shown = places
            .map(|place| at(place, lang).map_or_else(|| format!("{place}: -"), |(on, text)| format!("{on}\n{text}")));
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("ide_hovers_{name}"), shown.join("\n\n==========\n\n"));
        });
    }
}

#[test]
fn what_a_document_says_is_never_markup() {
    for place in ["\"De <b>", "\"VR99\"", "\"naam\""] {
        if let Some((_, text)) = at(place, Lang::Nl) {
            assert!(!text.contains("<b>"), "{text}");
        }
    }
}

#[test]
fn where_nothing_is_known_nothing_is_shown() {
    for marked in ["{ | }", "{ \"x-a\": \"b|\" }", "[|]", "", "x", "{ \"opmerkingen\": \"V|R01\" }"] {
        let stage = Stage::marked(if marked.contains('|') { marked } else { "|" });
        let shown = stage.see(|scene| hover(scene, stage.offset));
        let meaning = shown.filter(|shown| shown.markdown.contains(" · "));
        assert_eq!(meaning, None, "{marked}");
    }
}
