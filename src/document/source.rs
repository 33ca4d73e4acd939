//! The bytes of an input: unpacked, looked at, and within limits.

use std::fmt;
use std::io::{self, BufRead, BufReader, Cursor, Read};

use flate2::bufread::MultiGzDecoder;

use super::Problem;

/// So many bytes at the start tell packed from unpacked and one format from another.
const HEAD_BYTES: u64 = 8192;

/// An opened input, gzip data unpacked as they are read.
pub(super) struct Source {
    /// The first bytes, which `reader` gives once more.
    pub(super) head: Vec<u8>,
    pub(super) reader: Box<dyn BufRead + Send>,
}

impl Source {
    /// Opens any reader.
    ///
    /// # Errors
    /// [`Problem::Unreadable`] or [`Problem::BrokenGzip`] where the first bytes cannot be read.
    pub(super) fn open(
        reader: impl Read + Send + 'static,
        max_unpacked: u64,
    ) -> Result<Self, Problem> {
        let plain = Self::looked_at(reader).map_err(explain)?;
        if !plain.head.starts_with(&[0x1f, 0x8b]) {
            return Ok(plain);
        }
        let unpacked = Unpacked {
            decoder: MultiGzDecoder::new(plain.reader),
            left: max_unpacked,
            limit: max_unpacked,
        };
        Self::looked_at(unpacked).map_err(explain)
    }

    fn looked_at(mut reader: impl Read + Send + 'static) -> io::Result<Self> {
        let mut head = Vec::new();
        reader.by_ref().take(HEAD_BYTES).read_to_end(&mut head)?;
        let whole = Cursor::new(head.clone()).chain(reader);
        Ok(Self {
            head,
            reader: Box::new(BufReader::with_capacity(1 << 16, whole)),
        })
    }

    /// All bytes.
    ///
    /// # Errors
    /// [`Problem::TooLarge`] above the limit, without reading further; what [`explain`] says where reading fails.
    pub(super) fn read_all(self, max_bytes: u64) -> Result<Vec<u8>, Problem> {
        let mut bytes = Vec::new();
        let mut reader = self.reader.take(max_bytes.saturating_add(1));
        reader.read_to_end(&mut bytes).map_err(explain)?;
        if bytes.len() as u64 > max_bytes {
            return Err(Problem::TooLarge(max_bytes));
        }
        Ok(bytes)
    }
}

/// What an error of a [`Source`] means.
pub(super) fn explain(error: io::Error) -> Problem {
    match error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<Unpacking>())
    {
        Some(Unpacking::PastLimit(limit)) => Problem::UnpacksTooLarge(*limit),
        Some(Unpacking::Broken(_)) => Problem::BrokenGzip(error),
        None if error.kind() == io::ErrorKind::NotFound => Problem::NotFound,
        None => Problem::Unreadable(error),
    }
}

/// Gzip data as they unpack, up to a limit.
struct Unpacked<R> {
    decoder: MultiGzDecoder<R>,
    left: u64,
    limit: u64,
}

impl<R: BufRead> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.decoder.read(buffer).map_err(|error| {
            use io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
            if matches!(error.kind(), InvalidInput | InvalidData | UnexpectedEof) {
                io::Error::other(Unpacking::Broken(error.to_string()))
            } else {
                error
            }
        })?;
        self.left = match self.left.checked_sub(read as u64) {
            Some(left) => left,
            None => return Err(io::Error::other(Unpacking::PastLimit(self.limit))),
        };
        Ok(read)
    }
}

/// Why unpacking ended, carried through the reader above it.
#[derive(Debug)]
enum Unpacking {
    PastLimit(u64),
    Broken(String),
}

impl fmt::Display for Unpacking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PastLimit(limit) => write!(f, "more than {limit} bytes"),
            Self::Broken(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for Unpacking {}
