//! Lists in every pane: their columns at every width and in both languages, their order, what the cursor does
//! after an action, marks.

use std::rc::Rc;

use entremise::domain::Act;
use entremise::domain::person::Role;
use entremise::domain::request::CloseReason;
use entremise::ui::kit::texts::Lang;
use unicode_width::UnicodeWidthStr;

use crate::morning::mails;
use crate::rig::{AMELIE, House, MARTINE, Rig, Seat, letter};

/// The panes, by the keys that lead to them.
const PANES: [&str; 6] = [
    "1",
    "2",
    "8",
    ", p",
    ": Lists Enter",
    ": Lists Enter j Enter",
];

/// What stands in the columns of `line` between `from` and `to`.
fn cut(line: &str, from: usize, to: usize) -> String {
    let mut at = 0;
    let chars = line.chars().filter(|c| {
        let here = at;
        at += c.to_string().width();
        (from..to).contains(&here)
    });
    chars.collect()
}

/// The names over the columns of the list that shows, each with its first column.
fn names(rig: &mut Rig) -> Vec<(usize, String)> {
    let line = rig.lines().swap_remove(2);
    let end = line.find("││").unwrap_or(line.len());
    let mut names: Vec<(usize, String)> = Vec::new();
    let (mut column, mut blanks) = (0, 2);
    for c in line[..end].chars().filter(|c| !"│┃".contains(*c)) {
        match (c, names.last_mut(), blanks) {
            (' ', ..) => blanks += 1,
            (c, Some((_, name)), 0) => name.push(c),
            (c, ..) => {
                names.push((column, c.to_string()));
                blanks = 0;
            }
        }
        blanks = if c == ' ' { blanks } else { 0 };
        column += 1;
    }
    names
}

/// The words of the names over the columns.
fn words(rig: &mut Rig) -> Vec<String> {
    let marks = ['▴', '▾'];
    let names = names(rig).into_iter();
    names
        .map(|(_, name)| name.trim_end_matches(marks).to_owned())
        .filter(|name| name != "·")
        .collect()
}

/// WKS-2: at 60, 80, 120 and 160 columns every pane has a row of names in both languages, nothing stands over
/// anything else, and no column that shows at 80 is gone at 120 or 160.
#[test]
fn wks_2_no_column_is_gone_at_a_greater_width_in_any_pane() {
    let house = House::sample();
    let who = house.person("Inès");
    house.roles(
        who,
        &[
            Role::Administrator,
            Role::RelationOfficer,
            Role::PricingOfficer,
            Role::BackOfficeAssistant,
        ],
    );
    for lang in [Lang::En, Lang::Fr] {
        for pane in PANES {
            let mut before: Vec<String> = Vec::new();
            for (width, height) in [(60, 20), (80, 24), (120, 36), (160, 45)] {
                let seat = Seat {
                    lang,
                    ..Seat::english(who, (width, height))
                };
                let mut rig = Rig::at(&house, seat);
                let pane = match lang {
                    Lang::En => pane.to_owned(),
                    Lang::Fr => pane.replace("Lists", "Listes"),
                };
                rig.keys(&pane);
                let now = words(&mut rig);
                assert!(now.len() >= 3, "pane {pane} at {width}:\n{}", rig.screen());
                let gone: Vec<_> = before.iter().filter(|name| !now.contains(name)).collect();
                assert!(
                    gone.is_empty(),
                    "pane {pane} at {width} without {gone:?}:\n{}",
                    rig.screen()
                );
                for line in rig.lines() {
                    assert!(
                        line.width() <= usize::from(width),
                        "pane {pane} at {width}: {line}"
                    );
                }
                // With the names of another width in mind: what the subject took the client's place for.
                before = now;
                before.retain(|name| !name.contains("Client"));
            }
        }
    }
}

/// The width of the column called `name`, up to the next one.
fn room(rig: &mut Rig, name: &str) -> usize {
    let names = names(rig);
    let mut from = names.iter().skip_while(|(_, n)| !n.starts_with(name));
    let (at, _) = from.next().expect("the column");
    let next = from.find(|(_, n)| n != "·" && n != "subject");
    next.expect("one behind it").0 - at
}

/// WKS-2: a subject and a title are not narrower at 160 columns than at 80.
#[test]
fn wks_2_titles_are_not_narrower_on_a_wide_terminal() {
    let house = House::sample();
    let who = house.person("Martine");
    for (pane, name) in [("1", "Client"), ("2", "What"), ("8", "Client")] {
        let wide = |size| {
            let mut rig = Rig::at(&house, Seat::english(who, size));
            rig.keys(pane);
            room(&mut rig, name)
        };
        let (narrow, wide) = (wide((80, 24)), wide((160, 45)));
        assert!(wide >= narrow, "pane {pane}: {wide} after {narrow}");
    }
}

