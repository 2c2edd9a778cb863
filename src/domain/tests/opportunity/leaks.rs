//! PPL-2, QNA-3: what is posted gives nobody away: neither the client's firm, nor any of its contacts, nor a way to
//! reach anybody.

use super::bench::*;
use crate::domain::opportunity::BoardCommand;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::refusal::Refusal;
use crate::text::reachable::Way;

/// The posting of Acme's request with this text.
fn saying(fair: &Fair, said: &str) -> BoardCommand {
    let mut posting = fair.posting(INTRODUCED);
    if let BoardCommand::Post { description, .. } = &mut posting {
        description.text = said.into();
    }
    posting
}

#[test]
fn ppl_2_qna_3_a_posting_has_no_way_to_reach_anybody_in_it() {
    let fair = Fair::new();
    for (said, way, what) in [
        (
            "mr.x@gmail.com ou 06 11 22 33 44",
            Way::Mail,
            "mr.x@gmail.com",
        ),
        ("Appelez le 06 11 22 33 44.", Way::Phone, "06 11 22 33 44"),
        (
            "Tout est sur www.ailleurs.example",
            Way::Site,
            "www.ailleurs.example",
        ),
    ] {
        let refusal = Refusal::Board(BoardRefusal::GivesContact {
            way,
            what: what.into(),
        });
        assert_eq!(fair.no(BEN, saying(&fair, said)), refusal, "{said}");
        let mut title = fair.posting(INTRODUCED);
        if let BoardCommand::Post { notice, .. } = &mut title {
            notice.title = said.into();
        }
        assert_eq!(fair.no(BEN, title), refusal, "{said}");
    }
    let harmless =
        "2 à 3 sessions de 28 personnes, le 05/06/2026 14:30, 1 200 EUR, SIRET 123 456 789 00012";
    assert!(fair.tries(BEN, saying(&fair, harmless)).is_ok());
}

#[test]
fn ppl_2_everybody_of_the_firm_is_kept_out_of_a_posting() {
    let mut fair = Fair::new();
    let mut other = mail(8_100, "zoe.lambert@acme.example", "A / x", "We are 9.");
    other.from.name = "Zoé Lambert".into();
    fair.0.receive(other).expect("a request");
    let name = |what: &str| Refusal::Board(BoardRefusal::NamesClient { what: what.into() });
    for (said, what) in [
        ("Ask Zoé Lambert first", "Zoé Lambert"),
        ("ask zoe-lambert", "Zoé Lambert"),
        ("Mme Lambert reçoit le groupe", "Zoé Lambert"),
        ("M. Martin décide", "Paul Martin"),
        ("#PaulMartin le dit", "Paul Martin"),
        ("zoe.lambert (at) acme.example", "zoe.lambert@acme.example"),
    ] {
        let refusal = fair.no(BEN, saying(&fair, said));
        // An address that is written round is found as an address.
        let found = match &refusal {
            Refusal::Board(BoardRefusal::NamesClient { .. }) => {
                refusal == name(what) || said.contains('(')
            }
            Refusal::Board(BoardRefusal::GivesContact { .. }) => said.contains('('),
            _ => false,
        };
        assert!(found, "{said}: {refusal:?}");
    }
    for harmless in ["martins and lambert", "Saint Martin, une ville"] {
        assert!(
            fair.tries(BEN, saying(&fair, harmless)).is_ok(),
            "{harmless}"
        );
    }
}
