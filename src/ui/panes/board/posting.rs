//! Posting, and putting right what is posted (BRD-2): the notice as a form, the description in the editor,
//! then exactly what a facilitator will see, before anybody does.

use super::BoardPane;
use super::notice::Read;
use super::sheet::Sheet;
use super::writing::What;
use crate::desk::views::Posting;
use crate::domain::ids::Seq;
use crate::domain::opportunity::command::Description;
use crate::domain::opportunity::{BoardCommand, Notice};
use crate::domain::request::{Attachment, Group};
use crate::domain::{OpportunityId, RequestId};
use crate::ui::frame::ask::{FormBox, meanwhile};
use crate::ui::frame::{ListPane, Opening, Question};
use crate::ui::kit::form::Form;
use crate::ui::message::Jump;

/// What is posted or put right.
#[derive(Clone)]
pub enum Of {
    /// A request.
    Post(Box<Posting>),
    /// An opportunity, by the record whose notice was read; with the text and the files as they stand.
    Amend(OpportunityId, Seq, Box<Notice>, String, Vec<Attachment>),
}

/// A notice under way.
#[derive(Clone)]
pub struct Drafting {
    pub(super) of: Of,
    /// The form as it was left.
    pub(super) form: Option<FormBox>,
    /// The notice as it was filled in.
    notice: Option<Box<Notice>>,
    /// The description.
    pub(super) text: String,
    /// The description it was opened with.
    opened: String,
}

impl Drafting {
    fn new(of: Of, text: String) -> Drafting {
        Drafting {
            of,
            form: None,
            notice: None,
            opened: text.clone(),
            text,
        }
    }

    pub(super) fn group(&self, amended: Option<Group>) -> Group {
        match &self.of {
            Of::Post(posting) => posting.group,
            Of::Amend(..) => amended.unwrap_or(Group::ClientIntroduction),
        }
    }

    fn begun(&self) -> &Notice {
        match &self.of {
            Of::Post(posting) => &posting.notice,
            Of::Amend(_, _, notice, ..) => notice,
        }
    }

    /// What a form for it is kept under when it is left.
    fn name(&self) -> String {
        match &self.of {
            Of::Post(posting) => format!("post {} {}", posting.request, posting.group.key()),
            Of::Amend(id, seen, ..) => format!("amend {id} {seen}"),
        }
    }
}

impl BoardPane {
    /// The form that posts a request, filled with what the house knows of it.
    pub(super) fn post_form(&mut self, request: RequestId) {
        match self.ctx().sight.posting(request, self.ctx().now) {
            Ok(posting) => {
                let of = Of::Post(Box::new(posting));
                self.notice_form(Drafting::new(of, String::new()));
            }
            Err(refusal) => {
                let words = self.ctx().teller().refusal(&refusal);
                self.frame.out.refuse(words);
                // What is missing is done at the request itself.
                self.frame.out.jump = Some(Jump::Request(request));
            }
        }
    }

    pub(super) fn amend_form(&mut self) {
        if let Some(drafting) = self.amending() {
            self.notice_form(drafting);
        }
    }

    /// What is posted, to be put right.
    fn amending(&self) -> Option<Drafting> {
        let page = self.page()?;
        let notice = page.notice.clone()?;
        let text = page.text.clone().unwrap_or_default();
        let (id, seen, files) = (page.row.id, page.notice_at, page.attachments.clone());
        let of = Of::Amend(id, seen, notice, text.clone(), files);
        Some(Drafting::new(of, text))
    }

    /// Opens what is put right as it stands now, with what was typed over what it was.
    pub(super) fn amend_again(&mut self, typed: Drafting, text: String) {
        let Some(mut drafting) = self.amending() else {
            // The text stays as its draft.
            let name = typed.name();
            if let Some(form) = typed.form {
                self.frame.asking.lay_aside(name, form);
            }
            return;
        };
        let mut form = self.begun_form(&drafting);
        if let Some(earlier) = &typed.form {
            form.form
                .take_over(&earlier.form, |now| meanwhile(self.ctx(), now));
        }
        drafting.form = Some(form);
        if text != typed.opened {
            drafting.text = text;
        }
        self.notice_form(drafting);
    }

