//! Maps by what is a hash already: there is no need to hash it again.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map whose keys are hashes, good ones: every bit of them counts as much as any other.
pub type ByHash<K, V> = HashMap<K, V, BuildHasherDefault<Hashed>>;

/// Takes a hash for what it is: its first eight bytes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut first = [0; 8];
        first.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
        self.0 = u64::from_le_bytes(first);
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    /// How long a key is says nothing: all are alike.
    fn write_usize(&mut self, _: usize) {}
}

#[cfg(test)]
mod tests {
    use super::ByHash;

    #[test]
    fn keys_are_told_apart() {
        let mut numbers: ByHash<u64, u64> = ByHash::default();
        let mut digests: ByHash<[u8; 16], u64> = ByHash::default();
        for number in 0..1000_u64 {
            let hash = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
            numbers.insert(hash, number);
            let mut digest = [0; 16];
            digest[..8].copy_from_slice(&hash.to_le_bytes());
            digests.insert(digest, number);
        }
        assert_eq!((numbers.len(), digests.len()), (1000, 1000));
        assert_eq!(numbers.get(&0x9E37_79B9_7F4A_7C15), Some(&1));
        assert_eq!(digests.get(&[0; 16]), Some(&0));
    }
}
