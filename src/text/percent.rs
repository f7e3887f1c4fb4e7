//! Percent signs in URIs.

/// Bytes with percent signs for those that may not stand by themselves; the function is also told whether two digits follow.
pub fn encode(bytes: &[u8], may_stand: impl Fn(u8, bool) -> bool) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or_default().to_ascii_uppercase();
    let mut out = String::with_capacity(bytes.len() + 16);
    for (at, byte) in bytes.iter().enumerate() {
        if may_stand(*byte, hex_at(bytes, at + 1).is_some()) {
            out.push(char::from(*byte));
        } else {
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    out
}

/// The bytes that percent signs stand for; a sign without two digits stands for itself.
pub fn decode(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let decoded = if *byte == b'%' { hex_at(bytes, at + 1) } else { None };
        out.push(decoded.unwrap_or(*byte));
        at += if decoded.is_some() { 3 } else { 1 };
    }
    out
}

fn hex_at(bytes: &[u8], at: usize) -> Option<u8> {
    let digit = |at: usize| char::from(*bytes.get(at)?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some(digit(at)? << 4 | digit(at + 1)?)
}

/// Whether a byte stands for itself in every part of a URI.
pub fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}
