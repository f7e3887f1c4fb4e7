//! Every feature at every offset of many documents, whole and cut off: nothing panics, every span lies in the text, and what completion
//! writes breaks nothing.

use std::sync::Arc;

use kader::ide::completion::completion;
use kader::ide::{Nobody, Scene, Target};
use kader::ide::{actions, hints, hover, lenses, navigation, ranges, rename, symbols};
use kader::json::{Limits, parse};
use kader::policy::{Day, Lang};
use kader::text::{Edits, Span};
use kader::workspace::Loaded;

use super::stage::{Stage, apply};
use crate::second_policy::policy as second_policy;
use crate::support::repository;

/// Documents of the fixtures, the cases among them: many of those are broken.
fn texts() -> Vec<String> {
    let mut files = Vec::new();
    for folder in ["fixtures/agreements/real", "fixtures/assess"] {
        let entries = std::fs::read_dir(repository(folder)).unwrap();
        files.extend(
            entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "json")),
        );
    }
    let cases = std::fs::read_dir(repository("fixtures/cases")).unwrap();
    files.extend(cases.map(|entry| entry.unwrap().path().join("in.afspraak.json")));
    files.sort();
    let texts: Vec<String> = files.iter().filter_map(|file| std::fs::read_to_string(file).ok()).collect();
    assert!(texts.len() > 20);
    texts.into_iter().filter(|text| text.len() < 6_000).collect()
}

fn inside(text: &str, span: Span) {
    assert!(text.get(span.range()).is_some(), "{span:?} in {text}");
}

/// All that looks at one offset.
fn look(stage: &Stage, offset: u32) {
    let text = &stage.text;
    stage.see(|scene| {
        for item in completion(scene, offset).items {
            inside(text, item.edit.span);
            assert!(item.edit.span.start <= offset && offset <= item.edit.span.end, "{item:?} at {offset} in {text}");
        }
        if let Some(hover) = hover::hover(scene, offset) {
            inside(text, hover.span);
        }
        for span in navigation::highlights(scene, offset) {
            inside(text, span);
        }
        for target in
            navigation::definition(scene, offset).into_iter().chain(navigation::references(scene, offset, true))
        {
            assert!(!matches!(target, Target::Here(span) if text.get(span.range()).is_none()), "{target:?}");
        }
        if let Ok(renamed) = rename::rename(scene, offset, "nieuw") {
            Edits::new(renamed.here).unwrap();
        }
        let selection = ranges::selection(scene.tree, offset);
        assert!(selection.windows(2).all(|pair| pair[1].covers(pair[0]) && pair[1] != pair[0]), "{selection:?}");
    });
}

/// All that looks at the whole.
fn survey(stage: &Stage) {
    let text = &stage.text;
    let all = Span::of(0..text.len());
    stage.see(|scene| {
        for hint in hints::hints(scene, all) {
            inside(text, Span::empty_at(hint.at));
        }
        for lens in lenses::lenses(scene) {
            inside(text, lens.span);
        }
        for symbol in symbols::outline(scene.tree) {
            inside(text, symbol.span);
            assert!(symbol.span.covers(symbol.selection) && !symbol.name.is_empty(), "{symbol:?}");
        }
        for link in navigation::links(scene) {
            inside(text, link.span);
        }
        for span in ranges::folds(scene.tree) {
            inside(text, span);
        }
        for action in actions::actions(scene, all) {
            assert!(!actions::title(scene, action).is_empty(), "{action:?}");
            if let Some(edits) = actions::edits(scene, action) {
                assert!(edits.iter().all(|edit| text.get(edit.span.range()).is_some()));
            }
        }
    });
}

fn faults(text: &str) -> usize {
    parse(text.as_bytes(), Limits::default()).errors.len()
}

/// What completion writes at an offset leaves no more faults than there were.
fn write(stage: &Stage, offset: u32, before: usize) -> Vec<String> {
    let items = stage.see(|scene| completion(scene, offset)).items;
    let worse = |text: &String| faults(text) > before;
    items.iter().map(|item| apply(&stage.text, item)).filter(worse).take(1).collect()
}