    fn begun_form(&self, drafting: &Drafting) -> FormBox {
        let group = drafting.group(self.row().map(|row| row.group));
        FormBox {
            title: self.form_title(drafting, group),
            form: Form::new(self.notice_fields(drafting.begun(), group)),
        }
    }

    /// The notice as a form; one that was left comes back.
    pub(super) fn notice_form(&mut self, mut drafting: Drafting) {
        let form = drafting.form.take();
        let FormBox { title, form } = form.unwrap_or_else(|| self.begun_form(&drafting));
        let name = drafting.name();
        let question = Question::form(title, form, move |p: &mut BoardPane, form| {
            p.noticed(form, drafting.clone());
        });
        self.ask(question.kept(name, "board-form-kept"));
    }

    /// The notice is filled in: now its description.
    fn noticed(&mut self, form: &Form, mut drafting: Drafting) {
        let group = drafting.group(self.row().map(|row| row.group));
        let title = match &drafting.of {
            Of::Post(posting) => self.about_request("board-describe-title", posting.request),
            Of::Amend(id, ..) => self.about("board-describe-title", *id),
        };
        drafting.form = Some(FormBox {
            title: self.form_title(&drafting, group),
            form: form.clone(),
        });
        match self.read_notice(form, drafting.begun(), group) {
            Read::Notice(notice) => drafting.notice = Some(notice),
            Read::Wrong(field, why) => {
                if let Some(form) = &mut drafting.form {
                    form.form.fail(field, why);
                }
                return self.notice_form(drafting);
            }
        }
        let key = match &drafting.of {
            Of::Post(posting) => format!("posting-{}", posting.request),
            Of::Amend(id, ..) => format!("amend-{id}"),
        };
        let opening = Opening {
            key,
            title,
            label: self.text("board-rule-description"),
            keys: "board-describe-keys",
            hint: "board-describe-hint",
            text: drafting.text.clone(),
            about: self.asked(),
            ..Opening::default()
        };
        self.write_text(What::Description(Box::new(drafting)), opening);
    }

    fn about_request(&self, id: &str, request: RequestId) -> String {
        self.with(id, &[("of", request.to_string().into())])
    }

    fn form_title(&self, drafting: &Drafting, group: Group) -> String {
        match &drafting.of {
            Of::Post(posting) => self.with(
                "board-form-post",
                &[
                    ("of", posting.request.to_string().into()),
                    ("group", self.ctx().teller().group(group).into()),
                ],
            ),
            Of::Amend(id, ..) => self.about("board-form-amend", *id),
        }
    }

    /// The description is written: what is posted is shown first, what is put right is sent.
    pub(super) fn describe(&mut self) {
        let Some(writing) = &mut self.frame.texts.open else {
            return;
        };
        let text = writing.pad.editor.text();
        let What::Description(drafting) = &mut writing.what else {
            return;
        };
        drafting.text.clone_from(&text);
        let Some(notice) = drafting.notice.clone() else {
            return;
        };
        match drafting.of.clone() {
            Of::Post(posting) => {
                let posting = Posting {
                    notice: *notice,
                    ..*posting
                };
                let description = Description {
                    text: text.into(),
                    files: Vec::new(),
                };
                match self
                    .ctx()
                    .sight
                    .preview(&posting, &description, self.ctx().now)
                {
                    Ok(preview) => {
                        let sheet = Sheet::preview(preview, posting, description);
                        self.show(sheet);
                    }
                    Err(refusal) => {
                        let words = self.ctx().teller().refusal(&refusal);
                        self.frame.out.refuse(words);
                    }
                }
            }
            Of::Amend(opportunity, seen, _, old, files) => {
                let description = (text != old).then(|| Description {
                    text: text.into(),
                    files,
                });
                let token = self.send(BoardCommand::Amend {
                    opportunity,
                    seen,
                    notice,
                    description,
                });
                self.frame.texts.stay_with(token, &mut self.frame.out);
            }
        }
    }

    /// The preview was looked at: posts it.
    pub(super) fn post(&mut self, posting: Posting, description: Description) {
        let token = self.send(BoardCommand::Post {
            request: posting.request,
            quotation: posting.quotation,
            notice: Box::new(posting.notice),
            description,
        });
        self.frame.texts.stay_with(token, &mut self.frame.out);
    }
}
