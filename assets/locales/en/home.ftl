# Home: what waits for the person who looks, and what stands beside it.

pane-home = Home
scope-home = Home
home-title = { $day } · week { $week }
home-summary = { $n } to do
home-summary-late = { $n } to do · { $late } late
home-beside = At a glance

act-open-line = Open
act-open-line-help = Open the selected line; Esc goes back

home-col-due = Due
home-col-do = To do
home-col-number = No.
home-col-about = About
home-col-amount = Amount
home-more = { $n } more

home-nothing = Nothing is waiting for you.
home-nothing-assigned = Nothing is waiting for you, and no request is unassigned.
home-nothing-unassigned = Nothing is waiting for you.
    { $n ->
        [one] { $n } request is unassigned: Enter shows it, c assigns it to you.
       *[other] { $n } requests are unassigned: Enter shows them, c assigns one to you.
    }
home-nothing-facilitator = Nothing is waiting for you. Opportunities are on the board.
home-nothing-client = Nothing to decide.
    Quotations and proposals appear here as soon as they are ready for you.

# What is to be done: 26 columns at most.
home-verb-read-and-reply = Read and reply
home-verb-reply = Reply
home-verb-call-again = Call again
home-verb-set-group = Set the group
home-verb-quote = Quote
home-verb-post = Post
home-verb-brief = Write the brief
home-verb-price = Price
home-verb-assemble = Assemble
home-verb-send-to-client = Verify and send
home-verb-find-facilitator = Find a facilitator
home-verb-decide-next = Decide the next step
home-verb-choose-formula = Choose the formula
home-verb-agree-terms = Agree to the terms
home-verb-confirm-terms = Confirm the terms
home-verb-plan = Plan the sessions
home-verb-hold-session = Run the session
home-verb-note-present = Record attendance
home-verb-deliver = Mark as delivered
home-verb-decide-quotation = Accept or decline
home-verb-judge = { $n ->
    [one] Judge { $n } proposal
   *[other] Judge { $n } proposals
}
home-verb-choose = { $n ->
    [one] Select: { $n } proposal
   *[other] Select: { $n } proposals
}

home-week = Next five days
home-due = { $n } due

home-apply = You can apply for
home-apply-of = { $n } of { $of }
home-apply-nothing = Nothing right now. The board shows what you are missing for the others.
home-online = online
home-price-yours = your price

home-credits = Credits
home-under-way = Under way
home-progress-proposals = { $n ->
    [0] no proposal yet
    [one] { $n } proposal
   *[other] { $n } proposals
}
home-progress-selected = selected, to be confirmed
home-progress-running = { $n } of { $of ->
    [one] { $of } session held
   *[other] { $of } sessions held
}
home-progress-delivered = delivered

home-team = The team
home-nobody = unassigned

home-nothing-reader = Nothing is waiting for you.
    { $n ->
        [one] { $n } request is unassigned: Enter shows it.
       *[other] { $n } requests are unassigned: Enter shows them.
    }
home-duty-people = You manage people, keys and invitations: Enter opens them.
home-duty-credits = You grant facilitators their credits: Enter lets you choose one.

home-figures = Requests
home-figures-days = last 90 days
home-figure-received = Received
home-figure-in-time = Answered in time
home-figure-concretised = Went ahead
home-share = { $n }%
home-brief-received = { $n } received
home-brief-in-time = { $n } answered in time ({ $share }%)
home-brief-concretised = { $n } went ahead ({ $share }%)

home-contact = Your contact
home-contact-copy = Y copies the address
home-whom = Whom to ask
home-whom-first = Providers’ desk

home-missing = { $n ->
    [one] Set-up: 1 thing is missing
   *[other] Set-up: { $n } things are missing
} · { $first }
home-doors = Keys and invitations
home-doors-more = { $n ->
    [one] { $n } more invitation
   *[other] { $n } more invitations
}
home-doors-without = { $n ->
    [one] { $n } person has no key and no invitation
   *[other] { $n } people have no key and no invitation
}
home-invitation-open = invited until { $at }
home-invitation-ended = invitation expired { $at }

home-lately = Your last actions
