//! Places and texts as SARIF has them.

use serde::Serialize;

use crate::findings::Range;
use crate::text::percent::{encode, is_unreserved};

/// The name of the folder from which relative paths start, as it is widely known.
pub(super) const BASE: &str = "%SRCROOT%";

/// A text without a place in another one.
#[derive(Serialize)]
pub(super) struct Text {
    text: String,
}

impl Text {
    /// A text of the program's own.
    pub(super) fn new(text: String) -> Self {
        Self { text }
    }

    /// A message, in which texts of documents may stand: readers make links of `[text](target)`, and put arguments for `{0}`.
    pub(super) fn message(text: &str) -> Self {
        let mut out = String::with_capacity(text.len() + 8);
        let mut rest = text;
        while let Some(at) = rest.find(['{', ']']) {
            let (before, found) = rest.split_at(at);
            out.push_str(before);
            let digits = found.strip_prefix('{').and_then(|inner| inner.split_once('}')).map(|(digits, _)| digits);
            let number = digits.filter(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()));
            let (written, taken) = match number {
                Some(number) => (format!("{{{{{number}}}}}"), number.len() + 2),
                None if found.starts_with("](") => ("\\]".to_owned(), 1),
                None => (found[..1].to_owned(), 1),
            };
            out.push_str(&written);
            rest = &found[taken..];
        }
        out.push_str(rest);
        Self { text: out }
    }
}

/// A document or another file.
#[derive(Serialize, Clone)]
#[serde(rename_all = "camelCase")]
pub(super) struct Artifact {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

impl Artifact {
    /// By the path that reports name it by.
    pub(super) fn new(path: &str) -> Self {
        // A colon in the first part of a relative path would end a scheme; `?` and `#` would end the path.
        let may_stand = |byte: u8| is_unreserved(byte) || b"/!$&'()*+,;=@".contains(&byte);
        let encoded = |path: &str| encode(path.as_bytes(), |byte, _| may_stand(byte));
        let absolute = |uri| Self { uri, uri_base_id: None };
        match path.as_bytes() {
            [b'/', b'/', ..] => absolute(format!("file:{}", encoded(path))),
            [b'/', ..] => absolute(format!("file://{}", encoded(path))),
            [drive, b':', b'/', ..] if cfg!(windows) && drive.is_ascii_alphabetic() => {
                let (drive, rest) = path.split_at(2);
                absolute(format!("file:///{drive}{}", encoded(rest)))
            }
            _ => Self { uri: encoded(path), uri_base_id: Some(BASE) },
        }
    }
}

/// A range; SARIF would take an end that is left out for the end of the line.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

impl From<Range> for Region {
    fn from(Range { start, end }: Range) -> Self {
        Self { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    fully_qualified_name: String,
}

/// A place in a file: where it stands, and what of the document it is.
#[derive(Serialize)]
pub(super) struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(rename = "physicalLocation")]
    physical: PhysicalLocation,
    #[serde(rename = "logicalLocations", skip_serializing_if = "Vec::is_empty")]
    logical: Vec<LogicalLocation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

impl Location {
    /// A place in a file, which is the whole file where there is no range.
    pub(super) fn new(artifact: &Artifact, range: Option<Range>) -> Self {
        let physical = PhysicalLocation { artifact_location: artifact.clone(), region: range.map(Region::from) };
        Self { id: None, physical, logical: Vec::new(), message: None }
    }

    /// With the JSON Pointer of what stands there; the document as a whole needs none.
    #[must_use]
    pub(super) fn at(mut self, pointer: &str) -> Self {
        if !pointer.is_empty() {
            self.logical.push(LogicalLocation { fully_qualified_name: pointer.to_owned() });
        }
        self
    }

    /// With what it has to do with a result, and a number among the places of that.
    #[must_use]
    pub(super) fn said(mut self, id: usize, message: &str) -> Self {
        self.id = Some(id);
        self.message = Some(Text::message(message));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Artifact, BASE, Text};

    #[test]
    fn a_relative_path_is_a_relative_uri() {
        for (path, uri) in [
            ("onder map/haven #1 50%.afspraak.json", "onder%20map/haven%20%231%2050%25.afspraak.json"),
            ("a:b?.json", "a%3Ab%3F.json"),
            ("é\u{FFFD}\n.json", "%C3%A9%EF%BF%BD%0A.json"),
            ("<stdin>", "%3Cstdin%3E"),
        ] {
            let artifact = Artifact::new(path);
            assert_eq!((artifact.uri.as_str(), artifact.uri_base_id), (uri, Some(BASE)));
        }
    }

    #[test]
    fn an_absolute_path_has_no_base() {
        let artifact = Artifact::new("/w/a b.json");
        assert_eq!((artifact.uri.as_str(), artifact.uri_base_id), ("file:///w/a%20b.json", None));
        assert_eq!(Artifact::new("//server/a").uri, "file://server/a");
    }

    #[test]
    fn texts_of_documents_are_no_links_and_take_no_arguments() {
        let message = |text: &str| Text::message(text).text;
        assert_eq!(
            message("`[x](http://y)` {0} {} {a} \\u{1B} {12} ] {"),
            "`[x\\](http://y)` {{0}} {} {a} \\u{1B} {{12}} ] {"
        );
        assert_eq!(message("één ]("), "één \\](");
    }
}
