# The opportunity board.

pane-board = Board
pane-board-client = Proposals
board-title = Pending opportunities

board-empty-staff = No opportunity is pending.
    Post an accepted quotation or a request here for the facilitators: as Subcontracting when we have set the price and keep the contract, as Client introduction when the coordinator is to contact the client.
    Their proposals appear beside it.
board-empty-facilitator = No opportunity is pending.
    When we need somebody to run a workshop or a training course, you find it here: the group, the country, the language, the dates and the number of participants.
    You can leave this screen open: new opportunities appear by themselves, newest first.
board-empty-client = Nothing is pending for you here.
    We keep in touch with you by email.
scope-board = Opportunities

# Views.
board-view-mine = Mine
board-view-favourites = Favourites
board-view-eligible = Those I can apply for
board-view-sub = Subcontracting
board-view-intro = Client introduction
board-view-online = Online
board-view-selected = Awaiting confirmation
board-view-missions = Missions
board-view-all = All, including delivered
board-newest = newest first
board-filter-hint = words, group:sub country:FR lang:fr work:training from:2027-03-01 eligible
board-nothing-matches = Nothing here matches.
    Esc clears the filter; f shows other views.
board-nothing-in-view = Nothing in this view.
    f shows other views.
board-empty-page = Nothing is selected.
    Choose an opportunity in the list.

# The group column: 5 columns at most.
board-group-sub = Sub
board-group-intro = Intro
board-urgent-sign = ‼

# The state column: 11 columns at most.
board-state-confirm = ! confirm
board-state-draft = draft
board-state-submitted = submitted
board-state-interesting = + interest
board-state-not-interesting = − set aside
board-state-selected = ✓ selected
board-state-confirmed = ✓ yours
board-state-lost = lost
board-state-withdrawn = withdrawn
board-state-to-judge = { $n } to judge
board-state-judged = judged
board-state-opened = ✓ opened
board-state-eligible = ✓ eligible
board-state-closed = closed
board-state-not-eligible = ✗ no match
board-stage-open = open
board-stage-selected = selected
board-stage-confirmed = mission
board-stage-delivered = delivered
board-stage-ended = ended

# Whose turn it is: the first line of a page.
board-somebody = Somebody else
board-the-client = the client
board-turn-proposers = Facilitators’ turn: they can apply until { $until } ({ $away })
board-turn-nobody-came = No proposal by { $until }. Our turn: extend or close it
board-turn-you-judge = Your turn: { $n ->
    [one] { $n } proposal
   *[other] { $n } proposals
} to judge or select
board-turn-client = { $n ->
    [one] { $n } proposal
   *[other] { $n } proposals
} with { $who }, to judge or select
board-turn-you-choose = Your turn: choose how it is paid, with y
board-turn-chooser = { $who } chooses how it is paid, before the terms can be confirmed
board-turn-you-agree = Your turn: read the terms with y, then agree to them
board-turn-agreer = { $who } has to agree to the terms
board-turn-house-selects = Our turn to select: { $n ->
    [one] { $n } proposal
   *[other] { $n } proposals
}
board-turn-you-confirm = Your turn: you were selected. y shows the terms to confirm, x declines them
board-turn-winner = { $who } was selected and has to confirm the terms
board-turn-you-run = Your turn: run the mission, then mark it as delivered with D
board-turn-you-take = Your turn: this mission is offered to you. y confirms the terms, x declines them
board-turn-taker = { $who } is asked to take the mission over
board-turn-replacer = Our turn: find another coordinator
board-turn-coordinator = { $who } runs the mission, then marks it as delivered
board-turn-ended = Left the board { $at }: { $why }
board-turn-delivered = Delivered. Nothing left to do
board-turn-nobody = Nothing to do

# What follows from the group: a line each.
board-follows-sub = we have talked to the client and set the price: no proposal goes below it
    the contract is between the client and us; we bill the client, and pay the facilitators
    we mandate the facilitators, who owe no usage fee; the coordinator gets { $coordination } extra per service
    we keep the relationship with the client for 12 months
board-follows-intro = we had no contact before: the coordinator contacts the client and owns the relationship
    the contract is between the coordinator and the client
    to be declared: usage fee { $usage }, contribution fee { $contribution } of the amount invoiced

