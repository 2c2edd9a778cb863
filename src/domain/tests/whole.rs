//! WKS-7: whoever sends back a whole thing over what came in between is told who changed it, and when;
//! nothing is overwritten. One line for every thing there is: a new one does not compile until it stands here.

use std::collections::BTreeSet;

use super::opportunity::bench::*;
use crate::domain::command::{Act, Command, SplitPart, Unread};
use crate::domain::decision::Decision;
use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::house::Language;
use crate::domain::house::command::HouseCommand;
use crate::domain::ids::{ContactId, OrganisationId, PersonId, QuotationId, ViewId};
use crate::domain::lists::ListName;
use crate::domain::opportunity::proposal::Revision;
use crate::domain::opportunity::{BoardCommand, EndReason};
use crate::domain::organisation;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::{Preference, Preferences, Role};
use crate::domain::quotation::{Brief, QuotationCommand};
use crate::domain::refusal::Refusal;
use crate::domain::request::Wish;
use crate::domain::request::command::RequestCommand;
use crate::domain::terms::Terms;
use crate::domain::thing::{Thing, Writes};

/// The quotation that is begun for [`UNDECIDED`].
const BEGUN: QuotationId = QuotationId(2);

/// The place of a thing in the list below.
fn place(thing: Thing) -> usize {
    match thing {
        Thing::House => 0,
        Thing::Routing => 1,
        Thing::Terms => 2,
        Thing::Prices => 3,
        Thing::Person(_) => 4,
        Thing::Roles(_) => 5,
        Thing::Preferences(_) => 6,
        Thing::Profile(_) => 7,
        Thing::Organisation(_) => 8,
        Thing::Wish(_) => 9,
        Thing::Proposal(_) => 10,
        Thing::Brief(_) => 11,
        // What carries what its sender saw: `races`, and `quotation` for its versions.
        Thing::Request(_) => 15,
        Thing::Contact(_) => 16,
        Thing::Notice(_) => 12,
        Thing::Sessions(_) => 13,
        Thing::Versions(_) => 14,
        Thing::Lists => 17,
        Thing::Wordings => 18,
        Thing::Readings => 19,
        Thing::Firm(_) => 20,
    }
}

/// Who sends the n-th edition of a whole thing.
type Edition = (PersonId, fn(&Fair, u32) -> Command);

fn profile(n: u32) -> Box<FacilitatorProfile> {
    let mut profile = able(&[crate::domain::house::Language::EN]);
    profile.phone = n.to_string().into();
    Box::new(profile)
}

fn of_settings() -> Vec<Edition> {
    vec![
        (ANNA, |_, n| {
            let mut house = house();
            house.relation_months = n;
            Command::House(HouseCommand::Change(Box::new(house)))
        }),
        (ANNA, |_, n| {
            let mut routing = matrix();
            routing.rows.truncate(usize::try_from(n).expect("few"));
            Command::House(HouseCommand::ChangeRouting(Box::new(routing)))
        }),
        (ANNA, |_, n| {
            Command::House(HouseCommand::ChangeTerms(Box::new(Terms {
                stale_days: n,
                ..Terms::default()
            })))
        }),
        (CLEA, |_, n| {
            let mut book = super::prices::book();
            book.valid_days = u16::try_from(n).expect("few");
            Command::House(HouseCommand::ChangePrices(Box::new(book)))
        }),
        (ANNA, |_, n| {
            let mut wording = crate::domain::wording::plain(Language::NL);
            wording.figures.percent = format!("{{number}} % {n}").into();
            Command::House(HouseCommand::ChangeWording(Box::new(wording)))
        }),
        (ANNA, |_, n| {
            let mut words = crate::text::reading::shipped_words("nl")
                .expect("Dutch")
                .clone();
            let limits = words.0.entry("deadline.limits".into()).or_default();
            limits.push(format!("voor{}", "x".repeat(n as usize)).into());
            Command::House(HouseCommand::ChangeReading {
                language: Language::NL,
                words: Box::new(words),
            })
        }),
        (ANNA, |fair, n| {
            super::lists::added(&fair.state, ListName::Work, &format!("work_{n}"))
        }),
        (ANNA, |_, n| {
            Command::People(PeopleCommand::Edit {
                person: BEN,
                name: format!("Ben {n}").into(),
                email: "".into(),
            })
        }),
        (ANNA, |_, n| {
            Command::People(PeopleCommand::ChangeRoles {
                person: DAN,
                roles: vec![Role::BackOfficeAssistant, Role::ALL[n as usize]],
            })
        }),
        (GIL, |_, n| {
            Command::People(PeopleCommand::ChangePreferences(Preferences {
                theme: n.to_string().into(),
                ..Preferences::default()
            }))
        }),
        (FAY, |_, n| {
            Command::People(PeopleCommand::KeepProfile {
                person: FAY,
                profile: profile(n),
            })
        }),
    ]
}

