//! Home: what waits for this person, most pressing first, then the week, then what goes with what they are. Every
//! line that names a thing is a jump to it; nothing is decided from here. What can be done is in `bindings`, how
//! the page is laid out in `page`.

mod around;
mod beside;
mod bindings;
mod page;
mod table;
mod whom;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::page::{Page, Side};
use crate::desk::views::{Home, Lately, Matter, Waiting, Waits};
use crate::domain::person::Role;
use crate::domain::{Millis, Seq};
use crate::ui::frame::{Ctx, Kind, Looked, Out, Pane, Sign, Unsent, Wanted, entries_of};
use crate::ui::frame::{keymap_of, signs};
use crate::ui::kit::binding::offers::{Offered, Offers};
use crate::ui::kit::binding::{Dispatch, Entry};
use crate::ui::kit::keymap::{KeyProblem, Keymap, Overrides};
use crate::ui::kit::keys::{Chord, Input, Key, MouseKind};
use crate::ui::kit::list::{MOVES, Viewport};
use crate::ui::kit::look::Look;
use crate::ui::message::{Effect, Event, Jump};

const MINUTE: Millis = 60_000;
/// Rows that the wheel moves.
const WHEEL: isize = 3;

/// The first page.
pub struct HomePane {
    ctx: Ctx,
    out: Out,
    keymap: Keymap,
    moves: Keymap,
    home: Home,
    /// What they did last, once it came, and the newest record and the roles it was asked for with.
    lately: Vec<Lately>,
    reading: Wanted<Vec<Lately>>,
    did: (Option<Seq>, Vec<Role>),
    page: Page,
    /// Which of the lines that lead somewhere is selected.
    stops: Viewport,
    /// What that leads to: it stays selected while it is there.
    told: Option<Jump>,
    area: Rect,
}

/// Where a thing is shown.
fn jump_to(of: Matter) -> Jump {
    match of {
        Matter::Request(id) => Jump::Request(id),
        Matter::Quotation(id) => Jump::Quotation(id),
        Matter::Opportunity(id) => Jump::Opportunity(id),
    }
}

impl HomePane {
    /// Takes what the session sees now; yields whether the page is another. One that is not keeps its layout, unless
    /// that is wanted `anew`: most of what happens in a house is not on it.
    fn look_again(&mut self, anew: bool) -> bool {
        let home = self.ctx.sight.home(self.ctx.now);
        let other = home != self.home;
        self.home = home;
        // What may be told of it depends on what they are.
        let did = (self.ctx.sight.did_last(), self.ctx.me.roles.clone());
        if did != self.did {
            if did.1 != self.did.1 {
                self.lately.clear();
            }
            self.did = did;
            self.reading.ask_only(Lately::look(), &mut self.out);
        }
        if other || anew {
            self.lay_out();
        }
        other
    }

    /// Lays the page out for where it stands.
    fn lay_out(&mut self) {
        self.page = self.laid_out(self.area);
        let jumps = self.page.jumps();
        let at = |to: &Jump| jumps.iter().position(|jump| jump == to);
        let found = self.told.as_ref().and_then(at);
        self.stops.follow(jumps.len(), found);
        // All of them are on the page: what is scrolled is the page.
        self.stops.height = jumps.len().max(1);
        self.settle();
    }

    /// Follows a selection that changed.
    fn settle(&mut self) {
        self.told = self.page.jumps().get(self.stops.selected).copied();
        self.page.show(self.stops.selected);
    }

    /// Goes to what is selected.
    fn open(&mut self) {
        self.out.jump = self.told;
    }

    /// The mail address of who looks after a client, or of whom a facilitator asks first.
    fn mail(&self) -> Option<&str> {
        let contact = self.home.contact.as_ref();
        let contact = contact.map(|contact| contact.email.as_str());
        let contact = contact.filter(|email| !email.is_empty());
        contact.or_else(|| self.home.whom.as_ref()?.email())
    }

    /// Copies it.
    fn copy_mail(&mut self) {
        let Some(mail) = self.mail().map(str::to_owned) else {
            return;
        };
        let id = match self.ctx.steers {
            true => "copy-done",
            false => "copy-cannot",
        };
        let words = self.ctx.texts.with(id, &[("text", mail.as_str().into())]);
        self.out.effects.push(Effect::Copy(mail));
        self.out.say(words);
    }

    fn opens(&self) -> bool {
        self.told.is_some()
    }

    fn press(&mut self, input: &Input) -> bool {
        let Input::Mouse(mouse) = input else {
            return false;
        };
        match mouse.kind {
            MouseKind::Press => match self.page.stop_at(mouse.column, mouse.row) {
                Some(stop) if stop == self.stops.selected => self.open(),
                Some(stop) => self.stops.select(stop),
                None => return false,
            },
            MouseKind::WheelDown => self.stops.by(WHEEL),
            MouseKind::WheelUp => self.stops.by(-WHEEL),
            _ => return false,
        }
        self.settle();
        true
    }

