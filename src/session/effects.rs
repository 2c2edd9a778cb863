//! What the screen's program asks for, carried out or handed on. Nothing here waits.

use std::collections::VecDeque;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt;
use tokio::sync::oneshot;

use super::drafts::lost;
use super::line::{Farewell, Line};
use super::run::{Ended, House, Session};
use super::sent::{self, Mark};
use super::words::of_fault;
use crate::desk::views::{Looker, Names};
use crate::desk::{MOST_FOUND, Rejection, Submission, access};
use crate::domain::{Command, Millis, PersonId, Refusal};
use crate::ui::kit::formats::Formats;
use crate::ui::kit::texts::{Lang, Texts};
use crate::ui::message::Invited;
use crate::ui::tell::Teller;
use crate::ui::{Effect, Event};

impl<L: Line> Session<L> {
    /// Carries `effect` out; what can be answered at once goes to `events`.
    pub(super) fn perform(&mut self, effect: Effect, events: &mut VecDeque<Event>) {
        match effect {
            Effect::Submit {
                token,
                command,
                seen,
                draft,
            } => {
                // Without a name a command would be the house's own.
                let Some(me) = self.who else { return };
                let submission = Submission {
                    seen,
                    ..Submission::new(Some(me), *command)
                };
                let aside = draft.map(|key| self.put_aside(me, token, key, submission.id));
                events.extend(self.work.submit(token, submission, aside));
            }
            Effect::Look {
                token,
                slot,
                only,
                look,
            } => {
                if let Some(me) = self.who {
                    let looker = self.looker(me);
                    self.work.look(slot, only, token, look, looker);
                }
            }
            Effect::SaveOffer {
                token,
                quotation,
                version,
                path,
            } => self.save_offer(token, quotation, version, path),
            Effect::SaveDraft { key, text } => {
                if let Some(me) = self.who {
                    self.keeper.save(me, key, text);
                }
            }
            Effect::DropDraft(key) => {
                if let Some(me) = self.who {
                    self.keeper.drop_draft(me, key);
                }
            }
            Effect::LoadDraft { token, key } => self.load_draft(token, key, events),
            Effect::ListDrafts { token } => self.list_drafts(token),
            Effect::EditOutside(outside) => self.to_edit.push_back(outside),
            Effect::Attend(attention) => {
                if let Some(me) = self.who {
                    self.attending.attend(me, attention);
                }
            }
            Effect::Remember(person) => self.recognise(person, events),
            Effect::CountOpen { token, person, key } => {
                let open = (self.house.open)(person, key.as_ref());
                events.push_back(Event::Counted { token, open });
            }
            Effect::Invite {
                token,
                person,
                until,
            } => self.invite(token, person, until),
            Effect::SetUp {
                name,
                house,
                country,
            } => self.set_up(name, house, country),
            Effect::OpenSample => self.ended = Some(Ended::Sample),
            Effect::Become(person) => self.hand_on_to(person, events),
            Effect::Redraw => {
                self.canvas.forget();
                self.dirty = true;
            }
            Effect::Copy(text) => {
                self.canvas.signals.copy(text);
                self.dirty = true;
            }
            Effect::Ring => {
                self.canvas.signals.ring();
                self.dirty = true;
            }
            Effect::Quit => self.ended = Some(self.leaving()),
        }
    }

    /// Who looks, and what at: the one whose session it is (PPL-2).
    fn looker(&self, me: PersonId) -> Looker {
        let finder = self.house.finder.clone();
        Looker {
            desk: self.house.desk.clone(),
            me,
            search: Arc::new(move |me, words, cancel| {
                let found = finder.search(me, words, MOST_FOUND, cancel);
                found.unwrap_or_default()
            }),
        }
    }

    /// Who writes waits for the stored draft before anything is stored in its place: it is always answered.
    fn load_draft(&mut self, token: u64, key: String, events: &mut VecDeque<Event>) {
        let Some(me) = self.who else { return };
        if let Some(text) = self.keeper.known(me, &key) {
            let text = Ok(text);
            events.push_back(Event::Draft { token, key, text });
            return;
        }
        let (desk, store) = (self.house.desk.clone(), self.keeper.store().clone());
        let lang = self.app.lang();
        self.drafts_awaited += 1;
        self.work.beside(async move {
            let read = AssertUnwindSafe(sent::load(&desk, &store, me, &key)).catch_unwind();
            let text = match read.await {
                Ok(read) => read.map_err(|fault| of_fault(lang, &fault)),
                Err(_) => Err(of_fault(lang, &lost())),
            };
            Some(Event::Draft { token, key, text })
        });
    }

    fn list_drafts(&mut self, token: u64) {
        let Some(me) = self.who else { return };
        let (desk, store) = (self.house.desk.clone(), self.keeper.store().clone());
        let (changed, lang) = (self.keeper.changed(me), self.app.lang());
        self.work.beside(async move {
            let mut keys = match sent::list(&desk, &store, me).await {
                Ok(keys) => keys,
                Err(fault) => {
                    let keys = Err(of_fault(lang, &fault));
                    return Some(Event::Drafts { token, keys });
                }
            };
            keys.retain(|key| !changed.contains_key(key));
            let there = changed.into_iter().filter(|(_, there)| *there);
            keys.extend(there.map(|(key, _)| key));
            keys.sort_unstable();
            let keys = Ok(keys);
            Some(Event::Drafts { token, keys })
        });
    }

