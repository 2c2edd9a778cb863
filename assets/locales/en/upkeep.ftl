# What an operator reads: at a start, from verify, recover, tidy, host-key and serve, where nobody sits at a terminal;
# and why data or a source could not be read.

# In front of the cause of what is wrong.
problem-because = because: { $why }

# A fault of the store, in short; what the system says stands behind it.
store-in-use = The data folder is in use by another program: close it, or name another folder with --data.
store-damaged = Stored data is damaged: run `entremise verify`, which says what is damaged and what to do.
store-newer = The data was saved by a newer version of Entremise: upgrade this one.
store-read-only = The data folder cannot be written to: make it writable for this user, or name another one with --data.
store-full = The disk is full: free some space or raise the quota.
store-too-large = This is too large to save: make it smaller.
store-other = The disk or the system failed: check the disk and the data folder, then try again.

# Said at a start.
start-folder = the file { $path } was lost or damaged: the folder was recognised by its records, and the file is written again
start-restored = { $n ->
    [one] { $n } record missing in one of the two logs was copied from the other
   *[other] { $n } records missing in one of the two logs were copied from the other
}
start-drafts = the unsent drafts could not be read; they are kept as { $path }
start-clock = the clock of this machine says { $now }, and the last record was made { $last }: check the clock; new records come after the old ones in any case
start-restated = what is known of the lost records was written into the journal again, as record { $record }
start-not-restated = what is known of the lost records is in the checkpoint of record { $record } alone ({ $why }): do not upgrade until it has been written
start-lost = { $n ->
    [one] { $n } record is lost and could not be rebuilt: what it did is unknown; compare with a backup
   *[other] { $n } records are lost and could not be rebuilt: what they did is unknown; compare with a backup
}
start-zone = the time zone { $zone } is not known to this version: times are told in UTC; upgrade entremise
start-lost-house = the record that set this organisation up is lost: restore a backup of the data folder
start-lost-administrators = the records of the administrators are lost: nobody can add people or give roles; restore a backup of the data folder
start-lost-people = the records of { $named } are lost, names and roles included: restore a backup, or add them again
start-lost-people-more = the records of { $named } and { $n } more are lost, names and roles included: restore a backup, or add them again

# Without a terminal and without a command.
sum-served = A server has this data open: commands are sent to it.
sum-empty = Nothing is set up here yet. Start `entremise` in a terminal, or run `entremise setup`.
sum-not-set-up = Nothing is set up here yet: run `entremise setup`.
sum-who = Add --as NAME to see what is waiting for you.
sum-inbox = the requests, as text or with --json
sum-import = brings in emails and files
sum-help = everything else

# What runs as a server says.
serve-open = SSH on { $at }, host key { $key }
serve-figures = figures at { $url }
serve-logs = logs in { $path }
serve-name = invitations name this machine: give another name with --public HOST
serve-end = stopping: everybody is told, drafts are saved
serve-no-address = cannot listen on { $at }; choose another address with --listen
serve-closing = the server is stopping; try again in a moment
serve-cut = the connection to the server was lost: check that it is running, then try again
serve-unreached = the server cannot be reached through { $path }

# verify
verify-read = { $n ->
    [one] { $n } record read, the last is { $last }
   *[other] { $n } records read, the last is { $last }
}
verify-head = chain head { $head }
verify-unreadable = the journal cannot be read: { $why }
verify-record = record { $n }: { $what }
verify-bad = { $n } damaged in the journal
verify-different = { $n } different in the journal and the shadow log
verify-missing = { $n } missing: neither log has them
verify-declared = { $n } lost, as an earlier recovery said
verify-contradicted = record { $n } is not the one a checkpoint or the end mark was written for
verify-more = … and so on
verify-known = by what the two logs still hold, { $what }
verify-sound = sound
verify-damaged = damaged: run `entremise recover`; it keeps a copy of the present files
verify-files = { $n ->
    [one] 1 file checked, { $size }
   *[other] { $n } files checked, { $size }
}
verify-file-missing = { $name }: the stored file is missing ({ $path })
verify-file-damaged = { $name }: the stored file is damaged ({ $path })
verify-file-of-lost = a file of a lost record
verify-file-text = { $of }, the whole text
verify-files-more = and { $n } more
verify-files-bad = { $n ->
    [one] 1 file missing or damaged: copy it back from a backup, or attach it again
   *[other] { $n } files missing or damaged: copy them back from a backup, or attach them again
}
verify-unused = { $n ->
    [one] 1 unused file, { $size }: `entremise tidy` removes it
   *[other] { $n } unused files, { $size }: `entremise tidy` removes them
}
size-bytes = { $n } bytes
size-kib = { $n } KiB
size-mib = { $n } MiB

