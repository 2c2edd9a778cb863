# The settings: sections, names, helps.
settings-part-set-up = Set-up
settings-part-organisation = Organisation
settings-part-countries = Countries and languages
settings-part-hours = Hours and holidays
settings-part-delays = Delays
settings-part-groups = Groups and relationship
settings-part-requests = Requests
settings-part-board = Board
settings-part-money = Clients’ money
settings-part-prices = Prices
settings-part-wordings = Wording of papers
settings-part-people = People
settings-part-routing = Kinds of request
settings-kinds = kinds of request
settings-heading-identity = Legal identity · { $country }
settings-heading-office-hours = Office hours
settings-heading-days-off = Days off
settings-heading-before-posting = Before posting
settings-heading-selection = Who selects
settings-heading-relationship = Commercial relationship
settings-heading-proposals = Proposals
settings-heading-credits = Credits

# What a section says now.
settings-now-missing = { $n ->
    [one] 1 thing is missing
   *[other] { $n } things are missing
}
settings-now-law = legal identity: { $countries }
settings-now-no-law = no legal identity
settings-now-countries = home { $home } · papers in { $papers }
settings-now-days-off = { $holidays ->
    [0] no holidays
    [one] 1 holiday
   *[other] { $holidays } holidays
}{ $bridges ->
    [0] {""}
    [one] , 1 bridge day
   *[other] , { $bridges } bridge days
}
settings-now-delays = reply { $reply } · client { $client } · call { $call }
settings-now-kept = kept { $n ->
    [one] 1 month
   *[other] { $n } months
}
settings-now-selects = selected by { $by }
settings-now-by-house = us
settings-now-by-client = the client
settings-now-no-funds = nobody has said how it is held
settings-now-licence = under our own licence: { $words }
settings-now-through = through { $words }
settings-now-silence = { $n ->
    [one] released after 1 day without an answer
   *[other] released after { $n } days without an answer
}
settings-now-validated = validated first: { $groups }
settings-now-requests = marked above { $n ->
    [one] 1 person copied in
   *[other] { $n } people copied in
}
settings-now-board = contact after { $hours } h · sinks after { $days } d
settings-now-credits = credits
settings-now-no-credits = no credits
settings-now-kinds = { $n }{ $nobody ->
    [0] {""}
   *[other] , { $nobody } that nobody takes
}
settings-now-list = { $n }{ $retired ->
    [0] {""}
   *[other] , { $retired } retired
}
settings-now-no-prices = none
settings-now-prices = { $n ->
    [one] 1 brand
   *[other] { $n } brands
} · { $markets }
settings-now-wordings = { $all }
settings-now-people = { $n ->
    [one] 1 person
   *[other] { $n } people
}, { $keyed } with a key
settings-edited-by = Edited as a file: print it, change it, save it.
settings-edited-print = entremise { $command } > FILE
settings-edited-set = entremise { $command } FILE
settings-edited-in-lists = Enter opens the list to change it.
settings-edited-in-people = Enter opens the people.
settings-nobody = nobody
settings-market = { $country } · { $n ->
    [one] 1 product
   *[other] { $n } products
}
settings-used = used
settings-retired = { $name } · retired

