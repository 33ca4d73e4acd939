//! `interparl serve`: what its description says is what it does, and what must not be answered is not.
#![expect(
    clippy::indexing_slicing,
    reason = "a value of JSON gives null for what it has not"
)]

use std::io::Write as _;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::questions::LINES;
use super::server::Server;
#[cfg(target_os = "linux")]
use super::traced::files_named;
use crate::sample::Checked;

/// Questions to each address of the description, with the status that they get.
const QUESTIONS: &[(&str, u16)] = &[
    ("/api/v1/openapi.json", 200),
    ("/api/v1/graph", 200),
    ("/api/v1/data", 200),
    ("/api/v1/search?q=bekova", 200),
    ("/api/v1/search?q=%D0%91%D0%B5%D0%BA%D0%BE%D0%B2%D0%B0", 200),
    ("/api/v1/search?q=nobodyatall", 200),
    ("/api/v1/search", 400),
    ("/api/v1/search?q=a&more=b", 400),
    ("/api/v1/node?node=person/aru-bekova", 200),
    ("/api/v1/node?node=XB", 200),
    ("/api/v1/node?node=kim", 409),
    ("/api/v1/node?node=nobodyatall", 404),
    ("/api/v1/node?node=%00%ff", 404),
    ("/api/v1/path?from=ana+kim&to=drast&count=2", 200),
    ("/api/v1/path?from=ana+kim&to=drast&count=0", 400),
    ("/api/v1/path?from=ana+kim&to=drast&count=1000000", 400),
    ("/api/v1/path?from=wolff&to=drast", 200),
    ("/api/v1/edges?from=bekova&to=drast", 200),
    ("/api/v1/edges?from=bekova", 400),
    ("/api/v1/meetings", 200),
    ("/api/v1/meetings?with=bekova&with=drast&from=2000", 200),
    (
        "/api/v1/meetings?state=XB&state=Borduna&kind=bilateral&kind=call&status=held&outcomes=false",
        200,
    ),
    ("/api/v1/meetings?with=nobodyatall", 404),
    ("/api/v1/meetings?with=kim", 409),
    ("/api/v1/meetings?frm=2000", 400),
    ("/api/v1/meetings?from=2000&from=2001", 400),
    ("/api/v1/meetings?from=soon", 400),
    ("/api/v1/meetings?on=2000&to=2001", 400),
    ("/api/v1/meetings?kind=party", 400),
    ("/api/v1/meetings?status=held&status=planned", 400),
    ("/api/v1/meetings?outcomes=perhaps", 400),
    ("/api/v1/meetings?min_confidence=2", 400),
    ("/api/v1/timeline?node=bekova", 200),
    ("/api/v1/timeline?node=bekova&to=1990", 200),
    ("/api/v1/timeline", 400),
    ("/api/v1/visits", 200),
    ("/api/v1/visits?with=bekova&on=2029", 200),
    ("/api/v1/between?a=bekova&b=drast", 200),
    ("/api/v1/between?a=bekova&b=person/aru-bekova", 400),
    ("/api/v1/between?a=bekova", 400),
    ("/api/v1/bodies", 200),
    ("/api/v1/bodies?form=commission&domestic=true", 200),
    ("/api/v1/bodies?form=club", 400),
    ("/api/v1/offices?node=bekova", 200),
    (
        "/api/v1/offices?node=bekova&on=2029-03-04&office=speaker",
        200,
    ),
    ("/api/v1/offices?node=bekova&on=2029-03", 400),
    ("/api/v1/matrix", 200),
    ("/api/v1/matrix?by=chamber&per=year", 200),
    ("/api/v1/matrix?by=person", 400),
    ("/api/v1/briefing?node=bekova", 200),
    ("/api/v1/briefing?node=bekova&with=drast&on=2030-01-01", 200),
    ("/api/v1/briefing?node=bekova&with=person/aru-bekova", 400),
    ("/api/v1/gaps?since=2030", 200),
    ("/api/v1/gaps?since=2030&only=pairs", 200),
    ("/api/v1/gaps", 400),
    ("/api/v1/changes?since=2000-01-01", 200),
    ("/api/v1/changes?since=", 400),
    ("/api/v1/rank?by=pagerank&kind=legislator&count=3", 200),
    ("/api/v1/rank?by=betweenness", 200),
    ("/api/v1/rank?count=0", 400),
    ("/api/v1/communities", 200),
    ("/api/v1/stats", 200),
    ("/api/v1/stats?of=people", 400),
    ("/api/v1/words?q=received", 200),
    ("/api/v1/words?q=nothingatall", 200),
];