/// The offsets at which tokens begin and end, and one in each.
fn offsets(text: &str) -> Vec<u32> {
    let edge = |at: &usize| {
        let around = [at.checked_sub(1).and_then(|before| text.as_bytes().get(before)), text.as_bytes().get(*at)];
        around.into_iter().flatten().any(|byte| !byte.is_ascii_alphanumeric() && *byte != b' ')
    };
    (0..=text.len()).filter(|at| text.is_char_boundary(*at)).filter(edge).map(|at| at.try_into().unwrap()).collect()
}

#[test]
fn whole_documents() {
    for text in texts() {
        let stage = Stage::new(&text, 0);
        survey(&stage);
        for offset in 0..=u32::try_from(text.len() + 1).unwrap() {
            look(&stage, offset);
        }
    }
}

/// A second policy has other words, and not every group of the document.
#[test]
fn documents_of_another_policy() {
    let loaded = Arc::new(Loaded::new(second_policy()));
    let folder = repository("fixtures/policies/bergredding-drie-dalen/checks");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let documents = files.iter().filter(|file| file.to_string_lossy().ends_with(".afspraak.json"));
    let mut offered = 0;
    for file in documents {
        let text = std::fs::read_to_string(file).unwrap();
        let stage = Stage::by(Arc::clone(&loaded), &text, 0);
        survey(&stage);
        for offset in offsets(&text) {
            look(&stage, offset);
            offered += stage.see(|scene| completion(scene, offset).items.len());
        }
    }
    assert!(offered > 1_000, "{offered}");
}

/// What was written to be slow: very deep, very long lines, very many tokens.
#[test]
fn hostile_documents_take_no_long_time() {
    let size = 300_000;
    let hostile = [
        "[".repeat(size),
        format!("{}{}", "{".repeat(size / 2), "]".repeat(size / 2)),
        format!("[\"{}", "]".repeat(size)),
        format!("[{}", "\"a ".repeat(size / 3)),
        format!("{{{}", "\"a\":1,".repeat(size / 6)),
        format!("{{\"regios\":[{}", "\"VR01\",".repeat(size / 7)),
    ];
    for text in hostile {
        let tree = parse(text.as_bytes(), Limits::default()).tree;
        let policy = crate::support::carried();
        let scene = Scene {
            tree: &tree,
            policy: &policy.policy,
            lang: Lang::Nl,
            as_of: Day::parse("2026-01-01").unwrap(),
            findings: &[],
            assessed: None,
            around: &Nobody,
        };
        let end = u32::try_from(text.len()).unwrap();
        for offset in [0, end / 2, end] {
            let items = completion(&scene, offset).items;
            assert!(items.iter().all(|item| text.get(item.edit.span.range()).is_some()));
            assert!(hover::hover(&scene, offset).is_none_or(|shown| text.get(shown.span.range()).is_some()));
            assert!(ranges::selection(&tree, offset).len() < 1_000);
        }
        assert!(symbols::outline(&tree).len() <= 10_000);
        assert_eq!((ranges::folds(&tree).len(), lenses::lenses(&scene).len()), (0, 0));
        assert!(hints::hints(&scene, Span::of(0..text.len())).len() < size);
    }
}

#[test]
fn documents_cut_off_anywhere() {
    for text in texts().into_iter().step_by(2) {
        for offset in offsets(&text).into_iter().step_by(3) {
            let stage = Stage::new(&text[..offset as usize], 0);
            survey(&stage);
            for near in offset.saturating_sub(3)..=offset {
                look(&stage, near);
            }
        }
    }
}

#[test]
fn what_completion_writes_breaks_nothing() {
    let mut worse = Vec::new();
    for text in texts() {
        let stage = Stage::new(&text, 0);
        let before = faults(&text);
        for offset in offsets(&text) {
            worse.extend(write(&stage, offset, before).into_iter().map(|written| (offset, text.clone(), written)));
        }
    }
    for text in texts().into_iter().step_by(3) {
        for offset in offsets(&text).into_iter().step_by(2) {
            let cut = &text[..offset as usize];
            let stage = Stage::new(cut, 0);
            worse.extend(
                write(&stage, offset, faults(cut)).into_iter().map(|written| (offset, cut.to_owned(), written)),
            );
        }
    }
    let told =
        worse.iter().take(3).map(|(offset, text, written)| format!("at {offset}\n{text}\n--- became\n{written}"));
    assert!(worse.is_empty(), "{} times:\n{}", worse.len(), told.collect::<Vec<_>>().join("\n=======\n"));
}
