//! The graph as files for other programs and for people, one file a format.
//!
//! This module never asks the graph anything that it does not say by itself, and never changes it.

pub mod archive;
pub mod clusters;
pub mod dot;
pub mod graphviz;
pub mod json;
pub mod png;
pub mod svg;

use std::path::Path;

/// What an export leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExportOptions {
    /// Whether the words of the articles are passed on; without them evidence keeps its place in the text and its rule.
    pub quotes: bool,
}

impl Default for ExportOptions {
    /// With quotes.
    fn default() -> Self {
        Self { quotes: true }
    }
}

/// A format in which a graph can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Node-link JSON, which can be read back.
    Json,
    /// The language of Graphviz.
    Dot,
    /// A drawing.
    Svg,
    /// A picture.
    Png,
}

impl Format {
    /// Every format.
    pub const ALL: &'static [Self] = &[Self::Json, Self::Dot, Self::Svg, Self::Png];

    /// The word that stands for it on the command line; also the extension of its files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Dot => "dot",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// The format that a word stands for, in any case; `None` for any other word.
    ///
    /// ```
    /// use interparl::export::Format;
    /// assert_eq!(Format::from_word("SVG"), Some(Format::Svg));
    /// assert_eq!(Format::from_word("pdf"), None);
    /// ```
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let is_named = |format: &&Self| word.eq_ignore_ascii_case(format.as_str());
        Self::ALL.iter().find(is_named).copied()
    }

    /// The format of a file by its extension (`.gv` is DOT too); `None` where it has none or one that is not known.
    #[must_use]
    pub fn from_extension(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?;
        if extension.eq_ignore_ascii_case("gv") {
            return Some(Self::Dot);
        }
        Self::from_word(extension)
    }
}

impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_says_the_format() {
        for format in Format::ALL {
            let path = format!("some.dir/graph.{format}");
            assert_eq!(Format::from_extension(Path::new(&path)), Some(*format));
        }
        assert_eq!(
            Format::from_extension(Path::new("graph.GV")),
            Some(Format::Dot)
        );
        assert_eq!(Format::from_extension(Path::new("some.json/graph")), None);
    }
}
