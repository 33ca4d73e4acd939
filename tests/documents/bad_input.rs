//! Every kind of bad input gives a clear message or a right result, and the rest goes on.

use std::fs;
use std::io::{self, Read};

use interparl::document::{DocumentError, Input, Problem, ReadOptions, articles, articles_from};

use super::{Outcome, TEXT, gzip, one, read, refusal};

#[test]
fn broken_and_swollen_gzip_is_refused() -> Outcome {
    let packed = gzip(TEXT.repeat(100).as_bytes())?;
    let cut = packed.get(..packed.len() / 2).unwrap_or_default();
    assert!(refusal(cut, "a.txt.gz")?.starts_with("a.txt.gz: the gzip data are broken: "));
    let options = ReadOptions {
        max_unpacked: 1 << 20,
        ..ReadOptions::default()
    };
    let bomb = io::Cursor::new(gzip(&vec![b'a'; 2 << 20])?);
    let error = articles_from(bomb, "a.txt.gz", &options)
        .next()
        .and_then(Result::err)
        .ok_or("no error")?;
    assert_eq!(error.to_string(), "a.txt.gz: it unpacks to more than 1 MiB");
    assert!(error.hint().is_some());
    Ok(())
}

#[test]
fn a_broken_feed_gives_what_came_before() {
    let feed = "<rss><channel><title>News</title>\n<item><title>One</title></item>\n<item><description> </description></item>\n<item><title>Cut";
    let entries = read(feed.as_bytes(), "f.xml");
    let messages: Vec<String> = entries
        .iter()
        .map(|entry| match entry {
            Ok(article) => article.text.clone(),
            Err(error) => error.to_string(),
        })
        .collect();
    assert_eq!(messages.len(), 3, "{messages:?}");
    assert_eq!(messages.first().map(String::as_str), Some("One"));
    assert_eq!(
        messages.get(1).map(String::as_str),
        Some("f.xml:3: there is no text in it")
    );
    assert!(
        messages
            .get(2)
            .is_some_and(|m| m.starts_with("f.xml:4:") && m.contains("the XML is broken")),
        "{messages:?}"
    );
}

#[test]
fn hostile_xml_is_not_expanded_and_not_followed_down() -> Outcome {
    let laughs = "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><rss><channel><item><title>&b; and R&D</title></item></channel></rss>";
    assert_eq!(one(laughs.as_bytes(), "f.rss")?.text, "&b; and R&D");
    let deep = format!("<rss><channel><item><description>{}", "<p>".repeat(100_000));
    assert!(refusal(deep.as_bytes(), "f.rss")?.contains("nested more than 256 deep"));
    assert_eq!(
        refusal(b"<?xml version='1.0'?><graph><node/></graph>", "f.xml")?,
        "f.xml: this is XML, but neither RSS nor Atom"
    );
    Ok(())
}

#[test]
fn an_input_without_text_is_refused() -> Outcome {
    for name in ["a.txt", "a.md", "a.html", "a.xml", "standard input"] {
        for bytes in [&b""[..], b" \n\t\r\n", b"\xef\xbb\xbf"] {
            assert_eq!(
                refusal(bytes, name)?,
                format!("{name}: there is no text in it")
            );
        }
    }
    assert!(read(b"\n\n", "a.jsonl").is_empty());
    Ok(())
}

#[test]
fn binary_input_is_refused_by_kind() -> Outcome {
    for name in ["a.txt", "a.md", "a.html", "a.xml", "a"] {
        assert_eq!(
            refusal(b"%PDF-1.7\n...", name)?,
            format!("{name}: this is not text but a PDF document")
        );
        assert_eq!(
            refusal(&[0; 100], name)?,
            format!("{name}: this is not text but binary data")
        );
    }
    Ok(())
}

#[test]
fn a_large_text_is_refused_without_reading_it_all() -> Outcome {
    struct Counted(u64);
    impl Read for Counted {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.0 += buffer.len() as u64;
            assert!(self.0 < 80 << 20, "it reads on");
            buffer.fill(b'a');
            Ok(buffer.len())
        }
    }
    let error = articles_from(Counted(0), "a.txt", &ReadOptions::default())
        .next()
        .and_then(Result::err)
        .ok_or("no error")?;
    assert_eq!(
        error.to_string(),
        "a.txt: it is larger than the limit of 64 MiB for one article"
    );
    Ok(())
}

#[test]
fn two_hundred_megabytes_of_json_lines_are_read_line_by_line() {
    let line = format!("{{\"text\": \"They met. {}\"}}\n", "word ".repeat(200_000));
    let lines = 200;
    let reader = io::Cursor::new(line.into_bytes());
    let mut all: Box<dyn Read + Send> = Box::new(io::empty());
    for _ in 0..lines {
        all = Box::new(all.chain(reader.clone()));
    }
    let count = articles_from(io::BufReader::new(all), "a.jsonl", &ReadOptions::default())
        .flatten()
        .count();
    assert_eq!(count, lines);
}

#[test]
fn a_cut_line_is_reported_and_the_rest_is_read() {
    let lines = "{\"id\": \"a\", \"text\": \"One\"}\n{\"id\": \"b\", \"text\": \"Tw\n{\"id\": \"c\", \"text\": \"Three\"}";
    let read = read(lines.as_bytes(), "news.jsonl");
    let [Ok(first), Err(second), Ok(third)] = read.as_slice() else {
        unreachable!("{read:?}");
    };
    assert_eq!((first.text.as_str(), third.text.as_str()), ("One", "Three"));
    assert!(
        second
            .to_string()
            .starts_with("news.jsonl:2:23: this line is not JSON: "),
        "{second}"
    );
    assert!(matches!(second.problem(), Problem::BrokenJson(_)));
}

#[test]
fn a_folder_without_articles_and_a_missing_file_say_so() -> Outcome {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("graph.json"), "{}")?;
    let missing = folder.path().join("missing.txt");
    let inputs = [Input::Path(folder.path().to_owned()), Input::Path(missing)];
    let errors: Vec<DocumentError> = articles(inputs, &ReadOptions::default())
        .filter_map(Result::err)
        .collect();
    let [empty, missing] = errors.as_slice() else {
        return Err(format!("{errors:?}").into());
    };
    assert!(
        empty
            .to_string()
            .ends_with(": there are no articles in this folder"),
        "{empty}"
    );
    assert!(empty.hint().is_some_and(|hint| hint.contains(".jsonl")));
    assert!(
        missing
            .to_string()
            .ends_with("missing.txt: there is no such file or folder"),
        "{missing}"
    );
    Ok(())
}
