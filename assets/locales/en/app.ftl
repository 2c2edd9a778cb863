# The screen as a whole: the entrance, what can be done everywhere, the tour.

sample-house = sample
desk-closed = Not saved: Entremise is shutting down. Press Ctrl-q to quit, then start it again
leave-kept = { $key } quits Entremise; the draft is saved
leave-lost = The text in this box is not saved: press Esc to close it, then { $key } to quit
no-screen = This terminal cannot show the full screen. Use commands instead, for example { $command } inbox; { $command } --help lists them all.
no-such-key = { $key } ({ $verb }) does nothing here: ? shows the keys you can use
no-such-pane = There is no pane { $n }: the top line shows those you have

who-are-you = Who are you?

setup-title = Welcome to Entremise
setup-welcome = Answer three questions and you are ready. Everything stays on this computer, and you can change it all later.
setup-name = Your name
setup-house = Organisation
setup-country = Home country
setup-country-hint = type to search
setup-keys = Enter next · Ctrl-s open · Esc quit
setup-sample = F2 opens sample data: look around, you cannot break anything

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
act-go-to-help = Go to a pane, your profile and more: then press a letter
act-copy = Copy
act-copy-help = Copy an email address, a phone number or the reference number
copy-ask = Copy what?
copy-mail = Email address
copy-phone = Phone
copy-introduction = Introduction message
copy-number = Reference number
copy-done = Copied: { $text }
copy-cannot = This terminal does not allow copying. Select the text with the mouse: { $text }
why-nothing-to-copy = There is nothing to copy here: select a line first.
leading-title = , Go to
leading-nothing = , { $key } goes nowhere. Press a letter shown here, or Esc.
leading-visited = Last visited
act-go-back = Go back
act-go-back-help = Go back to where you were, across panes
act-go-forward = Go forward
act-go-forward-help = Go forward again, after going back
why-nothing-behind = There is nothing to go back to yet.
why-nothing-ahead = There is nothing to go forward to: go back first.
act-next-pane = Next pane
act-next-pane-help = Go to the next pane
act-theme = Theme
act-theme-help = Change the theme: dark, light, high contrast, no colour
act-language = Language
act-language-help = Change the language, English or French
act-tour = Tour
act-tour-help = Take the tour of what you do here, step by step
act-sample = Open sample data
act-sample-help = Close this and open the sample data
act-switch-person = Switch person
act-switch-person-help = See the sample data as another person
ask-cast = See the sample data as which person?
act-bell = Bell
act-bell-help = Turn the bell on or off for requests assigned to you
bell-on = The bell rings when a request is assigned to you.
bell-off = The bell is off. To keep it off, write bell = false in keys.toml.
act-redraw = Redraw
act-redraw-help = Redraw the screen
act-quit = Quit
act-quit-help = Quit Entremise; drafts are saved

tour-keys = Tab skip · Shift-Tab back · Esc end
tour-counts = { $done } done · { $read } read · { $n }/{ $of }
tour-try = Your turn: { $key } { $act }
tour-cannot = Not possible here right now: choose another line, or press Tab to skip this step.
tour-done = ✓ Done
tour-over = Tour over: { $done } of { $of } steps done, { $read } only read. F4 starts it again.
tour-officer-1-title = Whose turn is it?
tour-officer-1 =
    This is the inbox. Each line shows whose turn it is and by when: you, a colleague, the client, or nobody yet. Overdue requests are at the top with “!”.
    Move with j and k, or the arrows.
tour-officer-2-title = Open a request
tour-officer-2 =
    Enter opens the request: who asks, what is proposed and why, whose turn it is, and everything that has happened, on one timeline.
    j and k scroll, J and K go from request to request, Esc goes back to the list.
tour-officer-3-title = Assign it to yourself
tour-officer-3 =
    c assigns a request to you, and everybody sees it at once. If two of you press it, one wins, and the other is told who.
    a assigns it to somebody else. R confirms the person the routing table proposes.
