### Words used on many pages.

yes = Yes
no = No
not-known-yet = Not known yet
none = None
save = Save
cancel = Cancel
back = Back
edit = Change
add = Add
remove = Remove
search = Search
required = required
optional = optional
drill = Drill
since-moment = since { $moment }

language-en = English
language-ko = 한국어
language-id = Bahasa Indonesia

## Units

unit-hours = { $count } h
unit-minutes = { $count } min
unit-seconds = { $count } s
unit-days = { $count } { $count ->
    [one] day
   *[other] days
}
length-at-least = at least { $length }
length-at-most = at most { $length }
length-range = { $from } to { $to }
length-days-range = { $from-count } to { $to-count } days
length-hours-range = { $from-count } to { $to-count } h
length-minutes-range = { $from-count } to { $to-count } min
length-seconds-range = { $from-count } to { $to-count } s
persons = { $count ->
    [one] { $count } person
   *[other] { $count } persons
}
accounts = { $count ->
    [one] { $count } account
   *[other] { $count } accounts
}
records = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
views = { $count ->
    [one] { $count } view
   *[other] { $count } views
}

## Moments known roughly

moment-with-utc = { $local } ({ $utc })
timing-hour = { $day }, between { $from } and { $to } { $zone }
timing-day = on { $day }, { $zone } (hour not known)
timing-month = in { $month } ({ $zone })
timing-year = in { $year } ({ $zone })
timing-between = between { $from } and { $to }
timing-between-days = between { $from } and { $to } ({ $zone })
timing-latest = by { $moment } at the latest
timing-earliest = { $moment } at the earliest
time-unknown = an unknown time

## Roles

role-administrator = Administrator
role-officer = Officer
role-approver = Approver
role-reader = Reader

## How exactly a moment is known

precision-exact = To the minute
precision-hour = To the hour
precision-day = Day only
precision-month = Month only
precision-year = Year only
precision-between = Between two moments
precision-latest = At this moment at the latest
precision-earliest = At this moment at the earliest
precision-about = About (both ends are asked for)

## How a count is meant

quality-exact = Exactly
quality-at-least = At least
quality-at-most = At most
quality-estimate = About (estimate)

## How a filing is handed in

channel-portal = Portal
channel-email = E-mail
channel-telephone = Telephone
channel-letter = Letter

## How a clock stands

standing-running = Running
standing-overdue = Overdue
standing-perhaps-overdue = Perhaps overdue
standing-met-in-time = Met in time
standing-met-inside = Met inside the number
standing-met-late = Met late
standing-cannot-be-decided = Cannot be decided
standing-in-force = In force
standing-waiting = Waiting
standing-done = Done

## Whether a duty applies

answer-applies = Applies
answer-does-not-apply = Does not apply
answer-undetermined = Undetermined
answer-not-in-force = Not in force
answer-superseded = Superseded

## How far the law was checked

confidence-verified = Text read
confidence-secondary = Secondary source
confidence-analysis = Our reading
confidence-recalled = Unverified

## Sanctions

sanction-administrative-fine = Administrative fine
sanction-administrative-fine-abroad = Administrative fine
sanction-surcharge = Surcharge
sanction-enforcement-charge = Enforcement charge
sanction-crime = Criminal penalty

## On what a moment of awareness rests

basis-established = Established by the authority
basis-briefed = Decision-maker briefed
basis-confirmed = Technically confirmed
basis-declared = Declared by the organisation
basis-told = Told from outside
basis-suspected = Suspected
basis-of = { $basis } ({ $whose })
knower-own = The organisation itself
knower-parent = known to the parent
knower-subsidiary = known to a subsidiary
knower-contractor = known to a processor or its contractor
flaw-partial = incomplete: content is missing, or not everybody was told
flaw-defective = defective: wrong, unsigned, refused or returned
flaw-wrong-body = but to a body to which it is not owed

## A statute's word for speed

promptness-immediately = Immediately
promptness-without-delay = Without delay

## Form fields and clocks

clock-do-next = Do this next
clock-left = left
clock-left-at-most = At most left
clock-due = Due
clock-start = Start
clock-news-hour = One hour left:
clock-news-quarter = 15 minutes left:
clock-news-due = The time has run out:
answer-yes = Yes
answer-no = No
answer-unknown = Not known yet
form-problems = Please check these points
form-optional = (optional)
form-moment = Date and time, YYYY-MM-DD HH:MM
form-moment-until = Second end, only between two moments
form-precision = How exactly is it known?
form-zone = Time zone
form-number = Number
form-quality = How exact is the number?

notice-demo = This is the demonstration: its data is invented after a public case. Do not record a real incident here.
notice-mail-to-files = No mail server is configured. Messages are written as files into { $folder } and reach nobody.
