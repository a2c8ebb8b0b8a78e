### The board, the list of incidents, and what can be done about a clock.

board-running = Running: { $count }
board-others = Without a fixed number of hours, or in force: { $count }
board-law = Law that is not in this library: { $count }
board-ask-counsel = Ask counsel: { $places }
board-law-unknown = Nobody looked at this law. Whether anything must be notified there, and by when, is not known until counsel has answered.
board-empty = No clock is running
board-empty-body = When something happens, record it here: four facts on one screen start every clock that follows from them.
board-empty-reader = Recorded incidents are in the list.
board-stuck = { $count ->
    [one] { $count } message has not gone out.
   *[other] { $count } messages have not gone out.
}
board-stuck-open = Open the outbox
board-unreadable = Incident { $reference } cannot be read, and nobody is warned about it. What the record says:
board-open = Open
board-incident = { $reference } { $title }
board-drill = Drill: { $incident }
board-undetermined = May apply; this would settle it: { $facts }.
board-provisional = Provisional start: nothing firmer than a suspicion or a tip is recorded.
board-start-unrecorded = The moment of its start is not recorded. It runs provisionally from the earliest that can be meant.
board-stopped = Warnings are stopped.
board-ledger = Ledger

clock-due-soon = Due soon
clock-overdue-by = overdue by
clock-overdue-if = overdue by, if it applies
clock-perhaps-overdue-by = perhaps overdue by
clock-in-time-by = in time by
clock-overdue-at-least = overdue by at least
clock-late-by = late by
clock-since-start = since the start
clock-in-force-since = in force for
clock-done-after = done after

act-settle = Answer: { $fact }
act-settle-hour = State the hour
act-begin = Begin the form: { $form }
act-continue = Continue the form
act-approve = Read and approve
act-hand-in = Record as handed in
act-look = Open the filing
act-filed-outside = Record as handed in elsewhere
act-record-done = Record as done
act-stop-warnings = Stop the warnings
act-resume-warnings = Resume the warnings

incidents-search = Reference or words of the title
incidents-state = State
incidents-kind = Kind
incidents-any-state = Open and closed
incidents-open = Open
incidents-closed = Closed
incidents-all = Incidents and drills
incidents-real = Incidents only
incidents-drills = Drills only
incidents-clear = Show all
incidents-none-found = Nothing found
incidents-none-found-body = No incident matches these words and filters.
incidents-empty = No incident is recorded yet
incidents-empty-body = Recording one takes less than a minute. A drill is recorded the same way and is marked everywhere.
incidents-found = { $count ->
    [one] { $count } incident
   *[other] { $count } incidents
}
incidents-reference = Reference
incidents-running = Running clocks
incidents-next-due = Next due
incidents-opened = Recorded
incidents-page-label = Pages
incidents-page-before = Previous page
incidents-page-after = Next page
incidents-page-where = Page { $number } of { $page-count }
