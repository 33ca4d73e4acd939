//! The way from inputs to articles.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::fs::{self, File};
use std::io::{self, BufRead, Cursor, Read};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use super::decode::{binary_kind, decode};
use super::draft::Draft;
use super::feed::read_feed;
use super::format::InputFormat;
use super::html::read_html;
use super::json_lines::JsonLines;
use super::label::file_label;
use super::markdown::read_markdown;
use super::source::{Source, explain};
use super::walk::Walk;
use super::{Article, DocumentError, Place, Problem};

/// Where articles come from.
///
/// ```
/// use interparl::document::Input;
/// assert_eq!("-".parse(), Ok(Input::Stdin));
/// assert_eq!("news".parse(), Ok(Input::Path("news".into())));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file or a folder.
    Path(PathBuf),
    /// Standard input.
    Stdin,
}

impl From<PathBuf> for Input {
    /// A path; `-` is standard input.
    fn from(path: PathBuf) -> Self {
        if path.as_os_str() == "-" {
            Self::Stdin
        } else {
            Self::Path(path)
        }
    }
}

impl FromStr for Input {
    type Err = Infallible;

    fn from_str(word: &str) -> Result<Self, Infallible> {
        Ok(PathBuf::from(word).into())
    }
}

/// How inputs are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadOptions {
    /// The format of all inputs; `None` recognises each by its ending and its content.
    pub format: Option<InputFormat>,
    /// The most bytes of one article, of one line of JSON lines, of one whole feed. Files of JSON lines have no limit.
    pub max_bytes: u64,
    /// The most bytes that one gzip file may unpack to.
    pub max_unpacked: u64,
}

impl Default for ReadOptions {
    /// 64 MiB an article, 1 GiB a gzip file, all formats recognised.
    fn default() -> Self {
        Self {
            format: None,
            max_bytes: 64 << 20,
            max_unpacked: 1 << 30,
        }
    }
}

/// Reads articles from files, folders and standard input, in the order given.
///
/// Lazy: a file is opened when its turn comes, and JSON lines are read line by line. Folders are walked recursively in the
/// order of names; hidden files, files of unknown endings and binary files without one are left out of them, links
/// that lead back are followed once. A file of an unknown ending that is named itself is recognised by its content.
///
/// # Errors
/// The iterator gives an error for each file, line or entry that could not be read and goes on with the next: see
/// [`Problem`] for the conditions.
///
/// ```
/// use interparl::document::{ReadOptions, articles};
/// let mut found = articles(["no-such-file.txt".into()], &ReadOptions::default());
/// let error = found.next().expect("an item").expect_err("there is no such file");
/// assert_eq!(error.to_string(), "no-such-file.txt: there is no such file or folder");
/// assert!(found.next().is_none());
/// ```
pub fn articles(inputs: impl IntoIterator<Item = Input>, options: &ReadOptions) -> Articles {
    Articles {
        inputs: inputs.into_iter().collect(),
        options: *options,
        walk: None,
        open: None,
    }
}

/// Reads articles from any reader; `name` stands for the file in messages, in recognising the format and in labels.
///
/// # Errors
/// As [`articles`].
///
/// ```
/// use interparl::document::{ReadOptions, articles_from};
/// let text = "RIGA, 22 August 2016 – The speakers of eight parliaments met.";
/// let articles: Result<Vec<_>, _> =
///     articles_from(text.as_bytes(), "riga.txt", &ReadOptions::default()).collect();
/// let article = &articles?[0];
/// assert_eq!(article.label, "riga");
/// assert_eq!(article.text, text);
/// assert_eq!(article.date.map(|d| d.to_string()).as_deref(), Some("2016-08-22"));
/// # Ok::<(), interparl::document::DocumentError>(())
/// ```
pub fn articles_from(
    reader: impl Read + Send + 'static,
    name: &str,
    options: &ReadOptions,
) -> Articles {
    let label = file_label(Path::new(name));
    Articles {
        inputs: VecDeque::new(),
        options: *options,
        walk: None,
        open: Some(open(reader, name, &label, options)),
    }
}

impl From<&str> for Input {
    fn from(word: &str) -> Self {
        PathBuf::from(word).into()
    }
}

/// The articles of one file.
type FileArticles = Box<dyn Iterator<Item = Result<Article, DocumentError>> + Send>;

