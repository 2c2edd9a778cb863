# The screen as a whole: the entrance, what can be done everywhere, the tour.

sample-house = sample
desk-closed = Entremise is shutting down and nothing was saved: Ctrl-q quits, then start entremise again
leave-kept = { $key } leaves Entremise; the draft is kept
leave-lost = What is in this box is not kept: Esc closes it, then { $key } leaves
no-screen = This terminal cannot show the workstation. Use commands in words: { $command } inbox, for example; { $command } --help names them all.
no-such-key = { $key } ({ $verb }) does nothing here: ? shows the keys of this place
no-such-pane = There is no pane { $n } here: the header shows those there are

who-are-you = Who are you?

setup-title = Welcome to Entremise
setup-welcome = Three answers and you are ready. Everything stays on this machine, and all of it can be changed later.
setup-name = Your name
setup-house = Organisation
setup-country = Home country
setup-country-hint = type to find
setup-keys = Enter next · Ctrl-s open · Esc quit
setup-sample = F2 opens a sample: look around, nothing can break

scope-everywhere = Everywhere
act-undo = Undo
act-undo-help = Undo the last thing you did
act-redo = Redo
act-redo-help = Redo what you undid
act-help = Keys
act-help-help = Show the keys and signs of this pane
act-palette = All actions
act-palette-help = Find any action by its name
act-go-to = Go to …
act-go-to-help = Go to a place or to your own things: a letter follows
act-copy = Copy
act-copy-help = Copy an address, a phone number or the number
copy-ask = Copy what?
copy-mail = Email address
copy-phone = Phone
copy-number = Number
copy-done = Copied: { $text }
copy-cannot = This terminal takes no copies. Select it with the mouse: { $text }
why-nothing-to-copy = Nothing is selected that could be copied.
leading-title = , Go to
leading-nothing = , { $key } leads nowhere. Esc closes.
leading-visited = Last visited
act-go-back = Go back
act-go-back-help = Go back to where you were, across panes
act-go-forward = Go forward
act-go-forward-help = Go forward again, after going back
why-nothing-behind = You have been nowhere else yet.
why-nothing-ahead = Nothing lies ahead: this goes forward after going back.
act-next-pane = Next pane
act-next-pane-help = Go to the next pane
act-theme = Theme
act-theme-help = Change the theme: dark, light, high contrast, no colour
act-language = Language
act-language-help = Change the language, English or French
act-tour = Tour
act-tour-help = Take the tour of what you do here, step by step
act-sample = Sample
act-sample-help = Leave this and open the sample
act-switch-person = Switch person
act-switch-person-help = Look at the sample as somebody else
ask-cast = Look at the sample as whom?
act-bell = Bell
act-bell-help = Let the terminal ring when a request is given to you, or no longer
bell-on = The bell rings when a request is given to you.
bell-off = The bell is silent. bell = false in keys.toml keeps it so.
act-redraw = Draw again
act-redraw-help = Draw the screen again
act-quit = Leave
act-quit-help = Leave Entremise; drafts are kept

tour-keys = Tab skip · Shift-Tab back · Esc leave
tour-counts = { $done } done · { $read } read · { $n }/{ $of }
tour-try = Your turn: { $key } { $act }
tour-cannot = Not possible here now: choose another line, or Tab skips this step.
tour-done = ✓ Done
tour-over = Tour over: { $done } of { $of } steps done, { $read } only read. F4 starts it again.
tour-officer-1-title = Who owes the next step
tour-officer-1 =
    This is the inbox. Each line says by when and by whom the next step is owed: you, a colleague, the client, or nobody yet. What is overdue stands on top with “!”.
    Move with j and k, or the arrows.
tour-officer-2-title = Open a case
tour-officer-2 =
    Enter opens the request: who asks, what is proposed and why, whose turn it is, and everything that happened, on one timeline.
    j and k scroll, J and K go from case to case, Esc comes back to the list.
