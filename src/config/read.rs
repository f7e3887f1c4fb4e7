//! Reads the text of one configuration file, and says every fault with its place.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml::de::DeValue;

use super::contents::{Config, Levels, Override, PolicyRef, RuleKeys, Selectors};
use super::faults::{Place, Source, Sourced};
use super::globs::{Builder, Globs, NoGlob};
use super::keys::{self, Key};
use super::size;
use crate::file::{Faults, FileFault, Node, Text, Value, severity};
use crate::policy::{Lang, Level, MANIFEST, PackSource, netcentric};
use crate::system::{FileKind, System, paths};

/// What one file says by itself.
pub(super) struct Own {
    pub(super) config: Config,
    pub(super) extends: Option<Sourced<Box<str>>>,
    pub(super) faults: Vec<FileFault>,
}

/// Reads a file. Where it asks for another version of the program, that is its only fault: others may follow from it.
pub(super) fn read(system: &dyn System, source: &Arc<Source>) -> Own {
    let mut faults = Faults::new(&source.name);
    let map = faults.parse(&source.text);
    let root = Node::root(&map);
    let folder = source.path.parent().unwrap_or(&source.path);
    let mut reader = Reader { system, source, folder, faults };
    if !reader.version(&root) {
        let mut faults = reader.faults.list;
        faults.retain(|fault| fault.key == "config-version");
        return Own { config: Config::default(), extends: None, faults };
    }
    let config = reader.config(&root);
    let extends = reader.text(&root, keys::EXTENDS);
    let mut faults = reader.faults.list;
    faults.sort_by_key(|fault| fault.span.as_ref().map(|span| (span.start, span.end)));
    // What TOML's parser has said of a value need not be said again.
    faults.dedup_by(|next, before| next.span == before.span);
    Own { config, extends, faults }
}

struct Reader<'a> {
    system: &'a dyn System,
    source: &'a Arc<Source>,
    folder: &'a Path,
    faults: Faults,
}

