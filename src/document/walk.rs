//! The articles of a folder, in the order of names.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::decode::binary_kind;
use super::format::{InputFormat, extension};
use super::source::{Source, explain};
use super::{DocumentError, Place, Problem};

/// The files of a folder and its folders that are articles, one folder's names in their order, a folder at its place
/// among them. Links are followed, each folder is read once: a link to a folder above ends there.
///
/// Left out are hidden files and folders, files of an unknown ending (data, programs, pictures), XML that is no feed,
/// and files without an ending that are not text. Where a format is asked for, all files but hidden and binary ones
/// are taken. A folder without any article is an error, given last.
pub(super) struct Walk {
    root: PathBuf,
    /// What is still to be looked at, the next one last.
    pending: Vec<PathBuf>,
    read: BTreeSet<PathBuf>,
    takes_all: bool,
    found: bool,
    ended: bool,
}

/// The files of a folder and its folders that are articles, as [`super::articles()`] finds them, in the same order.
///
/// # Errors
/// The iterator gives an error for each folder that cannot be read, and a last one where it has found nothing.
///
/// ```
/// let folder = tempfile::tempdir()?;
/// std::fs::write(folder.path().join("talks.txt"), "The speakers met.")?;
/// let files: Result<Vec<_>, _> = interparl::document::article_files(folder.path()).collect();
/// assert_eq!(files?, [folder.path().join("talks.txt")]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn article_files(
    folder: &Path,
) -> impl Iterator<Item = Result<PathBuf, DocumentError>> + use<> {
    Walk::new(folder.to_owned(), false)
}

impl Walk {
    pub(super) fn new(root: PathBuf, takes_all: bool) -> Self {
        Self {
            pending: vec![root.clone()],
            root,
            read: BTreeSet::new(),
            takes_all,
            found: false,
            ended: false,
        }
    }

    /// Puts what is in a folder before everything else that is pending.
    fn enter(&mut self, folder: &Path) -> Result<(), DocumentError> {
        let failed =
            |error| DocumentError::new(Place::file(&folder.to_string_lossy()), explain(error));
        if !self.read.insert(fs::canonicalize(folder).map_err(failed)?) {
            return Ok(());
        }
        let mut inside: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            if !entry.file_name().to_string_lossy().starts_with('.') {
                inside.push(entry.path());
            }
        }
        inside.sort_unstable_by(|a, b| b.cmp(a));
        self.pending.append(&mut inside);
        Ok(())
    }

    fn is_article(&self, path: &Path) -> bool {
        let ending = extension(path);
        match ending.as_deref() {
            Some("xml") | None => looks_like_article(path, ending.is_some()),
            Some(_) if InputFormat::by_extension(path).is_some() => true,
            Some(_) => self.takes_all && looks_like_article(path, false),
        }
    }
}

impl Iterator for Walk {
    type Item = Result<PathBuf, DocumentError>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(path) = self.pending.pop() {
            // A link that leads nowhere is not there; a pipe would wait for ever.
            let Ok(kind) = fs::metadata(&path) else {
                continue;
            };
            if kind.is_dir() {
                if let Err(error) = self.enter(&path) {
                    self.found = true;
                    return Some(Err(error));
                }
            } else if kind.is_file() && self.is_article(&path) {
                self.found = true;
                return Some(Ok(path));
            }
        }
        if self.ended || self.found {
            return None;
        }
        self.ended = true;
        let place = Place::file(&self.root.to_string_lossy());
        Some(Err(DocumentError::new(place, Problem::NoArticles)))
    }
}

/// Whether the first bytes of a file are text, and where it has to be, a feed or a page. A file that cannot be opened
/// is taken, so that its reader says why.
fn looks_like_article(path: &Path, must_be_markup: bool) -> bool {
    let Ok(file) = File::open(path) else {
        return true;
    };
    let Ok(source) = Source::open(file, u64::MAX) else {
        return true;
    };
    if must_be_markup {
        matches!(
            sure_markup(&source.head),
            Some(InputFormat::Feed | InputFormat::Html)
        )
    } else {
        !source.head.is_empty() && binary_kind(&source.head).is_none()
    }
}

/// The format of XML that says what it is.
fn sure_markup(head: &[u8]) -> Option<InputFormat> {
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    ["<rss", "<feed", ":feed", "<rdf:rdf", "<html"]
        .iter()
        .any(|tag| text.contains(tag))
        .then(|| InputFormat::by_content(head))
}