/// WKS-1: a list is sorted by a column, the same again turns it round, and the mark stands on it; the newest come
/// first with one key more. Another pane keeps its order.
#[test]
fn wks_1_every_list_is_sorted_by_its_columns() {
    let house = House::with(&mails());
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (120, 36)));
    rig.sees(&["Due▴"]);
    let first = |rig: &mut Rig| rig.lines().swap_remove(3);
    rig.keys("o")
        .sees(&["Sort by", "Newest first"])
        .keys("2")
        .sees(&["by client"]);
    assert!(
        first(&mut rig).contains("R-3 "),
        "SECUR PLUS:\n{}",
        rig.screen()
    );
    rig.keys("o 2");
    assert!(
        first(&mut rig).contains("R-2 "),
        "VIGNAC:\n{}",
        rig.screen()
    );
    rig.keys(", p o 2");
    rig.sees(&["Name▴"]);
    assert!(first(&mut rig).contains("Amélie"), "{}", rig.screen());
    rig.keys("o 2").sees(&["Name▾"]);
    assert!(first(&mut rig).contains("Martine"), "{}", rig.screen());
    rig.keys("1 , p").sees(&["Name▾"]);
    // A press on a name sorts too.
    rig.click("Roles");
    rig.sees(&["Roles▴"]).misses("Name▾");
    rig.keys("o 1").misses("Roles▴");
}

/// A house with requests that are due one after the other.
fn queue() -> Rc<House> {
    let mails: Vec<_> = (1..9)
        .map(|n| {
            let from = format!("a@client{n}.example");
            letter(
                &from,
                &format!("CLIENT{n} / subject"),
                "We wish for a workshop.",
            )
        })
        .collect();
    House::with(&mails)
}

/// REQ-8 WKS-1: when what one acts on moves away the cursor is on the row that followed, and what was done is said;
/// what stays where it was keeps the cursor.
#[test]
fn req_8_the_cursor_goes_on_to_the_next_of_the_queue() {
    let house = queue();
    let mut rig = Rig::at(&house, Seat::english(MARTINE, (120, 36)));
    let at = |rig: &mut Rig| rig.line_with("▌");
    rig.keys("j");
    assert!(at(&mut rig).contains("R-2 "));
    let row = rig.row_of("▌");
    rig.keys("t").type_text("urgent").keys("Enter");
    assert!(
        at(&mut rig).contains("R-2 "),
        "it stays where it is:\n{}",
        rig.screen()
    );
    rig.keys("x 1").type_text("").keys("Enter");
    assert!(
        at(&mut rig).contains("R-3 "),
        "the next one:\n{}",
        rig.screen()
    );
    assert_eq!(rig.row_of("▌"), row, "and it stands where the eye is");
    rig.sees(&["R-2"]);
    rig.keys("s").type_text("tomorrow").keys("Enter");
    assert!(at(&mut rig).contains("R-4 "), "{}", rig.screen());
    // Whose turn it is moves it down the list.
    rig.keys("w c Enter");
    assert!(at(&mut rig).contains("R-5 "), "{}", rig.screen());
    // What others do keeps the cursor on its row.
    house.act(AMELIE, 1, Act::Tag("x".into(), true));
    assert!(at(&mut rig).contains("R-5 "), "{}", rig.screen());
}

/// REQ-8 WKS-1: what is acted on in its case stays open; when it is left the cursor is on the row that followed.
#[test]
fn req_8_a_case_stays_open_and_the_place_in_the_queue_is_kept() {
    let house = queue();
    let mut rig = Rig::at(&house, Seat::english(MARTINE, (80, 24)));
    rig.keys("j Enter w c Enter").sees(&["CLIENT2"]);
    assert!(
        !rig.screen().contains("R-3 "),
        "the case is open:\n{}",
        rig.screen()
    );
    rig.keys("Esc");
    assert!(rig.line_with("▌").contains("R-3 "), "{}", rig.screen());
}

/// WKS-1: a range is marked from the last mark, all with one key, and a filter keeps what is marked.
#[test]
fn wks_1_marks_cover_a_range_and_survive_a_filter() {
    let house = queue();
    let mut rig = Rig::at(&house, Seat::english(MARTINE, (120, 36)));
    rig.keys("Space j j V").sees(&["4 marked"]);
    rig.keys("/")
        .type_text("client7")
        .keys("Enter")
        .sees(&["4 marked"]);
    rig.keys("Space").sees(&["5 marked"]);
    rig.keys("/ Esc").sees(&["5 marked", "R-1 ", "R-7 "]);
    rig.keys("Ctrl-a")
        .sees(&["8 marked"])
        .keys("Ctrl-a")
        .misses("marked");
    // What leaves the view is not marked any more.
    rig.keys("g Space");
    house.act(AMELIE, 1, Act::Close(CloseReason::ANSWERED, "".into()));
    rig.misses("marked");
}

/// WKS-2: lateness is written alike in every pane, and a draft hides none of it.
#[test]
fn wks_2_a_draft_does_not_hide_that_it_is_late() {
    let house = queue();
    let mut rig = Rig::at(&house, Seat::english(MARTINE, (80, 24)));
    rig.keys("c N").type_text("Half a note").keys("Esc");
    rig.wait(5 * 24 * 60);
    let line = rig.line_with("R-1 ");
    for sign in ["!", "✎", "-"] {
        assert!(cut(&line, 0, 16).contains(sign), "{sign}: {line}");
    }
}
