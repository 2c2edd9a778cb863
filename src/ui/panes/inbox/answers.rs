//! What is done with the answer to a question.

use super::InboxPane;
use super::actions::{EVENING, MORNING};
use crate::domain::event::Outcome;
use crate::domain::house::Country;
use crate::domain::organisation::Profile;
use crate::domain::person::Permission;
use crate::domain::request::{CloseReason, Group, Owes};
use crate::domain::routing::KindId;
use crate::domain::{Act, Command, ContactId, OrganisationId, PersonId, RequestId, Seq, ViewId};
use crate::ui::kit::menu::Menu;
use crate::ui::panes::ask::{Answered, Ask, item, read_when};

/// What an answer is wanted for.
#[derive(Clone)]
pub enum Wanted {
    /// Until when it sleeps.
    Snooze(Vec<RequestId>),
    /// By when the client needs an answer.
    Deadline(Vec<RequestId>),
    /// The subject put right.
    Subject(RequestId, Seq),
    /// Why it is closed.
    Close(Vec<RequestId>),
    /// More on why it is closed.
    CloseText(Vec<RequestId>, CloseReason),
    /// What a call came to.
    Call(Vec<RequestId>),
    /// What was said in a call.
    CallText(Vec<RequestId>, Outcome),
    /// Which group.
    Group(Vec<RequestId>),
    /// Whose turn.
    Turn(Vec<RequestId>),
    /// By when.
    TurnUntil(Vec<RequestId>, Owes),
    /// Which tag, among these; whether it is on.
    Tag(Vec<RequestId>, Vec<(bool, String)>),
    /// Who takes it, among these.
    Assign(Vec<RequestId>, Vec<Option<PersonId>>),
    /// What is asked, among these.
    Kind(Vec<RequestId>, Vec<Option<KindId>>),
    /// Into which one, among these.
    MergeInto(Vec<RequestId>, Vec<RequestId>),
    /// Whether to merge.
    Merge(Vec<RequestId>, RequestId),
    /// Which view: names and queries.
    View(Vec<(String, String)>),
    /// The name of a view to save.
    SaveView,
    /// For whom it is saved.
    ShareView(String),
    /// Which view to remove.
    RemoveView(Vec<ViewId>),
    /// A request entered by hand.
    NewRequest,
    /// A request put right; organisations by place, and who wrote.
    EditRequest(RequestId, Vec<OrganisationId>, Option<ContactId>),
    /// A client put right; countries and organisations by place.
    EditClient(
        OrganisationId,
        Box<Profile>,
        Vec<Country>,
        Vec<OrganisationId>,
    ),
}

impl InboxPane {
    /// Does what was wanted.
    pub(super) fn answer(&mut self, answer: Answered, ask: Ask, wanted: Wanted) {
        match answer {
            Answered::Chosen(at) => self.chosen(at, wanted),
            Answered::Text(text) => self.entered(&text, wanted),
            Answered::Yes => {
                if let Wanted::Merge(from, into) = wanted {
                    self.list.unmark();
                    self.out.submit(Command::Merge { from, into }, None);
                }
            }
            Answered::Filled => {
                if let Ask::Form(form) = ask {
                    self.filled(*form, wanted);
                }
            }
            Answered::Open | Answered::Refused(_) | Answered::Cancelled => {}
        }
    }

    /// A form that is left is kept, to come back to.
    pub(super) fn cancelled(&mut self, ask: Ask, wanted: Wanted) {
        if let (Ask::Form(form), Wanted::NewRequest) = (ask, wanted)
            && form.form.dirty()
        {
            self.left_form = Some(*form);
            let words = self.ctx.texts.get("form-kept").into_owned();
            self.out.say(words);
        }
    }