tour-officer-4-title = Fix it
tour-officer-4 =
    S, 2, D and C in the list: the subject is unclear, several requests came in one email, there is no deadline, or too many people are copied in.
    l fixes them one by one, and suggests a correction each time.
tour-officer-5-title = Phone, then validate
tour-officer-5 =
    P logs a call: no answer, a message left, or what was said. The next step then gets its new date, counted in office hours.
    v validates a serious request. x closes one that is not, with a reason.
tour-officer-6-title = The group, and why
tour-officer-6 =
    In our home country, or for a client the team knows, Subcontracting is proposed (SC); abroad, Client introduction (CI). The page shows the reason.
    Small letters are only a suggestion: b decides.
tour-officer-7-title = Write it down
tour-officer-7 =
    N writes a note beside the request; Ctrl-s adds it to the timeline.
    Your draft is saved as you type. Esc closes it, “✎” marks it in the list, and N resumes it.
tour-officer-8-title = Later, or done
tour-officer-8 =
    s snoozes a request: “tomorrow 14:00”, “+2d”, “fri”. It comes back by itself.
    w sets whose turn it is. x closes with a reason, X reopens. Space marks several requests, to act on all of them at once.
tour-officer-9-title = Find anything
tour-officer-9 =
    / filters the list as you type. f changes the view: yours, overdue, to validate… and saves your own. o sorts by a column, V marks everything up to the selected line.
    F searches everything ever written, emails and notes included.
tour-officer-10-title = Undo anything
tour-officer-10 =
    u undoes what you did, Ctrl-r redoes it, merges and splits included.
    ? shows the keys you can use, : finds any action by name, F4 restarts this tour. Have a good day!

tour-facilitator-1-title = What you can apply for
tour-facilitator-1 =
    This is the board. Each line is an opportunity: where, when, in which language, for how many, and for how much.
    Move with j and k, or the arrows.
tour-facilitator-2-title = Open an opportunity
tour-facilitator-2 =
    Its page shows what is needed, who pays whom, and until when you can apply.
    Esc goes back to the list.
tour-facilitator-3-title = Take the next step
tour-facilitator-3 =
    Viewing the full request is one step, sending a proposal is the next. You see the price in credits before you accept it.
tour-facilitator-4-title = Write your proposal
tour-facilitator-4 =
    Enter your price (if it is yours to set), your dates, and your text to the client. The draft is saved as you type.
    Esc closes it, and the same key reopens it.
tour-facilitator-5-title = Keep an eye on it
tour-facilitator-5 =
    Favourites are kept in a separate view, and you see at once when one changes.
tour-facilitator-6-title = Change the view
tour-facilitator-6 =
    All opportunities, those you can apply for, your proposals, your missions: one key switches between them.
tour-facilitator-7-title = Your credits
tour-facilitator-7 =
    How many credits of each kind you have left, and every entry with its reason.
tour-facilitator-8-title = Everything else
tour-facilitator-8 =
    All the keys you can use here, and why one cannot be used right now. : finds any action by its name. 0 is Home: what is waiting for you.

tour-client-1-title = What is waiting for you
tour-client-1 =
    Home lists what you have to decide: quotations to accept, proposals to judge.
    Enter opens a line; Esc comes back here.
tour-client-2-title = Say what interests you
tour-client-2 =
    A project’s page lists the facilitators’ proposals. Mark each one as interesting or not; you can change your mind.
tour-client-3-title = Compare
tour-client-3 =
    See proposals side by side: price, dates, experience. There must be at least two.
tour-client-4-title = Select
tour-client-4 =
    You see the terms first, then confirm your choice. The facilitator then confirms the terms too.
tour-client-5-title = Everything else
tour-client-5 =
    All the keys you can use here. 0 is Home, 2 the proposals you received, 8 your quotations.

tour-administrator-1-title = Somebody new
tour-administrator-1 =
    These are the people with access, and their roles. One key adds a person, invites one, or adds an SSH key.
    Esc cancels; nothing is saved.
tour-administrator-2-title = Find somebody
tour-administrator-2 =
    Move with j and k. / filters by name, email or role, o sorts.
