//! Commands over SSH without a terminal (WKS-5): the same as on the command line, with the permissions of
//! whose key it is, and nothing of the server's machine.

use serde_json::Value;

use crate::caller::Caller;
use crate::server::{Served, key};

#[tokio::test(flavor = "multi_thread")]
async fn wks_5_an_officer_reads_the_inbox_as_lines_and_as_json() {
    let served = Served::small();
    let ben = Caller::login(served.port, &key("ben")).await;
    let who = ben.command("whoami").await;
    assert_eq!(who.status, Some(0), "{who:?}");
    assert!(
        who.out
            .starts_with("Ben Carter (P-2) · Atelier Nord\nrelation officer\n"),
        "{who:?}"
    );

    let one = |words: &'static str| async {
        let caller = Caller::login(served.port, &key("ben")).await;
        caller.command(words).await
    };
    let inbox = one("inbox").await;
    assert!(inbox.out.starts_with("R-1\topen\thouse\t"), "{inbox:?}");
    // As on this machine, to the letter.
    assert_eq!(inbox.out, served.must_as("Ben", &["inbox"]));
    let json = one("inbox --json 'is:open'").await;
    let row: Value = serde_json::from_str(&json.out).expect("no JSON");
    assert_eq!(row["request"], "R-1");
    let shown = one("show R-1 --json").await;
    assert_eq!(shown.out, served.must_as("Ben", &["show", "R-1", "--json"]));
    let history = one("history R-1").await;
    assert_eq!(history.status, Some(0), "{history:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_5_what_is_wrong_is_said_beside_the_output_with_a_status() {
    let served = Served::small();
    for (words, status, says) in [
        ("inbox --nonsense", 64, "“--nonsense” is not understood"),
        ("dance", 64, "There is no command “dance”."),
        ("show 'R-1", 64, "cannot be read"),
        ("show R-99", 1, "R-99"),
        ("person add X --role manager", 77, "manage people"),
        ("import /etc/passwd", 77, "cannot be opened from here"),
        ("files R-1 --to /tmp", 77, "cannot be opened from here"),
        ("routing /etc/passwd", 77, "change the routing"),
        ("setup --name a --house b --country FR", 1, "already"),
    ] {
        let ben = Caller::login(served.port, &key("ben")).await;
        let said = ben.command(words).await;
        assert_eq!(said.status, Some(status), "{words}: {said:?}");
        assert!(said.err.contains(says), "{words}: {said:?}");
        assert_eq!(said.out, "", "{words}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_5_help_names_what_there_is_and_nothing_of_the_machine() {
    let served = Served::small();
    for words in ["help", "--help", ""] {
        let ben = Caller::login(served.port, &key("ben")).await;
        let said = ben.command(words).await;
        assert_eq!(said.status, Some(0), "{said:?}");
        for command in ["whoami", "inbox", "show", "history", "key", "help"] {
            assert!(said.out.contains(command), "{words}: {said:?}");
        }
        for not in ["serve", "recover", "--data", "--as", "--sample"] {
            assert!(!said.out.contains(not), "{words}: {not}: {said:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_4_help_is_told_in_the_language_of_who_asks() {
    let served = Served::small();
    let ben = Caller::login(served.port, &key("ben")).await;
    for (words, french, english) in [
        ("help", "Lister les demandes", "List the request inbox"),
        ("--help", "Options\u{a0}:", "Options:"),
        ("", "Demandes", "Requests"),
        ("help inbox", "Filtre des lignes", "What to list"),
        (
            "person --help",
            "Lister les personnes",
            "List the people who have access",
        ),
        ("help quotation-step r2", "<MOTS>", "<WORDS>"),
    ] {
        let said = ben.command(words).await;
        assert!(said.out.contains(english), "{words}: {said:?}");
        let said = match words {
            "" => continue,
            words => ben.command(&format!("--lang fr {words}")).await,
        };
        assert_eq!(said.status, Some(0), "{said:?}");
        assert!(said.out.contains(french), "{words}: {said:?}");
        assert!(!said.out.contains(english), "{words}: {said:?}");
    }
    // What is missing is named as the help names it.
    let said = ben.command("--lang fr show").await;
    assert!(said.err.contains("<R-NUMÉRO>"), "{said:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_4_a_command_answers_in_the_persons_language() {
    let served = Served::small();
    let mut french = Caller::login(served.port, &key("fay")).await;
    for (words, says) in [
        (
            "--lang fr dance",
            "Il n’y a pas de commande «\u{a0}dance\u{a0}».",
        ),
        (
            "--lang fr inbox --nonsense",
            "«\u{a0}--nonsense\u{a0}» n’est pas compris",
        ),
        ("--lang xx inbox", "xx"),
        ("show 'R-1", "quotation mark"),
    ] {
        let said = french.command(words).await;
        assert_eq!(said.status, Some(64), "{said:?}");
        assert!(said.err.contains(says), "{words}: {said:?}");
    }
    // Also what is wrong with the words of a command that is known.
    for (words, says) in [
        ("show X", "n’est pas un numéro valable ici"),
        ("show Q-1", "comme R-1042"),
        ("key revoke SHA256:zzzzzzz", "aucune clé ne commence par"),
        (
            "person roles Zorro --role manager",
            "personne ici ne s’appelle Zorro",
        ),
        (
            "import /etc/passwd",
            "les fichiers du serveur ne sont pas accessibles",
        ),
        (
            "routing /etc/passwd",
            "les fichiers du serveur ne sont pas accessibles",
        ),
        ("recap --since hier", "n’est pas un jour"),
        ("quotation seven", "comme Q-3"),
        ("key add Ben nonsense", "clé publique"),
        ("invite Ben --valid never", "n’est pas une durée"),
    ] {
        let boss = Caller::login(served.port, &key("amelie")).await;
        let said = boss.command(&format!("--lang fr {words}")).await;
        assert!(said.err.contains(says), "{words}: {said:?}");
    }
    let said = french.command("--lang fr inbox").await;
    assert_eq!(said.status, Some(77), "{said:?}");
    assert!(said.err.contains("lire les demandes"), "{said:?}");
    french = Caller::login(served.port, &key("fay")).await;
    let said = french.command("inbox").await;
    assert!(said.err.contains("read requests"), "{said:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn req_1_mail_is_taken_in_through_the_line_by_who_may() {
    let served = Served::small();
    let mail = b"From: Paul <paul@client.example>\nSubject: CLIENT / Workshop\nMessage-ID: <line@client.example>\n\nBonjour\n";
    let fay = Caller::login(served.port, &key("fay")).await;
    let said = fay.piped("import -", mail).await;
    assert_eq!(said.status, Some(77), "{said:?}");
    let ben = Caller::login(served.port, &key("ben")).await;
    let said = ben.piped("import -", mail).await;
    assert_eq!(said.status, Some(0), "{said:?}");
    assert!(said.out.contains("1 new (R-2)"), "{said:?}");
    // And the history names who brought it in.
    let history = served.must(&["history", "R-2"]);
    assert!(
        history.contains("Paul") || history.contains("Ben"),
        "{history}"
    );
}

#[test]
fn wks_5_this_machines_commands_go_through_the_server() {
    let served = Served::small();
    let mail = b"From: Paul <paul@client.example>\nSubject: CLIENT / Workshop\nMessage-ID: <pipe@client.example>\n\nBonjour\n";
    let done = served.piped(&["import", "-"], mail);
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    assert!(said.contains("1 new (R-2)"), "{said}");
    assert!(served.must(&["inbox"]).contains("CLIENT / Workshop"));
    // What is wrong comes back with its status.
    let done = served.run(&["show", "R-99"]);
    assert_eq!(done.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&done.stderr).contains("entremise: "));
    // Files are found from where one is.
    let letter = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mail");
    let mut import = std::process::Command::new(env!("CARGO_BIN_EXE_entremise"));
    import
        .args(["--data", &served.data.path().display().to_string()])
        .args(["import", "russian.eml"])
        .current_dir(letter);
    let done = crate::watch::output(&mut import);
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
}

/// The story behind: a command that reads nothing left what was piped into it lying, and the line stood
/// still with its answer on it.
#[tokio::test(flavor = "multi_thread")]
async fn wks_5_what_is_piped_into_a_command_that_reads_nothing_is_in_nobodys_way() {
    let served = Served::small();
    let ben = Caller::login(served.port, &key("ben")).await;
    let channel = ben.line.channel_open_session().await.expect("no channel");
    channel
        .exec(true, "show R-1")
        .await
        .expect("the line was cut");
    let (mut read, write) = channel.split();
    // More than there is room for; nobody waits for the end of it.
    let much = tokio::spawn(async move { write.data(vec![b'x'; 4 << 20].as_slice()).await });
    let (mut out, mut status) = (Vec::new(), None);
    while let Some(said) = tokio::time::timeout(crate::caller::DEADLINE, read.wait())
        .await
        .expect("the answer does not come")
    {
        match said {
            russh::ChannelMsg::Data { data } => out.extend_from_slice(&data),
            russh::ChannelMsg::ExitStatus { exit_status } => status = Some(exit_status),
            _ => {}
        }
    }
    much.abort();
    assert_eq!(status, Some(0));
    assert!(String::from_utf8_lossy(&out).contains("ATELIER DU LAC"));
}
