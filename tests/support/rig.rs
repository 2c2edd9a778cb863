//! The workstation in process: a real desk in a temporary folder, its clock in the test's hand, and the
//! real screen drawn into a buffer. What the screen asks for is carried out by the interpreter that sessions run, one
//! thing after the other unless a test says otherwise. Nothing here sleeps, and every frame that is read is checked for what no terminal may get (WKS-6).

#[path = "rig/answers.rs"]
mod answers;

use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

use entremise::desk::views::Cancel;
use entremise::desk::{Desk, Searched, Searches};
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::person::{Permission, Preferences};
use entremise::domain::{Command, PersonId};
use entremise::session::{Came, Hands, House as AtHand, Wish};
use entremise::text::sanitise::is_forbidden;
use entremise::ui::kit::binding::Entry;
use entremise::ui::kit::depth::Depth;
use entremise::ui::kit::keys::{Chord, Input, Key, Mouse, MouseKind};
use entremise::ui::kit::texts::Lang;
use entremise::ui::kit::theme::Builtin;
use entremise::ui::kit::toast::Tone;
use entremise::ui::{App, Effect, Event, Settings};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

pub use self::answers::Answers;
pub use super::house::*;
use super::watch::Watch;

/// How a session is opened.
#[derive(Clone)]
pub struct Seat {
    /// Whose it is.
    pub who: PersonId,
    /// Columns and rows.
    pub size: (u16, u16),
    /// The language.
    pub lang: Lang,
    /// A theme asked for.
    pub theme: Option<Builtin>,
    /// The colours there are.
    pub depth: Depth,
    /// A key file.
    pub keys: String,
}

impl Seat {
    /// A French one of 80 × 24.
    pub fn of(who: PersonId) -> Seat {
        let (lang, depth) = (Lang::Fr, Depth::TrueColour);
        Seat {
            who,
            size: (80, 24),
            lang,
            theme: None,
            depth,
            keys: String::new(),
        }
    }

    /// In English, of this size.
    pub fn english(who: PersonId, size: (u16, u16)) -> Seat {
        Seat {
            size,
            lang: Lang::En,
            ..Seat::of(who)
        }
    }
}

/// One session of a house.
pub struct Rig {
    /// The house it is in.
    pub house: Rc<House>,
    seat: Seat,
    app: App,
    hands: Hands,
    /// The last frame, and where its cursor stands.
    drawn: Option<(Buffer, Option<Position>)>,
    /// How answers come; those that wait.
    answers: Answers,
    held: Vec<Event>,
    /// What the person does in their own editor.
    editor: fn(&str) -> Option<String>,
    /// The desk answers at once: one that does not ends the run.
    watch: Watch,
    /// How many commands the screen sent.
    pub sent: usize,
    /// How often the bell rang.
    pub rang: usize,
    /// What was copied last.
    pub copied: Option<String>,
    /// Whom it asked to go on as.
    pub becomes: Option<PersonId>,
    /// Whether it asked to end.
    pub gone: bool,
}

impl Rig {
    /// A French session of `who` at 80 × 24.
    pub fn new(house: &Rc<House>, who: PersonId) -> Rig {
        Rig::at(house, Seat::of(who))
    }

    /// A session like this one, where its person works: at requests, or else on the board. The tour is put away
    /// first.
    pub fn at(house: &Rc<House>, seat: Seat) -> Rig {
        let toured = Preferences {
            toured: true,
            ..Preferences::default()
        };
        if house
            .desk
            .published()
            .me(seat.who, house.now())
            .is_some_and(|me| !me.preferences.toured)
        {
            house.must(
                Some(seat.who),
                Command::People(PeopleCommand::ChangePreferences(toured)),
            );
        }
        let mut rig = Rig::first(house, seat);
        let me = house.desk.published().me(rig.seat.who, house.now());
        let reads = me.is_some_and(|me| me.may(Permission::ReadInbox));
        rig.keys(if reads { "1" } else { "2" });
        rig
    }

    /// A session as it begins on the first page, the tour put away.
    pub fn at_home(house: &Rc<House>, seat: Seat) -> Rig {
        let mut rig = Rig::at(house, seat);
        rig.keys("0");
        rig
    }

    /// Goes to people and their keys, which have no digit.
    pub fn at_people(&mut self) -> &mut Rig {
        self.keys(", p")
    }

    /// A session as it is the first time.
    pub fn first(house: &Rc<House>, seat: Seat) -> Rig {
        let settings = Settings {
            lang: Some(seat.lang),
            theme: seat.theme,
            env_lang: seat.lang,
            dark: true,
            depth: seat.depth,
            signs: entremise::text::signs::Signs::All,
            steers: true,
            local: true,
            keys: seat.keys.clone(),
        };
        let at_hand = AtHand {
            desk: house.desk.clone(),
            finder: Arc::new(Indexed(house.desk.clone())),
            remember: Arc::new(|_| Ok(())),
            // Two sessions of everybody; each key opened one.
            open: Arc::new(|_, key| if key.is_some() { 1 } else { 2 }),
            door: "ssh -p 2222 house.example".into(),
            idle: None,
            first_words: None,
            set_up: Arc::new(|_, _, _| Err("the house is set up".to_owned())),
        };
        let hands = {
            let _inside = house.runtime.enter();
            // No test writes files of this machine.
            Hands::new(at_hand, Some(seat.who), false, seat.lang)
        };
        let (app, effects) = App::new(settings, hands.opening(), house.now(), seat.size);
        let mut rig = Rig {
            house: Rc::clone(house),
            seat,
            app,
            hands,
            drawn: None,
            answers: Answers::of_this_run(),
            held: Vec::new(),
            editor: |_| None,
            watch: Watch::over("a screen that is opened"),
            sent: 0,
            copied: None,
            rang: 0,
            becomes: None,
            gone: false,
        };
        rig.perform(effects);
        rig.hear();
        rig
    }

