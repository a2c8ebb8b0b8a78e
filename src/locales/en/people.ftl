### The people of the installation.

people-title = People
people-caption = Everybody with an account
people-state = Account
people-state-active = Active
people-state-invited = Invited, no password yet
people-state-off = Switched off
people-add = Add a person
people-add-text = The person receives a link by mail to choose a password. The link is shown to you as well, once.
people-add-do = Add and invite
people-change = Role and warnings
people-changed = { $name } was changed.
people-invite = New link
people-invite-text = Sends a link by which this person chooses a password. Earlier links stop working. Who has a password already gets it by mail alone, and the other administrators are told.
people-invite-do = Send a new link
invited-title = The invitation is on its way
invited-text = The link was queued as mail to this person. Where mail does not arrive, hand it over in another way:
invited-once = The link is shown only now. It works once, for seven days.
invited-before = This person was invited a moment ago, with this very form. The link was shown then and is kept nowhere; it also went out by mail.
people-reset = A link for a new password goes to { $name } by mail alone. The other administrators are told.
invited-back = Back to the people
person-role-hint = Administrators look after the installation, officers record and file, approvers approve filings and may stop warnings, readers read.
person-warned = Send warnings about deadlines to this person
person-warned-short = Warned
person-active = This person may sign in
person-active-hint = Without the tick, running sessions end at once. The account itself stays, because the record names it.
