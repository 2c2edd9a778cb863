//! PPL-9, REQ-7: the directory from the keyboard: found, opened, put right, entered before they wrote, merged and undone, a
//! call logged; and the client's page from wherever a client is shown.

use std::rc::Rc;

use entremise::domain::OrganisationId;
use entremise::domain::organisation::OrganisationProfile;
use entremise::domain::organisation::command::DirectoryCommand;
use entremise::domain::{Command, RequestId};

use crate::morning::mails;
use crate::rig::{AMELIE, HUGO, House, MARTINE, Rig, Seat};

/// At the directory, in English.
fn at(house: &Rc<House>, size: (u16, u16)) -> Rig {
    let mut rig = Rig::at(house, Seat::english(AMELIE, size));
    rig.keys(", d").sees(&["Directory · all, by name"]);
    rig
}

/// The page of the organisation of this name.
fn on_page(house: &Rc<House>, name: &str, size: (u16, u16)) -> Rig {
    on_page_of(house, name, "Everything exchanged", size)
}

/// The same of one whose page says `with`.
fn on_page_of(house: &Rc<House>, name: &str, with: &str, size: (u16, u16)) -> Rig {
    let mut rig = at(house, size);
    rig.keys("/").type_text(name).keys("Enter").sees(&[name]);
    rig.keys("Enter").sees(&[with]);
    rig
}

fn add(house: &House, name: &str, change: impl FnOnce(&mut OrganisationProfile)) {
    let mut profile = OrganisationProfile {
        name: name.into(),
        ..OrganisationProfile::default()
    };
    change(&mut profile);
    house.must(
        Some(MARTINE),
        Command::Directory(DirectoryCommand::AddOrganisation {
            profile: Box::new(profile),
            relation_until: None,
        }),
    );
}

fn named(house: &House, name: &str) -> OrganisationId {
    let all = house.desk.sight(AMELIE).organisations(name, 10);
    all.first().map(|one| one.id).expect("an organisation")
}

/// PPL-9: organisations by name, branches under their parents, found by a contact as well; the page has who is there and
/// everything exchanged, each line a jump, and Esc comes back.
#[test]
fn ppl_9_the_directory_is_found_opened_and_left_again() {
    let house = House::with(&mails());
    let parent = named(&house, "timetours");
    add(&house, "Agence du Lac", |profile| {
        profile.parent = Some(parent);
        profile.city = "Annecy".into();
    });
    let mut rig = at(&house, (120, 36));
    rig.sees(&["Organisation", "Ctry", "Open", "Timetours", "VIGNAC"]);
    let (above, below) = (rig.row_of("Timetours"), rig.row_of("  Agence du Lac"));
    assert_eq!(below, above + 1, "{}", rig.screen());
    // By the name of somebody who wrote.
    rig.keys("/").type_text("claire").keys("Enter");
    rig.sees(&["VIGNAC"]).misses("Timetours");
    rig.keys("Enter")
        .sees(&["Contacts · 1", "Claire Petit", "R-2"]);
    rig.keys("G Enter").sees(&["R-2", "Une conférence"]);
    rig.keys("Esc").sees(&["Contacts · 1", "Claire Petit"]);
    rig.keys("Esc Esc").sees(&["Timetours", "Agence du Lac"]);
}

/// PPL-9: what is known of an organisation is put right in one form, with what is wrong with it beside.
#[test]
fn ppl_9_req_7_an_organisation_is_put_right_from_its_page() {
    let house = House::with(&mails());
    let mut rig = on_page(&house, "VIGNAC", (120, 36));
    rig.keys("e")
        .sees(&["Client’s page · VIGNAC", "Ours until"]);
    rig.keys("Ctrl-u").type_text("Vignac SA").keys("Tab");
    rig.type_text("France").keys("Enter");
    rig.type_text("3 rue Haute / 69001 Lyon");
    rig.keys("Tab").type_text("Lyon");
    rig.keys("Ctrl-s")
        .sees(&["Vignac SA", "3 rue Haute, 69001 Lyon, Lyon"]);
    let id = named(&house, "Vignac SA");
    let page = house.desk.sight(AMELIE).organisation_page(id, 0);
    let page = page.expect("a page");
    assert_eq!(&*page.profile.address, "3 rue Haute\n69001 Lyon");
    rig.keys("u").misses("Vignac SA");
}

/// PPL-9: an organisation is entered before it wrote, and is what one looks at next.
#[test]
fn ppl_9_an_organisation_is_entered_before_it_wrote() {
    let house = House::with(&mails());
    let mut rig = at(&house, (120, 36));
    rig.keys("n").sees(&["New organisation"]);
    rig.keys("o").sees(&["New organisation", "Email domains"]);
    rig.type_text("Lycée Ampère").keys("Ctrl-s");
    rig.sees(&["▌Lycée Ampère", "No contact yet", "No details yet"]);
    named(&house, "Lycée Ampère");
}