    /// Presses the keys of a script: `j j c`, `Ctrl-r`, `Esc`.
    pub fn keys(&mut self, script: &str) -> &mut Rig {
        Input::script(script)
            .into_iter()
            .for_each(|input| self.input(input));
        self
    }

    /// Types a text letter by letter, blanks and line ends too.
    pub fn type_text(&mut self, text: &str) -> &mut Rig {
        for c in text.chars() {
            let key = if c == '\n' { Key::Enter } else { Key::Char(c) };
            self.input(Input::Key(Chord::plain(key)));
        }
        self
    }

    /// Pastes a text in one piece.
    pub fn paste(&mut self, text: &str) -> &mut Rig {
        self.input(Input::Paste(text.to_owned()));
        self
    }

    fn input(&mut self, input: Input) {
        self.watch.at(|| format!("what comes of {input:?}"));
        let late = self.take_late();
        self.tell(Event::Input(input));
        late.into_iter().for_each(|answer| {
            self.tell(answer);
        });
    }

    /// Presses one key without doing what the screen asks for: how much it asks for.
    pub fn only_press(&mut self, chord: Chord) -> usize {
        self.app.update(Event::Input(Input::Key(chord))).len()
    }

    /// What can be done where one is, and what cannot.
    pub fn entries(&self) -> Vec<Entry> {
        self.app.footer_entries()
    }

    /// The refusal that is said now.
    pub fn refusal(&self) -> Option<String> {
        let said = self.app.said();
        let refused = said.filter(|said| said.tone == Tone::Refused);
        refused.map(|said| said.words.clone())
    }

    /// Lets minutes pass: the desk does what is due, the screen hears of it.
    pub fn wait(&mut self, minutes: i64) -> &mut Rig {
        self.house.pass(minutes);
        self.tell(Event::Clock(self.house.now()))
    }

    /// Makes the terminal another size.
    pub fn resize(&mut self, width: u16, height: u16) -> &mut Rig {
        self.seat.size = (width, height);
        self.tell(Event::Resized(width, height))
    }

    /// Hears what was published meanwhile, as a session does by itself.
    fn hear(&mut self) {
        self.hear_late();
        for event in self.hands.news() {
            self.tell(event);
        }
        self.hear_late();
    }

    /// Clicks on the first `text` there is.
    pub fn click(&mut self, text: &str) -> &mut Rig {
        let row = self.row_of(text);
        let line = self.lines().swap_remove(row);
        let before = line.find(text).map_or("", |at| &line[..at]);
        let column = unicode_width::UnicodeWidthStr::width(before);
        let small = |n: usize| u16::try_from(n).expect("a screen");
        self.input(Input::Mouse(Mouse {
            kind: MouseKind::Press,
            column: small(column),
            row: small(row),
        }));
        self
    }

    /// Begins what the screen asks for: what is answered at once.
    fn begin(&mut self, effect: Effect) -> Vec<Event> {
        self.sent += usize::from(matches!(effect, Effect::Submit { .. }));
        if let Effect::Become(person) = &effect {
            self.becomes = Some(*person);
        }
        let mut events = VecDeque::new();
        match self.hands.perform(effect, &mut events) {
            Some(Wish::Edit(outside)) => {
                let text = (self.editor)(&outside.text);
                events.push_back(Event::Edited { outside, text });
            }
            Some(Wish::End(_)) => self.gone = true,
            Some(Wish::Copy(text)) => self.copied = Some(text),
            Some(Wish::Ring) => self.rang += 1,
            Some(Wish::Redraw) | None => {}
        }
        events.into()
    }

    /// Waits until all that was begun is done: what came of it.
    fn finish(&mut self) -> Vec<Event> {
        let mut events = Vec::new();
        while !self.hands.is_idle() {
            match self.house.runtime.block_on(self.hands.came(true)) {
                Came::Told(told) => events.extend(told),
                Came::Fault(fault) => panic!("{fault}"),
                Came::Done => {}
            }
        }
        self.hands.tell_attention();
        let fault = self.house.runtime.block_on(self.hands.store_drafts());
        assert!(fault.is_none(), "{fault:?}");
        events
    }

    /// Tells the screen something that is no input.
    pub fn tell(&mut self, event: Event) -> &mut Rig {
        let effects = self.update(event);
        self.perform(effects);
        self
    }

