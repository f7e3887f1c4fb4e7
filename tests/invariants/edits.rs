//! What an author does in an editor: opens, types, saves, asks. The server goes along, and what it says in the end is what a fresh one says.

use std::path::PathBuf;
use std::sync::Arc;

use arbitrary::{Arbitrary, Unstructured};
use kader::system::Memory;
use kader::workspace::session::Key;
use serde_json::{Value, json};

use super::desk::Desk;
use super::texts::{Text, Typed};
use super::units::{Place, Units, position};
use super::world::{AS_OF, FOLDER, World, file};

/// More steps than this find nothing else, and take long.
const STEPS: usize = 30;

/// A session of an author.
#[derive(Debug, Arbitrary)]
struct Play {
    units: Units,
    /// The editor can do all there is.
    able: bool,
    steps: Vec<Step>,
}

#[derive(Debug, Arbitrary)]
enum Step {
    Open(Document, Text),
    /// From a place on, so many lines and columns are replaced.
    Type(Document, Spot, (u8, u8), Typed),
    /// A change that says nothing of a place.
    Replace(Document, Text),
    Close(Document),
    Save(Document),
    /// Somebody else writes the file.
    Write(Document, Text),
    Remove(Document),
    Configure(u8),
    /// The workspace has other folders.
    Folders(u8),
    /// It is judged on another day.
    Day(u8),
    Ask(Document, Spot, Question),
    /// The same, and the author does not wait for the answer.
    AskAndGoOn(Document, Spot, Question),
    /// The same, and the author takes what edits the answer has for the document.
    Accept(Document, Spot, Question),
    /// Everything comes to rest, and is looked at.
    Rest,
}

#[derive(Debug, Clone, Copy, Arbitrary)]
enum Document {
    One,
    Two,
    Three,
    Below,
    /// In no folder of the workspace.
    Elsewhere,
    /// A name that is no agreement's.
    Other,
    /// A text without a file.
    Nameless,
}

/// A line, and a column in it.
#[derive(Debug, Clone, Copy, Arbitrary)]
struct Spot(u8, u8);

impl Spot {
    fn place(self) -> Place {
        (self.0.into(), self.1.into())
    }
}

#[derive(Debug, Clone, Copy, Arbitrary)]
enum Question {
    Completion,
    Hover,
    Actions,
    Definition,
    References,
    Highlights,
    Prepare,
    Rename,
    Hints,
    Lenses,
    Links,
    Folds,
    Selection,
    Symbols,
    Everywhere,
    Format,
    FormatRange,
    Diagnostics,
}

/// Configurations without a fault: the last good one stays in force, which a fresh session cannot know.
const CONFIGURATIONS: [&str; 4] = ["", "as-of = \"2024-06-01\"\n", "ignore = [\"V\"]\n", "exclude = [\"map/\"]\n"];

const FOLDERS: [&[&str]; 5] = [&[FOLDER], &[FOLDER, "/elders"], &["/w/map"], &["/elders", "/w/map"], &[]];

const DAYS: [&str; 3] = [AS_OF, "2024-06-01", "2020-01-01"];

fn one_of<T: Copy>(all: &[T], which: u8) -> T {
    all[usize::from(which) % all.len()]
}

impl Document {
    const ALL: [Self; 7] =
        [Self::One, Self::Two, Self::Three, Self::Below, Self::Elsewhere, Self::Other, Self::Nameless];

    /// Its path, where it has a file.
    fn path(self) -> Option<PathBuf> {
        let name = match self {
            Self::One => "a.afspraak.json",
            Self::Two => "b.afspraak.json",
            Self::Three => "c.afspraak.json",
            Self::Below => "map/d.afspraak.json",
            Self::Elsewhere => "/elders/e.afspraak.json",
            Self::Other => "los.json",
            Self::Nameless => return None,
        };
        Some(PathBuf::from(FOLDER).join(name))
    }

    fn uri(self) -> String {
        self.path().map_or("untitled:1".to_owned(), |path| format!("file://{}", path.display()))
    }

    fn key(self) -> Key {
        self.path().map_or(Key::Text("untitled:1".into()), file)
    }
}

