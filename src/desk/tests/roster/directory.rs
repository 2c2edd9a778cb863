//! WKS-3, PPL-9: the directory's list kept true by what changed, and what its pages tell.

use super::*;
use crate::desk::views::{
    Cancel, DirectoryRow, DirectorySift, DirectoryView, Doubles, Exchanged, ExchangedWhat, Matter,
};
use crate::domain::OrganisationId;
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::organisation::further::Double;
use crate::domain::tests::bench::FAY;
use crate::domain::tests::machine::directory;

fn wishes() -> Vec<Wish<DirectoryRow>> {
    let by_open: Keyed<DirectoryRow> = |row| (i64::from(row.open), row.name.clone());
    let by_open = Arc::new(by_open) as SortBy<DirectoryRow>;
    let sift = |view, filter: &str| DirectorySift::new(view, filter, |one| one.code().to_owned());
    let wish = |view, filter| DirectoryRow::wish(sift(view, filter));
    vec![
        wish(DirectoryView::All, ""),
        wish(DirectoryView::All, "o").sorted(Some(by_open), true),
        wish(DirectoryView::Open, ""),
        wish(DirectoryView::Ours, ""),
        wish(DirectoryView::Doubles, ""),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn wks_3_ppl_9_the_directory_kept_true_is_the_directory_made_anew(
        deeds in prop::collection::vec(
            prop_oneof![
                3 => directory().prop_map(|command| (Some(BEN), command)),
                1 => step().prop_map(|step| (step.who, step.command)),
            ],
            1..40,
        ),
    ) {
        let mut bench = house();
        let feed = Feed::new(bench.state.clone());
        let sight = || feed.latest().sight(BEN);
        let wishes = wishes();
        let now = bench.now;
        let mut lists: Vec<_> = wishes
            .iter()
            .map(|wish| Roster::build(&sight(), wish.clone(), now))
            .collect();
        for (who, command) in deeds {
            run(&mut bench, &feed, who, command);
            for (kept, wish) in lists.iter_mut().zip(&wishes) {
                follows(kept, wish, &sight(), now)?;
            }
        }
    }
}

fn add(name: &str, parent: Option<u32>) -> Command {
    Command::Directory(DirectoryCommand::AddOrganisation {
        profile: Box::new(OrganisationProfile {
            name: name.into(),
            parent: parent.map(OrganisationId),
            ..OrganisationProfile::default()
        }),
        relation_until: None,
    })
}

#[test]
fn ppl_9_a_page_tells_everything_exchanged_with_an_organisation_and_its_branches_newest_first() {
    let mut bench = house();
    let (who, begin) = wanted(BEN, QuotationCommand::Begin(RequestId(2)));
    bench.must(who, begin);
    let quotation = bench.state.quotations().rows().iter().next();
    let request = quotation.expect("a quotation").request;
    let one = bench.get(request).organisation;
    bench.must(Some(BEN), add("Branch", Some(one.0)));
    let id = bench.request("x@branch.example", "BRANCH / one", "text");
    let branch = bench.state.organisation_named("Branch").expect("there");
    bench.act(BEN, id, Act::SetOrganisation(branch));
    let feed = Feed::new(bench.state.clone());
    let page = feed.latest().sight(BEN).organisation_page(one, bench.now);
    let page = page.expect("a page");
    let at: Vec<Millis> = page.exchanged.iter().map(|one| one.at).collect();
    assert!(at.is_sorted_by(|one, next| one >= next), "{at:?}");
    let opens: Vec<Matter> = page.exchanged.iter().map(|one| one.opens).collect();
    assert!(opens.contains(&Matter::Request(id)), "a branch's too");
    assert!(opens.contains(&Matter::Quotation(QuotationId(1))));
    let quoted = |one: &&Exchanged| matches!(one.what, ExchangedWhat::Quotation { .. });
    assert_eq!(page.exchanged.iter().filter(quoted).count(), 1);
    assert_eq!(
        page.branches.iter().map(|row| row.id).collect::<Vec<_>>(),
        [branch]
    );
    assert_eq!(page.exchanged_count, page.exchanged.len());
    // Who may not read requests is told nothing of it, whether it is there or not.
    let refused = |id| {
        feed.latest()
            .sight(FAY)
            .organisation_page(id, bench.now)
            .err()
    };
    assert!(refused(one).is_some());
    assert_eq!(refused(one), refused(OrganisationId(99)));
    assert_eq!(feed.latest().sight(FAY).directory_row(one, bench.now), None);
}

#[test]
fn ppl_9_what_looks_double_is_proposed_until_it_is_told_apart_or_merged() {
    let mut bench = house();
    for name in ["Lafresque SARL", "La Fresque", "Lafresqe", "Elsewhere"] {
        bench.must(Some(BEN), add(name, None));
    }
    let pairs = |bench: &Bench| {
        let feed = Feed::new(bench.state.clone());
        let found = Doubles::of(&feed.latest().sight(BEN), &Cancel::default());
        let found = found.expect("allowed").expect("not cancelled");
        found
            .rows
            .into_iter()
            .map(|row| row.pair)
            .collect::<Vec<_>>()
    };
    let id = |name: &str| bench.state.organisation_named(name).expect(name);
    let [one, two, three] = ["Lafresque SARL", "La Fresque", "Lafresqe"].map(id);
    let all = [(one, two), (one, three), (two, three)];
    let all = all.map(|(one, two)| Double::Organisations(one, two));
    assert_eq!(pairs(&bench), all);
    let apart = DirectoryCommand::TellApart { pair: all[1] };
    bench.must(Some(BEN), Command::Directory(apart));
    assert_eq!(pairs(&bench), [all[0], all[2]]);
    let profile = bench
        .state
        .organisation(one)
        .expect("there")
        .profile
        .clone();
    let merge = DirectoryCommand::MergeOrganisations {
        from: two,
        into: one,
        profile: Box::new(profile),
    };
    bench.must(Some(BEN), Command::Directory(merge));
    assert_eq!(pairs(&bench), []);
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(pairs(&bench), [all[0], all[2]]);
}

#[test]
fn ppl_9_what_a_client_was_worth_is_summed_by_year_once_it_said_yes_and_with_its_branches() {
    let mut bench = house();
    let (who, begin) = wanted(BEN, QuotationCommand::Begin(RequestId(2)));
    bench.must(who, begin);
    let quotation = bench.state.quotations().rows().iter().last();
    let (id, request) = quotation.map(|one| (one.id, one.request)).expect("one");
    let one = bench.get(request).organisation;
    let turnover = |bench: &Bench, id| {
        let feed = Feed::new(bench.state.clone());
        let page = feed.latest().sight(BEN).organisation_page(id, bench.now);
        page.expect("a page").turnover
    };
    while let Some((who, command)) = next(&bench, id, true) {
        assert_eq!(turnover(&bench, one), [], "before it said yes");
        bench.must(who, command);
    }
    let kept = bench.state.quotations().get(id).expect("there");
    let net = kept.latest().expect("a version").totals().net();
    assert!(net.minor > 0);
    let house = bench.state.house().expect("a house");
    let year = chrono::Datelike::year(&house.local(bench.now));
    assert_eq!(turnover(&bench, one), [(year, net)]);
    // Of a branch it is its parent's too.
    bench.must(Some(BEN), add("Above", None));
    let above = bench.state.organisation_named("Above").expect("there");
    assert_eq!(turnover(&bench, above), []);
    let mut profile = bench
        .state
        .organisation(one)
        .expect("there")
        .profile
        .clone();
    profile.parent = Some(above);
    let below = DirectoryCommand::ChangeOrganisation {
        organisation: one,
        profile: Box::new(profile),
    };
    let seen = bench.state.seq();
    bench.must(Some(BEN), Command::Directory(below).upon(seen));
    assert_eq!(turnover(&bench, above), [(year, net)]);
}

#[test]
fn ppl_9_a_filter_finds_what_is_known_of_an_organisation_and_of_who_is_there_by_every_word() {
    let mut bench = house();
    bench.must(Some(BEN), add("Ormes & Fils", None));
    let id = bench
        .state
        .organisation_named("Ormes & Fils")
        .expect("there");
    let entry = crate::domain::organisation::contact::ContactEntry {
        name: "Zoé Lefèvre".into(),
        email: "zoe@ormes.example".into(),
        phone: "+33 (0)6 12 34 56 78".into(),
        ..Default::default()
    };
    let contact = DirectoryCommand::AddContact {
        organisation: id,
        entry: Box::new(entry),
    };
    bench.must(Some(BEN), Command::Directory(contact));
    let feed = Feed::new(bench.state.clone());
    let found = |filter: &str| {
        let sift = DirectorySift::new(DirectoryView::All, filter, |one| one.code().to_owned());
        let roster = Roster::build(
            &feed.latest().sight(BEN),
            DirectoryRow::wish(sift),
            bench.now,
        );
        let ids = (0..roster.len()).filter_map(|at| roster.id_at(at));
        ids.collect::<Vec<_>>() == [id]
    };
    let own = format!("c-{}", id.0);
    for filter in [
        "ormes",
        "FILS zoe",
        "lefevre",
        "zoe@ormes",
        "0612345678",
        "06 12 34 56",
        "12345678",
        &own,
    ] {
        assert!(found(filter), "{filter}");
    }
    for filter in ["ormes nobody", "0712345678", "99 99 99 99"] {
        assert!(!found(filter), "{filter}");
    }
}
