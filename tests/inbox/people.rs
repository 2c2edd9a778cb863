//! PPL-1, PPL-5: an administrator keeps people, their keys and their invitations from the keyboard.

use std::rc::Rc;

use entremise::desk::access;
use entremise::domain::access::command::AccessCommand;
use entremise::domain::access::{Fingerprint, NewKey};
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::person::{NewPerson, Role};
use entremise::domain::{Act, Command, PersonId};
use entremise::ui::Event;
use entremise::ui::kit::texts::Lang;

use crate::keys::{QUIET, chords};
use crate::rig::{AMELIE, HUGO, House, MARTINE, Rig, Seat, letter};

const ED25519: &str =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIyGpZTdLhvXLRFnrNfoN/IPQTBrVynfpoZW7NxgpuPB";
const ED25519_PRINT: &str = "SHA256:TUS9vJ6ZIb3GxjauAAKK3rcL97uncj1O5hTu2Ohg90A";
const P256: &str = "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBIi9zAjg97+WK0THcg65QVJtN4JyI+bXUUZEZ/GKTidljbvLKf4EB/t0fGi49im4gn4FI6bJPDc1+MrZUSv3f1o=";
const SHORT_RSA: &str = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCc33KArPYPF58UFX8m7hCeq43+AP0zxwBlEodMZopn44aMOtnYaEpXVFyxSwDsr+3QeQFT9SpQjDnXbDrj8F7DsFF7FN2KqtQEL+sxVN0l6Fd2wAjpj2In6EtHRQICPcBHi251zv9VwrgYdQuBl4pn0OHqGM0EDm/vmda7R576Z8oBx3kpJeTBOjdfhQSLWAwhbG/2Vf56R2IgcBb3LaiMGtvaxG98aMGQJmbgP2ctehAv01yfESFx+M2LTqK+1IjI8ZGgoQSnAbwpux8wQf7f46zlsWfAxkxuF28NJtlCMK3ZW3pdy6ChRhkok9OoG6MA6sMzimf2flIMfyc98lIn";

fn key(line: &str, name: &str) -> NewKey {
    let key = access::read_key(line).expect("a key");
    let name = name.into();
    NewKey { name, ..key }
}

fn print(line: &str) -> Fingerprint {
    key(line, "").fingerprint
}

/// Martine with two keys, one of them revoked, and Hugo who may not enter.
fn house() -> Rc<House> {
    let house = House::small();
    for (line, name) in [(ED25519, "portable"), (P256, "")] {
        let key = key(line, name);
        let person = MARTINE;
        house.must(
            Some(AMELIE),
            Command::Access(AccessCommand::AddKey { person, key }),
        );
    }
    house.must(
        Some(MARTINE),
        Command::Access(AccessCommand::RevokeKey(print(P256))),
    );
    house.active(HUGO, false);
    house
}

/// Amélie at her people, in English at 80 × 24, with the person of this name selected.
fn at(house: &Rc<House>, name: &str) -> Rig {
    let mut rig = Rig::at(house, Seat::english(AMELIE, (80, 24)));
    rig.at_people().keys("/").type_text(name).keys("Enter");
    rig.sees(&[name]);
    rig
}

#[test]
fn ppl_2_the_people_are_for_who_manages_them() {
    let house = house();
    let mut rig = Rig::at(&house, Seat::english(MARTINE, (80, 24)));
    rig.misses("People")
        .keys(", p")
        .sees(&[", p goes nowhere"])
        .keys("Esc");
    house.roles(MARTINE, &[Role::Administrator]);
    rig.frame();
    rig.at_people()
        .sees(&[",p People"])
        .sees(&["2 people with access", "Hugo Castagnier"]);
    house.roles(MARTINE, &[Role::RelationOfficer]);
    rig.misses("People").misses("Hugo Castagnier");
}