impl Question {
    fn put(self, desk: &mut Desk, document: Document, spot: Spot) -> i64 {
        let uri = document.uri();
        let mut params = json!({ "textDocument": { "uri": uri }, "position": position(spot.place()) });
        let range = json!({ "start": position(spot.place()), "end": position((usize::from(spot.0) + 3, 0)) });
        let mut with = |key: &str, value: Value| params[key] = value;
        let method = match self {
            Self::Completion => "textDocument/completion",
            Self::Hover => "textDocument/hover",
            Self::Definition => "textDocument/definition",
            Self::Highlights => "textDocument/documentHighlight",
            Self::Prepare => "textDocument/prepareRename",
            Self::Lenses => "textDocument/codeLens",
            Self::Links => "textDocument/documentLink",
            Self::Folds => "textDocument/foldingRange",
            Self::Symbols => "textDocument/documentSymbol",
            Self::Format => "textDocument/formatting",
            Self::Diagnostics => "textDocument/diagnostic",
            Self::Actions => {
                with("range", range);
                with("context", json!({ "diagnostics": [] }));
                "textDocument/codeAction"
            }
            Self::References => {
                with("context", json!({ "includeDeclaration": true }));
                "textDocument/references"
            }
            Self::Rename => {
                with("newName", json!("proef-\u{E9}\u{1F600}"));
                "textDocument/rename"
            }
            Self::Hints => {
                with("range", range);
                "textDocument/inlayHint"
            }
            Self::Selection => {
                with("positions", json!([position(spot.place())]));
                "textDocument/selectionRange"
            }
            Self::FormatRange => {
                with("range", range);
                "textDocument/rangeFormatting"
            }
            Self::Everywhere => {
                with("query", json!("proef"));
                "workspace/symbol"
            }
        };
        desk.ask(method, &uri, &params)
    }

    /// Asks, waits, and asks again for what an editor asks for then: the results.
    fn answered(self, desk: &mut Desk, document: Document, spot: Spot) -> Vec<Value> {
        let id = self.put(desk, document, spot);
        let result = desk.answer_to(id)["result"].take();
        let (items, method) = match self {
            Self::Actions => (&result, "codeAction/resolve"),
            Self::Completion => (&result["items"], "completionItem/resolve"),
            _ => return vec![result],
        };
        let items: Vec<Value> = items.as_array().into_iter().flatten().take(4).cloned().collect();
        let resolved = items.iter().map(|item| desk.answer(method, &document.uri(), item)["result"].take());
        let resolved: Vec<Value> = resolved.collect();
        std::iter::once(result).chain(resolved).collect()
    }
}

/// The author's world twice: the session alone, and the server with an editor before it.
struct Both {
    world: World,
    desk: Desk,
}

impl Both {
    fn step(&mut self, step: &Step, history: &dyn Fn() -> String) {
        let Self { world, desk } = self;
        match step {
            Step::Open(document, text) => {
                desk.open(&document.uri(), text.text());
                world.open(document.key(), text.text());
            }
            Step::Type(document, at, (lines, columns), typed) => {
                let start = at.place();
                let column = if *lines == 0 { start.1 } else { 0 };
                let end = (start.0 + usize::from(*lines), column + usize::from(*columns));
                self.change(*document, Some([start, end]), typed.text());
            }
            Step::Replace(document, text) => self.change(*document, None, text.text()),
            Step::Close(document) => {
                desk.close(&document.uri());
                world.close(&document.key());
            }
            Step::Save(document) => {
                if let Some(text) = desk.open.get(&document.uri()).map(|open| open.text.clone()) {
                    desk.tell("textDocument/didSave", &json!({ "textDocument": { "uri": document.uri() } }));
                    self.write(document.path(), &text);
                }
            }
            Step::Write(document, text) => self.write(document.path(), text.text()),
            Step::Remove(document) => {
                if let Some(path) = document.path() {
                    world.remove(&path);
                    desk.tell("workspace/didChangeWatchedFiles", &changed(&path.display().to_string(), 3));
                }
            }
            Step::Configure(which) => {
                self.write(Some(PathBuf::from(FOLDER).join("kader.toml")), one_of(&CONFIGURATIONS, *which));
            }
            Step::Folders(which) => world.set_folders(desk.set_folders(one_of(&FOLDERS, *which))),
            Step::Day(which) => {
                desk.set_day(one_of(&DAYS, *which));
                world.set_day(one_of(&DAYS, *which));
            }
            Step::Ask(document, spot, question) => drop(question.answered(desk, *document, *spot)),
            Step::AskAndGoOn(document, spot, question) => drop(question.put(desk, *document, *spot)),
            Step::Accept(document, spot, question) => {
                let results = question.answered(desk, *document, *spot);
                if let Some(edits) = results.iter().find_map(|result| edits_of(result, &document.uri())) {
                    desk.accept(&document.uri(), edits);
                    self.tell_world(*document);
                }
            }
            Step::Rest => {
                desk.settle();
                world.settle(history);
            }
        }
    }

