//! Pseudorandom numbers from a seed: SplitMix64 (Steele, Lea & Flood 2014, *Fast splittable
//! pseudorandom number generators*, OOPSLA). Implemented here because no crate guarantees the same
//! numbers in all its versions, and a map must look the same after an update.

/// A generator; the number is its state, at first the seed.
pub(super) struct SeededRandom(pub u64);

impl SeededRandom {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`. 0 if `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// A number from −1 to 1.
    pub fn signed(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    }

    /// A point uniformly distributed in the disc of radius 1. Does not use sine, whose result differs
    /// between machines.
    pub fn in_disc(&mut self) -> [f64; 2] {
        loop {
            let [x, y] = [self.signed(), self.signed()];
            if x * x + y * y <= 1.0 {
                return [x, y];
            }
        }
    }

    /// Shuffles with the algorithm of Fisher and Yates.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, self.below(end + 1));
        }
    }
}