# What holds where a setting says nothing.
setting-papers-languages-empty = as the screens: { $languages }
setting-hours-closed = closed
setting-hours-no-days = none
setting-organisation-domains-empty = none
setting-organisation-contact-email-empty = none
setting-organisation-contact-phone-empty = none
setting-money-clients-money-empty = not said: R0 cannot be posted
setting-organisation-name = Name
setting-organisation-name-help = The name clients know us by.
setting-organisation-home = Home country
setting-organisation-home-help = Clients from here are proposed as Subcontracting. A code or a name: FR, Belgium.
setting-organisation-domains = Email domains
setting-organisation-domains-help = Email from these domains comes from a colleague, not from a client: ours.org, ours.example.
setting-organisation-contact-email = Contact email
setting-organisation-contact-email-help = Facilitators see it under “Whom to ask” when nobody has the role of providers’ desk.
setting-organisation-contact-phone = Contact phone
setting-organisation-contact-phone-help = Facilitators see it beside the people they may ask. Leave it empty to show no number.
setting-identity-name = Legal name
setting-identity-name-help = The name in law, with its legal form. Stands on offers.
setting-identity-address = Address
setting-identity-address-help = The registered address, line by line. Stands on offers.
setting-identity-registration = Registration
setting-identity-registration-help = The registration as the law of the country writes it: SIREN, BCE, company number.
setting-identity-vat = VAT number
setting-identity-vat-help = The VAT number. Stands on offers.
setting-identity-bank = Bank details
setting-identity-bank-help = Where clients pay: IBAN, BIC. Stands at the foot of offers.
setting-identity-footer = Foot of papers
setting-identity-footer-help = What stands at the foot of every offer, line by line.
setting-papers-languages = Languages of papers
setting-papers-languages-help = Like “nl, fr”: a client who reads none of them gets the first. Empty: French, and English for everybody else.
setting-hours-zone = Time zone
setting-hours-zone-help = The zone of all our dates and hours: Europe/Paris.
setting-hours-monday = Monday
setting-hours-monday-help = Office hours: 9:00-12:30, 13:30-18:00. Empty: closed.
setting-hours-tuesday = Tuesday
setting-hours-tuesday-help = Office hours: 9:00-12:30, 13:30-18:00. Empty: closed.
setting-hours-wednesday = Wednesday
setting-hours-wednesday-help = Office hours: 9:00-12:30, 13:30-18:00. Empty: closed.
setting-hours-thursday = Thursday
setting-hours-thursday-help = Office hours: 9:00-12:30, 13:30-18:00. Empty: closed.
setting-hours-friday = Friday
setting-hours-friday-help = Office hours: 9:00-12:30, 13:30-18:00. Empty: closed.
setting-hours-saturday = Saturday
setting-hours-saturday-help = Office hours: 9:00-12:30, 13:30-18:00. Empty: closed.
setting-hours-sunday = Sunday
setting-hours-sunday-help = Office hours: 9:00-12:30, 13:30-18:00. Empty: closed.
setting-hours-holidays = Holidays
setting-hours-holidays-help = Days of every year: 05-01 (month-day), easter+39, last mon 05, mon from 05-18, 12-25 observed, 07-04 nearest. A country’s code stands for its public holidays: BE.
setting-hours-bridge-days = Bridge days
setting-hours-bridge-days-help = Days of one year on which we are closed: 2027-05-07.
setting-delays-reply = Reply to a request within
setting-delays-reply-help = In office hours: 8 h, 90 min. Due dates that somebody stated stay.
setting-delays-client = Ask the client again after
setting-delays-client-help = In office hours: 24 h. Due dates that somebody stated stay.
setting-delays-call = Call again after
setting-delays-call-help = In office hours between two calls that nobody answered: 8 h.
setting-requests-copies = Most people copied in
setting-requests-copies-help = An email with more people copied in is marked: too many people are copied in.
setting-requests-copies-count = { $n ->
    [one] 1 person
   *[other] { $n } people
}
setting-requests-validate-subcontracting = Validate before posting: Subcontracting
setting-requests-validate-subcontracting-help = yes: a request is posted only once it is validated by phone.
setting-requests-validate-subcontracting-short = Subcontracting
setting-requests-validate-introduction = Validate before posting: Client introduction
setting-requests-validate-introduction-help = yes: a request is posted only once it is validated by phone.
setting-requests-validate-introduction-short = Client introduction
setting-requests-free-tags = Tags that are not on the list
setting-requests-free-tags-help = yes: people can put on tags of their own. no: only those of the list of tags.
setting-relationship-months = Relationship kept
setting-relationship-months-help = Months after a delivered mission. Applies to missions delivered from now on.
setting-relationship-months-count = { $n ->
    [one] 1 month
   *[other] { $n } months
}
setting-relationship-months-short = Kept after a mission
setting-relationship-selects-subcontracting = Selected by: Subcontracting
setting-relationship-selects-subcontracting-help = us: we select in our own name. client: they do, or we say how they told us. Applies to what is posted from now on.
setting-relationship-selects-subcontracting-short = Subcontracting
setting-relationship-selects-introduction = Selected by: Client introduction
setting-relationship-selects-introduction-help = us: we select in our own name. client: they do, or we say how they told us. Applies to what is posted from now on.
setting-relationship-selects-introduction-short = Client introduction
setting-board-contact-hours = Contact the client after
setting-board-contact-hours-help = Hours without an answer after which a facilitator may contact the client, 24 to 48; anything else must be confirmed.
setting-board-contact-hours-count = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
setting-board-others-offers = Others’ offers
setting-board-others-offers-help = figures: how many, from what price to what price. whole: an open call.
setting-board-stale-days = Sinks on the board after
setting-board-stale-days-help = Days without a proposal.
setting-board-stale-days-count = { $n ->
    [one] 1 day
   *[other] { $n } days
}
setting-board-credits = Credits
setting-board-credits-help = yes: steps cost credits. no: every step is free.
setting-board-credits-short = In use
setting-board-credits-view = Credits to view
setting-board-credits-view-help = What it costs to open an opportunity.
setting-board-credits-view-short = To view
setting-board-credits-offer = Credits to offer
setting-board-credits-offer-help = What a proposal costs.
setting-board-credits-offer-short = To offer
setting-board-credits-contact = Credits to contact
setting-board-credits-contact-help = What it costs to contact the client directly.
setting-board-credits-contact-short = To contact
setting-money-clients-money = Clients’ money
setting-money-clients-money-help = “licence: …” or “through: …”, with the licence or the payment provider. Until then R0 cannot be posted.
setting-money-r0-rate = R0 option, share of the price
setting-money-r0-rate-help = What the client pays for R0, in percent of the price: 2.5 %. Empty for nothing.
setting-money-r0-rate-short = Share of the price
setting-money-r0-rate-empty = none
setting-money-r0-fixed = R0 option, fixed amount
setting-money-r0-fixed-help = What the client pays for R0 on top of the share, for projects in that currency: 50 EUR. Empty for nothing.
setting-money-r0-fixed-short = Fixed amount
setting-money-r0-fixed-empty = none
setting-money-vat = VAT
setting-money-vat-help = The VAT on the commission and the R0 option, in percent: 20 %. Empty for none.
setting-money-vat-empty = none
setting-money-silence-days = Release without an answer
setting-money-silence-days-help = Days after a delivery until what is held for it is released, if the client says nothing. 0: never. Both sides see the date.
setting-money-silence-days-count = { $n ->
    [0] never
    [one] after 1 day
   *[other] after { $n } days
}