    /// The draft under `key` goes with the command `id`. Returns what is told when it is put aside.
    fn put_aside(
        &mut self,
        me: PersonId,
        token: u64,
        key: String,
        id: u128,
    ) -> oneshot::Receiver<()> {
        let after = self.house.desk.published().seq();
        self.sending.insert(token, key.clone());
        self.keeper.send(me, key, Mark { id, after })
    }

    /// A command was answered: the text that went with it is forgotten, or a draft again. Where it is not known
    /// whether it was recorded, the next one who loads it asks the journal.
    pub(super) fn settle(&mut self, answer: &Event) {
        let Event::Answered { token, answer } = answer else {
            return;
        };
        let (Some(key), Some(me)) = (self.sending.remove(token), self.who) else {
            return;
        };
        match answer {
            Ok(_) => self.keeper.settle(me, key, true),
            Err(Rejection::Refused(_)) => self.keeper.settle(me, key, false),
            Err(Rejection::Faulted(_) | Rejection::Closed) => {}
        }
    }

    /// Whether the person leaves, or may not be here any more.
    fn leaving(&self) -> Ended {
        let desk = &self.house.desk;
        let stays = |me| desk.sight(me).me(desk.now()).is_some();
        match self.who.is_none_or(stays) {
            true => Ended::Quit,
            false => Ended::Dismissed(Farewell::Revoked),
        }
    }

    /// The one who was asked says who they are. A session that is somebody's stays theirs.
    fn recognise(&mut self, person: PersonId, events: &mut VecDeque<Event>) {
        if self.who.is_some() {
            return;
        }
        let published = self.house.desk.published();
        let asked = published.threshold();
        if !asked.staff.iter().any(|known| known.id == person) {
            events.push_back(Event::Asked(asked));
            return;
        }
        self.who = Some(person);
        self.remember(person);
        events.push_back(Event::Entered(published.sight(person)));
    }

    /// In the sample house anybody at this machine may be anybody: this session ends, and the next is that one's.
    fn hand_on_to(&mut self, person: PersonId, events: &mut VecDeque<Event>) {
        let published = self.house.desk.published();
        let there = published.cast().iter().any(|one| one.id == person);
        if !self.saves || !there {
            return;
        }
        // The next session reads it: a line in a small file is written before this one ends.
        match (self.house.remember)(person) {
            Ok(()) => self.ended = Some(Ended::Sample),
            Err(why) => {
                let texts = Texts::new(self.app.lang());
                let words = texts.with("not-remembered", &[("why", why.into())]);
                events.push_back(Event::Trouble(words));
            }
        }
    }

    fn remember(&mut self, person: PersonId) {
        let (remember, lang) = (Arc::clone(&self.house.remember), self.app.lang());
        self.work.beside(async move {
            let done = tokio::task::spawn_blocking(move || remember(person)).await;
            let why = done.ok()?.err()?;
            let words = Texts::new(lang).with("not-remembered", &[("why", why.into())]);
            Some(Event::Trouble(words))
        });
    }

    /// Makes a code and an invitation that goes by it. Only the screen ever holds the code.
    fn invite(&mut self, token: u64, person: PersonId, until: Millis) {
        let Some(me) = self.who else { return };
        let (desk, door) = (self.house.desk.clone(), Arc::clone(&self.house.door));
        self.work.beside(async move {
            let refused = |rejection| Event::Answered {
                token,
                answer: Err(rejection),
            };
            let code = match access::new_code() {
                Ok(code) => code,
                Err(fault) => return Some(refused(Rejection::Faulted(fault))),
            };
            let command = Command::Invite {
                person,
                digest: code.digest(),
                until,
            };
            let answer = desk.submit(Submission::new(Some(me), command)).await;
            Some(match answer {
                Ok(_) => Event::Invited {
                    token,
                    invited: Invited {
                        person,
                        code,
                        door,
                        until,
                    },
                },
                Err(rejection) => refused(rejection),
            })
        });
    }

    fn set_up(&mut self, name: String, house: String, country: String) {
        let (at_hand, lang) = (self.house.clone(), self.lang);
        self.work.beside(async move {
            let command = match (at_hand.set_up)(&name, &house, &country) {
                Ok(command) => command,
                Err(error) => return Some(Event::Trouble(error)),
            };
            match at_hand.desk.submit(Submission::new(None, command)).await {
                Ok(_) => {
                    let published = at_hand.desk.published();
                    let first = published.staff().first().map(|first| first.id)?;
                    // A house without price lists prices by free lines: nothing is lost by a fault.
                    if let Ok(prices) = crate::plain::setup::first_prices() {
                        let prices = Submission::new(Some(first), prices);
                        let _ = at_hand.desk.submit(prices).await;
                    }
                    let published = at_hand.desk.published();
                    Some(Event::Entered(published.sight(first)))
                }
                Err(Rejection::Refused(refusal)) => {
                    Some(Event::Trouble(told(&refusal, lang, &at_hand)))
                }
                Err(Rejection::Faulted(fault)) => Some(Event::Trouble(of_fault(lang, &fault))),
                Err(Rejection::Closed) => {
                    let words = Texts::new(lang).get("desk-closed").into_owned();
                    Some(Event::Trouble(words))
                }
            }
        });
    }
}

/// A refusal in words, before anybody is known.
fn told(refusal: &Refusal, lang: Lang, house: &House) -> String {
    let (texts, formats, names) = (Texts::shared(lang), Formats::new(lang), Names::default());
    let zone = chrono_tz::UTC;
    Teller {
        texts: &texts,
        formats: &formats,
        zone,
        now: house.desk.now(),
        names: &names,
    }
    .refusal(refusal)
}
