//! The form of a request: entered by hand, or put right. Dates and money are shown back as they were
//! understood; errors stand beside their field.

use std::sync::Arc;

use super::InboxPane;
use super::actions::EVENING;
use super::answers::Wanted;
use crate::assets;
use crate::desk::views::Detail;
use crate::domain::contact::ContactEntry;
use crate::domain::house::{Country, Language};
use crate::domain::ids::MessageKey;
use crate::domain::money::{Currency, Money};
use crate::domain::organisation::Profile;
use crate::domain::request::incoming::{Asked, Incoming, Sender};
use crate::domain::request::{Source, Wish};
use crate::domain::{Act, Command, ContactId, OrganisationId, RequestId};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::prompt::Check;
use crate::ui::kit::texts::Lang;
use crate::ui::panes::ask::{
    Ask, FormBox, languages, meanwhile, money_check, optional, read_when, when_check,
};

/// How many organisations a field offers.
const OFFERED: usize = 5_000;

impl InboxPane {
    fn label(&self, id: &str) -> String {
        self.ctx.texts.get(id).into_owned()
    }

    /// A request entered by hand; a form that was left comes back.
    pub(super) fn new_form(&mut self) {
        let form = self.left_form.take().unwrap_or_else(|| {
            let mut fields = vec![
                Field::text("organisation", self.label("field-client"), "")
                    .hint(self.label("form-client-hint"))
                    .required(),
                Field::text("contact", self.label("form-contact"), ""),
                Field::text("email", self.label("form-email"), ""),
                Field::text("phone", self.label("form-phone"), ""),
                Field::text("subject", self.label("form-subject"), "")
                    .hint(self.label("ask-subject-hint"))
                    .required(),
                Field::text("body", self.label("form-body"), ""),
            ];
            fields.extend(self.wish_fields(&Wish::default()));
            fields.push(
                Field::checked(
                    "deadline",
                    self.label("field-deadline"),
                    "",
                    optional(when_check(&self.ctx, EVENING)),
                )
                .hint(self.label("ask-when-hint")),
            );
            FormBox {
                title: self.label("form-new"),
                form: Form::new(fields),
            }
        });
        self.ask = Some((Ask::Form(Box::new(form)), Wanted::NewRequest));
    }

    /// What is wished and who asks, put right.
    pub(super) fn edit_form(&mut self) {
        let Some(detail) = &self.detail else { return };
        let id = detail.row.id;
        let organisations = self.ctx.sight.organisations("", OFFERED);
        let at = organisations
            .iter()
            .position(|o| o.name == detail.row.organisation);
        let choice = |o: &crate::desk::views::OrganisationName| {
            Choice::with(
                o.name.clone(),
                o.country.map(|c| c.code().to_owned()).unwrap_or_default(),
            )
        };
        let choices = organisations.iter().map(choice).collect();
        let ids: Vec<OrganisationId> = organisations.iter().map(|o| o.id).collect();
        let mut fields =
            vec![Field::find("organisation", self.label("field-client"), choices, at).required()];
        let contact = self.ctx.sight.contact_of(id);
        fields.extend(self.contact_fields(contact.as_ref().map(|(_, entry)| entry)));
        fields.push(self.language_field(detail.language));
        fields.extend(self.wish_fields(&detail.wish));
        let seen = detail.seq;
        let title = self
            .ctx
            .texts
            .with("form-edit", &[("request", id.to_string().into())]);
        let form = FormBox {
            title,
            form: Form::new(fields).as_of(seen),
        };
        let who = contact.map(|(who, _)| who);
        self.ask = Some((Ask::Form(Box::new(form)), Wanted::EditRequest(id, ids, who)));
    }

    /// Who wrote, put right wherever they appear (PPL-9).
    fn contact_fields(&self, entry: Option<&ContactEntry>) -> Vec<Field> {
        let Some(entry) = entry else {
            return Vec::new();
        };
        vec![
            Field::text("contact", self.label("form-contact"), &entry.name),
            Field::text("email", self.label("form-email"), &entry.email),
            Field::text("phone", self.label("form-phone"), &entry.phone),
        ]
    }

    fn language_field(&self, now: Language) -> Field {
        let teller = self.ctx.teller();
        let offered = languages(now);
        let at = offered.iter().position(|one| *one == now).unwrap_or(0);
        let offered = offered.iter().map(|one| teller.language(*one)).collect();
        Field::one("language", self.label("form-language"), offered, at)
    }

