# What commands in words print: the heads of their lists, numbers that are not the ones a command takes, the topics of
# help, the report of an import.

plain-field = { $label }: { $words }
plain-came-with = [{ $name }, { $size } bytes]

# Heads of the columns of lists; others are among the columns of the screens.
column-access = Access
column-added = Added
column-algorithm = Kind
column-at = When
column-begins = Begins
column-by = By
column-credits = Credits
column-due-by = Due
column-eligible = Eligible
column-entry = Entry
column-fingerprint = Fingerprint
column-in-charge = In charge
column-invitation = Invitation
column-key-state = State
column-made-by = Made by
column-of = For
column-opportunity = Opportunity
column-own-proposal = Your proposal
column-participants = Participants
column-person = Person
column-proposals = Proposals
column-proposals-until = Proposals until
column-quotation = Quotation
column-r1 = R1 sent
column-round = Round
column-signed = Signed
column-status = Status
column-step = Step
column-title = Title
column-until = Valid until
column-why = Reason

# Values in columns, on a terminal.
state-active = active
state-open = open
state-disabled = closed
state-revoked = revoked
eligible-closed = closed
eligible-yes = yes
eligible-no = no

# Numbers that say what they are.
number-request = a request
number-quotation = a quotation
number-opportunity = an opportunity
number-proposal = a proposal
number-person = a person
number-contact = a contact
number-invitation = an invitation
number-organisation = an organisation
number-view = a saved view
number-entry = an entry of the accounts
number-like = { $kind }, like { $like }
number-like-person = { $kind }, by name or like { $like }
number-like-contact = { $kind }, by email address or like { $like }
number-or = { $one }, or { $other }
number-other = { $text } is { $kind }; { $command } takes { $wanted }.
number-none = “{ $text }” is not a valid number here; { $command } takes { $wanted }.

# What commands are about.
help-topic-requests = Requests
help-topic-quotations = Quotations
help-topic-opportunities = Opportunities
help-topic-proposals = Your proposals
help-topic-selection = Selection
help-topic-missions = Missions
help-topic-money = Clients’ money
help-topic-people = People and access
help-topic-settings = Settings
help-topic-start = You
help-topic-machine = This machine
help-topic-more = “help COMMAND” explains a command and its options.

# The report of an import.
import-piped = standard input
import-far = { $new } new, { $known } known
import-span = { $first } to { $last }
import-report = { $name }: { $new } new{ $span }, { $known } already known, { $joined } added to a request, { $aside } set aside
import-providers = { $n } of them from facilitators, kept for the providers’ desk: { $named }
import-aside = set aside: { $at }: { $why }
import-aside-kept = set aside: { $at }: { $why }; its beginning is in { $path }
import-more = and { $n } more; see the set-aside folder in the data folder

said-firm-alone = You work alone. Invite a colleague with: firm invite NAME
said-firm-offer = Invitation { $number }: { $name } · { $roles } · valid until { $until }
said-firm-other = You also work for { $name }: firm for { $firm }
said-firm-code-until = Give this code to your colleague alone. It works once, until { $until }: at the first login, or with firm join for those who have access already.
said-acting-for = Acting for { $name } ({ $firm })
said-ask-first = Ask first: { $who }
said-ask-then = { $opportunity } { $title }: { $who }
said-firm-unmanaged = No manager of this firm can log in. Ask us to name one of you.
# The directory.
help-topic-directory = Clients and contacts
column-relation = Relation until
column-double = Double
field-vat = VAT number
field-doubles = May be the same
field-merged = Merged into it
field-address = Address
field-note = Note
yes = yes
no = no
head-branches = Branches
head-contacts = Contacts
head-exchanged = Exchanged
head-turnover = Turnover, without tax
plain-exchanged-request = request
plain-exchanged-call = call
plain-exchanged-quotation = quotation
plain-exchanged-accepted = quotation accepted
plain-exchanged-posting = posted on the board
plain-exchanged-mission = mission
contact-left = left on { $at }
plain-no-columns = no column is called organisation; the columns found are: { $text }
misread-lang-code = { $text } is not a language code like fr or en
said-to-import = { $new } new, { $same } the same, { $doubt } in doubt, { $wrong } wrong. Nothing was changed: add --apply to import
said-imported = { $new } imported, { $same } the same, { $doubt } in doubt, { $wrong } wrong
said-wrong-cell = line { $line }, column { $column }: “{ $text }” cannot be read
said-wrong-line = line { $line }: { $why }
said-doubt-organisation = line { $line }: { $name } may be { $of }, with other details
said-doubt-contact = line { $line }: { $name } may be { $of }, with other details
said-doubt-parent = line { $line }: { $name } belongs to { $of }, which is not known
said-doubt-its-client = line { $line }: { $name } waits until { $of } is clear
said-doubt-twice = line { $line }: { $name } is on line { $of } already
said-wrong-card = card { $number }, line { $line }: { $why }
said-wrong-outside = line { $line }: this belongs to no card
said-card-broken = it has no END:VCARD, or cannot be read
said-card-too-large = larger than 1 MiB
said-card-not-text = not in UTF-8. Save the file again in UTF-8
said-card-no-organisation = no organisation: add an ORG line
said-card-no-name = no name, email address or phone number
said-card-too-many = too many cards: split the file
said-cards-left-out = { $n ->
    [one] 1 picture, sound or key was left out
   *[other] { $n } pictures, sounds or keys were left out
}
said-rejected = What was not imported is in { $name }
plain-not-utf8 = { $name }, line { $line }: not in UTF-8. Save the file again in UTF-8
plain-file-there = { $name } exists already: choose another name
plain-unwritten = { $name } cannot be written
said-more-doubles = Only the first { $n } are listed
