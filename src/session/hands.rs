//! The interpreter of what a screen asks for: it carries out what needs no terminal, and hears of what comes of it and
//! of what others do. A session joins it to a line and a pen; the tests and the benches run the same one without.
//! Never draws.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use tokio::sync::watch;

use super::attending::Attending;
use super::drafts::Keeper;
use super::house::House;
use super::run::Ended;
use super::work::Work;
use crate::desk::views::Looker;
use crate::desk::{Attendance, News, Published};
use crate::domain::PersonId;
use crate::journal::Fault;
use crate::ui::kit::texts::Lang;
use crate::ui::message::Outside;
use crate::ui::{Effect, Event, Opening};

/// What carries out what the screen of one session asks for.
pub struct Hands {
    pub(super) house: House,
    /// Whose session it is; never anybody else's once it is somebody's.
    pub(super) who: Option<PersonId>,
    pub(super) keeper: Keeper,
    pub(super) work: Work,
    attending: Attending,
    others: watch::Receiver<Arc<Attendance>>,
    /// Whether the screen may show who else is where, as far as it was told.
    told_of_others: bool,
    feed: watch::Receiver<Arc<Published>>,
    /// How far the news goes that the screen was told; see [`Published::news_of`].
    news: News,
    /// Stored drafts that are being read.
    pub(super) drafts_awaited: usize,
    /// The drafts that went with commands, by the commands' tokens.
    pub(super) sending: BTreeMap<u64, String>,
    /// Whether files of this machine may be written: the person sits at it.
    pub(super) saves: bool,
}

/// What only who has the terminal can do.
pub enum Wish {
    /// Open a text in the person's own editor; answered by [`Event::Edited`].
    Edit(Box<Outside>),
    /// Draw everything anew.
    Redraw,
    /// Hand a text to the terminal's clipboard.
    Copy(String),
    /// Ring the terminal's bell.
    Ring,
    /// End the session.
    End(Ended),
}

/// Something that came.
pub enum Came {
    /// What the screen is told, in this order.
    Told(Vec<Event>),
    /// A draft could not be stored.
    Fault(Fault),
    /// Something was done that the screen is not told of.
    Done,
}

impl Hands {
    /// Begins for the session of `me`, or of somebody who is asked who they are. It needs a runtime.
    pub fn new(house: House, me: Option<PersonId>, saves: bool, lang: Lang) -> Hands {
        let mut feed = house.desk.feed().subscribe();
        let news = feed.borrow_and_update().news_of(me);
        Hands {
            keeper: Keeper::new(house.desk.store().drafts().clone()),
            work: Work::new(&house.desk, lang),
            attending: Attending::new(house.desk.presence()),
            others: house.desk.presence().subscribe(),
            told_of_others: false,
            feed,
            news,
            who: me,
            drafts_awaited: 0,
            sending: BTreeMap::new(),
            saves,
            house,
        }
    }

    /// Returns what the screen begins with.
    pub fn opening(&self) -> Opening {
        let published = self.feed.borrow().clone();
        match self.who {
            Some(me) => Opening::Known(published.sight(me)),
            None => Opening::Asked(published.threshold()),
        }
    }

    /// Says in this language from now on what goes wrong.
    pub fn speak(&mut self, lang: Lang) {
        self.work.speak(lang);
    }

    /// Whether all that was asked for is done, and was heard of.
    pub fn is_idle(&self) -> bool {
        self.work.is_idle()
    }

    /// Whether a stored draft is being read.
    pub fn awaits_drafts(&self) -> bool {
        self.drafts_awaited > 0
    }

    /// Carries `effect` out. What can be answered at once goes to `events`; yields what is left to who has the
    /// terminal. It waits for nothing.
    pub fn perform(&mut self, effect: Effect, events: &mut VecDeque<Event>) -> Option<Wish> {
        match effect {
            Effect::EditOutside(outside) => return Some(Wish::Edit(outside)),
            Effect::Redraw => return Some(Wish::Redraw),
            Effect::Copy(text) => return Some(Wish::Copy(text)),
            Effect::Ring => return Some(Wish::Ring),
            Effect::OpenSample => return Some(Wish::End(Ended::Sample)),
            Effect::Quit => return Some(Wish::End(self.leaving())),
            Effect::Become(person) => return self.hand_on_to(person, events),
            Effect::Remember(person) => self.recognise(person, events),
            Effect::SetUp {
                name,
                house,
                country,
            } => self.set_up(name, house, country),
            other => {
                // Without a name a command would be the house's own.
                if let Some(me) = self.who {
                    self.perform_for(me, other, events);
                }
            }
        }
        None
    }