/// PPL-9, REQ-3: a request begun from the client's page says the client first, once, whether who types it did so or not.
#[test]
fn ppl_9_req_3_a_request_begun_from_the_page_says_its_client_once() {
    for (typed, kept) in [
        ("stage", "VIGNAC / stage"),
        ("VIGNAC / stage", "VIGNAC / stage"),
    ] {
        let house = House::with(&mails());
        let mut rig = on_page(&house, "VIGNAC", (120, 36));
        rig.keys("n").sees(&["New request"]);
        rig.keys("r").sees(&["Subject"]);
        rig.keys("Tab Tab Tab").type_text(typed).keys("Ctrl-s");
        rig.sees(&["R-5", kept]).misses("VIGNAC / VIGNAC");
    }
}

/// PPL-9: somebody is entered before they wrote, put right, and marked as gone and as there again.
#[test]
fn ppl_9_a_contact_is_entered_before_they_wrote() {
    let house = House::with(&mails());
    let mut rig = on_page(&house, "VIGNAC", (120, 36));
    rig.keys("n").sees(&["New contact", "New request"]);
    rig.keys("c").sees(&["New contact · VIGNAC"]);
    rig.type_text("Hélène Marchand").keys("Tab");
    rig.type_text("director").keys("Tab");
    rig.type_text("+33 3 53 01 40 22").keys("Ctrl-s");
    rig.sees(&["Contacts · 2", "Hélène Marchand", "director"]);
    // Below Claire; Enter opens her entry.
    rig.keys("g j j").frame();
    rig.keys("Enter").sees(&["Contact · Hélène Marchand"]);
    rig.keys("Esc x").sees(&["left"]);
    rig.keys("X").misses("left today");
    rig.keys("Y").sees(&["Copy what?", "+33 3 53 01 40 22"]);
}

/// PPL-9: two that are the same are put together field by field, with what comes together in figures, and undo gives each
/// back.
#[test]
fn ppl_9_two_are_merged_from_the_page_and_undone() {
    let house = House::with(&mails());
    add(&house, "Vignac SARL", |profile| {
        profile.city = "Lyon".into();
        profile.phone = "+33 4 65 71 30 02".into();
    });
    let mut rig = at(&house, (120, 36));
    assert!(
        rig.line_with("Vignac SARL").contains('='),
        "{}",
        rig.screen()
    );
    rig.keys("/").type_text("vignac sarl").keys("Enter");
    rig.sees(&["Maybe the same"]);
    rig.keys("M").sees(&["These two may be the same"]);
    rig.keys("m")
        .sees(&["into Vignac SARL", "1 request", "1 contact"]);
    rig.keys("Ctrl-s")
        .sees(&["Merged into", "Claire Petit", "R-2"]);
    rig.keys("Esc").frame();
    rig.misses("= ");
    rig.keys("u").sees(&["Maybe the same"]);
    // That they are different is said once.
    rig.keys("M").sees(&["They are different"]);
    rig.keys("n").sees(&["two different entries"]);
    rig.misses("Maybe the same");
}

/// PPL-9: C leads to the client's page from a case, and Esc back to it.
#[test]
fn ppl_9_the_clients_page_is_one_key_from_a_case() {
    let house = House::with(&mails());
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (120, 36)));
    rig.keys("1").sees(&["R-1"]);
    rig.keys("Enter C").sees(&[",d Directory", "Contacts · 1"]);
    rig.keys("Esc").sees(&["R-1"]).misses(",d Directory");
}

/// REQ-5: a call is logged on the request that is open; of several one is asked which.
#[test]
fn req_5_a_call_is_logged_from_the_directory() {
    let house = House::with(&mails());
    let mut rig = on_page(&house, "VIGNAC", (160, 45));
    rig.keys("P").sees(&["R-2"]);
    rig.keys("s").type_text("She confirms").keys("Enter");
    // A line of its own among what was exchanged, which leads to the request.
    rig.sees(&["call", "She confirms", "spoke"]);
    let request = house.desk.sight(AMELIE).inbox("").map(|inbox| {
        let row = inbox.row_of(RequestId(2), 0);
        row.is_some()
    });
    assert_eq!(request, Ok(true));
    let mut rig = on_page(&house, "Timetours", (120, 36));
    rig.keys("P")
        .sees(&["A call about which request?", "R-1", "R-4"]);
}

