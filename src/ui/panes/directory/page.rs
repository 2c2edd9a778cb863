//! The page of an organisation: whom to call, what was exchanged, why it is ours. Lays out; changes nothing.

use std::ops::Range;

use super::DirectoryPane;
use super::lines::{Stop, stops};
use crate::desk::views::{
    ContactLine, DirectoryRow, Exchanged, ExchangedWhat, Matter, OrganisationPage,
};
use crate::domain::money::Money;
use crate::domain::organisation::contact::ContactEntry;
use crate::text::fit;
use crate::text::sanitise::clean_line;
use crate::ui::frame::{Card, ListPane};
use crate::ui::kit::prose::{Line, Tone};
use crate::ui::message::Jump;

/// A page laid out: its lines, and which of them belong to each thing one can be on.
#[derive(Default)]
pub(super) struct Laid {
    pub(super) lines: Vec<Line>,
    pub(super) stops: Vec<Range<usize>>,
}

/// Columns before a line: the bar, a sign.
const BEFORE: usize = 2;
/// From how many columns on a name and an address have room beside each other.
const NAME_AND_MAIL: usize = 30;
/// Columns of a date, of a number, of where something stands and of an amount.
const DATE: usize = 13;
const NUMBER: usize = 6;
const STANDS: usize = 16;
const AMOUNT: usize = 13;
/// From how many columns on each of the last two shows.
const WITH_AMOUNT: usize = 68;
const WITH_STANDS: usize = 52;

/// Returns what leads to something that was exchanged.
pub(super) fn leads(matter: Matter) -> Jump {
    match matter {
        Matter::Request(id) => Jump::Request(id),
        Matter::Quotation(id) => Jump::Quotation(id),
        Matter::Opportunity(id) => Jump::Opportunity(id),
    }
}

impl DirectoryPane {
    /// Lays the page of the selected organisation out for so many columns.
    pub(super) fn laid(&self, width: usize) -> Laid {
        let Some(page) = self.page() else {
            return Laid::default();
        };
        if let Some(past) = &self.past {
            return self.laid_history(past, width);
        }
        let mut card = Card::new(&self.frame.ctx, width);
        let (here, mut laid) = (self.stop(), Laid::default());
        let facts = self.facts(page, width, here == Some(Stop::Itself));
        laid.stops.push(0..facts.len());
        card.lines.extend(facts);
        let mut part = "";
        for stop in stops(page).into_iter().skip(1) {
            let heading = heading_of(&stop);
            if heading != part {
                card.part(headed(&card, heading, page));
                part = heading;
            }
            let begins = card.lines.len();
            let is_here = here == Some(stop);
            let line = line(&card, page, &stop, is_here);
            card.lines.push(line);
            laid.stops.push(begins..card.lines.len());
        }
        if page.contacts.is_empty() {
            card.part(card.text("organisation-contacts"));
            card.words(&card.text("organisation-no-contacts"), Tone::Muted);
        }
        turnover(&mut card, &page.turnover);
        laid.lines = card.lines;
        laid
    }
}

impl DirectoryPane {
    /// What is known of it, each with its label, where anything is.
    fn facts(&self, page: &OrganisationPage, width: usize, here: bool) -> Vec<Line> {
        let mut card = Card::new(&self.frame.ctx, width.saturating_sub(BEFORE));
        let profile = &page.profile;
        let teller = self.ctx().teller();
        let address: Vec<&str> = profile.address.lines().collect();
        let town = [address.join(", "), profile.city.to_string()];
        let town: Vec<String> = town.into_iter().filter(|text| !text.is_empty()).collect();
        let language = profile.language.map(|one| teller.language(one));
        let country = profile.country.map(|one| teller.country(one));
        for (label, words) in [
            ("organisation-address", town.join(", ")),
            ("form-client-country", country.unwrap_or_default()),
            ("form-phone", profile.phone.to_string()),
            ("form-client-segment", self.segment(&profile.segment)),
            ("organisation-vat", profile.vat.to_string()),
            ("organisation-language", language.unwrap_or_default()),
            ("organisation-domains", profile.domains.join(", ")),
            ("organisation-relation", self.relation(&page.row)),
            ("organisation-note", profile.note.to_string()),
        ] {
            card.field(label, &clean_line(&words), Tone::Text);
        }
        if card.lines.is_empty() {
            card.words(&card.text("organisation-no-facts"), Tone::Muted);
        }
        let bar = if here { "▌ " } else { "  " };
        for line in &mut card.lines {
            line.insert(0, (bar.to_owned(), Tone::Accent));
        }
        card.lines
    }

