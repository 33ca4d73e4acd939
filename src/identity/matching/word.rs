//! A name as words, each with its sounds and its part in the name.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

use super::korean;
use super::letters::LETTERS;
use super::pieces::{given_first, is_initial, pieces, run_of_initials, written_in_one};
use super::roles::{Given, Roles};
use super::script::{Script, Vowels};
use super::short::{self, Forms};
use super::sound::Segment;
use super::tonal::{self, Tongue};
use super::vowel;

/// More words than this has no name of a person; what follows is not compared.
const MOST_WORDS: usize = 8;

/// Letters of a word that are compared; no name of a person comes near.
const MOST_LETTERS: usize = 40;

/// What a word is in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// A given name, a surname, or a part of one.
    Name,
    /// A first letter.
    Initial,
    /// Named after the father; many texts leave it out.
    Patronymic,
    /// A form of address or a particle, which texts write or not, and which may be a name elsewhere.
    Optional,
    /// An article or preposition, which never is a name.
    Article,
    /// A word of the name of a body.
    Plain,
}

/// A word of a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) segments: Vec<Segment>,
    pub(super) script: Script,
    pub(super) vowels: Vowels,
    pub(super) role: Role,
    /// Whether it is a syllable that is written in one sign.
    pub(super) syllable: bool,
    /// Whether a hyphen ties it to the word before.
    pub(super) tied: bool,
    /// What the table of given names says of it.
    pub(super) given: Given,
    /// Of which given names it is the full or a short form.
    pub(super) forms: Forms,
    /// In which rows of the table of spellings it stands.
    pub(super) rows: &'static [u16],
}

impl Word {
    /// Whether it is the bearer's own: no form of address, no article.
    pub(super) const fn is_own(&self) -> bool {
        !matches!(self.role, Role::Optional | Role::Article)
    }

    /// Whether it is a form of address that is left of the name's own words.
    pub(super) fn is_address(&self) -> bool {
        !self.is_own() && word_of("address", &self.text).is_some()
    }

    /// Whether it is a particle that nobody leaves out of a surname: the "van" of "van Dijk", but not the "de" of "de Souza".
    pub(super) fn is_kept(&self) -> bool {
        !self.is_own() && word_of("kept", &self.text).is_some()
    }
}

/// A name of a person, ready to be compared.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    pub(super) words: Vec<Word>,
    /// Which bearer of the name in a family: 2 for "Jr." and "II".
    pub(super) generation: Option<u8>,
    /// The ways to read it as a Korean name.
    pub(super) korean: Vec<korean::Reading>,
    /// Of which language it is, of those that write each syllable in one way.
    pub(super) tongue: Option<Tongue>,
}

/// The words with a part of their own, by class and word.
static WORDS: LazyLock<BTreeMap<(&str, &str), u8>> = LazyLock::new(|| {
    let rows = super::table::cells(include_str!("data/words.tsv"));
    let rows = rows.unwrap_or_default().into_iter();
    rows.map(|(_, [class, word, value])| ((class, word), value.parse().unwrap_or_default()))
        .collect()
});

/// The endings of words that tell the father's name.
static PATRONYMICS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let endings = WORDS.keys().filter(|(class, _)| *class == "patronymic");
    endings.map(|(_, ending)| *ending).collect()
});

pub(super) fn word_of(class: &'static str, word: &str) -> Option<u8> {
    WORDS.get(&(class, word)).copied()
}

/// Whether a word in small letters is an article or preposition that begins surnames and is no name by itself ("van", but not "Le" or "Ben").
pub(in crate::identity) fn leads_a_surname(lower: &str) -> bool {
    word_of("article", lower) == Some(1)
}

impl Name {
    /// Whether a form of address (`address`) or a word inside of the name (`middle`) tells it as that of a man (1) or of a woman (2); `None` where
    /// none does, or both.
    pub(super) fn told_as(&self, class: &'static str) -> Option<u8> {
        let words = self.words.iter().filter(|w| !w.is_own());
        let mut told = words.filter_map(|w| word_of(class, &w.text));
        let first = told.next()?;
        told.all(|next| next == first).then_some(first)
    }

