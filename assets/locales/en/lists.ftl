# The lists of the organisation, to be changed: the pane, its boxes, its keys.
pane-lists = Lists
scope-lists = Lists of the organisation
list-kinds = kinds of request
list-kinds-help = Requests and the routing table. Who takes a kind, and by which words it is recognised, is in `routing`.
list-work-help = Requests, quotations, opportunities, facilitators’ profiles and filters.
list-audience-help = Quotations, opportunities, price lists, and the level an audience needs.
list-level-help = Facilitators’ profiles and who can propose. The lowest first.
list-compliance-help = Facilitators’ profiles, and what is needed before a proposal.
list-task-help = The list to tick on every mission.
list-unit-help = Price lists, and the lines of quotations.
list-close-help = Closing a request, and the statistics.
list-subscription-help = Facilitators’ profiles.
list-pair = Pair
list-pair-hint = fr>nl, or none
list-pair-wrong = Write two different languages by code: fr>nl.
list-contains-in = Contains, { $language }
list-name-needed = An entry needs a name: nothing was added.
list-skill-help = Facilitators’ profiles, opportunities, and the filter `skill:`.
list-tag-help = Requests and quotations, and the filter `tag:`.
list-decline-help = Declining terms or a proposal.
list-end-help = Ending an opportunity without a mission.
column-list = List
column-entries = Entries
column-retired = Retired
column-changes = Changes
column-place = No.
column-uses = Used by
column-entry-state = State
list-state-in-use = in use
list-state-new = new
list-state-renamed = renamed
list-state-retired = retired
list-state-deleted = deleted
list-state-back = back
list-state-changed = changed
list-state-moved = moved
list-missing = missing
list-missing-until = missing: “{ $name }” until then
list-no-name = (no name)
list-until = until then: { $name }
list-key = Key
list-key-stays = { $key } · never changes
list-key-hint = from the name
list-key-wrong = Begin with a small letter, then small letters, digits and _, at most { $most }.
list-key-taken = Another entry has this key.
list-name-long = At most { $most } characters.
list-was = Was
list-means = Means
list-means-deal = a deal was made
list-means-over = the client has an answer, or gave up
list-means-refused = refused; a reason must be written
list-means-duplicate = the same request exists already
list-means-no-request = not a request
list-means-told = what the written reason says
list-unused = nothing
list-used-opportunities = { $n ->
    [one] 1 opportunity
   *[other] { $n } opportunities
}
list-used-quotations = { $n ->
    [one] 1 quotation
   *[other] { $n } quotations
}
list-used-profiles = { $n ->
    [one] 1 line in profiles
   *[other] { $n } lines in profiles
}
list-used-terms = { $n ->
    [one] 1 line in the terms
   *[other] { $n } lines in the terms
}
list-used-prices = { $n ->
    [one] 1 line in price lists
   *[other] { $n } lines in price lists
}
list-used-lines = { $n ->
    [one] 1 line of a quotation
   *[other] { $n } lines of quotations
}
list-used-task = { $n ->
    [one] 1 mission
   *[other] { $n } missions
}
list-used-requests = { $n ->
    [one] 1 request
   *[other] { $n } requests
}
list-used-close = { $n ->
    [one] 1 request
   *[other] { $n } requests
}
list-used-subscription = { $n ->
    [one] 1 line in profiles
   *[other] { $n } lines in profiles
}
list-used-elsewhere = { $n ->
    [one] 1 use
   *[other] { $n } uses
}
list-stands-retired = Retired: it stays where it is used, and nobody can choose it. X reopens it.
list-stands-deleted = Deleted once you apply: nothing uses it. X keeps it.
list-kind-to = Goes to
list-kind-copy = Copy to
list-kind-words = Recognised by
list-kind-edited-by = Change these with `routing`.
list-kind-new = New: nobody takes it yet, and no word recognises it. Once applied, `routing` says both.
list-entries = Entries
list-no-entries = No entries
list-entry-retired = – { $name } (retired)
lists-filter-hint = name, key, state
lists-none-found = Nothing matches the filter.
empty-lists = No list to change.
empty-list =
    No entries.
    Press n to add one.
