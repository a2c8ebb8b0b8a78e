//! A hash, laid out for the eye.

/// A hash in groups, so that it can be compared by eye and broken over lines.
#[must_use]
pub fn groups(hash: &str) -> Vec<String> {
    let characters: Vec<char> = hash.chars().collect();
    characters.chunks(8).map(|group| group.iter().collect()).collect()
}
