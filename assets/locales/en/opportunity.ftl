# What the board's rules say.

# Kinds of work, audiences, levels: closed lists.
work-workshop = workshop
work-training = training
work-conference = conference
work-programme = programme
work-other = other
audience-company = company
audience-public-body = public body
audience-education = education
audience-association = association
audience-public = general public
belt-white = white
belt-yellow = yellow
belt-orange = orange
belt-green = green
belt-blue = blue
belt-brown = brown
belt-black = black
belt-no = none
compliance-charter = the signed charter
compliance-insurance = professional insurance
compliance-registration = a business registration
decline-dates = the dates are not free
decline-price = the price
decline-terms = the terms
decline-need = something else is needed
subscription-none = none
subscription-standard = standard
subscription-privilege = privilege
contains-subscription-none = nothing
contains-subscription-standard = access to the board
contains-subscription-privilege = access to the board, and what follow-up officers note of their contacts
skill-online = online sessions
skill-large-groups = large groups
skill-youth = children and young people
tag-federation-member = federation member
tag-seasonal-rental = seasonal rental
tag-public-procurement = public procurement
mission-role-coordinator = coordinator
mission-role-facilitator = facilitator
mission-role-observer = observer
formula-basic = Basic
formula-r0 = R0 (zero risk)
selects-house = us, in our own name
selects-client = the client
payer-client = the client
payer-provider = the provider
verdict-unsaid = no answer yet
verdict-interesting = interesting
verdict-not-interesting = not interesting
proposal-draft = draft
proposal-submitted = submitted
proposal-interesting = interesting
proposal-not-interesting = not interesting
proposal-selected = selected
proposal-confirmed = confirmed
proposal-lost = not selected
proposal-withdrawn = withdrawn
stage-open = awaiting proposals
stage-selected = selected
stage-confirmed = mission
stage-delivered = delivered
stage-ended = ended
ending-given-up = the client gave up the project
ending-elsewhere = the client chose somebody else
ending-silent = the client no longer answers
ending-mistake = posted by mistake
task-client = client called, dates and place agreed
task-room = room or link
task-material = materials
task-discussion = discussion prepared
task-participants = list of participants
task-travel = travel and lodging
step-consultation = view
step-offer = offer
step-contact = direct contact

# What somebody lacks to apply (BRD-3).
lack-facilitator = only our facilitators can apply
lack-unpublished = the profile is not published: publish it (: “My profile”)
lack-level = { $role } for { $audience } ({ $work }) needs the { $needs } belt, the profile has { $has }
lack-language = it is held in { $language }, which is not among the profile’s languages
lack-skill = it asks for a skill that is not in the profile: { $skill }
lack-compliance = we have not seen { $what } yet: send it to us

