# The directory: organisations, their contacts, everything exchanged.
pane-directory = Directory
scope-directory = Directory
directory-title = Directory · { $view }
directory-usual = by name, branches under their parent
directory-filter-hint = a name, a city, a country, a person, an email, a phone number
directory-views = Which organisations?
directory-view-all = all, by name
directory-view-open = with open requests
directory-view-ours = relationship is ours
directory-view-doubles = maybe twice
empty-directory = No organisation yet. Press n to enter one, or import email.
empty-directory-view = No organisation in this view. Press f for another view.
empty-organisation = No organisation selected
column-organisation = Organisation
column-city = City
column-open = Open
column-last = Last
column-ours-until = Ours until
sign-double = Maybe the same as another organisation
organisation-known = known
organisation-ours = ours until { $until }
organisation-address = Address
organisation-domains = Domains
organisation-vat = VAT number
organisation-language = Language
organisation-note = Note
organisation-until = Ours until
organisation-relation = Relationship
organisation-main = Main contact
organisation-belongs = Parent and branches
organisation-parent = Branch of
organisation-branch = Branch
organisation-doubles = Maybe the same
organisation-double = maybe the same
organisation-contacts = Contacts
organisation-no-facts = No details yet. Press e to enter them.
organisation-no-contacts = No contact yet. Press n to enter one.
organisation-exchanged = Everything exchanged
organisation-turnover = Turnover by year
exchanged-open = open
exchanged-done = done
exchanged-calls = { $n ->
    [one] 1 call
   *[other] { $n } calls
}
exchanged-quotation = quoted
exchanged-accepted = accepted
exchanged-posted = posted
exchanged-mission = mission
contact-left-since = left { $at }
copy-name = Name
copy-vat = VAT number

act-open-organisation = Open
act-open-organisation-help = Open the page of the organisation
act-open-entry-line = Open
act-open-entry-line-help = Open what the line names: a contact, a request, a quotation, an opportunity
act-directory-new = New
act-directory-new-help = Enter an organisation, a contact or a request
act-new-organisation = New organisation
act-new-organisation-help = Enter an organisation before it writes
act-new-contact = New contact
act-new-contact-help = Enter a contact of this organisation before they write
act-new-request = New request
act-new-request-help = Enter a request of this organisation
act-edit-organisation = Edit
act-edit-organisation-help = Edit the organisation, or the selected contact
act-merge-organisation = Merge
act-merge-organisation-help = Merge two entries that are the same, or mark them as different
act-log-call = Log a call
act-log-call-help = Log a phone call on the open request of this organisation
act-contact-left = Retire
act-contact-left-help = Mark the contact as no longer there
act-contact-back = Reopen
act-contact-back-help = Mark the contact as there again
act-directory-views = Views
act-directory-views-help = Show all organisations, those with open requests, those that may be there twice

form-new-organisation = New organisation
form-new-contact = New contact · { $client }
form-contact-of = Contact · { $name }
form-new-request = New request · { $client }
form-address-hint = 12 quai Lamartine / 71000 Mâcon
form-merge = Merge { $from } into { $into } ({ $requests ->
    [one] 1 request
   *[other] { $requests } requests
}, { $contacts ->
    [one] 1 contact
   *[other] { $contacts } contacts
})
form-merge-contacts = Merge { $from } into { $into }
ask-merge-organisation = Merge with which organisation?
ask-merge-double = These two may be the same
ask-merge-contact = Merge with which contact?
merge-same = Merge them
merge-apart = They are different
ask-call-request = A call about which request?
call-with = { $name }:{" "}
why-no-organisation = No organisation is selected. Press Esc for the list.
why-no-contact = No contact is selected. Select one on the page.
why-no-other-contact = There is no other contact to merge with.
why-organisation-open = The page is open already.
why-in-list-only = The list has the keys. Press Enter to open the page.
why-no-line = No line is selected.
why-contact-left = This contact has left already.
why-contact-there = This contact has not left.
why-loading-page = The page is being loaded. Try again in a moment.