tour-administrator-3-title = Open a person
tour-administrator-3 =
    Roles, keys, open invitations, and how much is waiting for them. Esc goes back.
tour-administrator-4-title = Close access
tour-administrator-4 =
    Close a person’s access, revoke a key, withdraw an invitation. You first see how many open sessions will end. Esc cancels.
tour-administrator-5-title = Everything else
tour-administrator-5 =
    All the keys you can use here. : finds any action by its name, and , goes to other panes. 0 is Home.

tour-reader-1-title = Home
tour-reader-1 =
    What is waiting for you, what you can do, and the figures. Enter opens a line; Esc comes back here.
tour-reader-2-title = Search
tour-reader-2 =
    Search everything ever written in the requests (1), emails and notes included.
tour-reader-3-title = Filter
tour-reader-3 =
    Filter any list as you type: by names, numbers, or is:open, is:overdue…
tour-reader-4-title = Any action by its name
tour-reader-4 =
    Type a few letters of what you want to do. If it is not possible now, you see why.
tour-reader-5-title = Everything else
tour-reader-5 =
    All the keys you can use here. 0 is Home.

# The last line on a terminal whose session the house ended.
farewell-closing = The server is stopping. What you were writing is saved; log in again in a moment.
farewell-revoked = Your key no longer gives access, so this session has ended. What you were writing is saved.
farewell-idle = This session has ended because no key was pressed for a long time. What you were writing is saved.
farewell-panicked = An error in Entremise ended this session. Everything you saved is safe, and so is what you were writing.
idle-soon = No key was pressed for a long time: this session ends in a minute. Press any key to stay.
key-bound = This key now logs you in: { $key }. To list your keys: { $door } key list
key-bound-named = The key “{ $name }” now logs you in: { $key }. To list your keys: { $door } key list
not-now-too-many =
    { $n ->
        [one] You have one session open already: close it first.
       *[other] You have { $n } sessions open already: close one of them first.
    }
not-now-closing = The server is stopping; try again in a moment.
kept-text = The text from your editor is saved in { $path }
farewell-stopped = Stopped.
farewell-long = The command took too long and was stopped.
jump-nowhere = None of your panes can show that.

# What went wrong with the store, for the person at the screen.
fault-full = The disk is full: free some space, then try again. Nothing has to be restarted.
fault-read-only = The disk cannot be written to: tell the person who runs the server.
fault-damaged = Some stored data cannot be read: tell the person who runs the server.
fault-in-use = Another program is using the data: try again later.
fault-newer = Some data was saved by a newer version of Entremise: ask for this one to be upgraded.
fault-too-large = This is too large to save: make it smaller.
fault-other = The disk or the system failed: try again, and tell the person who runs the server.
fault-inside = Something went wrong in Entremise. What was saved is safe; the details are in the log.
paste-too-long = The text you pasted is larger than { $most } KiB, so nothing was inserted: paste it in parts.
editor-failed = Your editor could not be used: { $why }
not-remembered = Your name could not be saved on this computer: { $why }

# Why a command in words was not understood.
misread-command = There is no command “{ $word }”.
misread-option = “{ $word }” is not understood here.
misread-value = “{ $value }” is not a valid value for { $arg }.
misread-value-missing = { $arg } needs a value.
misread-missing = Missing: { $args }.
misread-twice = { $arg } is given twice.
misread-conflict = { $arg } cannot be used with { $other }.
misread-count = { $arg } has too many or too few values.
misread-choose = Add what to do after the command’s name.
misread-other = The command is not understood.
misread-quotes = The command cannot be read: a quotation mark is not closed.
misread-lang = The language { $word } is not known: write en or fr.
misread-near = Did you mean { $words }?
misread-possible = Possible: { $words }.
misread-usage = Usage: { $usage }
misread-help = To see all commands: { $help }

