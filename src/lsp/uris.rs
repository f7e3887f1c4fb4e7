//! URIs: made such that they can be decoded, told apart by what they mean, and given back as the client spells them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::str::FromStr as _;
use std::sync::{PoisonError, RwLock};

use serde_json::{Map, Value};
use tower_lsp_server::ls_types::Uri;

use super::session::DocumentKey;
use crate::system::paths;
use crate::text::percent::{decode, encode, is_unreserved};

/// The scheme of what has none.
const NONE: &str = "x-kader:";
const FILE: &str = "file://";

/// The client's own spelling of URIs that had to be mended.
#[derive(Debug, Default)]
pub(super) struct Spellings(RwLock<HashMap<String, String>>);

impl Spellings {
    /// Mends every URI in a message that came in.
    pub(super) fn mend(&self, value: &mut Value) {
        each(value, &|uri| self.mended(uri));
    }

    /// Whether there are any.
    pub(super) fn are_none(&self) -> bool {
        self.0.read().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// Puts the client's own spelling into a message that goes out.
    pub(super) fn restore(&self, value: &mut Value) {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if !known.is_empty() {
            each(value, &|uri| known.get(uri).cloned());
        }
    }

    /// A URI as it can be decoded; `None` where it can be as it is.
    fn mended(&self, uri: &str) -> Option<String> {
        if Uri::from_str(uri).is_ok() {
            return None;
        }
        let encoded = encode(uri.as_bytes(), is_plain);
        let sound = Some(encoded).filter(|encoded| Uri::from_str(encoded).is_ok());
        let mended =
            sound.unwrap_or_else(|| format!("{NONE}{}", encode(uri.as_bytes(), |byte, _| is_unreserved(byte))));
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.insert(mended.clone(), uri.to_owned());
        Some(mended)
    }
}

/// Replaces every URI of a message: the strings of which the key says that they are one, and the keys of changes.
fn each(value: &mut Value, change: &dyn Fn(&str) -> Option<String>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| each(item, change)),
        Value::Object(members) => {
            for (key, member) in members.iter_mut() {
                match member {
                    Value::String(text) if key == "uri" || key.ends_with("Uri") => {
                        if let Some(changed) = change(text) {
                            *text = changed;
                        }
                    }
                    Value::Object(changes) if key == "changes" => rename_keys(changes, change),
                    _ => {}
                }
                each(member, change);
            }
        }
        _ => {}
    }
}

fn rename_keys(changes: &mut Map<String, Value>, change: &dyn Fn(&str) -> Option<String>) {
    let odd: Vec<(String, String)> = changes.keys().filter_map(|key| Some((key.clone(), change(key)?))).collect();
    for (old, new) in odd {
        if let Some(value) = changes.remove(&old) {
            changes.insert(new, value);
        }
    }
}

/// What a URI means: the decoded path of a file, else its decoded text.
pub(super) fn key_of(uri: &Uri) -> DocumentKey {
    let text = uri.as_str();
    let path = text.get(..FILE.len()).filter(|scheme| scheme.eq_ignore_ascii_case(FILE)).and_then(|_| {
        let rest = text.get(FILE.len()..)?;
        let path = rest.get(rest.find('/')?..)?;
        let host = rest.strip_suffix(path)?;
        (host.is_empty() || host.eq_ignore_ascii_case("localhost")).then_some(path)
    });
    match path {
        Some(path) => {
            let end = path.find(['?', '#']).unwrap_or(path.len());
            DocumentKey::File(file_of(&decode(path.get(..end).unwrap_or(path))).into())
        }
        None => DocumentKey::Text(String::from_utf8_lossy(&decode(text)).into()),
    }
}

/// A file's path; where paths begin with a drive, without the slash before it.
fn file_of(bytes: &[u8]) -> PathBuf {
    let path = match bytes {
        [b'/', drive, b':', ..] if cfg!(windows) && drive.is_ascii_alphabetic() => {
            let mut path = bytes.get(1..).unwrap_or_default().to_vec();
            path[..1].make_ascii_uppercase();
            path
        }
        _ => bytes.to_vec(),
    };
    paths::absolute(Path::new("/"), &paths::of_bytes(&path))
}

/// The URI of a file that the client has not spelled itself.
pub(super) fn uri_of(file: &Path) -> Option<Uri> {
    let path = file.as_os_str().as_encoded_bytes();
    let path = encode(path, |byte, _| is_unreserved(byte) || byte == b'/' || (cfg!(windows) && byte == b'\\'));
    let path = if cfg!(windows) { format!("/{}", path.replace('\\', "/")) } else { path };
    Uri::from_str(&format!("{FILE}{path}")).ok()
}

