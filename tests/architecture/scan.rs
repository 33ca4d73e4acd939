//! A plain reading of Rust: what is code and what is not, which words follow a path, where functions end.

/// The text with everything blank that is no code: comments, strings and characters. Line feeds stay, so that lines
/// keep their numbers.
pub(super) fn code_of(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut code = String::with_capacity(text.len());
    let mut i = 0;
    while i < chars.len() {
        let before = if i == 0 { ' ' } else { at(i - 1) };
        let end = if at(i) == '/' && at(i + 1) == '/' {
            end_of_line(&at, i, chars.len())
        } else if at(i) == '/' && at(i + 1) == '*' {
            end_of_comment(&at, i, chars.len())
        } else if let Some(hashes) = raw_string(&at, i).filter(|_| !is_word(before)) {
            end_of_raw(&at, i, hashes, chars.len())
        } else if at(i) == '"' {
            end_of_string(&at, i, chars.len())
        } else if at(i) == '\'' && (at(i + 1) == '\\' || at(i + 2) == '\'') {
            end_of_char(&at, i, chars.len())
        } else {
            code.push(at(i));
            i += 1;
            continue;
        };
        let end = end.min(chars.len());
        code.extend((i..end).map(|k| if at(k) == '\n' { '\n' } else { ' ' }));
        i = end;
    }
    code
}

const fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn end_of_line(at: &impl Fn(usize) -> char, start: usize, end: usize) -> usize {
    (start..end).find(|i| at(*i) == '\n').unwrap_or(end)
}

fn end_of_comment(at: &impl Fn(usize) -> char, start: usize, end: usize) -> usize {
    let mut depth = 0_usize;
    let mut i = start;
    while i < end {
        if at(i) == '/' && at(i + 1) == '*' {
            depth += 1;
            i += 2;
        } else if at(i) == '*' && at(i + 1) == '/' {
            depth -= 1;
            i += 2;
            if depth == 0 {
                return i;
            }
        } else {
            i += 1;
        }
    }
    end
}

/// The number of hashes of a raw string that begins here.
fn raw_string(at: &impl Fn(usize) -> char, start: usize) -> Option<usize> {
    let from = match (at(start), at(start + 1)) {
        ('r', _) => start + 1,
        ('b', 'r') => start + 2,
        _ => return None,
    };
    let hashes = (from..from + 256).take_while(|i| at(*i) == '#').count();
    (at(from + hashes) == '"').then_some(hashes)
}

fn end_of_raw(at: &impl Fn(usize) -> char, start: usize, hashes: usize, end: usize) -> usize {
    let open = (start..end).find(|i| at(*i) == '"').unwrap_or(end);
    let closes = |i: &usize| at(*i) == '"' && (1..=hashes).all(|k| at(i + k) == '#');
    (open + 1..end).find(closes).map_or(end, |i| i + 1 + hashes)
}

fn end_of_string(at: &impl Fn(usize) -> char, start: usize, end: usize) -> usize {
    let mut i = start + 1;
    while i < end && at(i) != '"' {
        i += if at(i) == '\\' { 2 } else { 1 };
    }
    i + 1
}

fn end_of_char(at: &impl Fn(usize) -> char, start: usize, end: usize) -> usize {
    let from = if at(start + 1) == '\\' {
        start + 3
    } else {
        start + 2
    };
    (from..end).find(|i| at(*i) == '\'').unwrap_or(end) + 1
}

/// The words of the code with their places: names, numbers, `::` as one, every other character by itself.
pub(super) fn words(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let length = if is_word(first) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        let (word, after) = rest.split_at(length);
        if !first.is_whitespace() {
            found.push((code.len() - rest.len(), word));
        }
        rest = after;
    }
    found
}

/// The line of a place, from 1.
pub(super) fn line_of(code: &str, place: usize) -> usize {
    let before = code.as_bytes().iter().take(place);
    before.filter(|byte| **byte == b'\n').count() + 1
}

/// The first segments of the paths that follow `lead`, a word before `::`: one, or those of a group in braces.
pub(super) fn segments<'c>(words: &[(usize, &'c str)], after: usize) -> Vec<(usize, &'c str)> {
    let word = |i: usize| words.get(i).map_or("", |(_, word)| *word);
    if word(after) != "{" {
        return words.get(after).copied().into_iter().collect();
    }
    let mut found = Vec::new();
    let (mut depth, mut i) = (1_usize, after + 1);
    while depth > 0 && i < words.len() {
        match word(i) {
            "{" => depth += 1,
            "}" => depth -= 1,
            name if depth == 1 && matches!(word(i - 1), "{" | ",") && name != "," => {
                found.extend(words.get(i).copied());
            }
            _ => {}
        }
        i += 1;
    }
    found
}

/// Where the brace that is the word at `open` is closed, as a place among the words.
pub(super) fn closing(words: &[(usize, &str)], open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (i, (_, word)) in words.iter().enumerate().skip(open) {
        match *word {
            "{" => depth += 1,
            "}" => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            return Some(i);
        }
    }
    None
}