    fn run(&mut self, dispatch: Dispatch<HomePane>) -> bool {
        match dispatch {
            Dispatch::Run(binding) => (binding.run)(self),
            Dispatch::Refused(_, reason) => {
                let words = reason.text(&self.ctx.texts);
                self.out.refuse(words);
            }
            Dispatch::Unbound => return false,
        }
        true
    }

    /// Goes to the other side of the page.
    fn cross(&mut self, to: Side) -> bool {
        let found = self.page.first_of(to);
        if let Some(stop) = found {
            self.stops.select(stop);
            self.settle();
        }
        found.is_some()
    }
}

impl Pane for HomePane {
    fn renew(&mut self, ctx: Ctx) -> bool {
        let before = std::mem::replace(&mut self.ctx, ctx);
        let ctx = &self.ctx;
        let later = ctx.now.div_euclid(MINUTE) != before.now.div_euclid(MINUTE);
        let same = ctx.sight.seq() == before.sight.seq() && ctx.texts.lang() == before.texts.lang();
        if same && !later {
            return false;
        }
        let differs = ctx_differs(&self.ctx, &before);
        let other = self.look_again(later || differs);
        other || later || differs
    }

    fn clock(&mut self, now: Millis) {
        self.ctx.now = now;
    }

    fn resize(&mut self, area: Rect) {
        if self.area != area {
            self.area = area;
            self.lay_out();
        }
    }

    fn take_answer(&mut self, answer: Event) -> Option<Event> {
        let Event::Looked { token, found } = answer else {
            return Some(answer);
        };
        // What cannot be read is not shown: nobody asked for it, and who opens the thing is told.
        let found = found.ok();
        let found = found.and_then(|found| self.reading.take(&mut Looked::new(token, found)));
        if let Some(lately) = found {
            self.lately = lately;
            self.lay_out();
        }
        None
    }

    fn input(&mut self, input: &Input) -> bool {
        let Input::Key(chord) = input else {
            return self.press(input);
        };
        // With Alt they go back and forward.
        let plain = |key| *chord == Chord::plain(key);
        if plain(Key::Right) && self.cross(Side::Right)
            || plain(Key::Left) && self.cross(Side::Left)
        {
            return true;
        }
        if let Dispatch::Run(binding) = MOVES.dispatch(&self.moves, *chord, &self.stops) {
            (binding.run)(&mut self.stops);
            self.settle();
            return true;
        }
        let dispatch = bindings::SCOPE.dispatch(&self.keymap, *chord, self);
        self.run(dispatch)
    }

    fn choose(&mut self, scope: &str, id: &str) -> bool {
        if scope != bindings::SCOPE.id {
            return false;
        }
        let dispatch = bindings::SCOPE.choose(id, self);
        self.run(dispatch)
    }

    fn points_at(&self) -> Option<Jump> {
        let things = |to: &Jump| {
            matches!(
                to,
                Jump::Request(_) | Jump::Quotation(_) | Jump::Opportunity(_)
            )
        };
        self.told.filter(things)
    }

    fn typing(&self) -> bool {
        false
    }

    fn unsent(&self) -> Unsent {
        Unsent::Kept
    }

    fn entries(&self) -> Vec<Vec<Entry>> {
        vec![
            bindings::SCOPE.entries(&self.keymap, self),
            MOVES.entries(&self.moves, &self.stops),
        ]
    }

    fn offers(&self) -> Vec<Box<dyn Offers + '_>> {
        vec![
            Box::new(Offered::new(&bindings::SCOPE, &self.keymap, self)),
            Box::new(Offered::new(&MOVES, &self.moves, &self.stops)),
        ]
    }

    fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        self.page.view(self.stops.selected, area, buf, look);
    }

    fn out(&mut self) -> &mut Out {
        &mut self.out
    }
}

/// Whether words on the page may differ, though nothing that waits does.
fn ctx_differs(now: &Ctx, before: &Ctx) -> bool {
    now.texts.lang() != before.texts.lang() || now.me != before.me
}

impl Kind for HomePane {
    const NAME: &'static str = "home";

    fn begin(ctx: Ctx, keys: &Overrides, out: Out) -> (Self, Vec<KeyProblem>) {
        let mut problems = Vec::new();
        let mut pane = HomePane {
            keymap: keymap_of(&bindings::SCOPE, keys, &mut problems),
            moves: keymap_of(&MOVES, keys, &mut problems),
            ctx,
            out,
            home: Home::default(),
            lately: Vec::new(),
            reading: Wanted::default(),
            did: (None, Vec::new()),
            page: Page::default(),
            stops: Viewport::default(),
            told: None,
            area: Rect::default(),
        };
        pane.look_again(true);
        (pane, problems)
    }

    /// Its own title says how much there is.
    fn waiting(_: &Waits) -> Waiting {
        Waiting::default()
    }

    fn signs() -> &'static [Sign] {
        &[signs::LATE, signs::NEW]
    }

    fn all_entries() -> Vec<Vec<Entry>> {
        vec![entries_of(&bindings::SCOPE)]
    }
}
