//! What must hold of the layout of a document: it changes white space between tokens and nothing else.

use kader::json::format::{WIDTH, edits, format};
use kader::json::{Limits, Parsed, parse, print};

/// JSON's white space.
const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

/// What stands outside of strings without white space, and strings as they are: the tokens in their order.
pub(crate) fn tokens(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut inside, mut escaped) = (false, false);
    for char in text.chars() {
        if inside || !SPACE.contains(&char) {
            out.push(char);
        }
        (inside, escaped) = match (inside, char) {
            (true, _) if escaped => (true, false),
            (true, '\\') => (true, true),
            (inside, '"') => (!inside, false),
            (inside, _) => (inside, false),
        };
    }
    out
}

/// What is read of a text.
pub(crate) fn read(text: &str) -> Parsed {
    parse(text.as_bytes(), Limits::default())
}

/// The line ends of a text, each once.
fn line_ends(text: &str) -> Vec<&'static str> {
    let (pairs, rest) = (text.matches("\r\n").count(), text.replace("\r\n", ""));
    let found = [("\r\n", pairs > 0), ("\n", rest.contains('\n')), ("\r", rest.contains('\r'))];
    found.into_iter().filter(|(_, there)| *there).map(|(end, _)| end).collect()
}

/// All that must hold of a text that can be read; gives its layout.
pub(crate) fn hold(text: &str) -> String {
    let parsed = read(text);
    assert_eq!(parsed.errors, [], "{text:?}");
    let (edits, formatted) = (edits(&parsed).unwrap(), format(&parsed).unwrap());
    for edit in &edits {
        let gone = &text[edit.span.range()];
        assert!(gone.chars().chain(edit.text.chars()).all(|char| SPACE.contains(&char)), "{edit:?} in {text:?}");
        assert_ne!(gone, &*edit.text, "{text:?}");
    }
    assert_eq!(edits.apply(text), formatted);
    assert_eq!(edits.invert(text).apply(&formatted), text);
    assert_eq!(tokens(&formatted), tokens(text));
    let again = read(&formatted);
    assert_eq!(again.errors, []);
    assert_eq!(print(&again.tree), print(&parsed.tree));
    assert!(kader::json::format::edits(&again).unwrap().is_empty(), "not settled: {formatted:?}");
    let first =
        text.find(['\r', '\n']).map_or("\n", |at| if text[at..].starts_with("\r\n") { "\r\n" } else { &text[at..=at] });
    assert_eq!(line_ends(&formatted), [first], "{text:?}");
    assert!(formatted.ends_with(first) && formatted.trim_end_matches(SPACE).len() + first.len() == formatted.len());
    let lines = formatted.trim_start_matches('\u{FEFF}').split(['\r', '\n']);
    for line in lines.filter(|line| line.chars().count() > WIDTH) {
        // A line may be too wide only where it holds one value or one bracket: nothing is left to break.
        let alone = line.trim_matches([' ', ',']);
        let parts = [format!("[{alone}]"), format!("{{{alone}}}"), format!("{{{alone}]}}"), format!("{{{alone}}}}}")];
        let one = parts.iter().any(|part| read(part).errors.is_empty()) && !alone.ends_with(['}', ']']);
        assert!(one || ["{", "[", "}", "]", "{}", "[]"].contains(&alone), "{line:?}");
    }
    formatted
}