# What is wrong with a value.
setting-why-none = there is no such setting. `settings print` lists them all.
setting-why-missing = it must not be empty.
setting-why-long = at most { $most } characters.
setting-why-number = write a number from { $least } to { $most }.
setting-why-delay = write office hours with their unit: 8 h, 90 min.
setting-why-yes = write yes or no.
setting-why-choice = write one of: { $text }.
setting-why-kind = the value must be written as { $text }.
setting-why-domain = “{ $text }” is not a domain: write it like ours.org.
setting-why-country = “{ $text }” is not a country: write a code like FR, or its name.
setting-why-language = “{ $text }” is not a language: write its name, or a code like nl.
setting-why-zone = “{ $text }” is not a time zone: write it like Europe/Paris.
setting-why-span = “{ $text }” is not a span of hours: write it like 9:00-12:30.
setting-why-holiday = “{ $text }” is not a holiday: write it like 05-01, easter+39, last mon 05, or a country’s code.
setting-why-day = “{ $text }” is not a date: write it like 2027-05-07.
setting-why-holidays = no public holidays of { $text } are known here: write them one by one.
setting-why-hours = these hours do not fit together: { $text }.
setting-why-credits = credits are off: set board.credits to yes first.
setting-why-funds = write “licence: …” or “through: …”, with the licence or the payment provider; leave it empty while we hold none.
setting-why-rate = “{ $text }” is not a rate: write it like 20 or 5.5, at most 100, with one decimal at most.
setting-why-amount = “{ $text }” is not an amount, or could be two: write it like 1200 or 1200.50 EUR.

