//! A mailbox of made-up mail: plain, quoted-printable, base64 and multipart, with threads, one to three
//! kilobytes each. Made once and kept under `target/`.

use std::io::Write;
use std::path::PathBuf;

use super::house::{Letter, Random, letter, organisations};
use super::measure::{folder, or_exit};

/// Goes up when what is written changes.
const MADE_LIKE: u32 = 2;

/// The mailbox of `messages`; made when there is none yet.
pub fn mbox(messages: usize) -> PathBuf {
    let ready = folder().join(format!("mail-{MADE_LIKE}-{messages}.mbox"));
    if !ready.exists() {
        let making = ready.with_extension("making");
        println!(
            "making a mailbox of {messages} messages in {}",
            ready.display()
        );
        let mut file = std::io::BufWriter::new(or_exit(std::fs::File::create(&making)));
        let mut random = Random::new(11);
        let mut begun: Vec<(usize, Letter)> = Vec::new();
        for n in 0..messages {
            or_exit(file.write_all(&message(&mut random, n, messages, &mut begun)));
        }
        or_exit(file.flush());
        or_exit(std::fs::rename(&making, &ready));
    }
    ready
}

/// One message; one in four answers an earlier one.
fn message(random: &mut Random, n: usize, all: usize, begun: &mut Vec<(usize, Letter)>) -> Vec<u8> {
    let paragraphs = 2 + random.below(4);
    let mut own = letter(random, organisations(all), paragraphs);
    let at = random.below(begun.len());
    let answered = (random.below(4) == 0).then(|| begun.get(at)).flatten();
    if let Some((_, first)) = answered {
        own.subject = format!("Re: {}", first.subject);
        own.email.clone_from(&first.email);
        own.name.clone_from(&first.name);
        own.body.push_str(&format!(
            "\nLe 3 mars 2026, {} a écrit :\n> {}\n",
            first.name, first.subject
        ));
    }
    let second = n % 60;
    let mut mail = format!(
        "From {} Tue Mar  3 10:{:02}:{second:02} 2026\r\nReceived: from mx.example (mx.example [192.0.2.1])\r\n\tby house.example with ESMTPS; Tue, 3 Mar 2026 10:00:{second:02} +0100\r\nFrom: {} <{}>\r\nTo: contact@house.example\r\nSubject: {}\r\nDate: Tue, 3 Mar 2026 10:{:02}:{second:02} +0100\r\nMessage-ID: <{n}.bench@mail.example>\r\nMIME-Version: 1.0\r\n",
        own.email,
        n / 60 % 60,
        word(&own.name),
        own.email,
        word(&own.subject),
        n / 60 % 60,
    );
    if let Some((first, _)) = answered {
        mail.push_str(&format!("In-Reply-To: <{first}.bench@mail.example>\r\nReferences: <{first}.bench@mail.example>\r\n"));
    }
    mail.push_str(&body(random, &own.body));
    mail.push_str("\r\n");
    if answered.is_none() {
        own.body.clear();
        if begun.len() < 5_000 {
            begun.push((n, own))
        } else {
            begun[at] = (n, own)
        }
    }
    mail.replace("\r\n", "\n").into_bytes()
}

fn body(random: &mut Random, text: &str) -> String {
    let part = |kind: &str, encoding: &str, text: &str| {
        format!(
            "Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{text}\r\n"
        )
    };
    match random.below(4) {
        0 => part("plain", "8bit", text),
        1 => part("plain", "quoted-printable", &quoted(text)),
        2 => part("plain", "base64", &base64(text.as_bytes())),
        _ => {
            let html = format!(
                "<html><body><p>{}</p></body></html>",
                text.replace("\n\n", "</p>\n<p>")
            );
            let (plain, html) = (
                part("plain", "quoted-printable", &quoted(text)),
                part("html", "quoted-printable", &quoted(&html)),
            );
            format!(
                "Content-Type: multipart/alternative; boundary=\"=_b\"\r\n\r\n--=_b\r\n{plain}--=_b\r\n{html}--=_b--\r\n"
            )
        }
    }
}

/// An encoded word where one is needed.
fn word(text: &str) -> String {
    if text.is_ascii() {
        text.to_owned()
    } else {
        format!(
            "=?utf-8?B?{}?=",
            base64(text.as_bytes()).replace("\r\n", "")
        )
    }
}

fn quoted(text: &str) -> String {
    let (mut out, mut column) = (String::new(), 0);
    for byte in text.bytes() {
        let piece = match byte {
            b'\n' => {
                out.push_str("\r\n");
                column = 0;
                continue;
            }
            b'=' | 0x7f.. => format!("={byte:02X}"),
            _ => char::from(byte).to_string(),
        };
        if column + piece.len() > 75 {
            out.push_str("=\r\n");
            column = 0;
        }
        column += piece.len();
        out.push_str(&piece);
    }
    out
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for line in bytes.chunks(57) {
        for three in line.chunks(3) {
            let byte = |n: usize| u32::from(three.get(n).copied().unwrap_or_default());
            let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
            for n in 0..4 {
                let letter = LETTERS[(bits >> (18 - 6 * n)) as usize & 63];
                out.push(if n > three.len() {
                    '='
                } else {
                    char::from(letter)
                });
            }
        }
        out.push_str("\r\n");
    }
    out
}
