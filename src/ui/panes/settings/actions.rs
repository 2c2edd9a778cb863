//! What is done with settings: a value typed or chosen goes into the draft; the draft is applied as one, or thrown away.

use std::sync::Arc;

use super::sections::SectionId;
use super::words::{choice, label, said};
use super::{Page, SettingsPane};
use crate::assets::settings::{Config, Differs, Kind, Spot, Value};
use crate::desk::views::Past;
use crate::domain::Command;
use crate::domain::house::command::HouseCommand;
use crate::ui::frame::ask::item;
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::confirm::Confirm;
use crate::ui::kit::keys::{Chord, Key};
use crate::ui::kit::prompt::{Check, Prompt};
use crate::ui::kit::texts::Texts;

/// The most records a history shows here; the command line has all of them.
const PAST: usize = 200;

impl SettingsPane {
    /// Edits the setting that one is on: yes and no turn, a choice is chosen, the rest is typed.
    pub(super) fn edit(&mut self) {
        let (Some(spot), Some(drafted)) = (self.field(), self.drafted()) else {
            return;
        };
        match (spot.setting.kind, spot.get(&drafted)) {
            (Kind::Yes, Value::Yes(yes)) => self.put(spot, Value::Yes(!yes)),
            (Kind::Choice(words), _) => self.ask_choice(spot, words),
            (kind, value) => self.ask_value(spot, drafted, &value.typed(kind)),
        }
    }