# What is missing.
settings-lack-domains = Incoming email: no email domain of ours, so that a colleague’s email looks like a client’s
settings-lack-legal-name = Offers: no legal name
settings-lack-address = Offers: no address
settings-lack-registration = Offers: no registration
settings-lack-vat = Offers: no VAT number
settings-lack-bank = Offers: no bank details
settings-lack-zone = Due dates: the time zone is not known here and counts as UTC
settings-lack-hours = Due dates: no office hours, so that nights and weekends count
settings-lack-holidays = Due dates: no work day is a holiday; the code { $code } stands for the public holidays of { $country }
settings-lack-calendar = Due dates: no work day is a holiday, and none of { $country } are known here; write them one by one
settings-lack-funds = R0: nobody has said under which licence, or through whom, we hold clients’ money
settings-lack-kinds = Requests: there is no kind of request
settings-lack-route = Requests: nobody takes { $n ->
    [one] “{ $first }”
   *[other] { $n } kinds of request (“{ $first }” first)
}
settings-lack-entries = Requests, quotations and opportunities: there is nothing to choose in { $list }
settings-lack-names = Screens and papers in { $language }: { $n ->
    [one] “{ $first }” has no name ({ $list })
   *[other] { $n } { $list } have no name (“{ $first }” first)
}
settings-lack-prices = Quotations: there is no price list, so that every line is priced by hand
settings-lack-market = Quotations: no price list for { $country }
settings-lack-conditions = Offers: no conditions of sale
settings-lack-products = Papers in { $language }: { $n ->
    [one] 1 product has no name
   *[other] { $n } products have no name
}, and stands under another language’s
settings-lack-wording = Papers in { $language }: no words for them, so that they are written in English
settings-lack-officer = Requests: nobody works them (a relation officer does)
settings-lack-pricing = Quotations: nobody can price (a pricing officer or a manager does)
settings-lack-assembly = Quotations: nobody can assemble the project (an assistant or a manager does)
settings-lack-posting = Opportunities: nobody can post (a relation officer or a manager does)
settings-lack-facilitators = Opportunities: there is no facilitator to propose
settings-lack-keys = Access: nobody has a key but you

# In words.
settings-file = Settings. Edit, then: entremise settings apply FILE. What the file does not say stays as it is.
settings-begins-as = Begins as: { $usual }
settings-now = Now: { $now }
settings-nothing = (empty)
settings-bad = { $file }, line { $line }: { $key }: { $why }
settings-bad-somewhere = { $file }: { $key }: { $why }
settings-bad-file = { $file }: this is not a settings file: { $why }
settings-bad-empty = { $file }: the file says nothing. Nothing was changed.
settings-wrong = { $key }: { $why }
settings-no-section = There is no section “{ $text }”. Sections: { $all }
settings-unusual = { $key } is usually { $least } to { $most }; add --yes to set { $now }.
settings-same = Nothing to change: the settings already say that.
settings-change = { $label } ({ $key }): { $from } → { $to }
settings-saved = { $n ->
    [one] 1 setting changed
   *[other] { $n } settings changed
}. `settings undo` undoes it.
settings-undone = { $n ->
    [one] 1 setting is as before
   *[other] { $n } settings are as before
}.
settings-no-undo = The settings have not been changed yet: nothing to undo.
settings-complete = Nothing is missing.
settings-lacks = { $n ->
    [one] 1 thing is missing:
   *[other] { $n } things are missing:
}
settings-lack-line = { $lack } ({ $key })
settings-reads = { $file } reads without mistakes.
settings-moves = { $moved ->
    [0] No due date moves.
    [one] 1 due date moves, { $sooner } sooner; { $late } late at once, { $relieved } no longer late.
   *[other] { $moved } due dates move, { $sooner } sooner; { $late } late at once, { $relieved } no longer late.
}
settings-move-line = { $request } { $subject }: { $from } → { $to }
settings-move-late = { $request } { $subject }: { $from } → { $to }, late at once
settings-unvalidated = { $n ->
    [one] 1 open request has to be validated before it can be posted.
   *[other] { $n } open requests have to be validated before they can be posted.
}
settings-sent-stays = Nothing that was sent changes.
settings-not-kept = Preview only: nothing was changed.
settings-history-none = No change yet.
settings-history-line = { $what }: { $from } → { $to }
settings-history-added = + { $to }
settings-history-removed = - { $from }
settings-history-of = “{ $text }” has no history. Write a setting or a section, routing, prices, lists, or a person like P-12.
settings-logo-set = Logo on papers for { $country }: { $logo }. `settings undo` undoes it.
settings-logo-removed = Papers for { $country } have no logo. `settings undo` undoes it.
settings-logo-printed = Logo on papers for { $country }: { $logo }. Not in this file. To save it: settings logo { $country } --print > { $file }
settings-logo-no-picture = { $file } is neither a PNG nor a JPEG. Nothing was changed.
settings-logo-too-many-bytes = { $file } is larger than { $most } KiB. Save the picture smaller.
settings-logo-too-many-dots = { $file } is larger than { $side } × { $side } pixels. Save the picture smaller.
settings-logo-animated = { $file } is animated. Save one picture of it.
settings-logo-press-colours = { $file } has the colours of a press (CMYK). Save it with screen colours (RGB).
settings-logo-uncommon-jpeg = { $file } is a kind of JPEG that few programs read. Save it as PNG.
settings-logo-damaged = { $file } is damaged or incomplete. Nothing was changed.
history-person-added = Added
history-person-roles = Roles
history-person-access = Access
history-person-name = Name and email
history-person-contact = Client contact
history-nobody = automatic

