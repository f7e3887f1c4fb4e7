//! Any bytes as what comes over the server's pipe.
#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|bytes: &[u8]| kader_fuzz::frames(bytes));

// Where a body changes its length and its header does not, the server sees hardly anything but broken frames.
fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    let plain = seed.is_multiple_of(4);
    let framed = if plain { None } else { mutated(&data[..size], most, seed / 4) };
    match framed {
        Some(framed) => {
            data[..framed.len()].copy_from_slice(&framed);
            framed.len()
        }
        None => fuzzer_mutate(data, size, most),
    }
});

/// The bytes with one of their messages changed, doubled, dropped or moved, each with the header that fits.
fn mutated(bytes: &[u8], most: usize, seed: u32) -> Option<Vec<u8>> {
    let mut bodies = kader_fuzz::bodies(bytes);
    let at = (seed / 16) as usize % bodies.len().max(1);
    let other = (seed / 256) as usize % bodies.len().max(1);
    match (seed % 16, bodies.get(at)?.clone()) {
        (0, _) => drop(bodies.remove(at)),
        (1, body) => bodies.insert(other, body),
        (2, _) => bodies.swap(at, other),
        (_, mut body) => {
            let size = body.len();
            body.resize(size + 64, 0);
            let changed = fuzzer_mutate(&mut body, size, size + 64);
            body.truncate(changed);
            bodies[at] = body;
        }
    }
    let framed: Vec<Vec<u8>> = bodies
        .iter()
        .map(|body| [format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes(), body].concat())
        .collect();
    Some(framed.concat()).filter(|framed| framed.len() <= most)
}