tour-officer-3-title = Assign it to yourself
tour-officer-3 =
    c assigns a request to you, and everybody sees it at once. If two of you press it, one wins, and the other is told who.
    a assigns it to somebody else. R confirms the person the routing table proposes.
tour-officer-4-title = Correct it
tour-officer-4 =
    S, 2, D and C in the list: the subject is unclear, several requests came in one email, no deadline is stated, or too many are in copy.
    l fixes them one by one, with a proposal ready each time.
tour-officer-5-title = Phone, then validate
tour-officer-5 =
    P logs a call: no answer, a message left, or what was said. The next step moves by itself, in office hours.
    v validates a serious request. x closes one that is not, with its reason.
tour-officer-6-title = The group, and why
tour-officer-6 =
    At home, or for a client the team knows, Subcontracting is proposed (SC); elsewhere, Client introduction (CI). The case shows the reason.
    Small letters are a proposal: b decides.
tour-officer-7-title = Write it down
tour-officer-7 =
    N writes a note beside the case; Ctrl-s adds it to the timeline.
    Your draft is saved as you type. Esc leaves it, “✎” marks it in the list, and N comes back to it.
tour-officer-8-title = Later, or done
tour-officer-8 =
    s snoozes a request: “tomorrow 14:00”, “+2d”, “fri”. It comes back by itself.
    w says whose turn it is. x closes with a reason, X reopens. Space marks several, for one action on all of them.
tour-officer-9-title = Find anything
tour-officer-9 =
    / filters the list as you type. f changes the view: yours, overdue, to validate… it also saves your own. o sorts by a column, V marks up to here.
    F searches everything that was ever written, emails and notes included.
tour-officer-10-title = Nothing to fear
tour-officer-10 =
    u undoes what you did, Ctrl-r redoes it: merges and splits too.
    ? shows the keys of the place, : finds any action by name, F4 brings this tour back. Have a good day!

tour-facilitator-1-title = What you may apply for
tour-facilitator-1 =
    This is the board. Each line is an opportunity: where, when, in which language, for how many, and for how much.
    Move with j and k, or the arrows.
tour-facilitator-2-title = Open an opportunity
tour-facilitator-2 =
    Its page says what is asked, who pays whom, and until when you may propose.
    Esc comes back to the list.
tour-facilitator-3-title = Go one step further
tour-facilitator-3 =
    Reading the request is one step, proposing is the next. The price in credits is shown before you accept it.
tour-facilitator-4-title = Propose
tour-facilitator-4 =
    Your price where it is yours to set, your dates, your words to the client. The draft is saved as you type.
    Esc leaves it, and the same key comes back to it.
tour-facilitator-5-title = Keep an eye on it
tour-facilitator-5 =
    A favourite stays in a separate list, and you see at once when it changes.
tour-facilitator-6-title = Change the view
tour-facilitator-6 =
    Everything, what you may propose for, your proposals, your missions: one key chooses.
tour-facilitator-7-title = Your credits
tour-facilitator-7 =
    How many of each kind are left, and every entry with its reason.
tour-facilitator-8-title = And the rest
tour-facilitator-8 =
    All keys of the place, with why one cannot be used just now. : finds any action by its name. 0 is Home: what waits for you.

tour-client-1-title = What waits for you
tour-client-1 =
    Home lists what you have to decide: quotations to accept, proposals to judge.
    Each line opens what it names; Esc comes back here.
tour-client-2-title = Say what interests you
tour-client-2 =
    On the page of a project are the proposals of the facilitators. Say of each whether it interests you; you can change your mind.
tour-client-3-title = Compare
tour-client-3 =
    Proposals side by side: price, dates, experience. From two proposals on.
tour-client-4-title = Select
tour-client-4 =
    Selecting one shows the terms first, and asks once. The facilitator then confirms them.