    fn chosen(&mut self, at: usize, wanted: Wanted) {
        match wanted {
            Wanted::Close(requests) => {
                let Some(reason) = CloseReason::ALL.get(at).copied() else {
                    return;
                };
                let needed = matches!(reason, CloseReason::Other | CloseReason::NotSerious);
                self.ask_text(
                    "ask-close-text",
                    needed,
                    Wanted::CloseText(requests, reason),
                );
            }
            Wanted::Call(requests) => {
                let outcomes = [Outcome::NoAnswer, Outcome::Called, Outcome::Spoke];
                let Some(outcome) = outcomes.get(at).copied() else {
                    return;
                };
                self.ask_text("ask-call-text", false, Wanted::CallText(requests, outcome));
            }
            Wanted::Group(requests) => {
                let groups = [
                    Some(Group::Subcontracting),
                    Some(Group::ClientIntroduction),
                    None,
                ];
                if let Some(group) = groups.get(at) {
                    self.act(requests, Act::SetGroup(*group));
                }
            }
            Wanted::Turn(requests) => {
                let owes = if at == 0 { Owes::Client } else { Owes::House };
                self.ask_turn_until(requests, owes);
            }
            Wanted::Tag(requests, tags) => {
                if let Some((on, tag)) = tags.get(at) {
                    self.act(requests, Act::Tag(tag.as_str().into(), !on));
                }
            }
            Wanted::Assign(requests, people) => {
                if let Some(person) = people.get(at) {
                    self.act(requests, Act::Assign(*person));
                }
            }
            Wanted::Kind(requests, kinds) => {
                if let Some(kind) = kinds.get(at) {
                    self.act(requests, Act::SetKind(*kind));
                }
            }
            Wanted::MergeInto(mut from, offered) => {
                let Some(into) = offered.get(at).copied() else {
                    return;
                };
                from.retain(|id| *id != into);
                self.confirm_merge(from, into);
            }
            Wanted::View(views) => {
                if let Some((name, query)) = views.into_iter().nth(at) {
                    self.show_view(name, query);
                }
            }
            Wanted::ShareView(name) => self.save_view(&name, at == 1),
            Wanted::RemoveView(views) => {
                if let Some(view) = views.get(at) {
                    self.out.submit(Command::RemoveView(*view), None);
                }
            }
            Wanted::Snooze(_)
            | Wanted::Deadline(_)
            | Wanted::Subject(..)
            | Wanted::CloseText(..)
            | Wanted::CallText(..)
            | Wanted::TurnUntil(..)
            | Wanted::Merge(..)
            | Wanted::SaveView
            | Wanted::NewRequest
            | Wanted::EditRequest(..)
            | Wanted::EditClient(..) => {}
        }
    }

    fn entered(&mut self, text: &str, wanted: Wanted) {
        match wanted {
            Wanted::Snooze(requests) => self.at(text, MORNING, |p, at| {
                p.act(requests, Act::Snooze(at));
            }),
            Wanted::Deadline(requests) => self.at(text, EVENING, |p, at| {
                p.act(requests, Act::SetDeadline(Some(at)));
            }),
            Wanted::Subject(request, seen) => {
                let command = Command::On {
                    requests: vec![request],
                    act: Act::SetSubject(text.into()),
                };
                self.out.submit(command.upon(seen), None);
            }
            Wanted::CloseText(requests, reason) => {
                self.act(requests, Act::Close(reason, text.into()));
            }
            Wanted::CallText(requests, outcome) => {
                self.act(requests, Act::Attempt(outcome, text.into()));
            }
            Wanted::TurnUntil(requests, owes) => {
                let act = |at| match owes {
                    Owes::Client => Act::ClientOwes(at),
                    Owes::House | Owes::Nobody => Act::HouseOwes(at),
                };
                if text.trim().is_empty() {
                    self.act(requests, act(None));
                } else {
                    self.at(text, EVENING, |p, at| {
                        p.act(requests, act(Some(at)));
                    });
                }
            }
            Wanted::Tag(requests, _) => {
                self.act(requests, Act::Tag(text.into(), true));
            }
            Wanted::SaveView => self.ask_share(text),
            Wanted::Close(_)
            | Wanted::Call(_)
            | Wanted::Group(_)
            | Wanted::Turn(_)
            | Wanted::Assign(..)
            | Wanted::Kind(..)
            | Wanted::MergeInto(..)
            | Wanted::Merge(..)
            | Wanted::View(_)
            | Wanted::ShareView(_)
            | Wanted::RemoveView(_)
            | Wanted::NewRequest
            | Wanted::EditRequest(..)
            | Wanted::EditClient(..) => {}
        }
    }

    fn at(&mut self, text: &str, usual: (u32, u32), then: impl FnOnce(&mut InboxPane, i64)) {
        match read_when(&self.ctx, text, usual) {
            Ok(at) => then(self, at),
            Err(why) => self.out.refuse(why),
        }
    }

    /// Who may share a view is asked whether to; others keep it for themselves.
    fn ask_share(&mut self, name: &str) {
        if !self.ctx.me.may(Permission::ShareViews) {
            return self.save_view(name, false);
        }
        let label = |id: &str| self.ctx.texts.get(id).into_owned();
        let items = vec![
            item('o', label("view-own")),
            item('s', label("view-shared")),
        ];
        let menu = Menu::new(label("ask-share-view"), items);
        self.ask = Some((Ask::Menu(menu), Wanted::ShareView(name.to_owned())));
    }

    fn save_view(&mut self, name: &str, shared: bool) {
        let query = self.query();
        self.view = super::View {
            name: name.to_owned(),
            query: query.clone(),
        };
        self.filter.clear();
        let command = Command::SaveView {
            name: name.into(),
            query: query.into(),
            shared,
        };
        self.out.submit(command, None);
        self.relist();
    }
}
