//! A change to a text that leaves most of it readable: whole lines, words, and numbers. Bytes alone would break the first
//! quotation mark and never get past the reader. Every second change is the engine's own all the same.

use crate::seeded::Dice;

/// Numbers at which arithmetic breaks, and what a writer may put in the place of a number.
const EXTREMES: &str =
    "0 1 -1 12 31 366 9999 10000 10001 4294967295 4294967296 9223372036854775807 -9223372036854775808";
/// Times at which a clock breaks.
const TIMES: &str = r#""1970-01-01T00:00:00Z" "9998-12-31T23:59:59Z" "2026-02-29" "2025-11-20T16" 2028-12-31 9999-12-31
    "2026-03-29T02:30:00" "-262143-01-01""#;

/// Changes the text in `data` (its first `size` bytes; `most` is its longest) and returns its new length, or `None`
/// where the engine is to change it in its own way.
pub fn mutate(data: &mut [u8], size: usize, most: usize, seed: u32) -> Option<usize> {
    let mut dice = Dice::of(&seed.to_le_bytes());
    if dice.below(2) == 0 {
        return None;
    }
    let text = std::str::from_utf8(data.get(..size)?).ok()?;
    let mut lines: Vec<String> = text.split('\n').map(ToOwned::to_owned).collect();
    for _ in 0..=dice.below(3) {
        change(&mut lines, &mut dice);
    }
    let changed = lines.join("\n");
    let length = changed.len().min(most).min(data.len());
    data.get_mut(..length)?.copy_from_slice(changed.as_bytes().get(..length)?);
    Some(length)
}

fn change(lines: &mut Vec<String>, dice: &mut Dice) {
    let (from, to) = (dice.below(lines.len()), dice.below(lines.len()));
    match dice.below(8) {
        0 if lines.len() > 1 => {
            lines.remove(from);
        }
        1 => lines.insert(to, lines.get(from).cloned().unwrap_or_default()),
        2 => lines.swap(from, to),
        // A whole stretch once more: a second duty, a second version.
        3 => {
            let end = (from + dice.below(12)).min(lines.len());
            let stretch: Vec<String> = lines.get(from..end).unwrap_or_default().to_vec();
            lines.splice(to..to, stretch);
        }
        4 | 5 => exchange(lines, from, is_number, EXTREMES, dice),
        6 => exchange(lines, from, is_time, TIMES, dice),
        _ => borrow(lines, from, to, dice),
    }
}

fn is_number(word: &str) -> bool {
    word.parse::<i64>().is_ok()
}

fn is_time(word: &str) -> bool {
    word.contains('-') && word.contains(|c: char| c.is_ascii_digit())
}

/// The words of a line, each with the byte at which it begins.
fn words(line: &str) -> Vec<(usize, &str)> {
    let part = |c: char| c.is_alphanumeric() || "-_:.@/\"".contains(c);
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(begin) = rest.find(part) {
        let word = rest.get(begin..).unwrap_or_default();
        let length = word.find(|c| !part(c)).unwrap_or(word.len());
        found.push((line.len() - rest.len() + begin, word.get(..length).unwrap_or_default()));
        rest = word.get(length..).unwrap_or_default();
    }
    found
}

/// Puts something of a list in the place of a word, at or after a line, that is of the kind wanted.
fn exchange(lines: &mut [String], from: usize, wanted: fn(&str) -> bool, with: &str, dice: &mut Dice) {
    let with: Vec<&str> = with.split_whitespace().collect();
    for line in lines.iter_mut().skip(from) {
        let fit: Vec<(usize, usize)> =
            words(line).into_iter().filter(|(_, word)| wanted(word)).map(|(at, word)| (at, at + word.len())).collect();
        if let (Some((begin, end)), Some(new)) = (dice.one(&fit), dice.one(&with)) {
            line.replace_range(begin..end, new);
            return;
        }
    }
}

/// Puts a word of one line in the place of a word of another.
fn borrow(lines: &mut [String], from: usize, to: usize, dice: &mut Dice) {
    let Some(word) = lines.get(from).and_then(|line| dice.one(&words(line)).map(|(_, word)| word.to_owned())) else {
        return;
    };
    if let Some(line) = lines.get_mut(to) {
        let places: Vec<(usize, usize)> = words(line).into_iter().map(|(at, word)| (at, at + word.len())).collect();
        if let Some((begin, end)) = dice.one(&places) {
            line.replace_range(begin..end, &word);
        }
    }
}
