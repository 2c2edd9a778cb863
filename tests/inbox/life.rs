//! REQ-9: a request's life over five weeks, by the clock of the house: who owes the next step, since when and by
//! when is true at each step, and list, case and tab say the same.
//!
//! `ENTREMISE_LIFE=FOLDER cargo test --test inbox life` leaves the store as it is at each step in that folder, with
//! the time it was, to be opened by the program itself.

use std::rc::Rc;

use entremise::desk::views::load_opportunity;
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

/// What of a step is to be seen: who owes it, in the list and in the case; by when; since when; how many requests
/// the officer's tab counts, and whether it warns.
struct Says {
    step: &'static str,
    list: &'static str,
    case: &'static [&'static str],
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

#[test]
fn req_9_a_requests_life_over_five_weeks_says_who_owes_in_list_case_and_tab() {
    let house = stage::people();
    let clea = joins(&house, "Clea Morin", Role::PricingOfficer);
    let dan = joins(&house, "Dan Petit", Role::BackOfficeAssistant);
    house.act(AMELIE, 1, Act::SetGroup(Some(Group::Subcontracting)));
    house.act(MARTINE, 1, Act::Claim);
    // Tuesday, 10 March, ten o'clock.
    let see = |step, list, case, count, late| {
        looks(
            &house,
            &Says {
                step,
                list,
                case,
                count,
                late,
            },
        );
    };
    see("01-received", "à vous", &["à vous, dans 1 j"], 1, false);
    house.pass(days(2));
    see("02-overdue", "à vous", &["à vous, 1 j de retard"], 1, true);
    house.receive(
        &letter(
            "Paul Roux <paul@timetours.example>",
            "Re: TIME TOURS / atelier climat",
            "Je me permets de relancer.",
        )
        .replace(
            "Content-Type",
            &format!("In-Reply-To: <{}>\nContent-Type", first_id()),
        ),
    );
    see("03-chased", "à vous", &["à vous, 1 j de retard"], 1, true);
    quotes(&house, MARTINE, QuotationCommand::Begin(R));
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
        deadline: Some(house.now() + days(6) * 60_000),
    };
    let asked = Some("Deux groupes de soixante.".into());
    let brief = Box::new(brief);
    quotes(
        &house,
        MARTINE,
        QuotationCommand::Brief {
            quotation: Q,
            brief,
            asked,
        },
    );
    quotes(&house, MARTINE, QuotationCommand::SendR1(Q));
    see("04-pricing", "Clea", &["à Clea, dans", "Q-1"], 0, false);
    house.pass(days(4));
    see(
        "05-pricing-late",
        "Clea",
        &["à Clea, 3 j de retard", "Q-1"],
        0,
        false,
    );
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
    quotes(&house, clea, prices);
    quotes(&house, clea, QuotationCommand::HandPrices(Q));
    see("06-assembly", "Dan", &["à Dan, dans", "Q-1"], 0, false);
    let project = QuotationCommand::Assemble {
        quotation: Q,
        seen: 1,
        project: "Deux demi-journées.".into(),
        conditions: "30 jours.".into(),
        valid_until: None,
    };
    quotes(&house, dan, project);
    quotes(&house, dan, QuotationCommand::HandProject(Q));
    see(
        "07-verification",
        "à vous",
        &["à vous, dans", "Q-1"],
        1,
        false,
    );
    quotes(
        &house,
        MARTINE,
        QuotationCommand::Send {
            quotation: Q,
            version: 2,
        },
    );
    see(
        "08-before-the-client",
        "au client",
        &["au client, dans", "Q-1"],
        0,
        false,
    );
    house.pass(days(1));
    let words = "".into();
    quotes(
        &house,
        MARTINE,
        QuotationCommand::SendR2 {
            quotation: Q,
            afresh: false,
            words,
        },
    );
    see("09-r2", "au client", &["au client, dans", "Q-1"], 0, false);
    let words = "".into();
    quotes(
        &house,
        MARTINE,
        QuotationCommand::Accept {
            quotation: Q,
            version: 2,
            words,
        },
    );
    see("10-accepted", "à vous", &["à vous, dans", "Q-1"], 1, false);
    let mut notice = stage::notice(&house, "Atelier climat");
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
    stage::board(&house, AMELIE, post);
    see(
        "11-posted",
        "animateurs",
        &["aux animateurs de proposer, dans", "O-1"],
        0,
        false,
    );
    house.pass(days(2));
    stage::enter(&house, stage::FAY, O);
    let revision = Revision {
        price: None,
        available: Some("tout avril".into()),
        text: Some("Je viens avec deux collègues.".into()),
    };
    let (opportunity, revision, submit) = (O, Box::new(revision), true);
    stage::board(
        &house,
        stage::FAY,
        BoardCommand::Propose {
            opportunity,
            revision,
            submit,
        },
    );
    see(
        "12-proposed",
        "au client",
        &["au client, dans", "O-1"],
        0,
        false,
    );
    house.pass(days(1));
    let page = load_opportunity(&house.desk, AMELIE, O, house.now());
    let page = house.runtime.block_on(page).expect("read").expect("ours");
    let seen = page.proposals.first().expect("Fay's").read;
    let (proposal, advice) = (ProposalId(1), "".into());
    stage::board(
        &house,
        AMELIE,
        BoardCommand::Select {
            proposal,
            seen,
            advice,
        },
    );
    see(
        "13-selected",
        "Fay",
        &["à Fay de confirmer les conditions, dans", "O-1"],
        0,
        false,
    );
    let page = load_opportunity(&house.desk, stage::FAY, O, house.now());
    let page = house.runtime.block_on(page).expect("read").expect("hers");
    let (agreement, _) = page.agreement.expect("terms");
    let (agreement, consent) = (Box::new(agreement), false);
    stage::board(
        &house,
        stage::FAY,
        BoardCommand::Confirm {
            opportunity: O,
            agreement,
            consent,
        },
    );
    let session = Session {
        at: house.now() + days(19) * 60_000,
        place: "Lyon".into(),
        by: None,
        attended: None,
    };
    stage::board(
        &house,
        stage::FAY,
        BoardCommand::Mission(MissionCommand::AddSession {
            opportunity: O,
            session,
        }),
    );
    see(
        "14-mission",
        "Fay",
        &["à Fay, qui coordonne, dans", "O-1"],
        0,
        false,
    );
    house.pass(days(14));
    see(
        "15-mission-weeks-later",
        "Fay",
        &["à Fay, qui coordonne, dans", "O-1"],
        0,
        false,
    );
    house.pass(days(8));
    let note = "Une session a suffi.".into();
    stage::board(
        &house,
        stage::FAY,
        BoardCommand::Mission(MissionCommand::Deliver {
            opportunity: O,
            note,
        }),
    );
    see("16-delivered", "personne", &["à personne", "O-1"], 0, false);
    house.pass(days(30));
    see(
        "17-months-later",
        "personne",
        &["à personne", "O-1"],
        0,
        false,
    );
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