#[test]
fn ppl_5_people_and_their_keys_are_shown_in_both_languages_at_both_sizes() {
    let house = house();
    let seat = |lang, size| Seat {
        lang,
        size,
        ..Seat::of(AMELIE)
    };
    let mut rig = Rig::at(&house, seat(Lang::En, (80, 24)));
    rig.at_people().sees(&[
        ",p People",
        "2 people with access",
        "1 key",
        "×",
        "no access",
        "n New",
    ]);
    assert!(rig.line_with("Martine").contains("relation officer"));
    // Who may not enter stands last.
    assert!(rig.row_of("Hugo") > rig.row_of("Martine"));
    rig.keys("j Enter").sees(&[
        "Martine Vasselin",
        "open",
        "portable  ed25519",
        "since 10:00, added by Amélie Roux",
        ED25519_PRINT,
        "(no name)  ecdsa-256",
        "revoked 10:00: gives no access",
    ]);
    rig.misses("2 people with access")
        .keys("Esc")
        .sees(&["2 people with access"]);

    let mut rig = Rig::at(&house, seat(Lang::Fr, (80, 24)));
    rig.at_people().sees(&[
        ",p Personnes",
        "2 personnes ayant accès",
        "1 clé",
        "sans accès",
        "n Nouveau",
    ]);
    rig.keys("j Enter").sees(&[
        "depuis 10:00, ajoutée par Amélie Roux",
        "révoquée (10:00) : ne donne plus accès",
    ]);

    for lang in Lang::ALL {
        let mut rig = Rig::at(&house, seat(lang, (160, 45)));
        rig.at_people().keys("j");
        // List and person side by side.
        rig.sees(&["Hugo Castagnier", "portable  ed25519", ED25519_PRINT]);
        for (width, height) in [(40, 10), (60, 12), (109, 24), (110, 24), (400, 150)] {
            for open in [
                "", "Enter", "Esc", "n", "Esc", "n k", "Esc", "x k", "Esc", "x", "Esc",
            ] {
                rig.keys(open).resize(width, height).lines();
            }
        }
    }
}

#[test]
fn ppl_5_a_revoked_key_is_dimmed() {
    let mut rig = at(&house(), "Martine");
    rig.keys("Enter");
    let live = rig.style_at("portable");
    assert_ne!(live, rig.style_at("(no name)"));
    assert_eq!(rig.style_at("(no name)"), rig.style_at("revoked 10:00"));
}

#[test]
fn ppl_1_somebody_is_added_with_roles_that_were_marked() {
    let house = house();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (80, 24)));
    rig.at_people()
        .keys("n n")
        .type_text("Fay Lemoine")
        .keys("Tab");
    rig.type_text("fay@example.org").keys("Ctrl-s");
    // Refused without a role; nothing that was typed is lost.
    rig.sees(&["A person needs a role", "Fay Lemoine", "fay@example.org"]);
    rig.keys("Up").sees(&["client contact"]);
    rig.keys("Up Up Up Space Ctrl-s");
    rig.sees(&["Person added", "Fay Lemoine", "facilitator"])
        .misses("undo ");
    let people = house
        .desk
        .sight(AMELIE)
        .people(house.now())
        .expect("she may");
    let fay = people.last().expect("Fay");
    assert_eq!(
        (&*fay.name, &*fay.email),
        ("Fay Lemoine", "fay@example.org")
    );
    assert_eq!(fay.roles, [Role::Facilitator]);
}

#[test]
fn ppl_1_a_form_that_was_left_comes_back() {
    let mut rig = Rig::at(&house(), Seat::english(AMELIE, (80, 24)));
    rig.at_people().keys("n n").type_text("Fay").keys("Esc");
    rig.sees(&["Draft saved: n resumes it"])
        .keys("n n")
        .sees(&["Fay"]);
}

#[test]
fn ppl_1_a_name_is_put_right_and_taken_back() {
    let house = house();
    let mut rig = at(&house, "Martine");
    rig.keys("e e").sees(&["Edit Martine Vasselin"]);
    rig.type_text("-Roux").keys("Tab");
    rig.type_text("m@nord.example").keys("Enter");
    rig.sees(&[
        "Name and email corrected",
        "u Undo",
        "Martine Vasselin-Roux",
    ]);
    rig.keys("u").misses("Vasselin-Roux").sees(&["Undone"]);
}

