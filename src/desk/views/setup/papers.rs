//! What quotations and their papers lack: prices, conditions of sale, words and names in a language of the papers.

use super::{Found, Mend};
use crate::assets;
use crate::domain::State;
use crate::domain::house::{House, Language};
use crate::domain::prices::Product;
use crate::domain::why::Fact;

impl Found {
    /// Takes note of prices that are missing, and of products without a name in a language of the papers.
    pub(super) fn of_prices(&mut self, state: &State, house: &House) {
        let prices = state.prices();
        let products = || prices.lists.iter().flat_map(|list| &list.products);
        if products().next().is_none() {
            let nothing = Vec::new();
            return self.note(true, "settings-lack-prices", Mend::Prices, nothing);
        }
        let mut markets = prices.lists.iter().map(|list| list.market);
        let facts = vec![("country", Fact::Country(house.home))];
        self.note(
            !markets.any(|market| market == house.home),
            "settings-lack-market",
            Mend::Prices,
            facts,
        );
        let further = prices.further.iter().map(|(_, words)| words);
        let mut conditions = prices.conditions.iter().chain(further);
        let none = conditions.all(|words| words.trim().is_empty());
        let text = "settings-lack-conditions";
        self.note(none, text, Mend::Prices, Vec::new());
        for language in house.paper_languages() {
            let unnamed = products().filter(|product| !is_named(product, language));
            let n = unnamed.count();
            let facts = vec![
                ("n", Fact::Number(n)),
                ("language", Fact::Language(language)),
            ];
            self.note(n > 0, "settings-lack-products", Mend::Prices, facts);
        }
    }

    /// Takes note of languages of the papers that have no words.
    pub(super) fn of_wordings(&mut self, state: &State, house: &House) {
        for language in house.paper_languages() {
            let none = state.wording(language).is_none() && assets::wording(language).is_none();
            let facts = vec![("language", Fact::Language(language))];
            self.note(
                none,
                "settings-lack-wording",
                Mend::Wording(language),
                facts,
            );
        }
    }
}

/// Whether a product is called something in a language.
fn is_named(product: &Product, language: Language) -> bool {
    let [en, fr] = &product.name;
    let name = match language {
        Language::EN => Some(en),
        Language::FR => Some(fr),
        other => {
            let mut further = product.further.iter();
            further.find(|(one, _)| *one == other).map(|(_, name)| name)
        }
    };
    name.is_some_and(|name| !name.trim().is_empty())
}