    /// Whether the team knows it, and until when the relation is ours (REQ-7).
    fn relation(&self, row: &DirectoryRow) -> String {
        let known = row.known.then(|| self.text("organisation-known"));
        let now = self.ctx().now;
        let until = row.relation_until.filter(|until| *until > now);
        let until = until.map(|until| {
            let until = self.ctx().teller().brief(until);
            self.with("organisation-ours", &[("until", until.into())])
        });
        let all: Vec<String> = known.into_iter().chain(until).collect();
        all.join(", ")
    }
}

/// The text that heads what one can be on.
fn heading_of(stop: &Stop) -> &'static str {
    match stop {
        Stop::Itself | Stop::Organisation(_) | Stop::Past(_) => "organisation-belongs",
        Stop::Double(_) => "organisation-doubles",
        Stop::Contact(_) => "organisation-contacts",
        Stop::Exchange(..) => "organisation-exchanged",
    }
}

fn headed(card: &Card<'_>, id: &str, page: &OrganisationPage) -> String {
    let n = match id {
        "organisation-contacts" => page.contacts_count,
        "organisation-exchanged" => page.exchanged_count,
        _ => return card.text(id),
    };
    format!("{} · {n}", card.text(id))
}

fn line(card: &Card<'_>, page: &OrganisationPage, stop: &Stop, here: bool) -> Line {
    let bar = if here { "▌" } else { " " };
    let mut line = vec![(bar.to_owned(), Tone::Accent)];
    let room = card.width.saturating_sub(BEFORE);
    match stop {
        Stop::Itself | Stop::Past(_) => {}
        Stop::Organisation(id) => {
            let parent = page.above.last().filter(|(above, _)| above == id);
            let label = match parent.is_some() {
                true => "organisation-parent",
                false => "organisation-branch",
            };
            let branch = page.branches.iter().find(|one| one.id == *id);
            let name = match parent {
                Some((_, name)) => name.clone(),
                None => branch.map(called).unwrap_or_default(),
            };
            let label = fit::pad_right(&card.text(label), 13);
            line.push((format!(" {label}"), Tone::Muted));
            line.push((name, tone(here)));
        }
        Stop::Double(id) => {
            let name = page.doubles.iter().find(|(one, _)| one == id);
            let name = name.map(|(_, name)| name.clone());
            line.push(("= ".to_owned(), Tone::Soon));
            line.push((name.unwrap_or_default(), tone(here)));
        }
        Stop::Contact(id) => {
            let contact = page.contacts.iter().find(|one| one.id == *id);
            line.extend(
                contact.map_or_else(Line::new, |one| contact_line(card, page, one, (room, here))),
            );
        }
        Stop::Exchange(n, _) => {
            let exchange = page.exchanged.get(*n);
            line.extend(
                exchange.map_or_else(Line::new, |one| exchange_line(card, one, room, here)),
            );
        }
    }
    line
}

fn tone(here: bool) -> Tone {
    if here { Tone::Title } else { Tone::Text }
}

/// An organisation by its name and country.
fn called(one: &DirectoryRow) -> String {
    match one.country {
        Some(country) => format!("{} ({})", one.name, country.code()),
        None => one.name.clone(),
    }
}

