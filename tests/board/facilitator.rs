//! A facilitator on the board: what keeps her from applying, what each step costs before it is paid, her
//! proposal from its first words on.

use entremise::desk::views::{BoardList, BoardQuery};
use entremise::domain::Command;
use entremise::domain::house::command::HouseCommand;
use entremise::domain::opportunity::proposal::{Revision, Verdict};
use entremise::domain::opportunity::{BoardCommand, EndReason};
use entremise::domain::person::command::PeopleCommand;

use crate::rig::{AMELIE, Rig, Seat};
use crate::stage::{
    FAY, FIRST, GUS, HOUR, IDA, PAUL, board, contested, enter, euros, judge, notice, people, post,
    posted,
};

/// BRD-3: who may not apply sees every reason, and the keys say the same.
#[test]
fn brd_3_who_may_not_apply_sees_why() {
    let house = posted();
    let mut rig = Rig::new(&house, IDA);
    rig.sees(&["✗ non élig."]).keys("Enter G").sees(&[
        "Pouvez-vous proposer",
        "✗ coordinateur pour entreprise",
        "il faut le niveau vert",
    ]);
    rig.keys("y y").sees(&["✓ consultation"]);
    for key in ["y", "r", "!"] {
        rig.keys(key)
            .sees(&["Pas éligible", "il faut le niveau vert"]);
    }
    rig.keys("x").sees(&["pas de proposition ici"]);
}

/// BRD-4: the price stands before the step; nothing is paid by Enter, nothing twice.
#[test]
fn brd_4_the_price_of_a_step_is_shown_before_it_is_paid() {
    let house = posted();
    let mut rig = Rig::new(&house, FAY);
    rig.keys("Enter")
        .keys("G")
        .sees(&["Visible après l’étape consultation (y)"]);
    rig.misses("Salle de 150 places")
        .misses("TIME TOURS")
        .misses("Paul");
    rig.keys("y").sees(&[
        "consultation sur O-1",
        "1  crédit ; vous en avez 4, il en restera 3",
    ]);
    let sent = rig.sent;
    rig.keys("Enter");
    assert_eq!(rig.sent, sent, "Enter paid");
    rig.keys("y y G")
        .sees(&["Salle de 150 places", "aucune autre proposition"]);
    rig.keys("y").sees(&["offre sur O-1"]).keys("y").frame();
    rig.keys("y").sees(&["Les deux étapes sont faites"]);
    rig.keys("$").sees(&[
        "Crédits de Fay Lemoine",
        "-1 utilisés · offre · O-1",
        "+4 accordés",
    ]);
}

/// BRD-4: the clock is shown, and a reason goes before it.
#[test]
fn brd_4_the_client_is_reached_with_a_reason_or_when_the_clock_says() {
    let house = contested();
    let mut rig = Rig::new(&house, FAY);
    rig.keys("Enter G")
        .sees(&["Contact direct le 11 mars 2026, 10:00, dans 1 j"]);
    rig.keys("!")
        .sees(&["Pourquoi contacter"])
        .keys("Enter")
        .sees(&["quelques mots"]);
    rig.type_text("Le client attend mon appel").keys("Enter");
    rig.sees(&["ouvre le nom, l’e-mail", "vous en avez 4, il en restera 3"])
        .keys("!");
    rig.sees(&["Paul Roux", "paul@timetours.example"]);
    rig.keys("!")
        .sees(&["Vous avez déjà les coordonnées du client"]);
    // A day later the other needs no reason.
    let mut gus = Rig::new(&house, crate::stage::GUS);
    gus.keys("Enter").wait(24 * 60 + 1);
    gus.keys("G").sees(&["le client n’a pas répondu à temps"]);
    gus.keys("!")
        .sees(&["vous en avez 4, il en restera 3"])
        .keys("!")
        .sees(&["Paul Roux"]);
}

