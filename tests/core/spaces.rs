//! Workspaces of related agreements, made from a number: what must hold for every one of them.

mod counts;
mod deviations;
mod document;
mod make;
mod parties;
mod properties;
mod runs;
mod terms;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use crate::dice::Dice;
use document::Space;
use runs::Baseline;

/// How many workspaces are looked at.
const COUNT: u64 = 2_000;

/// What must hold for a workspace, given what a run over it says.
type Property = fn(&Space, &Baseline, &mut Dice);

/// All properties, by their names.
const PROPERTIES: [(&str, Property); 9] = [
    ("order of arguments changes nothing", properties::order_of_arguments),
    ("threads change nothing", properties::threads),
    ("a stranger changes nothing", properties::a_stranger),
    ("a part is judged as in the whole", properties::a_part),
    ("a name without another order changes nothing else", properties::a_name),
    ("the language changes words alone", properties::the_language),
    ("every format tells of the same", properties::formats),
    ("a deviation takes away what it names and nothing else", deviations::takes_away),
    ("what a deviation accepted comes back without it", deviations::comes_back),
];

/// The documents of a workspace as they are written, by the bytes of their paths.
pub(crate) fn files(number: u64) -> Vec<(Box<str>, Vec<u8>)> {
    let documents = make::space(number).documents;
    let mut files: Vec<_> =
        documents.into_iter().map(|document| (document.path.as_str().into(), document.text().into_bytes())).collect();
    files.sort();
    files
}

/// What looking at some workspaces gave.
#[derive(Default)]
struct Looked {
    /// The properties that do not hold, each with the first workspace for which it does not.
    broken: BTreeMap<&'static str, u64>,
    /// In how many workspaces each thing occurred, however often in one document.
    counts: BTreeMap<String, usize>,
}

/// Each workspace is made and run over once, and every property looks at the result.
#[test]
fn what_must_hold_for_every_workspace_holds() {
    let halves: Vec<Looked> = thread::scope(|scope| {
        let halves = [0, 1].map(|half| scope.spawn(move || look((0..COUNT).filter(|number| number % 2 == half))));
        halves.into_iter().map(|half| half.join().unwrap()).collect()
    });
    let broken: Vec<String> = halves
        .iter()
        .flat_map(|half| &half.broken)
        .map(|(name, number)| format!("{name}: not in workspace {number}:\n{}", make::space(*number)))
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (what, count) in halves.into_iter().flat_map(|half| half.counts) {
        *counts.entry(what).or_default() += count;
    }
    counts::enough(&counts);
}

/// Looks at some workspaces; a property that did not hold for one is not asked of the next.
fn look(numbers: impl Iterator<Item = u64>) -> Looked {
    let mut looked = Looked::default();
    for number in numbers {
        let space = make::space(number);
        let mut held = |name, look: &mut dyn FnMut()| {
            if !looked.broken.contains_key(name) && catch_unwind(AssertUnwindSafe(look)).is_err() {
                looked.broken.insert(name, number);
            }
        };
        let mut baseline = None;
        held("a run ends", &mut || baseline = Some(Baseline::of(&space)));
        let Some(baseline) = baseline else { continue };
        for (name, property) in PROPERTIES {
            held(name, &mut || property(&space, &baseline, &mut Dice(!number)));
        }
        let mut seen = Vec::new();
        held("what is quiet is so for a reason", &mut || seen = counts::seen(&space, &baseline));
        for what in seen {
            *looked.counts.entry(what).or_default() += 1;
        }
    }
    looked
}
