//! Edits and requests that come without waiting: what is applied in which order, and to which text an answer belongs.

use std::collections::BTreeMap;

use kader::json::{self, Limits, format};
use serde_json::{Value, json};

use crate::client::{CLEAN, Editor, edited, faulty, framed, lines, range};

/// Numbers that look like chance, and are the same each time.
struct Dice(u64);

impl Dice {
    /// A number below another one.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

#[test]
fn changes_that_come_at_once_are_made_one_after_the_other() {
    for pause in [false, true] {
        let mut editor =
            Editor::new().begin_with(&json!({ "textDocument": { "publishDiagnostics": { "versionSupport": true } } }));
        let mut version = 0;
        for round in 0..50 {
            version += 1;
            editor.open_as("a", (version, "json"), CLEAN);
            let changes: [&[(&str, &str)]; 3] =
                [&[("5:16-5:18", "9"), ("5:17-5:17", "9")], &[("5:14-5:18", "VR1")], &[("5:17-5:17", "00")]];
            let mut messages = Vec::new();
            for (at, changes) in changes.iter().enumerate() {
                version += 1;
                messages.extend(framed(&editor.change_of("a", version, changes)));
                if at == 1 {
                    let id = 1000 + round;
                    let params = editor.about("a");
                    messages.extend(framed(
                        &json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/formatting", "params": params }),
                    ));
                }
                if pause {
                    editor.raw(std::mem::take(&mut messages));
                    std::thread::sleep(std::time::Duration::from_millis(1));
                }
            }
            editor.raw(messages);
            let answer = editor.answer(1000 + round);
            assert!(answer["result"] == json!([]) || answer["error"]["code"] == -32801, "{answer}");
            let lists = editor.lists("a");
            let versions: Vec<i64> = lists.iter().map(|list| list["version"].as_i64().unwrap()).collect();
            assert!(versions.is_sorted(), "{versions:?}");
            let last = lists.last().unwrap();
            assert_eq!(last["version"], version);
            assert_eq!(lines(&last["diagnostics"]), ["D109 1 5:13-5:20"]);
        }
    }
}

/// A text as the tests edit it, without any help of the server's.
struct Model {
    text: String,
    version: i64,
}

impl Model {
    /// A position of an offset, in UTF-16.
    fn position(&self, offset: usize) -> String {
        let before = &self.text[..offset];
        let mut lines = 0;
        let mut start = 0;
        let bytes = self.text.as_bytes();
        for (at, byte) in before.bytes().enumerate() {
            if byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                lines += 1;
                start = at + 1;
            }
        }
        format!("{lines}:{}", before[start..].encode_utf16().count())
    }

    /// A place between two characters that has a position of its own: not within CR LF.
    fn place(&self, dice: &mut Dice) -> usize {
        loop {
            let at = dice.below(self.text.len() + 1);
            let within =
                at > 0 && self.text.as_bytes()[at - 1] == b'\r' && self.text.as_bytes().get(at) == Some(&b'\n');
            if self.text.is_char_boundary(at) && !within {
                return at;
            }
        }
    }

    /// A random edit as the protocol has it, made here too.
    fn edit(&mut self, dice: &mut Dice) -> (String, String) {
        const NEW: [&str; 12] = ["", "", "x", "😀", "é", "\r\n", "\n", "\r", "  ", "\"VR99\"", ",", "}"];
        let (one, other) = (self.place(dice), self.place(dice));
        let start = one.min(other);
        let mut end = one.max(other).min(start + dice.below(6));
        while !self.text.is_char_boundary(end) || (end > start && self.text[..end].ends_with('\r')) {
            end -= 1;
        }
        let new = NEW[dice.below(NEW.len())];
        let place = format!("{}-{}", self.position(start), self.position(end));
        self.text.replace_range(start..end, new);
        if self.text.len() > 3000 || dice.below(40) == 0 {
            self.text = CLEAN.replace('\n', ["\n", "\r\n"][dice.below(2)]).replace("Proef", "Pr😀ef");
            return (String::new(), self.text.clone());
        }
        (place, new.to_owned())
    }
}

