//! A workspace before it is written: documents whose deviations stand last, so that changing these moves nothing else.

use std::fmt;

use kader::system::Memory;
use serde_json::Value;

/// What is wrong with a document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Damage {
    None,
    /// A comma behind the last member.
    Comma,
    /// The last third is missing.
    Cut,
}

/// An agreement.
#[derive(Debug, Clone)]
pub(super) struct Document {
    /// From the root of the workspace on.
    pub(super) path: String,
    /// Its members in order, without its deviations.
    pub(super) members: Vec<(&'static str, Value)>,
    pub(super) deviations: Vec<Value>,
    pub(super) damage: Damage,
}

impl Document {
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.members.iter().find(|(own, _)| *own == key).map(|(_, value)| value)
    }

    pub(super) fn text(&self) -> String {
        let mut lines: Vec<String> = self.members.iter().map(|(key, value)| format!("  \"{key}\": {value}")).collect();
        if !self.deviations.is_empty() {
            let items: Vec<String> = self.deviations.iter().map(|item| format!("    {item}")).collect();
            lines.push(format!("  \"afwijkingen\": [\n{}\n  ]", items.join(",\n")));
        }
        let comma = if self.damage == Damage::Comma { "," } else { "" };
        let mut text = format!("{{\n{}{comma}\n}}\n", lines.join(",\n"));
        if self.damage == Damage::Cut {
            text.truncate(text.floor_char_boundary(text.len() * 2 / 3));
        }
        text
    }

    /// Its absolute path.
    pub(super) fn file(&self) -> String {
        format!("/w/{}", self.path)
    }
}

/// A workspace.
#[derive(Debug, Clone)]
pub(super) struct Space {
    pub(super) documents: Vec<Document>,
    /// The document of a partner that has to do with no other.
    pub(super) stranger: usize,
    /// Configurations, by their paths from the root on.
    pub(super) configs: Vec<(&'static str, &'static str)>,
}

impl Space {
    /// The workspace on a machine, in the folder `/w`.
    pub(super) fn memory(&self) -> Memory {
        let memory = Memory::new().with_current_dir("/w");
        self.configs.iter().for_each(|(path, text)| memory.put(format!("/w/{path}"), *text));
        self.documents.iter().for_each(|document| memory.put(document.file(), document.text()));
        memory
    }

    /// With another document in the place of one.
    pub(super) fn with(&self, at: usize, document: Document) -> Self {
        let mut space = self.clone();
        space.documents[at] = document;
        space
    }

    /// Without a document.
    pub(super) fn without(&self, at: usize) -> Self {
        let mut space = self.clone();
        space.documents.remove(at);
        space
    }
}

impl fmt::Display for Space {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (path, text) in &self.configs {
            writeln!(f, "--- {path}\n{text}")?;
        }
        self.documents.iter().try_for_each(|document| writeln!(f, "--- {}\n{}", document.path, document.text()))
    }
}
