# Words of the reusable parts: lists, forms, boxes. Panes have files of their own.

kit-too-small = This window is too small.
    Entremise needs { $width } × { $height }; this is { $have-width } × { $have-height }.
kit-empty = Nothing here yet.
kit-marked = { $n } marked
kit-chosen = { $n } chosen
kit-picker-type = type to find
kit-picker-one = ↑↓ move · Enter choose · Esc back
kit-picker-several = Tab mark · Enter done · Esc back
kit-picker-nothing = Nothing matches.
kit-picker-new = + new: { $name }
kit-palette = All actions
kit-palette-not-now = (not now)
kit-help = Keys here
kit-help-close = j k move · Esc close
kit-cancel-hint = Esc back
kit-prompt-hint = Enter accept · Esc back
kit-yes = yes
kit-no = no
kit-form-missing = needed
kit-form-not-found = choose one of those found
form-now = now: { $now }
form-now-empty = now: empty
form-changed-meanwhile = changed meanwhile
form-text-moved = The text was changed meanwhile
form-text-now = Now: { $now }
kit-editor-full = This text is full: it may have 1 MiB. Nothing was put in.
kit-editor-lines = This text is full: it may have { $most } lines. Nothing was put in.
kit-editor-hidden = { $n ->
    [one] { $n } invisible character in this text ({ $code }).
   *[other] { $n } invisible characters in this text ({ $code } first).
}
kit-table-keys = Keys
kit-table-action = What it does

kit-keys-not-readable = The key file cannot be read: { $why }
kit-keys-unknown-id = [keys] { $id }: no action has this name.
kit-keys-unknown-key = [keys] { $id }: “{ $key }” is no key. Write c, G, Ctrl-d, Space, Enter, Shift-Tab, F1.
kit-keys-clash = { $scope }: the key { $key } is wanted by both { $first } and { $second }.
kit-keys-moved = Some keys moved: { $moves }. Your key file keeps the keys it names

kit-theme-dark = dark
kit-theme-light = light
kit-theme-contrast = high contrast
kit-theme-plain = no colour
kit-theme-ascii = plain ASCII

scope-list = Lists
act-move-down = Down
act-move-down-help = Select the next row
act-move-up = Up
act-move-up-help = Select the row before
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
