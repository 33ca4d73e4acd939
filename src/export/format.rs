//! The formats by name: their words, the endings of their files, what they are for.

use std::path::Path;

/// A format in which a graph can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Node-link JSON, as networkx reads it; nothing is lost.
    Json,
    /// The language of Graphviz.
    Dot,
    /// A picture for pages, with the evidence behind its nodes and edges.
    Svg,
    /// A picture of pixels.
    Png,
    /// `GraphML`, for networkx, igraph, yEd and Gephi.
    GraphMl,
    /// GEXF 1.3 with times, for the timeline of Gephi.
    Gexf,
    /// A folder of tables for spreadsheets and data frames.
    Csv,
    /// A folder of tables for neo4j-admin import.
    Neo4j,
    /// A script of MERGE statements for Neo4j, Memgraph and others.
    Cypher,
    /// RDF: Turtle.
    Turtle,
    /// RDF: N-Triples.
    NTriples,
    /// RDF: JSON-LD.
    JsonLd,
    /// Popolo JSON: persons, organizations, memberships, events.
    Popolo,
    /// `FollowTheMoney` entities, one a line, for Aleph.
    FollowTheMoney,
    /// JSON for Cytoscape and cytoscape.js.
    Cytoscape,
    /// A Mermaid flowchart of the sixty most telling nodes.
    Mermaid,
    /// Tables with footnotes, for people to read.
    Markdown,
}

impl Format {
    /// Every format.
    pub const ALL: &'static [Self] = &[
        Self::Json,
        Self::Dot,
        Self::Svg,
        Self::Png,
        Self::GraphMl,
        Self::Gexf,
        Self::Csv,
        Self::Neo4j,
        Self::Cypher,
        Self::Turtle,
        Self::NTriples,
        Self::JsonLd,
        Self::Popolo,
        Self::FollowTheMoney,
        Self::Cytoscape,
        Self::Mermaid,
        Self::Markdown,
    ];

    /// The word that stands for it on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.row().0
    }

    /// The ending of its files, without the dot; empty where only its word tells it.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        self.row().1
    }

    /// What it is, in a few words.
    #[must_use]
    pub const fn description(self) -> &'static str {
        self.told()
    }

    /// Whether it is a folder of several files.
    #[must_use]
    pub const fn is_folder(self) -> bool {
        matches!(self, Self::Csv | Self::Neo4j)
    }

    /// Its word and the ending of its files.
    const fn row(self) -> (&'static str, &'static str) {
        match self {
            Self::Json => ("json", "json"),
            Self::Dot => ("dot", "dot"),
            Self::Svg => ("svg", "svg"),
            Self::Png => ("png", "png"),
            Self::GraphMl => ("graphml", "graphml"),
            Self::Gexf => ("gexf", "gexf"),
            Self::Csv => ("csv", "csv"),
            Self::Neo4j => ("neo4j", ""),
            Self::Cypher => ("cypher", "cypher"),
            Self::Turtle => ("turtle", "ttl"),
            Self::NTriples => ("ntriples", "nt"),
            Self::JsonLd => ("jsonld", "jsonld"),
            Self::Popolo => ("popolo", ""),
            Self::FollowTheMoney => ("ftm", "ftm"),
            Self::Cytoscape => ("cytoscape", "cyjs"),
            Self::Mermaid => ("mermaid", "mmd"),
            Self::Markdown => ("markdown", "md"),
        }
    }

    const fn told(self) -> &'static str {
        match self {
            Self::Json => "Node-link JSON, as networkx reads it; nothing is lost",
            Self::Dot => "The language of Graphviz",
            Self::Svg => "A picture for pages, with the evidence behind its nodes and edges",
            Self::Png => "A picture of pixels",
            Self::GraphMl => "GraphML, for networkx, igraph, yEd and Gephi",
            Self::Gexf => "GEXF 1.3 with times, for the timeline of Gephi",
            Self::Csv => "A folder of tables for spreadsheets and data frames",
            Self::Neo4j => "A folder of tables for neo4j-admin import",
            Self::Cypher => "A script of MERGE statements for Neo4j, Memgraph and others",
            Self::Turtle => "RDF: Turtle",
            Self::NTriples => "RDF: N-Triples",
            Self::JsonLd => "RDF: JSON-LD",
            Self::Popolo => "Popolo JSON: persons, organizations, memberships, events",
            Self::FollowTheMoney => "FollowTheMoney entities, one a line, for Aleph",
            Self::Cytoscape => "JSON for Cytoscape and cytoscape.js",
            Self::Mermaid => "A Mermaid flowchart of the sixty most telling nodes",
            Self::Markdown => "Tables with footnotes, for people to read",
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

    /// The format of a file by its extension (`.gv` is DOT too, `.cql` Cypher); `None` where it has none or one that is not
    /// known.
    #[must_use]
    pub fn from_extension(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "" => None,
            "gv" => Some(Self::Dot),
            "cql" => Some(Self::Cypher),
            "markdown" => Some(Self::Markdown),
            other => Self::ALL.iter().find(|f| f.extension() == other).copied(),
        }
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
    fn the_extension_says_the_format_and_words_are_different() {
        for (index, format) in Format::ALL.iter().enumerate() {
            assert_eq!(Format::from_word(format.as_str()), Some(*format));
            assert_eq!(
                Format::ALL
                    .iter()
                    .position(|f| f.as_str() == format.as_str()),
                Some(index)
            );
            let path = format!("some.dir/graph.{}", format.extension());
            let found = Format::from_extension(Path::new(&path));
            assert_eq!(found, Some(*format).filter(|f| !f.extension().is_empty()));
        }
        assert_eq!(
            Format::from_extension(Path::new("graph.GV")),
            Some(Format::Dot)
        );
        assert_eq!(Format::from_extension(Path::new("some.json/graph")), None);
    }
}
