//! REQ-9: a request's life over five weeks, by the clock of the house: who owes the next step, since when and by
//! when is true at each step, and list, case and tab say the same.
//!
//! `ENTREMISE_LIFE=FOLDER cargo test --test inbox life` leaves the store as it is at each step in that folder, with
//! the time it was, to be opened by the program itself.

use std::rc::Rc;

use entremise::desk::views::{OpportunityPage, load_opportunity};
use entremise::domain::house::{Country, Language};
use entremise::domain::ids::{OpportunityId, ProposalId, QuotationId};
use entremise::domain::opportunity::command::Description;
use entremise::domain::opportunity::mission::Session;
use entremise::domain::opportunity::proposal::Revision;
use entremise::domain::opportunity::{BoardCommand, MissionCommand};
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::person::{NewPerson, Role};
use entremise::domain::prices::{Line, Unit};
use entremise::domain::quotation::{Brief, QuotationCommand};
use entremise::domain::request::Group;
use entremise::domain::trade::{Audience, Work};
use entremise::domain::{Act, Command, PersonId, RequestId};

use crate::rig::{AMELIE, House, MARTINE, Rig, Seat, letter};
use crate::stage;

const Q: QuotationId = QuotationId(1);
const O: OpportunityId = OpportunityId(1);
const R: RequestId = RequestId(1);

fn quotes(house: &House, who: PersonId, step: QuotationCommand) {
    house.must(Some(who), Command::Quotation(Box::new(step)));
}

fn joins(house: &House, name: &str, role: Role) -> PersonId {
    let person = NewPerson {
        name: name.into(),
        email: "".into(),
        roles: vec![role],
    };
    house.must(Some(AMELIE), Command::People(PeopleCommand::Add(person)));
    house.person(name)
}

/// What a case says, in parts.
type Parts = &'static [&'static str];

/// What of a step is to be seen: who owes it, in the list and in the case; by when; since when; how many requests
/// the officer's tab counts, and whether it warns.
struct Says {
    step: &'static str,
    list: &'static str,
    case: Parts,
    count: u32,
    late: bool,
}

/// Looks at the list, the case and the tab, as Martine sees them.
fn looks(house: &Rc<House>, says: &Says) {
    let Says {
        step,
        list,
        case,
        count,
        late,
    } = says;
    let wide = Seat {
        size: (108, 24),
        ..Seat::of(MARTINE)
    };
    let mut rig = Rig::at(house, wide);
    let line = rig.line_with("R-1 ");
    assert!(
        line.contains(list),
        "{step}: {list} is not in {line}\n{}",
        rig.screen()
    );
    // A colleague who is late is warned on their own tab; here the days say so, behind an arrow.
    assert_eq!(line.contains("! "), *late, "{step}: {line}");
    let late_there = line.contains("→") && line.contains(" -");
    assert_eq!(late_there, *step == "05-pricing-late", "{step}: {line}");
    let me = house.desk.published().me(MARTINE, house.now());
    let me = me.expect("she may enter");
    assert_eq!(
        (me.waits.requests.all, me.waits.requests.late > 0),
        (*count, *late),
        "{step}: the tab\n{}",
        rig.screen()
    );
    let mut rig = Rig::new(house, MARTINE);
    // Where the list is narrow, its line says who owes it in the place of who works it.
    let line = rig.line_with("R-1 ");
    match *list {
        "à vous" => assert!(
            line.contains("vous") && !line.contains('→'),
            "{step}: {line}"
        ),
        "au client" => assert!(line.contains("→ "), "{step}: {line}"),
        "personne" => assert!(!line.contains('!') && !line.contains('→'), "{step}: {line}"),
        who => {
            let short: String = who.chars().take(6).collect();
            assert!(line.contains(&format!("→{short}")), "{step}: {line}");
        }
    }
    rig.keys("Enter");
    let shown = rig.screen();
    let words = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in *case {
        assert!(words.contains(part), "{step}: {part} is not in\n{shown}");
    }
    keep(house, step);
}

/// Leaves the store as it is, if somebody wants it.
fn keep(house: &House, step: &str) {
    let Some(folder) = std::env::var_os("ENTREMISE_LIFE") else {
        return;
    };
    let to = std::path::Path::new(&folder).join(step);
    house.copy_to(&to);
    std::fs::write(to.join("now"), house.now().to_string()).expect("the time");
}

fn days(n: i64) -> i64 {
    n * 24 * 60
}

/// The house of the story, and who prices and writes quotations there.
struct Story {
    house: Rc<House>,
    clea: PersonId,
    dan: PersonId,
}

