//! Damaged documents never make the engine panic or hang, and every place that it names lies in the text.

use std::sync::OnceLock;

use kader::report::formats::Format;
use kader::workspace::Judge;

use crate::dice::Dice;
use crate::invariants::judgement::hold;
use crate::support::{alone, judge, printed, repository};

/// How many damaged documents are judged; half of them are damaged token by token, the rest byte by byte.
const COUNT: u64 = 100_000;

/// Fixtures, rules' examples and, where it is there, the parser's conformance files.
fn seeds() -> &'static Vec<Vec<u8>> {
    static SEEDS: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    SEEDS.get_or_init(|| {
        let mut seeds = Vec::new();
        for folder in ["fixtures/agreements/real", "../shared/json-test-suite/test_parsing"] {
            let Ok(entries) = std::fs::read_dir(repository(folder)) else {
                eprintln!("skipped: no {folder} to damage");
                continue;
            };
            let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
            files.sort();
            let json = files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "json"));
            seeds.extend(json.map(|file| std::fs::read(file).unwrap()).filter(|bytes| bytes.len() < 20_000));
        }
        let judge = judge("2020-01-01");
        for rule in judge.policies[0].policy.rules() {
            let examples = rule.examples().unwrap();
            seeds.extend(examples.fails.into_iter().flat_map(|example| example.files).map(|(_, bytes)| bytes));
        }
        seeds
    })
}

/// Changes a few bytes.
fn by_bytes(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut text = seed.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(text.len() + 1);
        match dice.below(4) {
            0 if at < text.len() => drop(text.remove(at)),
            1 => text.insert(at, u8::try_from(dice.below(256)).unwrap()),
            2 if at < text.len() => text[at] = b"{}[]\",:\\/'#\n\r\t \0e-0"[dice.below(19)],
            _ => text.truncate(at),
        }
    }
    text
}

/// Tokens of a document, roughly: brackets, strings, and what stands between.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => rest[1..].find('"').map_or(rest.len(), |end| end + 2),
            '{' | '}' | '[' | ']' | ',' | ':' => 1,
            _ => rest.find(['"', '{', '}', '[', ']', ',', ':']).unwrap_or(rest.len()),
        };
        let (token, more) = rest.split_at(length);
        tokens.push(token);
        rest = more;
    }
    tokens
}

/// Drops, doubles, swaps or replaces a few tokens, so that the rest stays readable.
fn by_tokens(seed: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let (seed, other) = (String::from_utf8_lossy(seed), String::from_utf8_lossy(other));
    let mut own = tokens(&seed);
    let strange = tokens(&other);
    for _ in 0..=dice.below(5) {
        let (at, other) = (dice.below(own.len()), dice.below(own.len()));
        match dice.below(5) {
            0 if !own.is_empty() => drop(own.remove(at)),
            1 if !own.is_empty() => own.insert(at, own[other]),
            2 if own.len() > 1 => own.swap(at, other),
            3 if !own.is_empty() && !strange.is_empty() => own[at] = strange[dice.below(strange.len())],
            _ => own.insert(at, ["null", "{}", "[]", "\"\"", "12.5", "1e400", "true", "\"2020-02-30\""][dice.below(8)]),
        }
    }
    own.concat().into_bytes()
}

pub(crate) fn damaged(number: u64) -> Vec<u8> {
    let mut dice = Dice(number);
    let seeds = seeds();
    let seed = &seeds[dice.below(seeds.len())];
    let other = &seeds[dice.below(seeds.len())];
    if number.is_multiple_of(2) { by_tokens(seed, other, &mut dice) } else { by_bytes(seed, &mut dice) }
}

fn judge_all(judge: &Judge, numbers: impl Iterator<Item = u64>) {
    for number in numbers {
        let bytes = damaged(number);
        // By turns: each sees as many documents of either kind of damage.
        let format = Format::ALL[usize::try_from(number / 2).unwrap() % Format::ALL.len()];
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let judgement = alone(judge, &bytes);
            hold(&judgement, &bytes);
            printed(judge, judgement, &bytes, format);
        }));
        assert!(outcome.is_ok(), "damaged document {number}: {}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn damaged_documents_are_judged_and_reported() {
    let judge = judge("2020-01-15");
    std::thread::scope(|scope| {
        for half in 0..2 {
            let judge = &judge;
            scope.spawn(move || judge_all(judge, (0..COUNT).filter(|number| number / 2 % 2 == half)));
        }
    });
}
