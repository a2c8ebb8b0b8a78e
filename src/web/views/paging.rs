//! Where one is in a long list, and the links to the pages before and after.

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paging {
    /// Which page, from 1.
    pub number: i64,
    /// Entries on a page.
    pub size: i64,
    /// How many pages there are.
    pub pages: i64,
    /// Entries on all pages.
    pub total: i64,
    /// Where the page before is; empty for none.
    pub before: String,
    /// Where the page after is; empty for none.
    pub after: String,
}

/// The last page anybody can ask for.
const LAST: i64 = 1_000_000;

impl Paging {
    /// The page asked for; anything below the first is the first.
    #[must_use]
    pub fn at(number: i64, size: i64) -> Self {
        let number = number.clamp(1, LAST);
        Self { number, size, pages: 1, total: 0, before: String::new(), after: String::new() }
    }

    /// With its links, once it is known how much there is. `address` ends in `?` or `&`.
    #[must_use]
    pub fn of(self, total: i64, address: &str) -> Self {
        let pages = ((total + self.size - 1) / self.size).max(1);
        let link = |number: i64| format!("{address}page={number}");
        Self {
            pages,
            total,
            before: if self.number > 1 { link((self.number - 1).min(pages)) } else { String::new() },
            after: if self.number < pages { link(self.number + 1) } else { String::new() },
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_middle_page_has_both_links() {
        let links = |number| {
            let paging = Paging::at(number, 10).of(25, "/?");
            (paging.pages, !paging.before.is_empty(), !paging.after.is_empty())
        };
        assert_eq!((links(0), links(2), links(3)), ((3, false, true), (3, true, true), (3, true, false)));
    }
}
