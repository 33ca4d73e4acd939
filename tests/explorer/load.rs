//! Two hundred connections at once, some of them slow or broken, some that add articles, and then the end.
//!
//! A plain run does this for two seconds. `INTERPARL_LOAD=60` does it for a minute; with `INTERPARL` naming a program, of
//! that one, such as a release build. The figures are printed.

use std::error::Error;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use interparl::archive::Archive;
use serde_json::{Value, json};

use super::server::Server;
use crate::archive::made::{done, file};
use crate::sample::{Checked, told};

/// Connections that ask as fast as they are answered.
const ASKING: usize = 160;
/// Connections that send a byte now and then, or take what is sent as slowly.
const SLOW: usize = 20;
/// Connections that send what is no request, and go away in the middle.
const BROKEN: usize = 18;
/// Connections that add articles.
const ADDING: usize = 2;
/// Articles of the archive.
const ARTICLES: usize = 300;

/// What the sound ones ask for.
const QUESTIONS: [&str; 7] = [
    "/",
    "/assets/explorer.js",
    "/api/v1/data",
    "/api/v1/search?q=ozola",
    "/api/v1/node?node=LV",
    "/api/v1/path?from=LV&to=KZ",
    "/api/v1/edges?from=LV&to=lv/saeima",
];

/// What the broken ones send.
const RUBBISH: [&[u8]; 5] = [
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    b"POST /api/v1/judgements/same HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n{",
    b"GET /api/v1/data HTTP/1.1\r\nHost: localhost\r\n",
    b"GET /api/v1/path?from=%00&to=%ff&count=-1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
];

/// What came of it.
#[derive(Default)]
struct Figures {
    /// How long each answer took.
    took: Mutex<Vec<Duration>>,
    /// Articles that were confirmed.
    confirmed: AtomicUsize,
    /// Answers that were none of those that should be.
    wrong: Mutex<Vec<String>>,
    stop: AtomicBool,
    /// The server is told to end; from now on it need not answer.
    ending: AtomicBool,
}

impl Figures {
    fn on(&self) -> bool {
        !self.stop.load(Ordering::Relaxed)
    }

    fn note(&self, took: Vec<Duration>) {
        self.took.lock().map(|mut all| all.extend(took)).ok();
    }

    fn fault(&self, what: String) {
        if self.ending.load(Ordering::Relaxed) {
            return;
        }
        self.wrong.lock().map(|mut all| all.push(what)).ok();
    }
}

/// One connection on which one asks again and again.
struct Line(BufReader<TcpStream>);

impl Line {
    fn open(address: &str) -> std::io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::new(stream)))
    }

    /// Sends a request and reads the answer to its end; gives its status and body.
    fn ask(&mut self, request: &str) -> Result<(u16, Vec<u8>), Box<dyn Error>> {
        self.0.get_mut().write_all(request.as_bytes())?;
        let (mut status, mut length) = (0, 0);
        loop {
            let mut line = String::new();
            if self.0.read_line(&mut line)? == 0 {
                return Err("the connection ended".into());
            }
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            if let Some(rest) = line.strip_prefix("HTTP/1.1 ") {
                status = rest.split(' ').next().unwrap_or_default().parse()?;
            } else if let Some((name, value)) = line.split_once(": ")
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.parse()?;
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body)?;
        Ok((status, body))
    }
}

fn asking(server: &Server, figures: &Figures, number: usize) -> Result<(), Box<dyn Error>> {
    let mut line = Line::open(&server.address)?;
    let mut took = Vec::new();
    for at in number.. {
        if !figures.on() {
            break;
        }
        let path = QUESTIONS.get(at % QUESTIONS.len()).unwrap_or(&"/");
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", server.address);
        let begun = Instant::now();
        match line.ask(&request) {
            Ok((200, _)) => took.push(begun.elapsed()),
            Ok((status, _)) => figures.fault(format!("{path}: {status}")),
            Err(_) if !figures.on() => break,
            Err(error) => {
                figures.fault(format!("{path}: {error}"));
                line = Line::open(&server.address)?;
            }
        }
    }
    figures.note(took);
    Ok(())
}

/// Adds article after article; the text of each is another.
fn adding(server: &Server, figures: &Figures, number: usize) -> Result<(), Box<dyn Error>> {
    let mut line = Line::open(&server.address)?;
    let mut post = |place: &str, body: &Value| {
        let body = body.to_string();
        line.ask(&format!(
            "POST /api/v1/{place} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            server.address, server.token, body.len(),
        ))
    };
    for turn in 0.. {
        if !figures.on() {
            break;
        }
        let text = format!(
            "Speaker of the Saeima Daiga Ozola met with Speaker of the Sejm Ewa Lipa{turn} of {number}."
        );
        match post("articles", &json!({"text": text})) {
            Ok((200, _)) => figures.confirmed.fetch_add(1, Ordering::Relaxed),
            // Who writes at the same time may have to wait too long.
            Ok((503, _)) => continue,
            Ok((status, body)) => {
                figures.fault(format!("{status}: {}", String::from_utf8_lossy(&body)));
                continue;
            }
            Err(error) if figures.on() => return Err(error),
            Err(_) => break,
        };
    }
    Ok(())
}