/// BRD-5 WKS-7: what is typed is kept, whatever happens, until it is submitted.
#[test]
fn brd_5_a_proposal_is_written_kept_and_submitted() {
    let house = posted();
    enter(&house, FAY, FIRST);
    let mut rig = Rig::new(&house, FAY);
    rig.keys("r").sees(&["Votre proposition pour O-1"]);
    rig.type_text("1 900").sees(&["→ 1 900,00 €"]).keys("Tab");
    rig.type_text("en avril")
        .keys("Tab")
        .type_text("Je viens.\nÀ deux.");
    rig.keys("Esc")
        .sees(&["Brouillon gardé : r le reprend", "✎"]);
    let mut again = Rig::new(&house, FAY);
    again
        .sees(&["✎"])
        .keys("r")
        .sees(&["1 900", "en avril", "Je viens.", "À deux."]);
    again
        .keys("Ctrl-s")
        .sees(&["l’envoyer au client", "brouillon"])
        .keys("d");
    again.sees(&["brouillon"]).misses("✎");
    again.keys("r Ctrl-s s").sees(&["envoyée"]);
    again
        .keys("Enter")
        .sees(&["1 900,00 €", "Je viens.", "x la retire"]);
    again
        .keys("r")
        .keys("Tab Tab")
        .type_text("Mieux : ")
        .keys("Ctrl-s s")
        .sees(&["Mieux : Je viens."]);
    again.keys("x").sees(&["Pourquoi retirer"]);
    again.type_text("dates").keys("Enter");
    again.type_text("Pas libre").keys("Enter");
    again.sees(&["retirée", "Pas libre", "r en écrit une nouvelle"]);
}

/// BRD-5: what a rule refuses stays in the editor, and the refusal says why.
#[test]
fn brd_5_a_refused_proposal_is_not_lost() {
    let house = posted();
    enter(&house, FAY, FIRST);
    let mut rig = Rig::new(&house, FAY);
    rig.keys("r Tab Tab")
        .type_text("Sans prix")
        .keys("Ctrl-s s");
    rig.sees(&[
        "Il manque un prix",
        "Sans prix",
        "Votre proposition pour O-1",
    ]);
    rig.keys("Tab").type_text("1 900").keys("Ctrl-s");
    // It ends while she writes.
    let why = EndReason::GIVEN_UP;
    let (opportunity, refund) = (FIRST, true);
    board(
        &house,
        AMELIE,
        BoardCommand::End {
            opportunity,
            why,
            refund,
        },
    );
    rig.keys("s")
        .sees(&["ne prend plus de propositions", "Sans prix"])
        .keys("Esc");
    rig.sees(&["Brouillon gardé : r"]);
}

/// BRD-4: a step whose price changed meanwhile is refused with the price as it is.
#[test]
fn brd_4_a_price_that_changed_is_said() {
    let house = posted();
    let mut rig = Rig::new(&house, FAY);
    rig.keys("y").sees(&["vous en avez 4, il en restera 3"]);
    let mut terms = house
        .desk
        .sight(AMELIE)
        .terms()
        .expect("staff see the terms");
    if let Some(prices) = &mut terms.credits {
        prices.consultation = 2;
    }
    let change = entremise::domain::Command::House(HouseCommand::ChangeTerms(Box::new(terms)));
    house.must(Some(AMELIE), change);
    rig.keys("y").sees(&["2"]).keys("y");
    rig.sees(&["vous en avez 4, il en restera 2"]);
}

/// BRD-6: the one who lost reads the advice; the one who is found interesting sees it at once (WKS-3).
#[test]
fn brd_6_a_verdict_shows_by_itself() {
    let house = contested();
    let mut rig = Rig::new(&house, FAY);
    rig.sees(&["envoyée"]);
    judge(&house, 1, Verdict::Interesting);
    rig.sees(&["+ intéresse"])
        .keys("Enter")
        .sees(&["intéressante"]);
    judge(&house, 1, Verdict::NotInteresting);
    rig.sees(&["pas intéressante"]);
}

