//! Proves that one table feeds everything, and that a person's own keys are refused when they
//! cannot stand (WKS-1).

use super::*;
use crate::ui::kit::texts::Lang;

#[derive(Default)]
struct Pane {
    held: bool,
    done: Vec<&'static str>,
}

static BINDINGS: [Binding<Pane>; 3] = [
    Binding {
        id: "move-down",
        keys: &["j", "Down"],
        weight: 0,
        ready: Ready::always,
        run: |p| p.done.push("down"),
    },
    Binding {
        id: "move-up",
        keys: &["k"],
        weight: 5,
        ready: |p| Ready::when(!p.held, "kit-marked", &[("n", Arg::Number(2))]),
        run: |p| p.done.push("up"),
    },
    Binding {
        id: "move-top",
        keys: &["g"],
        weight: 9,
        ready: |p| if p.held { Ready::Hidden } else { Ready::Yes },
        run: |p| p.done.push("top"),
    },
];
static SCOPE: Scope<Pane> = Scope {
    id: "list",
    bindings: &BINDINGS,
};

fn press(pane: &mut Pane, key: &str) -> Result<(), Option<String>> {
    let keymap = SCOPE.keymap(&Overrides::default()).unwrap();
    match SCOPE.dispatch(&keymap, Chord::parse(key).unwrap(), pane) {
        Dispatch::Run(binding) => {
            (binding.run)(pane);
            Ok(())
        }
        Dispatch::Refused(_, reason) => Err(Some(reason.text(&Texts::new(Lang::En)))),
        Dispatch::Unbound => Err(None),
    }
}

#[test]
fn wks_1_a_key_runs_is_refused_with_a_reason_or_means_nothing() {
    let mut pane = Pane::default();
    assert_eq!(press(&mut pane, "Down"), Ok(()));
    assert_eq!(press(&mut pane, "k"), Ok(()));
    assert_eq!(press(&mut pane, "z"), Err(None));
    pane.held = true;
    assert_eq!(press(&mut pane, "k"), Err(Some("2 marked".to_owned())));
    assert_eq!(press(&mut pane, "g"), Err(None));
    assert_eq!(pane.done, ["down", "up"]);
}

#[test]
fn wks_1_hidden_bindings_are_nowhere() {
    let keymap = SCOPE.keymap(&Overrides::default()).unwrap();
    let ids = |pane: &Pane| {
        SCOPE
            .entries(&keymap, pane)
            .iter()
            .map(|e| e.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&Pane::default()), ["move-down", "move-up", "move-top"]);
    assert_eq!(
        ids(&Pane {
            held: true,
            ..Pane::default()
        }),
        ["move-down", "move-up"]
    );
    assert!(matches!(
        SCOPE.choose("move-top", &Pane::default()),
        Dispatch::Run(_)
    ));
}

#[test]
fn wks_1_own_keys_replace_the_defaults() {
    let known = ["move-down", "move-up", "move-top"];
    let own = Overrides::parse(
        "[keys]\nmove-up = [\"p\", \"Ctrl-p\"]\nmove-top = []\nmove-down = \"n\"",
        &known,
    )
    .unwrap();
    let keymap = SCOPE.keymap(&own).unwrap();
    assert_eq!(keymap.at(Chord::parse("Ctrl-p").unwrap()), Some(1));
    assert_eq!(keymap.at(Chord::parse("k").unwrap()), None);
    assert_eq!(keymap.at(Chord::parse("g").unwrap()), None);
    assert_eq!(
        SCOPE
            .all_entries(&keymap)
            .first()
            .map(|entry| entry.keys(&Texts::new(Lang::En)))
            .as_deref(),
        Some("n")
    );
}

#[test]
fn wks_1_own_keys_that_cannot_stand_are_refused_naming_all() {
    let known = ["move-down", "move-up"];
    let texts = Texts::new(Lang::En);
    let said = |problems: Vec<KeyProblem>| {
        problems
            .iter()
            .map(|p| p.text(&texts))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let problems =
        Overrides::parse("[keys]\nfly = \"f\"\nmove-up = [\"Hyper-x\"]", &known).unwrap_err();
    assert_eq!(problems.len(), 2);
    let words = said(problems);
    assert!(
        words.contains("fly") && words.contains("Hyper-x") && words.contains("move-up"),
        "{words}"
    );
    let clash = SCOPE
        .keymap(&Overrides::parse("[keys]\nmove-up = \"j\"", &known).unwrap())
        .unwrap_err();
    let words = said(clash);
    assert!(
        words.contains("move-up") && words.contains("move-down") && words.contains('j'),
        "{words}"
    );
    assert!(matches!(
        Overrides::parse("[keys", &known).unwrap_err()[..],
        [KeyProblem::NotReadable(_)]
    ));
}

#[test]
fn wks_1_the_check_of_a_table_finds_what_is_missing() {
    static BAD: [Binding<Pane>; 2] = [
        Binding {
            id: "no-words",
            keys: &["x", "Hyper"],
            weight: 0,
            ready: Ready::always,
            run: |_| {},
        },
        Binding {
            id: "move-up",
            keys: &["x"],
            weight: 0,
            ready: Ready::always,
            run: |_| {},
        },
    ];
    let (en, fr) = (Texts::new(Lang::En), Texts::new(Lang::Fr));
    assert_eq!(faults(&SCOPE, &[&en, &fr]), Vec::<String>::new());
    let wrong = faults(
        &Scope {
            id: "list",
            bindings: &BAD,
        },
        &[&en, &fr],
    )
    .join("\n");
    for word in [
        "UnknownKey",
        "act-no-words has no fr text",
        "act-no-words-help has no en text",
    ] {
        assert!(wrong.contains(word), "{word} in {wrong}");
    }
}

#[test]
fn wks_1_the_key_table_comes_from_the_same_entries() {
    let keymap = SCOPE.keymap(&Overrides::default()).unwrap();
    let table = markdown(&[SCOPE.all_entries(&keymap)], &Texts::new(Lang::En));
    assert!(table.contains("| `j` `Down` | "), "{table}");
    assert!(!table.contains('⟦'), "{table}");
}