# Labels of a page: 13 columns at most.
board-field-what = What
board-field-where = Where
board-field-when = When
board-field-size = Size
board-field-level = Level
board-field-skills = Skills
board-field-urgent = Urgent
board-field-stale = Stale
board-field-request = Request
board-field-price = Price
board-field-formula = Formula
board-field-selects = Selected by
board-field-commission = Commission
board-field-state = State
board-field-available = Available
board-field-advice = Next time
board-field-reason = Reason
board-field-coordination = Coordination
board-field-fees = Fees
board-field-coordinator = Coordinator
board-field-team = Team
board-field-sessions = Sessions

board-sessions = { $n ->
    [one] { $n } session
   *[other] { $n } sessions
}
board-level = { $belt } belt needed to coordinate
board-deadline = proposals until { $at } ({ $away })
board-deadline-over = proposals closed { $at }
board-urgent = cannot wait for written answers: direct contact is open now
board-stale = no proposal for { $n } days
board-from-request = { $request } · posted by { $by } · O opens it
board-your-request = { $request } · O shows all your requests
board-price-set = { $amount }, set by us
board-formula-basic = Basic: once the commission is paid, client and provider settle the rest themselves; we are not liable for any of it
board-formula-r0 = R0 (zero risk): the client funds the project’s account; work only on the funded part
board-formula-none = not chosen yet
board-formula-expected = { $formula } (expected; the client chooses)
board-formula-chosen = { $formula } (chosen by the client)
board-selects-house = us, among those who apply to coordinate
board-selects-client = the client
board-commission-client = { $percent } of the price, usually paid by the client
board-commission-provider = { $percent } of the price, to be paid by the provider, who must agree: { $why }

# Headings.
board-rule-facts = details
board-mission-firm = A mission of { $firm }: you act for another firm. Switch: : then “Act for its firm”
board-rule-whom = whom to ask
board-whom-first = Ask first
board-whom-then = Follow-up
board-next-propose = r writes your proposal
board-closed = Closed: no more proposals, and no more credits are used. What you opened stays open
board-rule-eligible = can you apply?
board-rule-steps = steps
board-rule-client = client
board-rule-description = description
board-rule-mine = your proposal
board-rule-draft = your draft
board-rule-others = other proposals
board-rule-proposals = { $n ->
    [one] { $n } proposal
   *[other] { $n } proposals
}, interesting ones first
board-rule-terms = terms, to be confirmed
board-rule-agreed = terms, as confirmed
board-field-tranches = What is delivered, and paid for:
board-tranche-whole = the whole price on delivery
board-tranche-all = The whole project
board-rule-mission = mission
board-rule-logistics = logistics
board-rule-report = report
board-may-apply = you meet every condition

# Steps, and what each opens.
board-opens-consultation = shows the description, the files, and the other proposals in figures
board-opens-offer = lets you send a proposal, or ask in writing
board-opens-contact = opens the client’s name, email and phone
board-step-taken = opened { $at }
board-step-over = closed
board-step-free = free
board-step-costs = costs { $price }, you have { $left }
board-step-key = {" "}· y opens it
board-clock-no-answer = Direct contact is open: no answer came in time. ! reveals the client
board-clock-urgent = Direct contact is open: it is urgent. ! reveals the client
board-clock-at = Direct contact opens { $at }, in { $wait }, if no answer comes; or now with a reason (!)
board-clock-nothing-asked = Direct contact opens a while after you send your proposal; or now with a reason (!)
board-clock-answered = The client has answered: direct contact needs a reason (!)
board-clock-house = We own the relationship and introduce the coordinator once confirmed
board-clock-over = Proposals are closed, and so is direct contact
board-text-closed = Take the view step to read it (y)
board-text-none = no description

# Proposals.
board-promising-you = You are well placed
board-posting-changed = written before the posting was edited
board-promising = told they are well placed
board-mine-draft = Nobody else sees it yet: r resumes and submits it
board-mine-withdrawn = r writes a new one
board-mine-editable = r edits it until one is selected; x withdraws it
board-mine-beside = Nobody else sees this draft; the proposal you submitted stands until you submit this
board-others = { $n ->
    [0] nobody else yet
    [one] { $n } other proposal
   *[other] { $n } other proposals
}
board-others-prices = , from { $from } to { $to }
board-no-proposals = No proposal yet
board-on-word = You answer here on behalf of { $who }; both names are recorded
board-cannot-select = cannot be selected: { $why }
board-belt = { $belt } belt

