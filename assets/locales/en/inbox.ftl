# The request inbox.

pane-inbox = Inbox
scope-inbox = Requests

view-mine-and-unassigned = Mine and unassigned
view-mine = Mine
view-unassigned = Unassigned
view-all-open = All open
view-overdue = Overdue
view-to-validate = To validate
view-watched = Watched
view-snoozed = Snoozed
view-providers = From providers
provider-no-client = none: email from a provider, for the providers’ desk
short-provider = PR
view-closed = Closed
view-own = your own
view-shared = shared with everybody

sort-next-step = next step first
sort-newest = newest first
sort-oldest = oldest first
sort-client = by client
sort-subject = by subject
sort-stage = by stage
sort-who = by person in charge

# Two letters each.
short-subcontracting = SC
short-introduction = CI

# How far a conversation has come, in a word.
short-new = new
short-attempted = called
short-in-touch = in touch
short-validated = validated

no-subject = (no subject)

act-open-case = Open
act-open-case-help = Open the selected request
act-back = Back
act-back-help = Go back one step: close the page, clear the marks or the filter
act-to-list = Back to the list
act-to-list-help = Go back from the page to the list
why-in-list = You are already in the list
act-claim = Assign to me
act-claim-help = Assign the request to yourself
act-lint = Fix
act-lint-help = Fix what our rules point out, one point at a time
act-route = Send to …
act-route-help = Send it to the person the routing table names
act-call = Log a call
act-call-help = Log a phone call and its outcome
act-post = Post
act-post-help = Post it on the board, after a preview
act-on-board = Opportunity
act-on-board-help = Go to its opportunity on the board
act-validate = Mark as validated
act-validate-help = Mark the request as serious
act-note = Note
act-note-help = Write a note on the timeline
act-snooze = Snooze
act-snooze-help = Snooze it until a day or a time
act-wake = Reopen
act-wake-help = End the snooze now
act-close = Close
act-close-help = Close it with a reason
act-reopen = Reopen
act-reopen-help = Reopen a closed request
act-tag = Tag
act-tag-help = Put a tag on it, or take one off
act-assign = Assign
act-assign-help = Assign it to a colleague, or to nobody
act-group = Group
act-group-help = Decide the group: Subcontracting or Client introduction
act-deadline = Set the deadline
act-deadline-help = Set the date by which the client needs an answer
act-turn = Next step
act-turn-help = Set whose turn it is, and by when
act-watch = Watch
act-watch-help = Watch it, or stop watching
act-merge = Merge
act-merge-help = Merge it into another request
act-split = Split
act-split-help = Split it into several requests
act-edit = Edit
act-edit-help = Edit the client, the contact and the requirements
act-subject = Subject
act-subject-help = Correct the subject
act-kind = Kind
act-kind-help = Set the kind of request
act-new = New
act-new-help = Enter a request by hand
act-mark = Mark
act-mark-help = Mark the request, to act on several at once
act-mark-all = Mark all
act-mark-all-help = Mark every request in the list, or none
act-mark-range = Mark to here
act-mark-range-help = Mark all from the last mark to this one
act-filter = Filter
act-filter-help = Filter the list as you type
act-whole = Full screen
act-whole-help = Show the list or the page alone, or both again
act-search = Search everything
act-search-help = Search all emails and notes
act-views = Views
act-views-help = Choose another view
act-providers = Providers
act-providers-help = Show emails from providers; press again to go back
act-save-view = Save as a view
act-save-view-help = Save what is shown as a view
act-remove-view = Remove a view
act-remove-view-help = Remove a saved view
act-sort = Sort
act-sort-help = Sort by a column; choose it again to reverse the order
act-next-case = Next
act-next-case-help = Open the next request
act-previous-case = Previous
act-previous-case-help = Open the previous request
act-older = Older
act-older-help = Show the older page of a long timeline
act-newer = Newer
act-newer-help = Show the newer page of a long timeline
why-no-older = This is the oldest page of the timeline
why-no-newer = This is the newest page of the timeline
act-related = Open related
act-related-help = Go to the request it was split from or merged into
act-request-related = Request