    /// What is known of the client: where it is and whether the team knows it decide the group (REQ-6).
    pub(super) fn client_form(&mut self) {
        let Some(row) = &self.row else { return };
        let Some((id, profile)) = self.ctx.sight.profile_of(row.id) else {
            return;
        };
        let french = self.ctx.texts.lang() == Lang::Fr;
        let mut lands: Vec<(String, Country)> = assets::countries()
            .into_iter()
            .filter_map(|(code, land)| {
                Country::parse(&code).map(|c| (if french { land.fr } else { land.en }, c))
            })
            .collect();
        lands.sort();
        let country = lands.iter().position(|(_, c)| Some(*c) == profile.country);
        let land_choices = lands
            .iter()
            .map(|(name, c)| Choice::with(name.clone(), c.code().to_owned()))
            .collect();
        let others = self.ctx.sight.organisations("", OFFERED);
        let parent = others.iter().position(|o| Some(o.id) == profile.parent);
        let other_choices = others.iter().map(|o| Choice::new(o.name.clone())).collect();
        let fields = vec![
            Field::text("name", self.label("form-client-name"), &profile.name).required(),
            Field::find(
                "country",
                self.label("form-client-country"),
                land_choices,
                country,
            )
            .hint(self.label("setup-country-hint")),
            Field::toggle("known", self.label("form-client-known"), profile.known),
            Field::find(
                "parent",
                self.label("form-client-parent"),
                other_choices,
                parent,
            ),
            Field::text(
                "segment",
                self.label("form-client-segment"),
                &profile.segment,
            ),
            Field::text(
                "domains",
                self.label("form-client-domains"),
                &profile.domains.join(", "),
            ),
        ];
        let title = self.ctx.texts.with(
            "form-client",
            &[("client", row.organisation.clone().into())],
        );
        let form = FormBox {
            title,
            form: Form::new(fields).as_of(self.ctx.sight.seq()),
        };
        let countries = lands.into_iter().map(|(_, c)| c).collect();
        let ids = others.iter().map(|o| o.id).collect();
        self.ask = Some((
            Ask::Form(Box::new(form)),
            Wanted::EditClient(id, Box::new(profile), countries, ids),
        ));
    }

    fn put_client_right(
        &mut self,
        id: OrganisationId,
        form: &Form,
        old: &Profile,
        lands: &[Country],
        others: &[OrganisationId],
    ) {
        let listed = |id: &str| {
            form.text(id)
                .split(',')
                .map(|d| d.trim().to_lowercase())
                .filter(|d| !d.is_empty())
                .map(Into::into)
                .collect()
        };
        let chosen = |id: &str| form.chosen(id).filter(|_| !form.text(id).trim().is_empty());
        let profile = Profile {
            name: form.text("name").trim().into(),
            country: chosen("country").and_then(|at| lands.get(at)).copied(),
            segment: form.text("segment").trim().into(),
            domains: listed("domains"),
            parent: chosen("parent").and_then(|at| others.get(at)).copied(),
            known: form.toggled("known"),
        };
        if profile != *old {
            let command = Command::ChangeOrganisation {
                organisation: id,
                profile: Box::new(profile),
            };
            self.out.submit(command.upon(form.seen()), None);
        }
    }

    /// Opens what is put right as it stands now, with what was typed over what it was. False: what stands now
    /// is still on its way.
    pub(super) fn form_again(&mut self) -> bool {
        let now = self.ctx.sight.seq();
        if let Some(splitting) = &mut self.splitting {
            splitting.seen = now;
        }
        if let Some((_, Wanted::Subject(_, seen))) = &mut self.ask {
            *seen = now;
        }
        let Some((Ask::Form(typed), wanted)) = &self.ask else {
            return true;
        };
        let typed = typed.form.clone();
        match wanted {
            Wanted::EditClient(..) => self.client_form(),
            Wanted::EditRequest(id, ..) => {
                let newer = |d: &Detail| d.row.id == *id && d.seq > typed.seen();
                if !self.detail.as_ref().is_some_and(newer) {
                    return false;
                }
                self.edit_form();
            }
            _ => return true,
        }
        let ctx = self.ctx.clone();
        if let Some((Ask::Form(form), _)) = &mut self.ask {
            form.form.take_over(&typed, |now| meanwhile(&ctx, now));
        }
        true
    }

