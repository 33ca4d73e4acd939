//! What somebody says in quotation marks.

use std::ops::Range;

/// With fewer words between the marks it is a name or a term, and nobody's speech.
const FEWEST_WORDS: usize = 6;

/// Words by which a speaker speaks of those who listen or of those for whom he speaks, and verbs that no name of a thing has in it.
const SPOKEN: [&str; 24] = [
    "i", "we", "you", "us", "me", "my", "our", "your", "they", "he", "she", "it", "this", "is",
    "are", "was", "were", "has", "have", "had", "will", "must", "can", "should",
];

/// The bytes of a text that stand in quotation marks and are said by somebody: of six words or more, with such words in them as
/// speech has and names have not. The marks do not belong to them. Curly marks open and close; straight ones do in turns. A quotation
/// that is left open ends with its paragraph: where it goes on, the next one opens it again.
///
/// ```
/// use interparl::text::direct_speech;
/// let text = "“We had the assembly in our house last year, and it was good,” he said.";
/// let said = direct_speech(text);
/// assert_eq!(said.len(), 1);
/// assert!(text[said[0].clone()].starts_with("We had"));
/// assert!(direct_speech("the group “Friends of the Parliament of the Islands of the Pacific” met").is_empty());
/// ```
#[must_use]
pub fn direct_speech(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for paragraph in text.split_inclusive('\n') {
        within(paragraph, start, &mut found);
        start += paragraph.len();
    }
    found
}

/// Adds what is said in a paragraph that begins at a byte of the text.
fn within(paragraph: &str, offset: usize, found: &mut Vec<Range<usize>>) {
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
    if let Some(begin) = open {
        add(paragraph, begin..paragraph.len(), offset, found);
    }
}

/// Adds a quotation where it is speech.
fn add(paragraph: &str, inside: Range<usize>, offset: usize, found: &mut Vec<Range<usize>>) {
    let words = paragraph.get(inside.clone()).unwrap_or_default();
    let spoken = words
        .split(|c: char| !c.is_alphanumeric())
        .any(|w| SPOKEN.contains(&w.to_lowercase().as_str()));
    if spoken && words.split_whitespace().count() >= FEWEST_WORDS {
        found.push(offset + inside.start..offset + inside.end);
    }
}

#[cfg(test)]
mod tests {
    use super::direct_speech;

    /// What is said, as it stands.
    fn said(text: &str) -> Vec<&str> {
        let ranges = direct_speech(text);
        ranges.into_iter().filter_map(|r| text.get(r)).collect()
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
        let text = "a screen of 24\" was given\nThe Speaker met the guests of the house.";
        assert!(said(text).iter().all(|s| !s.contains("Speaker")));
    }
}