why-loading = The request is loading: try again in a moment
why-nothing = No request is selected: choose one, or enter one with n
why-one-only = This works on one request at a time: Esc clears the marks
why-yours = It is already yours
why-claimed = { $by } has had it since { $at }: leave a note with N, or assign it to yourself with a
why-no-findings = Nothing to fix on this request
why-validated = It is already validated
why-case-open = The request is open already: Esc goes back to the list
why-whole-already = Full screen already: list and page side by side need 110 columns
why-case-closed = No request is open: Enter opens one, then K and J go from one to the next
why-no-related = Nothing is related to this request yet: p posts it, q quotes it
why-not-on-board = This request is not on the board yet: p posts it
why-no-views = There is no saved view: f saves what is shown

marked-most = Marked the first { $n }, the most allowed at once

ask-subject = Subject
ask-subject-hint = CLIENT / what it is about
ask-deadline = By when does the client need an answer?
ask-snooze = Snooze until when?
ask-when-hint = tomorrow 14:00, fri, +2d, 3 dec
ask-close = Why close it?
ask-close-text = Why it is closed, in a few words
ask-call = How did the call go?
ask-call-text = What was said?
ask-text-needed = a few words are needed
ask-text-optional = optional: Enter leaves it empty
ask-group = Which group?
ask-turn = Whose turn is it?
ask-turn-client = The client’s
ask-turn-house = Ours
ask-turn-until = By when?
ask-turn-usual = Enter for the usual time
ask-tag = Tag: choose one, or type a new one
tag-off = remove
ask-assign = Assign it to whom?
assign-nobody = Nobody for now
ask-kind = What kind of request?
kind-none = None of these
ask-merge = Merge into which request?
ask-view = Which view?
ask-save-view = Name of the view
ask-share-view = Who sees this view?
ask-remove-view = Remove which view?

confirm-merge = Merge
confirm-merge-question = Merge { $from } into { $into }? All emails, calls and notes come together on one timeline.
confirm-merge-end = merged in; u undoes it
confirm-merge-yes = merge
confirm-no = no, go back

form-new = New request
form-edit = Edit { $request }
form-keys = Enter, Tab next · Ctrl-s save · Esc back
form-kept = Draft saved: n resumes it
form-client-hint = TIME TOURS
form-contact = Contact
form-email = Email
form-phone = Phone
form-contact-also = Other addresses
form-contact-role = Role
form-contact-language = Writes in
form-contact-note = Note on contact
form-contact-left = No longer there
form-language = Language
form-subject = Subject
form-body = Request details
form-dates = Wanted dates
form-place = Place
form-online = Online
form-participants = Participants
form-budget = Budget
form-not-a-number = a number, like 200
form-not-money = not an amount: write it like 1200 or 1200.50
form-money-too-large = too large: check the amount
form-no-currency = { $code } is not a currency code: write one like EUR or GBP
form-money-two = could mean { $whole } { $code } or { $decimal } { $code }: write { $whole } or { $instead }
form-money-decimals = could mean { $whole } { $code } or { $decimal } { $code }, and { $code } has { $digits ->
    [0] no decimals
    [one] { $digits } decimal
   *[other] { $digits } decimals
}: write { $whole }, or fewer decimals
money-understood = Amount understood: { $amount }

# Labels of a case: 13 columns at most.
field-client = Client
field-from = From
field-received = Received
field-watchers = Watched by
field-tags = Tags
field-related = Related
field-others = Same client
field-who = In charge
field-turn = Next step
field-deadline = Deadline
field-group = Group
field-route = Route
field-lint = To fix
field-wish = Requirements

case-received = { $at } · { $how } · language: { $language }
case-related = { $other } · O opens it
case-others = { $n ->
    [one] { $n } other request: { $ids }
   *[other] { $n } other requests: { $ids }
}
case-attempts = { $n ->
    [one] { $n } call
   *[other] { $n } calls
}
case-turn = { $who }, { $away } · { $due }
case-turn-late = { $who }, late by { $away } · { $due }
case-turn-ask = { $who }, late by { $away } · { $due } · ask again
case-turn-since = {" "}· since { $at }
case-group-unknown = { $reason }: set it first (C); no group is proposed until then
case-group-decided = { $group } · decided · the rule says: { $reason }
case-group-proposed = { $group } proposed: { $reason } · b decides
case-route = { $kind } → { $to }, copy: { $copy } · because of “{ $words }” · R confirms
case-route-by-hand = { $kind } → { $to }, copy: { $copy } · kind set by hand · R confirms
case-route-done = { $kind } → { $to }, copy: { $copy } · done

