# What the commands say on the terminal.

command-set-up = Nobody has an account yet. Open this link to set up the installation; it works once, within 24 hours:
command-listening = Press Ctrl-C to stop. Dutyclock answers at { $address }
command-mail-folder = No mail server is set: messages are written as files into { $folder }.
command-stopping = Stopping: what is under way is finished first. Press Ctrl-C again to stop at once.
command-stopped = Stopped.
command-demo-loaded = The demonstration is loaded. It is kept in { $folder }; remove that folder to begin anew.
command-demo-sign-in = Sign in with one of these addresses; the password is the same for all:
command-demo-person = { $email }  { $role }, { $language }
command-demo-password = Password: { $password }
command-verified = { $count ->
    [one] The ledger is whole: { $count } entry.
   *[other] The ledger is whole: { $count } entries.
}
command-erased = { $count ->
    [one] The content of one entry was erased; the chain holds without it.
   *[other] The content of { $count } entries was erased; the chain holds without it.
}
command-head = Its head, to compare with one noted earlier: { $head }
command-all-fits = Database, files, indexes, accounts and warnings fit the record.
command-pages-unchecked = The pages of the database were read where they are used, and not checked beyond that: PostgreSQL keeps no checksums here.
command-reindexed = { $count ->
    [one] The indexes were derived anew for { $count } incident.
   *[other] The indexes were derived anew for { $count } incidents.
}
command-account-added = { $name } ({ $role }) can sign in with { $email }.
command-password = Password (at least { $count } characters; it is not shown):
command-password-again = The same password again:
command-backup-done = A checked copy, readable only by you, is in { $path }.
