//! The terms on a page of their own, for each side (BRD-6): read, agreed to, written anew, declined. Sends what was read
//! with each yes, so that nobody agrees to what came in between.

use super::{Kind, Sheet};
use crate::desk::views::DealPage;
use crate::domain::OpportunityId;
use crate::domain::opportunity::{BoardCommand, DealCommand, Payer, Side};
use crate::ui::frame::ListPane;
use crate::ui::kit::keys::Key;
use crate::ui::kit::prose::Tone;
use crate::ui::panes::board::BoardPane;
use crate::ui::panes::board::page::Writer;
use crate::ui::panes::board::reasons::because;

/// The words that say the keys of the terms, for the side of who looks.
pub(super) fn keys(deal: &DealPage) -> &'static str {
    let consents = deal.agreement.payer == Payer::Provider;
    match (deal.side, deal.agreed) {
        (None, _) | (_, true) => "board-sheet-keys",
        (Some(Side::Provider), _) if !deal.both => "board-terms-keys-set",
        (Some(Side::Provider), _) if consents => "board-terms-keys-consent",
        (Some(Side::Provider), _) => "board-terms-keys",
        (Some(Side::Client), _) if deal.both => "board-terms-keys-client",
        (Some(Side::Client), _) => "board-terms-keys-ours",
    }
}

impl BoardPane {
    /// Shows the terms on a page of their own.
    pub(in crate::ui::panes::board) fn show_terms(&mut self) {
        let Some(page) = self.page() else { return };
        let Some(deal) = &page.deal else { return };
        let kind = Kind::Terms {
            of: page.row.id,
            deal: Box::new(deal.clone()),
            consent: false,
            sent: None,
        };
        self.show(Sheet::of(kind));
    }

    pub(super) fn terms_lines(&self, writer: &mut Writer<'_>, deal: &DealPage, consent: bool) {
        let page = self.page();
        let heading = match (deal.side, deal.agreed) {
            (_, true) => "board-rule-agreed",
            (Some(Side::Provider), _) => "board-terms-you-won",
            (Some(Side::Client), _) if deal.may_agree => "board-terms-you-agree",
            _ => "board-rule-terms",
        };
        writer.line(&self.text(heading), Tone::Accent);
        if let Some(page) = page {
            writer.line(&page.row.title, Tone::Title);
        }
        writer.blank();
        let why = page
            .map(|page| page.payer_reason.clone())
            .unwrap_or_default();
        writer.terms(&deal.agreement, &why);
        writer.blank();
        writer.deal(deal);
        writer.blank();
        let provider = deal.side == Some(Side::Provider) && !deal.agreed;
        if deal.agreement.payer == Payer::Provider && provider {
            let sign = if consent { "[✓]" } else { "[ ]" };
            let amount = self.ctx().teller().money(deal.agreement.commission);
            let words = self.with("board-terms-consent", &[("amount", amount.into())]);
            writer.item(sign, &words, Tone::Accent);
            writer.blank();
        }
        if provider {
            writer.line(&self.text("board-terms-then"), Tone::Muted);
        }
        if deal.both && !deal.agreed {
            writer.line(&self.text("board-terms-both"), Tone::Muted);
        }
    }

    pub(super) fn in_terms(&mut self, key: Key) -> bool {
        let Some(Sheet {
            kind: Kind::Terms {
                of, deal, consent, ..
            },
            ..
        }) = &mut self.sheet
        else {
            return false;
        };
        let (of, pays) = (*of, deal.agreement.payer == Payer::Provider);
        let Some(side) = deal.side.filter(|_| !deal.agreed) else {
            return false;
        };
        match (key, side) {
            (Key::Char(' '), Side::Provider) if pays => {
                *consent = !*consent;
                self.write_sheet();
            }
            (Key::Char('y'), Side::Provider) if pays && !*consent => {
                let words = self.text("refusal-consent-missing");
                self.frame.out.refuse(words);
            }
            (Key::Char('y'), Side::Provider) => {
                let command = BoardCommand::Confirm {
                    opportunity: of,
                    agreement: Box::new(deal.agreement.clone()),
                    tranches: deal.seen.clone(),
                    consent: *consent,
                };
                self.send_yes(command);
            }
            (Key::Char('y'), Side::Client) if deal.both => {
                let deal = (**deal).clone();
                self.ask_agree(of, deal);
            }
            (Key::Char('x'), Side::Provider) => self.ask_decline(of),
            (Key::Char('x'), Side::Client) if deal.both => self.ask_refuse(of),
            (Key::Char('f'), Side::Client) if deal.both => self.ask_formula(),
            (Key::Char('e'), _) if deal.may_draw => {
                self.sheet = None;
                self.write_terms();
            }
            _ => return false,
        }
        true
    }

    /// Sends a yes; a refusal shows the terms as they are now.
    fn send_yes(&mut self, command: BoardCommand) {
        let token = self.send(command);
        if let Some(Sheet {
            kind: Kind::Terms { sent, .. },
            ..
        }) = &mut self.sheet
        {
            *sent = Some(token);
        }
    }

    /// The client agrees; who says it for her says how she told us.
    fn ask_agree(&mut self, opportunity: OpportunityId, deal: DealPage) {
        let word_of = self.client_name().filter(|_| deal.for_client);
        self.ask_said(word_of, move |p, said| {
            p.send_yes(BoardCommand::Deal(DealCommand::Agree {
                opportunity,
                agreement: Box::new(deal.agreement.clone()),
                tranches: deal.seen.clone(),
                said: said.into(),
            }));
        });
    }

    /// The client refuses the terms, with a reason.
    pub(in crate::ui::panes::board) fn ask_refuse(&mut self, opportunity: OpportunityId) {
        let for_client = self.page().is_some_and(|page| page.for_client);
        let word_of = self.client_name().filter(|_| for_client);
        let title = self.about("board-ask-refuse", opportunity);
        self.ask_said(word_of, move |p, said| {
            let said = said.to_owned();
            p.ask_why(title.clone(), true, move |p, why, reason| {
                p.sheet = None;
                let refuse = DealCommand::Refuse {
                    opportunity,
                    reason: reason.into(),
                    said: said.as_str().into(),
                };
                p.send(because(why, BoardCommand::Deal(refuse)));
            });
        });
    }
}
