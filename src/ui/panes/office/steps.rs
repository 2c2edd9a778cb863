//! The steps of a quotation from desk to desk, to the client and back. Within the house a step is taken at once,
//! and can be taken back; what goes to the client, and what they decide, says what it comes to before it asks.

use super::OfficePane;
use crate::desk::views::QuotationRow;
use crate::document;
use crate::domain::QuotationId;
use crate::domain::quotation::{Desk, QuotationCommand};
use crate::ui::frame::ask::{item, read_when, text_check, when_check};
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::confirm::Confirm;
use crate::ui::kit::keys::{Chord, Key};
use crate::ui::kit::prompt::Prompt;

/// The hour that is meant when only a day is named.
pub(super) const EVENING: (u32, u32) = (18, 0);

impl OfficePane {
    /// The number of the latest version, or none yet.
    pub(super) fn latest(&self) -> u16 {
        let latest = self.view.as_ref().and_then(|view| view.versions.last());
        latest.map_or(0, |version| version.number)
    }

    /// The next step from where it stands: within the house, to the client, or a second round.
    pub(super) fn next_step(&self, row: &QuotationRow) -> QuotationCommand {
        let quotation = row.id;
        match row.at {
            Some(Desk::Brief) => QuotationCommand::SendR1(quotation),
            Some(Desk::Pricing) => QuotationCommand::HandPrices(quotation),
            Some(Desk::Assembly) => QuotationCommand::HandProject(quotation),
            Some(Desk::Verification) => QuotationCommand::Send {
                quotation,
                version: self.latest(),
            },
            None => QuotationCommand::SendR2 {
                quotation,
                afresh: false,
                words: "".into(),
            },
        }
    }

    /// Takes the next step; what goes to the client is asked for first.
    pub(super) fn hand_over(&mut self) {
        let Some(row) = self.selected() else { return };
        let (id, at, step) = (row.id, row.at, self.next_step(row));
        match at {
            Some(Desk::Brief | Desk::Pricing | Desk::Assembly) => {
                self.step(step);
            }
            Some(Desk::Verification) => self.confirm_send(id),
            None => self.ask_second_round(id),
        }
    }

    fn confirm_send(&mut self, quotation: QuotationId) {
        let latest = self.view.as_ref().and_then(|view| view.versions.last());
        let Some(version) = latest.map(|version| version.number) else {
            return;
        };
        if let Some(mut confirm) = self.confirm("confirm-send", version) {
            if let Some(codes) = self.unshown() {
                confirm = confirm.with(codes, self.text("paper-unshown"));
            }
            if let Some(parts) = self.unsaid() {
                confirm = confirm.with(parts, self.text("paper-unsaid"));
            }
            self.ask(Question::sure(confirm, move |p: &mut OfficePane| {
                p.step(QuotationCommand::Send { quotation, version });
            }));
        }
    }

    /// The codes of the characters that the client would see as a box, if there are any.
    fn unshown(&self) -> Option<String> {
        let whole = self.whole.as_ref()?;
        (!whole.unshown.is_empty()).then(|| document::codes_of(&whole.unshown))
    }

