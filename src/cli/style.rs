//! How graphs and pictures are written: with or without words, in which colours, how much of them.

use interparl::diagram::{self, DiagramOptions};
use interparl::export::ExportOptions;

use super::options::{Engine, PictureArgs, Theme};

/// How a graph is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct GraphStyle {
    /// Whether the articles' words are written.
    pub(crate) quotes: bool,
    /// What lays pictures out.
    pub(crate) engine: Engine,
    /// The colours of pictures.
    pub(crate) theme: Theme,
    /// How many nodes are drawn at most.
    pub(crate) max_nodes: Option<usize>,
}

impl GraphStyle {
    /// The style that the arguments ask for.
    pub(crate) fn of(no_quotes: bool, picture: &PictureArgs) -> Self {
        Self {
            quotes: !no_quotes,
            engine: picture.engine,
            theme: picture.theme,
            max_nodes: picture.max_nodes.and_then(|n| usize::try_from(n).ok()),
        }
    }

    /// The style of plain JSON, with the words.
    pub(crate) const fn json() -> Self {
        Self {
            quotes: true,
            engine: Engine::Builtin,
            theme: Theme::Light,
            max_nodes: None,
        }
    }

    /// The style of a picture in some colours.
    pub(crate) const fn coloured(theme: Theme) -> Self {
        Self {
            theme,
            ..Self::json()
        }
    }

    /// How text is written.
    pub(crate) const fn export(&self) -> ExportOptions {
        ExportOptions {
            quotes: self.quotes,
        }
    }

    /// How pictures are drawn.
    pub(crate) fn diagram(&self) -> DiagramOptions {
        let usual = DiagramOptions::default();
        DiagramOptions {
            max_nodes: self.max_nodes.unwrap_or(usual.max_nodes),
            theme: match self.theme {
                Theme::Light => diagram::Theme::Light,
                Theme::Dark => diagram::Theme::Dark,
                Theme::Print => diagram::Theme::Print,
            },
            quotes: self.quotes,
            ..usual
        }
    }
}
