//! Properties of the parser: what is printed is read back, broken text never breaks the parser or its promises.

use kader::json::{Case, Limits, parse, print};
use proptest::prelude::*;

use crate::invariants::tree::hold;

/// JSON values as text, with escapes and white space.
pub(crate) fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|yes| yes.to_string()),
        any::<i32>().prop_map(|number| number.to_string()),
        (-1e9..1e9f64).prop_map(|number| format!("{number:e}")),
        any::<String>().prop_map(|text| serde_json::Value::from(text).to_string()),
        "[a-c]{0,2}".prop_map(|text| format!("\"\\u0041{text}\\n\"")),
    ];
    leaf.prop_recursive(5, 60, 8, |inner| {
        let key = "[a-e\u{e9}]{0,2}".prop_map(|text| serde_json::Value::from(text).to_string());
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(|items| format!("[{}]", items.join(",\n  "))),
            prop::collection::vec((key, inner), 0..8).prop_map(|members| {
                let members: Vec<String> = members.iter().map(|(key, value)| format!("{key} :\t{value}")).collect();
                format!("{{ {} }}", members.join(", "))
            }),
        ]
    })
}

/// Text in which JSON's tokens and near misses stand at random.
fn soup() -> impl Strategy<Value = String> {
    let token = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\"",
        "\"b\"",
        "\"",
        "'",
        "'c'",
        "\\",
        "1",
        "-",
        "01",
        "true",
        "nul",
        "NaN",
        "//x\n",
        "/*",
        "*/",
        "\n",
        "\r",
        " ",
        "\t",
        "\u{A0}",
        "\u{FEFF}",
        "\u{1F600}",
        "\"\\ud800\"",
        "\"\\q\"",
        "\"\"\"",
        "x",
        "/",
        "\u{1}",
    ]);
    prop::collection::vec(token, 0..40).prop_map(|tokens| tokens.concat())
}

/// Objects and arrays in which commas and quotes go wrong at random, and nothing else.
fn near_json() -> impl Strategy<Value = String> {
    let scalar =
        prop::sample::select(vec!["1", "'a'", "\"b\"", "true", "'it\\'s \"x\"'", "[]", "{}"]).prop_map(str::to_owned);
    let comma = || prop::sample::select(vec![", ", ",\n", " ", "\n"]);
    scalar.prop_recursive(3, 30, 5, move |inner| {
        let member = (prop::sample::select(vec!["\"k\"", "'l'", "'m\\''"]), inner.clone())
            .prop_map(|(key, value)| format!("{key}: {value}"));
        prop_oneof![
            (prop::collection::vec((inner, comma()), 0..5)).prop_map(|parts| {
                let parts: Vec<String> = parts.into_iter().map(|(value, comma)| value + comma).collect();
                format!("[{}]", parts.concat())
            }),
            (prop::collection::vec((member, comma()), 0..5)).prop_map(|parts| {
                let parts: Vec<String> = parts.into_iter().map(|(value, comma)| value + comma).collect();
                format!("{{{}}}", parts.concat())
            }),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back(text in json()) {
        let parsed = parse(text.as_bytes(), Limits::default());
        prop_assert_eq!(&parsed.errors, &[]);
        hold(&text, &parsed);
        let printed = print(&parsed.tree);
        let again = parse(printed.as_bytes(), Limits::default());
        prop_assert_eq!(&again.errors, &[]);
        prop_assert_eq!(print(&again.tree), &printed[..]);
        let ours: serde_json::Value = serde_json::from_str(&printed)?;
        let theirs: serde_json::Value = serde_json::from_str(&text)?;
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn any_soup_of_tokens_is_read(text in soup()) {
        let parsed = parse(text.as_bytes(), Limits::default());
        hold(&text, &parsed);
        let plain = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
        let valid = serde_json::from_str::<serde_json::Value>(plain).is_ok();
        prop_assert!(!valid || parsed.errors.is_empty(), "{:?}", parsed.errors);
        prop_assert!(valid || !parsed.errors.is_empty(), "accepted");
    }

    #[test]
    fn one_character_lost_or_added_keeps_most(text in json(), at in any::<prop::sample::Index>(), extra in prop::sample::select(vec!["", "{", "}", "[", "]", ",", ":", "\"", "'", "x"])) {
        let characters: Vec<char> = text.chars().collect();
        let cut = at.index(characters.len());
        let mut broken: String = characters.iter().take(cut).collect();
        broken.push_str(extra);
        broken.extend(characters.iter().skip(cut + usize::from(extra.is_empty())));
        let parsed = parse(broken.as_bytes(), Limits::default());
        hold(&broken, &parsed);
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let parsed = parse(&bytes, Limits::default());
        if let Ok(text) = std::str::from_utf8(&bytes)
            && parsed.errors.iter().all(|error| error.case != Case::NotUtf8)
        {
            hold(text, &parsed);
        }
    }

    #[test]
    fn where_every_fault_has_a_fix_nothing_is_left(text in near_json()) {
        let parsed = parse(text.as_bytes(), Limits::default());
        if parsed.errors.iter().all(|error| error.fix.is_some()) {
            let mut mended = text.clone();
            for (span, new) in parsed.errors.iter().flat_map(|error| error.fix.iter().flatten()).rev() {
                mended.replace_range(span.range(), new);
            }
            let again = parse(mended.as_bytes(), Limits::default());
            prop_assert!(again.errors.is_empty(), "{:?} -> {:?}: {:?}", text, mended, again.errors);
        }
    }
}