# The pane.
settings-logos = Logo on papers
settings-logo-of = Logo on papers, { $country }
settings-logo-line = { $country }: { $logo }
settings-logo-is = { $name }, { $width } × { $height }, { $size }
settings-logo-none = No logo.
settings-logo-how = entremise settings logo COUNTRY FILE
pane-settings = Settings
scope-settings = Settings
settings-title = Settings
settings-draft = { $n ->
    [one] 1 change not applied
   *[other] { $n } changes not applied
}
settings-changed = { $n ->
    [one] 1 change
   *[other] { $n } changes
}
settings-filter-hint = a setting, a section, a value
empty-settings = No setting matches.
empty-setting = No section selected.
column-section = Section
column-now = Now
column-changed = Changed
sign-changed = Changed, not applied yet
setting-was = was { $was }
setting-unusual = Usually { $least } to { $most }: applying asks whether it is meant
settings-past-line = { $what }: { $change }
settings-brought-back = Draft brought back
setting-touched = Settings last changed by { $by }, { $when }
setting-changed = { $by }, { $when }
settings-changes = What changes
settings-no-draft = Nothing to apply: e edits a setting.
settings-from-to = { $from } → { $to }
settings-follows = What follows
settings-counting = Counting…
settings-yes = yes
settings-no = no
setting-board-others-offers-is-figures = how many, from what price to what price
setting-board-others-offers-is-whole = the offers themselves (an open call)
setting-relationship-selects-subcontracting-is-us = us, in our own name
setting-relationship-selects-subcontracting-is-client = the client
setting-relationship-selects-introduction-is-us = us, in our own name
setting-relationship-selects-introduction-is-client = the client
copy-setting = Name in commands and files
settings-discarded = Discarded · u brings it back
settings-apply-title = Apply { $n ->
    [one] 1 setting
   *[other] { $n } settings
}
settings-apply-yes = Apply
settings-apply-no = Keep as a draft
settings-apply-unusual = { $label } is usually { $least } to { $most }: { $now } is meant?
settings-figure-moved = { $n ->
    [one] due date moves
   *[other] due dates move
}
settings-figure-late = { $n ->
    [one] request becomes late at once
   *[other] requests become late at once
}
settings-figure-unvalidated = { $n ->
    [one] request has to be validated before it is posted
   *[other] requests have to be validated before they are posted
}
why-no-draft = No change to apply: e edits a setting
why-setting-same = This setting is not changed
why-section-open = It is open already
why-section-closed = Open the section first: Enter
why-section-same = Nothing is changed in this section
why-no-section = No section is selected
why-no-history = This section has no history
why-nothing-missing = Nothing is missing
act-edit-setting = Edit
act-edit-setting-help = Change this setting in the draft
act-compare-settings = Compare
act-compare-settings-help = See what the draft changes and what would follow
act-apply-settings = Apply
act-apply-settings-help = Apply the draft; u undoes it
act-discard-settings = Discard
act-discard-settings-help = Discard what is not applied: this setting, this section, or all
act-discard-setting = This change
act-discard-setting-help = Discard the change of this setting
act-discard-section = This section
act-discard-section-help = Discard the changes of this section
act-discard-all-settings = The whole draft
act-discard-all-settings-help = Discard every change that is not applied
act-setting-history = History
act-setting-history-help = See who changed this setting or section, and when
act-open-section = Open
act-open-section-help = Open the settings of this section
act-mend-missing = Open
act-mend-missing-help = Go to where this is set
act-open-set-up = What is missing
act-open-set-up-help = See what is still missing, and what that keeps from working
act-bring-back-draft = Undo
act-bring-back-draft-help = Bring back the changes that were just discarded
