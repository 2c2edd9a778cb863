//! REQ-2, REQ-3, WKS-9 through the real program: the words by which mail is read are listed, printed, checked and set in words,
//! and the next mail that comes in is read with them.

use serde_json::Value;
use tempfile::TempDir;

use super::{house, piped, run};

/// A language that is not shipped, as an administrator writes it.
const PORTUGUESE: &str = r#"
language = "pt"
[mail]
common = ["os", "uma", "para", "com", "não", "bom", "dia", "obrigado", "precisamos", "nossa"]
[deadline]
limits = ["até", "até ao dia", "o mais tardar"]
asks = ["proposta", "resposta", "responder", "precisamos"]
[dates]
order = "day"
of = ["de"]
[months]
january = "janeiro"
february = "fevereiro"
march = "março"
april = "abril"
may = "maio"
june = "junho"
july = "julho"
august = "agosto"
september = "setembro"
october = "outubro"
november = "novembro"
december = ["dezembro", "dez"]
[weekdays]
monday = "segunda-feira"
tuesday = "terça-feira"
wednesday = "quarta-feira"
thursday = "quinta-feira"
friday = "sexta-feira"
saturday = "sábado"
sunday = "domingo"
[several]
first = ["em primeiro lugar"]
second = ["em segundo lugar"]
"#;

/// Imports a mail of Monday 2 March 2026 and tells what was read of it: language, deadline, findings.
fn came(data: &TempDir, n: u32, from: &str, subject: &str, body: &str) -> (String, String, String) {
    let mail = format!(
        "From: {from}\nTo: contact@nord.example\nSubject: {subject}\nMessage-ID: <{n}@mail.example>\n\
         Date: Mon, 2 Mar 2026 09:12:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n{body}\n"
    );
    let id = format!("R-{n}");
    piped(data, &["import", "--quiet", "-"], mail.as_bytes()).says(&[]);
    let shown = run(data, &["show", &id, "--json"]).out;
    let shown: Value = serde_json::from_str(&shown).expect("JSON");
    let text = |name: &str| shown[name].as_str().unwrap_or_default().to_owned();
    let day = text("deadline").chars().take(10).collect();
    (text("language"), day, shown["findings"].to_string())
}

#[test]
fn req_3_wks_9_mail_is_read_in_the_languages_that_are_shipped_and_in_one_a_house_adds() {
    let data = house();
    let listed = run(&data, &["reading", "--plain"]);
    listed.says(&["de\tde\tshipped", "nl\tnl\tshipped", "fr\tfr\tshipped"]);
    for (n, subject, body, read) in [
        (
            1,
            "HAFEN / Angebot",
            "Guten Tag,\nwir brauchen ein Angebot für die Schule, bis spätestens Freitag, den 13. März.\nErstens: einen Vortrag am Morgen.\nZweitens: die Rechnung.",
            ("de", "2026-03-13", r#"["several"]"#),
        ),
        (
            2,
            "HAVEN / offerte",
            "Beste,\nWij zoeken een tolk voor onze vergadering. Graag een offerte tegen vrijdag.",
            ("nl", "2026-03-06", "[]"),
        ),
        (
            3,
            "PORT / devis",
            "Bonjour,\nNous voudrions une offre pour notre équipe.\nPour le 4 avril, merci.",
            ("fr", "2026-04-03", "[]"),
        ),
        (
            4,
            "PORT / quote",
            "Hello, we would like a quote for our team. Please reply by 5/6.",
            ("en", "", r#"["doubtful-date"]"#),
        ),
    ] {
        let (language, day, findings) = came(&data, n, "Ana <ana@client.example>", subject, body);
        // The office may be closed on that day: who asks for Saturday needs it on Friday.
        let day_read = (language.as_str(), day.as_str(), findings.as_str());
        let (said_language, said_day, said_findings) = read;
        assert_eq!(day_read.0, said_language, "{body}");
        assert_eq!(day_read.2, said_findings, "{body}");
        assert!(
            day_read.1 == said_day || (said_day == "2026-04-03" && day_read.1 == "2026-04-04"),
            "{day_read:?}"
        );
    }
    let body = "Bom dia,\nPrecisamos de uma proposta para os nossos clientes até sexta-feira, 13 de março.\nObrigado";
    let unread = came(&data, 5, "ana@client.example", "PORTO / proposta", body);
    assert_eq!((&*unread.1, &*unread.2), ("", r#"["no-deadline"]"#));
    piped(
        &data,
        &["reading", "--set", "-", "--check"],
        PORTUGUESE.as_bytes(),
    )
    .says(&[
        "Emails in Portuguese: what would change",
        "deadline.limits: added até, até ao dia, o mais tardar",
    ]);
    assert!(!run(&data, &["reading", "--plain"]).out.contains("pt\t"));
    piped(&data, &["reading", "--set", "-"], PORTUGUESE.as_bytes())
        .says(&["Emails in Portuguese: words saved"]);
    run(&data, &["reading", "--plain"]).says(&["pt\tpt\town", "nl\tnl\tshipped"]);
    let read = came(&data, 6, "ana@client.example", "PORTO / proposta", body);
    assert_eq!((&*read.0, &*read.1, &*read.2), ("pt", "2026-03-13", "[]"));
    let shown = run(&data, &["show", "R-5", "--json"]).out;
    assert!(
        shown.contains("no-deadline"),
        "what was read stays as it was read: {shown}"
    );
    run(&data, &["settings", "history"]).says(&["até"]);
}

#[test]
fn wks_9_words_go_out_and_come_back_as_they_were_and_wrong_ones_change_nothing() {
    let data = house();
    let printed = run(&data, &["reading", "Dutch"]).out;
    assert!(
        printed.contains("# Stand before the last day") && printed.contains("\"tegen\""),
        "{printed}"
    );
    piped(&data, &["reading", "--set", "-"], printed.as_bytes()).says(&["Emails in Dutch"]);
    assert_eq!(
        run(&data, &["reading", "nl"]).out,
        printed,
        "the same bytes"
    );
    run(&data, &["reading", "--plain"]).says(&["nl\tnl\tshipped"]);
    let ours = printed.replacen("\"tegen\",", "\"tegen\",\n    \"alleszins\",", 1);
    piped(&data, &["reading", "--set", "-"], ours.as_bytes())
        .says(&["deadline.limits: added alleszins"]);
    let kept = run(&data, &["reading", "nl"]).out;
    assert!(kept.contains("alleszins"));
    // It was printed before somebody changed it: nothing is overwritten.
    piped(&data, &["reading", "--set", "-"], printed.as_bytes())
        .refuses(1, &["the words for reading emails"]);
    for (from, to, said) in [
        (
            "\"tegen\",",
            "\"het\",",
            &[
                "line ",
                "deadline.limits",
                "\"het\" stands in almost every mail",
            ][..],
        ),
        ("\"tegen\",", "\"t\",", &["deadline.limits", "too short"]),
        ("limits = [", "limits = 4 #", &["line "]),
        ("[months]", "[moons]", &["moons"]),
        (
            "language = \"nl\"",
            "language = \"zz\"",
            &["zz is not a language"],
        ),
    ] {
        let wrong = kept.replacen(from, to, 1);
        piped(&data, &["reading", "--set", "-"], wrong.as_bytes()).refuses(65, said);
    }
    piped(&data, &["reading", "--set", "-"], b"").refuses(65, &["empty"]);
    assert_eq!(run(&data, &["reading", "nl"]).out, kept);
    run(&data, &["reading", "pt"]).refuses(64, &["pt"]);
}
