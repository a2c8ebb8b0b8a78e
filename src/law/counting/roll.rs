//! Where a period goes that would end on a closed day.

use super::convention::{Roll, Span};
use super::days::Days;
use super::step::CountStep;
use crate::base::moment::Moment;

/// The end after rolling; the same where the last day is open, nothing rolls or no calendar is known.
pub(crate) fn roll(days: &mut Days<'_>, span: Span, ends: Moment, roll: Roll) -> Moment {
    let at_noon = match (roll, span) {
        (Roll::None, _) | (Roll::EndOfNextOpenDay, Span::Hours(_)) | (_, Span::WorkingDayHours(_)) => return ends,
        (Roll::EndOfNextOpenDay, _) => false,
        (Roll::NoonOfNextOpenDay, _) => true,
    };
    if !days.has_calendar() {
        return ends;
    }
    let from = days.day_of(ends);
    let Some(why) = days.closed(from) else { return ends };
    let to = days.next_open(from);
    let rolled = if at_noon { days.noon_of(to) } else { days.closing_of(to) };
    days.note(CountStep::Rolled { from, why, to, ends: rolled });
    if !at_noon {
        days.note_closing(to);
    }
    rolled
}
