//! A list pane as a pane: its parts joined. Which of them an input is for, and what lies above what.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::out::{Ctx, Out};
use super::pane::{Kind, Pane, Unsent, entries_of};
use super::signs::Sign;
use super::view::Table;
use super::{Browse, Focus, Frame, ListPane, Looked, asking, texts};
use crate::desk::views::{Onlookers, Waiting, Waits};
use crate::domain::Millis;
use crate::ui::frame::ask::is_overtaken;
use crate::ui::kit::binding::offers::{Offered, Offers};
use crate::ui::kit::binding::{Dispatch, Entry};
use crate::ui::kit::keymap::{KeyProblem, Overrides};
use crate::ui::kit::keys::{Chord, Input, Key};
use crate::ui::kit::list_view::rows_area;
use crate::ui::kit::look::Look;
use crate::ui::message::{Attention, Event, Jump};

impl<P: ListPane> Pane for P {
    fn renew(&mut self, ctx: Ctx) -> bool {
        let before = std::mem::replace(&mut self.frame_mut().ctx, ctx);
        let shows = self.renewed(&before);
        let seen = self.ctx().sight.seq();
        self.frame_mut().browse.seen(seen);
        shows
    }

    fn clock(&mut self, now: Millis) {
        self.frame_mut().ctx.now = now;
    }

    fn present(&mut self, onlookers: Onlookers) -> bool {
        let here = &mut self.frame_mut().ctx.onlookers;
        let before = std::mem::replace(here, onlookers);
        self.others(&before)
    }

    fn attention(&self) -> Attention {
        self.attends()
    }

    fn resize(&mut self, area: Rect) {
        if self.frame_mut().browse.resize(area) {
            self.sync();
            self.write();
            self.resized();
            let about = self.beside_text();
            let open = self.frame_mut().texts.open.as_mut();
            if let (Some(about), Some(open)) = (about, open.filter(|open| !open.told)) {
                open.about.1 = about;
            }
        }
    }

    fn take_answer(&mut self, answer: Event) -> Option<Event> {
        match answer {
            Event::Answered { token, answer } => {
                let (frame, done) = (self.frame_mut(), answer.is_ok());
                frame.asking.settle(token, done);
                frame.texts.settle(token, done, &mut frame.out);
                let (seq, seen) = (
                    answer.as_ref().ok().map(|done| done.seq),
                    frame.ctx.sight.seq(),
                );
                frame.browse.settle(token, seq, seen);
                self.answered(token, &answer);
                bring_back(self);
                if is_overtaken(&answer) {
                    asking::overtaken(self);
                    let texts = &mut self.frame_mut().texts;
                    texts.overtaken = texts.open.is_some();
                }
                None
            }
            Event::Looked { token, found } => {
                match found {
                    Ok(found) => self.looked(&mut Looked::new(token, found)),
                    Err(words) => self.frame_mut().out.refuse(words),
                }
                None
            }
            Event::Drafts { keys, .. } => {
                let frame = self.frame_mut();
                match keys {
                    Ok(keys) => frame.texts.drafts.listed(keys.into_iter()),
                    Err(words) => frame.out.refuse(words),
                }
                None
            }
            answer @ (Event::Draft { .. } | Event::Edited { .. }) => {
                let left = texts::written(self, answer)?;
                self.take(left)
            }
            other => self.take(other),
        }
    }

    fn input(&mut self, input: &Input) -> bool {
        let taken = acting(self, |pane| put(pane, input));
        bring_back(self);
        taken
    }

    fn choose(&mut self, scope: &str, id: &str) -> bool {
        if scope != P::scope().id {
            return self.choose_above(scope, id);
        }
        acting(self, |pane| {
            let dispatch = P::scope().choose(id, pane);
            run(pane, dispatch)
        })
    }

    fn jump(&mut self, to: Jump) -> bool {
        self.go(to)
    }

    fn shown(&self) -> Option<Jump> {
        let browse = &self.frame().browse;
        let open = browse.selected().filter(|_| browse.focus == Focus::Card);
        open.and_then(P::named)
    }

    fn is_come_for(&self) -> bool {
        let came_for = self.frame().browse.is_held() || self.is_what_came_for();
        came_for && !self.typing() && !self.has_step_back()
    }

    fn close(&mut self) {
        self.close_card();
    }

    fn take_up(&mut self, to: Jump) -> bool {
        if self.typing() || P::AFAR.is_empty() {
            return false;
        }
        let lent = self.frame().browse.is_lent();
        self.frame_mut().browse.lend();
        let taken = self.go(to);
        if !taken && !lent {
            self.frame_mut().browse.keep();
        }
        taken
    }

    fn give_back(&mut self) {
        if let Some(offset) = self.frame_mut().browse.give_back() {
            self.sync();
            self.frame_mut().browse.scroll.offset = offset;
        }
    }

    fn keep(&mut self) {
        self.frame_mut().browse.keep();
    }

    fn entries_afar(&self) -> Vec<Entry> {
        let all = Pane::entries(self).into_iter().flatten();
        let afar = |entry: &Entry| entry.scope == P::scope().id && P::AFAR.contains(&entry.id);
        all.filter(afar).collect()
    }

