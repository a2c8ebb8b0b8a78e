### The library of rules as data.

## Law as data: the library, its changes, its tests.

library-sections = Sections of the rules
library-changes = Changes of the law
library-freshness = To be checked again
library-self-test = Self-test
library-totals = { $books } acts, { $duties } duties.
library-stale-count = Not checked for 180 days or more: { $count }.
library-recalled-count = Written from memory, unverified: { $count }.
library-all-changes = All changes, past and to come
library-duties-on = Duties on { $date }
library-arranged = Arrangement of the duties
library-by-jurisdiction = By jurisdiction
library-by-recipient = By recipient
library-by-deadline = By deadline, shortest first
library-find = Search the duties
library-find-hint = Words from the title, the act, the country, the article, the recipient or the time limit
library-found = { $count ->
    [one] { $count } duty found for “{ $words }”.
   *[other] { $count } duties found for “{ $words }”.
}
library-none-found = Nothing found for “{ $words }”
library-none-found-body = Every word must occur, in the language of this page. Try fewer words, or the name of a country or of an act.
library-show-everything = Show all duties
library-count = { $count ->
    [one] { $count } duty
   *[other] { $count } duties
}
library-order = Where your organisation is comes first, then where something is going to change.
library-open-all = Open all groups
library-fold = Fold the groups
library-ahead = Change ahead
library-next-change = Next: { $date }
library-union-members = For every member state. A member state’s own law is in this library only where it has a group of its own.
library-yours = Where your organisation is
library-since = since { $date }
library-in-force = In force
library-from = From { $date }
library-repealed = Repealed
library-pending = Not law yet: { $status }
library-change-pending = Change pending
library-not-verified-for = Not checked for { $count } days
library-own = Own rulebook
library-overrides = Own rulebook, overrides the supplied one
library-band-six-hours = Up to 6 hours
library-band-one-day = Up to 24 hours
library-band-three-days = Up to 3 days
library-band-ten-days = Up to 10 days
library-band-month = Up to 31 days
library-band-longer = Longer
library-band-no-number = No number in the law
library-band-not-read = Time not read
library-band-continuing = Continuing
library-band-no-clock = No clock
library-band-not-in-force = Not in force on this day
library-european-union = European Union
library-economic-area = European Economic Area
library-jurisdiction = Jurisdiction
library-every-jurisdiction = Every jurisdiction
library-choose = Show

## The changelog

library-changes-intro = Every version of every duty and fine that begins or ends, made from the rulebooks. The earliest entry of an act is the day from which it was read; the duty itself may be older.
library-changes-none = Nothing is recorded here.
library-change-count = { $count } changes
library-upcoming = To come
library-pending-title = Law without a date of force
library-pending-intro = Adopted or drafted, and shown for information only. It starts no clock.
library-pending-none = None is known to this program.
library-expected = expected { $date }
library-event-recorded = Recorded from here on
library-event-enters = Comes into force
library-event-changes = Changes
library-event-ends = Ends
library-instead-of = { $now }; before: { $before }
library-as-before = { $now }, as before
amended-nothing = { $now }; nothing is different from before
amended-reckoned-otherwise = { $now }; before, it was reckoned in another way
amended-condition-added = New condition: { $terms }.
amended-condition-dropped = No longer a condition: { $terms }.
amended-ground-added = New case in which it arises: { $terms }.
amended-ground-dropped = No longer a case in which it arises: { $terms }.
amended-exception-added = New exception or special rule: { $terms }.
amended-exception-dropped = No longer an exception or special rule: { $terms }.
amended-counting = Periods are counted in another way.
amended-receipt = It must now be received by the limit, not only sent.
amended-sent = It is now enough to send it by the limit.
amended-late = When late, it now needs: { $words }
amended-late-dropped = What a late one needed is no longer asked for.
amended-guideline = Guideline, not binding: { $words }
amended-guideline-dropped = The guideline of before no longer counts.
amended-not-before-dropped = It may now be done earlier than before.
amended-first-limb = Besides the number the rule now asks: { $limb }.
amended-first-limb-dropped = The words for speed beside the number are gone.
amended-practice = Other sums have been seen in practice.
amended-provision = Now in { $now }; before: { $before }.
amended-note = To note from this day: { $note }
amended-note-dropped = What was to be noted before is no longer so.
amended-record = Only the source of the text differs; all else is as before.
library-fine-of = { $fine } ({ $duty })
library-part-of = { $part }: { $whole }

## Freshness

library-stale = Not checked for { $days } days or more
library-stale-note = The law may have changed since. Look these up before relying on them.
library-recalled = Unverified, from memory
library-analysis = Our own reading
library-secondary = From secondary sources
library-freshness-none = Nothing.
library-whole-act = The act as a whole
library-awareness-basis = Rank of awareness: { $basis }

