//! An officer's morning, key by key: what the screen says, and what is one key away.

use crate::rig::{AMELIE, House, Rig, copied, letter};

#[test]
fn look() {
    let house = House::with(&mails());
    let mut rig = Rig::new(&house, AMELIE);
    eprintln!("{}", rig.screen());
    for script in std::env::var("K").unwrap_or_default().split('|') {
        rig.keys(script);
        eprintln!("== {script}\n{}", rig.screen());
    }
}

fn mails() -> Vec<String> {
    vec![
        letter("Paul Roux <paul@timetours.example>", "question", "Bonjour,\n\nNous cherchons une animation pour nos agences.\n\nPaul Roux"),
        copied("Claire Petit <claire@vignac.example>", "VIGNAC / conférence du 12 avril", 9, "Une conférence, réponse avant le 20 mars svp."),
        letter("Jean Noir <jean@securplus.example>", "SECUR PLUS / plusieurs choses", "Bonjour,\n\n1/ Les statistiques de notre agence pour 2025.\n2/ Un nouveau login pour Julie, merci.\n\nAvant le 18 mars."),
        letter("Paul Roux <paul@timetours.example>", "TIME TOURS / relance animation", "Je me permets de relancer, réponse avant le 25 mars."),
    ]
}
