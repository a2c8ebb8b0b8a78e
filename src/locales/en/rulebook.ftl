### The library of rules.

rulebook-title = Rules
rulebook-intro = The law this program knows, act by act, with every version from its day on. Choose a day to see what was, is or will be in force.
rulebook-on = Show the law in force on
rulebook-on-hint = A day, YYYY-MM-DD
rulebook-show = Show this day
rulebook-day-wrong = This is not a day. Write it as 2026-10-01. Shown below is today, { $date }.
rulebook-where = Where you are
rulebook-duties = Duties
rulebook-duties-on = { $act }: duties on { $date }
rulebook-duty = Duty
rulebook-recipient = To whom, or what must be done
rulebook-deadline = Deadline
rulebook-article = Article
rulebook-watched = Watched: warnings until it is met
rulebook-coming = What changes after { $date }
rulebook-coming-none = No later change is known to this program.
rulebook-doubts-intro = These statements rest on other sources, on our own reading or on memory. Check them before you rely on them.
rulebook-marks = What the marks mean
rulebook-mark-verified = The article was read in the text of the law.
rulebook-mark-secondary = Taken from a newsletter, the press or an authority’s announcement.
rulebook-mark-analysis = Our own arithmetic or reading of a text that was read.
rulebook-mark-recalled = Written down from memory and not checked.
rulebook-read = Read in
rulebook-from = Covers the law from
rulebook-zone = Its days are days in
rulebook-hash = SHA-256 of this rulebook
rulebook-changes = Days on which something changes
rulebook-changes-intro = Choose one to see the duties as they stand from that day on.
rulebook-published = published { $published }, { $checked }
rulebook-checked = last checked { $checked }
rulebook-looked-at = taken from secondary sources, last looked at { $checked }
rulebook-recalled = recalled, not read
rulebook-awareness = Whose word on the moment of awareness counts
rulebook-awareness-intro = Where several moments are recorded, the lowest rank governs and, within it, the earliest moment. The clock is shown under every other moment as well.
rulebook-awareness-caption = Bases of awareness by rank
rulebook-basis = Basis
rulebook-tier = Rank
rulebook-why = Why it governs when it does
rulebook-provisional = Provisional

## Periods

rulebook-no-period = no deadline: a note
rulebook-at-once = at once
rulebook-hours = within { $count } { $count ->
    [one] hour
   *[other] hours
}
rulebook-no-number = { $word } (the law gives no number)
rulebook-until = continuing, until: { $event }
rulebook-at-least-days = for at least { $count } { $count ->
    [one] day
   *[other] days
}
rulebook-at-least-months = for at least { $count } { $count ->
    [one] month
   *[other] months
}

## A duty

rulebook-starts-awareness = The moment of awareness: { $event }
rulebook-starts-each = Each time: { $event }
rulebook-starts-filing = The first filing of: { $duty }
rulebook-governs = Which day picks the version
rulebook-governed-by-start = The day on which the clock starts
rulebook-governed-by-occurred = The day on which the incident occurred
rulebook-missed = When it is missed
rulebook-form = Form that meets it
rulebook-is-in-force = In force on { $date }.
rulebook-is-not-in-force = Not in force on { $date }.
rulebook-changes-next = A new version begins on { $date }.
rulebook-no-change-known = No later change is known to this program.
rulebook-versions = Versions, newest first
rulebook-span = { $from } to { $to }
rulebook-span-open = from { $from } on
rulebook-applies-on-day = applies on the day shown
rulebook-repealed = From this day on it no longer applies.
rulebook-conditions = Applies when all hold
rulebook-grounds = and one of these holds
rulebook-exceptions = Exceptions
rulebook-exempt = Then the duty does not apply.
rulebook-replaced = Its place is then taken by { $by }.
rulebook-instead = Then instead: { $period }.
rulebook-excused = Missing the deadline is then excused. After it ends ({ $event }): { $period }.
rulebook-fines = What missing it may cost
rulebook-fines-none = No penalty for this duty is recorded here.
rulebook-practice = Seen in practice
rulebook-practice-note = Sums that were imposed on others. They are not a tariff and say nothing certain about another case.
