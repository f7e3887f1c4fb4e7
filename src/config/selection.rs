//! Which rules are reported for a document, and at which level.
//!
//! A selector is a code, a name, or a prefix of codes. The more specific selector wins. Of equally specific ones the one from the later
//! layer wins (the file's own keys, then each `[[override]]` in turn, then flags); within one layer, `ignore`.

use crate::policy::{Level, Rule, Severity};

/// The settings about rules of one source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layer {
    /// Codes, names or prefixes to report.
    pub select: Vec<String>,
    /// Codes, names or prefixes to leave out.
    pub ignore: Vec<String>,
    /// Levels per phase that go before the rule's own; `None` is off.
    pub severity: Vec<(String, Severity)>,
}

/// The settings about rules that hold for a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// What the file says of every document. No `select` is all.
    pub own: Layer,
    /// What is added for some documents; a later one wins over an earlier one. Their `select` narrows nothing by itself.
    pub overrides: Vec<Layer>,
    /// What flags say. A `select` here replaces every other one, `ignore` is added, and a level here goes before all others.
    pub flags: Layer,
}

/// How much an entry counts: its weight, then its layer.
type Rank = (usize, usize);

impl Layer {
    /// The flag that says `select`.
    pub const SELECT: &'static str = "--select";
    /// The flag that says `ignore`.
    pub const IGNORE: &'static str = "--ignore";
    /// The flag that says `severity`.
    pub const SEVERITY: &'static str = "--severity";

    /// All selectors of a layer of flags, each with its flag.
    pub fn selectors(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let lists = [(Self::SELECT, &self.select), (Self::IGNORE, &self.ignore)];
        let lists = lists.into_iter().flat_map(|(flag, list)| list.iter().map(move |text| (flag, text)));
        let severity = self.severity.iter().map(|(text, _)| (Self::SEVERITY, text));
        lists.chain(severity).map(|(flag, text)| (flag, text.as_str()))
    }
}

impl Selection {
    /// The level at which a finding is reported here, given the level that it has by its rule; `None` where it is not. `phase` is
    /// the index of the document's phase, 0 to 2. What the policy itself does not report in a phase has no level and never comes here.
    pub fn level(&self, rule: &Rule, letter: Level, phase: usize) -> Option<Level> {
        if !self.reports(rule) {
            return None;
        }
        match self.levels(rule) {
            Some(levels) => levels.get(phase).copied().unwrap_or(Some(letter)),
            None => Some(letter),
        }
    }

    /// Whether a rule is reported in any phase.
    pub fn is_off(&self, rule: &Rule) -> bool {
        !self.reports(rule) || self.levels(rule).is_some_and(|levels| levels == [None; 3])
    }

    /// Whether a rule is among those to be reported, whatever its level.
    pub fn reports(&self, rule: &Rule) -> bool {
        let narrowed = !self.flags.select.is_empty();
        let all = !narrowed && self.own.select.is_empty();
        let (mut selected, mut ignored) = (all.then_some((0, 0)), None);
        for (layer, said) in self.layers().chain([&self.flags]).enumerate() {
            if !narrowed || layer == self.overrides.len() + 1 {
                selected = selected.max(heaviest(&said.select, rule, layer));
            }
            ignored = ignored.max(heaviest(&said.ignore, rule, layer));
        }
        selected.is_some() && selected > ignored
    }

    /// The layers of the file, first to last.
    fn layers(&self) -> impl Iterator<Item = &Layer> {
        std::iter::once(&self.own).chain(&self.overrides)
    }

    /// The levels that go before the rule's own.
    fn levels(&self, rule: &Rule) -> Option<Severity> {
        let own = || self.layers().enumerate().filter_map(|(at, layer)| heaviest_level(&layer.severity, rule, at));
        heaviest_level(&self.flags.severity, rule, 0)
            .or_else(|| own().max_by_key(|(rank, _)| *rank))
            .map(|(_, levels)| levels)
    }
}

fn heaviest(selectors: &[String], rule: &Rule, layer: usize) -> Option<Rank> {
    selectors.iter().filter_map(|selector| weight(selector, rule)).max().map(|weight| (weight, layer))
}

/// Of equally specific ones the last.
fn heaviest_level(list: &[(String, Severity)], rule: &Rule, layer: usize) -> Option<(Rank, Severity)> {
    let ranked = list.iter().filter_map(|(selector, levels)| Some(((weight(selector, rule)?, layer), *levels)));
    ranked.max_by_key(|(rank, _)| *rank)
}

/// How specific a selector is about a rule: a name as much as its whole code; `None` where it is about others.
fn weight(selector: &str, rule: &Rule) -> Option<usize> {
    let code = rule.code.as_str();
    if selector == &*rule.name || selector.eq_ignore_ascii_case(code) {
        return Some(code.len());
    }
    let prefix = code.get(..selector.len())?;
    (!selector.is_empty() && selector.eq_ignore_ascii_case(prefix)).then_some(selector.len())
}

/// Whether a selector is about a rule at all.
pub fn matches(selector: &str, rule: &Rule) -> bool {
    weight(selector, rule).is_some()
}

/// What was probably meant by a selector that is about no rule: the nearest code or name, else, of what looks like a code, as much as
/// codes of rules begin with (`R30` of `R30X`).
pub fn nearest<'t>(text: &'t str, rules: &[&'t Rule]) -> Option<&'t str> {
    const CODE: usize = 4;
    let known = rules.iter().flat_map(|rule| [rule.code.as_str(), &*rule.name]);
    let heads = (2..text.len().min(CODE)).rev().filter_map(|end| text.get(..end)).filter(|_| text.len() <= CODE);
    crate::text::suggest::nearest_loose(text, known)
        .or_else(|| heads.into_iter().find(|head| rules.iter().any(|rule| matches(head, rule))))
}
