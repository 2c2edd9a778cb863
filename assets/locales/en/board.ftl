# The opportunity board.

pane-board = Board
board-title = Pending opportunities

board-empty-staff = No opportunity is pending.
    An accepted offer or a request is posted here for the facilitators: as Subcontracting when the house has set the price and keeps the contract, as Client introduction when the coordinator is to reach out to the client.
    Their proposals will stand beside it.
board-empty-facilitator = No opportunity is pending.
    When the house looks for somebody to run a workshop or a training, you find it here: the group, the country, the language, the dates and how many take part.
    You can leave this open. What is posted appears by itself, the newest first.
board-empty-client = Nothing is pending for you here.
    The house’s people keep in touch with you by mail.
scope-board = Opportunities

# Views.
board-view-mine = Those I have a part in
board-view-favourites = Favourites
board-view-eligible = Those I may apply for
board-view-sub = Subcontracting
board-view-intro = Client introduction
board-view-online = Online
board-view-selected = Awaiting a confirmation
board-view-missions = Missions
board-view-all = All, the realised ones too
board-newest = newest first
board-filter-hint = words, group:sub country:FR lang:fr work:training online:yes eligible
board-nothing-matches = Nothing here matches.
    Esc clears the filter; f shows other views.
board-nothing-in-view = Nothing in this view.
    f shows other views.
board-empty-page = Nothing is selected.
    Choose an opportunity on the left.

# The group column: 5 columns at most.
board-group-sub = Sub
board-group-intro = Intro
board-urgent-sign = ‼

# The state column: 12 columns at most.
board-state-confirm = ! confirm
board-state-draft = draft
board-state-submitted = submitted
board-state-interesting = + interests
board-state-not-interesting = − not this
board-state-selected = ✓ selected
board-state-confirmed = ✓ yours
board-state-lost = lost
board-state-withdrawn = withdrawn
board-state-to-judge = { $n } to judge
board-state-judged = all judged
board-state-opened = ✓ opened
board-state-eligible = ✓ eligible
board-state-not-eligible = ✗ not you
board-stage-open = awaits
board-stage-selected = selected
board-stage-confirmed = mission
board-stage-delivered = delivered
board-stage-ended = ended

# Whose turn it is: the first line of a page.
board-somebody = Somebody else
board-the-client = the client
board-turn-proposers = Facilitators’ turn: propose until { $until } ({ $away })
board-turn-nobody-came = Nobody proposed until { $until }: the house extends it or ends it
board-turn-you-judge = Your turn: { $n ->
    [one] { $n } proposal
   *[other] { $n } proposals
} to judge or select
board-turn-client = { $n ->
    [one] { $n } proposal is
   *[other] { $n } proposals are
} before { $who }, to judge or select
board-turn-you-confirm = Your turn: you were selected. y shows the terms to confirm, x declines them
board-turn-winner = { $who } was selected and has to confirm the terms
board-turn-you-run = Your turn: run the mission, then deliver it with D
board-turn-coordinator = { $who } runs the mission and delivers it
board-turn-house = Delivered. The house’s turn: bill, and close the request
board-turn-ended = Left the board { $at }: { $why }
board-turn-nobody = Nothing is to be done

# What follows from the group: a line each.
board-follows-sub = the house talked with the client and set the price: nobody bids under it
    the contract is between the house and the client; the house bills, and pays you
    you are mandated and owe no usage fee; who coordinates gets { $coordination } more a service
    the house keeps the relation with the client for 12 months
board-follows-intro = the house had no contact before: who coordinates reaches out and owns the relation
    the contract is between you and the client
    to be declared: usage fee { $usage } and contribution fee { $contribution } of what you invoice

