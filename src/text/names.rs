//! Names as people write them, brought to a form in which they can be compared.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory as _};

/// The form in which names of regions are compared: without case, accents (marks after NFD), white space, hyphens, and without `prefix`
/// (compared in the same way) in front. Empty where nothing remains: such a name agrees with none.
#[must_use]
pub fn region_key(name: &str, prefix: &str) -> String {
    let key = solid(name);
    match key.strip_prefix(&solid(prefix)) {
        Some(rest) => rest.to_owned(),
        None => key,
    }
}

/// The form in which names of parties are compared: lower case, without accents (marks after NFD) and
/// dots, other punctuation (general category P) as spaces, runs of white space as one space, and without the words of `drop`, which are
/// given in that form. Empty where nothing remains: such a name agrees with none.
#[must_use]
pub fn party_key(name: &str, drop: &[&str]) -> String {
    let spaced: String =
        folded(name).filter(|char| *char != '.').map(|char| if is_punctuation(char) { ' ' } else { char }).collect();
    let mut key = String::with_capacity(spaced.len());
    for word in spaced.split_whitespace().filter(|word| !drop.contains(word)) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// Letters that no decomposition takes apart, as they are written without their sign.
const PLAIN: [(char, &str); 6] = [('æ', "ae"), ('ø', "o"), ('ß', "ss"), ('œ', "oe"), ('đ', "d"), ('ł', "l")];

/// A slug (`^[a-z0-9]+(-[a-z0-9]+)*$`) from a name: lower case, letters as those of ASCII that they are made of, the rest as single
/// hyphens. Empty where nothing remains.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for char in name.nfkd().flat_map(char::to_lowercase).filter(|char| !is_combining_mark(*char)) {
        match PLAIN.iter().find(|(letter, _)| *letter == char) {
            Some((_, letters)) => plain.push_str(letters),
            None => plain.push(if char.is_ascii_alphanumeric() { char } else { '-' }),
        }
    }
    plain.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

fn solid(name: &str) -> String {
    folded(name).filter(|char| !char.is_whitespace() && !is_hyphen(*char)).collect()
}

/// Lower case, decomposed, without marks.
fn folded(name: &str) -> impl Iterator<Item = char> {
    name.chars().flat_map(char::to_lowercase).nfd().filter(|char| !is_combining_mark(*char))
}

fn is_punctuation(char: char) -> bool {
    if char.is_ascii() {
        return char.is_ascii_punctuation() && !matches!(char, '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~');
    }
    char.general_category_group() == GeneralCategoryGroup::Punctuation
}

fn is_hyphen(char: char) -> bool {
    char == '-' || (!char.is_ascii() && char.general_category() == GeneralCategory::DashPunctuation)
}

#[cfg(test)]
mod tests {
    use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory as _};

    use super::{is_punctuation, party_key, region_key, slug};

    const DROP: [&str; 6] = ["nv", "bv", "ua", "stichting", "vereniging", "cooperatie"];

    fn party(name: &str) -> String {
        party_key(name, &DROP)
    }

    #[test]
    fn regions() {
        let key = |name| region_key(name, "Veiligheidsregio");
        assert_eq!(key("Veiligheidsregio Fryslân"), "fryslan");
        assert_eq!(key("FRYSLA\u{302}N"), "fryslan");
        assert_eq!(key("veiligheids-regio Rotterdam\u{2011}Rijnmond"), "rotterdamrijnmond");
        assert_eq!(key("Rotterdam Rijnmond"), "rotterdamrijnmond");
        assert_eq!(key("Noord- en Oost-Gelderland"), "noordenoostgelderland");
        assert_eq!(key("Regio Utrecht"), "regioutrecht");
        assert_eq!(key("Veiligheidsregio"), "");
    }

    #[test]
    fn parties() {
        assert_eq!(party("N.V. Nederlandse Gasunie"), "nederlandse gasunie");
        assert_eq!(party("nederlandse  gasunie nv"), "nederlandse gasunie");
        assert_eq!(party("Coöperatie Water & Land U.A."), "water land");
        assert_eq!(party("Rijkswaterstaat/Verkeer (Zuid)"), "rijkswaterstaat verkeer zuid");
        assert_eq!(party("Stichting B.V."), "");
        assert_eq!(party("Bvd"), "bvd");
        assert_eq!(party("Één\u{2013}twee\u{A0}drie"), "een twee drie");
        assert_eq!(party("Net+Werk"), "net+werk");
    }

    #[test]
    fn the_short_way_agrees_with_the_table() {
        for char in (0u8..128).map(char::from) {
            assert_eq!(
                is_punctuation(char),
                char.general_category_group() == GeneralCategoryGroup::Punctuation,
                "{char:?}"
            );
        }
    }

    #[test]
    fn a_slug_keeps_letters_and_digits() {
        assert_eq!(slug("Waterschap Zuiderzeeland (Zd. 2) "), "waterschap-zuiderzeeland-zd-2");
        assert_eq!(slug("Café Één"), "cafe-een");
        assert_eq!(slug("Sørøya Ærø ẞtraße Œuvre Đà Łódź"), "soroya-aero-sstrasse-oeuvre-da-lodz");
        assert_eq!(slug("IĲSSEL № 2"), "iijssel-no-2");
        assert_eq!([slug("…"), slug("Вода")], ["", ""]);
    }
}