fn of_work() -> Vec<Edition> {
    vec![
        (BEN, |_, n| {
            Command::Directory(DirectoryCommand::ChangeOrganisation {
                organisation: OrganisationId(1),
                profile: Box::new(organisation::OrganisationProfile {
                    name: format!("Acme {n}").into(),
                    ..organisation::OrganisationProfile::default()
                }),
            })
        }),
        (BEN, |_, n| {
            Command::Directory(DirectoryCommand::EditContact {
                contact: crate::domain::ids::ContactId(1),
                entry: Box::new(crate::domain::organisation::contact::ContactEntry {
                    phone: n.to_string().into(),
                    ..Default::default()
                }),
            })
        }),
        (BEN, |_, n| {
            Command::Request(RequestCommand::On {
                requests: vec![UNDECIDED],
                act: Act::SetSubject(format!("A / {n}").into()),
            })
        }),
        (BEN, |_, n| {
            Command::Request(RequestCommand::On {
                requests: vec![UNDECIDED],
                act: Act::SetWish(Box::new(Wish {
                    participants: Some(n),
                    ..Wish::default()
                })),
            })
        }),
        (FAY, |_, n| {
            Command::Board(Box::new(BoardCommand::Propose {
                opportunity: INTRO,
                revision: Box::new(Revision {
                    text: Some(n.to_string().into()),
                    ..Revision::default()
                }),
                submit: true,
            }))
        }),
        (BEN, |_, n| {
            Command::Quotation(Box::new(QuotationCommand::Brief {
                quotation: BEGUN,
                brief: Box::new(Brief {
                    participants: Some(n),
                    ..Brief::default()
                }),
                asked: None,
            }))
        }),
    ]
}

/// A board on which every thing there is can be written.
fn all_there() -> Fair {
    let mut fair = Fair::open();
    fair.submits(FAY, INTRO);
    let begin = QuotationCommand::Begin(UNDECIDED);
    fair.0.must(Some(BEN), Command::Quotation(Box::new(begin)));
    fair
}

fn written(fair: &Fair, who: PersonId, command: &Command) -> Option<Thing> {
    match command.writes(&fair.state, Some(who)) {
        Writes::Whole(thing) => Some(thing),
        Writes::One | Writes::Seen | Writes::Each(_) => None,
    }
}

#[test]
fn wks_7_whoever_writes_over_a_change_unseen_is_told_who_made_it_and_when() {
    let mut met = BTreeSet::new();
    for (who, edition) in of_settings().into_iter().chain(of_work()) {
        let mut fair = all_there();
        let seen = fair.state.seq();
        let first = edition(&fair, 2);
        let what = written(&fair, who, &first).expect("a whole thing");
        met.insert(place(what));
        fair.0.must(Some(who), first.upon(seen));
        assert_eq!(fair.state.touched(what).expect("touched").seq, seen + 1);
        let (by, at) = (Some(fair.name(who)), fair.now);
        fair.now += 60_000;
        let before = fair.state.clone();
        let second = edition(&fair, 3);
        let refused = fair.0.decide(Some(who), &second.clone().upon(seen));
        assert_eq!(refused, Err(Refusal::Moved { what, by, at }), "{what:?}");
        assert!(fair.state == before, "nothing is overwritten");
        // Who looked again sends it; another thing that changed meanwhile is no reason to refuse.
        let seen = fair.state.seq();
        let claim = Act::Note("said".into());
        fair.0.act(BEN, INTRODUCED, claim);
        fair.0.must(Some(who), second.upon(seen));
        replays(&fair);
    }
    assert_eq!(met, (0..12).chain(15..20).collect(), "one of each");
}