empty-list-entry = No entry is selected.
lists-changes = What changes
lists-history = History
lists-changed = { $n ->
    [one] 1 change
   *[other] { $n } changes
}
lists-no-draft = No change to apply.
lists-meanwhile = Changed meanwhile
lists-meanwhile-by = By { $by }, { $when }. Your changes now stand on top of this: check them, then press y.
lists-history-none = This list has not been changed yet.
list-change-new = New, no. { $place }: { $name }
list-change-deleted = Deleted: { $name }
list-change-retired = Retired: { $name }
list-change-back = In use again, no. { $place }: { $name }
list-change-changed = Changed: { $name }
list-change-moved = Moved to no. { $place }: { $name }
list-change-renamed = { $was } → { $now } ({ $language })
list-follows-renamed = The new name shows on: { $used }
list-follows-retired = Stays on: { $used }
list-follows-none = Used by: { $used }
lists-apply-title = Apply { $n ->
    [one] 1 change
   *[other] { $n } changes
}
lists-figure-follow = { $n ->
    [one] use gets the new name
   *[other] uses get the new name
}
lists-figure-keep = { $n ->
    [one] use keeps what is retired
   *[other] uses keep what is retired
}
lists-figure-gone = { $n ->
    [one] entry is deleted: nothing uses it
   *[other] entries are deleted: nothing uses them
}
list-form-edit = Edit “{ $name }”
list-form-new = { $list }: new
list-form-kept = Kept: the same key resumes it
list-said-retired = “{ $name }” will be retired: { $n ->
    [one] 1 use keeps it
   *[other] { $n } uses keep it
}
list-said-deleted = “{ $name }” will be deleted: nothing uses it
list-said-dropped = “{ $name }” is no longer added
list-said-back = “{ $name }” can be chosen
list-said-undone = Last change of the draft undone
list-said-discarded = Draft discarded
copy-key = Key in commands and files
why-no-entry = No entry is selected
why-list-none = No list is selected
why-no-list-draft = No change to apply: open a list, then e or n
why-list-same = This list is not changed
why-list-full = A list has at most { $most } entries. Delete one first.
why-list-closed = Open the list first with Enter
why-list-changes = Press Esc first: this page shows what changes
why-entry-open = It is open already
why-list-compared = It is open already
why-entry-struck = It is being deleted. X keeps it.
why-entry-retired = It is retired already
why-entry-offered = It can be chosen already
why-entry-last = This list needs at least one entry to choose. Add another first.
why-entry-first = It is the first already
why-entry-lowest = It is the last already
act-open-list = Open
act-open-list-help = Open the selected list
act-edit-entry = Edit
act-edit-entry-help = Edit the entry’s name in each language
act-new-entry = New
act-new-entry-help = Add an entry to the list
act-retire-entry = Retire
act-retire-entry-help = Retire the entry, or delete it when nothing uses it
act-return-entry = Reopen
act-return-entry-help = Bring back an entry that is retired or being deleted
act-raise-entry = Move up
act-raise-entry-help = Move the entry up: the order of every menu
act-lower-entry = Move down
act-lower-entry-help = Move the entry down: the order of every menu
act-compare-lists = Compare
act-compare-lists-help = See what changes and how much follows
act-apply-lists = Apply
act-apply-lists-help = Apply the changes of the lists; u undoes them
act-undo-list-draft = Undo
act-undo-list-draft-help = Undo the last change of the draft
act-discard-lists = Discard
act-discard-lists-help = Discard what is not applied: of this list, or all
act-discard-list = This list
act-discard-list-help = Discard the changes of this list
act-discard-all-lists = The whole draft
act-discard-all-lists-help = Discard every change of the lists that is not applied
act-list-history = History
act-list-history-help = See who changed this list, and when
act-open-entry = Open
act-open-entry-help = Show the entry whole
act-show-lists = Lists
act-show-lists-help = See and change the lists of the organisation
