//! How the page reads letters of other scripts, so that a name is found whatever script it is typed in.

use any_ascii::any_ascii_char;

/// The stretches of Unicode whose letters are told: Latin with marks, Greek, Cyrillic, Armenian, Hebrew, Arabic,
/// Devanagari, Georgian, Latin with more marks, and Kana. Scripts of thousands of signs are matched as they are.
const STRETCHES: &[(u32, u32)] = &[
    (0x00C0, 0x024F),
    (0x0370, 0x03FF),
    (0x0400, 0x052F),
    (0x0531, 0x0587),
    (0x05D0, 0x05EA),
    (0x0620, 0x06D3),
    (0x0904, 0x0939),
    (0x10A0, 0x10FF),
    (0x1E00, 0x1EFF),
    (0x3041, 0x30FA),
];

/// For each stretch its first code point and the Latin letters of each sign, in lower case, one space between them;
/// nothing between two spaces where a sign has none.
pub(super) fn letters() -> Vec<(u32, String)> {
    let stretch = |(first, last): &(u32, u32)| {
        let signs = (*first..=*last).map(|code| {
            let latin = char::from_u32(code).map_or("", any_ascii_char);
            let mut latin = latin.to_ascii_lowercase();
            latin.retain(|c| c.is_ascii_alphanumeric());
            latin
        });
        (*first, signs.collect::<Vec<_>>().join(" "))
    };
    STRETCHES.iter().map(stretch).collect()
}

#[cfg(test)]
#[expect(
    clippy::indexing_slicing,
    reason = "a test may stop at what is missing"
)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_has_its_place_in_the_row() {
        let letters = letters();
        let (first, row) = &letters[2];
        let signs: Vec<&str> = row.split(' ').collect();
        let of = |c: char| signs[u32::from(c) as usize - *first as usize];
        assert_eq!((of('к'), of('ш'), of('Ә'), of('ь')), ("k", "sh", "a", ""));
        for ((first, last), (start, row)) in STRETCHES.iter().zip(&letters) {
            assert_eq!(first, start);
            assert_eq!(row.split(' ').count(), (last - first + 1) as usize);
        }
    }
}
