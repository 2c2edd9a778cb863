//! The tour among the keys: it takes those that lead through it, sees what is done on the screen behind, and says at
//! its end what was done and what was only read. Never draws.

use super::App;
use crate::domain::person::Preference;
use crate::ui::kit::binding::Ready;
use crate::ui::kit::keys::Input;
use crate::ui::tour::Taken;

impl App {
    /// Hands an input to the tour first; false when it is for the screen behind.
    pub(super) fn tour_takes(&mut self, input: &Input) -> bool {
        let (Some(_), Input::Key(chord)) = (&self.tour, input) else {
            return false;
        };
        if self.pane().is_some_and(|pane| pane.typing()) {
            return false;
        }
        let entries = self.footer_entries();
        let mut can = entries.iter().filter(|entry| entry.ready == Ready::Yes);
        let back = can.clone().any(|entry| entry.id == "back");
        let meant = can.find(|entry| entry.chords.contains(chord));
        let meant = meant.map(|entry| entry.id);
        let taken = self.tour.as_mut().map(|tour| tour.update(*chord, back));
        match (taken, meant) {
            (Some(Taken::Over), _) => self.end_tour(),
            (Some(Taken::Taken), _) => {}
            (_, meant) => {
                if let Some(id) = meant {
                    self.tour_sees(id);
                }
                return false;
            }
        }
        true
    }

    /// Something is done on the screen behind.
    pub(super) fn tour_sees(&mut self, id: &str) {
        if self.tour.as_mut().map(|tour| tour.did(id)) == Some(Taken::Over) {
            self.end_tour();
        }
    }

    fn end_tour(&mut self) {
        let Some(tour) = self.tour.take() else { return };
        let (done, read) = tour.counts();
        let args = [
            ("done", done.into()),
            ("read", read.into()),
            ("of", tour.steps().into()),
        ];
        let (words, at) = (self.texts.with("tour-over", &args), self.utc());
        self.toasts.done(&words, None, at);
        if self.person().is_some() {
            self.prefer(Preference::Toured(true));
        }
    }
}
