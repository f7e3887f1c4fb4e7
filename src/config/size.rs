//! Sizes of files as people write them: `20 MiB`, `500 KB`, or a number of bytes.

/// The default limit of a document, in bytes.
pub const MAX_SIZE: u64 = 10 * 1024 * 1024;

/// Units by their names in lower case, in bytes.
const UNITS: [(&str, u64); 8] = [
    ("", 1),
    ("b", 1),
    ("kb", 1000),
    ("mb", 1_000_000),
    ("gb", 1_000_000_000),
    ("kib", 1 << 10),
    ("mib", 1 << 20),
    ("gib", 1 << 30),
];

/// The number of bytes; `None` where the text is no size, or more than can be counted.
pub(super) fn parse(text: &str) -> Option<u64> {
    let text = text.trim();
    let digits = text.find(|char: char| !char.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let unit = unit.trim_start().to_ascii_lowercase();
    let (_, bytes) = UNITS.iter().find(|(name, _)| *name == unit)?;
    number.parse::<u64>().ok()?.checked_mul(*bytes)
}

/// A number of bytes as a text that `kader.toml` can say: in the largest binary unit that comes out even.
#[must_use]
pub fn shown(bytes: u64) -> String {
    let even = [("GiB", 1_u64 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)];
    match even.into_iter().find(|(_, unit)| bytes > 0 && bytes.is_multiple_of(*unit)) {
        Some((name, unit)) => format!("{} {name}", bytes / unit),
        None => format!("{bytes} B"),
    }
}

#[cfg(test)]
mod tests {
    use super::{parse, shown};

    #[test]
    fn sizes_have_binary_and_decimal_units() {
        let cases = [("20 MiB", 20 << 20), ("500 KB", 500_000), ("7", 7), (" 1gib ", 1 << 30), ("0", 0), ("3 b", 3)];
        for (text, bytes) in cases {
            assert_eq!(parse(text), Some(bytes), "{text}");
        }
        for text in ["", "MiB", "-1", "1.5 MB", "1 TB", "1 M", "99999999999 GiB", "1 MiB x", "１"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_shown_can_be_read() {
        for bytes in [1, 1000, 1024, 10 << 20, (1 << 30) + 1, 3 << 30, u64::MAX] {
            assert_eq!(parse(&shown(bytes)), Some(bytes));
        }
        assert_eq!(shown(10 << 20), "10 MiB");
    }
}