    fn offers_afar(&self) -> Option<Box<dyn Offers + '_>> {
        let free = !self.typing() && self.entries_above().is_none();
        let offered = || Offered::new(P::scope(), &self.frame().keymap, self).only(P::AFAR);
        free.then(|| Box::new(offered()) as _)
    }

    fn press_afar(&mut self, chord: Chord) -> bool {
        let keymap = &self.frame().keymap;
        let ids = P::scope().ids_at(keymap, chord);
        let taken = ids.iter().any(|id| P::AFAR.contains(id))
            && acting(self, |pane| key(pane, &Input::Key(chord)));
        bring_back(self);
        taken
    }

    fn typing(&self) -> bool {
        let frame = self.frame();
        frame.browse.filtering()
            || frame.asking.is_open()
            || frame.texts.open.is_some()
            || self.is_typed_in()
    }

    fn unsent(&self) -> Unsent {
        let unsent = self.unsent_above();
        unsent.unwrap_or_else(|| {
            let (frame, open) = (self.frame(), self.frame().texts.open.as_ref());
            Unsent::of(frame.asking.ask(), open.map(|open| &open.pad.editor))
        })
    }

    fn entries(&self) -> Vec<Vec<Entry>> {
        // A box that asks says its own keys; those below it do nothing meanwhile.
        match self.typing() {
            true => Vec::new(),
            false => {
                let above = self.entries_above();
                above.unwrap_or_else(|| self.frame().entries(self))
            }
        }
    }

    fn offers(&self) -> Vec<Box<dyn Offers + '_>> {
        match (self.typing(), self.entries_above()) {
            (true, _) => Vec::new(),
            (false, Some(above)) => above.into_iter().map(known).collect(),
            (false, None) => self.frame().offers(self),
        }
    }

    fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let browse: &Browse<P::Rows> = &self.frame().browse;
        let (list, card) = browse.places();
        if let Some(place) = list {
            let (place, listing) = (place.intersection(area), self.listing(look));
            let (columns, names) = (self.columns(), self.column_names());
            let table = Table {
                columns,
                names: &names,
                sorted: self.order().column(columns),
            };
            let lines = |shown, width| self.shown(shown, width, look);
            browse.view_list(place, &listing, table, buf, look, lines);
            if browse.is_empty() && listing.empty.is_empty() {
                let rows = rows_area(place, browse.has_filter_line());
                self.view_nothing(rows, buf, look);
            }
        }
        if let Some(place) = card {
            browse.view_card(place.intersection(area), &self.heading(), buf, look);
        }
        if let Some(writing) = &self.frame().texts.open {
            writing.view(area, self.foot().as_deref(), buf, look);
        }
        self.view_above(area, buf, look);
        self.frame().asking.view(area, buf, look);
    }

    fn out(&mut self) -> &mut Out {
        &mut self.frame_mut().out
    }
}

impl<P: ListPane> Kind for P {
    const NAME: &'static str = <P as ListPane>::NAME;

    fn begin(ctx: Ctx, keys: &Overrides, out: Out) -> (Self, Vec<KeyProblem>) {
        let mut problems = Vec::new();
        let frame = Frame::new(ctx, keys, out, &mut problems);
        let mut pane = <P as ListPane>::begin(frame, keys, &mut problems);
        pane.relist();
        (pane, problems)
    }

    fn waiting(waits: &Waits) -> Waiting {
        <P as ListPane>::waiting(waits)
    }

    fn signs() -> &'static [Sign] {
        <P as ListPane>::signs()
    }

    fn all_entries() -> Vec<Vec<Entry>> {
        let mut places = vec![entries_of(P::scope())];
        places.extend(P::other_entries());
        places
    }
}

/// What is known already, to be offered.
fn known<'a>(entries: Vec<Entry>) -> Box<dyn Offers + 'a> {
    Box::new(entries)
}

/// Does `what` in a pane, and remembers the row it sent commands for.
fn acting<P: ListPane>(pane: &mut P, what: impl FnOnce(&mut P) -> bool) -> bool {
    let frame = pane.frame();
    let (marked, before) = (frame.browse.list.marks().clone(), frame.out.last_token());
    let taken = what(pane);
    let frame = pane.frame_mut();
    if let Some(tokens) = frame.out.sent_since(before) {
        frame.browse.acts(&marked, tokens);
    }
    taken
}

/// Hands an input to what has the keys.
pub(super) fn put<P: ListPane>(pane: &mut P, input: &Input) -> bool {
    if asking::input(pane, input) {
        return true;
    }
    if let Some(taken) = pane.above(input) {
        return taken;
    }
    if texts::input(pane, input) {
        return true;
    }
    let filtering = pane.frame().browse.filtering();
    let columns = pane.columns();
    let did = pane.frame_mut().browse.input(input, columns);
    pane.browsed(did) || (!filtering && key(pane, input))
}

/// Looks a key up among the bindings.
fn key<P: ListPane>(pane: &mut P, input: &Input) -> bool {
    let Input::Key(chord) = input else {
        return false;
    };
    if chord.key == Key::Esc && pane.back() {
        return true;
    }
    let keymap = &pane.frame().keymap;
    let dispatch = P::scope().pressed(keymap, *chord, pane, P::why_hidden);
    run(pane, dispatch)
}

/// Does what a key means in one of a pane's places.
pub fn run<P: ListPane>(pane: &mut P, dispatch: Dispatch<P>) -> bool {
    match dispatch {
        Dispatch::Run(binding) => (binding.run)(pane),
        Dispatch::Refused(_, reason) => {
            let words = reason.text(&pane.ctx().texts);
            pane.frame_mut().out.refuse(words);
        }
        Dispatch::Unbound => return false,
    }
    true
}

/// Brings back what was refused, as soon as nothing else is being typed.
fn bring_back<P: ListPane>(pane: &mut P) {
    if pane.typing() || pane.is_busy() {
        return;
    }
    let frame = pane.frame_mut();
    if !frame.texts.bring_back() && !frame.asking.bring_back() {
        pane.bring_back();
    }
}