# Why something is not done, and what would make it pass.
permission-see-board = see the board
permission-propose = apply for opportunities
permission-post-opportunities = post opportunities
permission-qualify = judge and select proposals
permission-grant-credits = grant credits
permission-keep-facilitators = confirm facilitators’ levels and compliance
permission-run-missions = run missions
permission-quote = make quotations
permission-price-quotations = price quotations
permission-assemble-quotations = assemble quotations
permission-decide-quotations = record what the client decided
refusal-no-such-opportunity = There is no { $opportunity } that you can see.
refusal-no-such-proposal = There is no { $proposal } that you can see.
refusal-no-such-quotation = There is no { $quotation } that you can see.
refusal-overtaken = It has been changed since: edit it again instead of undoing.
refusal-terms-wrong = The setting “{ $field }” is outside its limits; see the comments in the terms file.
refusal-group-undecided = No group is decided for { $request } yet: decide with b, then post.
refusal-setting-wrong = The setting “{ $field }” is outside its limits. `settings` prints each with its limits.
refusal-not-validated = { $request } is not validated, and our settings ask for that before it is posted. Phone the client, then press v on the request.
refusal-funds-unsaid = R0 cannot be used yet: nobody has said under which licence, or through whom, we hold clients’ money. An administrator says so in the settings (money.clients-money).
refusal-needs-quotation = { $request } is Subcontracting: it is posted from a quotation the client accepted. Quote it first with q.
refusal-already-posted = It is on the board as { $opportunity }: go on with it there, or close it first.
refusal-names-client = It names the client (“{ $what }”), whom facilitators see only with a contact credit or as coordinator: remove it.
refusal-gives-contact = It contains { $way } (“{ $what }”): remove it. Facilitators reach the client with a contact credit or as coordinator.
way-mail = an email address
way-phone = a phone number
way-site = a website
refusal-sessions-wrong = Enter 1 to { $most } sessions.
refusal-price-missing = The price is missing: enter one.
refusal-price-wrong = This price is not possible: it is negative, or far too large. Enter another.
refusal-price-is-set = We set this price: it cannot be changed.
refusal-wrong-currency = The price has to be in { $expected }.
refusal-formula-wrong = The client chooses the formula, of a client introduction only: with the selection where they select, afterwards where we do.
refusal-not-pending = { $opportunity } no longer accepts proposals.
refusal-proposals-closed = Proposals closed on { $at }. No credits are used after that; a draft is saved.
refusal-not-eligible = Not eligible: { $lacks }.
refusal-open-first = Take the step “{ $step }” first.
refusal-not-enough-credits = It costs { $price } of your { $step } credits and you have { $left }: ask us for more.
refusal-price-changed = It costs { $price } now: look again, then decide.
refusal-credits-wrong = Enter 1 to { $most } credits of a kind.
refusal-contact-waits = You can contact the client from { $at } if no answer comes before, or now with a stated reason.
refusal-contact-needs-reason = Send your proposal first and wait for an answer, or state a reason for direct contact.
refusal-house-holds-client = Subcontracting: we own the relationship and introduce you once you are the confirmed coordinator.
refusal-is-settled = Your proposal for { $opportunity } has been decided on; it can no longer be changed.
refusal-decline-instead = You were selected for { $opportunity }: confirm or decline the terms.
refusal-proposal-changed = { $proposal } was rewritten since you read it: read it again, then select.
refusal-nothing-proposed = You have no proposal for { $opportunity } yet. Write one first, then add files.
refusal-no-draft = { $proposal } has no draft.
refusal-already-selected = { $by } was already selected, { $at }.
refusal-house-selects = We select for { $opportunity }, in our own name. Tell us what you think of it.
refusal-how-said-missing = Say how the client told us: by phone, by email, and when.
refusal-formula-missing = The client has not chosen the formula yet: Basic or R0.
refusal-nobody-to-advise = Nobody was turned down for { $opportunity }: there is nobody to advise.
refusal-advised-already = They were already advised, { $at }. Advice is sent once for each selection.
refusal-nothing-selected = There is no selection on { $opportunity } for you to confirm, decline or reopen.
refusal-no-interest-shown = The client has not marked it as interesting yet: wait for that before telling its author.
refusal-terms-changed = The terms have changed since you saw them: read them again, then confirm.
refusal-house-sets-terms = We set the terms of { $opportunity }: the provider confirms or declines them.
refusal-sum-wrong = The amounts add up to { $sum }, not to the price of { $price }. Correct them.
refusal-consent-missing = You are asked to pay the commission: agree to it, or decline.
refusal-not-offered = { $opportunity } is not offered to you.
refusal-price-agreed = The client agreed to this price: it stays the same for another coordinator.
refusal-not-a-mission = { $opportunity } is not a mission: its coordinator has not confirmed the terms.
refusal-one-coordinator = A mission has one coordinator, who is already in the team.
refusal-not-in-team = The person who holds a session must be in the team: add them first.
refusal-session-held = This session has been held and can no longer be changed.
refusal-not-yet = It begins on { $at }: record the attendance afterwards.
refusal-sessions-missing = { $held } of { $ordered } ordered sessions were held: record the others, or say why.
refusal-own-proposal = This proposal is your own: the client, or a colleague on their behalf, judges and selects it.
refusal-both-sides = You are on both sides of { $opportunity }: a colleague decides on it, and the others’ proposals are not shown to you.
refusal-profile-wrong = “{ $field }” cannot be saved like this: correct it, then save the profile.

