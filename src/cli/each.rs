//! `build --each`: one file an article, called after it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::failure::{Failure, reason};
use super::terminal::is_unprintable;

/// File names of most systems end at 255 bytes; an ending and a suffix are to fit as well.
const LONGEST: usize = 200;

/// A folder that gets one file an article.
pub(crate) struct Folder {
    path: PathBuf,
    ending: &'static str,
    taken: BTreeSet<String>,
}

impl Folder {
    /// The folder, made if it is not there. Files get the ending.
    pub(crate) fn open(path: &Path, ending: &'static str) -> Result<Self, Failure> {
        let cannot =
            |why: &str| Failure::new(format!("cannot write into \"{}\": {why}", path.display()));
        if path.exists() && !path.is_dir() {
            return Err(cannot("it is not a folder").hint("with --each, -o names a folder"));
        }
        fs::create_dir_all(path).map_err(|e| cannot(&reason(&e)))?;
        Ok(Self {
            path: path.to_owned(),
            ending,
            taken: BTreeSet::new(),
        })
    }

    /// The file for an article of that label. A label that came before gets a number: `a`, `a-2`, `a-3`.
    pub(crate) fn file_for(&mut self, label: &str) -> PathBuf {
        let stem = file_stem(label);
        let mut name = stem.clone();
        let mut number = 2;
        // Letters of either case are one name on some systems.
        while !self.taken.insert(name.to_lowercase()) {
            name = format!("{stem}-{number}");
            number += 1;
        }
        self.path.join(format!("{name}.{}", self.ending))
    }
}

/// A label as a file name that stays in its folder on every system.
fn file_stem(label: &str) -> String {
    let mut stem = String::new();
    for c in label.trim().chars() {
        let bad =
            is_unprintable(c) || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
        let leading_dot = c == '.' && stem.is_empty();
        if stem.len() + c.len_utf8() > LONGEST {
            break;
        }
        stem.push(if bad || leading_dot { '_' } else { c });
    }
    if stem.is_empty() {
        stem.push_str("article");
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stay_in_the_folder() {
        for (label, stem) in [
            ("de-001", "de-001"),
            ("../../etc/passwd", "_._.._etc_passwd"),
            ("https://news.example/a?b", "https___news.example_a_b"),
            ("a\u{1B}[31m\u{202E}b", "a_[31m_b"),
            ("", "article"),
            (".hidden", "_hidden"),
        ] {
            assert_eq!(file_stem(label), stem, "{label:?}");
        }
        assert!(file_stem(&"ә".repeat(300)).len() <= LONGEST);
    }

    #[test]
    fn labels_that_collide_get_a_number() -> Result<(), Box<dyn std::error::Error>> {
        let dir = tempfile::tempdir()?;
        let mut folder = Folder::open(&dir.path().join("new"), "json").map_err(|_| "no folder")?;
        let mut name = |label: &str| {
            let path = folder.file_for(label);
            path.file_name().map(|n| n.to_string_lossy().into_owned())
        };
        let names = [name("a"), name("A"), name("a-2"), name("a")];
        let names: Vec<_> = names.into_iter().flatten().collect();
        assert_eq!(names, ["a.json", "A-2.json", "a-2-2.json", "a-3.json"]);
        Ok(())
    }
}
