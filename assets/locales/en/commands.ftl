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
help-entremise-ascii = Draw with plain ASCII, for a locale or a console that has nothing else
help-entremise-as = Your name or P-number, when this computer does not know you yet

# What an option of several commands is.
help-arg-json = Print JSON, one object a line
help-arg-name = The name
help-arg-plain = Print columns separated by tabs, with stable names and times in UTC [the default in a pipe]
help-arg-limit = List at most so many
help-arg-request = The request, like R-1042
help-arg-get = Print the content of the N-th file, for a file or a pipe
help-arg-who = The person, by name or P-number
help-arg-fingerprint = The fingerprint of the key, or enough of its beginning
help-arg-quotation = The quotation, like Q-3
help-arg-reason = The reason
help-arg-opportunity = The opportunity, like O-12
help-arg-proposal = The proposal, like PR-12
help-arg-why = The reason

# What can be chosen.
help-value-consultation = Opens the description, the files and the prices
help-value-offer = Lets you propose
help-value-contact = Reveals the client's name, email and phone
help-value-basic = The parties settle everything themselves
help-value-r0 = Only the funded part is worked on
help-value-facilitator = Holds sessions
help-value-observer = Helps and learns
help-value-out = Leaves the team
help-value-unsaid = Withdraw the opinion
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
help-place-DESK = STAGE
help-place-REASON = REASON
help-place-TAG = TAG
help-place-OF = OF
help-place-KIND = KIND
help-place-PRICE = PRICE
help-place-AVAILABLE = AVAILABLE
help-place-TEXT = TEXT
help-place-TITLE = TITLE
help-place-SKILL = SKILL
help-place-KEYN = KEY=N
help-place-MARKET = MARKET
help-place-BRAND = BRAND
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
help-place-C-NUMBER = C-NUMBER
help-place-K-NUMBER = K-NUMBER
help-place-DAY = DAY
help-place-YES = YES
help-place-CITY = CITY
help-place-COMMAND = COMMAND

help-whoami = Show who you are here, and what you may do
help-whoami-json = Print JSON
help-help = List the commands that you may do, or explain one
help-help-words = The command to explain

help-setup = Set up your organisation in an empty data folder, without questions
help-setup-name = Your name
help-setup-house = Your organisation's name
help-setup-country = Its home country, by code or name
help-setup-lists = The lists to start from: workshops, translators, insurance or empty [default: workshops]
help-setup-domains = An email domain of your organisation, for telling colleagues from clients; can be given several times

help-inbox = List the request inbox
help-inbox-words = What to list, as in the filter line [default: is:open]

help-show = Show one request in full
help-show-json = Print JSON
help-show-plain = Print plain text [the default]

help-history = Show everything that happened to one request
help-history-page = The page: 1 has the latest 400 records, 2 those before

help-files = List the files that came with one request, print one, or save them
help-files-to = Save the files in this folder; nothing is overwritten