# Terms.
board-coordination = { $amount } extra per service
board-terms-commission-client = { $amount }, paid by the client
board-terms-commission-provider = { $amount }, paid by the provider, who must agree: { $why }
board-fees = to be declared: usage { $usage }, contribution { $contribution } of the amount invoiced
board-fees-none = none: we mandate the facilitators

# Missions.
board-team-none = nobody else yet · a adds somebody
board-sessions-counted = { $planned } planned of { $ordered } ordered, { $held } held
board-came = { $n } present

# Actions.
act-open-opportunity = Open
act-open-opportunity-help = Open the selected opportunity
act-next-opportunity = Next
act-next-opportunity-help = Open the next opportunity
act-previous-opportunity = Previous
act-previous-opportunity-help = Open the previous opportunity
board-why-nothing = No opportunity is selected: choose one, or another view with f
board-why-others = This key is for other roles: ? shows yours
board-why-open = It is open already: Esc goes back to the list
board-why-closed = No opportunity is open: Enter opens one, then K and J go from one to the next
act-choose = Select
act-choose-help = Select a proposal; or confirm the terms of the one you won
act-step = Use a credit
act-step-help = Use a credit for the next step, price shown first: view, then offer
act-propose = Write your proposal
act-propose-help = Write or rewrite your proposal
act-direct = Contact directly
act-direct-help = Contact the client directly: once the waiting time is over, or with a reason
act-withdraw-proposal = Withdraw
act-withdraw-proposal-help = Withdraw your proposal, with a reason
act-interesting = Interesting
act-interesting-help = Mark a proposal as interesting
act-not-interesting = Not interested
act-not-interesting-help = Mark a proposal as not interesting
act-compare = Compare
act-compare-help = Look at the proposals side by side
act-end = Close
act-end-help = Close the opportunity, with a reason; or decline the terms of the one you won
act-reopen-selection = Reopen
act-reopen-selection-help = Reopen the selection, when the winner does not answer
act-amend = Edit
act-amend-help = Edit what is posted
act-advise = Message
act-advise-help = Send your own advice to those who were not selected
act-encourage = Encourage
act-encourage-help = Tell a facilitator that they are well placed
act-team = Assign
act-team-help = Add somebody to the team, or remove them
act-sessions = Set the date
act-sessions-help = Plan the sessions ordered
act-logistics = Tick
act-logistics-help = Tick a logistics item, or untick it
act-attendance = Edit
act-attendance-help = Enter how many were present at a session
act-take-mission = Confirm the terms
act-take-mission-help = Take the mission over, at the terms shown
act-pass-mission = Decline
act-pass-mission-help = Decline the mission that is offered to you, with a reason
act-in-charge = Name a person in charge
act-in-charge-help = Name one of the client’s contacts in charge of the mission, or remove the name
act-replace-coordinator = Replace coordinator
act-replace-coordinator-help = Offer the mission to another coordinator, with a reason
act-introduction = Show the introduction
act-introduction-help = Show the message that introduces coordinator and client to each other; Y copies it
act-deliver = Mark as delivered
act-deliver-help = Mark the mission as delivered, with a few words on how it went
act-confirm-terms = Confirm the terms
act-confirm-terms-help = Read the terms of the mission you won, and confirm them
act-choose-formula = Choose the formula
act-choose-formula-help = Choose how an introduced project is paid: Basic or R0
act-agree-terms = Confirm the terms
act-agree-terms-help = Read the terms drawn up with the provider, and agree to them
act-edit-terms = Edit
act-edit-terms-help = Change what is delivered, when, and the amounts
act-refuse-terms = Refuse
act-refuse-terms-help = Refuse the terms, with a reason; the selection reopens
act-terms = Show the terms
act-terms-help = Show the terms, what changed in them, and who agreed
act-decline-terms = Decline
act-decline-terms-help = Decline the terms of the mission you won, with a reason
act-favourite = Watch
act-favourite-help = Add it to your favourites, or remove it
act-requests = Open related
act-requests-help = Go to the request it came from; as a client: see where your requests stand
act-credits = Statement
act-credits-help = Show your credits, the price of steps, and every entry
act-grant = Grant credits
act-grant-help = Grant credits to a facilitator
act-statistics = Figures
act-statistics-help = Show the board’s figures, ours and yours, and how they are worked out

