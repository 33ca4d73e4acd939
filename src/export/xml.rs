//! Words on their way into XML; SVG, `GraphML` and GEXF take the same one.

/// The one way of words into the file: markup becomes entities, and what XML does not allow is left out.
pub(crate) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push('\n'),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_control_characters_do_not_get_through() {
        assert_eq!(
            escaped("</script>\u{1b}[1m\u{0}\"&'\n"),
            "&lt;/script&gt;[1m&quot;&amp;&#39;\n"
        );
    }
}