    fn update(&mut self, event: Event) -> Vec<Effect> {
        let effects = self.app.update(event);
        self.hands.speak(self.app.lang());
        effects
    }

    /// The frame as a terminal would get it.
    pub fn frame(&mut self) -> Buffer {
        self.hear();
        let (width, height) = self.seat.size;
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        let cursor = self.app.view(&mut buf);
        // A session draws nothing when the screen says that nothing changed: then nothing may have.
        if !self.app.take_changed()
            && let Some((drawn, stood)) = &self.drawn
        {
            assert_eq!(lines_of(drawn), lines_of(&buf), "it changed in silence");
            assert_eq!(*drawn, buf, "its looks changed in silence");
            assert_eq!(*stood, cursor, "the cursor moved in silence");
        }
        self.drawn = Some((buf.clone(), cursor));
        for cell in buf.content() {
            let symbol = cell.symbol();
            let joined = symbol.chars().count() > 1;
            // Inside a cluster a joiner or a selector belongs to the picture it is part of.
            let bad = |c: char| {
                is_forbidden(c) && !(joined && matches!(c, '\u{200d}' | '\u{fe0f}' | '\u{20e3}'))
            };
            assert!(!symbol.chars().any(bad), "a cell holds {symbol:?}");
            assert!(
                symbol.chars().count() <= 32,
                "a cell holds {} characters",
                symbol.chars().count()
            );
        }
        buf
    }

    /// Where the terminal's cursor stands: column and row.
    pub fn cursor(&mut self) -> Option<(usize, usize)> {
        self.frame();
        let at = self.drawn.as_ref().and_then(|(_, cursor)| *cursor);
        at.map(|at| (usize::from(at.x), usize::from(at.y)))
    }

    /// Hears what there is to hear since the last frame: whether anything is to be drawn by it.
    pub fn stirs(&mut self) -> bool {
        self.hear();
        let changed = self.app.take_changed();
        if changed {
            self.drawn = None;
        }
        changed
    }

    /// The lines of the screen.
    pub fn lines(&mut self) -> Vec<String> {
        let buf = self.frame();
        let lines = lines_of(&buf);
        assert!(
            !lines.concat().contains('⟦'),
            "a text is missing:\n{}",
            lines.join("\n")
        );
        lines
    }

    /// The screen as one text.
    pub fn screen(&mut self) -> String {
        self.lines().join("\n")
    }

    /// The last line: what can be done, and what was just done.
    pub fn footer(&mut self) -> String {
        self.lines().pop().unwrap_or_default()
    }

    /// The first line that has `text` in it.
    pub fn line_with(&mut self, text: &str) -> String {
        let at = self.row_of(text);
        self.lines().swap_remove(at)
    }

    /// The number of the first line that has `text` in it.
    pub fn row_of(&mut self, text: &str) -> usize {
        let lines = self.lines();
        // The mark of what is selected also stands in the header and before the title of what has the keys.
        let heads = |line: &str| text.starts_with('▌') && line.starts_with([' ', '▌', '╭']);
        let found = lines
            .iter()
            .position(|line| line.contains(text) && !heads(line));
        found.unwrap_or_else(|| panic!("no line has {text:?}:\n{}", lines.join("\n")))
    }

    /// Fails unless all of `texts` are on the screen.
    pub fn sees(&mut self, texts: &[&str]) -> &mut Rig {
        let screen = self.screen();
        for text in texts {
            assert!(
                screen.contains(text),
                "{text:?} is not on the screen:\n{screen}"
            );
        }
        self
    }

    /// Fails if `text` is on the screen.
    pub fn misses(&mut self, text: &str) -> &mut Rig {
        let screen = self.screen();
        assert!(
            !screen.contains(text),
            "{text:?} is on the screen:\n{screen}"
        );
        self
    }

    /// The style of the first cell of `text`, where it stands first.
    pub fn style_at(&mut self, text: &str) -> Style {
        let row = self.row_of(text);
        let line = self.lines().swap_remove(row);
        let before = line.find(text).map_or("", |at| &line[..at]);
        let x = unicode_width::UnicodeWidthStr::width(before);
        let buf = self.frame();
        buf[(x as u16, row as u16)].style()
    }
}

/// The lines of a buffer, without the blanks at their ends.
fn lines_of(buf: &Buffer) -> Vec<String> {
    let mut lines = Vec::new();
    for y in 0..buf.area.height {
        let (mut line, mut skip) = (String::new(), 0);
        for x in 0..buf.area.width {
            if skip == 0 {
                let symbol = buf[(x, y)].symbol();
                line.push_str(symbol);
                skip = unicode_width::UnicodeWidthStr::width(symbol).max(1);
            }
            skip -= 1;
        }
        // French sets blanks that do not break before its signs; tests write plain ones.
        lines.push(
            line.replace(['\u{a0}', '\u{202f}'], " ")
                .trim_end()
                .to_owned(),
        );
    }
    lines
}

/// Full texts of a house, searched once everything can be found.
struct Indexed(Desk);

impl Searches for Indexed {
    fn begin(&self) {}

    fn find(&self, me: PersonId, words: &str, _: &Cancel) -> Searched {
        search(&self.0, me, words)
    }
}
