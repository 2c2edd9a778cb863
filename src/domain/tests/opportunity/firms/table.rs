//! PPL-2, PPL-7: who sees and does what of a firm's part in an opportunity, as tables to be read: everybody by what they
//! are to the firm, and each thing there is.

use super::*;
use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::opportunity::MissionCommand;
use crate::domain::opportunity::mission::Task;
use crate::domain::opportunity::refusal::BoardRefusal;

/// What each is to Fay's firm.
struct Cast {
    fair: Fair,
    proposal: ProposalId,
    who: Vec<(&'static str, PersonId)>,
}

/// Fay's firm with a colleague of each right, a rival, a former colleague, the client, another client, the house. The
/// firm's proposal is before the client, and a draft beside it.
fn cast() -> Cast {
    let mut fair = Fair::open();
    let sees = fair.recruits(FAY, "Sam", &[FirmRight::Sees]);
    let proposes = fair.recruits(FAY, "Pia", &[FirmRight::Proposes]);
    let manages = fair.recruits(FAY, "Max", &[FirmRight::Manages]);
    let paid = fair.recruits(FAY, "Pat", &[FirmRight::Paid]);
    fair.hires(FAY, HEL, &[FirmRight::Proposes]);
    let proposal = fair.submits(FAY, INTRO);
    let mut draft = fair.offering(INTRO);
    if let BoardCommand::Propose {
        submit, revision, ..
    } = &mut draft
    {
        *submit = false;
        revision.text = Some("A draft.".into());
    }
    fair.0.must(
        Some(FAY),
        Command::Board(Box::new(draft)).upon(fair.state.seq()),
    );
    fair.submits(GIL, INTRO);
    fair.firm(HEL, FirmCommand::Leave);
    let who = vec![
        ("founder", FAY),
        ("sees", sees),
        ("proposes", proposes),
        ("manages", manages),
        ("is paid", paid),
        ("rival", GIL),
        ("former", HEL),
        ("client", PAUL),
        ("other client", LEA),
        ("officer", BEN),
    ];
    Cast {
        fair,
        proposal,
        who,
    }
}

/// A letter for each of the things that somebody sees: text, client, the firm's proposal, its draft, all proposals, the
/// mission, credits and profile of the firm.
fn seen(cast: &Cast, who: PersonId) -> String {
    let fair = &cast.fair;
    let of = fair.the(INTRO);
    let ours = |eyes: &Eyes<'_>| eyes.own_proposal(of).map(|p| p.id) == Some(cast.proposal);
    fair.sees(who, |eyes| {
        [
            ('t', eyes.see_text(of)),
            ('c', eyes.see_client(of)),
            ('p', eyes.proposal(cast.proposal).is_ok()),
            ('d', ours(eyes)),
            ('a', eyes.see_proposals(of)),
            ('m', eyes.mission(INTRO).is_ok()),
            ('f', eyes.firm == fays() && eyes.sees_firm()),
        ]
        .map(|(letter, is)| if is { letter } else { '-' })
        .iter()
        .collect()
    })
}

fn table(cast: &Cast, of: impl Fn(&Cast, PersonId) -> String) -> Vec<(&'static str, String)> {
    let all = cast.who.iter();
    all.map(|(what, who)| (*what, of(cast, *who))).collect()
}

fn wanted(rows: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let all = rows.iter();
    all.map(|(what, letters)| (*what, (*letters).to_owned()))
        .collect()
}

#[test]
fn ppl_2_ppl_7_who_sees_what_while_it_is_open() {
    assert_eq!(
        table(&cast(), seen),
        wanted(&[
            ("founder", "t-pd--f"),
            ("sees", "t-pd--f"),
            ("proposes", "t-pd--f"),
            ("manages", "-------"),
            ("is paid", "-------"),
            ("rival", "t------"),
            ("former", "-------"),
            ("client", "tcp-a--"),
            ("other client", "-------"),
            ("officer", "tcp-a--"),
        ])
    );
}

#[test]
fn ppl_2_ppl_7_who_sees_what_of_a_mission() {
    let mut cast = cast();
    cast.fair.must(ANNA, cast.fair.selecting(cast.proposal));
    cast.fair.must(FAY, cast.fair.confirming(INTRO));
    assert_eq!(
        table(&cast, seen),
        wanted(&[
            ("founder", "tcpd-mf"),
            ("sees", "tcpd-mf"),
            ("proposes", "tcpd-mf"),
            ("manages", "-------"),
            ("is paid", "-------"),
            ("rival", "t------"),
            ("former", "-------"),
            ("client", "tcp-am-"),
            ("other client", "-------"),
            ("officer", "tcp-am-"),
        ])
    );
}

/// A letter for each of the things that somebody does to the firm's: a step, withdrawing its proposal, inviting, naming,
/// putting a colleague out, its profile, its account, credits for it.
fn done(cast: &Cast, who: PersonId) -> String {
    let fair = &cast.fair;
    let sam = cast.who[1].1;
    let tries = |command: Command| {
        let seen = fair.state.seq();
        let command = match command.is_whole() {
            true => command.upon(seen),
            false => command,
        };
        fair.decide(Some(who), &command).is_ok()
    };
    let board = |command| tries(Command::Board(Box::new(command)));
    let firm = |command| tries(Command::Firm(command));
    let was = fair.state.profile_of(fays()).expect("a profile");
    let keep = |profile: FacilitatorProfile| FirmCommand::KeepProfile {
        firm: fays(),
        profile: Box::new(profile),
    };
    let mut phone = (**was).clone();
    phone.phone = "01 02 03 04 05".into();
    let mut account = (**was).clone();
    account.legal = "Fay SARL".into();
    let ours = fair.state.acting(who) == fays();
    let withdraw = BoardCommand::Withdraw {
        proposal: cast.proposal,
        reason: "x".into(),
    };
    let grant = FirmCommand::Grant {
        firm: fays(),
        kind: CreditKind::Offer,
        count: 1,
        why: "x".into(),
    };
    let digest = CodeDigest([254; 32]);
    let invite = inviting("Zoé", FirmRights::ALL, digest, fair.later(1));
    let contact = CreditKind::Contact;
    let direct = BoardCommand::Credit(CreditCommand::Open {
        opportunity: INTRO,
        kind: contact,
        price: contact.price(fair.state.terms()),
        reason: "x".into(),
    });
    [
        ('s', ours && board(direct)),
        ('w', board(withdraw)),
        ('i', ours && firm(invite)),
        ('n', ours && firm(FirmCommand::Name("Sud".into()))),
        ('r', firm(FirmCommand::Remove(sam))),
        ('o', firm(keep(phone))),
        ('b', firm(keep(account))),
        ('g', firm(grant)),
    ]
    .map(|(letter, is)| if is { letter } else { '-' })
    .iter()
    .collect()
}

#[test]
fn ppl_7_who_does_what_for_a_firm() {
    assert_eq!(
        table(&cast(), done),
        wanted(&[
            ("founder", "swinrob-"),
            ("sees", "--------"),
            ("proposes", "sw------"),
            ("manages", "--inrob-"),
            ("is paid", "------b-"),
            ("rival", "--------"),
            ("former", "--------"),
            ("client", "--------"),
            ("other client", "--------"),
            ("officer", "--------"),
        ])
    );
}

#[test]
fn ppl_2_what_is_another_firms_is_refused_as_what_is_not_there() {
    let cast = cast();
    let fair = &cast.fair;
    let withdraw = |proposal| BoardCommand::Withdraw {
        proposal,
        reason: "x".into(),
    };
    let nowhere = ProposalId(99);
    let told = |who, proposal| match fair.no(who, withdraw(proposal)) {
        Refusal::Board(BoardRefusal::NoSuchProposal(of)) => of == proposal,
        other => panic!("{other:?}"),
    };
    for (what, who) in &cast.who {
        if matches!(*what, "manages" | "is paid" | "rival" | "former") {
            assert!(told(*who, cast.proposal), "{what}");
            assert!(told(*who, nowhere), "{what}");
        }
    }
    // A colleague who sees it and does not propose is told what is missing.
    let sam = cast.who[1].1;
    assert_eq!(
        fair.no(sam, withdraw(cast.proposal)),
        FirmRefusal::NeedsRight(FirmRight::Proposes).into()
    );
    let colleague = |who| fair.firm_no(who, FirmCommand::Remove(sam));
    let none = |who| fair.firm_no(who, FirmCommand::Remove(PersonId(900)));
    assert_eq!(colleague(GIL), none(GIL));
    assert_eq!(colleague(HEL), none(HEL));
}

#[test]
fn ppl_7_who_proposes_runs_its_missions_and_who_sees_looks_on() {
    let mut cast = cast();
    cast.fair.must(ANNA, cast.fair.selecting(cast.proposal));
    cast.fair.must(FAY, cast.fair.confirming(INTRO));
    let tick = BoardCommand::Mission(MissionCommand::Tick {
        opportunity: INTRO,
        task: Task::ALL[0],
        done: true,
    });
    let may: Vec<&str> = cast
        .who
        .iter()
        .filter(|(_, who)| cast.fair.tries(*who, tick.clone()).is_ok())
        .map(|(what, _)| *what)
        .collect();
    assert_eq!(may, ["founder", "proposes", "officer"]);
}
