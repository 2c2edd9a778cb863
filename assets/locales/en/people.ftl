# People, their keys and their invitations.

pane-people = People
scope-people = People
people-title = { $n ->
    [one] { $n } person
   *[other] { $n } people
} with access

# In the list: 8 columns at most.
people-keys = { $n ->
    [one] { $n } key
   *[other] { $n } keys
}
# In the list: 14 columns at most.
people-invitations = { $n ->
    [one] { $n } invitation
   *[other] { $n } invitations
}

people-out = no access
people-filter-hint = a name, an email, a role
empty-people = Nobody here matches.
    Esc clears the filter; n adds a person.
empty-person = Nobody is selected.
    Choose a person in the list, or add one with n.

act-open-person = Open
act-open-person-help = Open the selected person
act-invite = Invite
act-invite-help = Invite the person: they add their key with a one-time code
act-add-person = Add a person
act-add-person-help = Add a person
act-edit-person = Name and email
act-edit-person-help = Correct the person’s name and email
act-roles = Roles
act-roles-help = Choose the person’s roles
act-disable = Close access
act-disable-help = Close the person’s access
act-enable = Reopen
act-enable-help = Reopen the person’s access
act-add-key = Add a key
act-add-key-help = Add a public key the person gave you
act-person-new = New
act-person-new-help = Add a person, invite one, or add a key they gave you
act-person-edit = Edit
act-person-edit-help = Correct name and email, choose roles, or name a key
act-person-withdraw = Withdraw
act-person-withdraw-help = Withdraw access, a key or an invitation
act-revoke-key = Revoke a key
act-revoke-key-help = Revoke a key for good
act-name-key = Name a key
act-name-key-help = Give a key a name
act-attest = Attest
act-attest-help = Record levels and documents you have seen of a facilitator or a firm
act-firm-manager = Name manager
act-firm-manager-help = Make this person the manager of a firm that has none who can log in
act-withdraw = Withdraw an invitation
act-withdraw-help = Withdraw an invitation

why-nobody = Nobody is selected: choose a person, or add one with n
why-person-open = The person is open already: Esc goes back to the list
why-is-in = They already have access
why-is-out = Their access is closed already: X reopens it
why-no-keys = They have no key in use: n invites them, or adds one they gave you
why-no-facilitator = Not a facilitator
why-firm-managed = Their firm has a manager
why-no-invitations = They have no open invitation: n makes one

# Labels of a person: 13 columns at most.
person-name = Name
person-mail = Email
person-roles = Roles
person-firm = Firm
person-state = Access
person-keys = keys
person-invitations = invitations

person-no-mail = none known
person-in = open
person-out = closed: their keys give no access
person-no-keys = No key yet: n invites them, or adds one they gave you.
person-no-keys-out = No key.

key-added = since { $since }, added by { $by }
key-by-code = since { $since }, by invitation
key-revoked = revoked { $at }: gives no access
key-no-name = (no name)
invitation-line = { $id } · until { $until } ({ $away }) · by { $by } · x withdraws it

form-add-person = Add a person
form-edit-person = Edit { $name }
form-roles = Roles of { $name }
key-name-example = laptop, desk, phone

key-problem-private = This is a private key: never give it away. Paste the contents of the file ending in .pub
key-problem-unreadable = Not a public key: paste the contents of id_ed25519.pub, or make one with: ssh-keygen -t ed25519
key-problem-kind = Keys of the kind { $kind } are not accepted: make one with: ssh-keygen -t ed25519
key-problem-short = RSA of { $bits } bits is too short: make one with: ssh-keygen -t ed25519

ask-invite = Invite { $name }: valid until when?
ask-invite-hint = Enter for 48 hours
ask-key-line = A key for { $name }: paste the public key
ask-revoke = Revoke which key?
ask-name-key = Name which key?
ask-new-name = What is the key called?
ask-withdraw = Withdraw which invitation?

confirm-disable = Close access
confirm-disable-question = { $name } loses access. Nothing of theirs is lost; X reopens it.
confirm-disable-yes = close access
confirm-firm-manager = { $name } will manage { $firm }: invite, remove and give roles. Nobody who manages it can log in.
confirm-firm-manager-yes = name manager
ask-attest-firm = Which firm
form-attest = Attest: { $name }
attest-compliance = Documents seen
attest-no-level = none
ends-sessions = { $n ->
    [one] open session ends
   *[other] open sessions end
}
disable-keys = { $n ->
    [one] key no longer gives access
   *[other] keys no longer give access
}
disable-invitations = { $n ->
    [one] invitation no longer works
   *[other] invitations no longer work
}
disable-waiting = { $n ->
    [one] request is waiting for them: assign it to somebody
   *[other] requests are waiting for them: assign them to others
}
confirm-revoke = Revoke
confirm-revoke-question = This key of { $name } will no longer give access. It can never be added again.
confirm-revoke-yes = revoke

code-title = Invitation for { $name }
code-until = Shown only once. Good for one key, until { $until }.
code-how = { $name } types this, then the code when asked:
code-no-door = No server is running here: start “entremise serve”, which shows what to type to log in.
code-keys = Y copies the code · Enter or Esc closes it for good
