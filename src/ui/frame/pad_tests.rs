//! Proves how a text, its draft and the program that writes it outside go together.

use proptest::prelude::*;

use super::*;

fn texts() -> Texts {
    Texts::new(crate::ui::kit::texts::Lang::En)
}

fn draft(token: u64, text: Option<&str>) -> Event {
    Event::Draft {
        token,
        key: "note".into(),
        text: Ok(text.map(str::to_owned)),
    }
}

proptest! {
    /// Whatever stood there, was stored and was typed before or behind it: nothing stored and nothing
    /// typed is missing when the draft comes.
    #[test]
    fn wks_7_a_draft_that_comes_late_loses_nothing(
        begun in "[a-c\n]{0,6}",
        stored in "[d-f\n]{1,6}",
        typed in "[x-z ]{0,6}",
        front in any::<bool>(),
    ) {
        let mut out = Out::of(1);
        let mut pad = Pad::open("note".into(), "", &begun, &mut out);
        if !front {
            pad.editor.to_end();
        }
        pad.editor.insert(&typed);
        prop_assert_eq!(pad.keep("", &mut out), Stored::Same, "stored before it was read");
        let token = out.last_token();
        let came = pad.drafted(&draft(token + 1, Some("another's")), str::to_owned);
        prop_assert_eq!(came, Came::Elsewhere);
        pad.drafted(&draft(token, Some(&stored)), str::to_owned);
        let text = pad.editor.text();
        prop_assert!(text.contains(&stored) && text.contains(&typed), "{text:?}");
        prop_assert!(!typed.is_empty() || text == stored, "{text:?}");
        let kept = pad.keep("", &mut out);
        prop_assert_eq!(kept == Stored::Same, text == stored);
        let again = pad.drafted(&draft(token, None), str::to_owned);
        prop_assert_eq!(again, Came::Elsewhere, "it comes once");
    }
}

#[test]
fn wks_7_keys_behind_the_one_that_sends_wait_with_it() {
    let (mut out, texts) = (Out::of(1), texts());
    let mut pad = Pad::open("note".into(), "", "", &mut out);
    let keys = Input::script("a Ctrl-s b");
    let waits: Vec<bool> = keys
        .iter()
        .map(|key| pad.defers(key, &texts, &mut out))
        .collect();
    assert_eq!(waits, [false, true, true]);
    let came = pad.drafted(&draft(out.last_token(), None), str::to_owned);
    assert_eq!(pad.deferred(came).len(), 2);
    assert!(!pad.defers(&keys[1], &texts, &mut out));
}
