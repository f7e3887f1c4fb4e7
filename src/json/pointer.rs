//! JSON Pointers as text (RFC 6901).

use std::borrow::Cow;

/// Writes a key as a pointer's token: `~` becomes `~0`, `/` becomes `~1` (RFC 6901 §3).
#[must_use]
pub fn escape(key: &str) -> Cow<'_, str> {
    if key.bytes().any(|byte| byte == b'~' || byte == b'/') {
        Cow::Owned(key.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(key)
    }
}

/// Reads a pointer's token back; `None` where a `~` is not followed by `0` or `1`, or a `/` stands in it.
#[must_use]
pub fn unescape(token: &str) -> Option<Cow<'_, str>> {
    if token.contains('/') {
        return None;
    }
    if !token.contains('~') {
        return Some(Cow::Borrowed(token));
    }
    let mut parts = token.split('~');
    let mut out = String::from(parts.next()?);
    for part in parts {
        if let Some(rest) = part.strip_prefix('0') {
            out.push('~');
            out.push_str(rest);
        } else {
            out.push('/');
            out.push_str(part.strip_prefix('1')?);
        }
    }
    Some(Cow::Owned(out))
}

/// The pointer of a child: `pointer` with one more token, which is escaped here.
#[must_use]
pub fn join(pointer: &str, token: &str) -> String {
    let mut out = String::with_capacity(pointer.len() + 1 + token.len());
    out.push_str(pointer);
    out.push('/');
    out.push_str(&escape(token));
    out
}

/// The tokens of a pointer, unescaped; none for the empty pointer. `None` where it is malformed: it does not begin
/// with `/`, or a `~` stands alone.
#[must_use]
pub fn tokens(pointer: &str) -> Option<Vec<Cow<'_, str>>> {
    if pointer.is_empty() {
        return Some(Vec::new());
    }
    pointer.strip_prefix('/')?.split('/').map(unescape).collect()
}

/// A token as an array's index: digits without a leading zero (RFC 6901 §4).
pub(crate) fn index(token: &str) -> Option<usize> {
    let digits = token.bytes().all(|byte| byte.is_ascii_digit());
    let canonical = token == "0" || !token.starts_with('0');
    if digits && canonical { token.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_escaped_and_read_back() {
        for key in ["", "a", "a/b", "m~n", "~1", "~0/", "~~//"] {
            assert_eq!(unescape(&escape(key)).as_deref(), Some(key));
            assert_eq!(tokens(&join("", key)), Some(vec![Cow::Borrowed(key)]));
        }
        assert_eq!(escape("a/b~"), "a~1b~0");
    }

    #[test]
    fn malformed_pointers_have_no_tokens() {
        for pointer in ["a", "/~", "/~2", "/a/~x"] {
            assert_eq!(tokens(pointer), None, "{pointer}");
        }
        assert_eq!(tokens("/").map(|all| all.len()), Some(1));
        assert_eq!(tokens("").map(|all| all.len()), Some(0));
    }

    #[test]
    fn indexes_are_canonical() {
        assert_eq!(index("0"), Some(0));
        assert_eq!(index("12"), Some(12));
        for token in ["", "00", "01", "-", "+1", "1a", "99999999999999999999999"] {
            assert_eq!(index(token), None, "{token}");
        }
    }
}
