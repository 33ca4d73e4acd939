//! Answers and parts of the page come packed to those who take them so, and as they are to all others.

use std::error::Error;
use std::fmt::Write as _;
use std::io::{Read as _, Write as _};

use flate2::read::GzDecoder;

use super::server::Server;
use crate::sample::Checked;

/// An answer whose body need not be text.
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    /// All values of a header, in one.
    fn header(&self, name: &str) -> String {
        let values = self.headers.iter().filter(|(n, _)| n == name);
        let values: Vec<&str> = values.map(|(_, value)| value.as_str()).collect();
        values.join(", ")
    }

    fn unpacked(&self) -> Result<String, Box<dyn Error>> {
        let mut text = String::new();
        GzDecoder::new(&self.body[..]).read_to_string(&mut text)?;
        Ok(text)
    }
}

fn ask(
    server: &Server,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
) -> Result<Answer, Box<dyn Error>> {
    let mut request = format!(
        "{method} {path} HTTP/1.1\r\nConnection: close\r\nHost: {}\r\n",
        server.address
    );
    for (name, value) in headers {
        write!(request, "{name}: {value}\r\n")?;
    }
    let mut stream = server.connect()?;
    stream.write_all(format!("{request}\r\n").as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
    let (head, body) = bytes.split_at(end.ok_or("no head")?);
    let head = std::str::from_utf8(head)?;
    let status = head.split(' ').nth(1).ok_or("no status")?.parse()?;
    let headers = head.lines().filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(n, v)| (n.to_ascii_lowercase(), v.to_owned()));
    let mut answer = Answer {
        status,
        headers: headers.collect(),
        body: body.get(4..).unwrap_or_default().to_vec(),
    };
    if answer.header("transfer-encoding") == "chunked" {
        answer.body = joined(&answer.body)?;
    }
    Ok(answer)
}

/// The body of the pieces that it was sent in.
fn joined(mut pieces: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut body = Vec::new();
    loop {
        let end = pieces.windows(2).position(|two| two == b"\r\n");
        let (size, rest) = pieces.split_at(end.ok_or("the answer breaks off")?);
        let size = usize::from_str_radix(std::str::from_utf8(size)?, 16)?;
        if size == 0 {
            return Ok(body);
        }
        let piece = rest.get(2..2 + size).ok_or("the answer breaks off")?;
        body.extend_from_slice(piece);
        pieces = rest.get(4 + size..).ok_or("the answer breaks off")?;
    }
}

const LINES: (&str, &str) = ("Accept", "application/x-ndjson");
const GZIP: (&str, &str) = ("Accept-Encoding", "gzip, deflate, br, zstd");

#[test]
fn who_takes_gzip_gets_the_same_in_fewer_bytes() -> Checked {
    let server = Server::start(&[])?;
    for (path, more) in [
        ("/assets/explorer.js", None),
        ("/assets/explorer.css", None),
        ("/api/v1/openapi.json", None),
        ("/api/v1/data", None),
        ("/api/v1/graph", None),
        ("/api/v1/graph", Some(LINES)),
        ("/api/v1/meetings", None),
        ("/api/v1/meetings", Some(LINES)),
    ] {
        let with = |header: &(&'static str, &'static str)| {
            let mut headers: Vec<_> = more.into_iter().collect();
            headers.push(*header);
            ask(&server, "GET", path, &headers)
        };
        let (plain, packed) = (with(&("Accept-Encoding", "identity"))?, with(&GZIP)?);
        assert_eq!((plain.status, packed.status), (200, 200), "{path}");
        assert_eq!(packed.header("content-encoding"), "gzip", "{path}");
        assert_eq!(plain.header("content-encoding"), "", "{path}");
        assert_eq!(packed.unpacked()?, String::from_utf8(plain.body.clone())?);
        assert!(packed.body.len() * 2 < plain.body.len(), "{path}");
        for answer in [&plain, &packed] {
            assert!(answer.header("vary").contains("accept-encoding"), "{path}");
        }
        // Caches take a tag for that of bytes: each form has its own, and is known by that alone.
        let (own, other) = (packed.header("etag"), plain.header("etag"));
        assert_ne!(own, other, "{path}");
        let again = |tag: &str| {
            let mut headers: Vec<_> = more.into_iter().collect();
            headers.extend([GZIP, ("If-None-Match", tag)]);
            ask(&server, "GET", path, &headers)
        };
        let known = again(&own)?;
        assert_eq!((known.status, known.body.len()), (304, 0), "{path}");
        assert_eq!(known.header("etag"), own);
        assert_eq!(known.header("content-encoding"), "");
        assert_eq!(again(&other)?.status, 200, "{path}");
    }
    Ok(())
}

#[test]
fn the_tag_by_which_the_page_follows_is_that_of_what_it_was_sent() -> Checked {
    let server = Server::start(&[])?;
    for taken in [GZIP, ("Accept-Encoding", "identity")] {
        let got = ask(&server, "GET", "/api/v1/data", &[taken])?;
        let asked = ask(&server, "HEAD", "/api/v1/data", &[taken])?;
        assert_eq!(asked.header("etag"), got.header("etag"));
        assert!(asked.body.is_empty());
    }
    Ok(())
}

#[test]
fn what_is_short_or_refused_comes_as_it_is() -> Checked {
    let server = Server::start(&[])?;
    for (path, status) in [
        ("/", 200),
        ("/api/v1/search?q=bekova", 200),
        ("/api/v1/node?node=nobodyatall", 404),
        ("/api/v1/nothing", 404),
    ] {
        let told = ask(&server, "GET", path, &[GZIP])?;
        assert_eq!(told.status, status, "{path}");
        assert_eq!(told.header("content-encoding"), "", "{path}");
        assert!(!String::from_utf8(told.body)?.is_empty(), "{path}");
    }
    Ok(())
}
