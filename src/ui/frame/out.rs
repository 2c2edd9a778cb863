//! What a pane is given and what it gives: what is known of its session, and what it wants done or said.

use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono_tz::Tz;

use crate::assets;
use crate::desk::views::{Me, Names, Onlookers, Sight};
use crate::domain::house::Country;
use crate::domain::{Command, Millis, RequestId};
use crate::text::fold;
use crate::ui::kit::formats::Formats;
use crate::ui::kit::texts::Texts;
use crate::ui::message::{Effect, Jump};
use crate::ui::tell::Teller;

/// What every pane knows of its session. Cheap to clone.
#[derive(Clone)]
pub struct Ctx {
    /// Whose session it is.
    pub me: Arc<Me>,
    /// The names of the house's people.
    pub names: Arc<Names>,
    /// What they see of the latest snapshot.
    pub sight: Sight,
    /// Who else is at which request.
    pub onlookers: Onlookers,
    /// The words.
    pub texts: Arc<Texts>,
    /// Dates and numbers.
    pub formats: Formats,
    /// Now.
    pub now: Millis,
    /// Whether the person's own editor can be opened.
    pub local: bool,
    /// Whether the terminal takes what is copied.
    pub steers: bool,
}

impl Ctx {
    /// Whether it is another minute than `before`: what the screen says of times it says in minutes.
    pub fn is_another_minute(&self, before: &Ctx) -> bool {
        const MINUTE: Millis = 60_000;
        self.now.div_euclid(MINUTE) != before.now.div_euclid(MINUTE)
    }

    /// The countries by name, in the language of the screen.
    pub fn countries(&self) -> Vec<(String, Country)> {
        let lang = self.texts.lang();
        let lands = assets::countries().iter();
        let mut lands: Vec<(String, Country)> = lands
            .filter_map(|(code, land)| Some((land.name(lang).to_owned(), Country::parse(code)?)))
            .collect();
        lands.sort_by_cached_key(|(name, _)| fold::fold(name));
        lands
    }

    /// What of it tells values and holds no snapshot.
    pub fn words(&self) -> Words {
        Words {
            texts: Arc::clone(&self.texts),
            formats: self.formats,
            zone: self.me.zone,
            names: Arc::clone(&self.names),
            now: self.now,
        }
    }

    /// Values in words.
    pub fn teller(&self) -> Teller<'_> {
        Teller {
            texts: &self.texts,
            formats: &self.formats,
            zone: self.me.zone,
            now: self.now,
            names: &self.names,
        }
    }
}

/// What values are told with where no snapshot is at hand: a list that outlives one sorts by it.
#[derive(Clone)]
pub struct Words {
    texts: Arc<Texts>,
    formats: Formats,
    zone: Tz,
    names: Arc<Names>,
    now: Millis,
}

impl Words {
    /// Values in words.
    pub fn teller(&self) -> Teller<'_> {
        Teller {
            texts: &self.texts,
            formats: &self.formats,
            zone: self.zone,
            now: self.now,
            names: &self.names,
        }
    }

    /// The words.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }
}

/// The bits of a token below its place.
const PLACE: u32 = 48;

/// What a pane wants done or said.
#[derive(Default)]
pub struct Out {
    /// Effects, in order.
    pub effects: Vec<Effect>,
    /// Where to go: another pane has it.
    pub jump: Option<Jump>,
    /// Words for the person: refused (`true`) or just said.
    pub said: Vec<(String, bool)>,
    /// The last token that was given out.
    tokens: u64,
    /// The last one that a command was sent with.
    sent: u64,
}

impl Out {
    /// Whose tokens begin at a place of their own, so that no two places share one.
    pub fn of(place: u16) -> Out {
        Out {
            tokens: u64::from(place) << PLACE,
            ..Out::default()
        }
    }

    /// Sends a command; its answer comes with the token.
    pub fn submit(&mut self, command: Command, seen: Option<(RequestId, u32)>) -> u64 {
        self.send(|token| Effect::Submit {
            token,
            command: Box::new(command),
            seen,
            draft: None,
        })
    }

    /// Says that the command with this token, sent just now, sends the text of a draft: it is no draft any more
    /// once that is recorded.
    pub fn sends(&mut self, sent: u64, key: &str) {
        let effects = self.effects.iter_mut().rev();
        let mut its = effects.filter_map(|effect| match effect {
            Effect::Submit { token, draft, .. } if *token == sent => Some(draft),
            _ => None,
        });
        if let Some(draft) = its.next() {
            *draft = Some(key.to_owned());
        }
    }

    /// Has something done that is answered as a command is.
    pub fn send(&mut self, effect: impl FnOnce(u64) -> Effect) -> u64 {
        self.sent = self.ask(effect);
        self.sent
    }

    /// Asks for something; its answer comes with the token, and to nobody else.
    pub fn ask(&mut self, effect: impl FnOnce(u64) -> Effect) -> u64 {
        self.tokens += 1;
        self.effects.push(effect(self.tokens));
        self.tokens
    }

    /// Whether an answer with this token is for whoever asks through this.
    pub fn asked(&self, token: u64) -> bool {
        token >> PLACE == self.tokens >> PLACE
    }

    /// The last token that was given out.
    pub fn last_token(&self) -> u64 {
        self.tokens
    }

    /// The tokens of the commands sent since the token `before`, if there are any.
    pub fn sent_since(&self, before: u64) -> Option<RangeInclusive<u64>> {
        (self.sent > before).then_some(before + 1..=self.sent)
    }

    /// Refuses something, in words.
    pub fn refuse(&mut self, words: impl Into<String>) {
        self.said.push((words.into(), true));
    }

    /// Says something.
    pub fn say(&mut self, words: impl Into<String>) {
        self.said.push((words.into(), false));
    }
}
