# The help of commands in words. The English of it is what stands in the code beside each command; a test compares.

# Said by the parser itself: the English is what it writes.
help-word-usage = Usage:
help-word-commands = Commands:
help-word-arguments = Arguments:
help-word-options = Options:
help-word-default = [default:
help-word-env = [env:
help-word-possible = [possible values:
help-word-possible-list = Possible values:
help-word-help-more = Print help (see more with '--help')
help-word-help-less = Print help (see a summary with '-h')
help-word-help-this = Print this message or the help of the given subcommand(s)
help-word-help = Print help
help-word-version = Print version

# Of all commands.
help-entremise = The workstation of an organisation that stands between clients and the professionals who serve them. Without a command it opens the workstation in this terminal.
help-line = Commands in words; with a terminal and no command the workstation opens.
help-line-lang = The language: en or fr [default: yours, else your environment's]
help-entremise-data = The data directory [default: the user's own, e.g. ~/.local/share/entremise]
help-entremise-sample = Open the sample, which never mixes with real data
help-entremise-lang = The language: en or fr [default: yours, else the environment's]
help-entremise-theme = The theme: dark, light, contrast or plain [default: yours, else the terminal's]
help-entremise-ascii = Draw with plain ASCII, as where the locale or the console has nothing else
help-entremise-as = Who you are, by name or P-number, when this computer does not know yet

# What an option of several commands is.
help-arg-json = As JSON
help-arg-name = The name
help-arg-plain = As plain text [the default]
help-arg-limit = At most so many
help-arg-request = The request, like R-1042
help-arg-get = Print the bytes of the N-th of them, for a pipe
help-arg-who = Who, by name or P-number
help-arg-fingerprint = Its fingerprint, or enough of its beginning
help-arg-quotation = The quotation, like Q-3
help-arg-reason = Why
help-arg-opportunity = The opportunity, like O-12
help-arg-proposal = The proposal, like PR-12
help-arg-why = Why

# What can be chosen.
help-value-consultation = Opens everything on it
help-value-offer = Lets you make an offer
help-value-contact = Reveals the client's name, email and phone
help-value-basic = The parties settle everything themselves
help-value-r0 = Only the funded part is worked on
help-value-given-up = The client gave up the project
help-value-elsewhere = The client chose someone elsewhere
help-value-silent = The client no longer answers
help-value-mistake = It was posted by mistake
help-value-facilitator = Holds sessions
help-value-observer = Helps, and learns
help-value-out = No longer of the team
help-value-unsaid = Nothing is said after all
help-value-interesting = Interesting
help-value-not-interesting = Not interesting

# What is to be filled in.
help-place-DIR = DIR
help-place-LANG = LANG
help-place-THEME = THEME
help-place-NAME = NAME
help-place-HOUSE = HOUSE
help-place-COUNTRY = COUNTRY
help-place-DOMAIN = DOMAIN
help-place-WORDS = WORDS
help-place-R-NUMBER = R-NUMBER
help-place-FILE = FILE
help-place-EMAIL = EMAIL
help-place-ROLE = ROLE
help-place-WHO = WHO
help-place-KEY = KEY
help-place-FINGERPRINT = FINGERPRINT
help-place-TIME = TIME
help-place-I-NUMBER = I-NUMBER
help-place-Q-NUMBER = Q-NUMBER
help-place-O-NUMBER = O-NUMBER
help-place-PR-NUMBER = PR-NUMBER
help-place-P-NUMBER = P-NUMBER
help-place-DESK = DESK
help-place-REASON = REASON
help-place-TAG = TAG
help-place-OF = OF
help-place-KIND = KIND
help-place-PRICE = PRICE
help-place-AVAILABLE = AVAILABLE
help-place-TEXT = TEXT
help-place-TITLE = TITLE
help-place-WORK = WORK
help-place-PLACE = PLACE
help-place-AMOUNT = AMOUNT
help-place-FORMULA = FORMULA
help-place-WHY = WHY
help-place-PERSON = PERSON
help-place-AT = AT
help-place-TASK = TASK
help-place-SESSION = SESSION
help-place-CAME = CAME
help-place-NOTE = NOTE
help-place-VERDICT = VERDICT
help-place-ADVICE = ADVICE
help-place-COUNT = COUNT
help-place-ADDRESSPORT = ADDRESS:PORT
help-place-HOSTPORT = HOST[:PORT]
help-place-SECONDS = SECONDS
help-place-COMMAND = COMMAND

help-whoami = Say who you are here, and what you may do

help-setup = Set up an empty store without questions
help-setup-name = Your name
help-setup-house = Your organisation's name
help-setup-country = Its home country, by code or name
help-setup-domains = An email domain of your organisation, for telling colleagues from clients; can be given several times

help-inbox = List the request inbox
help-inbox-words = What to list, in the words of the filter line [default: is:open]
help-inbox-json = As JSON, one object a line
help-inbox-plain = As plain text, columns separated by tabs [the default]

help-show = Show one request in full

help-history = Show everything that happened to one request
help-history-page = Which page: 1 has the latest 400 records, 2 those before

help-files = List the files that came with one request, or save them
help-files-to = Save them there; nothing is overwritten

help-import = Import emails and files: .eml, mbox, Maildir, CSV, JSON; - reads what is piped in
help-import-files = Files or folders; - for what is piped in (a mail server's pipe)
help-import-quiet = No progress bar

help-person = List the people who have access, add one, change one
help-person-list = List them: id, name, state, roles
help-person-list-json = As JSON, one object a line
help-person-add = Add one
help-person-add-name = Their name
help-person-add-email = Their email address
help-person-add-role = Their role; can be given several times
help-person-edit = Correct the name or the email address
help-person-edit-email = The email address
help-person-roles = Give them these roles, and no others
help-person-roles-role = Their role from now on; can be given several times
help-person-disable = Close their access; what they have open ends
help-person-enable = Reopen their access

help-key = List the keys that give access over SSH, add one, revoke one
help-key-list = List them: fingerprint, person, name, state
help-key-list-who = Whose, by name or P-number [default: everybody's, or your own]
help-key-list-json = As JSON, one object a line
help-key-add = Add a public key, as it stands in a .pub file
help-key-add-who = Whose, by name or P-number
help-key-add-key = The line of the .pub file, the file, or - for what is piped in
help-key-add-name = A name to know it by [default: the comment of the key]
help-key-name = Rename a key
help-key-revoke = Revoke a key at once; what was opened with it ends

help-invite = Invite a person by a one-time code that binds their key at the first login
help-invite-valid = How long the code is good for: 2h, 3d
help-invite-list = List the open invitations
help-invite-withdraw = Withdraw an open invitation

help-quotations = List the quotations: number, round, stage, whose turn, by when, total, request, client, subject
help-quotations-json = As JSON, one object a line

help-quotation = Show one quotation, or print the paper that the client gets
help-quotation-text = The paper that the client gets, as text
help-quotation-pdf = The paper that the client gets, as PDF, for a file or a pipe
help-quotation-version = This version of it [default: the one before the client, or the latest]

help-quote = Begin the quotation of a request
help-quotation-step = Move a quotation one step on, or back
help-quotation-step-r1 = Send the complete R1 to pricing
help-quotation-step-prices = Send the prices to the assistant
help-quotation-step-project = Send the assembled project to the officer
help-quotation-step-send = Send the latest version to the client
help-quotation-step-r2 = Send the second round
help-quotation-step-r2-afresh = Through pricing and assembly again
help-quotation-step-r2-words = What is to change, or what was said
help-quotation-step-return = Send it back to a colleague
help-quotation-step-return-to = Where to: brief, pricing, assembly
help-quotation-step-accept = The client accepts
help-quotation-step-accept-words = What they said with it
help-quotation-step-decline = The client declines
help-quotation-step-drop = Give it up
help-quotation-step-extend = Extend the validity of what was sent
help-quotation-step-extend-until = Until the end of this day, like 2026-06-01
help-quotation-step-tag = Put a tag on, or take it off
help-quotation-step-tag-tag = The tag
help-quotation-step-tag-off = Take it off

help-recap = List the R1 quotations since a day, by officer: client, ** for signed, tags
help-recap-since = Since this day, like 2026-06-01 [default: the first day of this year]
help-recap-json = As JSON, one object a line

help-prices = Print the price lists, or set them from a file
help-prices-file = Price lists as `prices` prints them, edited; - reads what is piped in

help-routing = Print the routing table, or set it from a file
help-routing-file = A routing table as `routing` prints it, edited; - reads what is piped in

help-board = List the pending opportunities
help-board-words = What to list, in the words of the filter line: mine, all, group:sub, country:FR, lang:fr
help-board-eligible = Only those you may apply for
help-board-json = As JSON, one object a line

help-opportunity = Show one opportunity, as far as it is yours to see

help-stats = Show how many projects become missions, how many proposals compete, how many win
help-stats-own = Your own figures instead of the organisation's

help-credits = Show credits: what is left, and every entry
help-credits-who = Whose, by P-number [default: your own]

help-step = Take a step on an opportunity that costs a credit; without --yes it says the price
help-step-kind = Which step
help-step-reason = Why the client is contacted directly, before the clock says so
help-step-yes = Take it; without, the price is said

help-propose = Propose for an opportunity: the text is piped in, or given with --text
help-propose-price = The price before tax, as people write it; under Subcontracting, the price we set
help-propose-available = When you are free
help-propose-text = The text [default: what is piped in; nothing leaves it as it stands]
help-propose-keep_text = Leave the text as it stands: with nothing else said, submit your draft
help-propose-draft = Keep it as a draft; nobody else sees it, and what you submitted stays until you submit this

help-attach = Add a file to your proposal: piped in, or from this machine
help-attach-file = The file; - for what is piped in
help-attach-name = What it is called [default: as the file is]

help-attached = List the files of an opportunity or a proposal, or print one
help-attached-of = O-12, or PR-12
help-attached-remove = Remove the N-th of them from your own proposal

help-withdraw = Withdraw your proposal, or (--draft) delete the draft beside it
help-withdraw-draft = Only the draft beside it; what you submitted stays

help-confirm = Confirm the terms of an opportunity you won; without --consent to a commission of yours it says them
help-confirm-consent = You agree to pay the commission, where that is asked of you

help-decline = Decline the terms of an opportunity you won

help-post = Post a request on the board: what the request says is taken, options say the rest; the description is piped in, or given with --text
help-post-title = What it is, in a line that names no client [default: the subject without the client's part]
help-post-work = The kind of work: workshop, training, conference, programme, other
help-post-audience = Who it is held for: company, public_body, education, association, public
help-post-language = The language it is held in, like fr
help-post-country = The country, like FR
help-post-place = The town or the venue
help-post-online = Online rather than at a place
help-post-dates = The dates as the client put them
help-post-participants = How many take part
help-post-sessions = How many sessions are ordered
help-post-until = Until when proposals are taken, as people write dates
help-post-amount = Under Subcontracting what facilitation is paid; else what the client would spend
help-post-formula = How an introduced project is paid
help-post-provider_pays = Why the provider is asked to pay the commission [default: the client pays it]
help-post-urgent = It cannot wait for written answers
help-post-text = The description [default: what is piped in]
help-post-preview = Only print what a facilitator would see

help-end = Take an opportunity off the board without a mission
help-end-refund = Give the credits back that were spent on it

help-mission = Run a mission: team, sessions, logistics, attendance, delivery
help-mission-team = Add somebody to the team, or remove them
help-mission-team-opportunity = The mission, like O-12
help-mission-team-person = Whom, by P-number
help-mission-team-role = As what
help-mission-plan = Plan one more session
help-mission-plan-opportunity = The mission, like O-12
help-mission-plan-at = When it begins, as people write dates
help-mission-plan-place = Where, or the link
help-mission-plan-by = Who holds it, by P-number [default: the coordinator]
help-mission-tick = Tick a logistics item: client, room, material, discussion, participants, travel
help-mission-tick-opportunity = The mission, like O-12
help-mission-tick-task = What
help-mission-tick-undone = Untick it
help-mission-attend = Note how many were present at a session
help-mission-attend-opportunity = The mission, like O-12
help-mission-attend-session = Which session, the first is 1
help-mission-attend-came = How many were present
help-mission-deliver = Mark the mission as delivered
help-mission-deliver-opportunity = The mission, like O-12
help-mission-deliver-note = A word on how it went

help-judge = Record what the client thinks of a proposal
help-judge-verdict = What

help-select = Select a proposal
help-select-advice = What the others are told for next time [default: our usual advice]

help-advise = Tell those who were not selected, in your own words, what to do better next time; once for each selection
help-advise-text = The words [default: what is piped in]

help-grant = Grant credits to a facilitator
help-grant-who = To whom, by P-number
help-grant-kind = Which kind
help-grant-count = How many

help-profile = Print a facilitator's profile, or set it from a file as it is printed
help-profile-who = Whose, by P-number [default: your own]
help-profile-set = The edited profile; - reads what is piped in

help-terms = Print the terms of the board, or set them from a file
help-terms-file = The terms as `terms` prints them, edited; - reads what is piped in

help-link = Say which client's contact a person is who can log in
help-link-who = The person, by name or P-number
help-link-contact = The contact's email address, or its K-number [default: none any more]

help-serve = Serve many people at once: over SSH, and on this machine's other terminals
help-serve-listen = Where SSH is listened for; port 0 takes a free one and says which
help-serve-metrics = Answer Prometheus there, at /metrics, in plain HTTP
help-serve-public = How others reach this server, for invitations [default: the address listened at]
help-serve-most = Connections in all
help-serve-most_per_address = Connections of one address
help-serve-most_strangers = Connections in all that have not logged in yet; of one address at most 16
help-serve-most_per_person = Open sessions of one person
help-serve-login = Seconds within which one must have logged in, and then have begun something
help-serve-idle = Minutes without a key after which a session ends; it is warned a minute before. 0: never

help-keys = Print the key table as Markdown

help-verify = Check every record, digest and link of the store, and every stored file
help-verify-quick = Do not read the stored files

help-tidy = Remove stored files that nothing names any more
help-host-key = Print the fingerprint of the key the server proves itself with, or change it
help-host-key-new = Make a new key and keep the old one aside; every client is warned at its next login
help-host-key-accept = Serve with the key that is in the file now, though clients know another one

help-recover = Rebuild a damaged store from its shadow log