# tidy
tidy-removed = { $n ->
    [one] 1 file removed, { $size }
   *[other] { $n } files removed, { $size }
}
tidy-young = { $n ->
    [one] 1 unused file kept, less than an hour old
   *[other] { $n } unused files kept, less than an hour old
}
tidy-lost = { $n ->
    [one] nothing removed: { $n } record is lost, and any file may belong to it
   *[other] nothing removed: { $n } records are lost, and any file may belong to them
}
tidy-not-now = unused files cannot be removed now: try again later

# recover
recover-rebuilt = rebuilt up to record { $last }: { $shadow } from the shadow log, { $journal } from the journal alone
recover-aside = the old files are kept as { $path }
recover-disputed = { $n ->
    [one] { $n } record differs in the two logs, record { $first }: the shadow log’s was used
   *[other] { $n } records differ in the two logs, from record { $first } on: the shadow log’s were used
}
recover-declared = lost before: { $what }
recover-lost = { $n ->
    [one] { $n } record is lost; neither log has it:
   *[other] { $n } records are lost; neither log has them:
}
recover-known = what they did is in the checkpoint of record { $n }; their texts are gone from the history
recover-partly-known = what those up to record { $n } did is in its checkpoint; what the others did is unknown: compare with a backup, and ask the people who worked then
recover-unknown = what they did is unknown: compare with a backup, and ask the people who worked then
recover-opens = the store opens again, and new records are numbered after the lost ones
recover-closed = the data still does not open: { $why }

# host-key
host-key-before = before { $key }
host-key-now = now { $key }
host-key-unknown = unknown
host-key-aside = the old key is kept as { $path }
host-key-tell = send everybody the new fingerprint: SSH will warn them at their next login

# What goes wrong at the edge.
edge-unwritten = the output could not be written: free some space there, then try again
edge-no-folder = this system has no standard folder for your data; choose one with --data DIR
edge-lang = --lang { $text } is not known; write en or fr
edge-theme = --theme { $text } is not known; choose one of { $known }

# Why a source could not be read.
source-missing = { $file }: not found. Check the path.
source-forbidden = { $file }: you are not allowed to read it. Ask its owner for permission to read it.
source-unreadable = { $file }: reading failed ({ $cause }). What was read before is kept; try again.
source-nothing-inside = { $file }: neither a Maildir (cur, new, tmp) nor a folder of .eml files. Choose the folder that holds the emails.
source-not-a-file = { $file }: neither a file nor a folder. To pipe an email in, write - for the file.
source-no-known-column = { $file }: no known column name in the first line. Known names: { $known }.
source-not-utf8 = { $file }: a table in UTF-16. Save it again as CSV in UTF-8.

# Why something of a source was set aside.
aside-not-a-mail = this is not an email: it has no sender, subject or text
aside-too-large = larger than 50 MiB
aside-too-many-parts = more than 1,000 parts
aside-too-deep = more than 100 levels of parts
aside-header-too-long = a header longer than 1 MiB
aside-too-many-headers = more than 10,000 headers
aside-empty-row = no subject, text, organisation or contact
aside-row-too-wide = more values than columns: put quotation marks around values that contain the separator
aside-too-many-values = more than 100,000 values
aside-not-an-object = not a JSON object
aside-cut-short = the file ends before the object does
aside-many-files = it has { $n } files, more than { $most }
aside-too-long = it is too long to be stored
