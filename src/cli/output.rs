//! What is written: to a temporary file beside the target, which is renamed when all is well.
//!
//! A crash, a full disk or a mistake leaves the old file as it was. What cannot be renamed (standard output, a device,
//! a pipe) is written as it comes.

use std::fs::{self, File, Permissions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::failure::{Failure, reason};
use super::options::GraphFormat;

/// As many links in a row as an operating system follows.
const LINKS: usize = 40;

/// Something that is being written. It counts only after [`Output::finish`].
pub(crate) struct Output {
    name: String,
    sink: Sink,
}

enum Sink {
    Stdout(BufWriter<io::Stdout>),
    Stream(BufWriter<File>),
    Renamed {
        temporary: BufWriter<NamedTempFile>,
        target: PathBuf,
    },
}

impl Output {
    /// Opens an output; `None` and `-` are standard output. Whatever forbids the writing is said here, before any work.
    pub(crate) fn open(target: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = target.filter(|path| !is_stdout(path)) else {
            return Ok(Self {
                name: "standard output".to_owned(),
                sink: Sink::Stdout(BufWriter::new(io::stdout())),
            });
        };
        let name = format!("\"{}\"", path.display());
        let sink = open_sink(path, &name)?;
        Ok(Self { name, sink })
    }

    /// Flushes it, and puts a file in its place.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        let Self { name, sink } = self;
        let told = |e: io::Error| Failure::writing(&name, &e);
        match sink {
            Sink::Stdout(mut out) => out.flush().map_err(told),
            Sink::Stream(mut out) => out.flush().map_err(told),
            Sink::Renamed { temporary, target } => {
                let file = temporary.into_inner().map_err(|e| told(e.into_error()))?;
                file.as_file().sync_all().map_err(told)?;
                file.persist(&target).map_err(|e| told(e.error))?;
                // The rename itself is on the disk only after its folder is. Not every file system can do that.
                if let Ok(folder) = File::open(folder_of(&target)) {
                    let _ = folder.sync_all();
                }
                Ok(())
            }
        }
    }

    /// What a failed write to this output is to the user.
    pub(crate) fn failure(&self, error: &io::Error) -> Failure {
        Failure::writing(&self.name, error)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.sink {
            Sink::Stdout(out) => out.write(bytes),
            Sink::Stream(out) => out.write(bytes),
            Sink::Renamed { temporary, .. } => temporary.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.sink {
            Sink::Stdout(out) => out.flush(),
            Sink::Stream(out) => out.flush(),
            Sink::Renamed { temporary, .. } => temporary.flush(),
        }
    }
}

/// An output that remembers whether it was the one to fail, and not that from which the bytes come.
pub(crate) struct Watched<'o> {
    output: &'o mut Output,
    has_failed: bool,
}

impl<'o> Watched<'o> {
    pub(crate) const fn new(output: &'o mut Output) -> Self {
        Self {
            output,
            has_failed: false,
        }
    }

    /// Whether the output did not take something.
    pub(crate) const fn has_failed(&self) -> bool {
        self.has_failed
    }
}

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.output.write(bytes);
        self.has_failed |= written.is_err();
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.output.flush();
        self.has_failed |= flushed.is_err();
        flushed
    }
}

/// The format of a graph: as said, else by the ending of the file, else `plain`. `endings` are those that are named where
/// the file has none that is known.
pub(crate) fn format_of(
    path: Option<&Path>,
    said: Option<GraphFormat>,
    plain: GraphFormat,
    endings: &str,
) -> Result<GraphFormat, Failure> {
    let path = match (said, path) {
        (Some(format), _) => return Ok(format),
        (None, Some(path)) if !is_stdout(path) => path,
        (None, _) => return Ok(plain),
    };
    match GraphFormat::from_extension(path) {
        Some(format) if format.is_folder() => Err(Failure::new(format!(
            "\"{}\" is one file, and {format} is a folder of tables",
            path.display()
        ))
        .hint(format!("say --format {format} -o FOLDER"))),
        Some(format) => Ok(format),
        None if path.starts_with("/dev") || path.starts_with("/proc") => Ok(plain),
        None => Err(Failure::new(format!(
            "the name \"{}\" does not tell the format",
            path.display()
        ))
        .hint(format!("end it with {endings}"))),
    }
}

/// Whether a path means standard output. A device of that name is not opened anew: that would write over what the
/// shell appends to.
pub(crate) fn is_stdout(path: &Path) -> bool {
    ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]
        .iter()
        .any(|name| path == Path::new(name))
}

/// Whether a file is an archive, by its first bytes; one that cannot be read is none.
fn holds_archive(path: &Path) -> bool {
    let mut head = [0; 16];
    let read = File::open(path).and_then(|mut file| io::Read::read_exact(&mut file, &mut head));
    read.is_ok() && interparl::archive::Archive::begins(&head)
}

fn open_sink(path: &Path, name: &str) -> Result<Sink, Failure> {
    let cannot = |why: &str| Failure::new(format!("cannot write {name}: {why}"));
    let target = behind_links(path).map_err(|e| cannot(&reason(&e)))?;
    let old = match fs::metadata(&target) {
        Ok(metadata) => Some(metadata),
        Err(e) if e.kind() == io::ErrorKind::NotFound => None,
        Err(e) => return Err(cannot(&reason(&e))),
    };
    if let Some(old) = &old {
        if old.is_dir() {
            return Err(cannot("it is a folder").hint("name a file in it"));
        }
        if !old.is_file() {
            let file = fs::OpenOptions::new().write(true).open(&target);
            return file
                .map(|file| Sink::Stream(BufWriter::new(file)))
                .map_err(|e| cannot(&reason(&e)));
        }
        if holds_archive(&target) {
            return Err(cannot("it is an archive, and would be lost").hint(
                "name another file; an archive is changed by `add`, `remove` and judgements only",
            ));
        }
        if old.permissions().readonly() {
            return Err(cannot("the file is read-only")
                .hint("allow writing to it, or write to another file"));
        }
    }
    let folder = folder_of(&target);
    if !folder.is_dir() {
        let why = format!("there is no folder \"{}\"", folder.display());
        return Err(cannot(&why).hint("make the folder first"));
    }
    let temporary = temporary_beside(&target, old.map(|old| old.permissions())).map_err(|e| {
        cannot(&reason(&e)).hint(format!(
            "files must be allowed in \"{}\", since a new one is written beside the old one",
            folder.display()
        ))
    })?;
    Ok(Sink::Renamed {
        temporary: BufWriter::new(temporary),
        target,
    })
}

/// A file with the permissions of the old one, or with those that any new file gets.
fn temporary_beside(target: &Path, old: Option<Permissions>) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".interparl-").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // The system takes the user's mask off, as it does for every new file.
        builder.permissions(Permissions::from_mode(0o666));
    }
    let file = builder.tempfile_in(folder_of(target))?;
    if let Some(old) = old {
        file.as_file().set_permissions(old)?;
    }
    Ok(file)
}

/// The folder in which a file lies or is to lie.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or_else(|| Path::new("."))
}

/// The file behind a chain of links, so that the link stays and what it points at is written anew.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        // The links of /proc name things that have no path; the system follows them better than we can.
        let is_link = fs::symlink_metadata(&path).is_ok_and(|m| m.file_type().is_symlink());
        if !is_link || path.starts_with("/proc") {
            return Ok(path);
        }
        let next = fs::read_link(&path)?;
        path = folder_of(&path).join(next);
    }
    Err(io::Error::other("too many links in a row"))
}
