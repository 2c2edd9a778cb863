//! What the screen's program asks for, piece by piece. Nothing here waits.

use std::collections::VecDeque;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt;
use tokio::sync::oneshot;

use super::drafts::lost;
use super::hands::{Hands, Wish};
use super::house::House;
use super::line::Farewell;
use super::run::Ended;
use super::sent::{self, Mark};
use super::words::of_fault;
use crate::desk::views::Names;
use crate::desk::{Rejection, Submission, access};
use crate::domain::access::command::AccessCommand;
use crate::domain::firm::FirmRights;
use crate::domain::firm::command::FirmCommand;
use crate::domain::{Command, Millis, PersonId, Refusal, RequestId};
use crate::ui::Event;
use crate::ui::kit::formats::Formats;
use crate::ui::kit::texts::{Lang, Texts};
use crate::ui::message::{Invited, Offered};
use crate::ui::tell::Teller;

impl Hands {
    /// Sends a command, with the draft whose text it sends. Yields the answer when it cannot be taken.
    pub(super) fn submit(
        &mut self,
        me: PersonId,
        token: u64,
        command: Command,
        seen: Option<(RequestId, u32)>,
        draft: Option<String>,
    ) -> Option<Event> {
        let submission = Submission {
            seen,
            ..Submission::new(Some(me), command)
        };
        let aside = draft.map(|key| self.put_aside(me, token, key, submission.id));
        self.work.submit(token, submission, aside)
    }

    /// Who writes waits for the stored draft before anything is stored in its place: it is always answered.
    pub(super) fn load_draft(&mut self, me: PersonId, token: u64, key: String) -> Option<Event> {
        if let Some(text) = self.keeper.known(me, &key) {
            let text = Ok(text);
            return Some(Event::Draft { token, key, text });
        }
        let (desk, store) = (self.house.desk.clone(), self.keeper.store().clone());
        let lang = self.work.lang();
        self.drafts_awaited += 1;
        self.work.beside(async move {
            let read = AssertUnwindSafe(sent::load(&desk, &store, me, &key)).catch_unwind();
            let text = match read.await {
                Ok(read) => read.map_err(|fault| of_fault(lang, &fault)),
                Err(_) => Err(of_fault(lang, &lost())),
            };
            Some(Event::Draft { token, key, text })
        });
        None
    }

    pub(super) fn list_drafts(&mut self, me: PersonId, token: u64) {
        let (desk, store) = (self.house.desk.clone(), self.keeper.store().clone());
        let (changed, lang) = (self.keeper.changed(me), self.work.lang());
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
    pub(super) fn leaving(&self) -> Ended {
        let desk = &self.house.desk;
        let stays = |me| desk.sight(me).me(desk.now()).is_some();
        match self.who.is_none_or(stays) {
            true => Ended::Quit,
            false => Ended::Dismissed(Farewell::Revoked),
        }
    }

    /// The one who was asked says who they are. A session that is somebody's stays theirs.
    pub(super) fn recognise(&mut self, person: PersonId, events: &mut VecDeque<Event>) {
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
    pub(super) fn hand_on_to(
        &self,
        person: PersonId,
        events: &mut VecDeque<Event>,
    ) -> Option<Wish> {
        let published = self.house.desk.published();
        let there = published.cast().iter().any(|one| one.id == person);
        if !self.saves || !there {
            return None;
        }
        // The next session reads it: a line in a small file is written before this one ends.
        match (self.house.remember)(person) {
            Ok(()) => Some(Wish::End(Ended::Sample)),
            Err(why) => {
                let words = Texts::new(self.work.lang());
                let words = words.with("not-remembered", &[("why", why.into())]);
                events.push_back(Event::Trouble(words));
                None
            }
        }
    }

    fn remember(&mut self, person: PersonId) {
        let (remember, lang) = (Arc::clone(&self.house.remember), self.work.lang());
        self.work.beside(async move {
            let done = tokio::task::spawn_blocking(move || remember(person)).await;
            let why = done.ok()?.err()?;
            let words = Texts::new(lang).with("not-remembered", &[("why", why.into())]);
            Some(Event::Trouble(words))
        });
    }

    /// Makes a code and an invitation that goes by it. Only the screen ever holds the code.
    pub(super) fn invite(&mut self, me: PersonId, token: u64, person: PersonId, until: Millis) {
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
            let command = Command::Access(AccessCommand::Invite {
                person,
                digest: code.digest(),
                until,
            });
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

    /// Makes a code and offers a place in the person's firm by it. Only the screen ever holds the code.
    pub(super) fn offer(
        &mut self,
        me: PersonId,
        token: u64,
        (name, rights): (Box<str>, FirmRights),
        until: Millis,
    ) {
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
            let command = Command::Firm(FirmCommand::Invite {
                name: name.clone(),
                rights,
                digest: code.digest(),
                until,
            });
            let answer = desk.submit(Submission::new(Some(me), command)).await;
            Some(match answer {
                Ok(_) => Event::Offered {
                    token,
                    offered: Offered {
                        name,
                        code,
                        door,
                        until,
                    },
                },
                Err(rejection) => refused(rejection),
            })
        });
    }

    pub(super) fn set_up(&mut self, name: String, house: String, country: String) {
        let (at_hand, lang) = (self.house.clone(), self.work.lang());
        self.work.beside(async move {
            let command = match (at_hand.set_up)(&name, &house, &country) {
                Ok(command) => command,
                Err(error) => return Some(Event::Trouble(error)),
            };
            match at_hand.desk.submit(Submission::new(None, command)).await {
                Ok(_) => {
                    let published = at_hand.desk.published();
                    let first = published.staff().first().map(|first| first.id)?;
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