/// Decides a command as it stands, by whoever sends it.
fn bare(fair: &Fair, who: PersonId, command: &Command) -> Result<Decision, Refusal> {
    crate::domain::decide(&fair.state, &fair.facts(Some(who), command), command)
}

/// Who does not say what they read writes over nothing, but for the reasons that are listed, each for its things.
#[test]
fn wks_7_what_is_sent_back_unread_is_refused_but_for_the_reasons_there_are() {
    for (who, edition) in of_settings().into_iter().chain(of_work()) {
        let fair = all_there();
        let command = edition(&fair, 2);
        let what = written(&fair, who, &command).expect("a whole thing");
        assert!(command.is_whole(), "{command:?}");
        let unread = Err(Refusal::NotRead { what });
        assert_eq!(bare(&fair, who, &command), unread, "{what:?}");
        let read = bare(&fair, who, &command.clone().upon(fair.state.seq()));
        assert!(read.is_ok(), "{read:?}");
        let file = matches!(
            what,
            Thing::House
                | Thing::Routing
                | Thing::Terms
                | Thing::Prices
                | Thing::Lists
                | Thing::Wordings
                | Thing::Readings
                | Thing::Profile(_)
        );
        let reasons = [
            (Unread::Said, matches!(what, Thing::Roles(_))),
            (Unread::Unprinted, file),
            (Unread::Parts, matches!(what, Thing::Proposal(_))),
            (Unread::First, fair.state.touched(what).is_none()),
            (Unread::Told, true),
        ];
        for (why, right) in reasons {
            let decided = bare(&fair, who, &command.clone().over(why));
            let expected = if right { read.clone() } else { unread.clone() };
            assert_eq!(decided, expected, "{why:?} of {what:?}");
        }
    }
}

/// Who may not do it at all is told that, whatever they read.
#[test]
fn ppl_1_what_one_may_not_write_is_refused_before_it_is_asked_what_one_read() {
    let fair = all_there();
    let house = Command::House(HouseCommand::Change(Box::new(house())));
    for command in [house.clone(), house.over(Unread::Told)] {
        let refused = bare(&fair, GIL, &command);
        assert!(
            matches!(refused, Err(Refusal::NotPermitted(_))),
            "{refused:?}"
        );
    }
}

/// A subject or a wish for several requests at once writes over that of each.
#[test]
fn wks_7_what_is_written_on_several_requests_is_guarded_on_each() {
    let mut fair = all_there();
    let all = |act: Act| {
        Command::Request(RequestCommand::On {
            requests: vec![INTRODUCED, UNDECIDED],
            act,
        })
    };
    let subject = |text: &str| all(Act::SetSubject(text.into()));
    let wish = all(Act::SetWish(Box::default()));
    for command in [subject("A / b"), wish] {
        assert!(
            matches!(bare(&fair, BEN, &command), Err(Refusal::NotRead { .. })),
            "{command:?}"
        );
    }
    let seen = fair.state.seq();
    fair.0
        .act(ANNA, UNDECIDED, Act::SetSubject("A / hers".into()));
    let what = Thing::Request(UNDECIDED);
    let (by, at) = (Some(fair.name(ANNA)), fair.now);
    let refused = bare(&fair, BEN, &subject("A / his").upon(seen));
    assert_eq!(refused, Err(Refusal::Moved { what, by, at }));
    let read = bare(&fair, BEN, &subject("A / his").upon(fair.state.seq()));
    assert!(read.is_ok(), "{read:?}");
}