#[test]
fn ppl_1_roles_are_marked() {
    let house = house();
    let mut rig = at(&house, "Martine");
    rig.keys("e r")
        .sees(&["Roles of Martine", "relation officer [✓]"]);
    // The manager too.
    rig.keys("Down Down Down Down Down Down Space Ctrl-s");
    rig.sees(&["Roles changed"]);
    let people = house
        .desk
        .sight(AMELIE)
        .people(house.now())
        .expect("she may");
    let martine = people
        .iter()
        .find(|row| row.id == MARTINE)
        .expect("Martine");
    assert_eq!(martine.roles, [Role::RelationOfficer, Role::Manager]);
    // The last administrator stays: the refusal brings the form back.
    let mut rig = at(&house, "Amélie");
    rig.keys("e r Down Down Down Down Down Down Down Space Ctrl-s");
    rig.sees(&["There must be an administrator", "Roles of Amélie"]);
}

#[test]
fn ppl_5_closing_somebodys_access_says_what_it_comes_to_before_it_asks() {
    let house = house();
    let mut mail = Rig::at(&house, Seat::english(MARTINE, (80, 24)));
    mail.sees(&["1 Inbox"]);
    let until = house.now() + 3_600_000;
    let invite = Command::Access(AccessCommand::Invite {
        person: MARTINE,
        digest: access::new_code().expect("a code").digest(),
        until,
    });
    house.must(Some(AMELIE), invite);
    let mut rig = at(&house, "Martine");
    // What waits for her is counted when it is asked, not when the list was made.
    house.receive(&letter("p@client.example", "CLIENT / atelier", "Bonjour"));
    house.act(MARTINE, 1, Act::Claim);
    rig.sees(&["Martine"]);
    rig.keys("x x").sees(&[
        "Martine Vasselin loses access",
        "2  open sessions end",
        "1  key no longer gives access",
        "1  invitation no longer works",
        "1  request is waiting for them",
        "y close access",
    ]);
    rig.keys("Enter").misses("loses access");
    assert_eq!(rig.sent, 0, "Enter alone closes nothing");
    rig.keys("x x y").sees(&["Access closed", "×"]);
    assert_eq!(house.desk.published().key_opens(&print(ED25519)), None);
    mail.screen();
    assert!(mail.gone, "her session goes on");
    // Her keys are as they were, for when she is let in again.
    rig.keys("x x")
        .sees(&["Their access is closed already"])
        .keys("Esc");
    rig.keys("n i").sees(&["reopen it first"]).keys("Esc");
    rig.keys("X").sees(&["Access reopened"]).misses("×");
    let opens = house.desk.published().key_opens(&print(ED25519));
    assert_eq!(opens, Some(MARTINE));
    rig.keys("X").sees(&["They already have access"]);
}

/// The code on the screen.
fn code(rig: &mut Rig) -> String {
    let screen = rig.screen();
    let is_code = |word: &&str| word.len() == 19 && access::digest(word).is_some();
    let code = screen.split_whitespace().find(is_code);
    code.unwrap_or_else(|| panic!("no code:\n{screen}"))
        .to_owned()
}

