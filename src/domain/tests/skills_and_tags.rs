//! WKS-8: skills with pairs of languages, what subscriptions contain, and tags of the list beside others.

use super::bench::{ANNA, BEN, Bench};
use super::lists::{UNDECIDED, added, changed, does, entry, entry_of, refused, retired, struck};
use crate::domain::command::Act;
use crate::domain::house::Language;
use crate::domain::house::command::HouseCommand;
use crate::domain::lists::draft::EntryDraft;
use crate::domain::lists::refusal::ListsRefusal;
use crate::domain::lists::rules::uses;
use crate::domain::lists::{Entry, ListName, Pair, Unlisted};
use crate::domain::trade::Skill;
use crate::domain::{Command, Refusal, State};

/// A list of skills in which one has a pair of languages, into Dutch.
pub(super) fn paired(state: &State, key: &str, from: Language) -> Command {
    changed(state, ListName::Skill, |entries| {
        let to = Language::NL;
        let pair = Some(Pair { from, to });
        match entries.iter_mut().find(|entry| &*entry.key == key) {
            Some(entry) => entry.pair = pair,
            None => entries.push(EntryDraft {
                pair,
                names: Vec::new(),
                ..entry(key)
            }),
        }
    })
}

/// A house in which only tags of the list are put on, with a request.
pub(super) fn listed_only() -> Bench {
    let mut bench = Bench::new();
    bench.any_request();
    let mut house = (**bench.state.house().expect("a house")).clone();
    house.listed_tags = true;
    does(
        &mut bench,
        Command::House(HouseCommand::Change(Box::new(house))),
    );
    bench
}

#[test]
fn wks_8_a_skill_for_a_pair_of_languages_is_named_by_it_and_keeps_it_for_ever() {
    let mut bench = Bench::new();
    for (key, from) in [("fr_nl", Language::FR), ("en_nl", Language::EN)] {
        let command = paired(&bench.state, key, from);
        does(&mut bench, command);
    }
    let lists = bench.state.lists();
    let skill: Skill = entry_of(&bench.state, "fr_nl");
    let name = lists.name(ListName::Skill, skill.number(), Language::EN);
    assert_eq!(name.as_deref(), Some("FR→NL"), "its pair names it");
    assert_eq!(lists.skills_typed("FR>nl"), [skill]);
    assert_eq!(lists.skills_typed("fr→nl"), [skill]);
    assert_eq!(lists.skills_typed("fr_nl"), [skill]);
    assert!(
        lists.skills_typed("nl>fr").is_empty(),
        "the other way round is another"
    );
    assert!(lists.skills_to_type().contains("fr>nl, en>nl"));
    let key = "fr_nl".into();
    let other = paired(&bench.state, "fr_nl", Language::EN);
    assert_eq!(
        refused(&bench, other),
        ListsRefusal::PairFixed { key }.into()
    );
    // Of one that is known it need not be said.
    let same = changed(&bench.state, ListName::Skill, |entries| {
        entries.iter_mut().for_each(|entry| entry.pair = None);
    });
    let decided = bench.decide(Some(ANNA), &same.upon(bench.state.seq()));
    assert!(decided.expect("decided").events.is_empty());
    let wrong = |list, change: fn(&mut EntryDraft)| {
        let command = changed(&bench.state, list, |all| change(&mut all[0]));
        match refused(&bench, command) {
            Refusal::Lists(ListsRefusal::ListWrong { what, .. }) => what.to_string(),
            other => panic!("{other:?}"),
        }
    };
    let pair = |entry: &mut EntryDraft| {
        let (from, to) = (Language::FR, Language::NL);
        entry.pair = Some(Pair { from, to });
    };
    assert_eq!(wrong(ListName::Work, pair), "workshop from");
    let alike = |entry: &mut EntryDraft| {
        let (from, to) = (Language::FR, Language::FR);
        entry.pair = Some(Pair { from, to });
    };
    assert_eq!(wrong(ListName::Skill, alike), "online from");
    let contains = |entry: &mut EntryDraft| entry.contains = vec![(Language::FR, "x".into())];
    assert_eq!(wrong(ListName::Skill, contains), "online contains");
    let long =
        |entry: &mut EntryDraft| entry.contains = vec![(Language::FR, "x".repeat(501).into())];
    assert_eq!(wrong(ListName::Subscription, long), "none contains");
}

