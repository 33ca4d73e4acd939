//! Who may not correct, and what is no sound correction.

use std::io::{Read as _, Write as _};
use std::time::{Duration, Instant};

use serde_json::json;

use super::edited::served;
use super::server::Server;
use crate::sample::{Checked, run_in};

/// Where something could be changed.
const PLACES: [&str; 7] = [
    "/api/v1/articles",
    "/api/v1/articles/preview",
    "/api/v1/judgements/same",
    "/api/v1/judgements/different",
    "/api/v1/judgements/fact",
    "/api/v1/judgements/wrong",
    "/api/v1/judgements/undo",
];

const SAME: &str = "/api/v1/judgements/same";

fn kept(server: &Server) -> Result<String, Box<dyn std::error::Error>> {
    Ok(run_in(server.folder.path(), &["judgements", "export", "a.db"])?.out)
}

#[test]
fn without_edit_nobody_may_correct() -> Checked {
    for server in [served(&[])?, Server::start(&[])?] {
        assert_eq!(server.token, "");
        assert!(!server.get("/")?.body.contains("data-edit"));
        for place in PLACES {
            let reply = server.post(place, &json!({}), &[])?;
            assert_eq!(reply.status, 403, "{place}");
            assert!(reply.body.contains("\"no_edit\""), "{}", reply.body);
        }
        assert_eq!(server.get("/api/v1/judgements")?.status, 403);
    }
    Ok(())
}

#[test]
fn only_an_archive_is_corrected_and_only_with_its_words() -> Checked {
    let (folder, _) = crate::sample::folder_with_graph()?;
    let ended = run_in(
        folder.path(),
        &["serve", "graph.json", "--edit", "--port", "0"],
    )?;
    assert_eq!(ended.code, Some(2));
    assert!(
        ended.err.contains("only an archive can be corrected"),
        "{}",
        ended.err
    );
    assert!(
        ended.err.contains("hint: make one of the articles"),
        "{}",
        ended.err
    );
    let ended = run_in(
        folder.path(),
        &["serve", "graph.json", "--edit", "--no-quotes"],
    )?;
    assert_eq!(ended.code, Some(2));
    Ok(())
}

#[test]
fn whoever_has_not_the_token_or_comes_from_elsewhere_may_not() -> Checked {
    let server = served(&["--edit"])?;
    assert!(server.get("/")?.body.contains("data-edit"));
    let pair = json!({"a": {"node": "Jaan Tammsalu"}, "b": {"node": "J. Tammsalu"}});
    let own = format!("Bearer {}", server.token);
    let origin = format!("http://{}", server.address);
    let longer = format!("{own}0");
    let lower = own.to_lowercase();
    let basic = format!("Basic {}", server.token);
    let zeros = format!("Bearer {}", "0".repeat(64));
    for (headers, status) in [
        (vec![("Authorization", "")], 401),
        (vec![("Authorization", "Bearer ")], 401),
        (vec![("Authorization", zeros.as_str())], 401),
        (vec![("Authorization", longer.as_str())], 401),
        (vec![("Authorization", lower.as_str())], 401),
        (vec![("Authorization", basic.as_str())], 401),
        (vec![("Origin", "https://evil.example")], 403),
        (vec![("Origin", "http://localhost:9")], 403),
        (vec![("Origin", "null")], 403),
        (vec![("Host", "evil.example")], 403),
        (
            vec![("Host", "evil.example"), ("Origin", "http://evil.example")],
            403,
        ),
        (vec![("Sec-Fetch-Site", "cross-site")], 403),
        (vec![("Sec-Fetch-Site", "same-site")], 403),
        (vec![("Content-Type", "text/plain")], 415),
        (
            vec![("Content-Type", "application/x-www-form-urlencoded")],
            415,
        ),
        (vec![("Content-Type", "")], 415),
    ] {
        for place in PLACES {
            let reply = server.post(place, &pair, &headers)?;
            assert_eq!(reply.status, status, "{place} {headers:?}: {}", reply.body);
            assert!(!reply.body.contains(&server.token));
        }
    }
    for word in ["", "Bearer", &zeros] {
        let reply = server.ask("GET", "/api/v1/judgements", &[("Authorization", word)])?;
        assert_eq!(reply.status, 401);
        assert_eq!(reply.header("www-authenticate"), Some("Bearer"));
    }
    // Not in the address: it would be in histories and logs.
    let path = format!("/api/v1/judgements?token={}", server.token);
    assert_eq!(server.get(&path)?.status, 401);
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
        let headers = [("Authorization", own.as_str()), ("Content-Length", "0")];
        assert_eq!(server.ask(method, SAME, &headers)?.status, 405);
        assert_eq!(server.ask("POST", "/api/v1/data", &headers)?.status, 405);
    }
    assert_eq!(kept(&server)?, "");
    let headers = [
        ("Origin", origin.as_str()),
        ("Sec-Fetch-Site", "same-origin"),
    ];
    assert_eq!(server.post(SAME, &pair, &headers)?.status, 200);
    Ok(())
}

#[test]
fn what_is_too_large_too_slow_or_broken_is_refused() -> Checked {
    let server = served(&["--edit"])?;
    let head = |more: &str| {
        format!(
            "POST {} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Type: application/json\r\nAuthorization: Bearer {}\r\n{more}\r\n",
            SAME, server.address, server.token
        )
    };
    for (more, body, status) in [
        ("Content-Length: 65537\r\n", "", 413),
        ("Content-Length: 99999999999\r\n", "", 413),
        (
            "Transfer-Encoding: chunked\r\n",
            "2\r\n{}\r\n0\r\n\r\n",
            411,
        ),
        ("Content-Length: 3\r\n", "{]}", 400),
        ("Content-Length: 2\r\n", "[]", 400),
        ("Content-Length: 0\r\n", "", 400),
    ] {
        let reply = server.send(format!("{}{body}", head(more)).as_bytes())?;
        assert_eq!(reply.status, status, "{more}: {}", reply.body);
    }
    let deep = format!("{}{}", "[".repeat(20_000), "]".repeat(20_000));
    let length = format!("Content-Length: {}\r\n", deep.len());
    assert_eq!(
        server
            .send(format!("{}{deep}", head(&length)).as_bytes())?
            .status,
        400
    );

    // One that sends a byte now and then is not waited for without end.
    let mut slow = server.connect()?;
    slow.write_all(head("Content-Length: 60000\r\n").as_bytes())?;
    let begun = Instant::now();
    let mut answer = [0; 12];
    slow.set_read_timeout(Some(Duration::from_millis(500)))?;
    while begun.elapsed() < Duration::from_secs(25) {
        if slow.write_all(b" ").is_err() || slow.read_exact(&mut answer).is_ok() {
            break;
        }
    }
    assert_eq!(&answer, b"HTTP/1.1 408");
    assert!(begun.elapsed() < Duration::from_secs(20));
    assert_eq!(kept(&server)?, "");
    Ok(())
}