#[test]
fn ppl_5_a_code_is_shown_once_and_binds_a_key() {
    let house = house();
    let mut rig = at(&house, "Martine");
    rig.keys("n i").sees(&["Invite Martine", "48 hours"]);
    rig.type_text("+2d").sees(&["→ Thu 12 Mar 2026"]);
    rig.keys("Enter").sees(&[
        "Invitation for Martine Vasselin",
        "Shown only once",
        "Thu 12",
        "Mar 2026, 18:00",
        "ssh -p 2222 house.example",
    ]);
    let code = code(&mut rig);
    // Nothing that is pressed by accident takes it away.
    rig.keys("x i q Space Tab j 1").paste("words");
    rig.sees(&[&code]);
    rig.keys("Enter").misses(&code).keys("Enter");
    rig.misses(&code)
        .sees(&["I-1 · until 12 Mar 2026, 18:00", "by Amélie Roux"]);
    let redeem = |line| {
        Command::Access(AccessCommand::Redeem {
            digest: access::digest(&code.to_lowercase()).expect("a code"),
            key: key(line, "phone"),
        })
    };
    const OTHER: &str = "ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBG3lWvTXKUdehx7jwQFuVDZKNQ0iNsZ0vJR6wHEJMnMiHMZnBXHPOgPw0+BUGNdNIeippuMJfEg2O7pnsY6XipG2GSF8NlYVWf89kkoUBUsiQ5M5zR6rHUHV3Fa8L9TIUw==";
    assert!(house.submit(None, redeem(P256)).is_err(), "it is known");
    house.must(None, redeem(OTHER));
    // It is on the screen without a key press.
    rig.sees(&["phone  ecdsa-384", "by invitation"])
        .misses("I-1");
    assert_eq!(
        house.desk.published().key_opens(&print(OTHER)),
        Some(MARTINE)
    );
}

#[test]
fn ppl_5_an_invitation_is_refused_too_far_ahead_and_can_be_withdrawn() {
    let house = house();
    let mut rig = at(&house, "Martine");
    rig.keys("n i").type_text("+60d").keys("Enter");
    rig.sees(&["30 days at most", "Invite Martine", "+60d"]);
    rig.keys("Ctrl-u Enter").keys("Esc").sees(&["1 invitation"]);
    rig.keys("x i")
        .sees(&["Invitation withdrawn"])
        .misses("1 invitation")
        .misses("u Undo");
    rig.keys("x i").sees(&["no open invitation"]).keys("Esc");
    for _ in 0..2 {
        rig.keys("n i Enter").sees(&["Shown only once"]).keys("Esc");
    }
    rig.keys("x i")
        .sees(&["Withdraw which invitation?", "I-2", "I-3"]);
    rig.keys("Enter").sees(&["1 invitation"]);
    // Its time passes.
    rig.wait(49 * 60).misses("1 invitation");
}

#[test]
fn ppl_5_a_key_is_pasted_named_and_revoked() {
    let house = House::small();
    let mut rig = at(&house, "Martine");
    rig.keys("x k")
        .sees(&["They have no key in use"])
        .keys("Esc");
    for (line, why) in [
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl", "private key"),
        (SHORT_RSA, "RSA of 2048 bits is too short"),
        ("ssh-dss AAAA", "ssh-dss are not accepted"),
        ("hello", "ssh-keygen -t"),
    ] {
        rig.keys("n k").paste(line).keys("Enter");
        rig.sees(&["A key for Martine", why]);
        assert_eq!(rig.sent, 0, "{line}");
        rig.keys("Esc");
    }
    rig.keys("n k").paste(&format!("{ED25519} martine@laptop"));
    rig.sees(&["→ ed25519", ED25519_PRINT]);
    rig.keys("Enter")
        .sees(&["Key added", "1 key"])
        .misses("u Undo");
    rig.keys("Enter")
        .sees(&["martine@laptop  ed25519", ED25519_PRINT]);
    // Bound once and for ever.
    rig.keys("n k").paste(ED25519).keys("Enter");
    rig.sees(&["already belongs to somebody", "A key for Martine"]);
    rig.keys("Esc e k")
        .sees(&["What is the key called?", "martine@laptop"]);
    rig.keys("Ctrl-u").type_text("office").keys("Enter");
    rig.sees(&["Key named", "office  ed25519"]);
    rig.keys("n k").paste(&format!("{P256} phone"));
    rig.keys("Enter").sees(&["phone  ecdsa-256"]);
    rig.keys("x k")
        .sees(&["Revoke which key?", "office · ed25519", "phone · ecdsa-256"]);
    rig.type_text("office").keys("Enter").sees(&[
        "This key of Martine Vasselin will no longer give access",
        "1  SHA256:TUS9vJ6ZIb3…",
        "1  open session ends",
        "y revoke",
    ]);
    rig.keys("Enter").misses("Revoke");
    let opens = || house.desk.published().key_opens(&print(ED25519));
    assert_eq!(opens(), Some(MARTINE), "Enter alone revokes nothing");
    rig.keys("x k").type_text("office").keys("Enter y");
    rig.sees(&["Key revoked", "revoked 10:00"]).misses("u Undo");
    assert_eq!(opens(), None);
}