# Why not now.
board-why-loading = Loading: try again in a moment
board-why-steps-taken = Both steps are taken: r writes your proposal, ! contacts the client
board-why-contact-open = You can already contact the client: see the page
board-why-no-proposal = You have no proposal here: r writes one
board-why-no-proposals = No proposal yet: facilitators write them
board-why-no-requests = We have no request from you yet
board-why-no-sessions = No session is planned: d plans one
board-why-no-team = Nobody can join the team yet: no other facilitator is eligible
board-why-not-client = Only the client can judge and select, or our team on their behalf
board-why-not-coordinator = { $owner } runs this mission: only they can do that, or our team
board-why-not-standing = The proposal of { $who } is no longer with the client
board-why-nothing-to-compare = Nothing to compare yet: there are fewer than two proposals
board-why-selected = A facilitator is selected and has to confirm; X reopens the selection

# Steps.
board-step = Use a credit
board-step-yes = confirm
board-ask-step = { $step } on { $of }: { $opens }
board-step-leaves = { $price ->
    [0] credits: the step is free
    [one] credit; you have { $left }, then { $then }
   *[other] credits; you have { $left }, then { $then }
}
board-ask-contact = Why contact the client of { $of } directly?
board-ask-contact-hint = the client and our team can read it
board-ask-withdraw = Why withdraw your proposal for { $of }?
board-ask-decline = Why decline the terms of { $of }?

# Writing a proposal.
board-write-title = Your proposal for { $of }
board-write-text = what you propose
board-write-hint = How would you run this session?
board-write-keys = Tab next · Ctrl-s submit · Esc keep
board-available-hint = 6 to 10 April, mornings
board-hand = Submit
board-hand-submit = submit it to the client
board-hand-draft = keep it as a draft
board-hand-beside = keep it as a draft; what you submitted stays
board-hand-drop = delete the draft; what you submitted stays
board-draft-left = Draft saved: r resumes

# Judging and selecting.
board-word-of = on behalf of { $who }
board-word-of-said = on behalf of { $who }: { $said }
board-ask-said = How did { $who } tell us?
board-ask-said-hint = by phone, on Tuesday
board-ask-formula = Which formula?
board-choose-basic = pay the commission; we are not liable for the rest
board-choose-r0 = the client funds the project’s account first
board-select-formula = formula: { $formula }, { $follows }
board-select-own = in your own name
board-select-house = in our own name
board-ask-interesting = Which proposal is interesting?
board-ask-not-interesting = Which proposal is not interesting?
board-ask-select = Select which proposal?
board-select = Select
board-select-yes = select
board-select-question = Select { $who }, for { $price }?
board-select-commission = commission, paid by { $payer }
board-select-agree = you agree to these terms unless they change
board-select-told = is told, and has to confirm the terms
board-select-lost = { $n ->
    [one] is told they were not selected, with our usual advice
   *[other] are told they were not selected, with our usual advice
}
board-advise-title = Advice to those not selected for { $of }
board-advise-hint = What would make their next proposal better? Empty: our usual advice stays.
board-advise-keys = Ctrl-s send · Esc close
board-advise-told = They were told:
board-advise-left = They keep our usual advice. Press m to write to them.
board-advise-kept = Draft saved. Press m to resume.
board-ask-reopen = Why reopen the selection?
board-ask-reopen-hint = no answer since …
board-compare-title = Proposals for { $of }
board-compare-keys = ← → · i interesting · I not · y select · Esc back

# The client’s own requests.
board-ask-requests = Your requests
board-request-with-the-house = with us
board-request-quotation = quotation sent
board-request-board = on the board
board-request-mission = mission
board-request-delivered = delivered
board-request-closed = closed
board-not-on-board = Not posted yet: we are working on it and will write to you

# The terms.
board-terms-title = Terms of { $of }
board-terms-keys = y confirm · e edit · x decline · Esc back
board-terms-keys-consent = Space agree · y confirm · e edit · x decline · Esc back
board-terms-keys-set = y confirm · x decline · Esc back
board-terms-keys-client = y agree · e edit · f formula · x refuse · Esc back
board-terms-keys-ours = e edit · Esc back
board-terms-you-won = You were selected. Please read and confirm these terms:
board-terms-you-agree = Please read these terms, then agree to them:
board-terms-both = The mission begins once both sides have agreed to the same version. Any change asks both again.
board-terms-version = Version { $n }
board-terms-yes = { $side }: agreed { $at }
board-terms-earlier = { $side }: agreed to an earlier version, { $at }
board-terms-no = { $side }: has not agreed yet
board-terms-basic = Once the commission is paid, client and provider settle the rest between themselves. We are not liable if the provider is not paid, or if the client asks for more than was agreed.
board-ask-refuse = Why refuse the terms of { $of }?
board-draw-title = What is delivered for { $of }
board-draw-keys = Ctrl-s send · Esc close
board-draw-hint = What is delivered | when | amount
board-draw-sum = The amounts add up to { $price }
board-draw-how = One line for each part: what is delivered | when | amount. “When” is a day or a few words, and can be left out. No line at all means the whole price on delivery. The terms are then confirmed again.
board-terms-consent = I agree to pay the commission of { $amount }
board-terms-then = Once confirmed, the mission is yours: you can contact the client, and you run the team, sessions and logistics. If you decline, the selection reopens.

