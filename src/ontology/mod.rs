//! The closed words of the field: kinds of nodes and edges, offices, meetings, and the codes of states.
//!
//! Everything that the graph can say is listed here, once, with the word that stands for it in JSON.
//! This module never reads text, never looks anything up and depends on no other module.

mod body;
mod code;
mod meeting;
mod office;
mod relation;

pub use body::{BodyForm, LifeEvent};
pub use code::StateCode;
pub use meeting::{MeetingDetail, MeetingKind, MeetingStatus, OutcomeKind};
pub use office::Office;
pub use relation::{EdgeKind, NodeKind};

/// Declares a closed set of words: an enum, its word in JSON and on the command line, and the way back.
macro_rules! words {
    ($(#[$outer:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$inner])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every value, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands for it in JSON, in tables and on the command line.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value that a word stands for, or `None` for a word outside of the set.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}
use words;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_leads_back_to_its_value() {
        for kind in NodeKind::ALL {
            assert_eq!(NodeKind::from_word(kind.as_str()), Some(*kind));
        }
        for office in Office::ALL {
            assert_eq!(Office::from_word(office.as_str()), Some(*office));
        }
        assert_eq!(EdgeKind::from_word("knows"), None);
    }

    #[test]
    fn a_word_in_json_is_the_word_on_the_command_line() {
        for kind in MeetingKind::ALL {
            let json = serde_json::to_string(kind).unwrap_or_default();
            assert_eq!(json, format!("\"{kind}\""));
        }
    }
}