#[test]
fn wks_8_what_a_subscription_contains_is_said_in_each_language_and_undone() {
    let mut bench = Bench::new();
    let list = ListName::Subscription;
    let command = changed(&bench.state, list, |entries| {
        entries[1].contains = vec![
            (Language::FR, "trois mises en relation".into()),
            (Language::EN, "three introductions".into()),
        ];
    });
    does(&mut bench, command);
    let contents = |bench: &Bench, language| {
        let entry = bench.state.lists().list(list).entry(1).expect("an entry");
        entry.contents(language).map(str::to_owned)
    };
    assert_eq!(
        contents(&bench, Language::EN).as_deref(),
        Some("three introductions")
    );
    assert_eq!(
        contents(&bench, Language::NL).as_deref(),
        Some("trois mises en relation")
    );
    bench.must(Some(ANNA), Command::Undo);
    assert_eq!(contents(&bench, Language::EN), None);
}

#[test]
fn wks_8_req_8_a_tag_of_the_list_is_put_on_by_any_name_of_it_and_kept_by_its_stable_name() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    let name = changed(&bench.state, ListName::Tag, |entries| {
        entries[1].names = vec![(Language::NL, "Seizoensverhuur".into())];
    });
    does(&mut bench, name);
    bench.act(BEN, id, Act::Tag("seizoensverhuur".into(), true));
    assert_eq!(*bench.get(id).tags, ["seasonal rental".into()]);
    for same in ["Seasonal Rental", "seasonal_rental", "#SEIZOENSVERHUUR"] {
        let again = bench.refused(BEN, id, Act::Tag(same.into(), true));
        assert_eq!(again, Refusal::AlreadySo, "{same}");
    }
    bench.act(BEN, id, Act::Tag("vip".into(), true));
    let used = uses::of(&bench.state, ListName::Tag);
    assert_eq!(
        used.into_iter().collect::<Vec<_>>(),
        [(1, 1)],
        "others are none of the list"
    );
    let struck_off = struck(&bench.state, ListName::Tag, "seasonal_rental");
    assert!(matches!(
        refused(&bench, struck_off),
        Refusal::Lists(ListsRefusal::EntryInUse { uses: 1, .. })
    ));
    let command = retired(&bench.state, ListName::Tag, "seasonal_rental");
    does(&mut bench, command);
    bench.act(BEN, id, Act::Tag("seizoensverhuur".into(), false));
    assert_eq!(*bench.get(id).tags, ["vip".into()]);
    let again = bench.refused(BEN, id, Act::Tag("seasonal rental".into(), true));
    let list = ListName::Tag;
    assert_eq!(again, Refusal::NotListed(Unlisted { list, entry: 1 }));
}

#[test]
fn wks_8_req_8_where_only_tags_of_the_list_are_put_on_others_come_off_and_stay_out() {
    let mut bench = listed_only();
    let vip = || Act::Tag("vip".into(), true);
    let unlisted = ListsRefusal::TagUnlisted { tag: "vip".into() };
    assert_eq!(bench.refused(BEN, UNDECIDED, vip()), unlisted.into());
    bench.act(BEN, UNDECIDED, Act::Tag("public procurement".into(), true));
    let command = added(&bench.state, ListName::Tag, "vip");
    does(&mut bench, command);
    bench.act(BEN, UNDECIDED, vip());
    let command = struck(&bench.state, ListName::Tag, "vip");
    assert!(matches!(
        refused(&bench, command),
        Refusal::Lists(ListsRefusal::EntryInUse { uses: 1, .. })
    ));
}