    fn change(&mut self, document: Document, places: Option<[Place; 2]>, new: &str) {
        self.desk.change(&document.uri(), &[(places, new)]);
        self.tell_world(document);
    }

    fn tell_world(&mut self, document: Document) {
        if let Some(open) = self.desk.open.get(&document.uri()) {
            self.world.open(document.key(), open.text.as_str());
        }
    }

    fn write(&mut self, path: Option<PathBuf>, text: &str) {
        if let Some(path) = path {
            self.world.write(&path, text);
            self.desk.tell("workspace/didChangeWatchedFiles", &changed(&path.display().to_string(), 2));
        }
    }

    /// What a fresh server says over the same texts is what this one says.
    fn ends_as_fresh(mut self, history: &dyn Fn() -> String) {
        let mut fresh = self.desk.fresh(&self.world.disk);
        assert_eq!(self.desk.found(), fresh.found(), "{}", history());
        let questions = [Question::Symbols, Question::Folds, Question::Format, Question::Actions, Question::Completion];
        let open = self.desk.open.clone();
        for document in Document::ALL.into_iter().filter(|document| open.contains_key(&document.uri())) {
            for question in questions {
                let ask = |desk: &mut Desk| question.answered(desk, document, Spot(2, 9));
                assert_eq!(ask(&mut self.desk), ask(&mut fresh), "{question:?} of {document:?} in {}", history());
            }
        }
        fresh.end();
        self.desk.end();
    }
}

/// The edits of a document in a result: in a list of them, or in what holds those of several documents.
fn edits_of<'r>(result: &'r Value, uri: &str) -> Option<&'r Vec<Value>> {
    let list = |value: &'r Value| value.as_array().filter(|edits| edits.iter().all(|edit| edit["newText"].is_string()));
    let whole = result.get("edit").unwrap_or(result);
    let versioned = whole["documentChanges"].as_array().into_iter().flatten();
    let own = versioned.filter(|change| change["textDocument"]["uri"] == uri).find_map(|change| list(&change["edits"]));
    list(result).or_else(|| list(&whole["changes"][uri])).or(own)
}

fn changed(path: &str, how: u8) -> Value {
    json!({ "changes": [{ "uri": format!("file://{path}"), "type": how }] })
}

/// All that must hold of what an author does, as bytes tell it.
pub(crate) fn hold(bytes: &[u8]) {
    let Ok(mut play) = Play::arbitrary_take_rest(Unstructured::new(bytes)) else { return };
    play.steps.truncate(STEPS);
    let machine = Memory::new().with_current_dir(FOLDER).with_file(format!("{FOLDER}/kader.toml"), "");
    let machine = Arc::new(machine.with_file(format!("{FOLDER}/c.afspraak.json"), Text::Known(0).text()));
    let desk = Desk::new(&machine, play.units, play.able);
    let mut both = Both { world: World::new(machine), desk };
    for (at, step) in play.steps.iter().enumerate() {
        both.step(step, &|| format!("{:#?}", &play.steps[..=at]));
    }
    let history = || format!("{play:#?}");
    both.step(&Step::Rest, &history);
    both.ends_as_fresh(&history);
}
