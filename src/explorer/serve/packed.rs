//! Bodies packed with gzip, for those who say that they take it, as browsers do.
//!
//! No answer has a secret in it beside what is asked for, so that nobody learns one from how small it gets.

use std::io::{self, Write};

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use flate2::Compression;
use flate2::write::GzEncoder;

/// What the coding is called.
const GZIP: &str = "gzip";
/// Fewer bytes go out as they are: packed, they need as many packets.
const WORTH_PACKING: usize = 1_400;
/// Quick rather than small: most readers are on this machine, and JSON gets small either way.
const LEVEL: u32 = 1;

/// Whether whoever sent these headers takes what is packed, and likes it no less than what is not.
pub(super) fn is_taken(headers: &HeaderMap) -> bool {
    let (mut gzip, mut any, mut plain) = (None, None, None);
    for list in headers.get_all(header::ACCEPT_ENCODING) {
        for part in list.to_str().unwrap_or_default().split(',') {
            let mut words = part.split(';').map(str::trim);
            let name = words.next().unwrap_or_default().to_ascii_lowercase();
            let weight = words.find_map(|word| word.strip_prefix("q=")?.trim().parse().ok());
            let weight: f32 = weight.unwrap_or(1.0);
            match name.as_str() {
                GZIP | "x-gzip" => gzip = Some(weight),
                "*" => any = Some(weight),
                "identity" => plain = Some(weight),
                _ => {}
            }
        }
    }
    let gzip = gzip.or(any).unwrap_or(0.0);
    gzip > 0.0 && gzip >= plain.unwrap_or(0.0)
}

/// Whether a body of so many bytes is packed for those who take it.
pub(super) const fn is_worth(bytes: usize) -> bool {
    bytes >= WORTH_PACKING
}

/// Packs a body. Complexity: about a second for each hundred megabytes.
pub(super) fn pack(bytes: &[u8]) -> io::Result<Bytes> {
    let mut packed = GzEncoder::new(Vec::with_capacity(bytes.len() / 6), Compression::new(LEVEL));
    packed.write_all(bytes)?;
    packed.finish().map(Bytes::from)
}

/// Says that the body is packed.
pub(super) fn mark(response: &mut Response) {
    let coding = HeaderValue::from_static(GZIP);
    response
        .headers_mut()
        .insert(header::CONTENT_ENCODING, coding);
}

/// Says that what is answered depends on a header of the request.
pub(super) fn vary(response: &mut Response, on: &'static str) {
    let on = HeaderValue::from_static(on);
    response.headers_mut().append(header::VARY, on);
}

/// What is written bit by bit, packed or as it is, until somebody takes it.
#[derive(Debug)]
pub(super) enum Held {
    /// As it is.
    Plain(Vec<u8>),
    /// Packed.
    Packed(GzEncoder<Vec<u8>>),
}

impl Held {
    pub(super) fn new(is_packed: bool) -> Self {
        if is_packed {
            Self::Packed(GzEncoder::new(Vec::new(), Compression::new(LEVEL)))
        } else {
            Self::Plain(Vec::new())
        }
    }

    /// All that was written since this was asked last, so that it can be read by itself behind what was taken before.
    pub(super) fn take(&mut self) -> io::Result<Bytes> {
        let held = match self {
            Self::Plain(bytes) => bytes,
            Self::Packed(packed) => {
                packed.flush()?;
                packed.get_mut()
            }
        };
        Ok(std::mem::take(held).into())
    }

    /// The last of it.
    pub(super) fn end(&mut self) -> io::Result<Bytes> {
        if let Self::Packed(packed) = self {
            packed.try_finish()?;
            return Ok(std::mem::take(packed.get_mut()).into());
        }
        self.take()
    }
}

impl Write for Held {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(held) => held.write(bytes),
            Self::Packed(held) => held.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at what is missing")]
mod tests {
    use std::io::Read as _;

    use flate2::read::{GzDecoder, MultiGzDecoder};

    use super::*;

    #[test]
    fn gzip_is_taken_by_those_who_say_so() {
        let taken = |words: &'static str| {
            let value = HeaderValue::from_static(words);
            is_taken(&HeaderMap::from_iter([(header::ACCEPT_ENCODING, value)]))
        };
        for words in [
            "gzip",
            "GZIP",
            "gzip, deflate, br, zstd",
            "br;q=1.0, gzip;q=0.8, *;q=0.1",
            "*",
            "identity;q=0.5, gzip",
            "x-gzip",
        ] {
            assert!(taken(words), "{words}");
        }
        for words in [
            "",
            "br",
            "gzip;q=0",
            "gzip; q=0.000",
            "*;q=0",
            "identity",
            "gzip;q=0.3, identity",
            "*, gzip;q=0",
            "gzipped",
        ] {
            assert!(!taken(words), "{words}");
        }
        assert!(!is_taken(&HeaderMap::new()));
    }

    #[test]
    fn a_body_comes_back_from_what_is_packed() {
        let body = "{\"node\":1}\n".repeat(5_000);
        let packed = pack(body.as_bytes()).unwrap();
        assert!(packed.len() * 10 < body.len());
        let mut read = String::new();
        GzDecoder::new(&packed[..])
            .read_to_string(&mut read)
            .unwrap();
        assert_eq!(read, body);
    }

    #[test]
    fn each_piece_can_be_read_behind_those_before_it() {
        let mut held = Held::new(true);
        held.write_all(b"{\"meeting\":1}\n").unwrap();
        let first = held.take().unwrap();
        let mut decoder = GzDecoder::new(&first[..]);
        let mut line = [0; 14];
        decoder.read_exact(&mut line).unwrap();
        assert_eq!(&line, b"{\"meeting\":1}\n");
        held.write_all(b"{\"meeting\":2}\n").unwrap();
        let whole = [first, held.end().unwrap()].concat();
        let mut read = String::new();
        MultiGzDecoder::new(&whole[..])
            .read_to_string(&mut read)
            .unwrap();
        assert_eq!(read.lines().count(), 2);
    }
}