# Labels of a page: 13 columns at most.
board-field-what = What
board-field-where = Where
board-field-when = When
board-field-size = Size
board-field-level = Level
board-field-urgent = Urgent
board-field-stale = Stale
board-field-request = Request
board-field-price = Price
board-field-formula = Formula
board-field-commission = Commission
board-field-state = State
board-field-available = Available
board-field-advice = Next time
board-field-reason = Reason
board-field-words = In words
board-field-coordination = Coordination
board-field-fees = Fees
board-field-coordinator = Coordinator
board-field-team = Team
board-field-sessions = Sessions
board-sessions = { $n ->
    [one] { $n } session
   *[other] { $n } sessions
}
board-level = { $belt } belt, to coordinate
board-deadline = proposals until { $at } ({ $away })
board-deadline-over = proposals were taken until { $at }
board-urgent = cannot wait for written answers: direct contact is open now
board-stale = waits for offers since { $n } days
board-from-request = { $request } · R goes there · posted by { $by }
board-price-set = { $amount }, set by the house
board-formula-basic = Basic: once the commission is paid, you and the client settle everything yourselves; the house answers for none of it
board-formula-r0 = R0 (zero risk): the client funds the project’s account; work only on the funded part
board-formula-none = not said yet
board-commission-client = { $percent } of the price, paid by the client, as a rule
board-commission-provider = { $percent } of the price, asked of the provider, who must consent: { $why }

# Headings.
board-rule-eligible = may you apply?
board-rule-steps = steps
board-rule-client = client
board-rule-description = description
board-rule-mine = your proposal
board-rule-others = other offers
board-rule-proposals = { $n ->
    [one] { $n } proposal
   *[other] { $n } proposals
}, the best judged first
board-rule-terms = terms, to be confirmed
board-rule-agreed = terms, as they were confirmed
board-rule-mission = mission
board-rule-logistics = logistics
board-rule-report = report
board-may-apply = you have what it takes

# Steps, and what each opens.
board-opens-consultation = opens the description, the files, the others’ offers in figures
board-opens-offer = lets you make an offer, or ask in writing
board-opens-contact = opens the client’s name, mail and phone
board-step-taken = opened { $at }
board-step-free = free
board-step-costs = costs { $price }, you have { $left }
board-step-key = {" "}· o opens it
board-clock-no-answer = Direct contact is open: no answer came in time. ! reveals the client
board-clock-urgent = Direct contact is open: it is urgent. ! reveals the client
board-clock-at = Direct contact opens { $at }, in { $wait }, if no answer comes; or now with a reason (!)
board-clock-nothing-asked = Direct contact opens some time after your offer; or now with a reason (!)
board-clock-answered = The client has answered: direct contact needs a reason (!)
board-clock-house = The house holds the relation: it introduces who is the confirmed coordinator
board-clock-over = It no longer awaits offers: direct contact is closed
board-text-closed = The consultation step opens it (o)
board-text-none = nothing more was said

# Proposals.
board-promising-you = The house says that you have a good chance
board-promising = was told of a good chance
board-mine-draft = Nobody else sees it yet: P goes on with it and submits it
board-mine-withdrawn = P makes it anew
board-mine-editable = P rewrites it until one is selected; W takes it back
board-others = { $n ->
    [0] nobody else yet
    [one] { $n } other offer
   *[other] { $n } other offers
}
board-others-prices = , from { $from } to { $to }
board-no-proposals = Nobody proposed yet
board-on-word = What you say here, you say on the word of { $who }; the record keeps both names
board-cannot-select = cannot be selected: { $why }
board-belt = { $belt } belt

# Terms.
board-coordination = { $amount } more for each service
board-terms-commission-client = { $amount }, paid by the client
board-terms-commission-provider = { $amount }, paid by you, if you consent: { $why }
board-fees = to be declared: usage { $usage }, contribution { $contribution } of what is invoiced
board-fees-none = none: you are mandated by the house

# Missions.
board-team-none = nobody else yet · t adds somebody
board-sessions-counted = { $planned } planned of { $ordered } ordered, { $held } held
board-came = { $n ->
    [one] { $n } came
   *[other] { $n } came
}

# Actions.
act-open-opportunity = open
act-open-opportunity-help = Open the selected opportunity
act-next-opportunity = next
act-next-opportunity-help = Open the next opportunity
act-previous-opportunity = previous
act-previous-opportunity-help = Open the opportunity before
board-why-nothing = No opportunity is selected: choose one, or another view with f
board-why-open = It is open already: Esc goes back to the list
board-why-closed = No opportunity is open: Enter opens one, then ← and → go from one to the next