fn slow(server: &Server, figures: &Figures, number: usize) -> Result<(), Box<dyn Error>> {
    while figures.on() {
        let mut stream = server.connect()?;
        stream.set_read_timeout(Some(Duration::from_millis(100)))?;
        let request = format!(
            "GET /api/v1/data HTTP/1.1\r\nHost: {}\r\n\r\n",
            server.address
        );
        // Half of them send slowly, and half take slowly.
        let mut bytes = request.bytes();
        if number.is_multiple_of(2) {
            stream.write_all(request.as_bytes())?;
            bytes.by_ref().for_each(drop);
        }
        let mut one = [0];
        while figures.on() {
            thread::sleep(Duration::from_millis(100));
            let sent = bytes
                .next()
                .map_or(Ok(()), |byte| stream.write_all(&[byte]));
            if sent.is_err() || matches!(stream.read(&mut one), Ok(0)) {
                break;
            }
        }
    }
    Ok(())
}

fn broken(server: &Server, figures: &Figures, number: usize) -> Result<(), Box<dyn Error>> {
    for at in number.. {
        if !figures.on() {
            break;
        }
        let mut stream = server.connect()?;
        let _ = stream.write_all(RUBBISH.get(at % RUBBISH.len()).unwrap_or(&&b""[..]));
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// The most memory that a process had, in MiB, where the system tells it.
fn memory(id: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? / 1024)
}

/// How long a process has kept processors busy, where the system tells it: it counts hundredths of a second.
fn work(id: u32) -> Option<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    let spent = fields.split_whitespace().skip(11).take(2);
    let spent = spent.map(|ticks| ticks.parse::<f64>().ok());
    Some(spent.sum::<Option<f64>>()? / 100.0)
}

/// What one of the connections does.
type Client = fn(&Server, &Figures, usize) -> Result<(), Box<dyn Error>>;

#[cfg(unix)]
#[test]
fn two_hundred_connections_slow_and_broken_ones_among_them_and_nothing_is_lost_at_the_end()
-> Checked {
    let seconds = std::env::var("INTERPARL_LOAD").ok();
    let seconds = seconds.map_or(Ok(2), |words| words.parse())?;
    let mut server = Server::start_of("a.db", &["--edit"], |folder| {
        file(folder, "articles.jsonl", 0..ARTICLES, 0)?;
        done(folder, &["add", "a.db", "articles.jsonl"]).map(drop)
    })?;
    let figures = Figures::default();
    let (server_ref, figures_ref) = (&server, &figures);
    let begun = Instant::now();
    let clients: [(usize, Client); 4] = [
        (ASKING, asking),
        (SLOW, slow),
        (BROKEN, broken),
        (ADDING, adding),
    ];
    let most = thread::scope(|scope| {
        for (count, client) in clients {
            for number in 0..count {
                scope.spawn(move || {
                    if let Err(error) = client(server_ref, figures_ref, number)
                        && figures_ref.on()
                    {
                        figures_ref.fault(error.to_string());
                    }
                });
            }
        }
        thread::sleep(Duration::from_secs(seconds));
        let most = (memory(server_ref.child.id()), work(server_ref.child.id()));
        // It is told to end while all of them go on; what it confirms until then is to be there.
        figures_ref.ending.store(true, Ordering::Relaxed);
        let id = server_ref.child.id().to_string();
        let ended = std::process::Command::new("kill")
            .args(["-TERM", &id])
            .status();
        thread::sleep(Duration::from_millis(5));
        figures_ref.stop.store(true, Ordering::Relaxed);
        (most, begun.elapsed(), ended)
    });
    let ((most, work), asked_for, ended) = most;
    assert!(ended?.success());
    let stopping = Instant::now();
    assert_eq!(server.child.wait()?.code(), Some(0));
    assert!(stopping.elapsed() < Duration::from_secs(10));
    let wrong = figures.wrong.into_inner().map_err(|_| "panicked")?;
    assert!(
        wrong.is_empty(),
        "{} wrong: {:?}",
        wrong.len(),
        wrong.first()
    );
    let mut took = figures.took.into_inner().map_err(|_| "panicked")?;
    took.sort();
    let share = |of: usize| {
        took.get(took.len() * of / 1000)
            .copied()
            .unwrap_or_default()
    };
    told(&format!(
        "load: {} answers in {:.0} s, {:.0} a second, {} for each second of a core that the server had; p50 {:.1} ms, p99 {:.1} ms, p99.9 {:.1} ms; at most {} MiB; {} articles added meanwhile",
        took.len(),
        asked_for.as_secs_f64(),
        f64::from(u32::try_from(took.len()).unwrap_or(u32::MAX)) / asked_for.as_secs_f64(),
        work.map_or_else(
            || "?".to_owned(),
            |work| {
                format!(
                    "{:.0}",
                    f64::from(u32::try_from(took.len()).unwrap_or(u32::MAX)) / work
                )
            }
        ),
        share(500).as_secs_f64() * 1e3,
        share(990).as_secs_f64() * 1e3,
        share(999).as_secs_f64() * 1e3,
        most.map_or_else(|| "?".to_owned(), |most| most.to_string()),
        figures.confirmed.load(Ordering::Relaxed),
    ));
    assert!(took.len() > ASKING, "only {} answers", took.len());
    let path = server.folder.path();
    done(path, &["check", "a.db"])?;
    let there = Archive::read(&path.join("a.db"))?.readings()?.len();
    let confirmed = figures.confirmed.load(Ordering::Relaxed);
    assert!(confirmed > 0);
    assert!(
        there >= ARTICLES + confirmed,
        "{there} of {ARTICLES} and {confirmed}"
    );
    Ok(())
}
