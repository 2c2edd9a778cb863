//! Where one goes from an account: a movement opens its entry, the opportunity and the client their own places.

use super::EscrowPane;
use super::stops::Stop;
use crate::ui::message::Jump;

impl EscrowPane {
    /// Opens what one is on.
    pub(super) fn enter(&mut self) {
        if let Some(Stop::Movement(entry)) = self.stop() {
            self.open_entry(entry);
        }
    }

    /// Goes to the opportunity on the board.
    pub(super) fn open_opportunity(&mut self) {
        let id = self.selected().map(|row| row.id);
        self.frame.out.jump = id.map(Jump::Opportunity);
    }

    /// Goes to the client's page in the directory.
    pub(super) fn open_client(&mut self) {
        use crate::ui::frame::ListPane;
        let request = self.selected().and_then(|row| row.request);
        let client = request.and_then(|id| self.ctx().sight.organisation_of(id));
        self.frame.out.jump = client.map(Jump::Organisation);
    }
}