#[test]
fn the_description_is_that_of_the_server() -> Checked {
    let server = Server::start(&[])?;
    let description = server.get("/api/v1/openapi.json")?.json()?;
    let paths = description["paths"].as_object().ok_or("no paths")?;
    for path in paths.keys() {
        let asked =
            |(url, status): &&(&str, u16)| url.split('?').next() == Some(path) && *status == 200;
        // What an archive answers is held against its description in `passages`, what one corrects in `edited`.
        let elsewhere = path == "/api/v1/passage" || super::edited::asks(path);
        assert!(
            QUESTIONS.iter().any(|q| asked(&q)) || elsewhere,
            "{path} is described and never asked"
        );
    }
    for (url, status) in QUESTIONS {
        let path = url.split('?').next().unwrap_or_default();
        let reply = server.get(url)?;
        assert_eq!(reply.status, *status, "{url}: {}", reply.body);
        assert_eq!(
            reply.header("content-type"),
            Some("application/json"),
            "{url}"
        );
        let said = &description["paths"][path]["get"]["responses"][status.to_string()];
        let mut schema = said["content"]["application/json"]["schema"].clone();
        assert!(schema.is_object(), "{url}: {status} is not described");
        schema["components"] = description["components"].clone();
        let validator = jsonschema::validator_for(&schema)?;
        let body: Value = reply.json()?;
        let wrong: Vec<String> = validator
            .iter_errors(&body)
            .map(|e| e.to_string())
            .collect();
        assert!(wrong.is_empty(), "{url}: {wrong:?}");
    }
    assert_eq!(server.get("/api/v1/nothing")?.status, 404);
    Ok(())
}

#[test]
fn what_one_has_is_not_sent_again() -> Checked {
    let server = Server::start(&[])?;
    for path in [
        "/",
        "/assets/explorer.js",
        "/api/v1/data",
        "/api/v1/node?node=XB",
        "/api/v1/meetings?with=bekova",
    ] {
        let first = server.get(path)?;
        let tag = first.header("etag").ok_or("no tag")?;
        let again = server.ask("GET", path, &[("If-None-Match", tag)])?;
        assert_eq!((again.status, again.body.as_str()), (304, ""), "{path}");
        let other = server.ask("GET", path, &[("If-None-Match", "\"other\"")])?;
        assert_eq!(other.body, first.body);
        assert_eq!(server.ask("HEAD", path, &[])?.body, "");
    }
    Ok(())
}

#[test]
fn pages_of_others_and_other_names_are_refused() -> Checked {
    let server = Server::start(&["--host", "atlas.example"])?;
    let port = server.address.rsplit(':').next().unwrap_or_default();
    let local = format!("localhost:{port}");
    for (host, origin, status) in [
        (local.as_str(), None, 200),
        ("atlas.example", None, 200),
        ("evil.example", None, 403),
        ("127.0.0.1.evil.example", None, 403),
        (local.as_str(), Some(format!("http://{local}")), 200),
        (local.as_str(), Some("http://evil.example".to_owned()), 403),
        (local.as_str(), Some("null".to_owned()), 403),
    ] {
        let mut headers = vec![("Host", host)];
        headers.extend(origin.as_deref().map(|o| ("Origin", o)));
        let reply = server.ask("GET", "/api/v1/data", &headers)?;
        assert_eq!(reply.status, status, "{host} {origin:?}");
        let policy = reply.header("content-security-policy").ok_or("no policy")?;
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"));
        assert_eq!(reply.header("access-control-allow-origin"), None);
    }
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
        assert_eq!(
            server
                .ask(method, "/api/v1/data", &[("Content-Length", "0")])?
                .status,
            405
        );
    }
    Ok(())
}

/// What stands in a file beside the graph, and is never to be answered.
const SECRET: &str = "for nobody who asks";

/// Ways to ask for a file beside the graph, or for one of the system.
const PATHS_OF_FILES: &[&str] = &[
    "/secret.txt",
    "/graph.json",
    "/assets/secret.txt",
    "/assets/graph.json",
    "/assets/../secret.txt",
    "/assets/..%2fsecret.txt",
    "/assets/..%2f..%2fetc%2fpasswd",
    "/assets/../../etc/passwd",
    "/../etc/passwd",
    "/assets/%2e%2e/secret.txt",
    "/assets/%2fetc%2fpasswd",
    "//etc/passwd",
    "/file:///etc/passwd",
];

/// What is no sound request.
const BROKEN: &[&[u8]] = &[
    b"\x00\x01\x02\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: \xff\r\nConnection: close\r\n\r\n",
    b"GET http://evil.example/ HTTP/1.1\r\nConnection: close\r\n\r\n",
    b"POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
];

