//! What a breach may cost, in words: ceilings, shares of turnover, imprisonment, charges by the day. Always "up to",
//! because the law gives ceilings; sums seen in practice are somebody else's sentence.

use crate::law::money::{Currency, Money};
use crate::law::rulebook::{Base, FineVersion};
use crate::law::verdict::{Daily, Exposure};
use crate::locales::Text;

/// The penalty threatened in one incident.
#[must_use]
pub fn threatened(t: Text, exposure: &Exposure) -> String {
    let share = exposure.share_of_turnover.map(|share| match exposure.share_gives {
        Some((year, sum)) => t.paper_share_gives(t.share(share), year, t.money(sum)),
        None => t.paper_share(t.share(share)),
    });
    let daily = exposure.daily.as_ref().and_then(|daily| growing(t, daily));
    words(t, [share, exposure.ceiling.map(|sum| up_to(t, sum)), prison(t, exposure.prison_months), daily])
}

/// The penalty that a version of a rule threatens.
#[must_use]
pub fn of_version(t: Text, version: &FineVersion, currency: Currency) -> String {
    let share = version.share.map(|share| match share.base {
        Base::PriorYear => t.paper_share_prior(t.share(share.per_ten_thousand)),
        Base::LargerOfPriorYearAndThreeYearAverage => t.paper_share_larger(t.share(share.per_ten_thousand)),
    });
    let sum = |minor| Money { minor, currency };
    let ceiling = version.ceiling.map(|minor| match share {
        Some(_) => t.paper_without_turnover(t.money(sum(minor))),
        None => up_to(t, sum(minor)),
    });
    let daily =
        version.daily.map(|daily| t.paper_daily_rule(t.share(daily.per_ten_thousand), t.money(sum(daily.fallback))));
    words(t, [share, ceiling, prison(t, version.prison_months), daily])
}

fn growing(t: Text, daily: &Daily) -> Option<String> {
    let per_day = daily.per_day.or(daily.fallback)?;
    Some(match daily.until_now.filter(|_| daily.days > 0) {
        Some(sum) => t.paper_daily_until_now(t.money(per_day), daily.days, t.money(sum)),
        None => t.paper_daily(t.money(per_day)),
    })
}

fn up_to(t: Text, sum: Money) -> String {
    t.mail_up_to(t.money(sum))
}

/// Longest imprisonment: in years where they are whole.
fn prison(t: Text, months: Option<u32>) -> Option<String> {
    let months = months?;
    Some(if months.is_multiple_of(12) { t.paper_prison_years(months / 12) } else { t.paper_prison_months(months) })
}

fn words<const N: usize>(t: Text, parts: [Option<String>; N]) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { t.paper_no_ceiling() } else { parts.join("; ") }
}
