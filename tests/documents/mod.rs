//! Readers: every format.

mod any_input;
mod bad_input;

use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use interparl::document::{
    Article, DocumentError, Input, InputFormat, ReadOptions, articles, articles_from,
};

type Outcome = Result<(), Box<dyn Error>>;

/// The articles of bytes under a name.
fn read(bytes: &[u8], name: &str) -> Vec<Result<Article, DocumentError>> {
    let bytes = io::Cursor::new(bytes.to_vec());
    articles_from(bytes, name, &ReadOptions::default()).collect()
}

/// The only article of bytes under a name.
fn one(bytes: &[u8], name: &str) -> Result<Article, Box<dyn Error>> {
    match <[_; 1]>::try_from(read(bytes, name)) {
        Ok([article]) => Ok(article?),
        Err(several) => Err(format!("not one article: {several:?}").into()),
    }
}

/// The message for the only thing that bytes under a name give.
fn refusal(bytes: &[u8], name: &str) -> Result<String, Box<dyn Error>> {
    match one(bytes, name) {
        Ok(article) => Err(format!("an article: {article:?}").into()),
        Err(error) => Ok(error.to_string()),
    }
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn examples(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples")
        .join(folder)
}

fn date(article: &Article) -> Option<String> {
    article.date.map(|date| date.to_string())
}

const TEXT: &str = "Speakers meet in Vaduz\n\nVADUZ, 3 March 2021 – The speakers of two small parliaments met on Wednesday and spoke \
                    of mountains, roads and the price of cheese.\n";

#[test]
fn the_example_articles_are_read_with_their_dates() -> Outcome {
    let folder = Input::Path(examples("articles"));
    let articles: Vec<Article> =
        articles([folder], &ReadOptions::default()).collect::<Result<_, _>>()?;
    assert_eq!(articles.len(), 12);
    assert!(articles.is_sorted_by_key(|article| article.label.clone()));
    for article in &articles {
        // The names begin with a state and, where the article has one, its date.
        let given: String = article.label.chars().skip(3).take(10).collect();
        let expected = (!given.starts_with("undated")).then_some(given);
        assert_eq!(date(article), expected, "{}", article.label);
        assert_eq!(article.lang.as_deref(), Some("en"), "{}", article.label);
    }
    Ok(())
}

#[test]
fn the_example_formats_are_read() -> Outcome {
    let folder = Input::Path(examples("formats"));
    let articles: Vec<Article> =
        articles([folder], &ReadOptions::default()).collect::<Result<_, _>>()?;
    let labels: Vec<&str> = articles
        .iter()
        .map(|article| article.label.as_str())
        .collect();
    assert_eq!(
        labels,
        [
            "memorandum-rabat",
            "la-2021-07-23-letter-hue",
            "mt-2024-12-05-oscepa-council",
            "riga-conference",
            "uz-2025-04-04-narbayeva-gilani",
            "om-2018-04-12-almulla-muscat",
            "il-2023-06-08-ohana-rabat",
        ]
    );
    for article in &articles {
        assert!(
            article.date.is_some() && article.lang.as_deref() == Some("en"),
            "{}",
            article.label
        );
        for mark in ["<", "**", "](", "Read also", "&amp;"] {
            assert!(!article.text.contains(mark), "{}: {mark}", article.label);
        }
    }
    let [page, letter, ..] = articles.as_slice() else {
        return Err("two articles at least".into());
    };
    assert!(
        page.text.starts_with(
            "Moroccan House of Representatives and Israeli Knesset Sign Memorandum in Rabat

"
        ),
        "{}",
        page.text
    );
    assert_eq!(page.publisher.as_deref(), Some("House of Representatives"));
    assert_eq!(
        page.url.as_deref(),
        Some("https://parliament.example/en/news/memorandum-rabat")
    );
    assert_eq!(letter.publisher.as_deref(), Some("News of parliaments"));
    assert_eq!(
        letter.url.as_deref(),
        Some("https://news.example/la-2021-07-23-letter-hue")
    );
    Ok(())
}

#[test]
fn plain_text_is_kept_byte_for_byte() -> Outcome {
    let article = one(TEXT.as_bytes(), "vaduz.txt")?;
    assert_eq!(article.text, TEXT);
    assert_eq!(article.label, "vaduz");
    assert_eq!(date(&article).as_deref(), Some("2021-03-03"));
    assert_eq!(article.title, None);
    let windows = TEXT.replace('\n', "\r\n");
    assert_eq!(one(windows.as_bytes(), "vaduz.txt")?.text, TEXT);
    Ok(())
}

#[test]
fn charsets_are_decoded() -> Outcome {
    let text = "БАДЕН, 3 марта 2021 г. – Председатели двух палат встретились в среду и говорили о горах, дорогах и ценах на сыр.";
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let (cp1251, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    for bytes in [
        text.as_bytes(),
        &utf16,
        &cp1251,
        &[b"\xef\xbb\xbf", text.as_bytes()].concat(),
    ] {
        let article = one(bytes, "baden.txt")?;
        assert_eq!(article.text, text);
        assert_eq!(article.lang.as_deref(), Some("ru"));
        assert_eq!(date(&article).as_deref(), Some("2021-03-03"));
    }
    let page = format!(
        "<html><head><meta charset=\"koi8-r\"><title>Сыр</title></head><body><p>{text}</p>"
    );
    let (koi8, _, _) = encoding_rs::KOI8_R.encode(&page);
    assert_eq!(one(&koi8, "baden.html")?.text, format!("Сыр\n\n{text}"));
    let lines: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(
            format!("{{\"text\": \"{text}\"}}\n")
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        )
        .collect();
    assert_eq!(one(&lines, "baden.jsonl")?.text, text);
    Ok(())
}

#[test]
fn gzip_of_any_format_is_unpacked() -> Outcome {
    assert_eq!(one(&gzip(TEXT.as_bytes())?, "vaduz.txt.gz")?.text, TEXT);
    assert_eq!(one(&gzip(TEXT.as_bytes())?, "vaduz.txt")?.label, "vaduz");
    let line = format!("{{\"text\": {TEXT:?}}}\n");
    assert_eq!(one(&gzip(line.as_bytes())?, "standard input")?.text, TEXT);
    Ok(())
}

#[test]
fn markdown_front_matter_is_taken() -> Outcome {
    let text = "---\nid: vaduz-1\ntitle: 'Speakers meet'\ndate: 3 March 2021\nurl: https://example.org/1\npublisher: Press Office\nlang: en\nrubric: cheese\n---\n\
                They *met* in [Vaduz](https://example.org).\n";
    let article = one(text.as_bytes(), "standard input")?;
    assert_eq!(article.text, "Speakers meet\n\nThey met in Vaduz.");
    assert_eq!(article.id.as_deref(), Some("vaduz-1"));
    assert_eq!(date(&article).as_deref(), Some("2021-03-03"));
    assert_eq!(article.publisher.as_deref(), Some("Press Office"));
    assert_eq!(
        article.extra.get("rubric").and_then(|value| value.as_str()),
        Some("cheese")
    );
    Ok(())
}

#[test]
fn atom_and_rdf_feeds_are_read() -> Outcome {
    let atom = "<?xml version='1.0'?><a:feed xmlns:a='http://www.w3.org/2005/Atom' xml:lang='fr'><a:title>Nouvelles</a:title>
        <a:entry><a:title type='html'>Une &amp;amp; deux</a:title><a:id>urn:1</a:id><a:link rel='self' href='x'/><a:link href='https://example.org/1'/>
        <a:updated>2021-03-03T10:00:00Z</a:updated><a:content type='xhtml'><div><p>Un <b>mot</b> &lt; deux</p><p>Fin<br/>ici</p></div></a:content></a:entry>
        <a:entry><a:title>Seul</a:title><a:id>urn:2</a:id></a:entry></a:feed>";
    let feed: Vec<Article> = read(atom.as_bytes(), "f.atom")
        .into_iter()
        .collect::<Result<_, _>>()?;
    let [first, second] = feed.as_slice() else {
        return Err(format!("{feed:?}").into());
    };
    assert_eq!(first.text, "Une & deux\n\nUn mot < deux\n\nFin\nici");
    assert_eq!(first.id.as_deref(), Some("urn:1"));
    assert_eq!(first.label, "urn-1");
    assert_eq!(first.url.as_deref(), Some("https://example.org/1"));
    assert_eq!(first.publisher.as_deref(), Some("Nouvelles"));
    assert_eq!(first.lang.as_deref(), Some("fr"));
    assert_eq!(date(first).as_deref(), Some("2021-03-03"));
    assert_eq!(second.text, "Seul");
    let rdf = "<rdf:RDF xmlns:rdf='r'><channel><title>News</title></channel><item rdf:about='https://example.org/2'><title>Talks</title>
        <description>They met &amp;lt;p&amp;gt;</description><dc:date>2021-03-03</dc:date></item></rdf:RDF>";
    let article = one(rdf.as_bytes(), "standard input")?;
    assert_eq!(article.id.as_deref(), Some("https://example.org/2"));
    assert_eq!(article.text, "Talks\n\nThey met <p>");
    Ok(())
}

#[test]
fn a_folder_is_walked_in_name_order_without_what_is_no_article() -> Outcome {
    let folder = tempfile::tempdir()?;
    let root = folder.path();
    fs::create_dir_all(root.join("b/inner"))?;
    fs::create_dir_all(root.join(".hidden"))?;
    for (name, bytes) in [
        ("c.txt", "C."),
        ("a.md", "A."),
        ("b/inner/z.html", "<p>Z."),
        ("b/empty.txt", ""),
        ("notes", "No ending."),
        ("a.json", "{}"),
        ("table.csv", "a,b"),
        ("map.xml", "<map/>"),
        ("image", "\0\0\0"),
        (".hidden/d.txt", "D."),
        (".e.txt", "E."),
    ] {
        fs::write(root.join(name), bytes)?;
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(root, root.join("b/loop"))?;
    let found: Vec<String> = articles([Input::Path(root.to_owned())], &ReadOptions::default())
        .map(|article| {
            article.map_or_else(|error| error.problem().to_string(), |article| article.text)
        })
        .collect();
    assert_eq!(
        found,
        ["A.", "there is no text in it", "Z.", "C.", "No ending."]
    );
    Ok(())
}

#[test]
fn a_format_that_is_asked_for_wins() -> Outcome {
    let options = ReadOptions {
        format: Some(InputFormat::Text),
        ..ReadOptions::default()
    };
    let page = io::Cursor::new(b"<p>Not a page".to_vec());
    let article = articles_from(page, "a.html", &options)
        .next()
        .ok_or("nothing")??;
    assert_eq!(article.text, "<p>Not a page");
    Ok(())
}
