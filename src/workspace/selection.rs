//! Which rules a run reports, and at which level.

use crate::policy::{Level, Rule};

/// The settings of a run about its rules.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Codes, names or prefixes to report; empty for all.
    pub select: Vec<String>,
    /// Codes, names or prefixes to leave out.
    pub ignore: Vec<String>,
    /// Levels that go before the rule's own; `None` switches it off.
    pub severity: Vec<(String, Option<Level>)>,
}

impl Selection {
    /// The level at which a rule is reported here; `None` where it is not.
    pub fn level(&self, rule: &Rule, letter: Level) -> Option<Level> {
        if !self.reports(rule) {
            return None;
        }
        let own = |(selector, level): &(String, Option<Level>)| Some((weight(selector, rule)?, *level));
        match self.severity.iter().filter_map(own).max_by_key(|(weight, _)| *weight) {
            Some((_, level)) => level,
            None => Some(letter),
        }
    }

    /// Whether a rule is reported at all.
    pub fn reports(&self, rule: &Rule) -> bool {
        let heaviest = |selectors: &[String]| selectors.iter().filter_map(|selector| weight(selector, rule)).max();
        let selected = if self.select.is_empty() { Some(0) } else { heaviest(&self.select) };
        match (selected, heaviest(&self.ignore)) {
            (None, _) => false,
            (Some(selected), Some(ignored)) => selected > ignored,
            (Some(_), None) => true,
        }
    }

    /// Whether a rule is switched off by the settings.
    pub fn is_off(&self, rule: &Rule) -> bool {
        self.level(rule, Level::Error).is_none()
    }
}

/// How specific a selector is about a rule: a name as much as its whole code; `None` where it is about others.
pub fn weight(selector: &str, rule: &Rule) -> Option<usize> {
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