/// The URI of a web address as people write it: what may not stand in one gets percent signs.
pub(super) fn of_web(address: &str) -> Option<Uri> {
    Uri::from_str(address).ok().or_else(|| {
        let (address, part) = address.split_once('#').map_or((address, None), |(address, part)| (address, Some(part)));
        let start = address.find("://")? + "://".len();
        let host = address.get(start..)?.find(['/', '?']).map_or(address.len(), |at| start + at);
        let (host, rest) = address.split_at_checked(host)?;
        // Brackets around a host are its own.
        let host = encode(host.as_bytes(), |byte, escapes| is_plain(byte, escapes) || b"[]".contains(&byte));
        let whole = format!("{host}{}", encode(rest.as_bytes(), is_plain));
        Uri::from_str(&whole).ok().and_then(|uri| part.map_or(Some(uri.clone()), |part| with_part(&uri, part)))
    })
}

/// A URI with the name of a part of what it leads to.
pub(super) fn with_part(uri: &Uri, part: &str) -> Option<Uri> {
    let part = encode(part.as_bytes(), |byte, escapes| byte != b'#' && is_plain(byte, escapes));
    Uri::from_str(&format!("{}#{part}", uri.as_str())).ok()
}

/// Whether a byte may stand in a URI; `escapes` is whether two digits follow.
fn is_plain(byte: u8, escapes: bool) -> bool {
    is_unreserved(byte) || b":/?#@!$&'()*+,;=".contains(&byte) || (byte == b'%' && escapes)
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::str::FromStr as _;

    use serde_json::json;
    use tower_lsp_server::ls_types::Uri;

    use super::{Spellings, key_of, of_web, uri_of};
    use crate::lsp::session::DocumentKey;

    fn key(uri: &str) -> DocumentKey {
        let mut value = json!({ "uri": uri });
        Spellings::default().mend(&mut value);
        key_of(&Uri::from_str(value["uri"].as_str().unwrap()).unwrap())
    }

    #[test]
    fn odd_ones_are_mended_and_come_back_as_they_were() {
        for odd in ["file:///a b/[x].json", "file:///é.json", "file:///100%.json", "a b.json", "", "untitled:C:\\a|b"]
        {
            let spellings = Spellings::default();
            let before = json!({ "textDocument": { "uri": odd }, "edit": { "changes": { odd: [] } }, "text": odd });
            let mut value = before.clone();
            spellings.mend(&mut value);
            let mended = value["textDocument"]["uri"].as_str().unwrap();
            assert!(Uri::from_str(mended).is_ok(), "{mended}");
            assert!(value["edit"]["changes"].get(mended).is_some());
            assert_eq!(value["text"], odd);
            spellings.restore(&mut value);
            assert_eq!(value, before);
        }
    }

    #[test]
    fn spellings_of_one_file_are_one() {
        let same = [
            "file:///a%20b/c.json",
            "file:///a b/c.json",
            "FILE://localhost/a%20b/./x/../c.json",
            "file:///a%20b/c%2Ejson",
        ];
        for uri in same {
            assert_eq!(key(uri), DocumentKey::File(Path::new("/a b/c.json").into()), "{uri}");
        }
        assert_eq!(key("untitled:a%20b"), key("untitled:a b"));
        assert_eq!(key("file://host/a"), DocumentKey::Text("file://host/a".into()));
    }

    #[track_caller]
    fn leads(address: &str, expected: &str) {
        assert_eq!(of_web(address).map(|uri| uri.as_str().to_owned()).as_deref(), Some(expected));
    }

    #[test]
    fn web_addresses_are_those_that_people_write() {
        leads("https://vr.nl/a%20b?c=d#e", "https://vr.nl/a%20b?c=d#e");
        leads("https://nl.wikipedia.org/wiki/België", "https://nl.wikipedia.org/wiki/Belgi%C3%AB");
        leads("https://vr.nl/stuk 1.pdf", "https://vr.nl/stuk%201.pdf");
        leads("https://vr.nl/a[1].pdf", "https://vr.nl/a%5B1%5D.pdf");
        leads("https://vr.nl/100%", "https://vr.nl/100%25");
        leads("https://[::1]:8080/a b", "https://[::1]:8080/a%20b");
        leads("https://vr.nl/a b#c#d é", "https://vr.nl/a%20b#c%23d%20%C3%A9");
        leads("HTTPS://vr.nl/a", "HTTPS://vr.nl/a");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_has_one_uri() {
        let uri = uri_of(Path::new("/a b/[é]%.json")).unwrap();
        assert_eq!(uri.as_str(), "file:///a%20b/%5B%C3%A9%5D%25.json");
        assert_eq!(key_of(&uri), DocumentKey::File(Path::new("/a b/[é]%.json").into()));
    }
}