/// Name, function, phone and mail of a contact; `★` is the main one. Who left is told with the date.
fn contact_line(
    card: &Card<'_>,
    page: &OrganisationPage,
    contact: &ContactLine,
    (room, here): (usize, bool),
) -> Line {
    let entry = &contact.entry;
    let sign = if contact.main { "★" } else { " " };
    let left = entry.left.map(|at| {
        let at = card.ctx.teller().brief(at);
        card.with("contact-left-since", &[("at", at.into())])
    });
    let role = left.clone().unwrap_or_else(|| entry.role.to_string());
    let name = match entry.name.is_empty() {
        true => entry.email.to_string(),
        false => entry.name.to_string(),
    };
    let (base, rest) = match left.is_some() {
        true => (Tone::Faint, Tone::Faint),
        false => (tone(here), Tone::Muted),
    };
    let has = |of: fn(&ContactEntry) -> bool| page.contacts.iter().any(|one| of(&one.entry));
    let has_role = has(|entry| !entry.role.is_empty() || entry.left.is_some());
    let has_phone = has(|entry| !entry.phone.is_empty());
    let roles = if has_role { (room / 5 + 1).min(18) } else { 0 };
    let phones = if has_phone { 18 } else { 0 };
    let left_over = room.saturating_sub(2 + roles + phones);
    // Whom to call comes first: the address gives way.
    let of = match left_over {
        0..NAME_AND_MAIL => left_over,
        _ => (left_over / 2).clamp(16, 26),
    };
    let mails = left_over - of;
    let cell = |text: &str, width: usize| {
        let text = fit::clip(&clean_line(text), width.saturating_sub(1)).into_owned();
        fit::pad_right(&text, width)
    };
    vec![
        (format!("{sign} "), Tone::Accent),
        (cell(&name, of), base),
        (cell(&role, roles), rest),
        (cell(&entry.phone, phones), rest),
        (cell(&entry.email, mails), rest),
    ]
}

/// When, which, what, where it stands and how much.
fn exchange_line(card: &Card<'_>, one: &Exchanged, room: usize, here: bool) -> Line {
    let teller = card.ctx.teller();
    let (stands, amount, open) = stood(card, one);
    let sign = if open { "●" } else { " " };
    let standing = if room >= WITH_STANDS { STANDS } else { 0 };
    let amounts = if room >= WITH_AMOUNT { AMOUNT } else { 0 };
    let what = room.saturating_sub(2 + DATE + 1 + NUMBER + standing + amounts);
    let cell = |text: &str, width: usize| {
        let text = fit::clip(text, width.saturating_sub(1)).into_owned();
        fit::pad_right(&text, width)
    };
    let amount = amount.map(|amount| teller.money(amount));
    let number = match one.what {
        ExchangedWhat::Call(_) => card.text("exchanged-call"),
        _ => one.opens.to_string(),
    };
    vec![
        (format!("{sign} "), Tone::Accent),
        (fit::pad_left(&teller.brief(one.at), DATE), Tone::Muted),
        (" ".to_owned(), Tone::Text),
        (cell(&number, NUMBER), Tone::Muted),
        (cell(&one.subject, what), tone(here)),
        (cell(&stands, standing), Tone::Muted),
        (
            match amounts {
                0 => String::new(),
                _ => fit::pad_left(&amount.unwrap_or_default(), amounts),
            },
            Tone::Text,
        ),
    ]
}

/// Where something stands, in words, what it comes to, and whether anybody still has to do something about it.
fn stood(card: &Card<'_>, one: &Exchanged) -> (String, Option<Money>, bool) {
    let text = |id: &str| card.text(id);
    match one.what {
        ExchangedWhat::Request { open } => {
            let id = match open {
                true => "exchanged-open",
                false => "exchanged-done",
            };
            (text(id), None, open)
        }
        ExchangedWhat::Call(came) => (text(&format!("exchanged-{}", came.key())), None, false),
        ExchangedWhat::Quotation { net, accepted } => {
            let id = match accepted {
                true => "exchanged-accepted",
                false => "exchanged-quotation",
            };
            (text(id), net, false)
        }
        ExchangedWhat::Posting { mission } => {
            let id = match mission {
                true => "exchanged-mission",
                false => "exchanged-posted",
            };
            (text(id), None, false)
        }
    }
}

/// A bar a year; nothing where there was none.
fn turnover(card: &mut Card<'_>, years: &[(i32, Money)]) {
    let most = years.iter().map(|(_, money)| money.minor).max();
    let Some(most) = most.filter(|most| *most > 0) else {
        return;
    };
    card.part(card.text("organisation-turnover"));
    let room = card.width.saturating_sub(BEFORE + 5 + AMOUNT + 1).max(4);
    for (year, money) in years {
        let part = i128::from(money.minor.max(0)) * room as i128 / i128::from(most);
        let bar = "━".repeat(usize::try_from(part).unwrap_or_default().min(room));
        let amount = card.ctx.teller().money(*money);
        card.lines.push(vec![
            (format!("  {year} "), Tone::Muted),
            (fit::pad_right(&bar, room), Tone::Accent),
            (fit::pad_left(&amount, AMOUNT + 1), Tone::Text),
        ]);
    }
}
