//! Proofs of the bytes of a terminal: what each form of each key means, that it does not matter how they
//! are cut, and that nothing that may come fails, grows or waits for ever.

mod forms;
mod limits;
mod line;
mod pieces;
mod slow;

use super::Pace;
use super::decoder::Decoder;
use crate::session::line::Heard;
use crate::ui::kit::keys::Input;

/// What is heard in `pieces`, one after the other, with nothing behind them.
fn heard<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Vec<Heard> {
    let (mut decoder, mut all) = (Decoder::new(Pace::NEAR), Vec::new());
    for mut piece in pieces {
        while let Some(heard) = decoder.next(&mut piece) {
            all.push(heard);
        }
        assert!(piece.is_empty());
    }
    while decoder.patience().is_some() {
        all.extend(decoder.give_up());
    }
    all
}

/// The same in words, for bytes that come in one piece.
fn words(bytes: &[u8]) -> String {
    let words: Vec<String> = heard([bytes]).iter().map(word).collect();
    words.join(" ")
}

fn word(heard: &Heard) -> String {
    match heard {
        Heard::Input(Input::Key(chord)) => chord.to_string(),
        Heard::Input(Input::Mouse(mouse)) => {
            format!("{:?}({},{})", mouse.kind, mouse.column, mouse.row)
        }
        Heard::Input(Input::Paste(text)) => format!("paste({text})"),
        Heard::LongPaste => "long".to_owned(),
        other => format!("{other:?}"),
    }
}
