//! From letters to sounds, script by script.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use any_ascii::any_ascii_char;
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::script::Script;
use super::sound::{Segment, Sounds};
use super::table::{TableProblem, cells};

/// Letters that make a `c` or `g` before them soft.
const FRONT: &[char] = &['e', 'i', 'y', 'é', 'è', 'ê', 'í', 'ï', 'ë'];

/// The letters of all scripts and the sounds that they stand for.
pub(super) struct Letters {
    sounds: Sounds,
    rows: BTreeMap<Script, Rows>,
}

/// The rows of a script by their first letter: none stands before a row that begins with it.
type Rows = FxHashMap<char, Vec<(String, Spelling)>>;

/// What some letters stand for, by where they stand.
#[derive(Debug, Clone, Default)]
struct Spelling {
    any: Option<Vec<Segment>>,
    start: Option<Vec<Segment>>,
    end: Option<Vec<Segment>>,
    front: Option<Vec<Segment>>,
}

/// The tables that come with the program.
pub(super) static LETTERS: LazyLock<Letters> = LazyLock::new(|| {
    let letters = Letters::read(
        include_str!("data/letters.tsv"),
        include_str!("data/near.tsv"),
    );
    // A test reads the tables; were they bad all the same, words would have no sounds and nothing would match.
    letters.unwrap_or_else(|_| Letters {
        sounds: Sounds::default(),
        rows: BTreeMap::new(),
    })
});

impl Letters {
    /// Reads the letters of each script, and which sounds are near.
    ///
    /// # Errors
    /// Where a row has another number of cells, an unknown script or an unknown place.
    pub(super) fn read(letters: &str, near: &str) -> Result<Self, TableProblem> {
        let mut sounds = Sounds::default();
        let mut rows: BTreeMap<Script, BTreeMap<String, Spelling>> = BTreeMap::new();
        for (line, [script, letters, place, written]) in cells(letters)? {
            let script = Script::from_word(script)
                .ok_or_else(|| TableProblem::at(line, "there is no such script"))?;
            let segments: Vec<Segment> = written
                .split(' ')
                .filter(|one| *one != "-")
                .map(|one| Segment {
                    set: sounds.set(one.trim_end_matches('?')),
                    weak: one.ends_with('?'),
                })
                .collect();
            // Most letters are written composed, and the rest as Unicode decomposes them; a Korean syllable is the signs in it.
            let letters: String = match script {
                Script::Hangul => letters.nfd().collect(),
                _ => letters.nfc().collect(),
            };
            let spelling = rows.entry(script).or_default().entry(letters).or_default();
            let slot = match place {
                "" => &mut spelling.any,
                "start" => &mut spelling.start,
                "end" => &mut spelling.end,
                "front" => &mut spelling.front,
                _ => return Err(TableProblem::at(line, "there is no such place in a word")),
            };
            *slot = Some(segments);
        }
        sounds.measure(near)?;
        let rows = rows.into_iter();
        let rows = rows.map(|(script, rows)| (script, by_first_letter(rows)));
        Ok(Self {
            sounds,
            rows: rows.collect(),
        })
    }

    pub(super) const fn sounds(&self) -> &Sounds {
        &self.sounds
    }

    /// The set of sounds of a letter that stands for one only.
    pub(super) fn sound_of(&self, letter: &str) -> Option<u16> {
        let row = row_of(self.rows.get(&Script::Latin)?, letter)?;
        row.any.as_ref()?.first().map(|segment| segment.set)
    }

    /// The sounds of a word in lower case, composed.
    pub(super) fn spell(&self, word: &str, script: Script) -> Vec<Segment> {
        let mut segments = Vec::new();
        match script {
            Script::Han | Script::HanForeign => {
                for c in word.chars() {
                    let syllable = any_ascii_char(c).to_ascii_lowercase();
                    self.spell_letters(&syllable, script, &mut segments);
                }
            }
            Script::Hangul => {
                let jamo: String = word.nfd().collect();
                self.spell_letters(&jamo, script, &mut segments);
            }
            Script::Other => {
                for c in word.chars() {
                    self.spell_other(c, script, &mut segments);
                }
            }
            _ => self.spell_letters(word, script, &mut segments),
        }
        // A doubled letter is one sound that some spellings double and others do not.
        segments.dedup();
        segments
    }