/// What a request was asked of: the text of its moment.
enum Asked {
    Layout(String),
    Findings(String),
}

#[test]
fn every_answer_belongs_to_the_text_of_its_moment() {
    for seed in 0..10 {
        run(seed);
    }
}

fn run(seed: u64) {
    let mut dice = Dice(seed + 1);
    let mut editor = Editor::new().begin_with(&json!({ "textDocument": { "diagnostic": {} } }));
    let mut models = BTreeMap::new();
    for name in ["a", "b"] {
        editor.open(name, faulty());
        models.insert(name, Model { text: faulty(), version: 1 });
    }
    let mut asked: BTreeMap<i64, Asked> = BTreeMap::new();
    let mut messages = Vec::new();
    for step in 0..2000 {
        let name = ["a", "a", "b"][dice.below(3)];
        let about = editor.about(name);
        let model = models.get_mut(name).unwrap();
        let id = 10_000 + step;
        let (method, what) = match dice.below(10) {
            0 => ("textDocument/formatting", Asked::Layout(model.text.clone())),
            1 => ("textDocument/diagnostic", Asked::Findings(model.text.clone())),
            _ => {
                let edits: Vec<_> = (0..=dice.below(3)).map(|_| model.edit(&mut dice)).collect();
                let edits: Vec<_> = edits.iter().map(|(place, new)| (&**place, &**new)).collect();
                model.version += 1;
                messages.extend(framed(&editor.change_of(name, model.version, &edits)));
                continue;
            }
        };
        messages.extend(framed(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": about })));
        asked.insert(id, what);
    }
    for piece in messages.chunks(1 + dice.below(5000)) {
        editor.raw(piece);
    }
    let mut answered = 0;
    for (id, what) in &asked {
        let answer = editor.answer(*id);
        if let Some(error) = answer.get("error") {
            assert_eq!(error["code"], -32801, "{answer}");
            continue;
        }
        answered += 1;
        match what {
            Asked::Layout(text) => {
                let expected = format::format(&json::parse(text.as_bytes(), Limits::default()));
                let found = Some(&answer["result"]).filter(|edits| !edits.is_null()).map(|edits| edited(text, edits));
                assert_eq!(found, expected, "seed {seed}, request {id}");
            }
            Asked::Findings(text) => {
                assert_eq!(syntax(&answer["result"]), syntax_of(text), "seed {seed}, request {id}: {text:?}");
            }
        }
    }
    assert!(answered > asked.len() / 4, "{answered} of {}", asked.len());
    same_as_anew(&mut editor, &models);
}

/// That a server that sees the texts for the first time finds the same.
fn same_as_anew(editor: &mut Editor, models: &BTreeMap<&str, Model>) {
    let mut fresh = Editor::new().begin_with(&json!({ "textDocument": { "diagnostic": {} } }));
    for (name, model) in models {
        fresh.open(&fresh.uri(name), &model.text);
    }
    for name in models.keys() {
        let items = |editor: &mut Editor| {
            let about = editor.about(name);
            editor.ask("textDocument/diagnostic", &about)["items"].clone()
        };
        assert_eq!(items(editor), items(&mut fresh));
    }
}

/// How many diagnostics are about the syntax.
fn syntax(report: &Value) -> usize {
    let items = report["items"].as_array().unwrap().iter();
    items.filter(|item| item["code"].as_str().unwrap().starts_with('S')).count()
}

/// How many findings about the syntax a text has.
fn syntax_of(text: &str) -> usize {
    let parsed = json::parse(text.as_bytes(), Limits::default());
    parsed.errors.len() + parsed.tree.duplicates().len()
}

#[test]
fn a_range_is_read_as_it_is_written() {
    assert_eq!(
        range("1:2-3:4"),
        json!({ "start": { "line": 1, "character": 2 }, "end": { "line": 3, "character": 4 } })
    );
    let text = "a\r\nb😀c";
    assert_eq!(edited(text, &json!([{ "range": range("1:3-1:4"), "newText": "x" }])), "a\r\nb😀x");
}