impl Reader<'_> {
    fn config(&mut self, root: &Node<'_>) -> Config {
        self.known(root, &keys::ROOT, &keys::LATER);
        Config {
            sources: vec![Arc::clone(self.source)],
            policy: self.policy(root),
            lang: self.word(root, keys::LANG, &Lang::ALL.map(Lang::as_str), Lang::parse),
            as_of: self.as_of(root),
            include: self.globs(root, keys::INCLUDE),
            exclude: self.globs(root, keys::EXCLUDE),
            rules: self.rules(root),
            fail_on: self.fail_on(root),
            baseline: self.file(root, keys::BASELINE),
            max_size: self.max_size(root),
            overrides: self.overrides(root),
        }
    }

    fn sourced<T>(&self, value: T, at: &Range<usize>) -> Sourced<T> {
        Sourced { value, place: Place { source: Arc::clone(self.source), span: at.clone() } }
    }

    /// Says which keys are unknown, and which are known but not read yet.
    fn known(&mut self, node: &Node<'_>, table: &[Key], later: &[&str]) {
        let names: Vec<&str> = table.iter().map(|(name, _)| *name).chain(later.iter().copied()).collect();
        self.faults.known(node, &names);
        for key in later {
            if let Some(at) = node.key_span(key) {
                self.faults.word(&at, "config-later", "key", key);
            }
        }
    }

    /// Whether this program is one that the file asks for.
    fn version(&mut self, root: &Node<'_>) -> bool {
        let Some((text, at)) = self.faults.text_or_none(root, keys::REQUIRED_VERSION) else { return true };
        let Ok(required) = semver::VersionReq::parse(text) else {
            self.faults.word(&at, "config-not-version", "value", text);
            return true;
        };
        let own = env!("CARGO_PKG_VERSION");
        let fits = semver::Version::parse(own).is_ok_and(|version| required.matches(&version));
        if !fits {
            let args = vec![("required", text.to_owned().into()), ("version", own.into())];
            self.faults.add(&at, "config-version", args);
        }
        fits
    }

    fn text(&mut self, root: &Node<'_>, key: &str) -> Option<Sourced<Box<str>>> {
        let (text, at) = self.faults.text_or_none(root, key)?;
        Some(self.sourced(text.into(), &at))
    }

    /// One of a few words.
    fn word<T>(
        &mut self,
        root: &Node<'_>,
        key: &'static str,
        words: &[&str],
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<Sourced<T>> {
        let word = self.faults.text_or_none(root, key)?;
        let value = parse(word.0);
        if value.is_none() {
            self.faults.no_word(&word, key, words);
        }
        value.map(|value| self.sourced(value, &word.1))
    }

    fn fail_on(&mut self, root: &Node<'_>) -> Option<Sourced<Option<Level>>> {
        let parse = |word: &str| if word == keys::NEVER { Some(None) } else { Level::parse(word).map(Some) };
        self.word(root, keys::FAIL_ON, &keys::fail_on_words(), parse)
    }

    fn as_of(&mut self, root: &Node<'_>) -> Option<Sourced<crate::policy::Day>> {
        let day = self.faults.day(root, keys::AS_OF)?;
        root.get(keys::AS_OF).map(|value| self.sourced(day, &value.span()))
    }

    /// An embedded policy by its id. It is a path where it looks like one or a folder of that name is there; where both are, the folder
    /// goes first if it holds a pack.
    fn policy(&mut self, root: &Node<'_>) -> Option<Sourced<PolicyRef>> {
        let (text, at) = self.faults.text_or_none(root, keys::POLICY)?;
        let folder = paths::absolute(self.folder, Path::new(text));
        let known = embedded_ids();
        let is_path = text.contains(['/', '\\']) || text.starts_with('.');
        let is_folder = || self.system.kind(&folder).is_ok_and(|kind| kind == FileKind::Folder);
        let is_id = !is_path && known.iter().any(|id| &**id == text) && !self.system.exists(&folder.join(MANIFEST));
        if is_id {
            return Some(self.sourced(PolicyRef::Embedded(text.into()), &at));
        }
        if !is_path && !is_folder() {
            let known: Vec<&str> = known.iter().map(|id| &**id).collect();
            self.faults.no_word(&(text, at), keys::POLICY, &known);
            return None;
        }
        let why = match self.system.kind(&folder) {
            Ok(FileKind::Folder) => return Some(self.sourced(PolicyRef::Folder(folder), &at)),
            Ok(_) => "no-folder",
            Err(error) => super::load::why(error.kind()),
        };
        self.faults.add(&at, "config-no-pack", vec![("why", why.into())]);
        None
    }

    /// The path of a file, which need not be there.
    fn file(&mut self, root: &Node<'_>, key: &str) -> Option<Sourced<PathBuf>> {
        let (text, at) = self.faults.text_or_none(root, key)?;
        if text.is_empty() {
            self.faults.add(&at, "config-empty-path", Vec::new());
            return None;
        }
        Some(self.sourced(paths::absolute(self.folder, Path::new(text)), &at))
    }

    /// A size in bytes, as a number or with a unit.
    fn max_size(&mut self, root: &Node<'_>) -> Option<Sourced<u64>> {
        let value = root.get(keys::MAX_SIZE)?;
        let at = value.span();
        let bytes = match value.get_ref() {
            DeValue::String(text) => size::parse(text),
            DeValue::Integer(number) => u64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        match bytes {
            None => self.faults.add(&at, "config-no-size", Vec::new()),
            Some(0) => self.faults.add(&at, "config-size-zero", Vec::new()),
            Some(bytes) => return Some(self.sourced(bytes, &at)),
        }
        None
    }

    fn globs(&mut self, node: &Node<'_>, key: &str) -> Option<Sourced<Globs>> {
        let list = self.faults.texts(node, key)?;
        let at = node.get(key)?.span();
        let mut builder = Builder::new(self.folder);
        for (text, at) in &list {
            if let Err(fault) = builder.add(text) {
                self.no_glob(at, fault);
            }
        }
        match builder.build() {
            Ok(globs) => Some(self.sourced(globs, &at)),
            Err(fault) => {
                self.no_glob(&at, fault);
                None
            }
        }
    }

    fn no_glob(&mut self, at: &Range<usize>, fault: NoGlob) {
        match fault {
            NoGlob::Empty => self.faults.add(at, "config-glob-empty", Vec::new()),
            NoGlob::Negated => self.faults.add(at, "config-glob-negated", Vec::new()),
            NoGlob::Wrong(why) => self.faults.word(at, "config-glob", "why", why),
        }
    }

    fn rules(&mut self, node: &Node<'_>) -> RuleKeys {
        let (select, ignore) = (self.selectors(node, keys::SELECT), self.selectors(node, keys::IGNORE));
        RuleKeys { select, ignore, severity: self.severity(node) }
    }

    fn selectors(&mut self, node: &Node<'_>, key: &str) -> Option<Sourced<Selectors>> {
        let list = self.faults.texts(node, key)?;
        let at = node.get(key)?.span();
        let list = list.iter().filter_map(|text| self.selector(text)).collect();
        Some(self.sourced(list, &at))
    }

    /// A selector, in whatever way it is spelled; whether it is about a rule is looked at when policies are known.
    fn selector(&mut self, (text, at): &Text<'_>) -> Option<Sourced<Box<str>>> {
        let text = text.trim();
        if text.is_empty() {
            self.faults.add(at, "config-no-selector", Vec::new());
            return None;
        }
        Some(self.sourced(text.into(), at))
    }

    fn severity(&mut self, node: &Node<'_>) -> Levels {
        let rows = self.faults.section(node, keys::SEVERITY).map(|node| node.rows()).unwrap_or_default();
        let mut levels = Vec::with_capacity(rows.len());
        for (key, at, value) in rows {
            let selector = self.selector(&(key, at));
            levels.extend(selector.zip(severity(&mut self.faults, value)));
        }
        levels
    }

    fn overrides(&mut self, root: &Node<'_>) -> Vec<Override> {
        let Some(value) = root.get(keys::OVERRIDES) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.faults.wrong(value, "tables");
            return Vec::new();
        };
        items.iter().filter_map(|item| self.one_override(item)).collect()
    }

    fn one_override(&mut self, item: &Value<'_>) -> Option<Override> {
        let node = self.faults.table(item, item.span())?;
        self.known(&node, &keys::OVERRIDE, &[]);
        let _ = self.faults.required(&node, keys::FILES);
        let files = self.globs(&node, keys::FILES);
        Some(Override { files: files.map(|files| files.value).unwrap_or_default(), rules: self.rules(&node) })
    }
}

/// The ids of the policies that the program carries.
fn embedded_ids() -> Vec<Box<str>> {
    [netcentric()].iter().filter_map(PackSource::id).map(Into::into).collect()
}