    /// Takes a name apart. Never fails: what has no letters has no words.
    pub(super) fn read(written: &str, roles: Roles<'_>) -> Self {
        let written = roles.without_office(written);
        let turned = given_first(written, |word| word_of("generation", word).is_some());
        let pieces = pieces(turned.as_deref().unwrap_or(written));
        let mut name = Self::default();
        let whole = written_in_one(&pieces);
        let mut joined = String::new();
        for (place, piece) in pieces.iter().enumerate() {
            if name.words.len() >= MOST_WORDS {
                break;
            }
            let Some(script) = piece.text.chars().find_map(Script::of) else {
                continue;
            };
            let lower: String = piece.text.to_lowercase().nfc().take(MOST_LETTERS).collect();
            if place > 0
                && let Some(generation) = word_of("generation", &lower)
                && (piece.dotted || !is_roman(&lower) || piece.text != lower)
            {
                name.generation = Some(generation);
                continue;
            }
            if word_of("compound", &lower).is_some() && place + 1 < pieces.len() {
                joined.push_str(&lower);
                continue;
            }
            if let Some(syllables) = whole {
                name.push_syllables(&piece.text, syllables);
                continue;
            }
            if place == 0 && run_of_initials(&pieces) && !roles.is_optional(&lower) {
                for letter in lower.chars() {
                    name.push(letter.encode_utf8(&mut [0; 4]), script, true, roles);
                }
                continue;
            }
            let ends = place == 0 || place + 1 == pieces.len();
            // "Mr." has two letters and a full stop as "Yu." has.
            let initial = is_initial(piece, script, ends)
                && joined.is_empty()
                && (lower.chars().count() < 2 || !roles.is_optional(&lower));
            let lower = std::mem::take(&mut joined) + bare(&lower, script);
            let before = name.words.len();
            name.push(&lower, script, initial, roles);
            let tied = place.checked_sub(1).and_then(|p| pieces.get(p));
            if let Some(word) = name.words.get_mut(before) {
                word.tied = tied.is_some_and(|p| p.hyphened);
            }
        }
        name.settle_roles(roles);
        Self::of(name.words, name.generation)
    }

    /// A name of such words, with what can be told of the language of all together.
    pub(super) fn of(mut words: Vec<Word>, generation: Option<u8>) -> Self {
        let tongue = tonal::tongue(&words);
        // "Nguyen Hoang An": no article there.
        for word in words
            .iter_mut()
            .filter(|word| tongue.is_some() && word.text == "an")
        {
            word.role = Role::Name;
        }
        Self {
            korean: korean::readings(&words),
            tongue,
            words,
            generation,
        }
    }

    /// Words that have no part of their own, such as those of the name of a body.
    pub(super) fn of_plain_words(words: &[String]) -> Self {
        let mut name = Self::default();
        for word in words.iter().take(MOST_WORDS) {
            let Some(script) = word.chars().find_map(Script::of) else {
                continue;
            };
            let text: String = word.nfc().take(MOST_LETTERS).collect();
            let segments = LETTERS.spell(&text, script);
            if !segments.is_empty() {
                name.words.push(Word {
                    text,
                    segments,
                    script,
                    vowels: script.vowels(),
                    role: Role::Plain,
                    syllable: false,
                    tied: false,
                    given: Given::default(),
                    forms: &[],
                    rows: &[],
                });
            }
        }
        name
    }

    fn push(&mut self, lower: &str, script: Script, initial: bool, roles: Roles<'_>) {
        let script = if script == Script::Han {
            Script::HanForeign
        } else {
            script
        };
        let role = if initial {
            Role::Initial
        } else if word_of("filiation", lower).is_some() && !self.words.is_empty() {
            if self.words.len() > 2
                && let Some(father) = self.words.last_mut()
            {
                father.role = Role::Patronymic;
            }
            Role::Optional
        } else if word_of("article", lower).is_some() {
            Role::Article
        } else if word_of("compound", lower).is_none()
            && !self.is_behind_article()
            && roles.is_optional(lower)
        {
            Role::Optional
        } else if is_patronymic(lower) {
            Role::Patronymic
        } else {
            Role::Name
        };
        let segments = LETTERS.spell(lower, script);
        if !segments.is_empty() {
            self.words.push(Word {
                text: lower.to_owned(),
                segments,
                script,
                vowels: script.vowels(),
                role,
                syllable: false,
                tied: false,
                given: roles.given(lower),
                forms: short::forms(lower),
                rows: vowel::rows(lower),
            });
        }
    }

    /// "Talal Al-Sheikh": whether an article stands last behind a name, so that a form of address behind it is a surname.
    fn is_behind_article(&self) -> bool {
        let last = self.words.last();
        self.words.len() > 1 && last.is_some_and(|word| word.role == Role::Article)
    }

