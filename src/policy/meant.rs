//! The policy's own words where a rule's text names them by their meaning: `{ $status-arranged }` is the identifier that the policy has
//! for that status. So one text serves several policies.

use std::borrow::Cow;

use super::load::Tables;
use super::vocabulary::Vocab;

/// Words by what stands for them in texts.
pub(super) type Meant = [(Box<str>, Box<str>)];

/// What stands for the lowest of a list that is ordered.
const LOWEST: &str = "lowest";

/// The words of a policy: for each list and meaning that one identifier has (`phase-execution`), for the rights that come first
/// (`read-right-lowest`), and for all units (`regions-all`, `regions-everywhere`).
pub(super) fn meant(tables: &Tables) -> Vec<(Box<str>, Box<str>)> {
    let mut words = Vec::new();
    for vocab in Vocab::ALL {
        let entries = tables.vocabulary.list(vocab);
        for (entry, is) in entries.iter().flat_map(|entry| entry.is.iter().map(move |is| (entry, *is))) {
            if entries.iter().filter(|other| other.is.contains(&is)).count() == 1 {
                words.push((format!("{}-{}", vocab.as_str(), is.as_str()).into(), entry.id.clone()));
            }
        }
        if let (Some(first), Vocab::ReadRight | Vocab::WriteRight) = (entries.first(), vocab) {
            words.push((format!("{}-{LOWEST}", vocab.as_str()).into(), first.id.clone()));
        }
    }
    if let Some(regions) = &tables.regions {
        words.extend([("regions-all".into(), regions.all.clone())]);
        words.extend([("regions-everywhere".into(), regions.everywhere.clone())]);
    }
    words
}

/// A text with the words put in; what is not among them stays a parameter.
pub(super) fn put_in<'t>(text: &'t str, words: &Meant) -> Cow<'t, str> {
    let mut parts = text.split("{ $");
    let before = parts.next().unwrap_or_default();
    let mut out = String::from(before);
    let mut met = false;
    for part in parts {
        let word = part.split_once(" }").and_then(|(name, rest)| {
            let (_, word) = words.iter().find(|(known, _)| **known == *name)?;
            Some((word, rest))
        });
        if let Some((word, rest)) = word {
            word.chars().for_each(|c| plain(&mut out, c));
            out.push_str(rest);
            met = true;
        } else {
            out.push_str("{ $");
            out.push_str(part);
        }
    }
    if met { out.into() } else { text.into() }
}

/// A character that means nothing to Fluent.
fn plain(out: &mut String, c: char) {
    match c {
        '{' | '}' => {
            out.push_str("{\"");
            out.push(c);
            out.push_str("\"}");
        }
        _ => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::put_in;

    #[test]
    fn words_are_put_in_and_parameters_stay() {
        let words = [("status-arranged".into(), "klaar".into()), ("x".into(), "{a}".into())];
        let put = |text| put_in(text, &words).into_owned();
        assert_eq!(put("`{ $status-arranged }` en { $status }"), "`klaar` en { $status }");
        assert_eq!(put("{ $status-arranged ->\n *[a] b\n}"), "{ $status-arranged ->\n *[a] b\n}");
        assert_eq!(put("{ $x }"), "{\"{\"}a{\"}\"}");
        assert_eq!(put("niets"), "niets");
    }
}
