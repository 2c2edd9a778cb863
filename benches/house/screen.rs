//! A screen without a terminal: the app, the frame it draws, and the bytes that would be written.

use std::collections::VecDeque;
use std::sync::Arc;

use entremise::desk::views::Cancel;
use entremise::desk::{Desk, Searched, Searches};
use entremise::domain::PersonId;
use entremise::session::{Came, Canvas, Hands, House};
use entremise::ui::kit::depth::Depth;
use entremise::ui::kit::texts::Lang;
use entremise::ui::{App, Effect, Event, Settings};

use super::house::NOW;
use super::measure::or_exit;

/// Columns and rows.
const SIZE: (u16, u16) = (120, 40);

/// No full texts.
struct Nothing;

impl Searches for Nothing {
    fn begin(&self) {}

    fn find(&self, _: PersonId, _: &str, _: &Cancel) -> Searched {
        Searched::default()
    }
}

/// A session's screen, with what carries out what it asks for.
pub struct Screen {
    /// The app.
    pub app: App,
    hands: Hands,
    canvas: Canvas,
    bytes: Vec<u8>,
}

impl Screen {
    /// A session of `who` that begins on what is published: effects are given back. It needs a runtime.
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
        let at_hand = House {
            desk: desk.clone(),
            finder: Arc::new(Nothing),
            remember: Arc::new(|_| Ok(())),
            open: Arc::new(|_, _| 1),
            door: "".into(),
            idle: None,
            first_words: None,
            set_up: Arc::new(|_, _, _| Err("it is set up".to_owned())),
        };
        let hands = Hands::new(at_hand, Some(who), false, Lang::Fr);
        let (app, effects) = App::new(settings, hands.opening(), NOW, SIZE);
        let canvas = Canvas::new(SIZE, app.signs(), true);
        (
            Screen {
                app,
                hands,
                canvas,
                bytes: Vec::new(),
            },
            effects,
        )
    }

    /// Has all of `effects` done, one after the other: what the screen is told of it.
    pub async fn answers(&mut self, effects: Vec<Effect>) -> Vec<Event> {
        let mut events = VecDeque::new();
        for effect in effects {
            // A bench that ends leaves nothing to be done at its terminal.
            let _at_terminal = self.hands.perform(effect, &mut events);
            while !self.hands.is_idle() {
                match self.hands.came(true).await {
                    Came::Told(told) => events.extend(told),
                    Came::Fault(fault) => or_exit(Err(fault)),
                    Came::Done => {}
                }
            }
        }
        events.into()
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
        self.bytes.clear();
        or_exit(self.canvas.draw(&self.app, &mut self.bytes));
        self.bytes.len()
    }
}
