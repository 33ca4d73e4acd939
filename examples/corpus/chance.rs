//! Chance that comes out the same on every machine.

use rand_mt::Mt64;

pub(crate) struct Chance(Mt64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Mt64::new(seed))
    }

    /// A number from 0 up to, and without, the end.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.0.next_u64() % end.max(1) as u64) as usize
    }

    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub(crate) fn pick<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        &of[self.below(of.len())]
    }

    /// A number below the end, small ones far more often: a few people are in most of the news.
    pub(crate) fn skewed(&mut self, end: usize) -> usize {
        let share = self.below(1_000_000) as f64 / 1e6;
        ((end as f64) * share * share * share) as usize
    }
}
