//! A document as an editor has it: a text with a cursor, its findings, and other documents around it.

use std::path::PathBuf;
use std::sync::Arc;

use kader::assess::{Ask, Assessed};
use kader::facts::{EmptyProject, Exports, Facts, export};
use kader::findings::{Finding, Point, Range};
use kader::ide::completion::{Item, Items, completion};
use kader::ide::{Around, Neighbour, Scene, Target};
use kader::json::{Limits, Parsed, Tree, parse};
use kader::model::landmark::Landmark;
use kader::model::read;
use kader::model::reader::{BadNodes, Reader};
use kader::policy::{Day, Lang};
use kader::text::{Edits, Span};
use kader::workspace::judge::{Depth, Examined, Subject};
use kader::workspace::together::{Member, Together};
use kader::workspace::{Judge, Loaded, Threads};

use crate::support::carried;

/// The day on which all is judged here.
pub(crate) const TODAY: &str = "2026-01-01";

/// A document: its file, what may be seen of it, and where its landmarks stand.
type Other = (PathBuf, Exports, Vec<(Landmark, Range)>);

/// The documents around one.
#[derive(Default)]
pub(crate) struct Others {
    pub(crate) documents: Vec<Other>,
    pub(crate) files: Vec<&'static str>,
}

impl Around for Others {
    fn neighbours(&self) -> Box<dyn Iterator<Item = Neighbour<'_>> + '_> {
        let each = self.documents.iter();
        Box::new(each.map(|(file, exports, ranges)| Neighbour { file, exports, ranges }))
    }

    fn exists(&self, relative: &str) -> bool {
        self.files.contains(&relative)
    }
}

impl Others {
    /// Adds a document; its file is its id.
    pub(crate) fn with(mut self, text: &str) -> Self {
        let policy = &carried().policy;
        let tree = parse(text.as_bytes(), Limits::default()).tree;
        let bad = BadNodes::none(tree.len());
        let agreement = read::agreement(Reader { tree: &tree, policy, bad: &bad }).unwrap();
        let facts = Facts::of(&agreement, policy, Day::parse(TODAY).unwrap());
        let (exports, landmarks) = export(&tree, &agreement, &facts, policy);
        let ranges = landmarks.into_iter().map(|(landmark, node)| (landmark, range(text, tree.span(node)))).collect();
        let file = PathBuf::from(exports.id.as_deref().unwrap_or("nameless"));
        self.documents.push((file, exports, ranges));
        self
    }
}

fn range(text: &str, span: Span) -> Range {
    let point = |offset: u32| {
        let before = &text[..offset as usize];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let (lines, columns) = (before.matches('\n').count() + 1, line.chars().count() + 1);
        Point { offset, line: lines.try_into().unwrap(), column: columns.try_into().unwrap() }
    };
    Range { start: point(span.start), end: point(span.end) }
}

/// A document with a cursor.
pub(crate) struct Stage {
    pub(crate) text: String,
    pub(crate) offset: u32,
    pub(crate) parsed: Parsed,
    pub(crate) findings: Vec<Finding>,
    pub(crate) assessed: Option<Box<Assessed>>,
    pub(crate) others: Others,
    pub(crate) lang: Lang,
    pub(crate) loaded: Arc<Loaded>,
}

impl Stage {
    /// A text in which `|` marks the cursor.
    pub(crate) fn marked(marked: &str) -> Self {
        let offset = marked.find('|').unwrap_or_else(|| panic!("no cursor in {marked}"));
        Self::new(&marked.replacen('|', "", 1), offset)
    }

    pub(crate) fn new(text: &str, offset: usize) -> Self {
        Self::by(carried(), text, offset)
    }

    /// A document that is judged by a policy.
    pub(crate) fn by(loaded: Arc<Loaded>, text: &str, offset: usize) -> Self {
        let judge = Judge::by(Arc::new(vec![Arc::clone(&loaded)]), Day::parse(TODAY).unwrap());
        let ask = Ask::default();
        let subject = Subject { path: "a", surroundings: &EmptyProject, depth: Depth::Full, ask: Some(&ask) };
        let Examined { mut judgement, outlook } = judge.examine(text.as_bytes(), subject, &|_| {});
        let name = kader::findings::Neighbour { file: None, path: "a".into(), project_path: "a".into() };
        let member = Member { name: Arc::new(name), outlook, context: 0, seen: true };
        let together = Together::new(vec![member], &[true]);
        together.conclude(vec![&mut judgement], |_| Some(&judge), &Threads::new(1), &|_| {});
        Self {
            text: text.to_owned(),
            offset: offset.try_into().unwrap(),
            parsed: parse(text.as_bytes(), Limits::default()),
            findings: judgement.findings,
            assessed: judgement.assessed,
            others: Others::default(),
            lang: Lang::Nl,
            loaded,
        }
    }

    pub(crate) fn among(self, others: Others) -> Self {
        Self { others, ..self }
    }

    pub(crate) fn tree(&self) -> &Tree {
        &self.parsed.tree
    }

    /// What a function of the scene gives.
    pub(crate) fn see<R>(&self, with: impl FnOnce(&Scene<'_>) -> R) -> R {
        with(&Scene {
            tree: self.tree(),
            policy: &self.loaded.policy,
            lang: self.lang,
            as_of: Day::parse(TODAY).unwrap(),
            findings: &self.findings,
            assessed: self.assessed.as_deref(),
            around: &self.others,
        })
    }

    pub(crate) fn items(&self) -> Vec<Item> {
        let Items { items, .. } = self.see(|scene| completion(scene, self.offset));
        items
    }

    pub(crate) fn labels(&self) -> Vec<String> {
        self.items().iter().map(|item| item.label.to_string()).collect()
    }

    /// The first items.
    pub(crate) fn first(&self, count: usize) -> Vec<String> {
        self.labels().into_iter().take(count).collect()
    }

    /// The text with the item of a label written.
    pub(crate) fn written(&self, label: &str) -> String {
        let items = self.items();
        let item = items.iter().find(|item| &*item.label == label).unwrap_or_else(|| panic!("no {label}: {items:#?}"));
        apply(&self.text, item)
    }

    /// What stands at a place: in this document the text, in another the file and the line.
    pub(crate) fn told(&self, target: &Target) -> String {
        match target {
            Target::Here(span) => self.text[span.range()].to_owned(),
            Target::There(file, range) => format!("{}:{}", file.display(), range.start.line),
        }
    }
}

/// The text with an item written, as plain text.
pub(crate) fn apply(text: &str, item: &Item) -> String {
    let edits = item.comma.iter().chain([&item.edit]).cloned().collect();
    Edits::new(edits).unwrap().apply(text)
}
