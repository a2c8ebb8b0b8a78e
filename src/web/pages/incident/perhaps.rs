//! The prompt on the incident's page: which other acts may concern it, gathered under the fact that would tell, so that
//! one answer settles many. Decides nothing.

use crate::incident::relevance::Perhaps;
use crate::law::situation::fact::FactKey;
use crate::web::views::link::Link;
use crate::web::views::next_action;
use crate::web::views::wording::Wording;

/// One fact, or a few, with the acts that hang on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hanging {
    /// Where each fact is answered; none where no fact would settle it.
    pub facts: Vec<Link>,
    /// The acts, by the name people use.
    pub acts: Vec<Link>,
}

/// Acts gathered by what would settle them, the most on top; what no fact settles at the end.
#[must_use]
pub fn hanging(teller: &Wording<'_>, perhaps: &[Perhaps]) -> Vec<Hanging> {
    let mut groups: Vec<(&Perhaps, Vec<Link>)> = Vec::new();
    for one in perhaps {
        let Some(rulebook) = teller.library.rulebook(&one.rulebook) else { continue };
        let act = Link { href: format!("/rules/{}", rulebook.id), label: teller.words(&rulebook.short) };
        match groups.iter_mut().find(|(of, _)| of.missing == one.missing) {
            Some((_, acts)) => acts.push(act),
            None => groups.push((one, vec![act])),
        }
    }
    groups.sort_by_key(|(of, acts)| (of.missing.is_empty(), std::cmp::Reverse(acts.len())));
    let link = |key: &FactKey| Link {
        href: next_action::fact_href(teller, key),
        label: teller.t.act_settle(teller.fact(key)),
    };
    let group = |(of, acts): (&Perhaps, Vec<Link>)| Hanging { facts: of.missing.iter().map(link).collect(), acts };
    groups.into_iter().map(group).collect()
}