    fn push_syllables(&mut self, piece: &str, script: Script) {
        for c in piece.chars() {
            let segments = LETTERS.spell(c.encode_utf8(&mut [0; 4]), script);
            if !segments.is_empty() {
                self.words.push(Word {
                    text: c.to_string(),
                    segments,
                    script,
                    vowels: Vowels::Full,
                    role: Role::Name,
                    syllable: true,
                    tied: false,
                    given: Given::default(),
                    forms: &[],
                    rows: &[],
                });
            }
        }
    }

    /// A name needs words of its own: where all but one are particles and patronymics, those are names after all.
    fn settle_roles(&mut self, roles: Roles<'_>) {
        let names = |words: &[Word], role: Role| words.iter().filter(|w| w.role == role).count();
        for role in [Role::Patronymic, Role::Optional] {
            if names(&self.words, Role::Name) + names(&self.words, Role::Initial) < 2 {
                for word in &mut self.words {
                    if word.role == role
                        && (role == Role::Patronymic || roles.is_given_name(&word.text))
                    {
                        word.role = Role::Name;
                    }
                }
            }
        }
        // "Zai Beg": where every word may be a particle or a form of address, the last one is what is addressed.
        let own = names(&self.words, Role::Name) + names(&self.words, Role::Initial);
        if own == 0
            && let [_, .., last] = self.words.as_mut_slice()
            && last.role == Role::Optional
        {
            last.role = Role::Name;
        }
        if names(&self.words, Role::Name) + names(&self.words, Role::Optional) == 0 {
            for word in &mut self.words {
                word.role = Role::Name;
            }
        }
    }
}

fn is_roman(lower: &str) -> bool {
    lower.chars().all(|c| matches!(c, 'i' | 'v'))
}

fn is_patronymic(lower: &str) -> bool {
    /// Shorter words end so by chance.
    const SHORTEST: usize = 6;
    lower.chars().count() >= SHORTEST && PATRONYMICS.iter().any(|ending| lower.ends_with(ending))
}

/// A word without the article that its script writes in one with it.
fn bare(lower: &str, script: Script) -> &str {
    /// Letters that must be left for the beginning to be an article.
    const LEFT: usize = 3;
    let rest = match script {
        Script::Arabic => lower.strip_prefix("ال"),
        _ => None,
    };
    rest.filter(|rest| rest.chars().count() >= LEFT)
        .unwrap_or(lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn read(written: &str) -> Vec<(String, Role)> {
        let name = Name::read(written, Roles(Lexicon::builtin()));
        name.words.into_iter().map(|w| (w.text, w.role)).collect()
    }

    fn roles(written: &str) -> Vec<Role> {
        read(written).into_iter().map(|(_, role)| role).collect()
    }

    #[test]
    fn words_get_their_parts() {
        use Role::{Article, Initial, Name, Optional, Patronymic};
        assert_eq!(roles("Pavel Andreyevich Gorin"), [Name, Patronymic, Name]);
        assert_eq!(roles("Н. А. Горин"), [Initial, Initial, Name]);
        assert_eq!(roles("Karim al-Mansouri"), [Name, Article, Name]);
        assert_eq!(roles("Sir Harold Winslow"), [Optional, Name, Name]);
        assert_eq!(roles("Yu. Gorin"), [Initial, Name]);
        assert_eq!(roles("U Thura Min"), [Optional, Name, Name]);
        assert_eq!(roles("刘康明"), [Name, Name, Name]);
    }

    #[test]
    fn a_generation_is_no_word() {
        let generation = |written| Name::read(written, Roles(Lexicon::builtin())).generation;
        assert_eq!(generation("Harold Winslow Jr."), Some(2));
        assert_eq!(generation("Harold Winslow III"), Some(3));
        assert_eq!(generation("Harold Winslow"), None);
        assert_eq!(read("Harold Winslow Jr.").len(), 2);
    }

    #[test]
    fn what_is_joined_and_what_is_not() {
        let texts =
            |written| -> Vec<String> { read(written).into_iter().map(|(text, _)| text).collect() };
        assert_eq!(texts("Abdul Rahim Noori"), ["abdulrahim", "noori"]);
        assert_eq!(texts("O’Dalaigh, Sean"), ["sean", "odalaigh"]);
        assert_eq!(texts("鲁斯塔姆·纳济罗夫"), ["鲁斯塔姆", "纳济罗夫"]);
        assert_eq!(texts("محمد المنصور"), ["محمد", "منصور"]);
        assert_eq!(texts(&"ab ".repeat(100)).len(), MOST_WORDS);
    }
}
