//! Home: the first page of everybody, from what they are and what waits for them.

use entremise::desk::views::{
    BoardList, BoardQuery, Inbox, Matter, Owing, SeenStage, TurnOf, Verb,
};
use entremise::domain::access::CodeDigest;
use entremise::domain::access::command::AccessCommand;
use entremise::domain::person::Role;
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::request::CloseReason;
use entremise::domain::request::event::Outcome;
use entremise::domain::{Act, Command, PersonId};
use entremise::ui::kit::texts::Lang;

use crate::rig::{AMELIE, HUGO, House, MARTINE, Rig, Seat, letter};
use crate::stage::{self, FAY, FIRST, PAUL};

/// Everybody of the sample house who may enter.
fn everybody(house: &House) -> Vec<(PersonId, String)> {
    let people = house.desk.published().people(PersonId(1), house.now());
    let people = people.expect("the first person manages people");
    people
        .into_iter()
        .filter(|row| row.active)
        .map(|row| (row.id, row.name))
        .collect()
}

/// One screen after each script, as it is: `WHO=Camille KEYS='0' cargo test --test inbox home_screens -- --ignored
/// --nocapture`.
#[test]
#[ignore = "prints first pages of the sample house, to be looked at"]
fn home_screens() {
    let asked = |name: &str, usual: &str| std::env::var(name).unwrap_or(usual.to_owned());
    let house = House::sample();
    let keys = asked("KEYS", "0");
    for (who, name) in everybody(&house) {
        if !name.starts_with(&asked("WHO", "")) {
            continue;
        }
        for size in [(60, 20), (80, 24), (120, 36), (160, 45)] {
            for lang in Lang::ALL {
                let seat = Seat {
                    size,
                    lang,
                    ..Seat::of(who)
                };
                let mut rig = Rig::at_home(&house, seat);
                println!("== {name} {size:?}");
                for script in keys.split('|') {
                    println!("{}", rig.keys(script).screen());
                }
            }
        }
    }
}

/// WKS-1, REQ-9: the counts that are kept are those of whoever counts all there is, for everybody, at any time.
#[test]
fn wks_1_what_is_counted_is_what_a_scan_finds() {
    let house = House::sample();
    let (mut quotations, mut requests, mut opportunities) = (0, 0, 0);
    for _ in 0..4 {
        for (who, name) in everybody(&house) {
            let (sight, now) = (house.desk.sight(who), house.now());
            let me = sight.me(now).expect("they may enter");
            let rows = sight.quotations(now).unwrap_or_default();
            let mine = || {
                rows.iter()
                    .filter(|row| row.turn == TurnOf::You && row.stage != SeenStage::Accepted)
            };
            assert_eq!(me.waits.quotations.all as usize, mine().count(), "{name}");
            let late = mine().filter(|row| row.overdue).count();
            assert_eq!(me.waits.quotations.late as usize, late, "{name}");
            quotations += mine().count();
            let list = BoardList::make(&sight, BoardQuery::parse("all"), now);
            let rows = list.window(&sight, 0, list.len(), now);
            let mine = rows.iter().filter(|row| row.my_turn).count();
            assert_eq!(me.waits.board.all as usize, mine, "{name}");
            opportunities += mine;
            let Ok(list) = Inbox::build(&sight, "is:open", now) else {
                assert_eq!(me.waits.requests.all, 0, "{name}");
                continue;
            };
            let rows = (0..list.len()).filter_map(|at| list.row(at, now));
            let rows: Vec<_> = rows.filter(|row| row.owing.is_at_hand()).collect();
            assert_eq!(me.waits.requests.all as usize, rows.len(), "{name}");
            let late = rows
                .iter()
                .filter(|row| row.owing == Owing::You && row.is_overdue(now));
            assert_eq!(me.waits.requests.late as usize, late.count(), "{name}");
            requests += rows.len();
        }
        house.pass(3 * 24 * 60);
    }
    assert!(quotations > 0 && requests > 0 && opportunities > 0);
}

/// WKS-1, PPL-2: each thing that waits is told once, what is late and theirs first; whoever opens a line sees it.
#[test]
fn wks_1_ppl_2_every_line_is_told_once_and_leads_to_what_it_names() {
    let house = House::sample();
    let mut opened = 0;
    for (who, name) in everybody(&house) {
        let (sight, now) = (house.desk.sight(who), house.now());
        let home = sight.home(now);
        let mut told: Vec<Matter> = home.todo.iter().map(|one| one.of).collect();
        let in_all = usize::try_from(home.waiting.all).expect("few");
        assert_eq!(told.len(), in_all.min(40), "{name}: {:?}", home.todo);
        let late = home.todo.iter().filter(|one| one.late).count();
        assert_eq!(late, home.waiting.late.min(40) as usize, "{name}");
        let order = home.todo.iter().map(|one| (!one.late, !one.new));
        assert!(order.is_sorted(), "{name}: {:?}", home.todo);
        told.sort_unstable();
        told.dedup();
        assert_eq!(told.len(), home.todo.len(), "{name}: one comes twice");
        let mut rig = Rig::at_home(&house, Seat::english(who, (120, 36)));
        for one in home.todo.iter().take(3) {
            rig.keys("Enter").sees(&[&one.of.to_string()]);
            rig.misses("jump-nowhere").keys("0 j");
            opened += 1;
        }
    }
    assert!(opened > 10);
}

