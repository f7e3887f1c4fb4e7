//! The policy as data: tables, rules and texts of a pack, loaded once and never changed.
//!
//! A pack is a folder of TOML files ([`PackSource`]). [`Policy::load`] reads the manifest, the tables and the rules' heads, and says every
//! fault with its place. Texts, variants and examples of a rule are read when they are first asked for.

mod bilingual;
mod body;
pub mod calendar;
mod check_rules;
mod check_tables;
mod code;
mod embedded;
mod examples;
mod folder;
pub mod group;
mod heads;
mod lang;
mod level;
mod load;
mod load_preconditions;
mod load_rules;
mod load_tables;
mod load_vocabulary;
mod manifest;
mod meant;
mod rule;
mod source;
pub mod tables;
pub mod vocabulary;
mod words;

use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::OnceLock;

use sha2::{Digest as _, Sha256};

pub use crate::file::{FaultReport, FileFault};
pub use bilingual::Bilingual;
pub use calendar::{Date, Day};
pub use code::Code;
pub use embedded::{engine, netcentric};
pub use examples::{Example, Examples};
pub use group::{Group, Groups};
pub use lang::Lang;
pub use level::{Level, NoLevel, Severity};
pub use load::{LeftOut, Library, Why};
pub use manifest::FILE as MANIFEST;
pub use rule::{ActorSpec, Deviation, Exempt, FixSafety, Owner, Part, Rule, Shown};
pub use source::{PackSource, SUFFIX};
pub use tables::{
    Citation, Fit, PartsRule, Precondition, PreconditionRow, Profile, Reach, Region, RegionRow, Regions, Safeguard,
    Words,
};
pub use vocabulary::{Entry, Is, Term, Vocab};

use load::Tables;
use manifest::Manifest;

/// One policy. Terms, regions and preconditions belong to the policy that gave them.
#[derive(Debug)]
pub struct Policy {
    manifest: Manifest,
    examples_as_of: Day,
    tables: Tables,
    regions: Regions,
    rules: Vec<Rule>,
    left_out: Vec<LeftOut>,
    /// The positions in `rules`, by code.
    by_code: Vec<(Code, usize)>,
    files: Vec<(Box<str>, Cow<'static, str>)>,
    digest: OnceLock<String>,
    names: OnceLock<Vec<(String, Region)>>,
}

impl Policy {
    /// Loads a pack; where it has faults, all that could be found.
    pub fn load(source: &PackSource, library: &Library<'_>) -> Result<Self, Vec<FileFault>> {
        load::load(source, library)
    }

    /// Looks at everything that [`Policy::load`] leaves for later: texts, variants, the form of examples.
    #[must_use]
    pub fn check(&self) -> Vec<FileFault> {
        self.rules.iter().flat_map(check_rules::check).collect()
    }