## Calendars

library-calendars = Calendars
library-calendar = Calendar
library-covers = Covers
library-covers-note = It says nothing about other days, and nothing is guessed.
library-weekend = Closed every week
library-left-out = What it leaves out
library-used-by = Used by
library-days-of = Closed days of { $year }
library-day = Day
library-weekday = Weekday
library-day-name = Name
library-day-marks = Remarks
library-day-substitute = Stands for another
library-day-announced = Announced year by year
library-day-expected = Expected, not announced yet
library-announced-to = Announced to
library-announced-to-note = Later days marked as expected may still move, and others may be added. The safe internal deadline does not rely on them.
library-day-worked = Worked by decree
library-monday = Monday
library-tuesday = Tuesday
library-wednesday = Wednesday
library-thursday = Thursday
library-friday = Friday
library-saturday = Saturday
library-sunday = Sunday
library-calendar-ended = Has ended
library-calendar-ends = Ends in { $count } days
library-calendar-long-enough = Reaches far enough
library-first-day = First day covered
library-last-day = Last day covered

## The self-test

library-self-test-intro = Beside each rulebook stand cases written from the statute: a situation, and what the law says about it. They were run in this program as it is running now.
library-test-totals = { $cases } cases, { $statements } statements about duties: { $green } as expected, { $red } not.
library-green = As expected
library-red = Not as expected
library-red-title = What did not come out as expected
library-untested = Rulebooks without cases
library-files = Files of cases
library-file = File
library-rulebook = Rulebook
library-cases = Cases
library-statements = Statements
library-outcome = Outcome
library-line = line { $line }
library-expected-found = expected “{ $expected }”, found “{ $found }”
library-cases-of = Every case of: { $act }
library-to-rulebook = To the rulebook
library-every-case = All rulebooks
library-no-cases = It has none.
library-its-cases = Its cases and how they come out

## A rulebook and a duty

library-as-file = The file as it is
library-standing = On this day
library-source = Source
library-scope = Concerns an incident when all hold
library-asked = Asked as
library-units = Units of fines
library-unit = Unit
library-period = Period
library-value = Value
library-starts = What would start this clock
library-met-by = Also met by
library-over-time = Over time
library-bar-note = Each bar is a version; the line marks { $date }. The versions follow in words.
library-receipt = It must be received by then, not only sent.
library-ordering = Not before
library-not-before = Not before { $moment }: { $why }
library-when-late = When it is late
library-late = { $words } ({ $cite })
library-late-at-most = In no case later than { $span } from the start.
library-guideline = Guideline
library-not-binding = Not binding
library-note = Note
library-goes-before = Goes before: { $terms }.
library-hold-at-end = It is not due before that ends.
library-hold-extends = The limit moves by the same length.
library-hold-afresh = The period begins again when that ends.
library-hold-longest = At the longest: { $span }.
library-fine-when = Only where: { $condition }
library-fine-unless = Not where: { $condition }
library-around = What it is connected with
library-looks-at = Looks at
library-looked-at-by = Looked at by

## Counting

library-counting = How it counts
library-counting-plain = The rulebook names no rule of counting; the plainest is taken.
library-hours-elapsed = Hours run from the event to the second; nights, weekends and holidays count.
library-hours-full = The hour of the event does not count; counting begins with the next full hour.
library-first-day-excluded = The day of the event does not count; the last day counts to its end.
library-first-day-included = The day of the event is day 1.
library-first-day-open = The day of the event does not count; an event on a closed day makes the next open day day 1.
library-days-in = Days are days in { $zone }.
library-roll-none = A last day that is closed does not move.
library-roll-end = A last day that is closed moves to the end of the next open day.
library-roll-noon = An end on a closed day moves to noon of the next open day.
library-roll-when = It moves only where: { $term } ({ $test }).
library-two-working-days = A period of two days or more holds at least two working days.
library-calendar-by = The calendar is the one named by the answer to: { $fact }.
library-zone-by = Days end on the clock of the place named by the answer to: { $fact }.
library-until-hour = The recipient's day ends at { $hour } ({ $zone }); what comes later came the next open day.

## Conditions in words

library-if-all = all of [{ $parts }]
library-if-any = one of [{ $parts }]
library-if-some = at least { $count } of [{ $parts }]
library-if-not = not [{ $part }]
library-if-is = { $fact }: { $answer }
library-if-at-least = { $what }: { $amount } or more
library-if-more-than = { $what }: more than { $amount }
library-if-one-of = { $fact }: { $choices }
library-choices-from = { $choices } (from { $from })
library-choices-until = { $choices } (until { $until })
library-choices-between = { $choices } (from { $from } until { $until })
library-if-happened = Recorded: { $what }
library-deadline-switch = { $first } where { $condition }; otherwise { $second }
library-and-more = and { $count } more