tour-client-5-title = And the rest
tour-client-5 =
    All keys of the place. 0 is Home, 2 the proposals you received, 8 your quotations.

tour-administrator-1-title = Somebody new
tour-administrator-1 =
    These are the people who may enter, and what they are. One key adds a person, invites one, or gives one a key.
    Esc leaves what is asked; nothing is saved.
tour-administrator-2-title = Find somebody
tour-administrator-2 =
    Move with j and k. / filters by name, email or role, o sorts.
tour-administrator-3-title = Open a person
tour-administrator-3 =
    Roles, keys, open invitations, and how much waits for them. Esc comes back.
tour-administrator-4-title = Shut somebody out
tour-administrator-4 =
    Disable a person, revoke a key, withdraw an invitation. It first says how many open sessions end. Esc leaves it.
tour-administrator-5-title = And the rest
tour-administrator-5 =
    All keys of the place. : finds any action by its name, , leads to other places. 0 is Home.

tour-reader-1-title = Home
tour-reader-1 =
    What waits for you, what you may do, the figures. Each line opens what it names; Esc comes back here.
tour-reader-2-title = Search
tour-reader-2 =
    In the requests (1), everything that was ever written, emails and notes included.
tour-reader-3-title = Filter
tour-reader-3 =
    In any list, as you type: names, numbers, or is:open, is:overdue…
tour-reader-4-title = Any action by its name
tour-reader-4 =
    Type a few letters of what you want to do. What cannot be done now says why.
tour-reader-5-title = And the rest
tour-reader-5 =
    All keys of the place. 0 is Home.

# The last line on a terminal whose session the house ended.
farewell-closing = The service is stopping. What you were writing is kept; come back in a moment.
farewell-revoked = Your key opens nothing any more, so this session ends. What you were writing is kept.
farewell-idle = No key was pressed for a long time, so this session ends. What you were writing is kept.
farewell-panicked = A fault in Entremise ended this session. Everything recorded is safe, and so is what you were writing.
idle-soon = No key was pressed for a long time: this session ends in a minute. Any key keeps it.
key-bound = This key is bound to you now: { $key }. To list your keys: { $door } key list
key-bound-named = The key “{ $name }” is bound to you now: { $key }. To list your keys: { $door } key list
not-now-too-many =
    { $n ->
        [one] You have one session open already: close it first.
       *[other] You have { $n } sessions open already: close one of them first.
    }
not-now-closing = The service is stopping; come back in a moment.
kept-text = What you wrote in your editor is kept in { $path }
farewell-stopped = Stopped.
farewell-long = The command took too long and was stopped.
jump-nowhere = None of your panes shows that.

# What went wrong with the store, for the person at the screen.
fault-full = The disk is full: free some space, then try again. Nothing has to be restarted.
fault-read-only = The disk cannot be written to: tell the person who runs the server.
fault-damaged = Something stored cannot be read: tell the person who runs the server.
fault-in-use = The store is in use elsewhere: try again later.
fault-newer = Something was stored by a newer Entremise: ask for this one to be upgraded.
fault-too-large = It is too large: make it smaller.
fault-other = The disk or the system failed: try again, and tell the person who runs the server.
fault-inside = Something went wrong inside. What was saved is safe; the details are in the log.
paste-too-long = More than { $most } KiB were pasted, and nothing was taken: paste it in parts.
editor-failed = Your editor could not be used: { $why }
not-remembered = Who you are could not be remembered: { $why }

# Why a command in words was not understood.
misread-command = There is no command “{ $word }”.
misread-option = “{ $word }” is not understood here.
misread-value = “{ $value }” is not possible for { $arg }.
misread-value-missing = { $arg } needs a value.
misread-missing = Missing: { $args }.
misread-twice = { $arg } is given twice.
misread-conflict = { $arg } cannot go together with { $other }.
misread-count = { $arg } has too many or too few values.
misread-choose = What to do is missing after the command.
misread-other = The command is not understood.
misread-quotes = The command cannot be read: a quotation mark is not closed.
misread-lang = The language { $word } is not known: write en or fr.
misread-near = Did you mean { $words }?
misread-possible = Possible: { $words }.
misread-usage = Usage: { $usage }
misread-help = To see all commands: { $help }

