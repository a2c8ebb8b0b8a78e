### An assessment on the terminal.

assess-case = Case: { $name }
assess-at = Asked for { $moment } ({ $zone })
assess-as-of = Counting only what had happened by { $moment }
assess-on = As if it had begun on { $date }: every date is moved by as many days
assess-overdue = Overdue: { $duty } ({ $act }): { $standing }; due { $due }
assess-no-overdue = Overdue: nothing that is known to apply
assess-late = Handed in late: { $duty } ({ $act }): { $standing }; due { $due }
assess-next = Due next: { $duty } ({ $act }): { $due }; { $standing }
assess-no-next = Due next: nothing that is known to apply
assess-more = { $count ->
    [one] and one more below
   *[other] and { $count } more below
}
assess-unstarted = { $count ->
    [one] Not started: { $duty } applies and waits for: { $what }
   *[other] Not started: { $duty } and others ({ $count } in all) apply and wait for: { $what }
}
assess-question = To be answered: { $fact }. { $bears }
assess-question-due = To be answered: { $fact }. { $bears } If they apply, the first is due { $due }.
assess-no-question = To be answered: nothing that would change what applies
assess-act = { $act } ({ $id }). { $confidence }; looked at on { $date }
assess-answer = Answer
assess-settle = to settle: { $facts }
assess-settle-by = , by { $moment }
assess-in-force-from = { $answer } until { $date }
assess-instance = For
assess-to = To
assess-provisional = { $start }, provisional. { $why }
assess-stands = How it stands
assess-besides = Besides
assess-waits = Waits for
assess-otherwise = Otherwise
assess-from = from { $start }: { $standing }
assess-cost = May cost
assess-consequence = Consequence
assess-pending = To come
assess-because = Because
assess-unless = unless: { $words }
assess-open = { $count ->
    [one] One act may concern the case, depending on { $facts }: { $acts }
   *[other] { $count } acts may concern the case, depending on { $facts }: { $acts }
}
assess-open-otherwise = { $count ->
    [one] One act may concern the case: { $acts }
   *[other] { $count } acts may concern the case: { $acts }
}
assess-aside = { $count ->
    [one] One act does not concern the case, by { $facts }: { $acts }
   *[other] { $count } acts do not concern the case, by { $facts }: { $acts }
}
assess-aside-otherwise = { $count ->
    [one] One act does not concern the case: { $acts }
   *[other] { $count } acts do not concern the case: { $acts }
}
assess-gaps = Not in this library: { $places }
assess-gaps-known = Known to exist there: { $acts }
assess-gap-open = Open: { $place }: { $what }
assess-gap-part = In this library in part: { $place }: { $what }
assess-gap-asks = To be answered: { $fact }.
assess-gaps-open = This is said of the acts in this library alone; what is not in it is listed at the top and may ask for more.
