### The law's answers in words: standings, reasons, arithmetic, exposure, and what was recorded.

law-left = { $left } left
law-late = { $late } late
law-perhaps-overdue = perhaps overdue: { $since } past the earliest deadline, { $left } before the latest
law-overdue = not handed in, { $late } late
law-in-time = in time by { $spare }
law-undecided = cannot be decided: between { $spare } to spare and { $late } late
law-waiting = not done yet, { $elapsed } since the start
law-done = done { $elapsed } after the start
law-in-force = in force for { $elapsed }
law-governs = Governs
law-handed-in = handed in
law-handed-in-label = Handed in
law-now = now
law-none-of-them = None of them
law-count-at-least = at least { $amount }
law-count-at-most = at most { $amount }
law-count-estimate = about { $amount } (estimate)
law-count-estimate-open = { $known }; an estimate stands for anything from half to twice its number, so it leaves this open
law-duty-instance = { $duty }: { $what }
law-candidate = { $basis } · { $who }
law-between = between { $from } and { $to }
law-by-latest = by { $moment } at the latest; how much earlier is not known
law-by-earliest = { $moment } at the earliest; how much later is not known
law-until-lifted = until it is lifted
law-at-least-until = at least until { $moment }
law-in-force-from = law in force from { $date }
law-clause-always = No condition
law-clause-all = All of these
law-clause-any = At least one of these
law-clause-not = Not the following
law-clause-exception = Exception: { $title }
law-clause-is = { $fact }: must be “{ $expected }”; known: { $found }
law-clause-at-least = { $fact }: { $threshold } or more; known: { $found }
law-clause-one-of = { $fact }: any of { $wanted }; known: { $found }
law-clause-happened = Recorded: { $trigger }
law-step-starts = The clock starts: { $moment }.
law-step-hours = Plus { $count } h, nights, weekends and holidays included: { $moment }.
law-step-days = Plus { $count } full days after the first: { $moment }.
law-step-met = Handed in: { $moment }.

duty-cite = { $recipient } · { $cite }
duty-undetermined = It cannot be said yet whether this applies.
duty-no-start = No clock runs for this.
duty-missing = What would settle it:
duty-grounds = { $count ->
    [one] Due on one ground: { $grounds }.
    [2] Due on two grounds: { $grounds }.
    [3] Due on three grounds: { $grounds }.
   *[other] Due on { $count } grounds: { $grounds }.
}
duty-question-hour = At what hour of { $date } was it learnt? The answer decides.
duty-question-minute = At what minute was it learnt ({ $moment })? The answer may decide.
duty-question-filed = At what hour was it handed in ({ $moment })? The answer decides.
duty-starts = Starts
duty-start-from = { $moment } · { $origin }
duty-elapsed-awareness = Elapsed since awareness
duty-elapsed-start = Elapsed since the start
duty-lateness = Late from the deadline
duty-spare = To spare before the deadline
duty-scenarios = Under each moment of awareness
duty-why = Why, and how it was computed
duty-arithmetic = Arithmetic
duty-written = Where it is written
duty-version = In the version of { $date }; { $checked }.
duty-rulebook = Open the rulebook
duty-warnings-sent = { $count ->
    [0] No warning has been sent.
    [one] { $count } warning sent.
   *[other] { $count } warnings sent.
}
duty-warnings-next = Next warning: { $moment } ({ $rung }).
duty-warnings-due = A warning is due now ({ $rung }).
duty-warnings-stopped = Warnings stopped by { $who }, { $moment }: { $reason }

exposure-line = { $kind } { $amount }
exposure-threatened = May be imposed
exposure-perhaps = May perhaps be imposed
exposure-depends = Depends on whether the duty was met
exposure-not-yet = Only if it is missed
exposure-either = { $prison }, or a fine of { $fine }
exposure-turnover-missing = The turnover of the year before is not recorded, so the sum cannot be given.
exposure-caps = The ceiling before and after
exposure-cap-since = since { $from }
exposure-cap-period = { $from } to { $until }
exposure-cap-governs = Applies here
exposure-practice = Seen in practice (no limit and no forecast)

