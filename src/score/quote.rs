//! The words of an article that hold a name, for whoever wants to see why a fact was missed.

use super::name::name_words;
use crate::lexicon::Lexicon;
use crate::mention::Words;
use crate::ontology::StateCode;

/// Characters of a quote.
pub(super) const LONGEST: usize = 160;

/// The part of a quote that is kept before the name in a sentence that is too long.
const BEFORE: usize = 4;

/// What stands where words were left out; two of them may.
const LEFT_OUT: &str = "…";

/// The sentences of an article, to be quoted from.
#[derive(Debug)]
pub struct Quotable<'l> {
    sentences: Vec<Sentence>,
    lexicon: &'l Lexicon,
}

/// A sentence with its folded words and where each stands.
#[derive(Debug)]
struct Sentence {
    text: String,
    words: Vec<(String, usize)>,
}

impl<'l> Quotable<'l> {
    /// Cuts a text into sentences; the tables know abbreviations, and what states are called.
    ///
    /// ```
    /// use interparl::lexicon::Lexicon;
    /// use interparl::score::Quotable;
    ///
    /// let article = Quotable::new("The sun shone. H.E. Aru Bekova's guests had come from Kenya.", Lexicon::builtin());
    /// let quotes = article.holding(&[vec!["Aru Bekova".to_owned()]]);
    /// assert_eq!(quotes, ["H.E. Aru Bekova's guests had come from Kenya."]);
    /// ```
    #[must_use]
    pub fn new(text: &str, lexicon: &'l Lexicon) -> Self {
        let words = Words::new(text, lexicon, None);
        let span = |range: &std::ops::Range<usize>| {
            let tokens = words.words.get(range.clone())?;
            text.get(tokens.first()?.token.span.start..tokens.last()?.token.span.end)
        };
        let sentences = words.sentences.iter().filter_map(|s| span(&s.words));
        Self {
            sentences: sentences.map(Sentence::new).collect(),
            lexicon,
        }
    }

    /// Words of the sentence that holds most of two names, the first such, about 160 characters in all. Each name is
    /// given by its forms, the fullest first. Where the names are too far apart for one piece there are two; there is
    /// none where no sentence holds any name.
    #[must_use]
    pub fn holding(&self, names: &[Vec<String>]) -> Vec<String> {
        let names: Vec<Vec<Vec<String>>> = names
            .iter()
            .map(|forms| forms.iter().map(|form| words_of(form)).collect())
            .collect();
        let mut best: Option<(Held, &Sentence)> = None;
        for sentence in &self.sentences {
            let held = sentence.held(&names);
            if best
                .as_ref()
                .is_none_or(|(best, _)| held.rank() > best.rank())
            {
                best = Some((held, sentence));
            }
        }
        let Some((held, sentence)) = best.filter(|(held, _)| held.rank() > (0, 0)) else {
            return Vec::new();
        };
        let mut pieces: Vec<(&Sentence, usize)> =
            held.places().map(|place| (sentence, place)).collect();
        for (name, place) in names.iter().zip(&held.0) {
            if place.is_none() {
                let elsewhere =
                    |s: &'_ Sentence| s.held(std::slice::from_ref(name)).places().next();
                let mut others = self.sentences.iter();
                pieces.extend(others.find_map(|s| Some((s, elsewhere(s)?))));
            }
        }
        quoted(&pieces)
    }

    /// What a state may be called in the article.
    pub(super) fn names_of_state(&self, code: &str) -> Vec<String> {
        let state = StateCode::parse(code).and_then(|code| self.lexicon.state(code));
        let names = state.into_iter().flat_map(|state| {
            let others = state
                .names
                .iter()
                .chain(&state.demonyms)
                .chain(&state.capitals);
            std::iter::once(&state.name).chain(others).cloned()
        });
        names.collect()
    }
}

/// The words of a form; the article of a body's name may be missing in the text.
fn words_of(form: &str) -> Vec<String> {
    let mut words = name_words(form);
    words.retain(|word| word != "the");
    words
}

impl Sentence {
    fn new(text: &str) -> Self {
        let mut words = Vec::new();
        let mut at = 0;
        for chunk in text.split_inclusive(char::is_whitespace) {
            let bare = chunk.trim_end_matches(|c: char| !c.is_alphanumeric());
            let bare = ["'s", "’s"]
                .iter()
                .find_map(|s| bare.strip_suffix(s))
                .unwrap_or(bare);
            words.extend(words_of(bare).into_iter().map(|word| (word, at)));
            at += chunk.len();
        }
        Self {
            text: text.to_owned(),
            words,
        }
    }

    /// Where the names stand that the sentence has.
    fn held(&self, names: &[Vec<Vec<String>>]) -> Held {
        Held(names.iter().map(|forms| self.place_of(forms)).collect())
    }

