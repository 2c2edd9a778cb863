//! Who stands for a mission on its page (BRD-8): the client's people in charge, who coordinated it before, and the terms for
//! whom it is offered to.

use super::Writer;
use crate::desk::views::MissionPage;
use crate::ui::kit::prose::Tone;

impl Writer<'_> {
    pub(super) fn hands(&mut self, mission: &MissionPage) {
        for (_, one) in &mission.charge.named {
            let parts = [one.name.as_str(), one.email.as_str(), one.phone.as_str()];
            let there: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            self.field("board-field-charge", &there.join(" · "), Tone::Text);
        }
        for (name, until) in &mission.former {
            let until = self.teller.when(*until).into();
            let args = [("who", name.as_str().into()), ("until", until)];
            let words = self.with("board-former", &args);
            self.item("·", &words, Tone::Muted);
        }
        if let Some(until) = mission.was_mine {
            let until = self.teller.when(until).into();
            let words = self.with("board-was-yours", &[("until", until)]);
            self.line(&words, Tone::Soon);
        }
        self.handed(mission);
    }

    /// To whom it goes, and on which terms.
    fn handed(&mut self, mission: &MissionPage) {
        let Some(waits) = &mission.handover else {
            return;
        };
        let words = match (&waits.to, waits.offered) {
            (Some((_, name)), _) if waits.terms.is_none() => {
                let price = self.money(waits.price);
                let args = [("who", name.as_str().into()), ("price", price.into())];
                self.with("board-handed-to", &args)
            }
            (Some(_), _) => self.text("board-handed-you"),
            (None, true) => self.text("board-handed"),
            (None, false) => self.text("board-handed-nobody"),
        };
        self.line(&words, Tone::Accent);
        if let Some((agreement, tranches)) = &waits.terms {
            self.terms(agreement, "");
            for one in tranches {
                let words = self.teller.tranche(one);
                self.item("•", &words, Tone::Text);
            }
        }
    }
}
