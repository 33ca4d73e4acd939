//! No bytes whatever break a reader.

use std::io;

use interparl::document::{InputFormat, ReadOptions, articles_from};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any bytes in any format are articles or errors, and the text of an article is clean and has words.
    #[test]
    fn arbitrary_bytes_never_break_a_reader(bytes in prop::collection::vec(any::<u8>(), 0..2000), format in 0..5_usize) {
        check_any(&bytes, format)?;
    }

    /// The same for what looks like the format.
    #[test]
    fn arbitrary_markup_never_breaks_a_reader(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "<p>", "</p>", "<div>", "</div", "<b>", "</b>", "<!--", "-->", "<script>", "</script>", "<svg", "<table><tr>", "<a href='",
                "<rss><channel>", "<item>", "</item>", "<title>", "</title>", "<feed>", "<entry>", "<content type='xhtml'>", "<![CDATA[", "]]>",
                "&amp;", "&#x0;", "&", "---\n", "title: x\n", "# ", "- ", "[a](b)", "```\n", "|", "**", "\n", "{\"text\": \"", "\"}\n", "\\u00", "\u{0}",
                "\u{202e}", "\r", "Ә", "words of it", "2024-06-14", "14 June 2024 – ", "жылғы", "1.2.2024",
            ]),
            0..40,
        ),
        format in 0..5_usize,
    ) {
        check_any(pieces.concat().as_bytes(), format)?;
    }
}

fn check_any(bytes: &[u8], format: usize) -> Result<(), TestCaseError> {
    let options = ReadOptions {
        format: InputFormat::ALL.get(format).copied(),
        ..ReadOptions::default()
    };
    for article in articles_from(io::Cursor::new(bytes.to_vec()), "any", &options) {
        match article {
            Ok(article) => {
                prop_assert!(!article.text.trim().is_empty());
                prop_assert!(!article.label.is_empty() && !article.label.contains(['/', '\\']));
                prop_assert!(
                    !article
                        .text
                        .chars()
                        .any(|c| c.is_control() && c != '\n' && c != '\t')
                );
                // The text of an article is its own text: reading it again changes nothing.
                let text = ReadOptions {
                    format: Some(InputFormat::Text),
                    ..options
                };
                let again: Vec<_> = articles_from(
                    io::Cursor::new(article.text.clone().into_bytes()),
                    "any",
                    &text,
                )
                .collect();
                if let [Ok(again)] = again.as_slice() {
                    prop_assert_eq!(&again.text, &article.text);
                }
            }
            Err(error) => prop_assert_eq!(error.to_string().lines().count(), 1),
        }
    }
    Ok(())
}
