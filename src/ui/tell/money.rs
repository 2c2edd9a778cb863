//! Amounts in words, and why a text is none. Never reads an amount: that is the rules'.

use super::{Teller, clean};
use crate::domain::money::{Money, NotMoney};

impl Teller<'_> {
    /// An amount with its currency and this language's separators.
    pub fn money(&self, amount: Money) -> String {
        let digits = u8::try_from(amount.currency.digits()).unwrap_or(2);
        self.formats
            .money(amount.minor, digits, amount.currency.code())
    }

    /// The same in brief: without cents where there are none.
    pub fn money_whole(&self, amount: Money) -> String {
        let unit = 10i64.pow(amount.currency.digits());
        match amount.minor % unit {
            0 => self
                .formats
                .money(amount.minor / unit, 0, amount.currency.code()),
            _ => self.money(amount),
        }
    }

    /// Why a text is no amount: with both amounts, when it could mean two.
    pub fn not_money(&self, why: &NotMoney) -> String {
        let both = match why {
            NotMoney::Unreadable => return self.texts.get("form-not-money").into_owned(),
            NotMoney::TooLarge => return self.texts.get("form-money-too-large").into_owned(),
            NotMoney::NoCurrency(code) => {
                let code = clean(code).into();
                return self.texts.with("form-no-currency", &[("code", code)]);
            }
            NotMoney::Readings(both) => both,
        };
        let digits = i64::from(both.currency.digits());
        let mut args = vec![
            ("whole", both.whole.to_string().into()),
            ("decimal", self.formats.point(&both.decimal).into()),
            ("code", both.currency.code().to_owned().into()),
            ("digits", digits.into()),
        ];
        match &both.instead {
            Some(instead) => {
                args.push(("instead", self.formats.point(instead).into()));
                self.texts.with("form-money-two", &args)
            }
            None => self.texts.with("form-money-decimals", &args),
        }
    }
}