    /// Carries out what somebody must have asked for.
    fn perform_for(&mut self, me: PersonId, effect: Effect, events: &mut VecDeque<Event>) {
        match effect {
            Effect::Submit {
                token,
                command,
                seen,
                draft,
            } => events.extend(self.submit(me, token, *command, seen, draft)),
            Effect::Look {
                token,
                slot,
                only,
                look,
            } => {
                let looker = Looker {
                    desk: self.house.desk.clone(),
                    me,
                    finder: Arc::clone(&self.house.finder),
                };
                self.work.look(slot, only, token, look, looker);
            }
            Effect::SaveOffer {
                token,
                quotation,
                version,
                path,
            } => self.save_offer(me, token, quotation, version, path),
            Effect::SaveDraft { key, text } => self.keeper.save(me, key, text),
            Effect::DropDraft(key) => self.keeper.drop_draft(me, key),
            Effect::LoadDraft { token, key } => events.extend(self.load_draft(me, token, key)),
            Effect::ListDrafts { token } => self.list_drafts(me, token),
            Effect::Attend(attention) => self.attending.attend(me, attention),
            Effect::CountOpen { token, person, key } => {
                let open = (self.house.open)(person, key.as_ref());
                events.push_back(Event::Counted { token, open });
            }
            Effect::Invite {
                token,
                person,
                until,
            } => self.invite(me, token, person, until),
            Effect::Offer {
                token,
                name,
                rights,
                until,
            } => self.offer(me, token, (name, rights), until),
            // What is nobody's was done already.
            Effect::EditOutside(_)
            | Effect::Redraw
            | Effect::Copy(_)
            | Effect::Ring
            | Effect::OpenSample
            | Effect::Quit
            | Effect::Become(_)
            | Effect::Remember(_)
            | Effect::SetUp { .. } => {}
        }
    }

    /// Waits for something to come: an answer, with what was published before it; a stored draft; and, where it is
    /// `open` for news, what others did. Safe to drop.
    pub async fn came(&mut self, open: bool) -> Came {
        tokio::select! {
            answer = self.work.next() => match answer {
                Some(answer) => Came::Told(self.answer(answer)),
                None => Came::Done,
            },
            Ok(()) = self.feed.changed(), if open => Came::Told(self.catch_up()),
            Ok(()) = self.others.changed(), if open => {
                Came::Told(self.of_others(true).into_iter().collect())
            }
            () = self.attending.work() => Came::Done,
            fault = self.keeper.work() => fault.map_or(Came::Done, Came::Fault),
        }
    }

    /// Waits for what comes of what was asked for, and for nothing else: the session ends. Safe to drop.
    pub async fn last(&mut self) -> Option<Event> {
        let answer = self.work.next().await;
        answer.inspect(|answer| self.heard(answer))
    }

    /// An answer came: what the screen is told, what was published first.
    fn answer(&mut self, answer: Event) -> Vec<Event> {
        self.heard(&answer);
        let mut told = match self.feed.has_changed() {
            Ok(true) => self.catch_up(),
            Ok(false) | Err(_) => Vec::new(),
        };
        if let Event::Entered(sight) = &answer {
            self.who.get_or_insert(sight.whose());
        }
        told.push(answer);
        told.extend(self.of_others(false));
        told
    }

    fn heard(&mut self, answer: &Event) {
        if matches!(answer, Event::Draft { .. }) {
            self.drafts_awaited = self.drafts_awaited.saturating_sub(1);
        }
        self.settle(answer);
    }

    /// Returns what others did that the screen was not told of yet.
    pub fn news(&mut self) -> Vec<Event> {
        let mut told = match self.feed.has_changed() {
            Ok(true) => self.catch_up(),
            Ok(false) | Err(_) => Vec::new(),
        };
        told.extend(self.of_others(false));
        told
    }

    /// Shows the latest snapshot; who may not read requests is woken by what may show them something new.
    fn catch_up(&mut self) -> Vec<Event> {
        let published = self.feed.borrow_and_update().clone();
        let now = published.news_of(self.who);
        let news = std::mem::replace(&mut self.news, now) != now;
        if !news && self.who.is_some() && !self.told_of_others {
            return Vec::new();
        }
        let mut told = vec![match self.who {
            Some(who) => Event::Seen(published.sight(who)),
            None => Event::Asked(published.threshold()),
        }];
        told.extend(self.of_others(false));
        told
    }

    /// Tells the screen who else is where: when that `changed` or did unseen, or when its person may be told, or no
    /// longer, since the last time.
    pub(super) fn of_others(&mut self, changed: bool) -> Option<Event> {
        let changed = changed || self.others.has_changed().unwrap_or(false);
        let sight = self.feed.borrow().clone().sight(self.who?);
        let onlookers = sight.onlookers(&self.others.borrow_and_update());
        let may = onlookers.may_be_told();
        let told = may != self.told_of_others || (changed && may);
        self.told_of_others = may;
        told.then_some(Event::Present(onlookers))
    }

    /// Stores now what is typed. Yields what went wrong.
    pub async fn store_drafts(&mut self) -> Option<Fault> {
        self.keeper.flush().await
    }

    /// Tells colleagues now what is looked at, which they are told after a moment otherwise.
    pub fn tell_attention(&mut self) {
        self.attending.tell();
    }

    /// Nobody is at the screen any more: colleagues are told so.
    pub fn leave(&mut self) {
        self.attending.leave();
    }

    /// Does what was asked for and is not done yet, and keeps the drafts.
    pub async fn close(mut self) {
        // Nobody is left to be told; the store says it again at the next start.
        let _ = self.keeper.flush().await;
        self.work.close().await;
    }
}