# Posting.
board-form-post = Post { $of } · { $group }
board-form-amend = Edit { $of }
board-form-kept = Draft saved: the same key resumes it
board-notice-title = Title
board-notice-title-hint = without the client’s name
board-notice-work = Kind
board-reason-own = Another reason, in your own words
board-reason-unsaid = No reason given
board-ask-why-not = Why is it not interesting?
board-notice-audience = Audience
board-notice-skills = Skills needed
board-notice-language = Language
board-notice-starts = Begins
board-notice-dates = Dates, in words
board-notice-deadline = Proposals until
board-notice-payer = Commission paid by
board-notice-payer-why = Why
board-notice-payer-hint = only when the provider is to pay
board-notice-formula-open = Chosen by the client
board-describe-title = Description of { $of }
board-describe-keys = Ctrl-s next · Esc back to the form
board-preview-title = What a facilitator will see
board-preview-keys = Enter post · Esc back to the text

# Ending.
board-end-refund = { $n ->
    [one] give { $n } credit back
   *[other] give { $n } credits back
} ({ $people ->
    [one] { $people } person
   *[other] { $people } people
})
board-end = Close
board-end-yes = close it
board-end-question = { $of } leaves the board: { $why }.
board-end-lost = { $n ->
    [one] facilitator is told that it is closed
   *[other] facilitators are told that it is closed
}
board-end-back = { $n ->
    [one] credit goes back
   *[other] credits go back
} to { $people ->
    [one] { $people } person
   *[other] { $people } people
}
board-end-not-back = { $n ->
    [one] credit is not given back
   *[other] credits are not given back
}
board-ask-encourage = Who is well placed?

# Credits.
board-credits-title = Credits of { $who }
board-sheet-keys = Esc back
board-rule-ledger = all entries, newest first
board-ledger-empty = nothing yet
board-ask-credits = Whose credits? (view · offer · contact)
board-ask-grant = Grant credits to whom? (view · offer · contact)
board-form-grant = Credits for { $who }
board-grant-kind = Kind (left)
board-grant-count = How many
board-grant-why = a subscription, a purchase, goodwill

# Running a mission.
board-ask-team = Who joins, leaves or changes role?
board-ask-role = In which role?
board-team-out = remove from the team
board-session-new = + a new session
board-ask-session = This session
board-session-change = change it
board-session-out = remove it
board-session-by = Run by
board-form-session = Session of { $of }
board-ask-tick = Logistics: { $done } of { $of } done
board-ask-attended = Which session?
board-ask-count = How many were present?
board-ask-count-hint = a number, like 24
board-ask-deliver = Deliver { $of }: how did it go?
board-ask-deliver-short = fewer sessions were held than ordered: say why
board-field-charge = In charge
board-charge-out = in charge; remove
board-ask-charge = Who is in charge on the client’s side?
board-why-no-contacts = The client has no other contact. Add one on the client’s page first.
board-why-no-successor = Nobody else meets what this mission asks for.
board-former = coordinated by { $who } until { $until }
board-was-yours = You coordinated this mission until { $until }. You see what was held by then.
board-handed-to = Offered to { $who } for { $price }: no answer yet
board-handed-you = This mission is offered to you, on these terms:
board-handed = Another coordinator is asked to take it over
board-handed-nobody = No coordinator: we are looking for another one
board-ask-replace = Who takes { $of } over?
board-form-replace = { $of }: offer it to { $who }
board-replace-why = for example: ill until June
board-take = Take the mission over
board-take-yes = confirm
board-take-question = You confirm the terms of { $of } and coordinate it from now on.
board-take-price = price, before tax
board-introduction-title = { $of }: introduction
board-introduction-how = Ready to send, in the client’s language. Y copies it; nothing is sent from here.
board-end-held = { $n ->
    [one] session was held: it stays on the record
   *[other] sessions were held: they stay on the record
}
board-deliver = Deliver
board-deliver-yes = deliver
board-deliver-question = { $of } will be marked as delivered; we then bill and close it.
board-deliver-held = of { $ordered } ordered sessions held
board-deliver-open = { $n ->
    [one] logistics item not ticked
   *[other] logistics items not ticked
}

