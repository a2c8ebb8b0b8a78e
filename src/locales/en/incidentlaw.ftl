## Deadlines beside one another
clock-safe-due = Safe internal deadline
clock-legal-due = Due by law: { $due }
clock-legal-label = Due by law
clock-past-safe-by = past the safe deadline by
duty-past-safe = Past the safe deadline
duty-held-until = On hold until, at the latest

## What a reader of a duty must know
duty-conflict = Two exceptions contradict each other, and the act does not say which goes first: { $grounds }. A person must decide. Until then the stricter reading is shown.
duty-not-started = Not started
duty-limb-awaits = A further limit begins with: { $what }.
duty-start-unrecorded = The moment of its start is not recorded; it runs provisionally from the earliest that can be meant, and nothing is certainly late. { $question }
duty-record-awaited = Record: { $what }
duty-settle-by = Settle it by { $moment }: a later yes comes too late to be in time.
duty-open-facts = Every open fact that bears on it ({ $count })
duty-pending = { $status }, not in force: { $title } ({ $cite })
duty-pending-expected = { $status }, not in force: { $title } ({ $cite }). Expected on { $date }.
duty-own-rulebook = Own rulebook
duty-override-rulebook = Own rulebook in place of the supplied one

## Acts that may concern an incident
perhaps-title = Other acts may concern this incident
perhaps-lead = Whether they do depends on facts that are not known yet. The first line decides most.
perhaps-line = { $count ->
    [one] decides about one act
   *[other] decides about { $count } acts
}
perhaps-otherwise = Not a fact, but an event or the turnover, decides about these:
perhaps-acts = { $count ->
    [one] Which act
   *[other] Which { $count } acts
}

## Facts
facts-relevant = Only what an act that concerns this incident asks, or what tells whether further acts do. More may be asked once these are answered.
facts-own-places = Your places, and those chosen
facts-other-places = Other places
facts-find-place = Find a place by its name or code
facts-found = Found:
facts-europe = Countries of the European Union
facts-elsewhere = Countries outside the European Union
facts-count-folded = { $count ->
    [one] One with no number
   *[other] { $count } with no number
}
facts-count-counted = With a number, and your places

## The organisation
organisation-places = Places and size
organisation-of-country = Only for { $country }
organisation-of-country-count = { $count ->
    [one] one question
   *[other] { $count } questions
}
organisation-europe = European Union

## What else happened
occurrence-more = What no act that concerns this incident listens to is not offered.
occurrence-reason = What was decided, by whom, and why
occurrence-reason-hint = For a decision of the organisation, such as a classification, the reason is part of the record.
occurrence-decision = { $title } (decision): { $help }

## Mail
mail-label-safe = Safe internal deadline
mail-label-legal = Due by law
mail-label-left-legal = Left until the legal deadline
mail-warning-big-past-safe = Safe deadline passed; { $left } left by law
mail-warning-lead-past-safe = The safe internal deadline for { $duty } has passed. By the act’s own way of counting it is due by { $due }, and it is not recorded as handed in.
mail-warning-subject-past-safe = Safe deadline passed, { $left } left by law: { $duty }, due { $due } ({ $reference })

## Report
report-safe = Safe internal deadline: { $moment }
report-guideline = Guideline, not binding: { $words }
report-held = On hold: it must not be done yet. { $why }