/// BRD-1: pending opportunities in a table with the group; stale ones sink and say so; a favourite.
#[test]
fn brd_1_the_list_filters_sorts_and_keeps_favourites() {
    let house = posted();
    house.receive(&crate::rig::letter(
        "Ann <ann@acme.example>",
        "ACME / conférence",
        "Bonjour",
    ));
    let group = entremise::domain::request::Group::ClientIntroduction;
    house.act(AMELIE, 2, entremise::domain::Act::SetGroup(Some(group)));
    let online = entremise::domain::opportunity::Notice {
        online: true,
        place: "".into(),
        deadline: house.now() + 30 * HOUR,
        ..notice(&house, "Conférence de rentrée")
    };
    house.pass(1);
    post(&house, 2, online, "");
    for size in [(80, 24), (160, 45)] {
        let mut rig = Rig::at(
            &house,
            Seat {
                size,
                ..Seat::of(FAY)
            },
        );
        rig.sees(&[
            "O-1",
            "O-2",
            "AA",
            "1/2",
            "BE en ligne",
            "11 j",
            "✓ éligible",
        ]);
        assert!(
            rig.row_of("O-2") < rig.row_of("O-1"),
            "the newest is not first"
        );
        rig.keys("/")
            .type_text("online:yes")
            .sees(&["1/1"])
            .misses("O-1 ");
        rig.keys("Esc /")
            .type_text("bruxelles")
            .sees(&["O-1"])
            .misses("O-2 ")
            .keys("Esc");
        rig.keys("f")
            .type_text("sous-traitance")
            .keys("Enter")
            .sees(&["Rien dans cette vue"]);
        rig.keys("f")
            .type_text("attente")
            .keys("Enter")
            .sees(&["1/2"]);
    }
    let mut rig = Rig::new(&house, FAY);
    rig.keys("g W").sees(&["★"]);
    rig.keys("f")
        .type_text("favoris")
        .keys("Enter")
        .sees(&["O-2", "1/1"]);
    rig.keys("W").sees(&["Rien dans cette vue"]);
    rig.keys("f").type_text("attente").keys("Enter");
    rig.wait(31 * 60).sees(&["~", "-"]);
    assert!(
        rig.row_of("O-1") < rig.row_of("O-2"),
        "what is stale did not sink"
    );
}

/// BRD-2: the screen says which group it is, and what follows from it.
#[test]
fn brd_2_what_follows_from_the_group_is_said() {
    let house = posted();
    let mut rig = Rig::at(
        &house,
        Seat {
            size: (80, 30),
            ..Seat::of(FAY)
        },
    );
    rig.keys("Enter").sees(&[
        "Apport d’affaires",
        "Retenue par   le client",
        "nous n’avons pas eu de contact",
        "droit d’usage 10 %, contribution 10 %",
        "15 % du prix, en principe payée par le client",
    ]);
    let _ = people;
}

/// PPL-4: a facilitator keeps what she says of herself, and attests nothing of herself.
#[test]
fn ppl_4_a_facilitator_publishes_her_profile() {
    let house = posted();
    let before = house.desk.sight(FAY).profile(FAY).expect("her own");
    let mut rig = Rig::at(&house, Seat::english(FAY, (80, 24)));
    rig.keys(":").type_text("my details").keys("Enter").sees(&[
        "Your profile",
        "we confirm levels",
        "Published",
        "Languages",
        "Time zone",
    ]);
    // Out of sight of clients, for a while; then she may not apply, and is told why and what to do.
    rig.keys("Space Ctrl-s").sees(&["Profile saved"]);
    let after = house.desk.sight(FAY).profile(FAY).expect("her own");
    assert_eq!((before.published, after.published), (true, false));
    assert_eq!(
        (&before.belts, &before.compliance, &before.languages),
        (&after.belts, &after.compliance, &after.languages)
    );
    rig.keys("Enter").sees(&["the profile is not published"]);
    rig.keys("u").sees(&["✓ you meet every condition"]);
    assert_eq!(house.desk.sight(FAY).profile(FAY).expect("hers"), before);
    // Nobody else has one.
    Rig::at(&house, Seat::english(AMELIE, (80, 24)))
        .keys("2 :")
        .type_text("my profile")
        .keys("Enter")
        .misses("Your profile");
}