# What was done, in one line.
did-profile-kept = Profile saved
did-organisation-added = { $of } entered
past-organisations-merged = Merged with { $of }
past-organisations-parted = Separated from { $of } again
past-contacts-merged = { $of } merged with another contact
past-contacts-parted = { $of } separated from the other contact again
past-told-apart = Marked as different from { $of }
past-told-alike = May be the same as { $of } again
did-entered = { $of } entered
did-contact-added = { $of } entered
did-organisations-merged = Merged into { $of }
did-organisations-parted = { $of } and the other are two again
did-contacts-merged = Merged into { $of }
did-contacts-parted = { $of } and the other are two again
did-contact-moved = { $of } moved to another client
did-told-apart = Marked as two different entries
did-told-alike = May be the same again
did-linked = Contact linked to { $of }
did-favoured = { $of } added to your favourites
did-unfavoured = { $of } removed from your favourites
did-granted = Credits granted to { $of }
did-refunded = Credits given back to { $of }
did-opened-consultation = { $of } is open to you
did-opened-offer = You can now send a proposal for { $of }
did-opened-contact = You can contact the client of { $of }
did-posted = { $of } is on the board
did-amended = { $of } edited
did-open = { $of } is open for proposals
did-reopened = { $of }: selection reopened
did-selected = Selected for { $of }
did-confirmed = { $of } is a mission: the terms are confirmed
did-delivered = { $of } is delivered
did-ended = { $of } left the board
did-offered = Proposal for { $of } saved
did-drafted = Draft for { $of } saved
did-filed = File added to your proposal for { $of }
did-unfiled = File removed from your proposal for { $of }
did-draft-dropped = Draft for { $of } deleted
did-submitted = Proposal for { $of } submitted
did-won = Selected for { $of }
did-running = { $of } confirmed
did-lost = { $of }: the others were told
did-withdrawn = Proposal for { $of } withdrawn
did-unsaid = { $of }: judgement removed
did-interesting = { $of }: marked as interesting
did-not-interesting = { $of }: marked as not interesting
did-encouraged = { $of }: told they are well placed
did-advised = Advice for { $of } sent
did-terms-drawn = Terms of { $of } changed: to be confirmed again
did-client-agreed = { $of }: the client agreed to the terms
did-provider-agreed = { $of }: terms confirmed; the client has to agree too
did-terms-refused = { $of }: terms refused, selection reopened
did-agreed = Terms of { $of } confirmed
did-chosen = Formula of { $of } chosen
did-in-charge = { $of }: person in charge named
did-not-in-charge = { $of }: person in charge removed
did-relieved = { $of }: coordinator relieved
did-mission-offered = { $of } offered to another coordinator
did-mission-taken = { $of }: you coordinate it from now on
did-mission-passed = { $of } declined
did-handed-on = { $of }: handed to a colleague
did-joined-team = { $of }: added to the team
did-left-team = { $of }: removed from the team
did-planned = Sessions of { $of } planned
did-ticked = Ticked for { $of }
did-unticked = Unticked for { $of }
did-reasoned = Reason for { $of } recorded
did-attended = Attendance of { $of } recorded
did-reported = Report on { $of } saved

