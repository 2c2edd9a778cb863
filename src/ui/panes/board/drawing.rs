//! Writing the tranches of the terms anew (BRD-6): one a line, what, when and how much, sent as a whole. Nothing is checked
//! here that the rules check; what is no line stays in the editor.

use super::BoardPane;
use super::writing::What;
use crate::domain::OpportunityId;
use crate::domain::opportunity::{BoardCommand, DealCommand, Side, Tranche};
use crate::ui::frame::{ListPane, Opening, beside};
use crate::ui::kit::prose::{self, Line, Tone};

impl BoardPane {
    /// Opens the tranches to be written.
    pub(super) fn write_terms(&mut self) {
        let Some(page) = self.page() else { return };
        let Some(deal) = page.deal.as_ref().filter(|deal| deal.may_draw) else {
            return;
        };
        let Some(side) = deal.side else { return };
        let teller = self.ctx().teller();
        let lines: Vec<String> = match deal.seen.as_slice() {
            [] => {
                let what = self.text("board-tranche-all").into();
                let whole = Tranche {
                    what,
                    ..Tranche::whole(deal.agreement.price)
                };
                vec![teller.typed_tranche(&whole)]
            }
            all => all.iter().map(|one| teller.typed_tranche(one)).collect(),
        };
        let id = page.row.id;
        let opening = Opening {
            key: format!("terms-{id}-{}-{}", side.key(), deal.version),
            title: self.about("board-draw-title", id),
            keys: "board-draw-keys",
            hint: "board-draw-hint",
            text: lines.join("\n"),
            about: (String::new(), self.told_terms()),
            ..Opening::default()
        };
        let seen = deal.seen.clone();
        self.write_text(What::Terms(id, side, seen), opening);
    }

    /// How a line is written, and what it has to add up to, to stand beside what is written.
    pub(super) fn told_terms(&self) -> Vec<Line> {
        let Some(width) = beside(self.frame.browse.area()).map(usize::from) else {
            return Vec::new();
        };
        let price = self.page().and_then(|page| page.deal.as_ref());
        let price = price.map(|deal| self.ctx().teller().money(deal.agreement.price));
        let sum = self.with(
            "board-draw-sum",
            &[("price", price.unwrap_or_default().into())],
        );
        let mut lines = prose::words(&sum, width, Tone::Title);
        lines.extend(prose::words(
            &self.text("board-draw-how"),
            width,
            Tone::Muted,
        ));
        lines
    }

    /// `Ctrl-s`: sends the tranches; who writes for the client says how she told us.
    pub(super) fn hand_terms(&mut self, id: OpportunityId, side: Side, seen: Vec<Tranche>) {
        let Some(writing) = &self.frame.texts.open else {
            return;
        };
        let Some(deal) = self.page().and_then(|page| page.deal.as_ref()) else {
            return;
        };
        let currency = deal.agreement.price.currency;
        let read = self
            .ctx()
            .teller()
            .read_tranches(&writing.pad.editor.text(), currency);
        let tranches = match read {
            Ok(tranches) => tranches,
            Err(why) => return self.frame.out.refuse(why),
        };
        let for_client = deal.for_client && side == Side::Client;
        let word_of = self.client_name().filter(|_| for_client);
        self.ask_said(word_of, move |p, said| {
            let token = p.send(BoardCommand::Deal(DealCommand::Draw {
                opportunity: id,
                side,
                seen: seen.clone(),
                tranches: tranches.clone(),
                said: said.into(),
            }));
            p.frame.texts.stay_with(token, &mut p.frame.out);
        });
    }
}
