//! The short name of an article for messages and file names.

use std::path::Path;

use super::clean::without_sequences;
use super::format::extension;

/// No label is longer, in bytes: file systems allow 255 with an ending and a number.
const LONGEST: usize = 120;

/// A label from any words: letters, digits, `-`, `_`, `.` and `+` stay, runs of anything else become one `-`.
/// Never empty, never hidden, never a path.
pub(super) fn safe_label(words: &str) -> String {
    let mut label = String::new();
    for character in without_sequences(words).chars() {
        if label.len() + character.len_utf8() > LONGEST {
            break;
        }
        if character.is_alphanumeric() || matches!(character, '-' | '_' | '.' | '+') {
            label.push(character);
        } else if !label.ends_with('-') {
            label.push('-');
        }
    }
    let label = label.trim_matches(['-', '.']);
    if label.is_empty() {
        "article".to_owned()
    } else {
        label.to_owned()
    }
}

/// The label of a file: its name without folder, `.gz` and ending.
pub(super) fn file_label(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut stem: &str = &name;
    if let Some((before, ending)) = stem.rsplit_once('.')
        && ending.eq_ignore_ascii_case("gz")
        && !before.is_empty()
    {
        stem = before;
    }
    if extension(path).is_some()
        && let Some((before, _)) = stem.rsplit_once('.')
    {
        stem = before;
    }
    safe_label(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_file_names() {
        assert_eq!(
            safe_label("https://example.org/a?b=1"),
            "https-example.org-a-b-1"
        );
        assert_eq!(safe_label("../../etc/passwd"), "etc-passwd");
        assert_eq!(safe_label("\u{1b}[31mred\u{1b}[0m\u{202e}"), "red");
        assert_eq!(safe_label("\u{1b}[31m\u{202e}"), "article");
        assert_eq!(safe_label(" / "), "article");
        assert_eq!(safe_label("Қошанов в Риге"), "Қошанов-в-Риге");
        assert!(safe_label(&"Ә".repeat(500)).len() <= LONGEST);
    }

    #[test]
    fn a_file_is_called_by_its_stem() {
        let label = |name: &str| file_label(Path::new(name));
        assert_eq!(label("a/kz-2024-06-14.txt"), "kz-2024-06-14");
        assert_eq!(label("a/kz.v2.html.gz"), "kz.v2");
        assert_eq!(label("visit 22.08.2016"), "visit-22.08.2016");
        assert_eq!(label("notes.gz"), "notes");
    }
}