#[test]
fn ppl_5_the_filter_finds_names_mails_and_roles() {
    let house = house();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (80, 24)));
    rig.at_people().keys("/").type_text("amelie admin");
    rig.sees(&["Amélie", "1/1"]).misses("Martine");
    rig.keys("Esc").sees(&["Martine", "1/3"]);
    rig.keys("/")
        .type_text("zzz")
        .sees(&["Nobody here matches"]);
    rig.keys("Enter n i").sees(&["Nobody is selected"]);
    rig.keys("Esc Esc").sees(&["Martine"]);
}

#[test]
fn wks_6_names_from_outside_stay_words() {
    let house = House::small();
    let hostile = Command::People(PeopleCommand::Add(NewPerson {
        name: "Eve\u{1b}[2J\u{202e}".into(),
        email: "a\nb\u{7}".into(),
        roles: vec![Role::Facilitator],
    }));
    house.must(Some(AMELIE), hostile);
    let person = PersonId(HUGO.0 + 1);
    let key = key(ED25519, "k\u{1b}]0;x\u{7}");
    house.must(
        Some(AMELIE),
        Command::Access(AccessCommand::AddKey { person, key }),
    );
    let mut rig = at(&house, "Eve");
    for keys in [
        "", "Enter", "D", "Esc", "x", "Esc", "N", "Esc", "e", "Esc", "i", "Enter",
    ] {
        rig.keys(keys).lines();
    }
}

/// WKS-1: with whomever selected, in the list and on their card, no key does nothing in silence.
#[test]
fn wks_1_no_key_does_nothing_in_silence_among_people() {
    let house = house();
    let mut silent = Vec::new();
    for name in ["Amélie", "Martine", "Hugo"] {
        for opened in ["", "Enter"] {
            for (id, chord) in chords("people") {
                if QUIET.contains(&id) {
                    continue;
                }
                let mut rig = at(&house, name);
                rig.keys(opened);
                let before = rig.frame();
                if rig.only_press(chord) == 0 && rig.frame() == before {
                    silent.push(format!("{name} {opened} {id} {chord}"));
                }
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

/// WKS-3, PPL-5: a long list is made beside the screen: no key waits for it, and what changes meanwhile is in it.
#[test]
fn wks_3_ppl_5_a_long_list_of_people_is_made_beside_the_screen_and_follows() {
    let house = House::small();
    let add = |name: String| {
        let person = NewPerson {
            name: name.into(),
            email: "".into(),
            roles: vec![Role::Facilitator],
        };
        house.must(Some(AMELIE), Command::People(PeopleCommand::Add(person)));
    };
    (0..260).for_each(|n| add(format!("Person {n:03}")));
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (120, 36)));
    rig.at_people().sees(&["Amélie Roux", "263"]);
    rig.hold(|event| matches!(event, Event::Looked { .. }));
    rig.keys("/").type_text("person 25");
    rig.sees(&["Martine Vasselin", "person 25"]);
    add("Person 25 more".to_owned());
    rig.sees(&["Amélie Roux"]);
    rig.release();
    rig.misses("Martine Vasselin")
        .sees(&["Person 250", "Person 25 more"]);
    rig.keys("Esc").sees(&["Amélie Roux", "264"]);
    add("Aaron".to_owned());
    rig.sees(&["265"]).keys("g").sees(&["Aaron"]);
}
