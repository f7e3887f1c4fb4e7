//! Codes of rules: a family's letter and three digits.

/// The families in the order of the catalogue, and after them a project's own rules.
const FAMILIES: &[u8; 10] = b"SDPRVLTWAX";

/// A rule's code, such as `R301`. Codes compare as text; the catalogue's order is [`Code::rank`]'s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code([u8; 4]);

impl Code {
    /// Reads a code: a family's capital letter and three digits.
    #[must_use]
    pub const fn parse(text: &str) -> Option<Self> {
        let &[family, a, b, c] = text.as_bytes() else {
            return None;
        };
        let mut rank = 0;
        while rank < FAMILIES.len() && FAMILIES[rank] != family {
            rank += 1;
        }
        if rank == FAMILIES.len() || !a.is_ascii_digit() || !b.is_ascii_digit() || !c.is_ascii_digit() {
            return None;
        }
        Some(Self([family, a, b, c]))
    }

    /// The code as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The family's letter.
    #[must_use]
    pub const fn family(self) -> char {
        self.0[0] as char
    }

    /// A number that sorts codes as the catalogue does: S D P R V L T W A X, then by their digits.
    #[must_use]
    pub fn rank(self) -> u16 {
        let family = FAMILIES.iter().position(|&letter| letter == self.0[0]).unwrap_or(FAMILIES.len());
        let digits = self.0[1..].iter().fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0'));
        u16::try_from(family).unwrap_or_default() * 1000 + digits
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn a_code_is_a_letter_and_three_digits() {
        assert_eq!(Code::parse("R301").map(|code| code.to_string()), Some("R301".to_owned()));
        for text in ["", "R30", "R3011", "r301", "Q301", "R3a1", "é01"] {
            assert_eq!(Code::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_catalogue_puts_syntax_first_and_deviations_last() {
        let ranks: Vec<u16> = ["S001", "D111", "P201", "R301", "V400", "L500", "L509", "T601", "W701", "A801", "X001"]
            .into_iter()
            .filter_map(Code::parse)
            .map(Code::rank)
            .collect();
        assert_eq!(ranks.len(), 11);
        assert!(ranks.is_sorted());
    }
}