/// WKS-2, WKS-4: the page stands at any size, in both languages, for everybody.
#[test]
fn wks_2_wks_4_the_first_page_fits_any_terminal() {
    let house = House::sample();
    for (who, name) in everybody(&house) {
        for lang in Lang::ALL {
            let seat = Seat {
                lang,
                ..Seat::of(who)
            };
            let mut rig = Rig::at_home(&house, seat);
            for (width, height) in [
                (40, 10),
                (60, 20),
                (80, 24),
                (110, 30),
                (120, 36),
                (160, 45),
            ] {
                let lines = rig.resize(width, height).lines();
                let right = usize::from(width);
                let edge = |line: &&String| {
                    line.starts_with('│')
                        && unicode_width::UnicodeWidthStr::width(line.as_str()) != right
                };
                let broken: Vec<&String> = lines.iter().filter(edge).collect();
                assert!(broken.is_empty(), "{name} {width}: {broken:#?}");
                // How long one has is never cut: it stands last in its line.
                let cut = |line: &&String| line.contains(" O-") && line.ends_with("… │");
                let cut: Vec<&String> = lines.iter().filter(cut).collect();
                assert!(width < 80 || cut.is_empty(), "{name} {width}: {cut:#?}");
                let dated = |line: &String| line.contains("10 mars") || line.contains("10 Mar");
                assert!(lines.iter().any(dated), "{name} {width}: {lines:#?}");
            }
        }
    }
}

/// WKS-1: whoever logs in lands on Home; what is late comes first, red and with its sign; Esc at the top leads here.
#[test]
fn wks_1_an_officer_lands_on_what_waits_and_comes_back_to_it() {
    let mails = [
        letter(
            "Paul <paul@un.example>",
            "UN / Atelier",
            "Bonjour, nous sommes 12.",
        ),
        letter(
            "Zoé <zoe@deux.example>",
            "DEUX / Journée",
            "Bonjour, nous sommes 30.",
        ),
        letter(
            "Ali <ali@trois.example>",
            "TROIS / Soirée",
            "Bonjour, nous sommes 50.",
        ),
    ];
    let house = House::with(&mails[..1]);
    house.act(MARTINE, 1, Act::Claim);
    house.pass(3 * 24 * 60);
    mails[1..].iter().for_each(|mail| house.receive(mail));
    house.act(MARTINE, 2, Act::Claim);
    let mut rig = Rig::first(&house, Seat::of(MARTINE));
    rig.sees(&["Accueil", "Demandes 1! · 3", "2 à faire · 1 en retard"]);
    let first = rig.line_with("R-1 ");
    assert!(
        first.contains("!") && first.contains("UN · Atelier"),
        "{first}"
    );
    assert!(rig.row_of("R-1 ") < rig.row_of("R-2 "));
    assert!(rig.line_with("R-2 ").contains("● "), "{}", rig.screen());
    rig.misses("R-3 ").keys("j Enter").sees(&["DEUX / Journée"]);
    // Out of the case, out of the list, home: on the line one came from.
    rig.keys("Esc Esc Esc").sees(&["2 à faire"]);
    assert!(rig.line_with("R-2 ").contains('▌'), "{}", rig.screen());
    rig.keys("1")
        .sees(&["R-3"])
        .keys("Esc")
        .sees(&["2 à faire"]);
}

/// WKS-1: where nothing waits the page says so, and what one can take.
#[test]
fn wks_1_an_empty_page_says_what_would_fill_it() {
    let house = House::with(&[letter("Paul <paul@un.example>", "UN / Atelier", "Bonjour.")]);
    let mut rig = Rig::first(&house, Seat::of(MARTINE));
    rig.sees(&["Rien ne vous attend.", "1 demande est à attribuer"]);
    rig.keys("Enter")
        .sees(&["R-1"])
        .keys("c 0")
        .sees(&["R-1", "Lire et répondre"]);
    // Who works no request is offered none.
    Rig::first(&house, Seat::of(HUGO))
        .sees(&["Rien ne vous attend"])
        .misses("c vous");
}

