//! Character references of HTML, as far as they occur in feeds and Markdown.

use std::borrow::Cow;

/// The longest reference that is looked for.
const LONGEST: usize = 12;

/// The names that news really has.
const NAMES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("shy", '\u{ad}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("deg", '°'),
    ("sect", '§'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("euro", '€'),
    ("pound", '£'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("atilde", 'ã'),
    ("auml", 'ä'),
    ("aring", 'å'),
    ("aelig", 'æ'),
    ("ccedil", 'ç'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("euml", 'ë'),
    ("igrave", 'ì'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("ntilde", 'ñ'),
    ("ograve", 'ò'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("otilde", 'õ'),
    ("ouml", 'ö'),
    ("oslash", 'ø'),
    ("oelig", 'œ'),
    ("szlig", 'ß'),
    ("ugrave", 'ù'),
    ("uacute", 'ú'),
    ("ucirc", 'û'),
    ("uuml", 'ü'),
    ("yacute", 'ý'),
    ("iexcl", '¡'),
    ("iquest", '¿'),
    ("ordf", 'ª'),
    ("ordm", 'º'),
];

/// The character that a reference stands for, without its `&` and `;`: `amp`, `#8211`, `#x2013`.
pub(crate) fn entity(reference: &str) -> Option<char> {
    if let Some(number) = reference.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return code.ok().and_then(char::from_u32).filter(|c| *c != '\0');
    }
    if let Some((_, character)) = NAMES.iter().find(|(name, _)| *name == reference) {
        return Some(*character);
    }
    // `Eacute` is the capital of `eacute`.
    let (first, rest) = reference.split_at_checked(1)?;
    let lower = first.to_ascii_lowercase() + rest;
    let (_, character) = NAMES.iter().find(|(name, _)| *name == lower)?;
    let is_letter = first.starts_with(|c: char| c.is_ascii_uppercase()) && character.is_lowercase();
    character.to_uppercase().next().filter(|_| is_letter)
}

/// The text with the references that are known replaced; others stay as they stand.
pub(super) fn decode_entities(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        // Only the next few bytes are searched: a text of nothing but `&` must not take the square of its length.
        let end = after.bytes().take(LONGEST + 1).position(|b| b == b';');
        let known = end.and_then(|end| {
            let (reference, next) = (after.get(..end)?, after.get(end + 1..)?);
            Some((entity(reference)?, next))
        });
        if let Some((character, next)) = known {
            decoded.push(character);
            rest = next;
        } else {
            decoded.push('&');
            rest = after;
        }
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_references_are_replaced_once() {
        assert_eq!(
            decode_entities("A &amp;lt; B &#8211; &#x41;&Eacute;&eacute;"),
            "A &lt; B – AÉé"
        );
        assert_eq!(
            decode_entities("R&D; AT&T &bogus; &#0; &#xffffffff; &"),
            "R&D; AT&T &bogus; &#0; &#xffffffff; &"
        );
    }
}