#[test]
fn no_request_ends_the_server_or_gets_a_file() -> Checked {
    let server = Server::start(&[])?;
    std::fs::write(server.folder.path().join("secret.txt"), SECRET)?;
    for path in PATHS_OF_FILES {
        let reply = server.get(path)?;
        assert_eq!(reply.status, 404, "{path}");
        assert!(!reply.body.contains(SECRET), "{path}");
    }
    let long = format!("/api/v1/search?q={}", "a".repeat(5_000));
    assert_eq!(server.get(&long)?.status, 400);
    for bytes in BROKEN {
        let mut stream = server.connect()?;
        stream.set_read_timeout(Some(Duration::from_millis(300)))?;
        stream.write_all(bytes)?;
        let mut answer = Vec::new();
        let _ = std::io::Read::read_to_end(&mut stream, &mut answer);
        let answer = String::from_utf8_lossy(&answer).into_owned();
        assert!(!answer.starts_with("HTTP/1.1 2"), "{answer}");
    }
    assert_eq!(server.get("/")?.status, 200);
    Ok(())
}

#[test]
fn what_is_served_does_not_change_when_the_file_does() -> Checked {
    let server = Server::start(&[])?;
    let graph = server.folder.path().join("graph.json");
    let asked = |path: &str| server.get(path).map(|reply| (reply.status, reply.body));
    let paths = ["/", "/api/v1/data", "/api/v1/graph", "/api/v1/node?node=XB"];
    let before: Vec<_> = paths.map(asked).into_iter().collect::<Result<_, _>>()?;
    assert!(before.iter().all(|(status, _)| *status == 200));
    for change in ["broken", ""] {
        if change.is_empty() {
            std::fs::remove_file(&graph)?;
        } else {
            std::fs::write(&graph, change)?;
        }
        let after: Vec<_> = paths.map(asked).into_iter().collect::<Result<_, _>>()?;
        assert_eq!(after, before, "{change}");
    }
    Ok(())
}

#[cfg(target_os = "linux")]
#[test]
fn no_request_opens_a_file() -> Checked {
    let server = Server::start(&[])?;
    let named = files_named(&server, || {
        for (url, status) in QUESTIONS {
            assert_eq!(server.get(url)?.status, *status, "{url}");
        }
        for path in PATHS_OF_FILES {
            assert_eq!(server.get(path)?.status, 404, "{path}");
        }
        Ok(QUESTIONS.len() + PATHS_OF_FILES.len())
    })?;
    assert!(named.is_none_or(|named| named.is_empty()));
    Ok(())
}

#[test]
fn two_hundred_at_once_are_answered_beside_those_who_say_nothing() -> Checked {
    let server = Server::start(&[])?;
    let silent: Vec<_> = (0..40)
        .map(|_| server.connect())
        .collect::<Result<_, _>>()?;
    thread::scope(|scope| {
        let asking: Vec<_> = (0..200)
            .map(|n| {
                let server = &server;
                scope.spawn(move || {
                    let path = ["/", "/api/v1/data", "/api/v1/path?from=wolff&to=drast"][n % 3];
                    server
                        .get(path)
                        .map(|r| r.status)
                        .map_err(|e| e.to_string())
                })
            })
            .collect();
        for one in asking {
            assert_eq!(one.join().map_err(|_| "panicked".to_owned()), Ok(Ok(200)));
        }
    });
    drop(silent);
    Ok(())
}

#[test]
fn without_quotes_no_answer_has_the_words() -> Checked {
    let server = Server::start(&["--no-quotes"])?;
    for path in [
        "/api/v1/graph",
        "/api/v1/data",
        "/api/v1/node?node=bekova",
        "/api/v1/edges?from=bekova&to=drast",
        "/api/v1/meetings",
        "/api/v1/timeline?node=bekova",
        "/api/v1/briefing?node=bekova",
    ] {
        for accept in ["application/json", LINES] {
            let reply = server.ask("GET", path, &[("Accept", accept)])?;
            assert_eq!(reply.status, 200);
            assert!(!reply.body.contains("received Drast"), "{path}");
        }
    }
    Ok(())
}

#[cfg(unix)]
#[test]
fn told_to_end_it_ends_soon_though_somebody_is_still_connected() -> Checked {
    let mut server = Server::start(&[])?;
    let _silent = server.connect()?;
    let mut half = server.connect()?;
    half.write_all(b"GET /api/v1/data HTTP/1.1\r\nHost: ")?;
    let started = Instant::now();
    let id = server.child.id().to_string();
    let told = std::process::Command::new("kill")
        .args(["-TERM", &id])
        .status()?;
    assert!(told.success());
    assert_eq!(server.child.wait()?.code(), Some(0));
    assert!(started.elapsed() < Duration::from_secs(15));
    Ok(())
}

#[test]
fn a_port_that_is_taken_is_told() -> Checked {
    let server = Server::start(&[])?;
    let port = server.address.rsplit(':').next().unwrap_or_default();
    let (folder, _) = crate::sample::folder_with_graph()?;
    let ended = crate::sample::run_in(folder.path(), &["serve", "graph.json", "--port", port])?;
    assert_eq!(ended.code, Some(2));
    assert!(
        ended.err.contains("cannot listen on 127.0.0.1:"),
        "{}",
        ended.err
    );
    assert!(
        ended.err.contains("hint: another program listens there"),
        "{}",
        ended.err
    );
    Ok(())
}