    fn wish_fields(&self, wish: &Wish) -> Vec<Field> {
        let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
        let budget = wish.budget.map(|b| b.typed()).unwrap_or_default();
        vec![
            Field::text("dates", self.label("form-dates"), &wish.dates),
            Field::text("place", self.label("form-place"), &wish.place),
            Field::toggle(
                "online",
                self.label("form-online"),
                wish.online.unwrap_or(false),
            ),
            Field::checked(
                "participants",
                self.label("form-participants"),
                &number(wish.participants),
                self.count_check(),
            ),
            Field::checked(
                "budget",
                self.label("form-budget"),
                &budget,
                optional(money_check(&self.ctx, Currency::EUR)),
            )
            .hint("2 500 €"),
        ]
    }

    fn count_check(&self) -> Check {
        let wrong = self.label("form-not-a-number");
        Arc::new(move |text| match text.trim() {
            "" => Ok(String::new()),
            digits => digits
                .parse::<u32>()
                .map(|_| String::new())
                .map_err(|_| wrong.clone()),
        })
    }

    /// What was filled in becomes a command.
    pub(super) fn filled(&mut self, form: FormBox, wanted: Wanted) {
        match wanted {
            Wanted::NewRequest => self.receive(form),
            Wanted::EditRequest(id, organisations, contact) => {
                self.put_right(id, &form.form, &organisations);
                if let Some(contact) = contact {
                    self.put_contact_right(contact, &form.form);
                }
            }
            Wanted::EditClient(id, old, lands, others) => {
                self.put_client_right(id, &form.form, &old, &lands, &others);
            }
            _ => {}
        }
    }

    fn receive(&mut self, form: FormBox) {
        let fields = &form.form;
        let text = |id: &str| fields.text(id).trim();
        let deadline = match text("deadline") {
            "" => None,
            words => read_when(&self.ctx, words, EVENING).ok(),
        };
        let (subject, client) = (text("subject"), text("organisation"));
        let subject = if crate::domain::request::lint::subject_conforms(subject) {
            subject.to_owned()
        } else {
            format!("{} / {subject}", client.to_uppercase())
        };
        // The key is the place and time of entry, so that pressing twice enters once.
        let token = self.out.last_token();
        let key = MessageKey(
            (u128::from(self.ctx.me.id.0) << 96)
                | ((self.ctx.now as u128) << 16)
                | u128::from(token & 0xffff),
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
                wish: wish_of(fields),
                deadline,
                assignee: Some(self.ctx.me.id),
                ..Asked::default()
            },
        };
        self.out.submit(Command::Receive(Box::new(incoming)), None);
    }

    fn put_right(&mut self, id: RequestId, form: &Form, organisations: &[OrganisationId]) {
        let Some(detail) = self.detail.as_ref().filter(|d| d.row.id == id) else {
            return;
        };
        let wish = wish_of(form);
        let chosen = form
            .chosen("organisation")
            .and_then(|at| organisations.get(at))
            .copied();
        let (old_wish, old_name) = (detail.wish.clone(), detail.row.organisation.clone());
        let renamed = form.text("organisation") != old_name;
        let fields = ["dates", "place", "online", "participants", "budget"];
        let touched = fields.iter().any(|id| form.touched(id));
        if touched && wish != old_wish {
            let command = Command::On {
                requests: vec![id],
                act: Act::SetWish(Box::new(wish)),
            };
            self.out.submit(command.upon(form.seen()), None);
        }
        let spoken = detail.language;
        let language = form.chosen("language");
        let language = language.and_then(|at| languages(spoken).get(at).copied());
        if let Some(language) = language.filter(|_| form.touched("language")) {
            self.act(vec![id], Act::SetLanguage(language));
        }
        if let (true, Some(organisation)) = (renamed, chosen) {
            self.act(vec![id], Act::SetOrganisation(organisation));
        }
    }
}

impl InboxPane {
    fn put_contact_right(&mut self, contact: ContactId, form: &Form) {
        if !["contact", "email", "phone"]
            .iter()
            .any(|id| form.touched(id))
        {
            return;
        }
        let text = |id: &str| form.text(id).trim().into();
        let command = Command::EditContact {
            contact,
            entry: Box::new(ContactEntry {
                name: text("contact"),
                email: text("email"),
                phone: text("phone"),
            }),
        };
        self.out.submit(command.upon(form.seen()), None);
    }
}

fn wish_of(form: &Form) -> Wish {
    let text = |id: &str| form.text(id).trim();
    Wish {
        dates: text("dates").into(),
        place: text("place").into(),
        online: form.toggled("online").then_some(true),
        participants: text("participants").parse().ok(),
        budget: Money::parse(text("budget"), Currency::EUR),
    }
}