# What followed from a request, on its timeline, after a name.
beside-word-of = {" "}(on behalf of { $who })
beside-word-of-said = {" "}(on behalf of { $who }: { $said })
beside-posted = { $of } posted: { $words }
beside-amended = { $of } edited
beside-open = { $of } is open for proposals
beside-reopened = { $of }: selection reopened: { $words }
beside-selected = { $of }: { $who } selected
beside-confirmed = { $of } is a mission, coordinated by { $who }
beside-delivered = { $of } delivered
beside-ended = { $of } left the board: { $words }
beside-offered = { $of }: { $who } rewrote the proposal, { $amount }
beside-drafted = { $of }: draft
beside-filed = { $of }: { $who } added { $words } to the proposal
beside-unfiled = { $of }: { $who } removed { $words } from the proposal
beside-draft-dropped = { $of }: draft deleted
beside-submitted = { $of }: { $who } sent a proposal, { $amount }
beside-withdrawn = { $of }: { $who } withdrew the proposal: { $words }
beside-unsaid = { $of }: judgement on { $who }’s proposal removed
beside-interesting = { $of }: { $who }’s proposal marked as interesting
beside-not-interesting = { $of }: { $who }’s proposal marked as not interesting
beside-encouraged = { $of }: { $who } told they are well placed
beside-advised = { $of }: advice to those not selected: { $words }
beside-terms-drawn = { $of }: terms changed by the { $who }: { $words ->
    [0] the whole price on delivery
    [1] 1 part
   *[other] { $words } parts
}
beside-client-agreed = { $of }: the client agreed to the terms, { $amount }
beside-provider-agreed = { $of }: the provider confirmed the terms, { $amount }
beside-terms-refused = { $of }: the client refused the terms: { $words }
beside-agreed = { $of }: terms confirmed, { $amount }
beside-chosen = { $of }: formula chosen: { $words }
beside-in-charge = { $of }: { $who } is in charge on the client’s side
beside-not-in-charge = { $of }: { $who } is no longer in charge on the client’s side
beside-relieved = { $of }: { $who } no longer coordinates it. { $words }
beside-mission-offered = { $of }: offered to { $who }, { $amount }
beside-mission-taken = { $of }: { $who } coordinates it from now on
beside-mission-passed = { $of }: { $who } declined it. { $words }
beside-handed-on = { $of }: { $who } left the firm, { $words } takes over
beside-joined-team = { $of }: { $who } joined the team
beside-left-team = { $of }: { $who } left the team
beside-planned = { $of }: sessions planned: { $words }
beside-ticked = { $of }: done: { $words }
beside-unticked = { $of }: not done: { $words }
beside-reasoned = { $of }: { $who }: reason: { $words }
beside-attended = { $of }: session { $who }: { $words } present
beside-reported = { $of }: report

# An opportunity, field by field.
opp-turn = Next step
opp-group = Group
opp-follows = What it means
follows-subcontracting = We agreed with the client and set the price; the contract is between the client and us. We mandate and pay you, and you owe no usage fee. We keep the relationship for 12 months.
follows-introduction = We have not talked to the client: the coordinator contacts them, agrees the terms with them and owns the relationship. Usage and contribution fees are to be declared.
opp-where = Where
opp-online = online
opp-when = When
opp-participants = Participants
opp-audience = Audience
opp-work = Work
opp-language = Language
opp-sessions = Sessions
opp-level = Coordinator’s level
opp-skills = Skills needed
opp-deadline = Proposals until
opp-amount = Price or budget
opp-formula = Formula
opp-selects = Selected by
opp-proposals = Proposals
opp-eligible = Eligible
opp-eligible-closed = closed: no more proposals, and no more credits are used
opp-eligible-yes = yes, you can apply
opp-clock = Direct contact
opp-client = Client
opp-mission-firm = A mission of { $name }: you act for another firm. Switch with: firm for { $firm }
opp-ask-first = Ask first
opp-ask-then = Project follow-up
opp-others = Other proposals
opp-others-prices = { $n ->
    [one] one other, at { $low }
   *[other] { $n } others, from { $low } to { $high }
}
opp-others-count = { $n ->
    [0] none yet
    [one] one
   *[other] { $n }
}
opp-mine = Your proposal
opp-draft = Draft
opp-draft-beside = nobody else sees it
opp-promising = You are well placed.
opp-advice = Advice for next time
opp-reason = Why
opp-cannot = Cannot be selected
opp-agreed = The terms, as confirmed
opp-to-agree = The terms, to be confirmed
opp-coordinator = Coordinator
opp-mission = Sessions
opp-planned = { $planned } planned of { $ordered } ordered, { $held } held

# Whose turn it is.
whose-proposers = facilitators, who can apply until { $until }
whose-client = the client ({ $name })
whose-client-unnamed = the client
whose-judges = { $who }: { $n ->
    [one] one proposal to judge or select
   *[other] { $n } proposals to judge or select
}
whose-winner = { $name } confirms the terms
whose-winner-unnamed = the selected facilitator confirms the terms
whose-chooser = { $who }: the formula to be chosen
whose-agreer = { $who }: the terms to be agreed to
whose-selector = ours: { $n ->
    [one] one proposal to select from
   *[other] { $n } proposals to select from
}
whose-replacer = ours: another coordinator to be found
whose-coordinator = { $name } runs the mission
whose-coordinator-unnamed = the coordinator runs the mission
whose-house = ours: no proposal by { $until }, extend or close it
whose-nobody = nobody: it is over