/// Of two who split a message, the second is told: no part is made twice.
#[test]
fn wks_7_a_message_is_split_once_by_two_who_split_it_at_once() {
    let mut fair = all_there();
    let part = |subject: &str| SplitPart {
        subject: subject.into(),
        body: "text".into(),
    };
    let seen = fair.state.seq();
    let split = Command::Request(RequestCommand::Split {
        request: UNDECIDED,
        parts: vec![part("A / one"), part("A / two")],
    });
    fair.0.must(Some(BEN), split.clone().upon(seen));
    let requests = fair.state.requests().len();
    let refused = fair.0.decide(Some(ANNA), &split.upon(seen));
    let what = Thing::Request(UNDECIDED);
    let (by, at) = (Some(fair.name(BEN)), fair.now);
    assert_eq!(refused, Err(Refusal::Moved { what, by, at }));
    assert_eq!(fair.state.requests().len(), requests);
}

#[test]
fn ppl_2_whose_profile_is_not_ones_own_one_is_told_nothing_of() {
    let mut fair = all_there();
    let seen = fair.state.seq();
    fair.profiled(FAY, *profile(4));
    let keep = |person| {
        Command::People(PeopleCommand::KeepProfile {
            person,
            profile: profile(5),
        })
    };
    let refused = fair.0.decide(Some(GIL), &keep(FAY).upon(seen));
    assert!(
        matches!(refused, Err(Refusal::NotPermitted(_))),
        "{refused:?}"
    );
    // And of the house's people she is told no names.
    let by_us = fair.0.decide(Some(FAY), &keep(FAY).upon(seen));
    assert!(
        matches!(by_us, Err(Refusal::Moved { by: None, .. })),
        "{by_us:?}"
    );
}

#[test]
fn wks_7_one_preference_leaves_the_others_as_they_are() {
    let mut fair = Fair::open();
    let prefer = |one| Command::People(PeopleCommand::Prefer(one));
    fair.0
        .must(Some(GIL), prefer(Preference::Theme("dark".into())));
    fair.0
        .must(Some(GIL), prefer(Preference::Language("fr".into())));
    fair.0.must(Some(GIL), prefer(Preference::Toured(true)));
    let liked = &fair.state.person(GIL).expect("Gil").preferences;
    assert_eq!(
        (&*liked.theme, &*liked.language, liked.toured),
        ("dark", "fr", true)
    );
}

/// What says one thing is done whatever came in between.
#[test]
fn wks_7_what_says_one_thing_is_never_in_anybodys_way() {
    let fair = all_there();
    let one = [
        (
            ANNA,
            Command::People(PeopleCommand::SetActive {
                person: DAN,
                active: false,
            }),
        ),
        (
            ANNA,
            Command::People(PeopleCommand::LinkContact {
                person: PAUL,
                contact: Some(ContactId(1)),
            }),
        ),
        (BEN, Command::People(PeopleCommand::RemoveView(ViewId(1)))),
        (
            BEN,
            Command::Request(RequestCommand::On {
                requests: vec![UNDECIDED],
                act: Act::Claim,
            }),
        ),
        (
            BEN,
            Command::Board(Box::new(BoardCommand::End {
                opportunity: INTRO,
                why: EndReason::SILENT,
                refund: false,
            })),
        ),
        (
            BEN,
            Command::Quotation(Box::new(QuotationCommand::SendR1(BEGUN))),
        ),
    ];
    for (who, command) in one {
        assert_eq!(
            command.writes(&fair.state, Some(who)),
            Writes::One,
            "{command:?}"
        );
        assert!(!command.is_whole(), "{command:?}");
        let plain = fair.0.decide(Some(who), &command);
        assert_eq!(
            fair.0.decide(Some(who), &command.clone().upon(0)),
            plain,
            "{command:?}"
        );
    }
}