# What is wrong with a command in words.
plain-no-house = nothing is set up here yet; start `entremise` once, or run `entremise setup`
plain-no-day = { $text } is not a day: write it like 2026-06-01
plain-no-version = { $of } has no such version
plain-no-pdf = the PDF of { $of } could not be made
plain-no-contact = no contact has the email address { $text }
plain-none-of-them = { $text } is not one of these: { $known }
plain-name-file = give the file a name with --name
plain-not-stored = the file could not be stored
plain-no-file = { $of } has no file number { $n }
plain-unreadable = { $name } cannot be read
plain-file-too-large = { $name } is too large: at most { $most } MiB can go with a proposal
plain-no-files-here = files on the server cannot be opened from here: pipe your own file in, with - in its place
plain-nothing-piped = nothing was piped into this command: add < FILE
plain-nobody = nobody here is called { $name }; `person list` lists everybody
plain-several = { $name } matches several people: { $all }; write the number
plain-so-many-files = { $of } has { $files } files; there is no file { $n }
plain-file-no-text = this file cannot be shown in a terminal: save it with > { $name }
plain-file-gone = { $name } is no longer stored
plain-no-key = { $text } is neither a key nor a file that can be read
plain-key-none = no key begins with { $text }; `key list` shows all
plain-key-several = { $n } keys begin with { $text }: type more of it
plain-no-time = { $text } is not a duration: write it like 30m, 2h or 3d
plain-no-role = { $text } is not a role; roles are { $known }
plain-too-long = { $name } is too long: at most { $most } bytes are accepted
plain-no-country = { $text } is not a country; write it like FR or France
plain-not-remembered = your name could not be saved on this computer
plain-not-known = nobody here is called { $name }; choose one of: { $known }
plain-not-known-lost = nobody here is called { $name }; choose one of: { $known } (others may be missing, because { $records } records are lost: restore a backup)
plain-who = who are you? Start `entremise` once, or add --as NAME, one of: { $known }
plain-who-lost = who are you? Start `entremise` once, or add --as NAME, one of: { $known } (others may be missing, because { $records } records are lost: restore a backup)
plain-not-written = the file cannot be written
plain-not-all-saved = { $n } of { $of } files were not saved

# What was done by a command in words, and what there is none of.
said-set-up = { $of } is set up; { $name } is the first person. Next: entremise import FILE
said-person-added = { $name } added
said-person-roles = { $name }: { $roles }
said-person-in = { $name } has access again
said-person-out = { $name } no longer has access
said-person-edited = { $name }: name and email corrected
said-key-added = { $name } can now log in with { $key }
said-key-named = { $key } is now called { $name }
said-key-revoked = { $key } revoked: it no longer gives access
said-no-keys = No key yet: `invite NAME` lets somebody add theirs, `key add NAME LINE` adds one
said-withdrawn = { $invitation } withdrawn
said-code-until = Works once, until { $until }; it is not shown again
said-no-door = No server is running: start `entremise serve`, which prints the line to type
said-door = They type: { $door }
said-no-invitation = No open invitation: `invite NAME` makes one
said-first-prices = No price list is set yet; these are examples to start from
said-first-prices-own = No price list is set yet; this is how one is written with your own units
said-no-units = No price list is set yet, and there is no unit to price: `lists --only unit` prints the units to edit
said-wording = Papers in { $language }: wording saved
said-reading = Emails in { $language }: words saved. What was read before stays as it is.
said-reading-would = Emails in { $language }: what would change
said-reading-added = { $list }: added { $words }
said-reading-removed = { $list }: removed { $words }
said-prices = Price lists saved: { $n }; brands: { $brands }
said-brief-missing = Still missing for the R1: { $missing }
said-lists = { $n ->
    [0] Nothing to change in the lists
    [one] { $n } list changed
   *[other] { $n } lists changed
}
said-lists-would = { $n ->
    [0] Nothing to change in the lists
    [one] { $n } list would change
   *[other] { $n } lists would change
}
said-list-change = { $list }: { $added } added, { $changed } changed, { $retired } retired, { $removed } removed
said-routing = Routing table saved; rows: { $n }
said-no-files = { $of } has no files
said-not-saved = { $name } was not saved: { $why }
said-limit = { $n } of { $of }; --limit { $of } shows all
