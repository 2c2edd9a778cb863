//! A screen without a terminal: the app, the frame it draws, and the bytes that would be written.

use entremise::desk::Desk;
use std::sync::{Arc, Mutex};

use entremise::desk::Searched;
use entremise::desk::views::{Cancel, Looker};
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

    /// Looks at what is asked for among `effects`, as a session does beside the screen: what the screen is told of it.
    pub async fn looks(&self, desk: &Desk, effects: Vec<Effect>) -> Vec<Event> {
        let mut events = Vec::new();
        for effect in effects {
            let Effect::Look { token, look, .. } = effect else {
                continue;
            };
            let looker = Looker {
                desk: desk.clone(),
                me: or_exit(self.app.me().ok_or("nobody")),
                search: Arc::new(|_, _, _| Searched::default()),
            };
            let parts = Arc::new(Mutex::new(Vec::new()));
            let told = Arc::clone(&parts);
            let part = move |found| or_exit(told.lock().map(|mut all| all.push(found)));
            let whole = or_exit(look.carry_out(looker, Cancel::default(), part).await);
            let parts = std::mem::take(&mut *or_exit(parts.lock().map_err(|_| "a panic")));
            events.extend(parts.into_iter().chain(whole).map(|found| {
                let found = Ok(found);
                Event::Looked { token, found }
            }));
        }
        events
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