    fn new(
        manifest: Manifest,
        examples_as_of: Day,
        mut tables: Tables,
        (rules, left_out): (Vec<Rule>, Vec<LeftOut>),
        files: Vec<(Box<str>, Cow<'static, str>)>,
    ) -> Self {
        let regions = tables.regions.take().unwrap_or_default();
        let (digest, names) = (OnceLock::new(), OnceLock::new());
        let mut by_code: Vec<(Code, usize)> = rules.iter().enumerate().map(|(at, rule)| (rule.code, at)).collect();
        by_code.sort_unstable();
        Self { manifest, examples_as_of, tables, regions, rules, left_out, by_code, files, digest, names }
    }

    /// The id, which a document's `kader` names.
    pub fn id(&self) -> &str {
        &self.manifest.id
    }

    /// The pack's own version.
    pub fn version(&self) -> &str {
        &self.manifest.version
    }

    /// The policy's title.
    pub fn title(&self, lang: Lang) -> &str {
        self.manifest.title.get(lang)
    }

    /// `sha256:` and the hexadecimal hash of the manifest, the tables and the rules: each file's path, a zero byte, its length in bytes
    /// (eight bytes, least first) and its text, in the order of the paths.
    pub fn digest(&self) -> &str {
        self.digest.get_or_init(|| {
            let counted =
                |path: &str| path == manifest::FILE || path.starts_with("tables/") || path.starts_with("rules/");
            let mut files: Vec<_> = self.files.iter().filter(|(path, _)| counted(path)).collect();
            files.sort_by(|(one, _), (other, _)| one.cmp(other));
            let mut hash = Sha256::new();
            for (path, text) in files {
                hash.update(path.as_bytes());
                hash.update([0]);
                hash.update((text.len() as u64).to_le_bytes());
                hash.update(text.as_bytes());
            }
            hash.finalize().iter().fold("sha256:".to_owned(), |mut hex, byte| {
                let _ = write!(hex, "{byte:02x}");
                hex
            })
        })
    }

    /// The day on which the policy came into force; what was formalised before is judged mildly. `None`: no mildness.
    pub fn in_force(&self) -> Option<Day> {
        self.manifest.in_force
    }

    /// What the policy replaces, in words.
    pub fn replaces(&self, lang: Lang) -> Option<&str> {
        self.manifest.replaces.as_ref().map(|text| text.get(lang))
    }

    /// What replaced the policy, in words.
    pub fn replaced_by(&self, lang: Lang) -> Option<&str> {
        self.manifest.replaced_by.as_ref().map(|text| text.get(lang))
    }

    /// The day on which somebody last looked whether the policy still holds.
    pub fn looked_up(&self) -> Option<Day> {
        self.manifest.looked_up
    }

    /// The share of preconditions (part, whole) from which on the outcome is conditional.
    pub fn share(&self) -> (u32, u32) {
        self.manifest.share
    }

    /// The share of preconditions (part, whole) below which one finding counts the missing ones.
    pub fn present_share(&self) -> (u32, u32) {
        self.manifest.present_share
    }

    /// The groups of the document that the policy uses.
    pub fn groups(&self) -> Groups {
        self.manifest.groups
    }

    /// The as-of date of examples that give none.
    pub fn examples_as_of(&self) -> Day {
        self.examples_as_of
    }

    /// Words that checks of free text and of identifiers know.
    pub fn words(&self) -> &Words {
        &self.manifest.words
    }

    /// What the policy's rules may cite, in the order of the manifest.
    pub fn citations(&self) -> &[Citation] {
        &self.manifest.citations
    }

    /// What a rule cites under a key: of the policy, or of the one that lends the rule. The engine's rules cite either.
    pub fn citation_of(&self, rule: &Rule, key: &str) -> Option<&Citation> {
        let own = if rule.taken_from().is_none() { self.citation(key) } else { None };
        own.or_else(|| self.manifest.lender.as_ref()?.citations.iter().find(|citation| &*citation.key == key))
    }

    /// The title of the policy that lends a rule; `None` where the rule is not lent.
    pub fn lender_of(&self, rule: &Rule, lang: Lang) -> Option<&str> {
        rule.taken_from()?;
        self.manifest.lender.as_ref().map(|lender| lender.title.get(lang))
    }

    /// The place of the policy that has this key.
    pub fn citation(&self, key: &str) -> Option<&Citation> {
        self.manifest.citations.iter().find(|citation| &*citation.key == key)
    }

    /// The term of an identifier in a list.
    pub fn term(&self, vocab: Vocab, id: &str) -> Option<Term> {
        self.tables.vocabulary.term(vocab, id)
    }

    /// The term of a list that people call by a label or a former name, whatever the case of its letters; `None` where that tells no
    /// single one.
    pub fn meant(&self, vocab: Vocab, name: &str) -> Option<Term> {
        let name = name.to_lowercase();
        let fits = |term: &Term| {
            let Entry { label, aliases, .. } = self.entry(*term);
            let labels = Lang::ALL.into_iter().map(|lang| label.get(lang));
            labels.chain(aliases.iter().map(|alias| &**alias)).any(|known| known.to_lowercase() == name)
        };
        let mut found = self.terms(vocab).filter(fits);
        let first = found.next();
        first.filter(|_| found.next().is_none())
    }

    /// The identifier of a term.
    pub fn name(&self, term: Term) -> &str {
        &self.entry(term).id
    }

    /// The row of a term.
    pub fn entry(&self, term: Term) -> &Entry {
        &self.tables.vocabulary.lists[term.vocab.index()][usize::from(term.index)]
    }

    /// The terms of a list, in the order of the table.
    pub fn terms(&self, vocab: Vocab) -> impl ExactSizeIterator<Item = Term> + use<> {
        self.tables.vocabulary.terms(vocab)
    }

    /// Whether a term has a meaning to the engine.
    pub fn is(&self, term: Term, is: Is) -> bool {
        self.entry(term).is.contains(&is)
    }

    /// The first term of a list that has a meaning.
    pub fn find(&self, vocab: Vocab, is: Is) -> Option<Term> {
        self.terms(vocab).find(|term| self.is(*term, is))
    }

    /// The word that stands for the partner as a party; `None` where the policy has none.
    pub fn partner_word(&self) -> Option<&str> {
        self.find(Vocab::Party, Is::Partner).map(|term| self.name(term))
    }

    /// The row of a profile, which is a term of [`Vocab::Profile`].
    pub fn profile(&self, profile: Term) -> &Profile {
        &self.tables.profiles[usize::from(profile.index)]
    }

    /// Whether a profile fits a core task.
    pub fn fit(&self, task: Term, profile: Term) -> Fit {
        let columns = self.tables.profiles.len();
        let cell = usize::from(task.index) * columns + usize::from(profile.index);
        self.tables.fit.get(cell).copied().unwrap_or(Fit::Not)
    }

    /// The profiles that fit a core task, in the order of the table.
    pub fn fitting(&self, task: Term) -> impl Iterator<Item = Term> {
        self.terms(Vocab::Profile).filter(move |profile| self.fit(task, *profile) == Fit::Fits)
    }

    /// The row of a reach, which is a term of [`Vocab::Reach`].
    pub fn reach(&self, reach: Term) -> &Reach {
        &self.tables.reaches[usize::from(reach.index)]
    }

    /// The reach of a number of units; `None` for 0, or for more than there are.
    pub fn derived_reach(&self, units: usize) -> Option<Term> {
        let holds = |reach: &&Reach| (usize::from(reach.least)..=usize::from(reach.most)).contains(&units);
        self.tables.reaches.iter().find(holds).map(|reach| reach.term)
    }

    /// The territorial units; empty where the policy has none.
    pub fn regions(&self) -> &Regions {
        &self.regions
    }

    /// The unit of a code.
    pub fn region(&self, code: &str) -> Option<Region> {
        let sorted = &self.tables.by_code;
        let at = sorted.binary_search_by(|region| (*self.region_row(*region).code).cmp(code)).ok()?;
        sorted.get(at).copied()
    }

    /// The row of a unit.
    pub fn region_row(&self, region: Region) -> &RegionRow {
        &self.regions.rows[usize::from(region.0)]
    }

    /// The unit of a name or of another name for it, compared without case, accents, spaces, hyphens and the leading word.
    pub fn region_by_name(&self, name: &str) -> Option<Region> {
        let names = self.names.get_or_init(|| {
            let rows = (0_u16..).zip(&self.regions.rows);
            rows.flat_map(|(index, row)| {
                let names = std::iter::once(&row.name).chain(&row.aliases);
                names.map(move |name| (self.region_key(name), Region(index)))
            })
            .collect()
        });
        let key = self.region_key(name);
        names.iter().find(|(known, _)| *known == key).map(|(_, region)| *region)
    }

    fn region_key(&self, name: &str) -> String {
        crate::text::names::region_key(name, &self.regions.prefix)
    }

    /// The precondition of an identifier.
    pub fn precondition(&self, id: &str) -> Option<Precondition> {
        let index = self.tables.preconditions.iter().position(|row| &*row.id == id)?;
        u8::try_from(index).ok().map(Precondition)
    }

    /// The row of a precondition.
    pub fn precondition_row(&self, precondition: Precondition) -> &PreconditionRow {
        &self.tables.preconditions[usize::from(precondition.0)]
    }

    /// All preconditions, in the order of the table.
    pub fn preconditions(&self) -> impl ExactSizeIterator<Item = Precondition> + use<> {
        (0..u8::try_from(self.tables.preconditions.len()).unwrap_or(u8::MAX)).map(Precondition)
    }

    /// The preconditions that a profile requires, in the order of the table; `waived` leaves out those that a partner can do without that
    /// joins through another and holds no right.
    pub fn required(&self, profile: Term, waived: bool) -> impl Iterator<Item = Precondition> {
        self.preconditions().filter(move |precondition| {
            let row = self.precondition_row(*precondition);
            row.required_by.contains(&profile) && !(waived && row.waived_via)
        })
    }

    /// The rule of a code.
    pub fn rule(&self, code: Code) -> Option<&Rule> {
        let at = self.by_code.binary_search_by_key(&code, |(code, _)| *code).ok()?;
        self.by_code.get(at).and_then(|(_, at)| self.rules.get(*at))
    }

    /// The first rule, in the order of the catalogue, that is this check.
    pub fn rule_of_check(&self, check: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| &*rule.check == check)
    }

    /// The rules that the policy leaves out, in the order of the catalogue: those that it switches off, and those of groups that it does
    /// not use.
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// Whether the examples of one of its rules are documents of this policy. Those of a rule that it takes from another pack may not be.
    pub fn proves(&self, rule: &Rule) -> bool {
        match rule.owner() {
            Owner::Policy => true,
            Owner::Engine => rule.speaks_of(self.id()),
            Owner::Other(_) => false,
        }
    }

    /// All rules, in the order of the catalogue: S D P R V L T W A, then by number.
    pub fn rules(&self) -> impl ExactSizeIterator<Item = &Rule> {
        self.rules.iter()
    }
}

#[cfg(test)]
mod tests {
    mod published;
}
