# What the rules say: refusals, what was done, what changed, and the names of their values.

refusal-not-permitted = Your roles do not let you { $permission }: ask an administrator for one that does
refusal-nobody-known = You are not known here, or your access is closed: ask an administrator
refusal-already-set-up = An organisation is already set up here: open it with “entremise”, or choose another folder with --data
refusal-not-set-up = Nothing is set up here yet: start “entremise” and answer three questions
refusal-no-such-request = There is no { $request }: check the number, or search with F
refusal-no-such-person = No suitable person found: choose somebody with access and the right role
refusal-no-such-thing = It is not there any more: somebody may have removed it; choose again
refusal-already-so = Already done
refusal-is-closed = { $request } is closed: reopen it with X, or write a note with N
refusal-is-merged = It is part of { $request } now: go there with O and work on that one
refusal-is-void = { $request } was undone: the person who undid it can bring it back with Ctrl-r
refusal-is-open = { $request } is not closed: there is nothing to reopen
refusal-is-awake = { $request } is not snoozed: s snoozes it
refusal-stale = Somebody changed { $request } meanwhile: look at it again, then repeat
refusal-moved = { $by } changed { $what }, { $at }. Look at it again, then send; what you typed is kept.
refusal-moved-by-us = Our team changed { $what }, { $at }. Look at it again, then send; what you typed is kept.
refusal-not-read = This would overwrite { $what } unread. Open it again, then send; what you typed is kept.
refusal-record-lost = { $what } is no longer here: some stored records are lost. Restore a backup, or enter it again.
refusal-in-the-past = That is in the past: enter a later date
refusal-text-missing = A few words are needed here
refusal-files-full = The files of your proposals take up { $used } MiB of { $room } MiB, { $files } files of { $most }: attach a smaller file, or give a link to it in your text
refusal-too-long = That is too long: { $most } at most
refusal-reason-missing = A reason is needed: say in a few words why
refusal-not-listed = “{ $entry }” can no longer be chosen under { $list }: choose another entry
entry-unlisted = no. { $number }, not on our lists
refusal-no-route = The routing table names nobody for it: set its kind with e, or assign it with a
refusal-too-few-parts = A split needs two parts or more: Ctrl-n adds one
refusal-merge-with-itself = A request cannot be merged into itself: choose another one
refusal-role-missing = A person needs a role: choose at least one
refusal-last-administrator = There must be an administrator: make somebody else administrator first
refusal-nothing-to-undo = You have nothing to undo
refusal-nothing-to-redo = You have nothing to redo
refusal-changed-since = { $request } was changed since, and undoing would overwrite that: change it by hand
refusal-not-yours = This belongs to { $owner }: only they can change it. For a view, save your own with f
refusal-may-not-enter = Their access is closed: reopen it first
refusal-address-wrong = “{ $text }” is not an email address like paul@client.example
refusal-address-taken = { $name } already has this email address: use another one
refusal-domain-wrong = “{ $text }” is not an email domain like client.example
refusal-domain-of-all = Anybody can have an address at { $text }: it does not identify a client
refusal-phone-wrong = “{ $text }” has no digit: enter a phone number, or leave it empty
refusal-vat-wrong = “{ $text }” is not a VAT number like FR12345678901
refusal-parent-circle = { $name } belongs to this client already: choose another parent
refusal-parent-too-deep = At most { $most } levels of parents and branches: choose a higher parent
refusal-main-contact-elsewhere = { $name } works for another client: choose somebody of this one
refusal-merge-itself = These are one and the same already: choose another one
refusal-merged-already = This was merged into { $into }: use that one
refusal-merged-on = { $into } stands for it since another merge: undo that one first
refusal-too-many-lines = At most { $most }: leave some out
refusal-key-taken = This key already belongs to somebody, or once did: make another with ssh-keygen -t ed25519
refusal-key-unreadable = That is not a public key: paste the contents of id_ed25519.pub
refusal-too-many-keys = A person has { $most } keys at most: revoke one that is not used any more
refusal-too-many-invitations = A person has { $most } open invitations at most: withdraw one first
refusal-too-far-ahead = That is too far ahead: { $days } days at most
refusal-no-such-invitation = This code is not valid: ask an administrator for a new one
refusal-already-known = This message is already here: see { $request }
refusal-stood-on-posting = { $opportunity } was posted from it, and facilitators are reading it: close it first (x on its page)
refusal-stood-on-selection = { $proposal } was selected for { $opportunity } because of it: reopen the selection (X on its page), then close the opportunity
refusal-stood-on-mission = The mission { $opportunity } depends on it: close it first (x on its page)
refusal-stood-on-delivery = The mission { $opportunity } is delivered: what it was based on can no longer be changed
refusal-stood-on-session = The session of { $opportunity } on { $at } depends on it: plan that session again first (d on its page)
refusal-stood-on-quotation = { $quotation } depends on it: give it up first (x in Office), or leave this as it is
refusal-stood-on-desk = { $quotation } has moved on since: have it sent back first (B in Office)
refusal-stood-on-version = Version { $version } of { $quotation } was made from it: undo that version first
refusal-stood-on-assignment = { $request } was assigned because of it: assign it to somebody else first (a)
refusal-stood-on-merge = { $request } was merged since: undo that merge first
refusal-stood-on-work = { $request } was worked on since, or email came for it: close it instead (x)
refusal-turn-follows = The next step follows { $of }: move it on there.

