//! Applying the draft: asked first, with how much follows; refused where others changed the lists meanwhile, and then the
//! draft stays, with what they did.

use super::books::End;
use super::{ListsPane, Page, Then};
use crate::desk::Answer;
use crate::domain::lists::edit::Became;
use crate::ui::frame::ask::is_overtaken;
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::confirm::Confirm;
use crate::ui::kit::keys::{Chord, Key};

impl ListsPane {
    /// Asks whether to apply the draft, as soon as it is known how much follows.
    pub(super) fn apply(&mut self) {
        self.then = Some(Then::Apply);
        self.count();
    }

    pub(super) fn ask_apply(&mut self) {
        let n = [("n", self.changes.into())];
        let yes = Chord::plain(Key::Char('y'));
        let confirm = Confirm::new(
            self.with("lists-apply-title", &n),
            self.text("settings-sent-stays"),
            (yes, self.text("settings-apply-yes")),
            self.text("settings-apply-no"),
        );
        let [follow, keep, gone] = self.figures();
        let figures = [
            ("lists-figure-follow", follow),
            ("lists-figure-keep", keep),
            ("lists-figure-gone", gone),
        ];
        let some = figures.into_iter().filter(|(_, n)| *n > 0);
        let confirm = some.fold(confirm, |confirm, (words, n)| {
            confirm.with(n.to_string(), self.with(words, &[("n", n.into())]))
        });
        self.ask(Question::sure(confirm, |p: &mut ListsPane| p.send()));
    }

    /// How many things are called otherwise, how many keep what is retired, and how many entries nothing has are struck
    /// off.
    fn figures(&self) -> [usize; 3] {
        let mut figures = [0; 3];
        let [follow, keep, gone] = &mut figures;
        for list in self.books.changed() {
            let (Some(edit), uses) = (self.edit(list), self.uses.get(&list)) else {
                continue;
            };
            for (entry, became) in edit.changes() {
                let uses = uses.map_or(0, |uses| uses.of(&entry.key));
                for became in became {
                    match became {
                        Became::Renamed => *follow += uses,
                        Became::Retired => *keep += uses,
                        Became::Struck => *gone += 1,
                        Became::Added | Became::Returned | Became::Changed | Became::Moved => {}
                    }
                }
            }
        }
        figures
    }

    fn send(&mut self) {
        for (at, command) in self.books.commands(&self.frame.ctx.sight) {
            let token = self.submit(command);
            self.books.send(at, token, &mut self.frame.out);
        }
    }

    /// A command was answered.
    pub(super) fn applied(&mut self, token: u64, answer: &Answer) {
        let end = match answer {
            Ok(_) => End::Done,
            Err(_) if is_overtaken(answer) => End::Overtaken,
            Err(_) => End::Refused,
        };
        let frame = &mut self.frame;
        let own = self
            .books
            .settle(token, end, &frame.ctx.sight, &mut frame.out);
        if !own {
            return;
        }
        match end {
            End::Overtaken => self.show(Page::Changes),
            End::Done if self.page == Page::Changes && self.books.changed().is_empty() => {
                self.page = Page::Row;
                self.close_card();
            }
            End::Done | End::Refused => {}
        }
        self.count();
        self.relist();
        self.write();
    }
}