event-somebody = Somebody
event-opened = Incident { $reference } recorded
event-opened-drill = Drill { $reference } recorded
event-retitled = Title changed
event-note = Note
event-closed = Incident closed
event-reopened = Incident opened again
event-erased = An entry whose content was erased ({ $kind })
event-unknown = An entry of a newer kind ({ $kind })
event-fact = { $fact }: { $value }
event-fact-changed = { $fact }: { $value } (before: { $before })
event-source = Source: { $source }
event-occurred = When it happened
event-began = began { $moment }
event-ended = ended { $moment }
event-candidate = Moment of awareness: { $moment }
event-candidate-withdrawn = Moment of awareness withdrawn: { $moment }
event-who-knew = Who knew: { $who }
event-evidence = Evidence: { $evidence }
event-occurrence = { $trigger }: { $moment }
event-occurrence-withdrawn = Withdrawn: { $what }
event-gap-answered = Answered about { $place }: { $who }, { $moment }
event-gap-dismissed = Judged not to matter here: the law of { $place }
event-gap-withdrawn = Withdrawn: what was said about { $place }
event-drafted = Form being written: { $form }
event-submitted = Submitted for approval: { $form }
event-returned = Returned for changes: { $form }
event-approved = Approved: { $form }
event-approver-invited = The approver chose their password on { $at } by an invitation from { $by }.
event-approver-reset = The approver chose a new password on { $at } by a link that { $by } had made.
event-filed = Handed in: { $duty }, { $moment }
event-filed-withdrawn = Record of handing in withdrawn: { $duty }
event-receipt = Receipt number: { $receipt }
event-warned = Warned: { $duty } ({ $rung })
event-questions-asked = Open questions asked: { $questions }, deciding { $duties } duties
event-warned-to = To { $names }
event-warnings-stopped = Warnings stopped: { $duty }
event-warnings-resumed = Warnings resumed: { $duty }
event-reassessed = A newer rulebook moved the due moment: { $duty }
event-reassessed-moved = from { $old } to { $new }
event-rung-opened = clock started
event-rung-due = due now
event-rung-waiting = { $count ->
    [one] waiting for { $count } day
   *[other] waiting for { $count } days
}

event-due-moved = Due moment moved: { $duty }
event-due-ended = No longer runs: { $duty }
event-due-was = It was due { $due }
event-due-between = between { $from } and { $to }
event-due-safe = { $due }, safely by { $safe }
event-moved-by-facts = because of: { $facts }
event-moved-by-moments = because a moment was recorded or withdrawn
event-moved-by-filing = because of what was recorded as handed in
event-moved-by-answer = because somebody answered what a changed fact means
event-moved-by-organisation = because the organisation’s profile changed: { $what }
event-moved-by-law = because of another edition of the rulebook
event-moved-by-calendar = because of another edition of the calendars
event-moved-by-program = because this version of the program counts otherwise
event-moved-by-counsel = because what counsel named was recorded or withdrawn
event-reopened-lifted = Warnings run again: { $duties }
event-out-of-order = Confirmed although out of order: { $what }
order-pair = { $then } ({ $then-at }) lies before { $first } ({ $first-at })
order-began = the beginning of the incident
order-ended = the end of the incident
order-learnt = the moment you learnt of the incident
order-happened = “{ $what }”
order-known = since when “{ $fact }” is known
order-answered = counsel's answer
order-started = the start of “{ $duty }”
order-handed-in = the handing in of “{ $duty }”
order-handed-in-plain = the handing in
order-received = the receipt
order-question = Moments out of order
order-confirm = The moments are right: it was so
order-reason = Why it was so (kept in the record and shown in the report)
event-change-answered = Answered what changed after a filing: { $what }