# After “your roles do not let you …”.
permission-read-inbox = read requests
permission-work-requests = work on requests
permission-bring-in-requests = bring in requests
permission-own-views = save your own views
permission-share-views = share views
permission-edit-routing = change the routing table
permission-manage-people = manage people, roles and keys
permission-manage-house = change the settings

role-relation_officer = relation officer
role-pricing_officer = pricing officer
role-back_office_assistant = back-office assistant
role-follow_up_officer = follow-up officer
role-mediator = mediator
role-treasurer = treasurer
role-manager = manager
role-administrator = administrator
role-facilitator = facilitator
role-client_contact = client contact
role-providers_desk = providers’ desk
role-help-relation_officer = requests, quotes, posts
role-help-pricing_officer = prices quotations
role-help-back_office_assistant = projects, attestations
role-help-follow_up_officer = validates, follows up
role-help-mediator = reads only
role-help-treasurer = credits
role-help-manager = all but settings, people
role-help-administrator = people, keys, settings
role-help-facilitator = proposes, runs missions
role-help-client_contact = decides for a client
role-help-providers_desk = credits, no follow-up

group-subcontracting = Subcontracting
group-introduction = Client introduction
group-open = Leave it open

# Why a group is proposed.
reason-relation = we keep the relationship until { $until }
reason-deal-runs = a subcontracted deal with them is under way ({ $request })
reason-handled = handled as Subcontracting before ({ $request })
reason-home = home country
reason-known = the team knows this client
reason-branch = branch of { $parent }, which the team knows
reason-abroad = abroad ({ $country }) and new to the team
reason-unknown = country not known

kind-r1-quotation = R1 quotation
kind-partnership-set-up = Partnership set-up
kind-agency-logins = Agency logins
kind-added-products = Added products
kind-statistics = Statistics
kind-providers = Providers’ desk
kind-meeting-material = Meeting materials
kind-training-material = Training materials
kind-agency-information = Agency information
kind-workshop = Workshop

stage-new = not called yet
stage-attempted = called, not reached
stage-in-touch = in touch
stage-validated = validated

status-open = open
status-snoozed = snoozed until { $until }
status-closed = closed, { $at }: { $why }
status-merged = part of { $into }
status-void = undone

close-concluded = deal made
close-answered = answered
close-silent = stopped answering
close-elsewhere = chose somebody else
close-not-serious = not serious
close-duplicate = duplicate
close-spam = not a request
close-other = another reason

finding-subject = subject
finding-several = several requests in one
finding-no-deadline = no deadline
finding-doubtful-date = doubtful deadline
finding-copies = many copied in

outcome-called = Called, left a message
outcome-no_answer = Called, no answer
outcome-spoke = Spoke with the client

source-mail = by email
source-csv = from a CSV file
source-json = from a JSON file
source-form = entered by hand
source-split = split off

# Who did something.
who-house = Entremise
who-behalf = { $who } for { $behalf }
who-you = you
who-nobody = nobody

# What was just done. $r is “R-7”, or “R-7 +3” for several.
done-nothing = Nothing changed
done-received = { $r } entered
done-from-provider = { $r } entered: from a provider, for the providers’ desk
done-joined = Email added to { $r }
done-assigned = { $r } assigned to { $who }
done-unassigned = { $r } unassigned
done-watched = { $r } watched
done-unwatched = { $r } no longer watched
done-snoozed = { $r } snoozed until { $until }
done-woken = { $r }: snooze ended
done-tagged = { $r } tagged #{ $tag }
done-untagged = { $r } no longer tagged #{ $tag }
done-closed = { $r } closed: { $why }
done-reopened = { $r } reopened
done-noted = Note added to { $r }
done-called = { $r } · { $outcome }
done-validated = { $r } validated
done-grouped = { $r } · group: { $group }
done-group-open = { $r } · group left open
done-subject = { $r } · subject corrected
done-deadline = { $r } · deadline { $at }
done-no-deadline = { $r } · deadline removed
done-kind = { $r } · kind changed
done-settled = { $r } · warning accepted
done-client-owes = { $r } · the client’s turn
done-house-owes = { $r } · our turn
done-wish = { $r } · requirements updated
done-organisation = { $r } · client updated
done-contact = Contact updated
done-language = { $r } · language set
done-merged = { $r } merged into { $into }
done-unmerged = { $r } no longer part of { $into }
done-split = { $r } split into { $n }
done-view = View saved
done-no-view = View removed
done-house = Settings saved
done-person-added = Person added
done-roles = Roles changed
done-enabled = Access reopened
done-disabled = Access closed
done-renamed = Name and email corrected
done-key-added = Key added
done-key-named = Key named
done-key-revoked = Key revoked: it no longer gives access
done-invited = Invitation made
done-withdrawn = Invitation withdrawn
done-undone = Undone: { $what }
done-redone = Redone: { $what }
done-skipped = { $n ->
    [one] { $n } left out: { $why }
   *[other] { $n } left out; the first: { $why }
}