# Figures.
board-stats-house = Our figures
board-stats-own = Your figures
board-stats-keys = Tab ours, yours · Esc back
board-stats-posted = { $posted } posted · { $open } open, { $closed } of them closed to proposals · { $realised ->
    [one] { $realised } became a mission
   *[other] { $realised } became missions
} · { $ended } ended without one
board-stats-competition = { $proposals ->
    [one] { $proposals } proposal
   *[other] { $proposals } proposals
} for { $projects ->
    [one] { $projects } project
   *[other] { $projects } projects
} = { $each } per project: a { $share } chance each
board-stats-so = { $one } × { $two }: about 1 proposal in { $n } becomes a mission
board-stats-of-missions = share that became missions
board-stats-of-wins = share you won
board-stats-each = { $each } each
board-stats-season = { $year } Q{ $quarter }
board-ask-end = Why close { $of }?
board-ask-refund = Credits spent on it
board-end-keep = do not give credits back
board-rule-no-proposals = proposals
board-describe-hint = What a facilitator needs to know to write a proposal; never who the client is
board-preview-list = In the list:
board-preview-page = Opened, the description included:
board-online = online

# Your profile.
act-profile = My profile
act-profile-help = Your details, and your colleagues
act-profile-edit = My details
act-profile-edit-help = Edit your profile: languages, country, phone, bank account, published or not
board-form-profile = Your profile · we confirm levels and compliance
board-profile-published = Published
board-profile-languages = Languages
board-profile-skills = Skills
board-profile-zone = Time zone
board-profile-iban = Bank account (IBAN)
iban-shape = not an IBAN: write it like BE68 5390 0754 7034
iban-check = the check digits of this IBAN are wrong: check every digit
iban-country = this IBAN does not begin with the code of an IBAN country: check the first two letters
iban-account = this IBAN has the wrong length or form for its country: check every digit
board-profile-legal = Invoice details
board-profile-no-zone = No such time zone: write one like Europe/Paris

# The firm one works in.
board-firm-left = You no longer act for this firm: its proposal is closed.
act-firm = Colleagues
act-firm-help = Your firm: colleagues and their roles, invitations, the firm you act for
act-firm-switch = Act for its firm
act-firm-switch-help = Act for the firm that runs this mission
board-firm-alone = You work alone. Press n to invite a colleague: you will share proposals, missions, credits and profile.
board-firm-unmanaged = No manager of this firm can log in. Ask us to name one of you.
board-firm-unmanaged-ask = No manager of this firm can log in. Ask us to name one of you: { $who }
board-firm-who = Name
board-firm-invite = Invite a colleague
board-firm-roles = Whose roles?
board-firm-roles-of = Roles of { $name }
board-firm-name = Name of the firm, as clients see it
board-firm-name-hint = Atelier Sud
board-firm-withdraw = Withdraw which invitation?
board-firm-out = Remove a colleague, or leave
board-firm-leave = Leave the firm
board-firm-leave-question = Its proposals, missions and credits stay with it. You no longer see them.
board-firm-leave-yes = Leave
board-firm-remove = Remove from the firm
board-firm-remove-question = { $name } no longer sees the firm’s work. It stays with the firm, in a colleague’s hands.
board-firm-remove-yes = Remove
board-firm-for = Act for which firm?
board-firm-code = Code for { $name }
board-firm-code-until = Shown only once. It works once, until { $until }: at the first login, or with firm join.
board-firm-offers = Invitations
board-firm-until = until { $until }
board-firm-others = Your other firms
board-firm-keys = n invite · e roles · x remove, leave · N name · d withdraw · f firm · Esc closes
board-firm-keys-alone = n invite · N name · d withdraw · f firm · Esc closes
board-firm-keys-member = x leave · f firm · Esc closes
board-also-writing = { $who } is writing this proposal too
board-firm-keys-first = n invite · Esc closes