impl Story {
    /// Tuesday, 10 March, ten o'clock: R-1 is Martine's, and is to be subcontracted.
    fn begins() -> Story {
        let house = stage::people();
        let clea = joins(&house, "Clea Morin", Role::PricingOfficer);
        let dan = joins(&house, "Dan Petit", Role::BackOfficeAssistant);
        house.act(AMELIE, 1, Act::SetGroup(Some(Group::Subcontracting)));
        house.act(MARTINE, 1, Act::Claim);
        Story { house, clea, dan }
    }

    /// Looks at list, case and tab, where nothing warns.
    fn see(&self, step: &'static str, list: &'static str, case: Parts, count: u32) {
        let late = false;
        self.looks(Says {
            step,
            list,
            case,
            count,
            late,
        });
    }

    /// The same, where the officer is warned.
    fn see_late(&self, step: &'static str, list: &'static str, case: Parts, count: u32) {
        let late = true;
        self.looks(Says {
            step,
            list,
            case,
            count,
            late,
        });
    }

    fn looks(&self, says: Says) {
        looks(&self.house, &says);
    }

    fn quotes(&self, who: PersonId, step: QuotationCommand) {
        quotes(&self.house, who, step);
    }

    fn board(&self, who: PersonId, command: BoardCommand) {
        stage::board(&self.house, who, command);
    }

    fn is_received_and_chased(&self) {
        self.see("01-received", "à vous", &["à vous, dans 1 j"], 1);
        self.house.pass(days(2));
        self.see_late("02-overdue", "à vous", &["à vous, 1 j de retard"], 1);
        let reminder = letter(
            "Paul Roux <paul@timetours.example>",
            "Re: TIME TOURS / atelier climat",
            "Je me permets de relancer.",
        );
        let answers = format!("In-Reply-To: <{}>\nContent-Type", first_id());
        self.house
            .receive(&reminder.replace("Content-Type", &answers));
        self.see_late("03-chased", "à vous", &["à vous, 1 j de retard"], 1);
    }

    fn is_briefed(&self) {
        self.quotes(MARTINE, QuotationCommand::Begin(R));
        let brief = Brief {
            work: Some(Work::WORKSHOP),
            audience: Some(Audience::COMPANY),
            market: Country::parse("JP"),
            brand: "nord".into(),
            language: Language::FR,
            participants: Some(120),
            sessions: Some(2),
            dates: "en avril".into(),
            place: "Lyon".into(),
            online: None,
            deadline: Some(self.house.now() + days(6) * 60_000),
        };
        let briefed = QuotationCommand::Brief {
            quotation: Q,
            brief: Box::new(brief),
            asked: Some("Deux groupes de soixante.".into()),
        };
        self.quotes(MARTINE, briefed);
        self.quotes(MARTINE, QuotationCommand::SendR1(Q));
        self.see("04-pricing", "Clea", &["à Clea, dans", "Q-1"], 0);
        self.house.pass(days(4));
        self.see(
            "05-pricing-late",
            "Clea",
            &["à Clea, 3 j de retard", "Q-1"],
            0,
        );
    }

    fn is_priced_and_written(&self) {
        let line = Line {
            product: None,
            text: "Atelier".into(),
            quantity: 2,
            unit: Unit::SESSION,
            price: 95_000,
            discount: 0,
            vat: 200,
        };
        let prices = QuotationCommand::Price {
            quotation: Q,
            seen: 0,
            currency: stage::euros(0).currency,
            lines: vec![line],
            note: "Hors barème.".into(),
            valid_until: None,
        };
        self.quotes(self.clea, prices);
        self.quotes(self.clea, QuotationCommand::HandPrices(Q));
        self.see("06-assembly", "Dan", &["à Dan, dans", "Q-1"], 0);
        let project = QuotationCommand::Assemble {
            quotation: Q,
            seen: 1,
            project: "Deux demi-journées.".into(),
            conditions: "30 jours.".into(),
            valid_until: None,
        };
        self.quotes(self.dan, project);
        self.quotes(self.dan, QuotationCommand::HandProject(Q));
        self.see("07-verification", "à vous", &["à vous, dans", "Q-1"], 1);
    }

    fn is_sent_and_accepted(&self) {
        let (quotation, version) = (Q, 2);
        self.quotes(MARTINE, QuotationCommand::Send { quotation, version });
        let clients = &["au client, dans", "Q-1"];
        self.see("08-before-the-client", "au client", clients, 0);
        self.house.pass(days(1));
        let r2 = QuotationCommand::SendR2 {
            quotation,
            afresh: false,
            words: "".into(),
        };
        self.quotes(MARTINE, r2);
        self.see("09-r2", "au client", clients, 0);
        let accepted = QuotationCommand::Accept {
            quotation,
            version,
            words: "".into(),
        };
        self.quotes(MARTINE, accepted);
        self.see("10-accepted", "à vous", &["à vous, dans", "Q-1"], 1);
    }