/// PPL-2, BRD-5: a client sees her proposals and her quotations, a facilitator what is theirs to do, and neither is
/// told how much there is for others.
#[test]
fn ppl_2_a_client_and_a_facilitator_see_what_is_theirs_and_no_count_of_others() {
    let house = stage::posted();
    stage::propose(&house, FAY, FIRST, 2_000, "Nous le faisons souvent.");
    let home = |who| house.desk.sight(who).home(house.now());
    let hers = home(PAUL);
    let verbs: Vec<Verb> = hers.todo.iter().map(|one| one.verb).collect();
    assert_eq!((verbs, hers.waiting.all), (vec![Verb::Judge], 1));
    assert!(hers.week.is_empty() && hers.team.is_empty() && hers.unassigned.is_none());
    assert!(hers.apply.is_none() && hers.credits.is_empty());
    let theirs = home(FAY);
    assert_eq!((theirs.todo.len(), theirs.waiting.all), (0, 0));
    assert!(theirs.week.is_empty() && theirs.team.is_empty() && theirs.unassigned.is_none());
    assert!(theirs.under_way.is_empty());
    let mut rig = Rig::first(&house, Seat::of(PAUL));
    rig.sees(&["Juger 1 proposition", "En cours"])
        .misses("R-1")
        .misses("O-1 ");
    rig.keys("Enter").sees(&["Fay"]);
}

/// WKS-1: nobody is asked anything before the first screen of the sample house: a relation officer looks at it, and
/// anybody else of it is a choice away, named with what they are. Elsewhere one is who one is.
#[test]
fn wks_1_the_sample_house_is_looked_at_as_anybody_of_it() {
    let house = House::sample();
    let published = house.desk.published();
    let guest = published.guest().expect("somebody looks at it first");
    let me = published.me(guest, house.now()).expect("they may enter");
    assert_eq!(me.roles, [Role::RelationOfficer]);
    let mut rig = Rig::first(&house, Seat::english(guest, (80, 24)));
    rig.keys(":").type_text("switch person").keys("Enter");
    rig.sees(&[
        "See the sample data as which person?",
        "administrator",
        "facilitator",
    ]);
    rig.type_text("Camille").sees(&["Camille Besson"]);
    rig.keys("Enter")
        .misses("See the sample data as which person?");
    assert_eq!(rig.becomes, Some(house.person("Camille")));

    let house = House::small();
    assert!(house.desk.published().cast().is_empty());
    assert_eq!(house.desk.published().guest(), None);
    let mut rig = Rig::first(&house, Seat::english(MARTINE, (80, 24)));
    rig.keys(":").type_text("switch person");
    rig.sees(&["Nothing matches"]);
}

/// BRD-10: the figures of 90 days are kept with every change: received, answered in time, concretised; what is taken
/// back or no request counts no more, and what is older has left them.
#[test]
fn brd_10_home_tells_what_came_of_the_requests_of_90_days() {
    let mails = ["un", "deux", "trois", "quatre"].map(|name| {
        let subject = format!("{} / Atelier", name.to_uppercase());
        letter(&format!("p@{name}.example"), &subject, "Bonjour, 12.")
    });
    let house = House::with(&mails);
    let figures = || {
        let home = house.desk.sight(MARTINE).home(house.now());
        let counts = home.figures.expect("an officer sees them");
        let (answered, in_time) = (counts.answered, counts.in_time);
        (counts.received, answered, in_time, counts.concretised)
    };
    assert_eq!(figures(), (4, 0, 0, 0));
    house.act(MARTINE, 1, Act::Attempt(Outcome::Spoke, "".into()));
    assert_eq!(figures(), (4, 1, 1, 0));
    house.pass(12 * 24 * 60);
    house.act(MARTINE, 2, Act::Attempt(Outcome::Spoke, "".into()));
    assert_eq!(figures(), (4, 2, 1, 0));
    house.act(MARTINE, 1, Act::Close(CloseReason::CONCLUDED, "".into()));
    assert_eq!(figures(), (4, 2, 1, 1));
    house.act(MARTINE, 3, Act::Close(CloseReason::SPAM, "".into()));
    assert_eq!(figures(), (3, 2, 1, 1));
    house.must(Some(MARTINE), Command::Undo);
    assert_eq!(figures(), (4, 2, 1, 1));
    let mut rig = Rig::at_home(&house, Seat::english(MARTINE, (120, 36)));
    rig.sees(&["last 90 days", "Answered in time", "Went ahead"]);
    assert!(rig.line_with("Received").contains('4'), "{}", rig.screen());
    house.pass(100 * 24 * 60);
    assert_eq!(figures(), (0, 0, 0, 0));
    // Others than staff are told none.
    let house = stage::posted();
    for who in [FAY, PAUL] {
        assert_eq!(house.desk.sight(who).home(house.now()).figures, None);
    }
}

