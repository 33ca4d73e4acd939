//! Names and values of RDF, and how they are spelled.

use std::fmt::Write as _;

/// The vocabularies with their prefixes, sorted by prefix.
pub(super) const PREFIXES: &[(&str, &str)] = &[
    ("dcterms", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("ip", "urn:interparl:vocabulary:"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("org", "http://www.w3.org/ns/org#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "https://schema.org/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("wd", "http://www.wikidata.org/entity/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The name of something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name {
    /// A word of a vocabulary: its prefix and the rest, which is made of letters, digits and `_`.
    Word(&'static str, String),
    /// Something of the graph: `urn:interparl:` and an id, percent-encoded.
    Own(String),
    /// An address that an article gives, percent-encoded where it must be.
    Address(String),
}

/// What a statement says of something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Term {
    /// Something with a name.
    Name(Name),
    /// Words.
    Text(String),
    /// A value with its type, a word of `xsd`.
    Typed(String, &'static str),
}

/// A word of a vocabulary.
pub(super) fn word(prefix: &'static str, name: &str) -> Name {
    Name::Word(prefix, name.to_owned())
}

/// Something of the graph.
pub(super) fn own(id: &str) -> Name {
    Name::Own(id.to_owned())
}

impl Name {
    /// The whole name, as it stands between angle brackets.
    pub(super) fn iri(&self) -> String {
        match self {
            Self::Word(prefix, name) => {
                let space = PREFIXES.iter().find(|(p, _)| p == prefix);
                format!("{}{}", space.map_or("", |(_, s)| *s), encoded(name))
            }
            Self::Own(id) => format!("urn:interparl:{}", encoded(id)),
            Self::Address(address) => encoded(address),
        }
    }

    /// The name with its prefix, where it has one.
    pub(super) fn short(&self) -> Option<String> {
        match self {
            Self::Word(prefix, name) => Some(format!("{prefix}:{}", encoded(name))),
            Self::Own(_) | Self::Address(_) => None,
        }
    }
}

/// The one way of words into a name: what a name may not hold, also what would end it, is percent-encoded.
fn encoded(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte);
        if plain {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The one way of words into a literal, in quotes.
pub(super) fn quoted(words: &str) -> String {
    let mut out = String::from("\"");
    for c in words.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_name_or_a_literal_before_its_end() {
        assert_eq!(
            own("person/a> <b\"\u{e9}").iri(),
            "urn:interparl:person/a%3E%20%3Cb%22%C3%A9"
        );
        assert_eq!(quoted("a\"b\\\n\u{1b}"), "\"a\\\"b\\\\\\n\\u001B\"");
        assert_eq!(word("org", "member").short().as_deref(), Some("org:member"));
    }
}
