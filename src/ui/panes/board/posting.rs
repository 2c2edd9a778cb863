//! Posting, and putting right what is posted (BRD-2): the notice as a form, the description in the editor,
//! then exactly what a facilitator will see, before anybody does.

use super::BoardPane;
use super::answers::Wanted;
use super::notice::Read;
use super::sheet::Sheet;
use super::writing::What;
use crate::desk::views::Posting;
use crate::domain::ids::Seq;
use crate::domain::opportunity::command::Description;
use crate::domain::opportunity::{Command as Board, Notice};
use crate::domain::request::{Attachment, Group};
use crate::domain::{OpportunityId, RequestId};
use crate::ui::kit::form::Form;
use crate::ui::message::Jump;
use crate::ui::panes::ask::{Ask, FormBox, meanwhile};

/// What is posted or put right.
#[derive(Clone)]
pub(super) enum Of {
    /// A request.
    Post(Box<Posting>),
    /// An opportunity, by the record whose notice was read; with the text and the files as they stand.
    Amend(OpportunityId, Seq, Box<Notice>, String, Vec<Attachment>),
}

/// A notice under way.
#[derive(Clone)]
pub(super) struct Drafting {
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

    fn is_same(&self, other: &Of) -> bool {
        match (&self.of, other) {
            (Of::Post(one), Of::Post(two)) => one.request == two.request && one.group == two.group,
            (Of::Amend(one, seen, ..), Of::Amend(two, now, ..)) => (one, seen) == (two, now),
            (Of::Post(_), Of::Amend(..)) | (Of::Amend(..), Of::Post(_)) => false,
        }
    }
}

impl BoardPane {
    /// The form that posts a request, filled with what the house knows of it.
    pub(super) fn post_form(&mut self, request: RequestId) {
        match self.ctx.sight.posting(request, self.ctx.now) {
            Ok(posting) => self.form_of(Of::Post(Box::new(posting)), String::new()),
            Err(refusal) => {
                let words = self.ctx.teller().refusal(&refusal);
                self.out.refuse(words);
                // What is missing is done at the request itself.
                self.out.jump = Some(Jump::Request(request));
            }
        }
    }

    pub(super) fn amend_form(&mut self) {
        let Some(page) = self.page() else { return };
        let Some(notice) = page.notice.clone() else {
            return;
        };
        let text = page.text.clone().unwrap_or_default();
        let (id, seen, files) = (page.row.id, page.notice_at, page.attachments.clone());
        self.form_of(Of::Amend(id, seen, notice, text.clone(), files), text);
    }

    /// Begins, or goes on with what was left.
    fn form_of(&mut self, of: Of, text: String) {
        let left = self.left.take_if(|left| left.is_same(&of));
        let drafting = left.unwrap_or_else(|| Drafting::new(of, text));
        self.back_to_form(drafting);
    }

    /// Opens what is put right as it stands now, with what was typed over what it was.
    pub(super) fn amend_again(&mut self, typed: Drafting, text: String) {
        self.left = None;
        self.amend_form();
        let ctx = self.ctx.clone();
        let Some((Ask::Form(form), Wanted::Notice(drafting))) = &mut self.ask else {
            self.left = Some(Drafting { text, ..typed });
            return;
        };
        if let Some(earlier) = &typed.form {
            form.form
                .take_over(&earlier.form, |now| meanwhile(&ctx, now));
        }
        if text != typed.opened {
            drafting.text = text;
        }
    }

    pub(super) fn back_to_form(&mut self, mut drafting: Drafting) {
        let form = drafting.form.take().unwrap_or_else(|| {
            let group = drafting.group(self.row().map(|row| row.group));
            let title = self.form_title(&drafting, group);
            FormBox {
                title,
                form: Form::new(self.notice_fields(drafting.begun(), group)),
            }
        });
        self.question(
            Ask::Form(Box::new(form)),
            Wanted::Notice(Box::new(drafting)),
        );
    }

    pub(super) fn keep_drafting(&mut self, drafting: Drafting) {
        if drafting.form.as_ref().is_some_and(|form| form.form.dirty()) {
            let words = self.text("board-form-kept");
            self.out.say(words);
            self.left = Some(drafting);
        }
    }

    /// The notice is filled in: now its description.
    pub(super) fn noticed(&mut self, form: &Form, mut drafting: Drafting) {
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
                return self.back_to_form(drafting);
            }
        }
        let key = match &drafting.of {
            Of::Post(posting) => format!("posting-{}", posting.request),
            Of::Amend(id, ..) => format!("amend-{id}"),
        };
        let text = drafting.text.clone();
        let label = self.text("board-rule-description");
        let what = What::Description(Box::new(drafting));
        self.write(what, title, label, key, Form::default(), &text);
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
                    ("group", self.ctx.teller().group(group).into()),
                ],
            ),
            Of::Amend(id, ..) => self.about("board-form-amend", *id),
        }
    }

    /// The description is written: what is posted is shown first, what is put right is sent.
    pub(super) fn describe(&mut self) {
        let Some(writing) = &mut self.writing else {
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
                match self.ctx.sight.preview(&posting, &description, self.ctx.now) {
                    Ok(preview) => {
                        let sheet = Sheet::preview(preview, posting, description);
                        self.show(sheet);
                    }
                    Err(refusal) => {
                        let words = self.ctx.teller().refusal(&refusal);
                        self.out.refuse(words);
                    }
                }
            }
            Of::Amend(opportunity, seen, _, old, files) => {
                let description = (text != old).then(|| Description {
                    text: text.into(),
                    files,
                });
                let token = self.send(Board::Amend {
                    opportunity,
                    seen,
                    notice,
                    description,
                });
                self.sent_with(token);
            }
        }
    }

    /// The preview was looked at: posts it.
    pub(super) fn post(&mut self, posting: Posting, description: Description) {
        let token = self.send(Board::Post {
            request: posting.request,
            quotation: posting.quotation,
            notice: Box::new(posting.notice),
            description,
        });
        self.sent_with(token);
    }
}
