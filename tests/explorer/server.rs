//! A server of the sample graph on a free port, and questions to it.

use std::error::Error;
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use crate::sample::folder_with_graph;

/// A running `interparl serve`, ended when it goes out of sight.
pub(super) struct Server {
    pub(super) child: Child,
    /// Its address with the port.
    pub(super) address: String,
    /// What one must know to correct; empty where nobody may.
    pub(super) token: String,
    /// Where its graph lies, and where it runs.
    pub(super) folder: TempDir,
}

/// An answer.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
}

impl Reply {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(n, _)| n == name);
        found.map(|(_, value)| value.as_str())
    }

    pub(super) fn json(&self) -> Result<Value, serde_json::Error> {
        serde_json::from_str(&self.body)
    }
}

impl Server {
    /// Starts one with further arguments.
    pub(super) fn start(arguments: &[&str]) -> Result<Self, Box<dyn Error>> {
        let (folder, _) = folder_with_graph()?;
        Self::start_in(folder, "graph.json", arguments)
    }

    /// Starts one of a file that a function makes in an empty folder.
    pub(super) fn start_of(
        file: &str,
        arguments: &[&str],
        make: impl FnOnce(&Path) -> Result<(), Box<dyn Error>>,
    ) -> Result<Self, Box<dyn Error>> {
        let folder = tempfile::tempdir()?;
        make(folder.path())?;
        Self::start_in(folder, file, arguments)
    }

    pub(super) fn start_in(
        folder: TempDir,
        file: &str,
        arguments: &[&str],
    ) -> Result<Self, Box<dyn Error>> {
        let own = env!("CARGO_BIN_EXE_interparl").into();
        let mut child = Command::new(std::env::var_os("INTERPARL").unwrap_or(own))
            .arg("serve")
            .arg(file)
            .current_dir(folder.path())
            .args(["--port", "0"])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut line = String::new();
        let out = child.stdout.take().ok_or("no standard output")?;
        BufReader::new(out).read_line(&mut line)?;
        let address = line.trim().strip_prefix("http://").ok_or("no address")?;
        let (address, token) = address.split_once("/#token=").unwrap_or((address, ""));
        Ok(Self {
            child,
            address: address.trim_end_matches('/').to_owned(),
            token: token.to_owned(),
            folder,
        })
    }

    /// Asks with a method and headers.
    pub(super) fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
    ) -> Result<Reply, Box<dyn Error>> {
        let mut request = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|(name, _)| *name == "Host") {
            write!(request, "Host: {}\r\n", self.address)?;
        }
        for (name, value) in headers {
            write!(request, "{name}: {value}\r\n")?;
        }
        self.send(format!("{request}\r\n").as_bytes())
    }

    /// Asks for a path.
    pub(super) fn get(&self, path: &str) -> Result<Reply, Box<dyn Error>> {
        self.ask("GET", path, &[])
    }

    /// Sends JSON with the token, and further headers.
    pub(super) fn post(
        &self,
        path: &str,
        body: &Value,
        headers: &[(&str, &str)],
    ) -> Result<Reply, Box<dyn Error>> {
        let body = body.to_string();
        let mut request = format!(
            "POST {path} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n",
            body.len()
        );
        let given = |name: &str| headers.iter().any(|(known, _)| *known == name);
        let bearer = format!("Bearer {}", self.token);
        for (name, value) in [
            ("Host", self.address.as_str()),
            ("Content-Type", "application/json"),
            ("Authorization", &bearer),
        ] {
            if !given(name) {
                write!(request, "{name}: {value}\r\n")?;
            }
        }
        for (name, value) in headers {
            write!(request, "{name}: {value}\r\n")?;
        }
        self.send(format!("{request}\r\n{body}").as_bytes())
    }

    /// Sends bytes as they are and reads to the end.
    pub(super) fn send(&self, bytes: &[u8]) -> Result<Reply, Box<dyn Error>> {
        let mut stream = self.connect()?;
        stream.write_all(bytes)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8(answer)?;
        let (head, body) = answer.split_once("\r\n\r\n").ok_or("no head")?;
        let mut lines = head.lines();
        let status = lines
            .next()
            .and_then(|l| l.split(' ').nth(1))
            .ok_or("no status")?;
        let headers = lines.filter_map(|l| l.split_once(": "));
        let mut reply = Reply {
            status: status.parse()?,
            headers: headers
                .map(|(n, v)| (n.to_ascii_lowercase(), v.to_owned()))
                .collect(),
            body: body.to_owned(),
        };
        if reply.header("transfer-encoding") == Some("chunked") && !body.is_empty() {
            reply.body = joined(body)?;
        }
        Ok(reply)
    }

    /// A connection that says nothing yet.
    pub(super) fn connect(&self) -> std::io::Result<TcpStream> {
        let stream = TcpStream::connect(&self.address)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(stream)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The body of the pieces that it was sent in; an error where the last one, which is empty, did not come.
fn joined(mut pieces: &str) -> Result<String, Box<dyn Error>> {
    let mut body = String::new();
    loop {
        let (size, rest) = pieces.split_once("\r\n").ok_or("the answer breaks off")?;
        let size = usize::from_str_radix(size, 16)?;
        if size == 0 {
            return Ok(body);
        }
        body.push_str(rest.get(..size).ok_or("the answer breaks off")?);
        pieces = rest
            .get(size..)
            .and_then(|rest| rest.strip_prefix("\r\n"))
            .ok_or("a piece does not end")?;
    }
}
