//! What stands in quotation marks: what somebody says, and the names of things.

use std::ops::Range;

/// With fewer words between the marks it is a term, and nobody's speech.
const FEWEST_OF_SPEECH: usize = 6;

/// With fewer words it may be how somebody is called, with more it is a sentence.
const WORDS_OF_NAME: std::ops::RangeInclusive<usize> = 4..=14;

/// Words by which a speaker speaks of those who listen or of those for whom he speaks, and verbs that no name of a thing has in it.
const SPOKEN: [&str; 24] = [
    "i", "we", "you", "us", "me", "my", "our", "your", "they", "he", "she", "it", "this", "is",
    "are", "was", "were", "has", "have", "had", "will", "must", "can", "should",
];

/// The bytes between two quotation marks, of several words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The bytes, without the marks.
    pub bytes: Range<usize>,
    /// Whether somebody says them: the words are those of speech, and not of the name of a thing.
    pub speech: bool,
}

/// What stands in quotation marks in a text, in its order. Speech has six words or more, with such among them as speech has and names have
/// not, or with a comma or full stop at its end; what has four words to fourteen and none of these is the name of something, such as the theme of a
/// conference; all else is left out. Curly marks
/// open and close; straight ones do in turns. A quotation that is left open ends with its paragraph: where it goes on, the next one opens
/// it again.
///
/// ```
/// use interparl::text::quotations;
/// let text = "“We had the assembly in our house last year, and it was good,” he said.";
/// let said = quotations(text);
/// assert!(said[0].speech);
/// assert!(text[said[0].bytes.clone()].starts_with("We had"));
/// let theme = quotations("the theme “Friends of the Parliaments of the Pacific” was chosen");
/// assert!(!theme[0].speech);
/// ```
#[must_use]
pub fn quotations(text: &str) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut start = 0;
    for paragraph in text.split_inclusive('\n') {
        within(paragraph, start, &mut found);
        start += paragraph.len();
    }
    found
}

/// Adds what is quoted in a paragraph that begins at a byte of the text.
fn within(paragraph: &str, offset: usize, found: &mut Vec<Quotation>) {
    let mut open: Option<usize> = None;
    for (at, mark) in paragraph.char_indices() {
        let (opens, closes) = match mark {
            '“' | '«' | '„' => (true, false),
            '”' | '»' => (false, true),
            '"' => (open.is_none(), open.is_some()),
            _ => continue,
        };
        if let Some(begin) = open.filter(|_| closes) {
            add(paragraph, begin..at, offset, found);
            open = None;
        } else if opens {
            open = Some(at + mark.len_utf8());
        }
    }
    // A straight mark in the midst of a paragraph that none closes may be that of inches.
    let opens = |begin: usize| {
        let before = paragraph.get(..begin).unwrap_or_default();
        !before.ends_with('"') || before.trim() == "\""
    };
    if let Some(begin) = open.filter(|b| opens(*b)) {
        let before = found.len();
        add(paragraph, begin..paragraph.len(), offset, found);
        // No name is left open.
        if found.last().is_some_and(|q| !q.speech) {
            found.truncate(before);
        }
    }
}

/// Adds a quotation where it is speech or a name of several words.
fn add(paragraph: &str, inside: Range<usize>, offset: usize, found: &mut Vec<Quotation>) {
    let text = paragraph.get(inside.clone()).unwrap_or_default();
    let spoken = text
        .split(|c: char| !c.is_alphanumeric())
        .any(|w| SPOKEN.contains(&w.to_lowercase().as_str()));
    let words = text.split_whitespace().count();
    // "“… and the Speaker of the Senate,” says a press release": a sentence goes on or ends, and no name does.
    let ends = text.trim_end().ends_with([',', '.', '!', '?']);
    let speech = (spoken || ends) && words >= FEWEST_OF_SPEECH;
    if speech || !spoken && !ends && WORDS_OF_NAME.contains(&words) {
        found.push(Quotation {
            bytes: offset + inside.start..offset + inside.end,
            speech,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::quotations;

    /// What is said, as it stands.
    fn said(text: &str) -> Vec<&str> {
        let all = quotations(text).into_iter().filter(|q| q.speech);
        all.filter_map(|q| text.get(q.bytes)).collect()
    }

    #[test]
    fn straight_marks_open_and_close_in_turns() {
        let text = "\"We will come to your session in May,\" she said. \"So it is, and we are glad of it.\"";
        assert_eq!(said(text).len(), 2);
    }

    #[test]
    fn a_quotation_left_open_ends_with_its_paragraph() {
        let text = "He said: “We have met here for ten years now.\n“It is time to go on with it.”\nThe Speaker met the guests.";
        let all = said(text);
        assert_eq!(all.len(), 2);
        assert!(all.iter().all(|s| !s.contains("The Speaker met")));
    }

    #[test]
    fn names_and_terms_are_no_speech() {
        assert!(said("the “Hederlez” and “a waste of money”").is_empty());
        assert!(
            said("the conference “Water, Energy and Peace in the Region of Tarn” met").is_empty()
        );
    }

    #[test]
    fn inches_do_not_swallow_the_text() {
        let text = "A screen of 24\" was given, and it was good. The Speaker met the guests.\nThe Speaker met the guests of the house.";
        assert!(said(text).is_empty());
        assert_eq!(
            said("\"It is time to go on with what we have.\nThe Speaker left.").len(),
            1
        );
    }
}
