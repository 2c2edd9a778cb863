//! Whether a key can do something now, as the rules say: a binding names the command that it would send for what
//! is selected, and the desk is asked what it would answer. Nothing here knows a rule.

use super::Ctx;
use crate::domain::house::Language;
use crate::domain::opportunity::command::Description;
use crate::domain::opportunity::{BoardCommand, Notice, Payer};
use crate::domain::person::Permission;
use crate::domain::{Command, Millis, QuotationId, Refusal, RequestId};
use crate::ui::kit::binding::{Ready, Reason};

const MINUTE: Millis = 60_000;

/// Words that stand in a command for those a person will be asked for.
pub const WORDS: &str = "…";

/// Returns a time to come that stands for one a person will be asked for; the same for a minute.
pub fn soon(ctx: &Ctx) -> Millis {
    const HOURS: Millis = 24;
    (ctx.now.div_euclid(MINUTE) + HOURS * 60) * MINUTE
}

/// Returns what the desk has against `command`, but for words that will be asked for. What sends something back
/// as a whole goes upon what is shown.
pub fn against(ctx: &Ctx, command: Command) -> Option<Refusal> {
    let command = match command.is_whole() {
        true => command.upon(ctx.sight.seq()),
        false => command,
    };
    let refused = ctx.sight.would(&command, ctx.now).err();
    refused.filter(|refusal| !refusal.is_for_words())
}

/// Whether `command` can be done now; words that it needs will be asked for.
pub fn ready(ctx: &Ctx, command: Command) -> Ready {
    refused(ctx, against(ctx, command))
}

/// Whether a form or a menu can be opened that sends such a command: what is in its fields is for the one who
/// fills it in, and that it is all as it stands there yet is nothing against it.
pub fn opens(ctx: &Ctx, command: Command) -> Ready {
    let refusal = against(ctx, command);
    refused(ctx, refusal.filter(|refusal| !refusal.is_for_fields()))
}

/// Whether one of these commands can be done now, or why the last of them cannot; `None` of none.
pub fn any(ctx: &Ctx, commands: impl Iterator<Item = Command>) -> Option<Ready> {
    first(commands.map(|command| ready(ctx, command)))
}

/// Whether a form or a menu for one of these commands can be opened.
pub fn any_opens(ctx: &Ctx, commands: impl Iterator<Item = Command>) -> Option<Ready> {
    first(commands.map(|command| opens(ctx, command)))
}

/// The first that can be done, else the last.
fn first(answers: impl Iterator<Item = Ready>) -> Option<Ready> {
    let mut last = None;
    for answer in answers {
        if answer == Ready::Yes {
            return Some(answer);
        }
        last = Some(answer);
    }
    last
}

/// Not, for what the desk has against it, in its words; else yes.
pub fn refused(ctx: &Ctx, refusal: Option<Refusal>) -> Ready {
    refusal.map_or(Ready::Yes, |refusal| Ready::No(ctx.teller().why(&refusal)))
}

/// Not, because the roles of who looks do not let them.
pub fn denied(ctx: &Ctx, permission: Permission) -> Ready {
    refused(ctx, Some(Refusal::NotPermitted(permission)))
}

/// Says the text `reason` in place of the rules' general words `general`.
pub fn named(ready: Ready, general: &'static str, reason: &'static str) -> Ready {
    match ready {
        Ready::No(refused) if refused.id == general => Ready::No(Reason::new(reason)),
        ready => ready,
    }
}

/// Says `reason` where the rules say that it is so already.
pub fn already(ready: Ready, reason: &'static str) -> Ready {
    named(ready, "refusal-already-so", reason)
}

/// Returns why it cannot be done.
pub fn reason(ready: Ready) -> Option<Reason> {
    match ready {
        Ready::No(reason) => Some(reason),
        Ready::Yes | Ready::Hidden => None,
    }
}

/// Returns the command that posts a request, with a notice that somebody would fill in.
pub fn posting(ctx: &Ctx, request: RequestId, quotation: Option<QuotationId>) -> Command {
    let lists = ctx.sight.lists();
    let notice = Notice {
        title: WORDS.into(),
        work: lists.first(),
        audience: lists.first(),
        language: Language::UNKNOWN,
        country: None,
        place: "".into(),
        online: false,
        starts: None,
        dates: "".into(),
        participants: None,
        sessions: 1,
        deadline: soon(ctx),
        amount: None,
        formula: None,
        payer: Payer::Client,
        payer_reason: "".into(),
        urgent: false,
        skills: Vec::new(),
    };
    Command::Board(Box::new(BoardCommand::Post {
        request,
        quotation,
        notice: Box::new(notice),
        description: Description::default(),
    }))
}

/// Leaves it out where it cannot be done now: another key stands in its place.
pub fn or_hidden(ready: Ready) -> Ready {
    match ready {
        Ready::No(_) => Ready::Hidden,
        ready => ready,
    }
}
