//! Which script a word is written in, and what that means for its vowels.

/// A script, as far as its spelling of names differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    Greek,
    Georgian,
    Armenian,
    Arabic,
    Hebrew,
    Indic,
    Hangul,
    Kana,
    /// Chinese characters of a Chinese, Korean or Vietnamese name, one a syllable.
    Han,
    /// Chinese characters that write a foreign name by its sound.
    HanForeign,
    /// A script without a table of its own (Thai, Khmer, Ethiopic and others), read by its Latin form.
    Other,
}

/// How a script treats vowels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Vowels {
    /// All are written.
    Full,
    /// Short ones are left out.
    Sparse,
    /// Some are put in that nobody speaks, between consonants that the script cannot write side by side.
    PutIn,
}

impl Script {
    /// The script of a letter; `None` for what is no letter of a known one.
    pub(super) fn of(c: char) -> Option<Self> {
        Some(match c {
            'a'..='z'
            | 'A'..='Z'
            | '\u{aa}'..='\u{24f}'
            | '\u{1e00}'..='\u{1eff}'
            | '\u{250}'..='\u{2af}' => Self::Latin,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Self::Greek,
            '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' => Self::Cyrillic,
            '\u{530}'..='\u{58f}' | '\u{fb13}'..='\u{fb17}' => Self::Armenian,
            '\u{590}'..='\u{5ff}' => Self::Hebrew,
            '\u{600}'..='\u{6ff}'
            | '\u{750}'..='\u{77f}'
            | '\u{fb50}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefc}' => Self::Arabic,
            '\u{900}'..='\u{dff}' => Self::Indic,
            '\u{10a0}'..='\u{10ff}' | '\u{1c90}'..='\u{1cbf}' => Self::Georgian,
            '\u{3040}'..='\u{30ff}' => Self::Kana,
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2fa1f}' => {
                Self::Han
            }
            '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}' => Self::Hangul,
            // Syriac and Thaana, Thai to Burmese, Ethiopic, Khmer and Mongolian.
            '\u{700}'..='\u{74f}'
            | '\u{780}'..='\u{7bf}'
            | '\u{e00}'..='\u{109f}'
            | '\u{1200}'..='\u{139f}'
            | '\u{1780}'..='\u{18af}' => Self::Other,
            _ => return None,
        })
    }

    /// The script by its word in the table.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "latin" => Self::Latin,
            "cyrillic" => Self::Cyrillic,
            "greek" => Self::Greek,
            "georgian" => Self::Georgian,
            "armenian" => Self::Armenian,
            "arabic" => Self::Arabic,
            "hebrew" => Self::Hebrew,
            "indic" => Self::Indic,
            "hangul" => Self::Hangul,
            "kana" => Self::Kana,
            "han" => Self::Han,
            "han-foreign" => Self::HanForeign,
            _ => return None,
        })
    }

    pub(super) const fn vowels(self) -> Vowels {
        match self {
            Self::Arabic | Self::Hebrew | Self::Indic | Self::Other => Vowels::Sparse,
            Self::HanForeign | Self::Kana => Vowels::PutIn,
            _ => Vowels::Full,
        }
    }
}