    fn spell_letters(&self, word: &str, script: Script, segments: &mut Vec<Segment>) {
        let Some(rows) = self.rows.get(&script) else {
            return;
        };
        let mut rest = word;
        while let Some(letter) = rest.chars().next() {
            let mut hit = rows.get(&letter).into_iter().flatten();
            let hit = hit.find_map(|(letters, spelling)| {
                let behind = rest.strip_prefix(letters.as_str())?;
                let next = behind.chars().next();
                let sounds = spelling.at(rest.len() == word.len(), next)?;
                Some((behind, sounds))
            });
            if let Some((behind, sounds)) = hit {
                segments.extend_from_slice(sounds);
                rest = behind;
            } else {
                self.spell_other(letter, script, segments);
                rest = rest.get(letter.len_utf8()..).unwrap_or_default();
            }
        }
    }

    /// A letter that the table of the script does not have: without its diacritics, else as Latin letters.
    fn spell_other(&self, letter: char, script: Script, segments: &mut Vec<Segment>) {
        let find = |script: Script, c: char| -> Option<&Vec<Segment>> {
            let rows = self.rows.get(&script)?;
            row_of(rows, c.encode_utf8(&mut [0; 4]))?.any.as_ref()
        };
        let mut bare = std::iter::once(letter)
            .nfkd()
            .filter(|c| !is_combining_mark(*c));
        if let (Some(base), None) = (bare.next(), bare.next())
            && let Some(sounds) = find(script, base)
        {
            segments.extend_from_slice(sounds);
            return;
        }
        for c in any_ascii_char(letter).chars() {
            let found = find(Script::Latin, c.to_ascii_lowercase());
            segments.extend(found.into_iter().flatten());
        }
    }
}

fn by_first_letter(all: BTreeMap<String, Spelling>) -> Rows {
    let mut rows = Rows::default();
    for (letters, spelling) in all.into_iter().rev() {
        if let Some(first) = letters.chars().next() {
            rows.entry(first).or_default().push((letters, spelling));
        }
    }
    rows
}

/// The row of just these letters.
fn row_of<'r>(rows: &'r Rows, letters: &str) -> Option<&'r Spelling> {
    let of_first = rows.get(&letters.chars().next()?)?;
    let row = of_first.iter().find(|(own, _)| own == letters);
    row.map(|(_, spelling)| spelling)
}

impl Spelling {
    fn at(&self, start: bool, next: Option<char>) -> Option<&Vec<Segment>> {
        let starts = self.start.as_ref().filter(|_| start);
        let ends = self.end.as_ref().filter(|_| next.is_none());
        let front = next.is_some_and(|c| FRONT.contains(&c));
        let softens = self.front.as_ref().filter(|_| front);
        starts.or(ends).or(softens).or(self.any.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_can_be_read_and_have_every_script() {
        let letters = Letters::read(
            include_str!("data/letters.tsv"),
            include_str!("data/near.tsv"),
        );
        assert_eq!(letters.map(|l| l.rows.len()), Ok(12));
        for table in [
            include_str!("data/words.tsv"),
            include_str!("data/bodies.tsv"),
        ] {
            assert!(cells::<3>(table).is_ok_and(|rows| rows.len() > 50));
        }
    }

    #[test]
    fn a_bad_row_is_told_with_its_line() {
        let header = "script\tletters\twhere\tsounds";
        let near = "one\tother\tcost";
        for (row, what) in [
            ("latin\ta\t", "line 2: this row has another number of cells"),
            ("elvish\ta\t\ta", "line 2: there is no such script"),
            (
                "latin\ta\tmiddle\ta",
                "line 2: there is no such place in a word",
            ),
        ] {
            let read = Letters::read(&format!("{header}\n{row}"), near);
            assert_eq!(read.err().map(|e| e.to_string()).as_deref(), Some(what));
        }
        let read = Letters::read(header, &format!("{near}\na\tb\tfar"));
        assert!(read.is_err());
    }

    #[test]
    fn letters_of_no_row_are_read_without_their_marks_or_as_latin() {
        let spell = |word| LETTERS.spell(word, Script::Latin);
        assert_eq!(spell("ḱâŕá"), spell("kara"));
        assert_eq!(spell("anna"), spell("ana"));
        assert!(LETTERS.spell("ถนอม", Script::Latin).len() > 2);
        assert!(LETTERS.spell("", Script::Han).is_empty());
    }
}
