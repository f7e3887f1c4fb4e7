//! A first `kader.toml`: every key with what it is, and an example to take the comment sign from.

use std::fmt::Write as _;

use super::keys::{self, Key, Takes};
use crate::policy::Lang;
use crate::texts::Texts;

/// The text of a first file, in a language, which is the one setting that holds; `policy` is the id that the example of that key names.
#[must_use]
pub fn sample(lang: Lang, policy: &str) -> String {
    let texts = Texts::get(lang);
    let mut out = String::new();
    for id in ["config-title", "config-about", "config-sample"] {
        comment(&mut out, texts.plain(id));
    }
    // Keys first: behind the head of a table they would belong to it.
    let (tables, simple): (Vec<&Key>, Vec<&Key>) = keys::ROOT.iter().partition(|(_, takes)| is_table(*takes));
    for (key, takes) in simple.into_iter().chain(tables) {
        out.push('\n');
        comment(&mut out, texts.plain(&keys::about(key, false)));
        let sign = if *takes == Takes::Lang { "" } else { "# " };
        for line in example(key, *takes, (lang, policy)).lines() {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{sign}{line}");
        }
    }
    out
}

fn comment(out: &mut String, text: &str) {
    let _ = writeln!(out, "# {text}");
}

fn is_table(takes: Takes) -> bool {
    matches!(takes, Takes::Severity | Takes::Overrides)
}

/// An example of a key, by what it takes.
fn example(key: &str, takes: Takes, (lang, policy): (Lang, &str)) -> String {
    let value = match takes {
        Takes::Policy => quoted(policy),
        Takes::Path if key == keys::BASELINE => quoted("kader-baseline.txt"),
        Takes::Path => quoted("../kader.toml"),
        Takes::Lang => quoted(lang.as_str()),
        Takes::Day => quoted("2026-01-31"),
        Takes::Globs if key == keys::EXCLUDE => r#"["concept-*", "archief/**"]"#.to_owned(),
        Takes::Globs => r#"["**/*.afspraak.json"]"#.to_owned(),
        Takes::Selectors if key == keys::SELECT => r#"["S", "D", "V40"]"#.to_owned(),
        Takes::Selectors => r#"["L", "reach-mismatch"]"#.to_owned(),
        Takes::FailOn => quoted(keys::fail_on_words()[1]),
        Takes::Size => quoted("20 MiB"),
        Takes::Version => quoted(concat!(">=", env!("CARGO_PKG_VERSION"))),
        Takes::Severity => return format!("[{key}]\nV = \"warning\"\nV401 = [\"info\", \"warning\", \"error\"]"),
        Takes::Overrides => {
            return format!("[[{key}]]\n{} = [\"archief/**\"]\n{} = [\"T\"]", keys::FILES, keys::IGNORE);
        }
    };
    format!("{key} = {value}")
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

#[cfg(test)]
mod tests {
    use super::{keys, sample};
    use crate::config::{Choice, Configs};
    use crate::policy::Lang;
    use crate::system::Memory;

    /// The language that a file sets; it has no fault.
    fn loaded(text: &str) -> Option<Lang> {
        let machine =
            Memory::new().with_file("/kader.toml", "").with_file("/w/kader.toml", text).with_current_dir("/w");
        let configs = Configs::new(&machine, Choice::Nearest);
        let here = configs.here();
        let config = (*here).as_ref().unwrap_or_else(|broken| panic!("{:#?}\n{text}", broken.faults));
        config.lang.as_ref().map(|lang| lang.value)
    }

    #[test]
    fn it_holds_as_it_is_and_without_its_signs() {
        for lang in Lang::ALL {
            let text = sample(lang, "p");
            assert_eq!(loaded(&text), Some(lang));
            let is_example = |line: &str| {
                line.starts_with(['[', '"']) || line.split_once(" = ").is_some_and(|(key, _)| !key.contains(' '))
            };
            let bare = |line: &str| match line.strip_prefix("# ") {
                Some(rest) if is_example(rest) && !rest.starts_with("policy") => format!("{rest}\n"),
                _ => format!("{line}\n"),
            };
            let examples: String = text.lines().map(bare).collect();
            assert_eq!(loaded(&examples), Some(lang));
            for (key, _) in keys::ROOT {
                let set = |line: &str| line.starts_with(&format!("{key} = ")) || line.trim_matches(['[', ']']) == key;
                assert!(key == keys::POLICY || examples.lines().any(set), "{key}\n{examples}");
            }
        }
    }
}
