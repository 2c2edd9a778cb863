//! A request entered by hand, whichever form it was typed into: its subject says the client first, and pressing twice enters
//! it once. Sends nothing.

use super::Ctx;
use crate::domain::Command;
use crate::domain::ids::MessageKey;
use crate::domain::request::Source;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::incoming::{Asked, Incoming, Sender};
use crate::domain::request::lint::subject_conforms;
use crate::text::reading::shipped;
use crate::ui::kit::form::Form;

/// Returns the command that enters a request of `client` as a form has it; `token` is the last that was given out.
pub fn entered(ctx: &Ctx, token: u64, client: &str, form: &Form, asked: Asked) -> Command {
    let text = |id: &str| form.text(id).trim();
    let subject = match text("subject") {
        subject if subject_conforms(subject, shipped()) => subject.to_owned(),
        subject => format!("{} / {subject}", client.to_uppercase()),
    };
    // The key is the place and time of entry, so that pressing twice enters once.
    let key = MessageKey(
        (u128::from(ctx.me.id.0) << 96) | ((ctx.now as u128) << 16) | u128::from(token & 0xffff),
    );
    let incoming = Incoming {
        source: Source::Form,
        key,
        message_id: "".into(),
        parents: Vec::new(),
        sent_at: None,
        from: Sender {
            name: text("contact").into(),
            email: text("email").into(),
        },
        to: Vec::new(),
        cc: Vec::new(),
        subject: subject.into(),
        body: text("body").into(),
        whole: None,
        attachments: Vec::new(),
        meetings: Vec::new(),
        language: None,
        automatic: false,
        asked: Asked {
            organisation: client.into(),
            phone: text("phone").into(),
            assignee: Some(ctx.me.id),
            ..asked
        },
    };
    Command::Request(RequestCommand::Receive(Box::new(incoming)))
}
