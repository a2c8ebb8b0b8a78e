### Papers: forms and the incident report, as PDF and HTML.

## Values

paper-met = { $duty }: { $moment }

## Penalties

paper-prison-years = imprisonment of up to { $count } { $count ->
    [one] year
   *[other] years
}
paper-prison-months = imprisonment of up to { $count } { $count ->
    [one] month
   *[other] months
}

## Forms

paper-banner-drill = DRILL
paper-banner-draft = DRAFT
paper-banner-submitted = AWAITING APPROVAL
paper-receipt-number = Receipt no.
paper-receipt-moment = Received at
paper-form-footer = { $title } · { $reference } · facts up to entry { $number } of the incident
paper-approval = Approval
paper-submitted = Submitted by
paper-approved = Approved by
paper-by-at = { $person }, { $moment }
paper-note-draft = This is a draft. It has not been approved and must not be handed in.
paper-note-submitted = Submitted for approval by { $person } on { $moment }. It has not been approved yet and must not be handed in.
paper-follows = First report
paper-first-handed-in = Handed in
paper-first-receipt = Receipt no.
paper-changes = Changed since the last version handed in
paper-changes-unknown = The last version handed in was not made with this form here, so what changed since cannot be listed.
paper-changes-none = No field reads differently from the last version handed in.
paper-changed-field = Field
paper-changed-before = As handed in
paper-changed-now = Now
paper-handed-in = Handed in
paper-handed-in-by = { $moment } · { $channel }
paper-statement = The above is reported under { $cite }.
paper-statement-bare = The above is reported.

## Incident report

report-title = Incident status report
report-footer = { $reference } · stated as of { $moment }
report-recorded = recorded by { $person }, { $moment }
report-recorded-by = recorded by { $person }
report-organisation = Organisation
report-organisation-name = Name
report-registration = Business registration no.
report-address = Address
report-sector = Sector
report-size = Size
report-reporter = Person reporting
report-ciso = Chief information security officer
report-cpo = Chief privacy officer
report-incident = Incident
report-incident-title = What happened
report-reference = Reference
report-state = State
report-state-open = Open
report-state-closed = Closed
report-began = Began
report-ended = Ended
report-opened = Opened
report-drill-note = This is a drill. Nothing in it happened, and nothing has to be reported because of it.
report-facts = Facts on record
report-facts-caption = Facts on record as of { $moment }
report-facts-none = No facts are recorded yet.
report-fact = Fact
report-value = What is recorded
report-since = Known since
report-since-latest = by { $moment }
report-source = Source
report-awareness = Moments of awareness
report-awareness-none = No moment of awareness is recorded yet.
report-moment = Moment
report-basis = Basis
report-aware-of = Aware of
report-who-knew = Who knew, evidence
report-weight = Weight
report-governs = governs
report-aside = on record, does not govern
report-withdrawn = withdrawn: { $reason }
report-clocks = Duties and their clocks
report-clocks-caption = Duties that follow from the facts, under the moments that govern
report-clocks-none = Under the acts in this library no duty is running.
report-duty = Duty
report-article = Article
report-filed = Handed in
report-standing = Standing
report-not-filed = no record
report-in-force = in force (continuing duty)
report-undetermined = Undetermined: the facts do not yet say whether this duty applies.
report-open-duties = Whether these duties apply cannot be said yet:
    { $duties }
report-scenarios = The same clocks under other moments
report-scenarios-caption = How each duty would stand if another recorded moment governed
report-why = Why it does not govern
report-filings = What was handed in
report-filings-none = Nothing has been handed in.
report-channel = Channel
report-receipt = Receipt number
report-no-receipt = not recorded
report-remark = Remark
report-ceilings = What a breach may cost
report-ceilings-caption = Statutory ceilings under the law of the day that governs
report-ceilings-none = No penalty is connected with these duties.
report-ceilings-note = A ceiling is the most the law allows. It is not a forecast of what will be imposed.
report-sanction = Sanction
report-ceiling = Ceiling
report-threatened = As things stand
report-unknown = What is not known yet
report-unknown-began = When did the incident begin?
report-unknown-none = No question that a duty or its form depends on is open.
report-record = The record behind this report
report-record-entry = Ledger entry
report-record-position = Entry of this incident
report-record-hash = SHA-256 of that ledger entry
report-record-note = Everything above rests on the ledger up to this entry. Each entry contains the hash of the one before it, so that a later change would show.

## Story

story-title = What happened, in order
story-left-out = Internal remarks, drafts, returned drafts, and the warnings and questions sent are not part of this report.
story-erased = { $count ->
    [one] One entry was
   *[other] { $count } entries were
} erased after retention; what stood there is not told here.
story-began = The incident began, as recorded.
story-ended = The incident ended, as recorded.
story-opened = The incident was recorded: { $title }
story-retitled = The title was changed: { $title }
story-fact = { $fact }: { $value }
story-fact-revised = { $fact }: { $value } (before: { $before })
story-aware = Moment of awareness. Basis: { $basis }
story-candidate-withdrawn = A moment of awareness was withdrawn: { $reason }
story-occurrence-withdrawn = An occurrence was withdrawn: { $reason }
story-submitted = Submitted for approval: { $form }
story-approved = Approved: { $form }
story-filed = Handed in: { $duty }
story-filed-withdrawn = The record of something handed in was withdrawn: { $reason }
story-reassessed = { $duty }: due moment moved from { $old } to { $new } under a newer rulebook
story-closed = The incident was closed: { $reason }
story-reopened = The incident was opened again: { $reason }
story-unknown = { $count ->
    [one] 1 entry of a kind that this version of the program does not know; it is not told here.
   *[other] { $count } entries of kinds that this version of the program does not know; they are not told here.
}
story-occurred-before = When it happened was stated at first as: { $said }
story-reasoned = { $what }: { $why }
story-due-moved = Due moment moved: { $duty }, from { $old } to { $new }
story-due-ended = No longer due: { $duty }, which was due { $old }
