//! Records that are looked at one by one, while what the next ones say is read already: whoever looks does so alone, and the other
//! cores have nothing else to do.

use std::io;

use rayon::prelude::*;

use crate::runs::Sorter;

/// Keys with their values on their way to a sorter.
pub(crate) type Records = Vec<Record>;

/// A key and its value.
type Record = (Vec<u8>, Vec<u8>);

/// Puts all of some records to the others.
pub(crate) fn push_all(to: &mut Sorter, records: &[Record]) -> io::Result<()> {
    records
        .iter()
        .try_for_each(|(key, value)| to.push(key, value))
}

/// Hands over what `make` makes of each record, in their order. `fetch` gives the next ones, some at a time, and none when all are
/// there.
pub(super) fn each_made<R: Send + Sync, T: Send>(
    mut fetch: impl FnMut() -> io::Result<Vec<R>>,
    make: impl Fn(&R) -> io::Result<T> + Sync,
    mut look: impl FnMut(T) -> io::Result<()>,
) -> io::Result<()> {
    let all_of = |some: Vec<R>| -> Vec<io::Result<T>> { some.par_iter().map(&make).collect() };
    let mut ready = all_of(fetch()?);
    while !ready.is_empty() {
        let coming = fetch()?;
        // Whoever is one of those who read would wait for himself.
        if rayon::current_thread_index().is_some() {
            for one in ready {
                look(one?)?;
            }
            ready = all_of(coming);
            continue;
        }
        ready = std::thread::scope(|scope| {
            let coming = scope.spawn(|| all_of(coming));
            for one in ready {
                look(one?)?;
            }
            let broken = |_| io::Error::other("what was read ahead was given up");
            coming.join().map_err(broken)
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of the numbers from 0 when `fetch` gives three at a time.
    fn looked_at(numbers: u32, wrong: u32) -> (Vec<u32>, bool) {
        let mut next = 0..numbers;
        let mut found = Vec::new();
        let done = each_made(
            || Ok(next.by_ref().take(3).collect()),
            |number| match *number {
                number if number == wrong => Err(io::ErrorKind::InvalidData.into()),
                number => Ok(number * 2),
            },
            |double| {
                found.push(double);
                Ok(())
            },
        );
        (found, done.is_ok())
    }

    #[test]
    fn whoever_reads_himself_waits_for_nobody() -> Result<(), rayon::ThreadPoolBuildError> {
        let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
        assert_eq!(alone.install(|| looked_at(8, 99)), looked_at(8, 99));
        Ok(())
    }

    #[test]
    fn all_come_in_their_order_up_to_what_cannot_be_read() {
        for numbers in 0..20 {
            let all: Vec<u32> = (0..numbers).map(|number| number * 2).collect();
            assert_eq!(looked_at(numbers, 99), (all.clone(), true));
            let (found, done) = looked_at(numbers, 7);
            assert_eq!(done, numbers <= 7);
            assert_eq!(Some(found.as_slice()), all.get(..found.len()));
            assert_eq!(found.len(), all.len().min(7));
        }
    }
}
