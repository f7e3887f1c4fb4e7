//! What the runners of pipelines take for a command in the log of a step, broken so that they do not.
//!
//! GitHub's acts on `::name::` at the beginning of a line and on `##[name]` anywhere, that of Azure on `##vso[area.event]` anywhere,
//! `TeamCity`'s on `##teamcity[name]`. One character of these is spelt as `\u0023` or `\u003a`: what a reader of JSON takes for the
//! character itself, and people see in every other format.

use std::borrow::Cow;

use memchr::memmem;

/// The text with nothing that is a command wherever it stands.
#[must_use]
pub fn harmless(text: &str) -> Cow<'_, str> {
    match harmless_bytes(text.as_bytes()) {
        Cow::Borrowed(_) => text.into(),
        Cow::Owned(bytes) => String::from_utf8_lossy(&bytes).into_owned().into(),
    }
}

/// The same of bytes.
#[must_use]
pub fn harmless_bytes(text: &[u8]) -> Cow<'_, [u8]> {
    spelt(text, &marks(text))
}

/// Lines with nothing that is a command there; `begun` says that something stands ahead of them in the first line.
#[must_use]
pub fn harmless_lines(text: &[u8], begun: bool) -> Cow<'_, [u8]> {
    let mut places = marks(text);
    places.extend(starts(text, begun));
    places.sort_unstable();
    spelt(text, &places)
}

/// Whether nothing but white space stands behind the last end of a line.
#[must_use]
pub fn at_start(text: &[u8]) -> bool {
    let line = memchr::memrchr2(b'\n', b'\r', text).map_or(0, |end| end + 1);
    std::str::from_utf8(text.get(line..).unwrap_or_default()).is_ok_and(|line| line.trim_start().is_empty())
}

/// The second `#` of each `##[`, `##vso[` and the like.
fn marks(text: &[u8]) -> Vec<usize> {
    let opens = |at: usize| {
        let mut behind = text.get(at..).unwrap_or_default().iter().skip_while(|byte| byte.is_ascii_alphabetic());
        behind.next() == Some(&b'[')
    };
    // `###[` holds two pairs, so each `#` that has one ahead of it counts.
    let pairs = memmem::find_iter(text, b"#").filter(|at| *at > 0 && text[at - 1] == b'#');
    pairs.filter(|at| opens(at + 1)).collect()
}

/// The first colon of each `::` with which a line begins. One of three colons begins no command.
fn starts(text: &[u8], begun: bool) -> Vec<usize> {
    let begins = |at: &usize| {
        let ahead = text.get(..*at).unwrap_or_default();
        let first = memchr::memrchr2(b'\n', b'\r', ahead).is_none();
        text.get(at + 2) != Some(&b':') && at_start(ahead) && !(first && begun)
    };
    memmem::find_iter(text, b"::").filter(begins).collect()
}

/// The text with the characters at these places, which are ascending, as escapes.
fn spelt<'t>(text: &'t [u8], places: &[usize]) -> Cow<'t, [u8]> {
    if places.is_empty() {
        return text.into();
    }
    let mut out = Vec::with_capacity(text.len() + 5 * places.len());
    let mut copied = 0;
    for at in places {
        out.extend_from_slice(text.get(copied..*at).unwrap_or_default());
        out.extend_from_slice(if text.get(*at) == Some(&b'#') { b"\\u0023" } else { b"\\u003a" });
        copied = at + 1;
    }
    out.extend_from_slice(text.get(copied..).unwrap_or_default());
    out.into()
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{harmless, harmless_lines};

    fn lines(text: &str) -> String {
        String::from_utf8(harmless_lines(text.as_bytes(), false).into_owned()).unwrap()
    }

    #[test]
    fn commands_are_broken_wherever_they_stand() {
        let text = "a ##vso[task.complete] ##[error] ###[x] ##teamcity[y] ####Vso[z]";
        let wanted = r"a #\u0023vso[task.complete] #\u0023[error] ##\u0023[x] #\u0023teamcity[y] ###\u0023Vso[z]";
        assert_eq!(harmless(text), wanted);
        assert_eq!(lines(text), wanted);
        assert_eq!(harmless(wanted), wanted);
    }

    #[test]
    fn commands_are_broken_at_the_beginning_of_a_line() {
        let text = "::a::b\n \u{A0}\t::c::d\r::e::f\r\n::g\nx ::h::i";
        let wanted = "\\u003a:a::b\n \u{A0}\t\\u003a:c::d\r\\u003a:e::f\r\n\\u003a:g\nx ::h::i";
        assert_eq!(lines(text), wanted);
        assert_eq!(harmless(text), text, "where a line begins is not known");
        assert_eq!(harmless_lines(b"::a\n::b", true).as_ref(), b"::a\n\\u003a:b");
    }

    #[test]
    fn what_is_no_command_stays() {
        for text in ["## [a]", "# #[a]", "##", "## kop", "##a b[", "[#](##x)", "  ::: a.json:1:2", "a::b", ":", "é🚒"]
        {
            assert!(matches!(harmless(text), Cow::Borrowed(_)), "{text}");
            assert!(matches!(harmless_lines(text.as_bytes(), false), Cow::Borrowed(_)), "{text}");
        }
        assert_eq!(harmless_lines(b"\xFF##[a", false).as_ref(), b"\xFF#\\u0023[a");
    }

    #[test]
    fn json_says_the_same() {
        let value = serde_json::json!({ "##[a]": ["\\##vso[b]", "::c::d\n::e::f"] });
        let text = lines(&value.to_string());
        assert!(!text.contains("##"), "{text}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
    }
}