# Steps and what they open.
step-is-open = { $step }: open
step-is-over = { $step }: closed
step-is-free = { $step }: free
step-costs = { $step }: costs { $price }, you have { $left }
step-opens-consultation = It shows everything on the opportunity: the specification, the files, and the other proposals in figures.
step-opens-offer = It lets you send one proposal and rewrite it until a selection is made.
step-opens-contact = It reveals the client’s name, email and phone.
step-take = Nothing was spent. Add --yes to take the step.
clock-open = you can contact the client
clock-no-answer = possible now: no answer came in time
clock-urgent = possible now: it is urgent
clock-at = opens { $at } ({ $away }) if no answer comes before; or now with a reason
clock-nothing-asked = send your proposal first and wait for an answer; or now with a reason
clock-answered = the client answered: only with a reason
clock-house-holds = we introduce you once you are the confirmed coordinator
clock-over = closed, as are proposals

# The terms.
side-client = client
side-provider = provider
opp-charge = In charge
opp-waits = Coordinator
introduction-subject = { $title }: your contact from now on
introduction-hello = Hello { $clients },
introduction-body = { $coordinator } coordinates “{ $title }” for { $organisation }. You can now reach each other directly about dates, place and content.
introduction-coordinator = Coordinator:
introduction-client = Client:
introduction-end = Kind regards
terms-line-wrong = Write it as: what is delivered | when | amount
terms-line = Line { $n }: { $why }
terms-tranches = Delivered
terms-version = Version
terms-agreed = Agreed
terms-agreed-yes = { $side }, { $at }
terms-agreed-none = nobody yet
terms-price = Price
terms-formula = Formula
terms-coordination = Coordination, extra per service
terms-fees = Fees
terms-no-fees = none: we mandate you
terms-commission = Introduction commission
terms-commission-by = { $amount }, paid by { $payer }
terms-fees-declared = to be declared: usage { $usage }, contribution { $contribution }

# Credits.
credits-off = We use no credits: every step is free.
credits-left = { $step }: { $left } left, a step costs { $price }
credit-granted = granted
credit-used = used
credit-refunded = given back

# Figures of the board (BRD-10).
stats-of-house = Ours
stats-of-you = You
stats-by-work = By kind of work
stats-by-season = By season
stats-by-budget = By budget
stats-from = from { $amount }
stats-no-budget = not stated
stats-none-settled = none decided yet
stats-materialise = { $part } of { $whole } became missions = { $share }
stats-competition = { $part } { $part ->
        [one] proposal
       *[other] proposals
    } for { $whole } { $whole ->
        [one] project
       *[other] projects
    }: the winning share is { $share }
stats-wins = { $part } of { $whole } proposals won = { $share }
board-nothing = Nothing on the board matches.

# Firms
did-firm-offered = Colleague invited to { $of }
did-firm-offer-withdrawn = Invitation to { $of } withdrawn
did-firm-joined = Joined { $of }
did-firm-rights = Roles in { $of } changed
did-firm-left = Left { $of }
did-firm-named = { $of } renamed
did-firm-chosen = Acting for { $of }
firm-right-sees = See the firm’s work
firm-right-proposes = Propose
firm-right-manages = Manage the firm
firm-right-paid = Keep bank details
refusal-no-such-firm = No such firm: { $firm }. See your firms with: firm show
refusal-not-a-member = This person is not in the firm.
refusal-needs-right = Your role in the firm does not allow this. Ask a manager of the firm for: { $right }.
refusal-which-firm = This person works for several firms ({ $firms }). Name the firm.
refusal-last-manager = Nobody else manages the firm. Make a colleague a manager first.
refusal-has-manager = Firm { $firm } has a manager, who names the others.
refusal-own-firm = You are in this firm: a colleague of ours has to do this.
refusal-alone-in-firm = You work alone: there is no firm to leave.
refusal-right-missing = Choose at least one role.
refusal-firm-full = A firm has at most { $most } people.
refusal-too-many-offers = There are { $most } open invitations already. Withdraw one first.
