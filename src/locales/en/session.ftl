### Signing in, setting up, invitations, one's own account, and forms that were kept.

sign-in-title = Sign in
sign-in-do = Sign in
sign-in-wrong = E-mail address and password do not go together. Check both and try again.
sign-in-wait = There were many attempts. Wait { $wait }, then try again.
sign-in-first = This page is for people who are signed in.
sign-in-ended = You were signed out. Nothing you typed is lost: sign in, and it is shown to you again.
sign-in-stale = This page had been open for too long. Type your password and sign in again.
sign-in-kept = What you typed is kept in this page and comes along when you sign in.
sign-in-forgotten = Password forgotten? An administrator of your organisation can send you a new link.

welcome-back-title = Here is what you typed
welcome-back-text = You were signed out before it could be saved. Check it and send it again.
welcome-back-leave = Leave it and go on without sending

kept-title = What you typed
kept-nothing-visible = Nothing but your click: you can send it again.
kept-send = Send again
kept-next = Nothing was saved. What you typed is still here: send it again with the button below.

set-up-title = Set up Dutyclock
set-up-text = You are the first. Your account looks after this installation; you can add other people afterwards. This link works once.
set-up-do = Create the account
invitation-title = Choose your password
invitation-text = Welcome, { $name }. You will sign in as { $email }.
invitation-do = Save the password and sign in

account-title = Your account
account-language-hint = Choose your language at the top of any page. Mail to you is written in the same language.
account-password = Password
account-current = Current password
account-password-do = Change the password
account-password-changed = The password was changed. All your other sessions have ended.

person-name = Name
person-email = E-mail address
person-email-hint = You sign in with it, and warnings are sent to it.
person-password = Password
person-new-password = New password
person-password-again = New password again
person-password-hint = At least 12 characters. Several words in a row are easy to remember and hard to guess.
person-lang = Language
person-role = Role
