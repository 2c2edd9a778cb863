# Quotations and price lists: what their rules say, what followed from a request, pane 8, the document.

# Closed lists.
quotation-round-r1 = R1
quotation-round-r2 = R2
quotation-stage-brief = brief
quotation-stage-pricing = pricing
quotation-stage-assembly = assembly
quotation-stage-verification = verification
quotation-stage-sent = with the client
quotation-stage-accepted = accepted
quotation-stage-declined = declined
quotation-stage-dropped = given up
unit-session = session
unit-participant = participant
unit-day = day
unit-flat = flat
brief-work = kind of work
brief-audience = audience
brief-market = market
brief-brand = brand
brief-language = language of the offer
brief-participants = participants
brief-sessions = sessions
brief-dates = dates
brief-place = place, or online
brief-deadline = deadline of the offer
brief-asked = what is asked
line-fault-text = it says nothing, or too much
line-fault-product = there is no such product in the list for this brand, market and audience
line-fault-listed = price, unit and VAT of a product are the list’s: give a discount, or write a free line
line-fault-quantity = none at all, or more or fewer than can be ordered
line-fault-price = that price cannot be: it is negative or beyond all measure
line-fault-discount = a discount is 100 % at most
line-fault-vat = VAT is 100 % at most

# Why something is not done, and what would make it pass.
refusal-prices-wrong = The price lists cannot be so: { $what } stands twice, or is out of bounds.
refusal-already-quoted = It is being quoted already, as { $quotation }.
refusal-brief-incomplete = The R1 is not complete. Missing: { $missing }.
refusal-quotation-elsewhere = { $quotation } is at “{ $stage }” by now: look again, then decide.
refusal-version-changed = The latest version of { $quotation } is { $version } by now: read it, then go on from it.
refusal-quotation-expired = { $quotation } was good until { $at }: the officer extends it first.
refusal-line-wrong = Line { $line }: { $fault }.
refusal-price-note-missing = The house has no list for this market: add a remark that says how this was priced.
refusal-project-missing = { $quotation } has no project text yet: write it with e, then hand it over.

# What was done, in one line.
did-prices-changed = The price lists are changed
did-quotation-begun = { $of } begun: complete the brief with e
did-quotation-briefed = { $of }: brief kept
did-quotation-priced = { $of }: priced, a new version
did-quotation-assembled = { $of }: text kept, a new version
did-quotation-struck = { $of }: version taken back
did-quotation-r1 = { $of }: R1 sent to pricing
did-quotation-r2 = { $of }: second round, back to pricing
did-quotation-to-assembly = { $of }: handed to the assistant
did-quotation-to-verification = { $of }: handed to the officer
did-quotation-returned = { $of } sent back
did-quotation-recalled = { $of }: hand-over taken back
did-quotation-resumed = { $of } taken up again
did-quotation-sent = { $of } sent to the client
did-quotation-sent-r2 = { $of }: R2 sent to the client
did-quotation-sent-again = { $of }: R2, the same offer
did-quotation-accepted = { $of } accepted: post the opportunity
did-quotation-declined = { $of } declined
did-quotation-dropped = { $of } given up
did-quotation-extended = { $of } is good for longer
did-quotation-tagged = { $of } tagged
did-quotation-untagged = { $of }: tag taken off

# Lines of a request’s timeline.
beside-quotation-begun = { $of } begun
beside-quotation-briefed = { $of } brief put right
beside-quotation-priced = { $of } priced, version { $who }: { $amount }
beside-quotation-assembled = { $of } text written, version { $who }: { $amount }
beside-quotation-struck = { $of } version { $who } taken back
beside-quotation-r1 = { $of } R1 to pricing: { $who }
beside-quotation-r2 = { $of } second round, to pricing ({ $who }): { $words }
beside-quotation-to-assembly = { $of } prices to the assistant: { $who }
beside-quotation-to-verification = { $of } project to the officer: { $who }
beside-quotation-returned = { $of } back to { $who }: { $words }
beside-quotation-recalled = { $of } taken back by { $who }
beside-quotation-resumed = { $of } taken up again
beside-quotation-sent = { $of } R1 sent to the client: { $amount }
beside-quotation-sent-r2 = { $of } R2 sent to the client: { $amount }
beside-quotation-sent-again = { $of } R2 sent as it is: { $amount }
beside-quotation-accepted = { $of } accepted: { $amount }
beside-quotation-declined = { $of } declined: { $words }
beside-quotation-dropped = { $of } given up: { $words }
beside-quotation-extended = { $of } version { $who } good for longer
beside-quotation-tagged = { $of } tagged { $words }
beside-quotation-untagged = { $of } tag { $words } taken off
