//! Backticks. In the program's own texts they stand around what is code; a text from a document has them as any other sign. So they are put
//! aside in what comes from documents before it goes into a text of our own, and come back when pages and Markdown show that.

use std::borrow::Cow;

use crate::findings::param::Named;
use crate::findings::{Finding, Fix, Param};

pub(super) const TICK: char = '`';
/// What stands for a backtick of a document; it is no character that texts have.
const ASIDE: char = '\u{FDD0}';

/// The text of a document with its backticks put aside.
pub(super) fn aside(text: &str) -> Cow<'_, str> {
    if text.contains(TICK) { text.replace(TICK, &ASIDE.to_string()).into() } else { text.into() }
}

/// The parameters of a text, likewise.
pub(super) fn aside_in(params: &[Named]) -> Vec<Named> {
    params.iter().map(|(name, param)| (*name, of(param))).collect()
}

/// A finding, likewise, and its fixes.
pub(super) fn aside_of(finding: &Finding) -> Finding {
    let fix = |fix: &Fix| Fix { params: aside_in(&fix.params).into(), ..fix.clone() };
    let (params, fixes) = (aside_in(&finding.params).into(), finding.fixes.iter().map(fix).collect());
    Finding { params, fixes, ..finding.clone() }
}

fn of(param: &Param) -> Param {
    match param {
        Param::Code(text) => Param::Code(aside(text).into()),
        Param::Text(text) => Param::Text(aside(text).into()),
        Param::List(items) => Param::List(items.iter().map(of).collect()),
        other => other.clone(),
    }
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// As any other.
    Plain(String),
    /// Code: what stood between two backticks of our own.
    Code(String),
}

/// The parts of a text of our own; a backtick without a second one is a sign as any other.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let back = |text: &str| text.replace(ASIDE, &TICK.to_string());
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, (code, after))) =
        rest.split_once(TICK).and_then(|(before, after)| Some((before, after.split_once(TICK)?)))
    {
        pieces.extend((!before.is_empty()).then(|| Piece::Plain(back(before))));
        pieces.push(if code.is_empty() { Piece::Plain("``".to_owned()) } else { Piece::Code(back(code)) });
        rest = after;
    }
    pieces.extend((!rest.is_empty()).then(|| Piece::Plain(back(rest))));
    pieces
}

#[cfg(test)]
mod tests {
    use super::{Piece, aside, aside_in, pieces};
    use crate::findings::Param;

    fn plain(text: &str) -> Piece {
        Piece::Plain(text.to_owned())
    }

    fn code(text: &str) -> Piece {
        Piece::Code(text.to_owned())
    }

    #[test]
    fn what_stands_between_two_of_our_own_is_code() {
        assert_eq!(pieces("zet `a` of `b` neer"), [plain("zet "), code("a"), plain(" of "), code("b"), plain(" neer")]);
        assert_eq!(pieces("`a`"), [code("a")]);
        assert_eq!(pieces("a ` b"), [plain("a ` b")]);
        assert_eq!(pieces("``"), [plain("``")]);
        assert_eq!(pieces(""), []);
    }

    #[test]
    fn those_of_documents_are_signs_as_any_other() {
        let text = format!("naam {} en `{}`", aside("a`b`c"), aside("`"));
        assert_eq!(pieces(&text), [plain("naam a`b`c en "), code("`")]);
        let params = aside_in(&[("a", Param::list(["`x`"])), ("b", Param::text("`")), ("c", Param::Number(1))]);
        let other = |text: &str| text.replace('`', "\u{FDD0}");
        let expected = [
            ("a", Param::List(vec![Param::code(&other("`x`"))])),
            ("b", Param::text(&other("`"))),
            ("c", Param::Number(1)),
        ];
        assert_eq!(params, expected);
    }
}
