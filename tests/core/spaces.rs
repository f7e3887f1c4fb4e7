//! Workspaces of related agreements, made from a number: what must hold for every one of them.

mod counts;
mod deviations;
mod dice;
mod document;
mod make;
mod parties;
mod properties;
mod runs;
mod terms;

use dice::Dice;
use document::Space;

/// How many workspaces are looked at.
const COUNT: u64 = 2_000;

/// Looks at each workspace, on two threads; a failure names its number.
fn for_each(look: fn(&Space, &mut Dice)) {
    let halves: Vec<_> = (0..2).map(|half| std::thread::spawn(move || half_of(half, look))).collect();
    for half in halves {
        half.join().unwrap();
    }
}

fn half_of(half: u64, look: fn(&Space, &mut Dice)) {
    for number in (0..COUNT).filter(|number| number % 2 == half) {
        let space = make::space(number);
        let held = std::panic::catch_unwind(|| look(&space, &mut Dice(!number)));
        assert!(held.is_ok(), "workspace {number}:\n{space}");
    }
}
