//! Mail of known providers, from the mail server's pipe to the list (EML-2).

use serde_json::Value;

use crate::caller::Caller;
use crate::market::done;
use crate::server::{Served, key};

fn letter(from: &str, id: &str, more: &str) -> String {
    format!(
        "From: {from}\nTo: nous@nord.example\nSubject: Mes crédits\nMessage-ID: <{id}@practice.example>\n{more}\
         Content-Type: text/plain; charset=utf-8\n\nBonjour, où en sont mes crédits ?\n"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn eml_2_eml_4_a_providers_mail_is_found_at_their_desk_and_not_among_clients() {
    let served = Served::small();
    served.must(&["person", "edit", "Fay", "--email", "fay@practice.example"]);
    let mail = letter("Fay Dubois <fay@practice.example>", "one", "");
    let taken = served.piped(&["import", "-"], mail.as_bytes());
    let said = String::from_utf8_lossy(&taken.stdout).into_owned();
    assert!(taken.status.success(), "{taken:?}");
    assert!(said.contains("1 new (R-2)"), "{said}");
    assert!(
        said.contains("1 of them from facilitators") && said.contains("R-2"),
        "{said}"
    );

    let theirs = done(&served, "ben", "inbox from:provider --json").await;
    let row: Value = serde_json::from_str(theirs.trim()).expect("one row");
    assert_eq!(
        (&row["request"], &row["from"]),
        (&"R-2".into(), &"provider".into())
    );
    assert_eq!(row["organisation"], "Fay Dubois");
    // Whose desk it is stands in the matrix: there is no assistant in this house, but a manager.
    assert_eq!(row["assignee"]["name"], "Amélie");
    let clients = done(&served, "ben", "inbox is:open from:client").await;
    assert!(
        clients.contains("R-1\t") && !clients.contains("R-2"),
        "{clients}"
    );
    let shown = done(&served, "ben", "show R-2").await;
    assert!(shown.contains("none: email from a provider"), "{shown}");

    // What answers a case joins it.
    let case = "In-Reply-To: <one@practice.example>\n";
    let answer = letter("fay@practice.example", "two", case);
    let taken = served.piped(&["import", "-"], answer.as_bytes());
    let said = String::from_utf8_lossy(&taken.stdout).into_owned();
    assert!(said.contains("1 added to a request"), "{said}");

    // Through a form, the sender is a robot's (EML-4).
    let form = letter(
        "Formulaire <no-reply@forms.example>",
        "three",
        "Reply-To: Fay <Fay@practice.example>\n",
    );
    assert!(
        served
            .piped(&["import", "-"], form.as_bytes())
            .status
            .success()
    );
    let theirs = done(&served, "ben", "inbox from:provider").await;
    assert!(theirs.contains("R-3\t"), "{theirs}");
    a_view_shows_them_alone(&served).await;
}

/// A view shows what they wrote, and another leads back.
async fn a_view_shows_them_alone(served: &Served) {
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut screen = ben.screen((120, 36), &[]).await;
    screen.wait_for("R-1").await;
    screen.send("f").await;
    screen.wait_for("Save as a view").await;
    screen.send("From prov\r").await;
    screen
        .wait_until("R-2 alone", |text| {
            text.contains("R-2") && !text.contains("R-1 ")
        })
        .await;
    screen.send("f").await;
    screen.wait_for("Save as a view").await;
    screen.send("\r").await;
    screen.wait_for("R-1").await;
    screen.send("\x11").await;
    screen.end().await;
}