# What changed, on the timeline, after a name.
change-assigned = assigned it to { $who }
change-claimed = claimed it
change-unassigned = unassigned it
change-stage = { $stage }
change-group = group: { $group }
change-group-open = group left open
change-woken = snooze ended
change-restored = restored
change-reopened = reopened
change-subject = subject: { $to }
change-deadline = deadline: { $at }
change-no-deadline = deadline removed
change-kind = kind changed
change-organisation = client updated
change-language = language: { $to }
change-wish = requirements updated
change-tagged = tagged #{ $tag }
change-untagged = tag #{ $tag } removed
change-watched = { $who } watches
change-unwatched = { $who } no longer watches
change-settled = warning accepted: { $finding }

# What happened, on the timeline, after a name.
moment-came = { $how }: { $subject }
moment-note = note
moment-merged = { $from } merged into { $into }
moment-unmerged = { $from } no longer part of { $into }
moment-split = { $other } split off: { $subject }
moment-undone = { $what } (undo)
moment-redone = { $what } (redo)
moment-retracted = {" "}(undone)

# Whose turn, in full.
turn-house = our turn, by { $due }
turn-client = the client’s turn, by { $due }

# Who owes the next step.
owing-you = yours
owing-colleague = { $who }’s
owing-us = ours
owing-desk = ours ({ $who })
owing-client = the client’s
owing-proposers = the facilitators’, who can apply
owing-winner = { $who }’s, to confirm the terms
owing-coordinator = { $who }’s, as coordinator
owing-nobody = nobody’s

# Whose turn, in the list: 12 columns at most.
turn-you = you
turn-colleague = colleague
turn-unassigned = unassigned
turn-client-short = client
turn-proposers = facilitators
turn-desk-relation_officer = officer
turn-desk-pricing_officer = pricing
turn-desk-back_office_assistant = assistant
turn-nobody = nobody
turn-asleep = snoozed
turn-closed = closed
turn-merged = merged
turn-void = undone

# A date that cannot be read.
when-empty = No date yet: write { $one } or { $two }
when-too-long = That is too long for a date: write { $one } or { $two }
when-not-understood = “{ $piece }” is not a date here: write { $one } or { $two }
when-no-such-date = There is no { $piece }: write a day that exists, like { $two }
when-no-such-time = “{ $piece }” is not a time: write one like { $one }
when-two-dates = “{ $piece }” is a second date: write one, like { $two }
when-two-times = “{ $piece }” is a second time: write one, like { $one }
when-weekday-disagrees = “{ $piece }” is not that date’s day of the week: write the date alone, like { $two }
when-too-far = “{ $piece }” is too far away: choose a date between 1900 and 2199
refusal-already-claimed = { $by } has had it since { $at }: ask them, or assign it to yourself with a.

# What is written as a whole, as the object of a sentence.
thing-house = the settings
thing-routing = the routing table
thing-terms = the terms of the board
thing-prices = the price lists
thing-person = the details of { $of }
thing-roles = the roles of { $of }
thing-preferences = the preferences of { $of }
thing-profile = the profile of { $of }
thing-firm = the profile of { $of }
thing-organisation = the details of { $of }
thing-contact = the contact { $of }
thing-request = { $of }
thing-wish = what { $of } asks for
thing-notice = { $of }
thing-sessions = the session plan of { $of }
thing-proposal = { $of }
thing-brief = the brief of { $of }
thing-versions = { $of }
thing-wordings = the wording of papers
thing-lists = the lists
thing-readings = the words for reading emails

## The organisation's own lists

list-work = kinds of work
list-audience = audiences
list-level = levels
list-compliance = compliance documents
list-task = logistics
list-unit = units
list-close = closing reasons
list-subscription = subscriptions
list-skill = skills
list-decline = reasons for declining
list-end = reasons for ending
list-tag = tags
refusal-list-wrong = The list of { $list } cannot be used: { $what }: { $why }.
refusal-entry-in-use = “{ $key }” is in use ({ $list }, { $uses } times). Retire it instead: it stays where it is, and nobody can choose it again.
refusal-kind-in-use = “{ $kind }” is in use by { $uses ->
    [one] { $uses } request
   *[other] { $uses } requests
}. Retire it instead: it stays where it is, and nobody can choose it again.
refusal-kind-retired = “{ $kind }” can no longer be chosen: choose another kind
refusal-meaning-fixed = What “{ $key }” means cannot change. Retire it and add a reason with another key.
refusal-pair-fixed = The languages of “{ $key }” cannot change. Retire it and add a skill with another key.
refusal-tag-unlisted = “{ $tag }” is not on the list of tags: choose one of the list, or add it there
did-lists-changed = Lists updated