lint-subject = The subject should read: { $to } · l fixes it
lint-several = { $n ->
    [0] Several requests in one email · l splits them
    [one] Several requests in one email · l splits them
   *[other] { $n } requests in one email · l splits them
}
lint-no-deadline = No deadline is stated · l sets one
lint-doubtful-date = The deadline can be read two ways, day or month first · l sets it
lint-copies = { $n ->
    [one] { $n } address copied in · l accepts it
   *[other] { $n } addresses copied in: reply only to those concerned · l accepts them
}

wish-participants = { $n ->
    [one] { $n } participant
   *[other] { $n } participants
}
wish-online = online

timeline = timeline
timeline-older = { $n ->
    [one] { $n } older record: < shows it
   *[other] { $n } older records: < shows them
}
timeline-newer = { $n ->
    [one] { $n } newer record: > shows it
   *[other] { $n } newer records: > shows them
}
history-earlier = { $earlier } older records: “history { $request } --page { $page }” shows them
history-first = These are the oldest records; { $later } newer ones are on the pages before
timeline-earlier = { $n ->
    [one] { $n } earlier entry: “entremise history” shows it
   *[other] { $n } earlier entries: “entremise history” shows them
}

body-automatic = An automatic email: nobody expects an answer
body-quoted = { $n ->
    [one] … { $n } quoted line
   *[other] … { $n } quoted lines
}
body-meeting = Meeting: { $what }
body-cut = … cut here: “entremise show” shows the rest

empty-case = Nothing is selected.
    Choose a request in the list, or enter one with n.
empty-looking = Searching…
filter-strange = { $word } is not a filter; after { $name }: write { $known }
empty-filter = Nothing here matches.
    Esc clears the filter; F searches all emails and notes.
empty-view = Nothing in this view.
    f shows other views, n enters a request.
empty-house = No requests yet.
    n enters one; “entremise import FILE” brings in emails, CSV and JSON.
filter-hint = words, or who:me tag:vip is:overdue

# Who else is at a request.
others-writing = { $n ->
    [one] { $who } is writing a note on this
   *[other] { $who } are writing notes on this
}
others-looking = { $n ->
    [one] { $who } is looking at this
   *[other] { $who } are looking at this
}
others-two = { $one } and { $two }
others-more = { $one }, { $two } and { $n } more

search-title = Search all emails and notes
search-hint = words from the text
search-keys = ↑↓ move · Enter open · Esc back
search-count = { $n ->
    [one] { $n } found
   *[other] { $n } found
}
search-behind = { $n ->
    [one] { $n } found · { $behind } not searched yet
   *[other] { $n } found · { $behind } not searched yet
}
search-empty = Type what you are looking for.
    Every email, call and note is searched.
search-nothing = Nothing found.
    Try fewer words, or only the beginning of a word.

split-title = Split { $request }
split-count = { $n ->
    [one] { $n } part
   *[other] { $n } parts
}
split-keys = Tab subject, text · ↑↓ part · Ctrl-n add · Ctrl-t join with the one above · Ctrl-s split · Esc back
split-keys-short = Tab text · Ctrl-n add · Ctrl-t join above · Ctrl-s split · Esc back
split-text = Text of part { $n }
split-text-first = (this part keeps the whole email)
split-text-hint = What this part asks for
split-left = Draft saved: the same key resumes it
split-missing = Part { $n } needs a subject and a text; Ctrl-t joins it with the one above

note-title = Note on { $request }
note-hint = What should colleagues know?
note-keys = Ctrl-s add · Esc keep as draft
draft-left = Draft saved: N resumes it

act-client = Client’s page
act-client-help = Open the client’s page in the directory
form-client = Client’s page · { $client }
form-client-name = Name
form-client-country = Country
form-client-known = Known to the team
form-client-parent = Branch of
form-client-segment = Segment
segment-company = company
segment-bank = bank
segment-travel-agency = travel agency
segment-hospital = hospital
segment-public-body = public body
segment-school = school
segment-university = university
segment-association = association
form-client-domains = Email domains
