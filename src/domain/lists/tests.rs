//! Entries of lists: kept as when they were variants, and kept when this program does not know them.

use crate::domain::lists::{Entry, ListName, Lists};
use crate::journal::codec;

listed! {
    /// A list.
    Colour of Work {
        /// Red.
        RED = 0, "red";
        /// Dark blue, offered before the others of its kind.
        DARK_BLUE = 2, "dark_blue";
        /// Green.
        GREEN = 1, "green";
    }
}

/// The same when it was an enum.
#[derive(serde::Serialize)]
enum Was {
    Red,
    Green,
    DarkBlue,
}

#[test]
fn wks_9_an_entry_is_kept_as_it_was_when_it_was_a_variant() {
    let pairs = [
        (Was::Red, Colour::RED),
        (Was::Green, Colour::GREEN),
        (Was::DarkBlue, Colour::DARK_BLUE),
    ];
    for (was, is) in pairs {
        let bytes = codec::encode(&was).expect("encoded");
        assert_eq!(codec::encode(&is).expect("encoded"), bytes);
        assert_eq!(codec::decode::<Colour>(&bytes).expect("decoded"), is);
        let text = serde_json::to_string(&was).expect("written");
        assert_eq!(serde_json::from_str::<Colour>(&text).expect("read"), is);
        let text = serde_json::to_string(&is).expect("written");
        assert_eq!(serde_json::from_str::<Colour>(&text).expect("read"), is);
        let key = std::collections::BTreeMap::from([(is, 1)]);
        let text = serde_json::to_string(&key).expect("written");
        let read: std::collections::BTreeMap<Colour, i32> =
            serde_json::from_str(&text).expect("read");
        assert_eq!(read, key);
    }
}

#[test]
fn wks_9_an_entry_of_a_later_list_is_kept_and_shown_by_its_number() {
    let bytes = codec::encode(&1_042_u32).expect("encoded");
    let later: Colour = codec::decode(&bytes).expect("decoded");
    assert_eq!(later.key(), "1042");
    assert_eq!(codec::encode(&later).expect("encoded"), bytes);
    assert_eq!(later.number(), 1_042);
    assert_eq!(
        Colour::parse("1042"),
        None,
        "only what is on the list can be chosen"
    );
    let none = codec::encode(&70_000_u32).expect("encoded");
    assert!(codec::decode::<Colour>(&none).is_err());
    assert!(serde_json::from_str::<Colour>("\"Mauve\"").is_err());
}

#[test]
fn wks_9_entries_are_offered_in_their_order() {
    let all = [Colour::RED, Colour::DARK_BLUE, Colour::GREEN];
    assert_eq!(Colour::ALL, all);
    assert!(
        all.iter()
            .all(|one| Colour::parse(&one.key()) == Some(*one))
    );
}

#[test]
fn wks_7_lists_come_back_from_a_checkpoint_and_from_a_restatement() {
    let mut lists = Lists::default();
    for name in ListName::ALL {
        let mut list = lists.list(*name).clone();
        let last = list.entries.pop().expect("an entry");
        list.struck.push(last);
        lists.change(*name, &list);
    }
    let bytes = codec::encode(&lists).expect("encoded");
    assert_eq!(codec::decode::<Lists>(&bytes).expect("decoded"), lists);
    let text = serde_json::to_string(&lists).expect("written");
    assert_eq!(serde_json::from_str::<Lists>(&text).expect("read"), lists);
}