    fn ask_choice(&mut self, spot: Spot, words: &'static [&'static str]) {
        let texts = &self.frame.ctx.texts;
        let keys = '1'..='9';
        let items = keys.zip(words).map(|(key, word)| {
            let item = item(key, choice(texts, &spot, word));
            (item, *word)
        });
        let (title, items) = (label(texts, &spot), items.collect());
        let question = Question::menu(title, items, move |p: &mut SettingsPane, word: &str| {
            p.put(spot, Value::Text(word.to_owned()));
        });
        self.ask(question);
    }

    fn ask_value(&mut self, spot: Spot, drafted: Config, typed: &str) {
        let texts = Arc::clone(&self.frame.ctx.texts);
        let title = label(&texts, &spot);
        let hint = texts.get(&format!("{}-help", spot.text_id())).into_owned();
        let check = check(texts, spot, drafted);
        let prompt = Prompt::new(title, hint, typed, check);
        self.ask(Question::line(prompt, move |p: &mut SettingsPane, text| {
            // What does not read is not taken by the prompt.
            if let Ok(value) = spot.setting.kind.read(text) {
                p.put(spot, value);
            }
        }));
    }

    /// Puts a value into the draft.
    fn put(&mut self, spot: Spot, value: Value) {
        let Some(mut drafted) = self.drafted() else {
            return;
        };
        if spot.set(&mut drafted, value).is_ok() {
            self.discarded.clear();
            self.redraft(&drafted);
        }
    }

    /// Takes the setting that one is on out of the draft.
    pub(super) fn discard_one(&mut self) {
        let spot = self.field();
        self.discard(|one| Some(one) == spot);
    }

    /// Takes the selected section out of the draft.
    pub(super) fn discard_section(&mut self) {
        let section = self.selected().map(|row| row.id);
        self.discard(|one| Some(SectionId::Part(one.part())) == section);
    }

    pub(super) fn discard_all(&mut self) {
        self.discard(|_| true);
    }

    /// Takes those settings out of the draft, to be brought back if somebody regrets it.
    fn discard(&mut self, is_gone: impl Fn(Spot) -> bool) {
        let all = std::mem::take(&mut self.draft);
        let (gone, kept) = all.into_iter().partition(|one| is_gone(one.spot));
        (self.draft, self.discarded) = (kept, gone);
        self.drafted_anew();
        let words = self.text("settings-discarded");
        self.frame.out.say(words);
    }

    /// Brings back what was discarded last, where nothing else is drafted for it.
    pub(super) fn bring_back_discarded(&mut self) {
        let back = std::mem::take(&mut self.discarded);
        let is_new = |one: &Differs| !self.draft.iter().any(|other| other.spot == one.spot);
        let back: Vec<Differs> = back.into_iter().filter(is_new).collect();
        self.draft.extend(back);
        if let (Some(drafted), Some((now, _))) = (self.drafted(), &self.now) {
            self.draft = now.differs(&drafted);
        }
        self.drafted_anew();
        let words = self.text("settings-brought-back");
        self.frame.out.say(words);
    }

    /// Shows what is not applied yet, and what would follow.
    pub(super) fn compare(&mut self) {
        if self.foreseen.is_none() && !self.foreseeing.is_waiting() {
            self.foresee();
        }
        self.show(Page::Changes);
    }

    pub(super) fn history(&mut self) {
        self.past_of = self.field();
        self.read_history();
        self.show(Page::History);
    }

    pub(super) fn read_history(&mut self) {
        let chapter = self.selected().and_then(|row| row.id.chapter());
        if let Some(chapter) = chapter {
            self.past = None;
            let look = Past::look(chapter, PAST);
            self.reading.ask_only(look, &mut self.frame.out);
        }
    }

    /// Asks whether to apply the draft, as soon as it is known what would follow.
    pub(super) fn apply(&mut self) {
        if self.foreseen.is_some() {
            return self.ask_apply();
        }
        self.applying = true;
        if !self.foreseeing.is_waiting() {
            self.foresee();
        }
    }

    pub(super) fn ask_apply(&mut self) {
        let (Some(drafted), Some(found)) = (self.drafted(), &self.foreseen) else {
            return;
        };
        if self.draft.is_empty() {
            return;
        }
        let n = [("n", self.draft.len().into())];
        let yes = (
            Chord::plain(Key::Char('y')),
            self.with("settings-apply-yes", &n),
        );
        let unusual = self.draft.iter().find_map(|one| {
            let (least, most) = one.spot.unusual(&drafted)?;
            let values = [
                ("label", self.label(&one.spot).into()),
                ("least", least.to_string().into()),
                ("most", most.to_string().into()),
                ("now", self.said(&one.spot, &one.to).into()),
            ];
            Some(self.with("settings-apply-unusual", &values))
        });
        let question = unusual.unwrap_or_else(|| self.text("settings-sent-stays"));
        let title = self.with("settings-apply-title", &n);
        let confirm = Confirm::new(title, question, yes, self.text("settings-apply-no"));
        let figures = [
            ("settings-figure-moved", found.moved),
            ("settings-figure-late", found.late),
            ("settings-figure-unvalidated", found.unvalidated),
        ];
        let some = figures.into_iter().filter(|(_, n)| *n > 0);
        let confirm = some.fold(confirm, |confirm, (words, n)| {
            confirm.with(n.to_string(), self.with(words, &[("n", n.into())]))
        });
        self.ask(Question::sure(confirm, |p: &mut SettingsPane| p.send()));
    }

    /// The command that applies the draft.
    pub(super) fn command(&self) -> Option<Command> {
        let ((now, seq), drafted) = (self.now.as_ref()?, self.drafted()?);
        let house = (now.house != drafted.house).then(|| Box::new(drafted.house.clone()));
        let terms = (now.terms != drafted.terms).then(|| Box::new(drafted.terms.clone()));
        let command = Command::House(HouseCommand::Settle { house, terms });
        Some(command.upon(*seq))
    }

    fn send(&mut self) {
        if let Some(command) = self.command() {
            self.sent = Some(self.submit(command));
        }
    }
}

/// Reads what is typed, and shows back how it was understood.
fn check(texts: Arc<Texts>, spot: Spot, drafted: Config) -> Check {
    Arc::new(move |text| {
        let mut config = drafted.clone();
        match spot.type_in(&mut config, text) {
            Ok(()) => Ok(said(&texts, &spot, &spot.get(&config))),
            Err(why) => {
                let values = why.values();
                let values: Vec<_> = values
                    .iter()
                    .map(|(name, value)| (*name, value.as_str().into()))
                    .collect();
                Err(texts.with(why.text_id(), &values))
            }
        }
    })
}