    fn is_posted_and_proposed_for(&self) {
        let mut notice = stage::notice(&self.house, "Atelier climat");
        notice.formula = None;
        let post = BoardCommand::Post {
            request: R,
            quotation: Some(Q),
            notice: Box::new(notice),
            description: Description {
                text: "Une demi-journée avec toute l’équipe.".into(),
                files: Vec::new(),
            },
        };
        self.board(AMELIE, post);
        let facilitators = &["aux animateurs de proposer, dans", "O-1"];
        self.see("11-posted", "animateurs", facilitators, 0);
        self.house.pass(days(2));
        stage::enter(&self.house, stage::FAY, O);
        let revision = Revision {
            price: None,
            available: Some("tout avril".into()),
            text: Some("Je viens avec deux collègues.".into()),
        };
        let proposed = BoardCommand::Propose {
            opportunity: O,
            revision: Box::new(revision),
            submit: true,
        };
        self.board(stage::FAY, proposed);
        let clients = &["au client, dans", "O-1"];
        self.see("12-proposed", "au client", clients, 0);
        // PPL-2: what facilitators are paid is not the client's business, of whom we buy and sell on.
        let shown = |who| self.page(who).proposals.first().map(|one| one.price);
        assert!(shown(AMELIE).flatten().is_some(), "we know what we pay");
        assert_eq!(
            shown(stage::PAUL),
            Some(None),
            "she reads it, without a price"
        );
    }

    fn page(&self, who: PersonId) -> OpportunityPage {
        let page = load_opportunity(&self.house.desk, who, O, self.house.now());
        let page = self.house.runtime.block_on(page).expect("read");
        page.expect("it is to be seen")
    }

    fn is_decided_and_confirmed(&self) {
        self.house.pass(days(1));
        let page = self.page(AMELIE);
        let selected = BoardCommand::Select {
            proposal: ProposalId(1),
            seen: page.proposals.first().expect("Fay's").read,
            advice: "".into(),
            formula: None,
            said: "au téléphone".into(),
        };
        self.board(AMELIE, selected);
        let fays = &["à Fay de confirmer les conditions, dans", "O-1"];
        self.see("13-selected", "Fay", fays, 0);
        let (agreement, _) = self.page(stage::FAY).agreement.expect("terms");
        let confirmed = BoardCommand::Confirm {
            opportunity: O,
            agreement: Box::new(agreement),
            tranches: Vec::new(),
            consent: false,
        };
        self.board(stage::FAY, confirmed);
    }

    fn is_run_and_delivered(&self) {
        let runs = |command| self.board(stage::FAY, BoardCommand::Mission(command));
        let session = Session {
            at: self.house.now() + days(19) * 60_000,
            place: "Lyon".into(),
            by: None,
            attended: None,
        };
        let opportunity = O;
        runs(MissionCommand::AddSession {
            opportunity,
            session,
        });
        let fays = &["à Fay, qui coordonne, dans", "O-1"];
        self.see("14-mission", "Fay", fays, 0);
        self.house.pass(days(14));
        self.see("15-mission-weeks-later", "Fay", fays, 0);
        self.house.pass(days(8));
        let note = "Une session a suffi.".into();
        runs(MissionCommand::Deliver { opportunity, note });
        let nobodys = &["à personne", "O-1"];
        self.see("16-delivered", "personne", nobodys, 0);
        self.house.pass(days(30));
        self.see("17-months-later", "personne", nobodys, 0);
    }
}

#[test]
fn req_9_a_requests_life_over_five_weeks_says_who_owes_in_list_case_and_tab() {
    let story = Story::begins();
    story.is_received_and_chased();
    story.is_briefed();
    story.is_priced_and_written();
    story.is_sent_and_accepted();
    story.is_posted_and_proposed_for();
    story.is_decided_and_confirmed();
    story.is_run_and_delivered();
}

/// The id of the mail that R-1 came from.
fn first_id() -> String {
    let first = letter(
        "Paul Roux <paul@timetours.example>",
        "TIME TOURS / atelier climat",
        "Bonjour, nous cherchons une animation pour 120 personnes.",
    );
    let (_, id) = first.split_once("Message-ID: <").expect("an id");
    id.split_once('>').expect("its end").0.to_owned()
}