# What is wrong with a command in words.
plain-no-house = nothing is set up in this store yet; open `entremise` once, or run `entremise setup`
plain-no-number = “{ $text }” is not a number of this kind: write it like { $like }
plain-no-day = { $text } is not a day: write it like 2026-06-01
plain-no-version = { $of } has no such version
plain-no-pdf = the PDF of { $of } could not be made
plain-no-desk = { $text } is not a desk; they are { $known }
plain-no-contact = no contact writes from { $text }
plain-none-of-them = { $text } is not one of these: { $known }
plain-name-file = say what the file is called, with --name
plain-not-stored = the file could not be stored
plain-no-file = no file number { $n } goes with { $of }
plain-unreadable = { $name } cannot be read
plain-file-too-large = { $name } is too large: at most { $most } MiB can go with a proposal
plain-no-files-here = files of the server cannot be reached from here: pipe them through the line instead, with - for the file
plain-nothing-piped = nothing is piped into this command
plain-nobody = nobody here is called { $name }; `person list` names all
plain-several = { $name } can be several: { $all }; write the number
plain-so-many-files = { $of } has { $files } files; there is no { $n }
plain-file-no-text = a file is not text for a terminal: write it somewhere, with > { $name }
plain-file-gone = { $name } is not in the store any more
plain-no-key = { $text } is neither a key nor a file that can be read
plain-key-none = no key begins with { $text }; `key list` shows all
plain-key-several = { $n } keys begin with { $text }: write more of it
plain-no-time = { $text } is not a duration: write it like 30m, 2h or 3d
plain-no-role = { $text } is not a role; roles are { $known }
plain-too-long = { $name } is too long: at most { $most } bytes can be taken
plain-no-country = { $text } is not a country; write it like FR or France
plain-not-remembered = who you are could not be remembered
plain-not-known = nobody here is called { $name }; known are: { $known }
plain-not-known-lost = nobody here is called { $name }; known are: { $known } ({ $records } records of this store are lost, and other people perhaps with them: restore a backup)
plain-who = who are you? Open `entremise` once, or add --as NAME; known are: { $known }
plain-who-lost = who are you? Open `entremise` once, or add --as NAME; known are: { $known } ({ $records } records of this store are lost, and other people perhaps with them: restore a backup)
plain-not-written = it cannot be written
plain-not-all-saved = { $n } of { $of } files were not saved

# What was done by a command in words, and what there is none of.
said-set-up = { $of } is set up; { $name } is the first person. Next: entremise import FILE
said-person-added = { $name } added
said-person-roles = { $name }: { $roles }
said-person-in = { $name } has access again
said-person-out = { $name } has no access any more
said-person-edited = { $name }: name and email corrected
said-key-added = { $key } gives access to { $name }
said-key-named = { $key } is called { $name }
said-key-revoked = { $key } revoked: it opens nothing any more
said-no-keys = No key yet: `invite NAME` lets somebody bind one, `key add NAME LINE` adds one
said-withdrawn = { $invitation } withdrawn
said-code-until = Good once, until { $until }; shown now and never again
said-no-door = No server runs: start `entremise serve`, which says how to come in
said-door = They type: { $door }
said-no-invitation = No open invitation: `invite NAME` makes one
said-first-prices = No price list is set yet; these are examples to start from
said-prices = Price lists saved: { $n }; brands: { $brands }
said-routing = Routing table saved; rows: { $n }
said-no-files = No files with { $of }
said-not-saved = { $name } was not saved: { $why }
said-limit = { $n } of { $of }; --limit { $of } shows all