    /// Where one of the forms stands, the first form if the sentence has it, and whether it is the first form.
    fn place_of(&self, forms: &[Vec<String>]) -> Option<(usize, bool)> {
        let place = |form: &Vec<String>| {
            let mut windows = self.words.windows(form.len().max(1));
            let window = windows.find(|w| w.iter().map(|(word, _)| word).eq(form.iter()))?;
            window.first().map(|(_, place)| *place)
        };
        let (first, others) = forms.split_first()?;
        let full = place(first).map(|place| (place, true));
        full.or_else(|| {
            others
                .iter()
                .filter_map(place)
                .min()
                .map(|place| (place, false))
        })
    }
}

/// For each name where it stands in a sentence, and whether in its fullest form.
struct Held(Vec<Option<(usize, bool)>>);

impl Held {
    /// How good a sentence is for quoting: how many names it holds, and how many in full.
    fn rank(&self) -> (usize, usize) {
        let full = self.0.iter().flatten().filter(|(_, full)| *full);
        (self.0.iter().flatten().count(), full.count())
    }

    /// The places, in order.
    fn places(&self) -> impl Iterator<Item = usize> + use<> {
        let mut places: Vec<usize> = self.0.iter().flatten().map(|(place, _)| *place).collect();
        places.sort_unstable();
        places.into_iter()
    }
}

/// One quote for places of one sentence that are near to each other, else one for each place.
fn quoted(pieces: &[(&Sentence, usize)]) -> Vec<String> {
    let (Some((sentence, first)), Some((other, last))) = (pieces.first(), pieces.last()) else {
        return Vec::new();
    };
    let between = sentence.text.get(*first..*last).unwrap_or_default();
    let is_near = std::ptr::eq(*sentence, *other)
        && (sentence.text.chars().count() <= LONGEST || between.chars().count() < LONGEST / 2);
    if is_near {
        return vec![excerpt(&sentence.text, *first, LONGEST)];
    }
    let longest = LONGEST / pieces.len().max(1);
    pieces
        .iter()
        .map(|(sentence, place)| excerpt(&sentence.text, *place, longest))
        .collect()
}

/// A text that is short enough; a longer one from a little before a place, whole words with marks where some are left
/// out.
pub(super) fn excerpt(text: &str, place: usize, longest: usize) -> String {
    let text_length = text.chars().count();
    if text_length <= longest {
        return one_line(text);
    }
    let (before, after) = text.split_at_checked(place).unwrap_or(("", text));
    let lead: usize = before
        .chars()
        .rev()
        .take(longest / BEFORE)
        .map(char::len_utf8)
        .sum();
    let lead = before.get(before.len() - lead..).unwrap_or_default();
    // A word that would be cut is left out, unless the sentence begins with it.
    let lead = if lead.len() == before.len() {
        lead
    } else {
        lead.split_once(' ').map_or("", |(_, words)| words)
    };
    let mut quote = String::new();
    if lead.len() < before.len() {
        quote.push_str(LEFT_OUT);
    }
    quote.push_str(lead);
    let room = longest.saturating_sub(quote.chars().count() + 1);
    let Some((end, _)) = after.char_indices().nth(room) else {
        quote.push_str(after);
        return one_line(&quote);
    };
    let kept = after.get(..end).unwrap_or_default();
    quote.push_str(kept.rsplit_once(' ').map_or(kept, |(words, _)| words));
    quote.push_str(LEFT_OUT);
    one_line(&quote)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_long_sentence_is_cut_around_the_names() {
        let (before, after) = ("before ".repeat(30), "after ".repeat(40));
        let long = format!("{before} Aru Bekova {after} Milo Drast");
        let article = Quotable::new(&long, Lexicon::builtin());
        let quotes = article.holding(&[forms(&["Aru Bekova", "Bekova"])]);
        let quote = quotes.concat();
        assert!(quote.starts_with("…before before"), "{quote}");
        assert!(
            quote.contains("Aru Bekova after") && quote.ends_with("after…"),
            "{quote}"
        );
        assert!(quote.chars().count() <= LONGEST, "{quote}");
        let quotes = article.holding(&[forms(&["Milo Drast"]), forms(&["Bekova"])]);
        assert_eq!(quotes.len(), 2, "{quotes:?}");
        assert!(quotes.concat().chars().count() <= LONGEST, "{quotes:?}");
        let unbroken = excerpt(&"ә".repeat(500), 100, LONGEST);
        assert!(unbroken.chars().count() <= LONGEST + 1, "{unbroken}");
    }

    #[test]
    fn the_sentence_with_most_names_is_taken_and_another_for_what_it_lacks() {
        let text =
            "Bekova spoke. Drast met Bekova in the House of Borduna. Nobody else did. Kim did not.";
        let article = Quotable::new(text, Lexicon::builtin());
        let names = ["Bekova", "Drast", "The House"].map(|name| forms(&[name]));
        assert_eq!(
            article.holding(&names),
            ["Drast met Bekova in the House of Borduna."]
        );
        let names = ["Kim", "Drast"].map(|name| forms(&[name]));
        assert_eq!(
            article.holding(&names),
            ["Drast met Bekova in the House of Borduna.", "Kim did not."]
        );
        assert_eq!(
            article.holding(&[forms(&[""]), forms(&["Lee"]), forms(&[])]),
            forms(&[])
        );
    }
}
