//! The examples of a rule's file: documents that fail or pass, and what must be found in them.

use super::calendar::Day;
use crate::file::FileFault;
use crate::file::{Faults, Node, Value};

/// The examples of one rule.
#[derive(Debug, Clone, Default)]
pub struct Examples {
    /// Documents in which the rule fires, one or more for each of its branches.
    pub fails: Vec<Example>,
    /// Documents in which it does not; each differs from a failing one in one value.
    pub passes: Vec<Example>,
}

/// One example: usually one document, several for a rule that looks across documents.
#[derive(Debug, Clone, Default)]
pub struct Example {
    /// The as-of date, where it is not the policy's.
    pub as_of: Option<Day>,
    /// File name and bytes of each document, by the bytes of the names.
    pub files: Vec<(Box<str>, Vec<u8>)>,
    /// Whether the example names its documents: then its findings begin with the names.
    pub named: bool,
    /// The limit on the document's size in bytes, where it is not the default.
    pub max_size: Option<u64>,
    /// The limit on the document's number of values, where it is not the default.
    pub max_values: Option<u64>,
    /// Everything that must be found, in order: `[FILE ]CODE[:variant] POINTER ANCHOR[ for SUBJECT][ rel [FILE:]POINTER ANCHOR]…`.
    pub findings: Vec<Box<str>>,
    /// Whether a passing example shows what puts the rule's failing ones right, as its help says.
    pub remedy: bool,
    /// Where the example's header begins in the rule's file, in bytes.
    pub offset: usize,
}

/// The keys of a passing example.
pub(super) const PASSES: &[&str] =
    &["as-of", "document", "document-base64", "files", "max-size", "max-values", "findings", "remedy"];
/// The keys of a failing one: all but the last.
pub(super) const FAILS: &[&str] = PASSES.split_at(PASSES.len() - 1).0;

/// The name of the one document of an example that names none.
const NAME: &str = "voorbeeld.afspraak.json";

/// Reads the examples of a rule's whole file.
pub(super) fn read(file: &str, text: &str) -> Result<Examples, Vec<FileFault>> {
    let mut faults = Faults::new(file);
    let map = faults.parse(text);
    let root = Node::root(&map);
    let examples = Examples {
        fails: list(&mut faults, &root, "fails", FAILS),
        passes: list(&mut faults, &root, "passes", PASSES),
    };
    if faults.list.is_empty() { Ok(examples) } else { Err(faults.list) }
}

fn list(faults: &mut Faults, root: &Node<'_>, key: &str, known: &[&str]) -> Vec<Example> {
    let Some(value) = root.get(key) else {
        return Vec::new();
    };
    let Some(items) = value.get_ref().as_array() else {
        faults.add(&value.span(), "file-wrong-type", vec![("expected", "tables".into())]);
        return Vec::new();
    };
    items.iter().filter_map(|item| example(faults, item, known)).collect()
}

fn example(faults: &mut Faults, value: &Value<'_>, known: &[&str]) -> Option<Example> {
    let node = faults.table(value, value.span())?;
    faults.known(&node, known);
    Some(Example {
        as_of: faults.day(&node, "as-of"),
        files: files(faults, &node),
        named: node.has("files"),
        max_size: faults.number(&node, "max-size").map(u64::from),
        max_values: faults.number(&node, "max-values").map(u64::from),
        findings: faults.words(&node, "findings"),
        remedy: faults.switch(&node, "remedy"),
        offset: node.at.start,
    })
}

/// The documents: several by name, or one, as text or (where it is not UTF-8) in base64.
fn files(faults: &mut Faults, node: &Node<'_>) -> Vec<(Box<str>, Vec<u8>)> {
    let mut files = Vec::new();
    if let Some(table) = faults.section(node, "files") {
        for (name, _, value) in table.rows() {
            files.extend(faults.as_text(value).map(|(text, _)| (name.into(), text.into())));
        }
        files.sort_unstable();
    } else if let Some((text, at)) = faults.text_or_none(node, "document-base64") {
        match base64(text) {
            Some(bytes) => files.push((NAME.into(), bytes)),
            None => faults.add(&at, "file-wrong-type", vec![("expected", "base64".into())]),
        }
    } else if let Some((text, _)) = faults.text(node, "document") {
        files.push((NAME.into(), text.into()));
    }
    files
}

/// The bytes of a text in base64 (RFC 4648 §4); line breaks and padding are left out.
fn base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in text.bytes().filter(|byte| !matches!(byte, b'\n' | b'\r' | b'=')) {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xFF).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_gives_bytes() {
        assert_eq!(base64("//57AH0A").as_deref(), Some(&[0xFF, 0xFE, 0x7B, 0, 0x7D, 0][..]));
        assert_eq!(base64("YQ==").as_deref(), Some(&b"a"[..]));
        assert_eq!(base64("a*"), None);
    }
}
