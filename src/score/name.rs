//! Names as the measure compares them: without case, diacritics, punctuation and forms of address.
//!
//! This is not the folding of `text`, which serves finding and may change: the measure is to stay what it was, and to
//! be the same as that of `tests/gold/score.py`, down to how Python folds case and tells letters from signs.

use std::collections::BTreeSet;

use unicase::UniCase;
use unicode_general_category::{GeneralCategory, get_general_category};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::canonical_combining_class;

/// Forms of address before a name, as words.
const HONORIFICS: &str = "\
    mr mrs ms miss mx dr prof professor sir dame lord lady hon honourable honorable excellency m \
    herr frau mme mlle monsieur madame senor senora sr sra signor signora don dona bay bayan sayin \
    pan pani г н господин госпожа жа пан пани";

/// Forms of address of several words; one of them is taken off, and before the others.
const ADDRESSES: &[&str] = &[
    "his excellency ",
    "her excellency ",
    "h e ",
    "rt hon ",
    "right honourable ",
    "right honorable ",
];

/// The words of a name without case, diacritics and punctuation; apostrophes join.
///
/// ```
/// use interparl::score::name_words;
/// assert_eq!(name_words("GROẞE d’Łódź-Ι\u{307}"), ["grosse", "dlodz", "ι"]);
/// ```
#[must_use]
pub fn name_words(text: &str) -> Vec<String> {
    let folded = UniCase::unicode(text).to_folded_case();
    let mut words = vec![String::new()];
    for c in folded.nfkd() {
        // Python drops what combines with the letter before, which not every mark does.
        if canonical_combining_class(c) != 0 || is_apostrophe(c) {
            continue;
        }
        let Some(word) = words.last_mut() else { break };
        match c {
            'ı' => word.push('i'),
            'ł' => word.push('l'),
            'ø' => word.push('o'),
            'đ' | 'ð' => word.push('d'),
            'æ' => word.push_str("ae"),
            'œ' => word.push_str("oe"),
            'þ' => word.push_str("th"),
            _ if is_of_word(c) => word.push(c),
            _ => words.push(String::new()),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '´')
}

/// What `\w` is in Python: letters, numbers of any sort, and the low line.
fn is_of_word(c: char) -> bool {
    use GeneralCategory as Category;
    c == '_'
        || matches!(
            get_general_category(c),
            Category::UppercaseLetter
                | Category::LowercaseLetter
                | Category::TitlecaseLetter
                | Category::ModifierLetter
                | Category::OtherLetter
                | Category::DecimalNumber
                | Category::LetterNumber
                | Category::OtherNumber
        )
}

/// A person's name for comparison: without courtesy titles in front.
pub(super) fn person_key(name: &str) -> String {
    let joined = name_words(name).join(" ");
    let bare = ADDRESSES.iter().find_map(|a| joined.strip_prefix(a));
    let mut words: Vec<&str> = bare.unwrap_or(&joined).split_whitespace().collect();
    let titles = words
        .iter()
        .take_while(|w| HONORIFICS.split(' ').any(|title| title == **w))
        .count();
    // A title alone is the name.
    words.drain(..titles.min(words.len().saturating_sub(1)));
    words.join(" ")
}

/// A body's name for comparison: without "the".
pub(super) fn body_key(name: &str) -> String {
    let mut words = name_words(name);
    words.retain(|word| word != "the");
    words.join(" ")
}

/// A place for comparison: "Kuwait City" is "Kuwait".
pub(super) fn place_key(name: &str) -> String {
    let mut words = name_words(name);
    if words.len() > 1 && words.last().is_some_and(|word| word == "city") {
        words.pop();
    }
    words.join(" ")
}

/// The forms of a name that count: the name itself, and those that others use for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Forms {
    pub(super) names: BTreeSet<String>,
    pub(super) others: BTreeSet<String>,
}

impl Forms {
    /// The forms of an annotated person: the name, also as romanised, and those aliases that have the surname. The
    /// surname is the last word of the name, or what the article uses alone.
    pub(super) fn of_person(name: &str, latin: Option<&str>, aliases: &[String]) -> Self {
        let given = [Some(name), latin].into_iter().flatten();
        let names: BTreeSet<String> = given.filter(|n| !n.is_empty()).map(person_key).collect();
        let aliases: BTreeSet<String> = aliases.iter().map(|a| person_key(a)).collect();
        let words: BTreeSet<&str> = names.iter().flat_map(|n| n.split(' ')).collect();
        let last = names.iter().filter_map(|n| n.rsplit(' ').next());
        let alone = aliases.iter().map(String::as_str);
        let surnames: BTreeSet<&str> = last
            .filter(|word| !word.is_empty())
            .chain(alone.filter(|alias| !alias.is_empty() && words.contains(alias)))
            .collect();
        let has_surname = |alias: &&String| alias.split(' ').any(|word| surnames.contains(word));
        let others = aliases.iter().filter(has_surname).cloned().collect();
        Self { names, others }
    }

    /// The forms of a body: its name, and its aliases with those forms that other languages have.
    pub(super) fn of_body(
        name: &str,
        latin: Option<&str>,
        en: Option<&str>,
        aliases: &[String],
    ) -> Self {
        let others = aliases.iter().map(String::as_str).chain(latin).chain(en);
        Self {
            names: BTreeSet::from([body_key(name)]),
            others: others.filter(|n| !n.is_empty()).map(body_key).collect(),
        }
    }

    /// All forms.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.names.iter().chain(&self.others).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_fold_as_in_python() {
        for (name, words) in [
            ("Straße", &["strasse"][..]),
            ("STRASSE", &["strasse"]),
            ("ΟΔΥΣΣΕΎΣ ς", &["οδυσσευσ", "σ"]),
            ("İstanbul Iğdır", &["istanbul", "igdir"]),
            ("ŉŀǰſ", &["nl", "js"]),
            ("Ærø Œuvre Þór Đặng", &["aero", "oeuvre", "thor", "dang"]),
            ("Ё й Ї", &["е", "и", "і"]),
            ("O'Brien O’Brien Oʻzbek", &["obrien", "obrien", "ozbek"]),
            ("ﬁne ①Ⅳ", &["fine", "1iv"]),
            ("Núñez-Ortega, J.", &["nunez", "ortega", "j"]),
            // A vowel sign that takes room of its own parts a word, as odd as that is.
            ("कि", &["क"]),
            ("🅐 a_b", &["a_b"]),
            ("", &[]),
        ] {
            assert_eq!(name_words(name), words, "{name}");
        }
    }

    #[test]
    fn titles_do_not_count() {
        for (name, key) in [
            ("H.E. Mr. José Núñez", "jose nunez"),
            ("Right Honorable Dame Ann", "ann"),
            ("Rt. Hon. His Excellency X", "his excellency x"),
            ("Dr. Prof", "prof"),
            ("Г-н Иванов", "иванов"),
            ("", ""),
        ] {
            assert_eq!(person_key(name), key, "{name}");
        }
        assert_eq!(body_key("The House of the People"), "house of people");
        assert_eq!(place_key("Kuwait City"), "kuwait");
        assert_eq!(place_key("City"), "city");
    }

    #[test]
    fn an_alias_counts_where_it_has_the_surname() {
        let aliases = ["Zhao", "the Chair", "Mr Leji Zhao"].map(str::to_owned);
        let forms = Forms::of_person("Zhao Leji", None, &aliases);
        assert_eq!(
            forms.others,
            ["leji zhao", "zhao"].map(str::to_owned).into()
        );
    }
}
