//! Values as bytes and back: a record on disk is written and read in one go, much more quickly than as text.
//!
//! Every value begins with a byte that says of what sort it is, so that it can be read without knowing its type. The fields of a
//! structure have numbers in the place of names; a field that is left out leaves nothing. Such bytes are for the program that wrote
//! them: where a type changes, they are others.

mod read;
mod write;

use std::io;

use serde::Serialize;
use serde::de::DeserializeOwned;

use self::read::Reader;
use self::write::Writer;

/// Sorts of values.
mod sort {
    pub(super) const NONE: u8 = 0;
    pub(super) const FALSE: u8 = 1;
    pub(super) const TRUE: u8 = 2;
    /// A number of up to ten bytes of seven bits each follows, the least first.
    pub(super) const NUMBER: u8 = 3;
    /// The same, of one less than what a negative number lacks to 0.
    pub(super) const NEGATIVE: u8 = 4;
    /// Eight bytes follow.
    pub(super) const FLOAT: u8 = 5;
    /// The length follows, then the bytes.
    pub(super) const TEXT: u8 = 6;
    pub(super) const BYTES: u8 = 7;
    /// Values follow, then [`END`].
    pub(super) const ROW: u8 = 8;
    /// Keys with their values follow, then [`END`].
    pub(super) const MAP: u8 = 9;
    /// Numbers of fields with their values follow, then [`END`].
    pub(super) const FIELDS: u8 = 10;
    /// The number of a variant follows, and what it holds: nothing, a value, or what follows a row or fields.
    pub(super) const UNIT: u8 = 11;
    pub(super) const WITH_VALUE: u8 = 12;
    pub(super) const WITH_ROW: u8 = 13;
    pub(super) const WITH_FIELDS: u8 = 14;
    /// From here on the sort is a small number by itself.
    pub(super) const SMALL: u8 = 64;
    /// From here on, up to the next one, it is the length of a text.
    pub(super) const SHORT: u8 = 192;
    pub(super) const LONGEST: u8 = 254;
    /// Behind the last value of several.
    pub(super) const END: u8 = 255;
}

/// A value as bytes.
///
/// # Errors
/// Where a number has more than 64 bits, and where the value says that it cannot be written.
///
/// ```
/// use interparl::runs::{parse, render};
/// let auk = ("auk".to_owned(), Some(-7), vec![true, false]);
/// let bytes = render(&auk)?;
/// assert_eq!(bytes.len(), 12);
/// let back: (String, Option<i32>, Vec<bool>) = parse(&bytes)?;
/// assert_eq!(back, auk);
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn render(what: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut writer = Writer::default();
    what.serialize(&mut writer).map_err(io::Error::other)?;
    Ok(writer.into_bytes())
}

/// A value back from its bytes.
///
/// # Errors
/// Where they are not those of a value of the type.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> io::Result<T> {
    let mut reader = Reader::of(bytes);
    let value = T::deserialize(&mut reader).map_err(io::Error::other)?;
    if reader.is_at_end() {
        Ok(value)
    } else {
        Err(io::ErrorKind::InvalidData.into())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Bird {
        name: String,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        wings: Option<i64>,
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        songs: Vec<Song>,
        weight: f64,
        nest: (u8, char),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    enum Song {
        None,
        Of(u64),
        Row(bool, String),
        Told {
            #[serde(skip_serializing_if = "std::ops::Not::not", default)]
            loud: bool,
            heard: Vec<Result<i8, String>>,
            more: BTreeMap<String, serde_json::Value>,
        },
    }

    fn song() -> impl Strategy<Value = Song> {
        let heard = prop::collection::vec(
            prop_oneof![any::<i8>().prop_map(Ok), ".{0,80}".prop_map(Err)],
            0..3,
        );
        let more = prop_oneof![
            Just(serde_json::Value::Null),
            any::<i64>().prop_map(Into::into),
            (0.0..1.0).prop_map(|float: f64| serde_json::json!([float, { "a": ".." }])),
        ];
        prop_oneof![
            Just(Song::None),
            any::<u64>().prop_map(Song::Of),
            (any::<bool>(), ".{0,70}").prop_map(|(one, other)| Song::Row(one, other)),
            (
                any::<bool>(),
                heard,
                prop::collection::btree_map("[a-c]", more, 0..3)
            )
                .prop_map(|(loud, heard, more)| Song::Told { loud, heard, more }),
        ]
    }

    #[test]
    fn what_lies_too_deep_is_refused() {
        for depth in [150, 100_000] {
            let mut bytes = vec![sort::ROW; depth];
            bytes.extend(vec![sort::END; depth]);
            assert_eq!(parse::<serde_json::Value>(&bytes).is_ok(), depth < 200);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_written_is_read(
            (name, wings, weight, nest) in (".{0,70}", any::<Option<i64>>(), -1.0..1.0, any::<(u8, char)>()),
            songs in prop::collection::vec(song(), 0..4),
            cut in any::<prop::sample::Index>(),
        ) {
            let bird = Bird { name, wings, songs, weight, nest };
            let bytes = render(&(&bird, Some(&bird)))?;
            prop_assert_eq!(parse::<(Bird, Option<Bird>)>(&bytes)?, (bird.clone(), Some(bird)));
            let cut = cut.index(bytes.len());
            prop_assert!(parse::<(Bird, Option<Bird>)>(bytes.get(..cut).unwrap_or_default()).is_err());
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let _ = parse::<Bird>(&bytes);
            let _ = parse::<serde_json::Value>(&bytes);
        }
    }
}
