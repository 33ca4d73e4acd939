//! The page as one file.

use std::io::{self, Write};

use sha2::{Digest as _, Sha256};

use super::asset::{SCRIPT, STYLE};
use super::data::{InsidePage, write_data};
use super::view::MOST_DRAWN;
use crate::export::ExportOptions;
use crate::graph::RelationGraph;

/// Writes the explorer with a graph in it as one HTML file that needs no server and no network.
///
/// The file forbids itself everything but the one script and the one style sheet that are written into it: both are
/// named by their hashes in its Content-Security-Policy, so that nothing that stands in an article is ever run, and
/// nothing is fetched from anywhere. The same graph gives the same bytes.
///
/// ```
/// use interparl::{explorer, export::ExportOptions, graph::RelationGraph};
/// let mut bytes = Vec::new();
/// explorer::write_page(&RelationGraph::new(), ExportOptions::default(), &mut bytes)?;
/// assert!(bytes.starts_with(b"<!doctype html>\n"));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// Where `out` does not take the bytes.
pub fn write_page(
    graph: &RelationGraph,
    options: ExportOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    write!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{}'; style-src '{}'; \
         img-src data: blob:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>Relations between parliaments</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <noscript>This page needs JavaScript. What it runs is written into this file; it fetches nothing.</noscript>\n\
         <script type=\"application/json\" id=\"interparl-data\">",
        hash(SCRIPT),
        hash(STYLE),
    )?;
    write_data(graph, options, MOST_DRAWN, &mut InsidePage(out))?;
    write!(
        out,
        "</script>\n<script type=\"module\">{SCRIPT}</script>\n</body>\n</html>\n"
    )
}

/// What names a script or style sheet in a Content-Security-Policy.
fn hash(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text.as_bytes())))
}

/// Bytes as letters of RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| three.get(at).copied().map_or(0, u32::from);
        let word = byte(0) << 16 | byte(1) << 8 | byte(2);
        for (at, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let six = usize::try_from(word >> shift & 63).unwrap_or_default();
            let letter = LETTERS.get(six).copied().map_or('A', char::from);
            text.push(if at > three.len() { '=' } else { letter });
        }
    }
    text
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at what is missing")]
mod tests {
    use super::*;
    use crate::explorer::view::tests::graph_of;

    #[test]
    fn base64_is_that_of_rfc_4648() {
        let cases = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ];
        for (plain, coded) in cases {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn the_file_has_one_script_and_names_no_other_place() {
        let mut bytes = Vec::new();
        write_page(&graph_of(2, 4), ExportOptions::default(), &mut bytes).unwrap();
        let page = String::from_utf8(bytes).unwrap();
        assert_eq!(
            page.matches("<script").count(),
            2,
            "the data and the script"
        );
        assert_eq!(page.matches("</script").count(), 2);
        assert_eq!(page.matches("</style").count(), 1);
        for there in ["src=\"", "href=\"http", "@import", "url(http"] {
            assert!(!page.contains(there), "{there}");
        }
    }
}
