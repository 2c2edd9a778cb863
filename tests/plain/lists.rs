//! Lists of the house's own on the command line (WKS-8): out as a file, edited, in again; a wrong one changes nothing; an
//! organisation starts from an example.

use super::{Run, empty, house, piped, run};

/// Sets a house up from an example.
pub fn started(example: &str) -> tempfile::TempDir {
    let data = empty();
    let args = [
        "setup",
        "--name",
        "Eva",
        "--house",
        "Les Mots",
        "--country",
        "BE",
        "--lists",
        example,
    ];
    run(&data, &args).says(&["Les Mots is set up"]);
    data
}

fn printed(data: &tempfile::TempDir, only: &[&str]) -> String {
    let only = only.iter().flat_map(|list| ["--only", list]);
    let args: Vec<&str> = std::iter::once("lists").chain(only).collect();
    run(data, &args).says(&[]).out.clone()
}

fn set(data: &tempfile::TempDir, text: &str) -> Run {
    piped(data, &["lists", "-"], text.as_bytes())
}

#[test]
fn wks_8_lists_are_printed_edited_and_set_from_a_file() {
    let data = house();
    let work = printed(&data, &["work"]);
    assert!(work.starts_with("# edition "), "{work}");
    assert!(work.contains("name = { en = \"workshop\", fr = \"atelier\" }"));
    assert!(!work.contains("[[unit]]"));
    set(&data, &work).says(&["Nothing to change"]);
    let more = work.replace("\"atelier\"", "\"atelier maison\"")
        + "\n[[work]]\nkey = \"study_visit\"\nname = { en = \"study visit\" }\n";
    let check = piped(&data, &["lists", "-", "--check"], more.as_bytes());
    check.says(&["1 list would change", "work: 1 added, 1 changed"]);
    assert_eq!(printed(&data, &["work"]), work, "nothing changed yet");
    set(&data, &more).says(&["1 list changed", "work: 1 added, 1 changed"]);
    run(&data, &["settings", "history", "lists"]).says(&[
        "Amélie",
        "study_visit",
        "+ work, workshop: ",
        "atelier maison",
    ]);
    // Whoever edited what was printed before is told that it changed meanwhile.
    set(&data, &work).refuses(1, &["lists"]);
    run(&data, &["board", "work:study_visit"]).says(&[]);
    run(&data, &["board", "work:nothing"]).refuses(64, &["study_visit"]);
    let unit = "[[unit]]\nkey = \"word\"\nname = { en = \"word\", fr = \"mot\" }\n";
    let before = printed(&data, &[]);
    let wrong = format!("{unit}means = \"deal\"\n");
    set(&data, &wrong).refuses(65, &["line 4", "word, means"]);
    assert_eq!(printed(&data, &[]), before);
    set(&data, unit).says(&["unit: 1 added, 0 changed, 0 retired, 4 removed"]);
    let prices = "[[brand]]\nkey = \"a\"\nname = \"A\"\n[[list]]\nbrand = \"a\"\nmarket = \"FR\"\n\
                  currency = \"EUR\"\nvat = 200\nproduct = [\n\
                  { key = \"p\", en = \"P\", fr = \"P\", unit = \"word\", price = \"0.12\" } ]\n";
    piped(&data, &["prices", "-"], prices.as_bytes()).says(&["Price lists saved: 1"]);
    run(&data, &["prices"]).says(&["unit = \"word\""]);
    let in_use = unit.replace("word", "page").replace("mot", "page");
    set(&data, &in_use).refuses(1, &["“word” is in use", "1 times", "Retire"]);
    set(&data, &format!("{unit}retired = true\n{in_use}")).says(&["1 added", "1 retired"]);
    run(&data, &["prices"]).says(&["unit = \"word\""]);
    let again = prices.replace("0.12", "0.14");
    piped(&data, &["prices", "-"], again.as_bytes()).says(&["Price lists saved: 1"]);
    let other = prices.replace("\"p\"", "\"q\"").replace("word", "flat");
    piped(&data, &["prices", "-"], other.as_bytes()).refuses(65, &["flat is not a unit", "page"]);
}

#[test]
fn wks_8_an_organisation_starts_from_an_example_and_with_no_invented_price() {
    let data = started("translators");
    let lists = printed(&data, &[]);
    for words in [
        "nl = \"beëdigde vertaling\"",
        "key = \"word\"",
        "fr = \"traduction jurée\"",
    ] {
        assert!(lists.contains(words), "{words} is not in {lists}");
    }
    assert!(!lists.contains("workshop"), "{lists}");
    // The terms of the board name nothing that is not there.
    let terms = run(&data, &["terms"]).says(&["compliance"]).out.clone();
    assert!(!terms.contains("green"), "{terms}");
    piped(&data, &["terms", "-"], terms.as_bytes()).says(&[]);
    let prices = run(&data, &["prices"]);
    assert!(
        prices.err.contains("No price list is set yet"),
        "{}",
        prices.err
    );
    let bytes = |data: &tempfile::TempDir| printed(data, &[]);
    let other = started("empty");
    // Its first line names the edition of another organisation.
    let (_, bare) = lists.split_once('\n').expect("a line");
    set(&other, &lists).refuses(1, &["Eva changed the lists"]);
    set(&other, bare).says(&["lists changed"]);
    assert_eq!(bytes(&other), bytes(&data), "the same bytes");
    let data = empty();
    let args = [
        "setup",
        "--name",
        "Eva",
        "--house",
        "Les Mots",
        "--country",
        "BE",
        "--lists",
        "bakers",
    ];
    run(&data, &args).refuses(64, &["bakers", "translators", "insurance"]);
    run(&data, &["whoami"]).refuses(1, &[]);
}
