//! The sample house's requests: the email each comes with, and every step people take with it, as commands.
//! Nothing here applies a rule; the commands are decided like anyone's.

use super::files::{RequestLine, StepLine};
use super::stage::Stage;
use super::{DAY, ago, bad, span};
use crate::assets::BadFile;
use crate::domain::house::Language;
use crate::domain::ids::MessageKey;
use crate::domain::money::{Currency, Money};
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::Outcome;
use crate::domain::request::incoming::{Asked, Incoming, Sender};
use crate::domain::request::{CloseReason, Group, Source, Wish};
use crate::domain::{Act, Command, Millis, RequestId};

impl Stage {
    /// Plays a request: its first email, and all that is done with it.
    pub(super) fn request(&mut self, line: &RequestLine) -> Result<(), BadFile> {
        let at = ago(self.now, line.days_ago);
        let (_, organisation) = self
            .organisations
            .get(&line.org)
            .ok_or_else(|| bad(format!("{}: no organisation {}", line.id, line.org)))?;
        let incoming = incoming(line, organisation, at);
        let key = incoming.key;
        self.play(
            at,
            None,
            Command::Request(RequestCommand::Receive(Box::new(incoming))),
        );
        let id = self.requests.get(&line.id).copied().unwrap_or(RequestId(1));
        for (n, step) in line.step.iter().enumerate() {
            let when = at
                + span(&step.after)
                    .ok_or_else(|| bad(format!("{}: after {}", line.id, step.after)))?;
            if step.what == "mail_in" {
                self.play(
                    when,
                    None,
                    Command::Request(RequestCommand::Receive(Box::new(reply(line, step, key, n)))),
                );
                continue;
            }
            let who = self.person(&step.who)?;
            let command = self.step(line, step, id, when)?;
            self.play(when, Some(who), command);
        }
        Ok(())
    }

    /// The command of one step.
    fn step(
        &self,
        line: &RequestLine,
        step: &StepLine,
        id: RequestId,
        at: Millis,
    ) -> Result<Command, BadFile> {
        let text: Box<str> = step.text.as_str().into();
        let later = at + (step.days * DAY) as Millis;
        let act = match step.what.as_str() {
            "claim" => Act::Claim,
            "assign" => Act::Assign(Some(self.person(&step.to)?)),
            "watch" => Act::Watch(true),
            "note" => Act::Note(text),
            "called" => Act::Attempt(Outcome::Called, text),
            "no_answer" => Act::Attempt(Outcome::NoAnswer, text),
            "spoke" => Act::Attempt(Outcome::Spoke, text),
            "validate" => Act::Validate(text),
            "refuse" => Act::Close(CloseReason::NOT_SERIOUS, text),
            "subject" => Act::SetSubject(text),
            "group" if step.to == "subcontracting" => Act::SetGroup(Some(Group::Subcontracting)),
            "group" => Act::SetGroup(Some(Group::ClientIntroduction)),
            "tag" => Act::Tag(text, true),
            "snooze" => Act::Snooze(later),
            "client_owes" => Act::ClientOwes(Some(later)),
            "close" => {
                let reason = CloseReason::parse(&step.reason)
                    .ok_or_else(|| bad(format!("{}: no reason {}", line.id, step.reason)))?;
                Act::Close(reason, text)
            }
            "reopen" => Act::Reopen,
            "merge" => {
                let into = self.requests.get(&step.to).copied();
                let into =
                    into.ok_or_else(|| bad(format!("{}: no request {}", line.id, step.to)))?;
                return Ok(Command::Request(RequestCommand::Merge {
                    from: vec![id],
                    into,
                }));
            }
            other => return Err(bad(format!("{}: {other} is no step", line.id))),
        };
        Ok(Command::Request(RequestCommand::On {
            requests: vec![id],
            act,
        }))
    }
}

fn key(of: &str, n: usize) -> MessageKey {
    let digest = blake3::hash(format!("sample:{of}:{n}").as_bytes());
    let mut first = [0u8; 16];
    first.copy_from_slice(&digest.as_bytes()[..16]);
    MessageKey(u128::from_be_bytes(first))
}

fn sender(email: &str) -> Sender {
    Sender {
        name: "".into(),
        email: email.into(),
    }
}

fn incoming(line: &RequestLine, organisation: &str, at: Millis) -> Incoming {
    Incoming {
        source: Source::Mail,
        key: key(&line.id, 0),
        message_id: format!("{}@sample.example", line.id).into(),
        parents: Vec::new(),
        sent_at: Some(at),
        from: Sender {
            name: line.contact.name.as_str().into(),
            email: line.contact.email.as_str().into(),
        },
        to: line.to.iter().map(|email| sender(email)).collect(),
        cc: line.cc.iter().map(|email| sender(email)).collect(),
        subject: line.subject.as_str().into(),
        body: line.body.trim_start_matches('\n').into(),
        whole: None,
        attachments: Vec::new(),
        meetings: Vec::new(),
        language: Language::parse(&line.lang),
        automatic: false,
        asked: Asked {
            organisation: organisation.into(),
            phone: line.contact.phone.as_str().into(),
            kind: line.kind.as_str().into(),
            wish: Wish {
                dates: line.wanted.as_str().into(),
                place: line.place.as_str().into(),
                online: line.online,
                participants: line.participants,
                budget: line
                    .budget
                    .as_deref()
                    .and_then(|b| Money::parse(b, Currency::EUR)),
            },
            deadline: line.deadline_days.map(|days| at + (days * DAY) as Millis),
            tags: line.tags.iter().map(|tag| tag.as_str().into()).collect(),
            ..Asked::default()
        },
    }
}

fn reply(line: &RequestLine, step: &StepLine, parent: MessageKey, n: usize) -> Incoming {
    Incoming {
        key: key(&line.id, n + 1),
        message_id: format!("{}.{n}@sample.example", line.id).into(),
        parents: vec![parent],
        sent_at: None,
        cc: Vec::new(),
        subject: format!("Re: {}", line.subject).into(),
        body: step.text.as_str().into(),
        asked: Asked::default(),
        ..incoming(line, "", 0)
    }
}
