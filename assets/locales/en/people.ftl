# People, their keys and their invitations.

pane-people = People
scope-people = People
people-title = { $n ->
    [one] { $n } person
   *[other] { $n } people
} who may enter

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
people-filter-hint = a name, a mail, a role
empty-people = Nobody here matches.
    Esc clears the filter; n adds a person.
empty-person = Nobody is selected.
    Choose a person on the left, or add one with n.

act-open-person = open
act-open-person-help = Open the selected person
act-invite = invite
act-invite-help = Invite the person: a one-time code binds their key
act-add-person = new
act-add-person-help = Add a person
act-edit-person = edit
act-edit-person-help = Put the person’s name and mail right
act-roles = roles
act-roles-help = Choose the person’s roles
act-disable = no access
act-disable-help = Let the person in no longer
act-enable = let in
act-enable-help = Let the person in again
act-add-key = key
act-add-key-help = Add a public key the person handed in
act-revoke-key = revoke
act-revoke-key-help = Revoke a key, for ever
act-name-key = name
act-name-key-help = Give a key a name
act-withdraw = withdraw
act-withdraw-help = Take an invitation back

why-nobody = Nobody is selected: choose a person, or add one with n
why-person-open = The person is open already: Esc goes back to the list
why-is-in = They may enter already
why-is-out = They may not enter already: X lets them in again
why-no-keys = They have no key in use: i invites them, K adds one they handed in
why-no-invitations = They have no open invitation: i makes one

# Labels of a person: 13 columns at most.
person-name = Name
person-mail = Mail
person-no-mail = none known
person-roles = Roles
person-state = Access
person-in = may enter
person-out = may not enter: their keys open nothing
person-keys = keys
person-no-keys = No key yet: i invites them, K adds one they handed in.
person-no-keys-out = No key.
person-invitations = invitations

key-added = since { $since }, added by { $by }
key-by-code = since { $since }, by an invitation
key-revoked = revoked { $at }: opens nothing
key-no-name = (no name)
invitation-line = { $id } · until { $until } ({ $away }) · by { $by } · I withdraws

form-add-person = Add a person
form-edit-person = Edit { $name }
form-roles = Roles of { $name }
key-name-example = laptop, desk, phone

key-problem-private = This is a private key: never give it away. Paste the line of the file that ends in .pub
key-problem-unreadable = No public key: paste the line of id_ed25519.pub, or make one with: ssh-keygen -t ed25519
key-problem-kind = { $kind } is not taken: make one with: ssh-keygen -t ed25519
key-problem-short = RSA of { $bits } bits is too short: make one with: ssh-keygen -t ed25519

ask-invite = Invite { $name }: until when?
ask-invite-hint = Enter alone: 48 hours
ask-key-line = A key for { $name }: paste its line
ask-revoke = Revoke which key?
ask-name-key = Name which key?
ask-new-name = What is the key called?
ask-withdraw = Withdraw which invitation?

confirm-disable = No access
confirm-disable-question = { $name } may no longer enter. Nothing of theirs is lost; X lets them in again.
confirm-disable-yes = no access
ends-sessions = { $n ->
    [one] open session ends
   *[other] open sessions end
}
disable-keys = { $n ->
    [one] key opens nothing any more
   *[other] keys open nothing any more
}
disable-invitations = { $n ->
    [one] invitation is worth nothing
   *[other] invitations are worth nothing
}
disable-waiting = { $n ->
    [one] request waits for them: assign it to somebody
   *[other] requests wait for them: assign them to others
}
confirm-revoke = Revoke
confirm-revoke-question = This key of { $name } opens nothing any more. It can never be bound again.
confirm-revoke-yes = revoke

code-title = Invitation for { $name }
code-until = Shown once, and never again. Good for one key, until { $until }.
code-how = { $name } types this, and the code when it is asked for:
code-no-door = No server runs here: start “entremise serve”, which says what to type to come in.
code-keys = Y copies the code · Enter or Esc closes it for good