/// REQ-5, REQ-10: a call of a client without an open request begins one, with what the call came to, in one form.
#[test]
fn req_5_a_call_without_an_open_request_begins_one_and_is_kept() {
    let house = House::with(&mails());
    add(&house, "Lycée Ampère", |_| {});
    let mut rig = on_page_of(&house, "Ampère", "No contact yet", (160, 45));
    rig.keys("P").sees(&["Subject", "Spoke with the client"]);
    rig.type_text("Zoé Roux").keys("Tab Tab Tab");
    rig.type_text("stage").keys("Tab Tab Tab");
    rig.type_text("20 seats").keys("Ctrl-s");
    rig.sees(&["R-5", "LYCÉE AMPÈRE", "call", "20 seats", "spoke"]);
    // Taken back, it is gone from what was exchanged.
    rig.keys("u").misses("20 seats");
}

/// PPL-6, PPL-9: the history of an organisation says who changed what of it and of its contacts, and Esc is back on its page.
#[test]
fn ppl_6_ppl_9_the_page_tells_its_history() {
    let house = House::with(&mails());
    let id = named(&house, "VIGNAC");
    let change = |change: fn(&mut OrganisationProfile)| {
        let (seq, mut profile) = house.desk.sight(MARTINE).organisation_profile(id).unwrap();
        change(&mut profile);
        let command = DirectoryCommand::ChangeOrganisation {
            organisation: id,
            profile: Box::new(profile),
        };
        house.must(Some(MARTINE), Command::Directory(command).upon(seq));
    };
    change(|profile| profile.city = "Lyon".into());
    change(|profile| profile.city = "Annecy".into());
    let mut rig = on_page(&house, "VIGNAC", (120, 36));
    rig.keys("h")
        .sees(&["History", "City: Lyon → Annecy", "City: (empty) → Lyon"]);
    rig.sees(&["Martine"]);
    rig.keys("Esc")
        .sees(&["Everything exchanged"])
        .misses("Lyon → Annecy");
    rig.keys("h").sees(&["Lyon → Annecy"]);
    rig.keys("h").sees(&["Everything exchanged"]);
    // What is taken back is told as well.
    rig.keys("h").sees(&["Lyon → Annecy"]);
    change(|profile| profile.city = "Nice".into());
    rig.sees(&["City: Annecy → Nice"]);
}

/// PPL-9: the address of whom one writes to is copied for a mail program: of the contact one is on, else of the first.
#[test]
fn ppl_9_one_writes_to_a_contact_from_the_page() {
    let house = House::with(&mails());
    let mut rig = on_page(&house, "VIGNAC", (120, 36));
    rig.keys("m").sees(&["mailto:claire"]);
    add(&house, "Lycée Ampère", |_| {});
    let mut rig = on_page_of(&house, "Ampère", "No contact yet", (120, 36));
    rig.keys("m").sees(&["No contact has an email address"]);
}

/// PPL-9: a filter finds a phone number by its digits, however it and the filter are written.
#[test]
fn ppl_9_an_organisation_is_found_by_a_phone_number_however_it_is_written() {
    let house = House::with(&mails());
    add(&house, "Lycée Ampère", |profile| {
        profile.phone = "+33 (0)4 72-40 12 34".into();
    });
    for typed in [
        "72401234",
        "04 72 40 12 34",
        "+33 4 72 40",
        "04.72.40.12",
        "4012 34",
    ] {
        let mut rig = at(&house, (120, 36));
        rig.keys("/").type_text(typed).keys("Enter");
        rig.sees(&["Lycée Ampère"]);
        rig.misses("VIGNAC");
    }
}

/// PPL-2: who may only read changes nothing, and says why; who may not read requests has no directory.
#[test]
fn ppl_2_the_directory_is_for_who_may_read_requests() {
    let house = House::with(&mails());
    let mut rig = Rig::at(&house, Seat::english(HUGO, (120, 36)));
    rig.keys(", d")
        .sees(&["Directory · all, by name", "VIGNAC"]);
    rig.keys("Enter").sees(&["Everything exchanged"]);
    for key in ["e", "M", "n"] {
        rig.keys(key).sees(&["Your roles do not let you"]);
    }
    let fay = house.facilitator("Fay Dubois");
    let mut rig = Rig::at(&house, Seat::english(fay, (120, 36)));
    rig.keys(", d").sees(&[", d goes nowhere"]).misses("VIGNAC");
}

/// WKS-2, WKS-4: at every size, in both languages.
#[test]
fn wks_2_the_directory_fits_every_screen() {
    let house = House::sample();
    for size in [(80, 24), (120, 36), (160, 45), (60, 20)] {
        let mut rig = at(&house, size);
        rig.keys("j j Enter").sees(&["Contacts"]);
        rig.keys("j j k G g").frame();
    }
}
