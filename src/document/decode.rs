//! Bytes to text.
//!
//! Knows charsets and byte order marks; never looks at what the text says, but for a declared charset.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::Problem;

/// How far into a page a declaration of its charset is looked for; HTML itself says 1024.
const DECLARATION_BYTES: usize = 4096;
/// How much of the bytes is looked at to tell text from anything else.
const SAMPLE_BYTES: usize = 8192;

/// Decodes text: by its byte order mark, as UTF-8, else by a guess.
///
/// # Errors
/// [`Problem::Binary`] where the bytes are no text.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Problem> {
    decode_declared(bytes, None)
}

/// Decodes a page or a feed: as [`decode`], with the charset that its head declares before any guess.
///
/// Bytes with accents that are valid UTF-8 are UTF-8 whatever the head declares: nothing else looks like it, and
/// many a page was converted without its declaration.
///
/// # Errors
/// [`Problem::Binary`] where the bytes are no text.
pub(super) fn decode_markup(bytes: &[u8]) -> Result<Cow<'_, str>, Problem> {
    let head = bytes.get(..DECLARATION_BYTES).unwrap_or(bytes);
    decode_declared(bytes, declared_charset(head))
}

fn decode_declared<'b>(
    bytes: &'b [u8],
    declared: Option<&'static Encoding>,
) -> Result<Cow<'b, str>, Problem> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        if encoding != UTF_8 {
            return Ok(encoding.decode_without_bom_handling(rest).0);
        }
        refuse_binary(rest)?;
        return Ok(String::from_utf8_lossy(rest));
    }
    refuse_binary(bytes)?;
    let declared = declared.filter(|e| *e != UTF_8 && *e != UTF_16LE && *e != UTF_16BE);
    if let Ok(text) = std::str::from_utf8(bytes)
        && (declared.is_none_or(Encoding::is_ascii_compatible) || !text.is_ascii())
    {
        return Ok(Cow::Borrowed(text));
    }
    if let Some(encoding) = declared {
        return Ok(encoding.decode_without_bom_handling(bytes).0);
    }
    if is_damaged_utf8(bytes) {
        return Ok(String::from_utf8_lossy(bytes));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    Ok(guess.decode_without_bom_handling(bytes).0)
}

/// What bytes are when they are not text; `None` for text. Looks at the first 8 KiB.
pub(super) fn binary_kind(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: [(&[u8], &str); 9] = [
        (b"%PDF-", "a PDF document"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"\xd0\xcf\x11\xe0", "an old office document"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"BZh", "bzip2 data"),
        (b"\xfd7zXZ", "xz data"),
        (b"\x28\xb5\x2f\xfd", "zstd data"),
    ];
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(kind);
    }
    if matches!(Encoding::for_bom(bytes), Some((encoding, _)) if encoding != UTF_8) {
        return None;
    }
    let sample = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    let controls = sample
        .iter()
        .filter(|b| b.is_ascii_control() && !b.is_ascii_whitespace() && **b != 0x1b)
        .count();
    (sample.contains(&0) || controls * 10 > sample.len()).then_some("binary data")
}

fn refuse_binary(bytes: &[u8]) -> Result<(), Problem> {
    binary_kind(bytes).map_or(Ok(()), |kind| Err(Problem::Binary(kind)))
}

/// Whether bytes are UTF-8 with a few bad places (a cut character, a stray byte) rather than another charset.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad.saturating_mul(10)
}

/// The charset after the first `charset=` or `encoding=` of a head.
fn declared_charset(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    ["charset", "encoding"].iter().find_map(|key| {
        head.split(key).skip(1).find_map(|after| {
            let value = after.trim_start().strip_prefix('=')?.trim_start();
            let value = value.trim_start_matches(['"', '\'', '\\']);
            let end = value.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:".contains(c));
            let (label, _) = value.split_at(end.unwrap_or(value.len()));
            Encoding::for_label(label.as_bytes())
        })
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that fails may panic")]
mod tests {
    use super::*;

    const RUSSIAN: &str = "Председатель Государственной Думы прибыл в столицу с официальным визитом и провёл переговоры.";

    #[test]
    fn byte_order_marks_decide() {
        assert_eq!(decode(b"\xef\xbb\xbfabc").unwrap(), "abc");
        let utf16: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain("Ә бір".encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        assert_eq!(decode(&utf16).unwrap(), "Ә бір");
        let utf16: Vec<u8> = [0xfe, 0xff]
            .into_iter()
            .chain("Ә бір".encode_utf16().flat_map(u16::to_be_bytes))
            .collect();
        assert_eq!(decode(&utf16).unwrap(), "Ә бір");
    }

    #[test]
    fn old_charsets_are_guessed() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(RUSSIAN);
        assert_eq!(decode(&bytes).unwrap(), RUSSIAN);
        assert_eq!(
            decode(b"L'Assembl\xe9e f\xe9d\xe9rale a si\xe9g\xe9").unwrap(),
            "L'Assemblée fédérale a siégé"
        );
    }

    #[test]
    fn a_declared_charset_is_believed_unless_the_bytes_are_utf8() {
        let page = format!("<meta charset=koi8-r><p>{RUSSIAN}");
        let (bytes, _, _) = encoding_rs::KOI8_R.encode(&page);
        assert_eq!(decode_markup(&bytes).unwrap(), page);
        let page = format!(
            "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\"><p>{RUSSIAN}"
        );
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(&page);
        assert_eq!(decode_markup(&bytes).unwrap(), page);
        assert_eq!(decode_markup(page.as_bytes()).unwrap(), page);
    }

    #[test]
    fn utf8_with_a_broken_place_stays_utf8() {
        let mut bytes = RUSSIAN.as_bytes().to_vec();
        bytes.pop();
        bytes.truncate(bytes.len() - 2);
        assert!(decode(&bytes).unwrap().starts_with("Председатель"));
    }

    #[test]
    fn what_is_not_text_is_refused_by_name() {
        for (bytes, kind) in [
            (&b"%PDF-1.7 abc"[..], "a PDF document"),
            (b"PK\x03\x04\x14\x00", "a ZIP archive or an office document"),
            (b"ab\x00cd", "binary data"),
            (b"\x01\x02\x03\x04abc\x05", "binary data"),
        ] {
            assert!(matches!(decode(bytes), Err(Problem::Binary(k)) if k == kind));
        }
    }
}
