//! Opening a page of its own: what is asked for it, what comes, and what becomes of it when what it shows changed.

use super::{Kind, Sheet};
use crate::desk::views::{CreditPage, OpportunityPage, Stats};
use crate::domain::Refusal;
use crate::domain::ids::PersonId;
use crate::ui::frame::ListPane;
use crate::ui::panes::board::BoardPane;

impl BoardPane {
    pub(in crate::ui::panes::board) fn show_credits(&mut self, person: PersonId) {
        let look = CreditPage::look(person);
        self.crediting.ask_only(look, &mut self.frame.out);
        self.show(Sheet::of(Kind::Credits(person, None)));
    }

    pub(in crate::ui::panes::board) fn show_stats(&mut self) {
        self.count_stats(false);
    }

    pub(super) fn count_stats(&mut self, own: bool) {
        let look = Stats::look(own);
        self.counting.ask_only(look, &mut self.frame.out);
        self.show(Sheet::of(Kind::Stats { own, stats: None }));
    }

    /// Credits that were asked for came.
    pub(in crate::ui::panes::board) fn credited(
        &mut self,
        person: PersonId,
        page: Result<CreditPage, Refusal>,
    ) {
        let kind = self.sheet.as_ref().map(|sheet| &sheet.kind);
        let wanted = matches!(kind, Some(Kind::Credits(whose, _)) if *whose == person);
        if !wanted {
            return;
        }
        match page {
            Ok(page) => {
                if let Some(sheet) = &mut self.sheet {
                    sheet.kind = Kind::Credits(person, Some(page));
                }
                self.write_sheet();
            }
            Err(refusal) => self.close_sheet_saying(&refusal),
        }
    }

    /// Figures that were asked for came.
    pub(in crate::ui::panes::board) fn counted(
        &mut self,
        own: bool,
        stats: Result<Stats, Refusal>,
    ) {
        let kind = self.sheet.as_ref().map(|sheet| &sheet.kind);
        let wanted = matches!(kind, Some(Kind::Stats { own: shown, .. }) if *shown == own);
        if !wanted {
            return;
        }
        match stats {
            Ok(stats) => {
                let stats = Some(stats);
                if let Some(sheet) = &mut self.sheet {
                    sheet.kind = Kind::Stats { own, stats };
                }
                self.write_sheet();
            }
            Err(refusal) => self.close_sheet_saying(&refusal),
        }
    }

    fn close_sheet_saying(&mut self, refusal: &Refusal) {
        self.sheet = None;
        let words = self.ctx().teller().refusal(refusal);
        self.frame.out.refuse(words);
    }

    /// A command was answered: terms that were confirmed are gone, those that were refused are shown as
    /// they are now.
    pub(in crate::ui::panes::board) fn settle_sheet(&mut self, token: u64, done: bool) {
        let Some(sheet) = &mut self.sheet else { return };
        if let Kind::Terms { sent, .. } = &mut sheet.kind
            && *sent == Some(token)
        {
            *sent = None;
            self.sheet = None;
            self.terms_again = !done;
        }
    }

    /// What a sheet shows of the page is shown anew once the page came.
    pub(in crate::ui::panes::board) fn renew_sheet(&mut self) {
        let open = |page: &OpportunityPage| page.deal.as_ref().is_some_and(|deal| !deal.agreed);
        if std::mem::take(&mut self.terms_again) && self.page().is_some_and(open) {
            self.show_terms();
        }
        let Some(sheet) = &mut self.sheet else { return };
        match &mut sheet.kind {
            // Somebody may have agreed or written it anew: what is shown is what one would agree to, and one's consent
            // was to what stood there before.
            Kind::Terms {
                of, deal, consent, ..
            } => {
                let page = self.page.as_ref().filter(|page| page.row.id == *of);
                let Some(page) = page else { return };
                match &page.deal {
                    Some(now) if **deal == *now => return,
                    Some(now) => {
                        *consent &= deal.agreement == now.agreement && deal.seen == now.seen;
                        **deal = now.clone();
                    }
                    None => self.sheet = None,
                }
                self.write_sheet();
            }
            Kind::Compare { of, .. } => {
                let here = self.page.as_ref().filter(|page| page.row.id == *of);
                if here.is_some() {
                    self.write_sheet();
                }
            }
            Kind::Message { .. }
            | Kind::Preview(_)
            | Kind::Credits(..)
            | Kind::Firm(..)
            | Kind::Stats { .. } => {}
        }
    }
}