    /// What the offer does not say of who offers, if it lacks something.
    fn unsaid(&self) -> Option<String> {
        let unsaid = &self.whole.as_ref()?.unsaid;
        let parts: Vec<String> = unsaid.iter().map(|id| self.text(id)).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// A question on a version, with what it comes to.
    fn confirm(&self, id: &str, number: u16) -> Option<Confirm> {
        let view = self.view.as_ref()?;
        let version = view.version(number)?;
        let teller = self.ctx().teller();
        let args = [
            ("quotation", view.row.id.to_string().into()),
            ("version", u32::from(number).into()),
            ("client", view.row.organisation.clone().into()),
        ];
        let question = self.with(&format!("{id}-question"), &args);
        let yes = (
            Chord::plain(Key::Char('y')),
            self.text(&format!("{id}-yes")),
        );
        let title = self.with(id, &args);
        let confirm = Confirm::new(title, question, yes, self.text("confirm-no"));
        let net = teller.money(version.totals.net());
        let gross = teller.money(version.totals.gross());
        let until = teller.when(version.valid_until);
        let confirm = confirm.with(net, self.text("doc-total-net"));
        let confirm = confirm.with(gross, self.text("doc-total"));
        Some(confirm.with(until, self.text("quotation-valid")))
    }

    /// As it is, or afresh, and then what is to change.
    fn ask_second_round(&mut self, quotation: QuotationId) {
        let items = vec![
            (item('a', self.text("second-round-as-is")), false),
            (item('n', self.text("second-round-afresh")), true),
        ];
        let title = self.titled("ask-second-round");
        self.ask(Question::menu(
            title,
            items,
            move |p: &mut OfficePane, afresh| {
                if afresh {
                    return p.ask_why(quotation, "ask-second-round-why", move |words| {
                        QuotationCommand::SendR2 {
                            quotation,
                            afresh,
                            words,
                        }
                    });
                }
                p.step(QuotationCommand::SendR2 {
                    quotation,
                    afresh,
                    words: "".into(),
                });
            },
        ));
    }

    /// What is written where it stands: the brief, the lines, the text.
    pub(super) fn edit(&mut self) {
        match self.selected().and_then(|row| row.at) {
            Some(Desk::Brief) => self.brief_form(),
            Some(Desk::Pricing) => self.start_pricing(),
            Some(Desk::Assembly) => self.write_project(),
            Some(Desk::Verification) | None => {}
        }
    }

    /// Where it goes back to, and then why.
    pub(super) fn ask_return(&mut self) {
        let Some((quotation, from)) = self.selected().and_then(|row| Some((row.id, row.at?)))
        else {
            return;
        };
        let items = from.back_to().iter().map(|desk| {
            let key = match desk {
                Desk::Brief => 'b',
                Desk::Pricing => 'p',
                Desk::Assembly | Desk::Verification => 'a',
            };
            (
                item(key, self.text(&format!("return-to-{}", desk.key()))),
                *desk,
            )
        });
        match from.back_to() {
            [only] => self.ask_return_why(quotation, from, *only),
            _ => {
                let (title, items) = (self.titled("ask-return"), items.collect());
                self.ask(Question::menu(
                    title,
                    items,
                    move |p: &mut OfficePane, to| {
                        p.ask_return_why(quotation, from, to);
                    },
                ));
            }
        }
    }

    fn ask_return_why(&mut self, quotation: QuotationId, from: Desk, to: Desk) {
        self.ask_why(quotation, "ask-return-why", move |reason| {
            QuotationCommand::Return {
                quotation,
                from,
                to,
                reason,
            }
        });
    }

    /// Asks for the words of a step.
    fn ask_why(
        &mut self,
        quotation: QuotationId,
        title: &str,
        step: impl Fn(Box<str>) -> QuotationCommand + Send + Sync + 'static,
    ) {
        let check = text_check(self.ctx(), true);
        let title = self.with(title, &[("quotation", quotation.to_string().into())]);
        let prompt = Prompt::new(title, self.text("quotation-words-hint"), "", check);
        self.ask(Question::line(prompt, move |p: &mut OfficePane, words| {
            p.step(step(words.trim().into()));
        }));
    }

    pub(super) fn ask_accept(&mut self) {
        let version = self.view.as_ref().and_then(|view| view.sent_version);
        let Some((quotation, version)) = self.id().zip(version) else {
            return;
        };
        let id = match self.as_client() {
            true => "confirm-accept",
            false => "confirm-accept-for",
        };
        if let Some(confirm) = self.confirm(id, version) {
            self.ask(Question::sure(confirm, move |p: &mut OfficePane| {
                p.step(QuotationCommand::Accept {
                    quotation,
                    version,
                    words: "".into(),
                });
            }));
        }
    }

    pub(super) fn ask_decline(&mut self) {
        if let Some(quotation) = self.id() {
            self.ask_why(quotation, "ask-decline", move |reason| {
                QuotationCommand::Decline { quotation, reason }
            });
        }
    }

    pub(super) fn ask_give_up(&mut self) {
        if let Some(quotation) = self.id() {
            self.ask_why(quotation, "ask-give-up", move |reason| {
                QuotationCommand::Drop { quotation, reason }
            });
        }
    }

    pub(super) fn ask_extend(&mut self) {
        let Some(quotation) = self.id() else { return };
        let check = when_check(self.ctx(), EVENING);
        let (title, hint) = (self.titled("ask-extend"), self.text("ask-when-hint"));
        let prompt = Prompt::new(title, hint, "", check);
        self.ask(Question::line(
            prompt,
            move |p: &mut OfficePane, text| match read_when(p.ctx(), text, EVENING) {
                Ok(until) => {
                    p.step(QuotationCommand::Extend { quotation, until });
                }
                Err(why) => p.frame.out.refuse(why),
            },
        ));
    }
}
