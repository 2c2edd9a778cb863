# Words of the reusable parts: lists, forms, boxes. Panes have files of their own.

kit-too-small = This window is too small.
    Entremise needs { $width } × { $height }; this is { $have-width } × { $have-height }.
kit-empty = Nothing here yet.
kit-marked = { $n } marked
kit-chosen = { $n } chosen
kit-picker-type = type to search
kit-picker-one = ↑↓ move · Enter choose · Esc back
kit-picker-several = Tab mark · Enter done · Esc back
kit-picker-nothing = Nothing matches.
kit-picker-new = + new: { $name }
kit-palette = All actions
kit-palette-keys = ↑↓ move · Enter run · Esc back
kit-palette-count = { $n } of { $of }
kit-palette-hint = an action, in your own words
kit-palette-by = found by: { $word }
kit-help = Keys
kit-help-count = { $n ->
    [one] 1 key
   *[other] { $n } keys
}
kit-help-page = page { $n } of { $of }
kit-help-hint = type to search keys and words
kit-help-keys = ↑↓ move · Enter run · Tab signs · Esc back
kit-help-signs = Signs
kit-help-signs-keys = Tab keys · Esc back
kit-help-not-now = not now
kit-help-none = No key or action matches.
task-work = Work on it
task-order = Organise
task-away = Close or postpone
task-find = Find
task-move = Move around
task-more = More
task-everywhere = Everywhere
kit-cancel-hint = Esc back
kit-prompt-hint = Enter accept · Esc back
kit-yes = yes
kit-no = no
kit-form-missing = required
kit-form-not-found = choose one from the list
form-now = now: { $now }
form-now-empty = now: empty
form-changed-meanwhile = changed meanwhile
form-text-moved = Somebody changed the text meanwhile
form-text-now = Now: { $now }
kit-editor-full = This text has reached its limit of 1 MiB. Nothing was added.
kit-editor-lines = This text has reached its limit of { $most } lines. Nothing was added.
kit-editor-hidden = { $n ->
    [one] { $n } invisible character in this text ({ $code }).
   *[other] { $n } invisible characters in this text ({ $code } first).
}
kit-table-keys = Keys
kit-table-action = What it does

kit-keys-not-readable = The key file cannot be read: { $why }
kit-keys-unknown-id = [keys] { $id }: no action has this name.
kit-keys-unknown-key = [keys] { $id }: “{ $key }” is not a key. Write c, G, Ctrl-d, Space, Enter, Shift-Tab, F1.
kit-keys-clash = { $scope }: the key { $key } is set for both { $first } and { $second }. Choose another for one of them.
kit-keys-moved = Some keys have changed: { $moves }. The keys in your key file stay as you set them

kit-theme-dark = dark
kit-theme-light = light
kit-theme-contrast = high contrast
kit-theme-plain = no colour
kit-theme-ascii = plain ASCII

scope-list = Lists
act-move-down = Down
act-move-down-help = Select the next row
act-move-up = Up
act-move-up-help = Select the previous row
act-move-top = Top
act-move-top-help = Select the first row
act-move-bottom = Bottom
act-move-bottom-help = Select the last row
act-half-page-down = Half page down
act-half-page-down-help = Move half a page down
act-half-page-up = Half page up
act-half-page-up-help = Move half a page up
act-page-down = Page down
act-page-down-help = Move a page down
act-page-up = Page up
act-page-up-help = Move a page up

draft-back = Your saved draft is back, with what you just typed.
draft-coming = Your draft is loading.
draft-sending = Your last text is still being saved. Try again in a moment.
edited-kept = The text from your editor is saved as a draft where you began it.

# The names of columns, as short as their columns.
column-due = Due
column-number = No.
column-client = Client
column-client-subject = Client · subject
column-subject = Subject
column-country = Ctry
column-file = File
column-width = Width
column-height = Height
column-bytes = Size
column-size = Size
column-stage = Stage
column-fix = Fix
column-who = Who
column-turn = Next step
column-whose = Turn
column-received = Received
column-deadline = Deadline
column-you = State
column-group = Group
column-what = What
column-where = Where
column-code = Code
column-wording = Wording
column-words = Words
column-used = Used
wording-own = yours
wording-shipped = shipped
column-language = Lang
column-when = When
column-price = Price
column-offers = Offers
column-audience = Audience
column-level = Level
column-posted = Posted
column-left = Left
column-total = Total
column-officer = Officer
column-valid = Valid to
column-tags = Tags
column-request = Request
column-name = Name
column-roles = Roles
column-keys = Keys
column-state = Access
column-email = Email
column-waiting = Waiting

ask-sort = Sort by
order-newest = Newest first
sort-turned = by column
office-usual = Next step first
people-usual = With access first

# What the signs of lists mean.
sign-late = Overdue, our turn
sign-others = Somebody else’s turn
sign-yours = Your turn
sign-your-turn = Your turn
sign-new = Not read yet
sign-here = Selected line
sign-sorted = Sort column and order
sign-unsent = Your unsent draft
sign-marked = Marked
sign-asleep = Snoozed
sign-closed = Closed
sign-merged = Merged into another
sign-void = Undone
sign-valid = Validated
sign-files = Has files
sign-looking = A colleague is looking at it
sign-writing = A colleague is writing on it
sign-several = Several requests in one email
sign-subject = Subject to fix
sign-deadline = No deadline
sign-copies = Others copied in
sign-favourite = Favourite
sign-stale = No proposal for a while
sign-signed = Signed
sign-out = Has no access

# What is printed on the keys.
key-shift = Shift-
key-space = Space
key-enter = Enter
key-esc = Esc
key-backspace = Backspace
key-delete = Delete
key-insert = Insert
key-up = Up
key-down = Down
key-left = Left
key-right = Right
key-home = Home
key-end = End
key-page-up = PageUp
key-page-down = PageDown