help-import = Import emails and files: .eml, mbox, Maildir, CSV, JSON; - reads what is piped in
help-import-files = Files or folders; - for what is piped in (a mail server's pipe)
help-import-quiet = Show no progress bar

help-directory = List the clients, find double entries, import and export them
help-directory-list = List the clients, branches under their parent
help-directory-list-words = Words that the client, its town or one of its contacts has in its name [default: all clients]
help-directory-doubles = List the entries that may be one and the same
help-directory-import = Count what a CSV or vCard file has of clients and contacts, or take it in
help-directory-import-file = A CSV file with the names of its columns on top, or vCards; - reads what is piped in
help-directory-import-apply = Take in what is new [default: only count]
help-directory-import-rejected = Write what is not taken in to this new file, with the reasons; - prints it
help-directory-export = Print the clients and their contacts as CSV or vCards, for a file or a pipe
help-directory-export-form = The form: csv, vcard (3.0, which phones read) or vcard4 (4.0) [default: csv]
help-organisation = Show one client, add one, change one
help-organisation-show = Show one client with its contacts and everything exchanged with it
help-organisation-show-organisation = The client, like C-5
help-organisation-show-json = Print JSON
help-organisation-add = Add a client
help-organisation-add-name = Its name
help-organisation-edit = Correct what is known of a client
help-organisation-edit-organisation = The client, like C-5
help-organisation-edit-name = The new name
help-organisation-add-country = The country, by code or name
help-organisation-add-city = The town
help-organisation-add-address = Street, number and postal code
help-organisation-add-phone = The number of the switchboard
help-organisation-add-vat = The VAT number
help-organisation-add-segment = The kind of organisation
help-organisation-add-domain = An email domain of its people; can be given several times
help-organisation-add-language = The language it is written to in, like fr
help-organisation-add-note = A note
help-organisation-add-parent = The client that it is a branch of, like C-5
help-organisation-add-no_parent = It is a branch of no other client
help-organisation-add-main = Whom to ask for first, like K-7
help-organisation-add-known = Whether the team was already in contact: true or false
help-organisation-edit-country = The country, by code or name
help-organisation-edit-city = The town
help-organisation-edit-address = Street, number and postal code
help-organisation-edit-phone = The number of the switchboard
help-organisation-edit-vat = The VAT number
help-organisation-edit-segment = The kind of organisation
help-organisation-edit-domain = An email domain of its people; can be given several times
help-organisation-edit-language = The language it is written to in, like fr
help-organisation-edit-note = A note
help-organisation-edit-parent = The client that it is a branch of, like C-5
help-organisation-edit-no_parent = It is a branch of no other client
help-organisation-edit-main = Whom to ask for first, like K-7
help-organisation-edit-known = Whether the team was already in contact: true or false
help-organisation-relation = Say until when the relation with a client is kept
help-organisation-relation-organisation = The client, like C-5
help-organisation-relation-until = The last day, like 2026-12-31 [default: it is not kept]
help-organisation-merge = Merge a client into another; what is known of that one stands, and what it lacks is taken over
help-organisation-merge-from = The client that is merged, like C-6
help-organisation-merge-into = The client that it is merged into, like C-5
help-organisation-apart = Say that two clients which look the same are not
help-organisation-apart-one = The one, like C-5
help-organisation-apart-other = The other, like C-6
help-contact = Add a client's contact, change one
help-contact-add = Add a contact of a client
help-contact-add-organisation = The client, like C-5
help-contact-add-name = Their name
help-contact-edit = Correct what is known of a contact
help-contact-edit-contact = The contact, like K-7
help-contact-edit-name = The new name
help-contact-add-email = The email address
help-contact-add-also = A further email address; can be given several times
help-contact-add-phone = The phone number
help-contact-add-role = What they do there
help-contact-add-language = The language they are written to in, like fr
help-contact-add-note = A note
help-contact-edit-email = The email address
help-contact-edit-also = A further email address; can be given several times
help-contact-edit-phone = The phone number
help-contact-edit-role = What they do there
help-contact-edit-language = The language they are written to in, like fr
help-contact-edit-note = A note
help-contact-left = Say that a contact has left the client
help-contact-left-contact = The contact, like K-7
help-contact-left-back = They are there again
help-contact-move = Move a contact to another client; their requests stay where they are
help-contact-move-contact = The contact, like K-7
help-contact-move-organisation = The client, like C-5
help-contact-merge = Merge a contact into another; what is known of that one stands, and what it lacks is taken over
help-contact-merge-from = The contact who is merged, like K-8
help-contact-merge-into = The contact they are merged into, like K-7
help-contact-apart = Say that two contacts who look the same are not
help-contact-apart-one = The one, like K-7
help-contact-apart-other = The other, like K-8

help-person = List the people who have access, add one, change one
help-person-list = List the people who have access
help-person-add = Add a person
help-person-add-name = Their name
help-person-add-email = Their email address
help-person-add-role = Their role; can be given several times
help-person-edit = Correct a person's name or email address
help-person-edit-name = The new name
help-person-edit-email = The new email address
help-person-roles = Replace a person's roles by these
help-person-roles-role = Their new role; can be given several times
help-person-disable = Close a person's access; their open sessions end
help-person-enable = Reopen a person's access

help-key = List the keys that give access over SSH, add one, rename one, revoke one
help-key-list = List the keys that give access
help-key-list-who = The person, by name or P-number [default: everybody, or yourself]
help-key-add = Add a public key, as it stands in a .pub file
help-key-add-key = The line of the .pub file, the file, or - for what is piped in
help-key-add-name = A name to know it by [default: the comment of the key]
help-key-name = Rename a key
help-key-name-name = The new name
help-key-revoke = Revoke a key at once; its open sessions end

help-invite = Invite a person by a one-time code that binds their key at the first login
help-invite-valid = How long the code is valid: 2h, 3d
help-invite-list = List the open invitations
help-invite-withdraw = Withdraw an open invitation

help-quotations = List the quotations

help-quotation = Show one quotation, or print the document that the client gets
help-quotation-json = Print JSON
help-quotation-text = Print the document that the client gets, as text
help-quotation-pdf = Print the document that the client gets, as PDF, for a file or a pipe
help-quotation-version = The version to print [default: the one sent to the client, else the latest]

help-quote = Begin the quotation of a request
help-brief = Print the brief of a quotation, or set it with options or from a file
help-brief-set = The brief as `brief` prints it, edited; - reads what is piped in
help-brief-work = The kind of work, by its key in `lists`, like workshop
help-brief-audience = The audience, by its key in `lists`, like company
help-brief-market = The market, by country: whose price lists and VAT apply, like FR
help-brief-brand = The brand, by its key in `prices`
help-brief-language = The language of the offer, like fr
help-brief-participants = The number of participants
help-brief-sessions = The number of sessions
help-brief-dates = The dates as the client put them
help-brief-place = The town or the venue
help-brief-online = Held online rather than at a place
help-brief-deadline = The deadline for the offer, as people write dates
help-brief-asked = What is asked, in words

help-lines = Print the lines of a quotation, or write a new version with options or from a file
help-lines-set = Lines as `lines` prints them, edited; - reads what is piped in
help-lines-products = A product of the price list and how many, like workshop=2; can be given several times
help-lines-note = A remark on the prices, for the client
help-lines-until = The last day of validity, like 2026-06-01

help-project = Write the project text of a quotation: given with --text, or piped in
help-project-text = The text [default: what is piped in]
help-project-conditions = The conditions of sale [default: those of the latest version]

help-quotation-step = Move a quotation one step on, or back
help-quotation-step-r1 = Send the complete R1 to pricing
help-quotation-step-prices = Send the prices to the assistant
help-quotation-step-project = Send the assembled project to the officer
help-quotation-step-send = Send the latest version to the client
help-quotation-step-r2 = Begin the second round
help-quotation-step-r2-afresh = Go through pricing and assembly again
help-quotation-step-r2-words = What has to change, or what was said
help-quotation-step-return = Send the quotation back to a colleague
help-quotation-step-return-to = The stage it goes back to
help-quotation-step-accept = Record that the client accepts
help-quotation-step-accept-words = What the client said
help-quotation-step-decline = Record that the client declines
help-quotation-step-drop = Give the quotation up
help-quotation-step-extend = Extend the validity of what was sent
help-quotation-step-extend-until = The last day of validity, like 2026-06-01
help-quotation-step-tag = Put a tag on the quotation, or take it off
help-quotation-step-tag-tag = The tag
help-quotation-step-tag-off = Take the tag off

help-recap = List the R1 quotations since a day, by officer; ** marks the signed ones
help-recap-since = The first day, like 2026-06-01 [default: the first day of this year]

help-lists = Print the lists of your organisation, or set them from a file
help-lists-file = Lists as `lists` prints them, edited; - reads what is piped in
help-lists-only = Print this list only, like work; can be given several times
help-lists-check = Say what the file would change, and change nothing

help-prices = Print the price lists, or set them from a file
help-prices-file = Price lists as `prices` prints them, edited; - reads what is piped in

help-routing = Print the routing table, or set it from a file
help-routing-file = A routing table as `routing` prints it, edited; - reads what is piped in

help-board = List the opportunities
help-board-words = What to list, as in the filter line: mine, all, group:sub, country:FR, lang:fr
help-board-eligible = List only those you may propose for

help-opportunity = Show what you may see of one opportunity
help-opportunity-json = Print JSON

help-stats = Show how many projects become missions, how many proposals compete, how many win
help-stats-own = Show your own figures instead of the organisation's
help-stats-json = Print JSON

help-credits = Show credits: what is left, and every entry
help-credits-who = The person, by name or P-number [default: yourself]

help-step = Take a step on an opportunity that costs a credit; without --yes the price is shown
help-step-kind = The step
help-step-reason = The reason to contact the client before the waiting time is over
help-step-yes = Take the step; without, its price is shown

help-propose = Propose for an opportunity; the text is piped in, or given with --text
help-propose-price = The price before tax, as people write it; under Subcontracting, the price we set
help-propose-available = When you are free
help-propose-text = The text [default: what is piped in; if nothing is, the text stays as it is]
help-propose-keep_text = Keep the text as it is: with no other option, submit your draft
help-propose-draft = Keep the proposal as a draft that nobody else sees; what you submitted stays until you submit this

help-attach = Add a file to your proposal, from this machine or piped in
help-attach-file = The file; - for what is piped in
help-attach-name = The name of the file [default: its own]

help-attached = List the files of an opportunity or a proposal, print one, or remove one
help-attached-of = The opportunity or the proposal, like O-12 or PR-12
help-attached-remove = Remove the N-th file from your own proposal

help-withdraw = Withdraw your proposal; with --draft, delete only its draft
help-withdraw-reason = The reason, in your own words
help-withdraw-because = A reason of the list, by its key in `lists`, like dates
help-withdraw-draft = Delete only the draft; what you submitted stays

help-confirm = Confirm the terms of an opportunity you won, or of a mission offered to you; a commission that you pay is shown first, and needs --consent
help-confirm-consent = Agree to pay the commission, where that is asked of you

help-decline = Decline the terms: of an opportunity you won, or as its client
help-decline-said = On behalf of the client: how they told us, like “by phone on Tuesday”
help-decline-reason = The reason, in your own words
help-decline-because = A reason of the list, by its key in `lists`, like dates

help-post = Post a request on the board: options complete what the request says; the description is piped in, or given with --text
help-post-title = The title, in a line that names no client [default: the subject without the client's part]
help-post-work = The kind of work, by its key in `lists`, like workshop
help-post-audience = The audience, by its key in `lists`, like company
help-post-skills = A skill that is needed, by its key in `lists` or its languages, like fr>nl; can be given several times
help-post-language = The language of the work, like fr
help-post-country = The country, like FR
help-post-place = The town or the venue
help-post-online = Held online rather than at a place
help-post-dates = The dates as the client put them
help-post-participants = The number of participants
help-post-sessions = The number of sessions ordered
help-post-until = The deadline for proposals, as people write dates
help-post-amount = Under Subcontracting, the pay for facilitation; else, the budget of the client
help-post-formula = The formula expected of a client introduction [default: the client chooses]
help-post-provider_pays = The reason why the provider pays the commission [default: the client pays it]
help-post-urgent = Urgent: the client can be contacted directly at once
help-post-text = The description [default: what is piped in]
help-post-preview = Print what a facilitator would see, and post nothing

help-end = Close an opportunity without a mission
help-end-why = The reason, by its key in `lists`, like silent
help-end-refund = Give back the credits spent on it

help-mission = Run a mission: team, sessions, logistics, attendance, delivery
help-mission-team = Add a person to the team, or remove them
help-mission-team-opportunity = The mission, like O-12
help-mission-team-person = The person, by name or P-number
help-mission-team-role = Their role in the team
help-mission-plan = Plan another session
help-mission-plan-opportunity = The mission, like O-12
help-mission-plan-at = When the session begins, as people write dates
help-mission-plan-place = The place, or the link
help-mission-plan-by = Who holds the session, by name or P-number [default: the coordinator]
help-mission-tick = Tick a logistics item
help-mission-tick-opportunity = The mission, like O-12
help-mission-tick-task = The item, by its key in `lists`, like room
help-mission-tick-undone = Untick the item
help-mission-attend = Record how many people were present at a session
help-mission-attend-opportunity = The mission, like O-12
help-mission-attend-session = The session; the first is 1
help-mission-attend-came = The number of people present
help-mission-charge = Name one of the client's contacts in charge of a mission, or remove the name
help-mission-charge-opportunity = The mission, like O-12
help-mission-charge-contact = The contact, by name, email address or K-number
help-mission-charge-out = No longer in charge
help-mission-charge-said = On behalf of the client: how they told us, like “by phone on Tuesday”
help-mission-replace = Offer a mission to another coordinator; the one there was is relieved at once
help-mission-replace-opportunity = The mission, like O-12
help-mission-replace-person = The person, by name or P-number
help-mission-replace-reason = The reason
help-mission-replace-price = Another price, under subcontracting [default: the price there is]
help-introduction = Print the message that introduces coordinator and client to each other, in the client's language
help-introduction-opportunity = The mission, like O-12
help-mission-deliver = Mark the mission as delivered
help-mission-deliver-opportunity = The mission, like O-12
help-mission-deliver-note = A note on how the mission went

help-judge = Record what the client thinks of a proposal
help-judge-because = Of one that is not interesting, a reason of the list, by its key in `lists`, like price
help-judge-verdict = The opinion of the client

help-formula = Choose the formula of a client introduction, until the terms are confirmed
help-formula-opportunity = The opportunity, like O-12
help-formula-formula = The formula
help-formula-said = On behalf of the client: how they told us, like “by phone on Tuesday”
help-agreement = Show the terms of an opportunity once somebody is selected, or change what is delivered
help-agreement-item = A part of what is delivered, like “The report | in May | 300”; can be given several times
help-agreement-file = A file with one part a line; - reads what is piped in
help-agreement-whole = The whole price on delivery, in one part
help-agreement-said = On behalf of the client: how they told us, like “by phone on Tuesday”
help-agreement-json = Print JSON
help-agree = Agree to the terms as the client; they are shown first
help-agree-said = On behalf of the client: how they told us, like “by phone on Tuesday”
help-select = Select a proposal
help-select-advice = The advice to the others for next time [default: our usual advice]
help-select-formula = The formula that the client chose, for a client introduction
help-select-said = On behalf of the client: how they told us, like “by phone on Tuesday”

help-advise = Send your own advice to those who were not selected; once for each selection
help-advise-text = The advice [default: what is piped in]

help-grant = Grant credits to a facilitator
help-grant-who = The facilitator, by name or P-number; a firm by its number, like F-3
help-grant-kind = The kind of credit
help-grant-count = How many credits

help-profile = Print a facilitator's profile, or set it from an edited file
help-profile-who = The person, by name or P-number [default: yourself]
help-profile-set = The edited profile; - reads what is piped in

help-wording = Print how papers are written in a language, or set it from a file
help-wording-language = The language, by its name or code, like nl; left out: list the languages
help-wording-file = A wording as `wording` prints it, edited; - reads what is piped in
help-reading = Print the words by which emails in a language are read, or set them from a file
help-reading-language = The language, by its name or code, like nl; left out: list the languages
help-reading-file = Words as `reading` prints them, edited; - reads what is piped in
help-reading-check = Say what the file would change, and change nothing

help-settings = Print the settings, check them, change them, see who did
help-settings-print = Print the settings as a file to edit
help-settings-print-section = One section only, like hours or delays
help-settings-check = Say what is missing and what that keeps from working, or check a file
help-settings-check-file = Settings as `settings print` prints them, edited; - reads what is piped in
help-settings-set = Change one setting
help-settings-set-key = The setting, like delays.reply
help-settings-set-value = Its new value; several values are separated by commas, lines by /
help-settings-set-preview = Only say what would follow
help-settings-set-yes = Confirm a value outside the usual
help-settings-apply = Change the settings that a file names
help-settings-apply-file = Settings as `settings print` prints them, edited; - reads what is piped in
help-settings-apply-preview = Only say what would follow
help-settings-apply-yes = Confirm values outside the usual
help-settings-undo = Undo the last change of the settings
help-settings-history = Show who changed what when: settings, the routing table, prices, lists or a person
help-settings-history-what = A setting or a section; routing, prices, lists, or a person like P-12 [default: all settings]
help-settings-history-limit = How many changes, the newest first
help-settings-logo = Show the logos on papers, set one from a file, take one off
help-settings-logo-country = The country, by its name or code, like FR; left out: list the logos
help-settings-logo-file = A PNG or JPEG of at most 512 KiB and 2,000 × 2,000 pixels; - reads what is piped in
help-settings-logo-name = The name of the file [default: its own]
help-settings-logo-print = Print the picture as it was given, for a file or a pipe
help-settings-logo-remove = Take the logo off the papers
help-terms = Print the terms of the board, or set them from a file
help-terms-file = The terms as `terms` prints them, edited; - reads what is piped in

help-link = Link a person who can log in to a client's contact
help-link-contact = The contact's email address, or its K-number [default: remove the link]

help-serve = Serve many people at once: over SSH, and on this machine's other terminals
help-serve-listen = The address to listen on for SSH; port 0 takes a free port and prints it
help-serve-metrics = The address to answer Prometheus on, at /metrics, in plain HTTP
help-serve-public = The public address of this server, for invitations [default: the address listened on]
help-serve-most = The most connections in all
help-serve-most_per_address = The most connections of one address
help-serve-most_strangers = The most connections in all that have not logged in yet; 16 of one address
help-serve-most_per_person = The most open sessions of one person
help-serve-login = Seconds to log in, and then to open a session
help-serve-idle = Minutes without a key after which a session ends, with a warning a minute before. 0: never

help-keys = Print the key table as Markdown

help-verify = Check every record, digest and link of the store, and every stored file
help-verify-quick = Do not read the stored files

help-tidy = Remove stored files that are not needed any more
help-host-key = Print the fingerprint of the server's key, or change the key
help-host-key-new = Make a new key and keep the old one aside; every client is warned at its next login
help-host-key-accept = Use the key that is in the file now, though clients know another one

help-recover = Rebuild a damaged store from its shadow log

help-firm = Work with colleagues in one firm: invitations, roles, the firm you act for
help-firm-show = Show the firm you act for, its people and their roles
help-firm-invite = Invite a colleague into your firm by a one-time code, used at the first login or with: firm join
help-firm-invite-name = Their name
help-firm-invite-role = What they may do: sees, proposes, manages, paid; can be given several times
help-firm-withdraw = Withdraw an open invitation into your firm
help-firm-withdraw-number = Its number in: firm show
help-firm-join = Join a firm by the code of an invitation
help-firm-join-code = The code, like K7QM-2FXR-9TBD-PJZ4
help-firm-roles = Replace a colleague's roles in your firm by these
help-firm-roles-who = The colleague, by name or P-number
help-firm-roles-role = What they may do: sees, proposes, manages, paid; can be given several times
help-firm-remove = Remove a colleague from your firm: their work stays with it
help-firm-remove-who = The colleague, by name or P-number
help-firm-leave = Leave the firm you act for: its proposals, missions and credits stay with it
help-firm-name = Name your firm, as clients see it
help-firm-name-name = The name; an empty one removes it
help-firm-for = Choose the firm you act for
help-firm-for-firm = The firm, like F-3
help-firm-show-json = Print JSON
help-firm-invite-valid = How long the code is valid: 2h, 3d