/// The iterator of [`articles`] and [`articles_from`].
pub struct Articles {
    inputs: VecDeque<Input>,
    options: ReadOptions,
    walk: Option<Walk>,
    open: Option<FileArticles>,
}

impl Iterator for Articles {
    type Item = Result<Article, DocumentError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(open) = &mut self.open {
                if let Some(article) = open.next() {
                    return Some(article);
                }
                self.open = None;
            }
            if let Some(walk) = &mut self.walk {
                match walk.next() {
                    Some(Ok(path)) => self.open = Some(open_file(&path, &self.options)),
                    Some(Err(error)) => return Some(Err(error)),
                    None => self.walk = None,
                }
                continue;
            }
            match self.inputs.pop_front()? {
                Input::Stdin => {
                    self.open = Some(open(io::stdin(), "standard input", "stdin", &self.options));
                }
                Input::Path(path) if fs::metadata(&path).is_ok_and(|kind| kind.is_dir()) => {
                    self.walk = Some(Walk::new(path, self.options.format.is_some()));
                }
                Input::Path(path) => self.open = Some(open_file(&path, &self.options)),
            }
        }
    }
}

fn open_file(path: &Path, options: &ReadOptions) -> FileArticles {
    let name = path.to_string_lossy();
    match File::open(path) {
        Ok(file) => open(file, &name, &file_label(path), options),
        Err(error) => one(Err(DocumentError::new(Place::file(&name), explain(error)))),
    }
}

fn one(article: Result<Article, DocumentError>) -> FileArticles {
    Box::new(std::iter::once(article))
}

fn open(
    reader: impl Read + Send + 'static,
    name: &str,
    label: &str,
    options: &ReadOptions,
) -> FileArticles {
    let failed = |problem| one(Err(DocumentError::new(Place::file(name), problem)));
    let source = match Source::open(reader, options.max_unpacked) {
        Ok(source) => source,
        Err(problem) => return failed(problem),
    };
    let format = options
        .format
        .unwrap_or_else(|| recognise(name, &source.head));
    if format == InputFormat::JsonLines {
        return match line_reader(source, options.max_bytes) {
            Ok(reader) => Box::new(JsonLines::new(
                reader,
                name,
                label,
                options.max_bytes,
                explain,
            )),
            Err(problem) => failed(problem),
        };
    }
    if let Some(kind) = binary_kind(&source.head) {
        return failed(Problem::Binary(kind));
    }
    let bytes = match source.read_all(options.max_bytes) {
        Ok(bytes) => bytes,
        Err(problem) => return failed(problem),
    };
    if format == InputFormat::Feed {
        return Box::new(read_feed(&bytes, name, label).into_iter());
    }
    match read_one(&bytes, format, label.to_owned()) {
        Ok(article) => one(Ok(article)),
        Err(problem) => failed(problem),
    }
}

/// By the ending where it says enough, else by the content. XML may be a page as well as a feed.
fn recognise(name: &str, head: &[u8]) -> InputFormat {
    let by_content = InputFormat::by_content(head);
    match InputFormat::by_extension(Path::new(name)) {
        Some(InputFormat::Feed) if by_content == InputFormat::Html => by_content,
        Some(format) => format,
        None => by_content,
    }
}

/// Lines of UTF-8. What says by its mark that it is UTF-16 is read whole and converted.
fn line_reader(source: Source, max_bytes: u64) -> Result<Box<dyn BufRead + Send>, Problem> {
    let is_utf16 = source.head.starts_with(&[0xff, 0xfe]) || source.head.starts_with(&[0xfe, 0xff]);
    if !is_utf16 {
        return Ok(source.reader);
    }
    let bytes = source.read_all(max_bytes)?;
    let text = decode(&bytes)?.into_owned();
    Ok(Box::new(Cursor::new(text.into_bytes())))
}

/// The one article of a file of text, Markdown or HTML.
fn read_one(bytes: &[u8], format: InputFormat, label: String) -> Result<Article, Problem> {
    if format == InputFormat::Html {
        return read_html(bytes, label);
    }
    let text = decode(bytes)?;
    if format == InputFormat::Markdown {
        return read_markdown(&text, label);
    }
    Draft::default().into_article(&text, label)
}
