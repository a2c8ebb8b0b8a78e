### E-mail messages. Subjects carry no incident titles: they appear on locked screens.

mail-drill-subject = [Drill] { $subject }
mail-drill-banner = This is a drill. Nothing has to be reported to an authority because of it.
mail-footer = Written automatically by Dutyclock for { $organisation }, as things stood on { $moment }. Answers to this address are not read.
mail-open-incident = Open the incident
mail-open-filing = Open the filing
mail-earlier-counts = The start is known only roughly. Until it is known exactly, the earlier moment is the safe one.

## Labels

mail-label-incident = Incident
mail-label-duty = Duty
mail-label-recipient = Recipient
mail-label-due = Due
mail-label-left = Time left
mail-label-late = Late
mail-label-elapsed = Since the start
mail-label-started = Started
mail-label-article = Article
mail-label-first-limb = The rule asks first
mail-label-note = To know besides
mail-label-counsel = As answered by
mail-label-also-warned = Also warned
mail-label-form = Form
mail-label-by = By
mail-label-filed = Handed in
mail-label-channel = Channel
mail-label-receipt = Receipt number
mail-label-result = Result
mail-label-reason = Reason
mail-label-organisation = Organisation
mail-label-role = Role
mail-label-expires = Valid until
mail-label-server = Mail server

## Warning

mail-warning-subject-opened = Clock started, { $left } left: { $duty }, due { $due } ({ $reference })
mail-warning-subject-left = { $left } left: { $duty }, due { $due } ({ $reference })
mail-warning-subject-reached = Due now: { $duty } ({ $reference })
mail-warning-subject-perhaps = Perhaps late: { $duty }, due { $due } ({ $reference })
mail-warning-subject-late = { $late } late: { $duty }, due { $due } ({ $reference })
mail-warning-subject-no-number = { $promptness }: { $duty }, { $elapsed } since the start ({ $reference })
mail-warning-big-left = { $left } left
mail-warning-big-reached = Due now
mail-warning-big-perhaps = Perhaps late, by { $late }
mail-warning-big-late = { $late } late
mail-warning-big-no-number = { $elapsed } since the start
mail-warning-lead-opened = A clock has started. { $duty } is due by { $due }.
mail-warning-lead-left = { $duty } is due by { $due } and is not recorded as handed in.
mail-warning-lead-reached = { $duty } is due at this moment and is not recorded as handed in.
mail-warning-lead-perhaps = { $duty } is not recorded as handed in. Under the earliest possible start it is already late.
mail-warning-lead-late-range = { $duty } was due { $due }, depending on when it started, and is not recorded as handed in.
mail-warning-lead-late = { $duty } was due by { $due } and is not recorded as handed in.
mail-warning-lead-no-number = { $duty } is not recorded as done. The law gives no number of hours; it says: { $promptness }.
mail-warning-lead-not-read = { $duty } is not recorded as done. Its time was not read: the law may well set one, and this message knows none.
mail-warning-if-missed = If it is missed
mail-warning-now-missed = What follows
mail-warning-stop-may = These warnings go on until the filing is recorded as handed in. If it is not needed after all, you can stop them on the incident page; a reason is required and is kept in the record.
mail-warning-stop-may-not = These warnings go on until the filing is recorded as handed in. If it is not needed after all, an approver or an administrator can stop them on the incident page and must give a reason.

## Approval wanted

mail-approval-subject = Your approval is wanted: { $form } ({ $reference })
mail-approval-big = Your approval is wanted
mail-approval-lead = { $person } has filled in the form and asks a second person to read and approve it.
mail-approval-note = Opening the link approves nothing. You read the form first and then approve it or return it with a reason.

## Filing returned

mail-returned-subject = Returned for changes: { $form } ({ $reference })
mail-returned-big = Returned for changes
mail-returned-lead = { $person } has read the form and asks for changes before it is handed in.

## Invitation

mail-invitation-subject = Your access to Dutyclock for { $organisation }
mail-invitation-big = Set your password
mail-invitation-lead = { $person } has given you access to Dutyclock, where { $organisation } keeps its breach-reporting deadlines.
mail-invitation-action = Set your password
mail-invitation-note = The link works once. If you did not expect this message, ignore it: without a password nobody can sign in.

## Met

mail-met-subject-in-time = Met in time, stand down: { $duty } ({ $reference })
mail-met-subject-inside = Handed in inside the number, stand down: { $duty } ({ $reference })
mail-met-subject-late = Handed in { $late } late, stand down: { $duty } ({ $reference })
mail-met-subject-undecided = Handed in, stand down: { $duty } ({ $reference })
mail-met-big = Handed in
mail-met-lead = { $duty } is recorded as handed in. Its warnings have stopped.
mail-met-note = Other duties of this incident may still be running. The incident page lists them.

## Test

mail-test-subject = Test message from Dutyclock
mail-test-big = Mail works
mail-test-lead = { $person } sent this test message. If you can read it, warnings will reach this address too.
mail-test-action = Open Dutyclock
mail-reset-subject = Dutyclock: a new password link for { $person }
mail-reset-big = New password link for { $person }
mail-reset-lead = { $by } had a link made by which { $person } chooses a new password. If nobody asked for it, ask { $by }, and switch the account off until you know.
mail-reset-action = Open the account

## Calendar

mail-calendar-summary = Due: { $duty } ({ $reference })
mail-calendar-summary-drill = [Drill] Due: { $duty } ({ $reference })

mail-label-applies = Does it apply?
mail-undecided = It may. This would settle it: { $facts }
mail-label-start-basis = Start rests on
mail-provisional = a suspicion or a tip only; it is provisional until something firmer is recorded
mail-start-unrecorded = not recorded; it runs provisionally from the earliest moment that can be meant. { $question }
mail-questions-subject = { $questions ->
    [one] One open question decides { $duties } possible duties ({ $reference })
   *[other] { $questions } open questions decide { $duties } possible duties ({ $reference })
}
mail-questions-big = { $questions ->
    [one] One question is open
   *[other] { $questions } questions are open
}
mail-questions-lead = Whether { $duties } duties are owed, or from when they run, hangs on the answers. None of them is certain; an answer starts its clock or rules it out.
mail-questions-nearest = Decides { $duties }; if it applies, the nearest is due { $due }.
mail-questions-decides = Decides { $duties }; nothing is recorded from which it could run.
mail-questions-note = This message comes once a round for all that only may apply. What certainly applies is written about separately.
mail-label-question = Question
mail-label-law = Not in this library
mail-law = { $places }. Ask counsel, and record what they answer or why it does not matter.
mail-law-subject = Law that is not in this library: ask counsel ({ $reference })
mail-law-big = Counsel must be asked
mail-law-lead = Persons or an establishment are where nobody looked at the law. Whether anything must be notified there, and by when, is not known.
mail-law-note = This message comes once a round until an answer, or why it does not matter, is recorded for each place.
