//! Countries by their codes. Knows no names of them.

use serde::{Deserialize, Serialize};

/// The codes of ISO 3166-1, and Kosovo's, which banks and posts use.
const CODES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT \
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH \
    ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT \
    HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS \
    LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI \
    NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG \
    SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG \
    UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

/// An ISO 3166 country code, two capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Country([u8; 2]);

impl Country {
    /// Reads the code of a country that there is, in either case.
    pub fn parse(code: &str) -> Option<Country> {
        let code = code.trim().to_ascii_uppercase();
        let known = CODES.split(' ').find(|known| *known == code)?;
        known.as_bytes().try_into().ok().map(Country)
    }

    /// Returns all there are, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Country> {
        CODES.split(' ').filter_map(Country::parse)
    }

    /// The two letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_8_a_country_is_one_that_there_is() {
        for (text, code) in [("fr", "FR"), (" Be ", "BE"), ("xk", "XK")] {
            assert_eq!(Country::parse(text).expect(text).code(), code);
        }
        for text in ["", "F", "XX", "UK", "EU", "FRA", "É", "F R", " ", "FR BE"] {
            assert_eq!(Country::parse(text), None, "{text}");
        }
        assert_eq!(Country::all().count(), 250);
    }
}
