//! PPL-9: the directory on the command line: entered, shown, merged, out as a file and in again.

use super::{empty, house, piped, run};

/// A house in which two clients and a contact of each are known.
pub(super) fn known() -> tempfile::TempDir {
    let data = house();
    let add = |name: &str, more: &[&str]| {
        let args: Vec<&str> = ["organisation", "add", name]
            .into_iter()
            .chain(more.iter().copied())
            .collect();
        run(&data, &args).says(&["entered"]);
    };
    add(
        "Alpha",
        &[
            "--country",
            "FR",
            "--city",
            "Lyon",
            "--address",
            "3 rue Haute\n69001",
            "--known",
            "true",
        ],
    );
    add(
        "Beta, fils; \"B\"",
        &["--parent", "C-1", "--phone", "+33 1 42 68 53 00"],
    );
    let contact = [
        "contact",
        "add",
        "C-1",
        "Zoé Roux",
        "--email",
        "zoe@alpha.example",
        "--role",
        "=CEO",
    ];
    run(&data, &contact).says(&["Zoé Roux (K-1) entered"]);
    run(&data, &["organisation", "edit", "C-1", "--main", "K-1"]).says(&[]);
    run(&data, &["organisation", "relation", "C-1", "2030-03-14"]).says(&[]);
    data
}

#[test]
fn ppl_9_req_7_a_client_is_entered_shown_and_put_right_in_words() {
    let data = known();
    run(&data, &["organisation", "show", "C-1"]).says(&[
        "C-1 Alpha",
        "Lyon",
        "3 rue Haute",
        "2030-03-14",
        "C-2 Beta, fils",
        "K-1 · Zoé Roux · =CEO · zoe@alpha.example",
    ]);
    run(&data, &["contact", "edit", "K-1", "--phone", "none"]).refuses(1, &["has no digit"]);
    run(&data, &["organisation", "edit", "C-1", "--parent", "C-2"]).refuses(1, &["belongs to"]);
    run(&data, &["contact", "left", "K-1"]).says(&[]);
    run(&data, &["organisation", "show", "C-1"]).says(&["left on"]);
    run(&data, &["organisation", "show", "C-9"]).refuses(1, &[]);
    run(&data, &["directory", "list", "zoe", "--plain"]).says(&["C-1\tAlpha\tFR\tLyon"]);
}

#[test]
fn ppl_9_the_segment_of_a_client_is_named_in_the_readers_language() {
    let data = house();
    let add = ["organisation", "add", "Time", "--segment", "travel agency"];
    run(&data, &add).says(&["Time (C-1) entered"]);
    run(&data, &["organisation", "show", "C-1"]).says(&["travel agency"]);
    run(&data, &["--lang", "fr", "organisation", "show", "C-1"]).says(&["agence de voyages"]);
    // One of its own stays as it was written.
    let own = ["organisation", "edit", "C-1", "--segment", "Circus"];
    run(&data, &own).says(&[]);
    run(&data, &["--lang", "fr", "organisation", "show", "C-1"]).says(&["Circus"]);
}

#[test]
fn ppl_9_clients_and_contacts_are_merged_and_told_apart_in_words() {
    let data = known();
    run(&data, &["organisation", "add", "ALPHA S.A.R.L."]).says(&["C-3"]);
    run(&data, &["directory", "doubles", "--plain"]).says(&["C-1\tAlpha\tC-3"]);
    run(&data, &["organisation", "merge", "C-3", "C-1"]).says(&["Merged into C-1"]);
    run(&data, &["organisation", "show", "C-3"]).says(&["C-1 Alpha", "ALPHA S.A.R.L. (C-3)"]);
    run(&data, &["organisation", "merge", "C-3", "C-2"]).refuses(1, &["was merged into Alpha"]);
    run(
        &data,
        &[
            "contact",
            "add",
            "C-2",
            "Zoé Roux",
            "--phone",
            "01 02 03 04 05",
        ],
    )
    .says(&["K-2"]);
    run(&data, &["contact", "apart", "K-1", "K-2"]).says(&[]);
    run(&data, &["contact", "merge", "K-2", "K-1"]).says(&["Merged into K-1"]);
    run(&data, &["contact", "move", "K-1", "C-2"]).says(&["moved"]);
}

#[test]
fn ppl_9_what_is_exported_is_imported_and_exported_the_same() {
    let data = known();
    let file = run(&data, &["directory", "export"]).says(&[]).out.clone();
    assert!(file.contains("'=CEO"), "no cell is a formula: {file}");
    assert!(!file.contains(",+33"), "{file}");
    let other = empty();
    let set_up = [
        "setup",
        "--name",
        "Amélie",
        "--house",
        "Other",
        "--country",
        "FR",
    ];
    run(&other, &set_up).says(&[]);
    let import = |apply: bool| {
        let args = ["directory", "import", "-", "--apply"];
        piped(
            &other,
            &args[..args.len() - usize::from(!apply)],
            file.as_bytes(),
        )
    };
    import(false).says(&["3 new, 0 the same, 0 in doubt, 0 wrong", "--apply"]);
    run(&other, &["directory", "list", "--plain"]).says(&[]);
    import(true).says(&["3 imported"]);
    let again = run(&other, &["directory", "export"]).says(&[]).out.clone();
    assert_eq!(again, file);
    import(true).says(&["0 imported, 3 the same"]);
}

#[test]
fn ppl_9_an_import_names_what_is_wrong_and_leaves_out_what_is_in_doubt() {
    let data = known();
    let file = "Société;Ville;Pays;Nom;E-mail;Téléphone\n\
        Alpha;Paris;FR;;;\n\
        Gamma;Nice;Atlantide;;;\n\
        Delta;Nice;France;Ann Lee;ann@delta.example;\n\
        Delta;Nice;France;Bob;no address;\n\
        ;x;;;;\n";
    let said = piped(&data, &["directory", "import", "-"], file.as_bytes());
    said.says(&[
        "2 new, 0 the same, 1 in doubt, 3 wrong",
        "line 2: Alpha may be C-1 Alpha",
        "line 3, column country: “Atlantide”",
        "line 5: “no address” is not an email address",
        "line 6, column organisation",
    ]);
    let said = piped(
        &data,
        &["directory", "import", "-", "--apply"],
        file.as_bytes(),
    );
    said.says(&["2 imported"]);
    run(&data, &["organisation", "show", "C-1"]).says(&["Lyon"]);
    run(&data, &["directory", "list", "ann", "--plain"]).says(&["Delta"]);
    let none = piped(&data, &["directory", "import", "-"], b"a,b\n1,2\n");
    none.refuses(65, &["organisation"]);
}