/// WKS-1: Home tells what one did last, newest first, each a jump to what it was done to.
#[test]
fn wks_1_home_tells_what_one_did_last() {
    let house = House::with(&[letter("Paul <paul@un.example>", "UN / Atelier", "Bonjour.")]);
    let mut rig = Rig::at_home(&house, Seat::english(MARTINE, (120, 36)));
    rig.misses("Your last actions");
    house.act(MARTINE, 1, Act::Claim);
    house.act(MARTINE, 1, Act::Note("Prefers mornings.".into()));
    rig.frame();
    rig.sees(&["Your last actions"]);
    let (note, claim) = (rig.row_of("Note added"), rig.row_of("R-1 assigned"));
    assert!(note < claim, "{}", rig.screen());
    rig.click("Note added")
        .keys("Enter")
        .sees(&["UN / Atelier"]);
    // Nobody else is told of it.
    Rig::at_home(&house, Seat::english(AMELIE, (120, 36))).misses("Note added");
}

/// WKS-1, PPL-2: a client's person is told who looks after her, and copies their address by one key.
#[test]
fn wks_1_ppl_2_a_client_is_told_who_looks_after_her() {
    let house = stage::posted();
    let mut rig = Rig::at_home(&house, Seat::of(PAUL));
    rig.misses("Votre interlocuteur");
    house.must(
        Some(AMELIE),
        Command::People(PeopleCommand::Edit {
            person: MARTINE,
            name: "Martine Vasselin".into(),
            email: "martine@nord.example".into(),
        }),
    );
    house.act(MARTINE, 1, Act::Claim);
    rig.frame();
    rig.sees(&[
        "Votre interlocuteur",
        "Martine Vasselin · martine@nord.example",
    ]);
    rig.keys("Y");
    assert_eq!(rig.copied.as_deref(), Some("martine@nord.example"));
    // Nobody else has one.
    for who in [FAY, MARTINE] {
        assert_eq!(house.desk.sight(who).home(house.now()).contact, None);
    }
    // What is hers is called by names she knows.
    rig.sees(&["2 Propositions", "8 Devis"]).misses("Bureau");
}

/// PPL-5: who keeps people sees on Home who has no way in yet, and goes there; nobody else is told.
#[test]
fn ppl_5_an_administrator_sees_who_has_no_way_in_yet() {
    let house = House::small();
    let digest = CodeDigest([7; 32]);
    let until = house.now() + 2 * 24 * 3_600_000;
    house.must(
        Some(AMELIE),
        Command::Access(AccessCommand::Invite {
            person: MARTINE,
            digest,
            until,
        }),
    );
    house.roles(HUGO, &[Role::Administrator]);
    let mut rig = Rig::at_home(&house, Seat::of(HUGO));
    rig.sees(&[
        "Clés et invitations",
        "invitation (fin",
        "1 personne sans clé",
    ]);
    rig.sees(&["Vous gérez personnes"]);
    rig.wait(3 * 24 * 60).sees(&["invitation expirée"]);
    rig.keys("G").click("Martine Vasselin");
    rig.keys("Enter").sees(&["Martine Vasselin", "Rôles"]);
    assert_eq!(house.desk.sight(MARTINE).home(house.now()).doors, None);
}

/// WKS-1: who only reads is told what waits for others, and what is theirs to do, one key away.
#[test]
fn wks_1_a_treasurer_is_told_what_is_theirs_to_do() {
    let house = House::with(&[letter("Paul <paul@un.example>", "UN / Atelier", "Bonjour.")]);
    let mut rig = Rig::at_home(&house, Seat::of(HUGO));
    rig.sees(&[
        "Rien ne vous attend.",
        "1 demande est à attribuer",
        "Vous accordez les crédits",
    ]);
    rig.keys("Enter").sees(&["R-1"]).keys("Esc Esc");
    rig.keys("0 j Enter").misses("Rien ne vous attend");
}

/// WKS-2: what a line is about never begins with the client's name again, however the subject gives it.
#[test]
fn wks_2_a_line_names_the_client_once() {
    let house = House::sample();
    for (who, name) in everybody(&house) {
        for one in house.desk.sight(who).home(house.now()).todo {
            let (client, what) = (one.who.to_lowercase(), one.what.to_lowercase());
            let twice = !client.is_empty() && what.starts_with(&client) && what != client;
            assert!(!twice, "{name}: {} · {}", one.who, one.what);
        }
    }
    let house = House::with(&[letter(
        "Paul <paul@brightwater.example>",
        "BRIGHTWATER / a day on climate",
        "Hello.",
    )]);
    house.act(MARTINE, 1, Act::Claim);
    let mut rig = Rig::at_home(&house, Seat::english(MARTINE, (80, 24)));
    rig.sees(&["BRIGHTWATER · a day on climate"]);
}
