//! A part of a list.

/// Which part of a list is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// At most this many rows.
    pub limit: i64,
    /// Leaving out this many before them.
    pub offset: i64,
}

impl Page {
    /// The first `limit` rows.
    #[must_use]
    pub const fn first(limit: i64) -> Self {
        Self { limit, offset: 0 }
    }

    /// The page with this number (counted from 1; anything lower is the first) of `size` rows.
    #[must_use]
    pub fn numbered(number: i64, size: i64) -> Self {
        let before = number.max(1).saturating_sub(1);
        Self { limit: size, offset: before.saturating_mul(size) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_count_from_one_and_never_reach_below_the_first() {
        assert_eq!(Page::numbered(1, 20), Page { limit: 20, offset: 0 });
        assert_eq!(Page::numbered(3, 20), Page { limit: 20, offset: 40 });
        assert_eq!(Page::numbered(-7, 20), Page::first(20));
    }
}
