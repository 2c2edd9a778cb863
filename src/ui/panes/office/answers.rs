//! What is done with the answer to a question.

use super::OfficePane;
use super::actions::EVENING;
use crate::domain::house::Country;
use crate::domain::quotation::{Command as Step, Desk};
use crate::domain::{QuotationId, RequestId};
use crate::ui::message::Effect;
use crate::ui::panes::ask::{Answered, Ask, read_when};

/// What an answer is wanted for.
#[derive(Clone)]
pub enum Wanted {
    /// Of which request one is begun.
    Begin,
    /// Whether one is begun of this.
    BeginOf(RequestId),
    /// The brief of this one; countries and brands by place.
    Brief(QuotationId, Vec<Country>, Vec<String>),
    /// Whether this version goes to the client.
    Send(u16),
    /// As it is, or afresh.
    SecondRound,
    /// What is to change.
    Afresh,
    /// Where it goes back to.
    Return(Desk),
    /// Why it goes back.
    ReturnWhy(Desk, Desk),
    /// Whether the client says yes to this version.
    Accept(u16),
    /// Why they say no.
    Decline,
    /// Why the house gives it up.
    GiveUp,
    /// Until when it is good.
    Extend,
    /// Which tag; those that are on.
    Tag(Vec<(bool, String)>),
    /// With which version the last is compared.
    Compare(Vec<u16>, u16),
    /// Into which file.
    Paper,
    /// Since when.
    Recap,
    /// Which product is put on a line.
    Product,
    /// The line at this place, or a new one, of this product or free.
    Line(Option<usize>, Option<usize>),
    /// A remark on the prices.
    Note,
    /// How long the prices are good for.
    Validity,
}

impl OfficePane {
    /// Does what was wanted.
    pub(super) fn answer(&mut self, answer: Answered, ask: Ask, wanted: Wanted) {
        match answer {
            Answered::Chosen(at) => self.chosen(at, wanted),
            Answered::Text(text) => self.entered(&text, wanted),
            Answered::Yes => self.confirmed(&wanted),
            Answered::Filled => {
                if let Ask::Form(form) = ask {
                    self.filled(&form.form, wanted);
                }
            }
            Answered::Open | Answered::Refused(_) | Answered::Cancelled => {}
        }
    }

    /// A brief that is left is kept, to come back to.
    pub(super) fn cancelled(&mut self, ask: Ask, wanted: Wanted) {
        if let (Ask::Form(form), Wanted::Brief(id, ..)) = (ask, wanted)
            && form.form.dirty()
        {
            self.left_form = Some((id, *form));
            let words = self.text("form-kept");
            self.out.say(words);
        }
    }

    fn chosen(&mut self, at: usize, wanted: Wanted) {
        match wanted {
            Wanted::SecondRound if at == 0 => self.with_selected(|quotation| Step::SendR2 {
                quotation,
                afresh: false,
                words: "".into(),
            }),
            Wanted::SecondRound => self.ask_second_round_why(),
            Wanted::Return(from) => {
                if let Some(to) = from.back_to().get(at) {
                    self.ask_return_why(from, *to);
                }
            }
            Wanted::Tag(tags) => {
                if let Some((on, tag)) = tags.into_iter().nth(at) {
                    self.put_tag(&tag, !on);
                }
            }
            Wanted::Compare(numbers, current) => {
                if let Some(number) = numbers.get(at) {
                    self.compare(*number, current);
                }
            }
            Wanted::Product => self.line_form(None, Some(at)),
            Wanted::Begin
            | Wanted::BeginOf(_)
            | Wanted::Brief(..)
            | Wanted::Send(_)
            | Wanted::Afresh
            | Wanted::ReturnWhy(..)
            | Wanted::Accept(_)
            | Wanted::Decline
            | Wanted::GiveUp
            | Wanted::Extend
            | Wanted::Paper
            | Wanted::Recap
            | Wanted::Line(..)
            | Wanted::Note
            | Wanted::Validity => {}
        }
    }

    fn with_selected(&mut self, step: impl FnOnce(QuotationId) -> Step) {
        if let Some(id) = self.list.selected().copied() {
            self.step(step(id));
        }
    }

    fn put_tag(&mut self, tag: &str, there: bool) {
        let tag = tag.into();
        self.with_selected(|quotation| Step::Tag {
            quotation,
            tag,
            there,
        });
    }

    fn entered(&mut self, text: &str, wanted: Wanted) {
        let words: Box<str> = text.trim().into();
        match wanted {
            Wanted::Begin => {
                if let Ok(request) = text.trim().parse() {
                    self.begin(request);
                }
            }
            Wanted::Afresh => self.with_selected(|quotation| Step::SendR2 {
                quotation,
                afresh: true,
                words,
            }),
            Wanted::ReturnWhy(from, to) => self.with_selected(|quotation| Step::Return {
                quotation,
                from,
                to,
                reason: words,
            }),
            Wanted::Decline => self.with_selected(|quotation| Step::Decline {
                quotation,
                reason: words,
            }),
            Wanted::GiveUp => self.with_selected(|quotation| Step::Drop {
                quotation,
                reason: words,
            }),
            Wanted::Extend => match read_when(&self.ctx, text, EVENING) {
                Ok(until) => self.with_selected(|quotation| Step::Extend { quotation, until }),
                Err(why) => self.out.refuse(why),
            },
            Wanted::Tag(_) => self.put_tag(&words, true),
            Wanted::Paper => {
                let version = self.view.as_ref().and_then(|view| view.current());
                let version = version.map(|version| version.number);
                if let Some((quotation, version)) = self.list.selected().copied().zip(version) {
                    let path = text.trim().to_owned();
                    self.out.ask(|token| Effect::SaveOffer {
                        token,
                        quotation,
                        version,
                        path,
                    });
                }
            }
            Wanted::Recap => self.open_recap(text),
            Wanted::Note | Wanted::Validity => self.entered_in_lines(text, &wanted),
            Wanted::BeginOf(_)
            | Wanted::Brief(..)
            | Wanted::Send(_)
            | Wanted::SecondRound
            | Wanted::Return(_)
            | Wanted::Accept(_)
            | Wanted::Compare(..)
            | Wanted::Product
            | Wanted::Line(..) => {}
        }
    }

    fn confirmed(&mut self, wanted: &Wanted) {
        match *wanted {
            Wanted::BeginOf(request) => self.begin(request),
            Wanted::Send(version) => {
                self.with_selected(|quotation| Step::Send { quotation, version });
            }
            Wanted::Accept(version) => self.with_selected(|quotation| Step::Accept {
                quotation,
                version,
                words: "".into(),
            }),
            _ => {}
        }
    }

    fn begin(&mut self, request: RequestId) {
        match self.ctx.sight.quotation_of(request) {
            Some(id) if self.rows.iter().any(|row| row.id == id && row.at.is_some()) => {
                self.show(id);
            }
            _ => {
                self.step(Step::Begin(request));
                // It is the newest one of theirs when it comes.
                self.begun_of = Some(request);
            }
        }
    }
}