/// BRD-5 PPL-2: a draft beside what was submitted is hers alone, until it takes its place.
#[test]
fn brd_5_ppl_2_a_draft_beside_a_submitted_proposal_is_seen_by_its_proposer_alone() {
    let house = contested();
    let mut fay = Rig::at(&house, Seat::english(FAY, (160, 45)));
    let mut paul = Rig::at(&house, Seat::english(PAUL, (160, 45)));
    paul.keys("Enter").sees(&["Fay Lemoine"]).misses("Better:");
    fay.keys("Enter r Tab Tab").type_text("Better: ");
    fay.keys("Ctrl-s")
        .sees(&["keep it as a draft; what you submitted stays"])
        .misses("delete the draft")
        .keys("d");
    fay.sees(&["Draft for O-1 saved"]).keys("g").sees(&[
        "Your draft",
        "Better: ",
        "until you submit this",
    ]);
    paul.keys("j k").misses("Better:");
    let mut amelie = Rig::at(&house, Seat::english(AMELIE, (160, 45)));
    amelie.keys("2 Enter").misses("Better:");
    // It goes on from the draft, which is deleted, written again, submitted.
    fay.keys("r").sees(&["Better: "]).keys("Ctrl-s x");
    fay.sees(&["deleted"]).misses("Your draft");
    fay.keys("r Tab Tab").type_text("Best: ").keys("Ctrl-s s");
    fay.misses("Your draft").sees(&["Best: "]);
    paul.keys("j k G").sees(&["Best: "]);
}

/// WKS-7: what was typed is laid over what somebody else wrote meanwhile, and sent when it was looked at.
#[test]
fn wks_7_a_proposal_changed_in_another_session_is_looked_at_again_and_what_was_typed_is_kept() {
    let house = contested();
    let mut here = Rig::at(&house, Seat::english(FAY, (160, 45)));
    here.keys("Enter r").sees(&["Your proposal for O-1"]);
    let revision = Revision {
        price: Some(Some(euros(1_700))),
        text: Some("Elsewhere.".into()),
        ..Revision::default()
    };
    let opportunity = FIRST;
    let elsewhere = BoardCommand::Propose {
        opportunity,
        revision: Box::new(revision),
        submit: true,
    };
    board(&house, FAY, elsewhere);
    here.keys("Tab Tab")
        .type_text("Typed here. ")
        .keys("Ctrl-s s");
    here.sees(&[
        "Fay Lemoine changed PR-1",
        "Typed here. ",
        "Somebody changed the text meanwhile",
        "Elsewhere.",
        "changed meanwhile",
    ]);
    here.sees(&["1700.00 EUR"]);
    here.keys("Ctrl-s s").misses("Your proposal for O-1");
    here.sees(&["Typed here. ", "1,700.00"]);
}

/// WKS-7: a profile the house changed meanwhile is not overwritten; what was typed is kept.
#[test]
fn wks_7_a_profile_changed_by_the_house_keeps_both_what_was_typed_and_what_was_changed() {
    let house = posted();
    let mut fay = Rig::at(&house, Seat::english(FAY, (160, 45)));
    fay.keys(":")
        .type_text("my details")
        .keys("Enter")
        .sees(&["Phone"]);
    let sight = house.desk.sight(FAY);
    let mut profile = sight.profile(FAY).expect("her profile");
    profile.phone = "+33 1 00".into();
    profile.legal = "SARL Lemoine".into();
    let keep = |profile| {
        Command::People(PeopleCommand::KeepProfile {
            person: FAY,
            profile: Box::new(profile),
        })
    };
    house.must(Some(AMELIE), keep(profile));
    fay.keys("Tab Tab Tab Tab Tab")
        .type_text("be68539007547034");
    fay.keys("Tab").type_text("EI Lemoine").keys("Ctrl-s");
    fay.sees(&[
        "Our team changed the profile of",
        "+33 1 00",
        "changed meanwhile",
        "be68539007547034",
        "EI Lemoine",
        "now: SARL Lemoine",
    ]);
    fay.misses("Amélie");
    fay.keys("Ctrl-s").misses("changed meanwhile");
    let kept = house.desk.sight(FAY).profile(FAY).expect("her profile");
    let (phone, iban, legal) = (&*kept.phone, &*kept.iban, &*kept.legal);
    assert_eq!(
        (phone, iban, legal),
        ("+33 1 00", "BE68 5390 0754 7034", "EI Lemoine")
    );
}

