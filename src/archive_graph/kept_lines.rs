//! Lines of JSON by id, as bytes in which one is found without a look at the others.
//!
//! The number of lines; for each where its id ends and where it ends; the ids, sorted, and then the lines, each
//! behind its check sum. Numbers are of eight bytes, the least first.

use std::borrow::Cow;
use std::cmp::Ordering;

use flate2::Crc;

/// Bytes of a number.
const NUMBER: usize = 8;

/// The bytes of some lines, which come in the order of their ids.
pub(super) fn lines_of<S: AsRef<str>>(lines: impl Iterator<Item = (S, Vec<u8>)>) -> Vec<u8> {
    let (mut ids, mut texts) = (Vec::new(), Vec::new());
    let mut ends = Vec::new();
    for (id, line) in lines {
        ids.extend_from_slice(id.as_ref().as_bytes());
        texts.extend(sum(&line));
        texts.extend(line);
        ends.extend([ids.len(), texts.len()]);
    }
    let mut bytes = Vec::new();
    for number in [ends.len() / 2].into_iter().chain(ends) {
        let number = u64::try_from(number).unwrap_or(u64::MAX);
        bytes.extend(number.to_le_bytes());
    }
    bytes.extend(ids);
    bytes.extend(texts);
    bytes
}

/// The line of an id among such bytes, of which `part` gives those from a place up to another; `None` where there is none, or the
/// bytes are others.
pub(super) fn line_of<'k>(
    part: impl Fn(usize, usize) -> Option<Cow<'k, [u8]>>,
    id: &str,
) -> Option<Vec<u8>> {
    let number = |place: usize| {
        let at = place.checked_mul(NUMBER)?;
        let bytes = part(at, at.checked_add(NUMBER)?)?;
        usize::try_from(u64::from_le_bytes(*bytes.first_chunk::<NUMBER>()?)).ok()
    };
    let count = number(0)?;
    // Where the id or the text of a line begins and ends, within all of them.
    let span = |place: usize, which: usize| {
        let end = |place: usize| number(place.checked_mul(2)?.checked_add(1 + which)?);
        let begin = match place.checked_sub(1) {
            Some(before) => end(before)?,
            None => 0,
        };
        Some((begin, end(place)?))
    };
    let ids = NUMBER.checked_mul(count.checked_mul(2)?.checked_add(1)?)?;
    let last = count.checked_sub(1)?;
    let lines = ids.checked_add(span(last, 0)?.1)?;
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = usize::midpoint(low, high);
        let (begin, end) = span(middle, 0)?;
        let found = part(ids.checked_add(begin)?, ids.checked_add(end)?)?;
        match found.as_ref().cmp(id.as_bytes()) {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => {
                let (begin, end) = span(middle, 1)?;
                let line = part(lines.checked_add(begin)?, lines.checked_add(end)?)?;
                let (told, line) = line.split_first_chunk()?;
                return (*told == sum(line)).then(|| line.to_vec());
            }
        }
    }
    None
}

/// What tells when a line is no longer what was written.
fn sum(line: &[u8]) -> [u8; 4] {
    let mut sum = Crc::new();
    sum.update(line);
    sum.sum().to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(bytes: &[u8], id: &str) -> Option<Vec<u8>> {
        line_of(|from, to| bytes.get(from..to).map(Cow::Borrowed), id)
    }

    #[test]
    fn a_line_is_found_by_its_id_and_a_damaged_one_is_not() {
        let lines = [("a", "one"), ("ab", ""), ("c", "three")];
        let bytes = lines_of(
            lines
                .iter()
                .map(|(id, line)| (*id, line.as_bytes().to_vec())),
        );
        for (id, line) in lines {
            assert_eq!(find(&bytes, id), Some(line.as_bytes().to_vec()), "{id}");
        }
        for id in ["", "aa", "b", "d"] {
            assert_eq!(find(&bytes, id), None, "{id}");
            assert_eq!(find(&lines_of::<&str>([].into_iter()), id), None);
        }
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged.iter_mut().skip(at).take(1).for_each(|b| *b ^= 4);
            for (id, line) in lines {
                let found = find(&damaged, id);
                assert!(
                    found.is_none_or(|found| found == line.as_bytes()),
                    "{at} {id}"
                );
            }
            for (id, _) in lines {
                assert_eq!(
                    find(bytes.get(..at).unwrap_or_default(), id).filter(|_| id == "c"),
                    None
                );
            }
        }
    }
}
