//! A screen without a terminal: the app, the frame it draws, and the bytes that would be written.

use entremise::desk::Desk;
use entremise::desk::views::{Cancel, Inbox};
use entremise::domain::PersonId;
use entremise::ui::kit::depth::Depth;
use entremise::ui::kit::texts::Lang;
use entremise::ui::{App, Effect, Event, Opening, Settings};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::house::NOW;
use super::measure::or_exit;

/// Columns and rows.
const SIZE: (u16, u16) = (120, 40);

/// A session's screen.
pub struct Screen {
    /// The app.
    pub app: App,
    shown: Buffer,
    next: Buffer,
    bytes: Vec<u8>,
}

impl Screen {
    /// A session of `who` that begins on what is published: effects are given back.
    pub fn attach(desk: &Desk, who: PersonId) -> (Screen, Vec<Effect>) {
        let settings = Settings {
            lang: Some(Lang::Fr),
            theme: None,
            env_lang: Lang::Fr,
            dark: true,
            depth: Depth::TrueColour,
            signs: entremise::text::signs::Signs::All,
            steers: true,
            local: true,
            keys: String::new(),
        };
        let (app, effects) = App::new(settings, Opening::Known(desk.sight(who)), NOW, SIZE);
        let area = Rect::new(0, 0, SIZE.0, SIZE.1);
        let (shown, next) = (Buffer::empty(area), Buffer::empty(area));
        (
            Screen {
                app,
                shown,
                next,
                bytes: Vec::new(),
            },
            effects,
        )
    }

    /// Makes the lists among `effects`, as a session does beside the screen: what the screen is told of
    /// them, and the other effects.
    pub fn lists(&self, effects: Vec<Effect>) -> (Vec<Event>, Vec<Effect>) {
        let (mut events, mut others) = (Vec::new(), Vec::new());
        for effect in effects {
            match effect {
                Effect::List { token, from, query } => {
                    let mut tell = |inbox: Inbox| {
                        events.push(Event::Listed {
                            token,
                            inbox: Box::new(inbox),
                        })
                    };
                    let whole = from.requery(&query, NOW, &Cancel::default(), &mut tell);
                    whole.into_iter().for_each(tell);
                }
                other => others.push(other),
            }
        }
        (events, others)
    }

    /// Takes events one after the other; what they ask for is not done.
    pub fn take(&mut self, events: Vec<Event>) {
        for event in events {
            drop(self.app.update(event));
        }
    }

    /// Draws if anything may have changed, and yields how many bytes would be written.
    pub fn draw(&mut self) -> usize {
        if !self.app.take_changed() {
            return 0;
        }
        self.next.reset();
        self.bytes.clear();
        let _cursor = self.app.view(&mut self.next);
        let changes = self.shown.diff_iter(&self.next);
        or_exit(CrosstermBackend::new(&mut self.bytes).draw(changes));
        std::mem::swap(&mut self.shown, &mut self.next);
        self.bytes.len()
    }
}