/// PPL-4: an account number is checked as it is typed; one with a wrong figure is not kept.
#[test]
fn ppl_4_a_wrong_account_number_is_refused_in_the_form() {
    let house = posted();
    let mut fay = Rig::at(&house, Seat::english(FAY, (160, 45)));
    fay.keys(":")
        .type_text("my details")
        .keys("Enter")
        .sees(&["Phone"]);
    fay.keys("Tab Tab Tab Tab Tab")
        .type_text("BE68539007547043");
    fay.keys("Ctrl-s")
        .sees(&["check digits of this IBAN are wrong"]);
    let kept = || {
        let profile = house.desk.sight(FAY).profile(FAY).expect("her profile");
        profile.iban.to_string()
    };
    assert_eq!(kept(), "");
    fay.keys("BackSpace BackSpace").type_text("34");
    fay.sees(&["BE68 5390 0754 7034"]).keys("Ctrl-s");
    assert_eq!(kept(), "BE68 5390 0754 7034");
}

/// BRD-12: after the deadline the list, the page and the figures say that nothing is sold or applied for, and no
/// credit is taken; what was opened stays open.
#[test]
fn brd_12_after_the_deadline_the_screen_says_that_nothing_is_sold() {
    let house = posted();
    enter(&house, GUS, FIRST);
    let mut rig = Rig::new(&house, FAY);
    rig.sees(&["✓ éligible"]);
    // While she looks, the time passes.
    rig.wait(12 * 24 * 60).sees(&["fermée"]).misses("éligible");
    rig.keys("Enter").sees(&["Fermée aux propositions"]);
    for key in ["y", "r", "!"] {
        rig.keys(key).sees(&["Les propositions étaient reçues"]);
    }
    rig.keys("$")
        .sees(&["Crédits de Fay Lemoine"])
        .misses("-1 utilisés");
    rig.keys("Esc f")
        .type_text("chiffres")
        .keys("Enter")
        .sees(&["1 fermée aux propositions"]);
    let eligible = BoardList::make(
        &house.desk.sight(FAY),
        BoardQuery::parse("eligible"),
        house.now(),
    );
    assert!(eligible.is_empty());
    // Gus opened it in time: it stays open, and nothing more is sold to him.
    let mut rig = Rig::new(&house, GUS);
    rig.keys("Enter G").sees(&["Salle de 150 places"]);
    rig.keys("r").sees(&["reçues"]);
}

/// BRD-4: the entries of an account stand below each other, whatever their dates are.
#[test]
fn brd_4_the_entries_of_an_account_stand_below_each_other() {
    let house = posted();
    house.pass(9 * 24 * 60);
    enter(&house, FAY, FIRST);
    let mut rig = Rig::new(&house, FAY);
    rig.keys("$").sees(&["il en reste 3"]);
    let column = |line: &String| {
        let at = line.find("-1 ").or(line.find("+4 "))?;
        Some(line[..at].chars().count())
    };
    let columns: Vec<usize> = rig.lines().iter().filter_map(column).collect();
    assert!(columns.len() > 3, "{}", rig.screen());
    assert!(
        columns.iter().all(|one| *one == columns[0]),
        "{columns:?}\n{}",
        rig.screen()
    );
}
