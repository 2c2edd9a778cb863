//! The sample house's quotations: each is begun, written, handed on and decided by the people whose turn it is,
//! as far as its line in the file says. Numbers follow from the order in which they are begun.

use serde::Deserialize;

use super::stage::Stage;
use super::{Planned, What, bad, span};
use crate::assets::{BadFile, prices, read};
use crate::domain::house::command::HouseCommand;
use crate::domain::house::{Country, Language};
use crate::domain::money::{Currency, Money};
use crate::domain::prices::{Line, PriceBook, Unit};
use crate::domain::quotation::{Brief, Desk, QuotationCommand};
use crate::domain::trade::{Audience, Work};
use crate::domain::{Command, Millis, PersonId, QuotationId};

const SOURCE: &str = include_str!("../../../assets/sample/quotations.toml");
const HOUR: Millis = 3_600_000;

#[derive(Deserialize)]
struct File {
    quotation: Vec<QuotationLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuotationLine {
    request: String,
    officer: String,
    after: String,
    upto: String,
    /// Hours between two steps.
    pace: Option<Millis>,
    work: String,
    audience: String,
    market: Option<String>,
    brand: Option<String>,
    language: Option<String>,
    participants: Option<u32>,
    sessions: Option<u16>,
    #[serde(default)]
    dates: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    asked: String,
    currency: Option<String>,
    #[serde(default)]
    line: Vec<PriceLine>,
    /// The lines of the second round.
    #[serde(default)]
    again: Vec<PriceLine>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    project: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    tags: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PriceLine {
    product: Option<String>,
    text: Option<String>,
    n: u32,
    unit: Option<String>,
    price: Option<String>,
    #[serde(default)]
    discount: u16,
}

/// How far a quotation has come, in order.
const WAY: [&str; 7] = [
    "brief",
    "pricing",
    "priced",
    "assembly",
    "verification",
    "sent",
    "accepted",
];

/// One quotation, step by step.
struct Told<'a> {
    line: &'a QuotationLine,
    prices: &'a PriceBook,
    id: QuotationId,
    at: Millis,
    pace: Millis,
    steps: Vec<(Millis, String, QuotationCommand)>,
}

impl Stage {
    /// The price lists, and everything that happened to quotations.
    pub(super) fn quotations(
        &mut self,
        start: Millis,
        arrivals: &[(String, Millis)],
    ) -> Result<(), BadFile> {
        let book = prices()?;
        let chris = self.person("chris")?;
        self.play(
            start,
            Some(chris),
            Command::House(HouseCommand::ChangePrices(Box::new(book.clone()))),
        );
        let file: File = read("sample/quotations.toml", SOURCE)?;
        let mut lines: Vec<(Millis, &QuotationLine)> = Vec::new();
        for line in &file.quotation {
            let arrived = arrivals.iter().find(|(id, _)| *id == line.request);
            let (_, arrived) =
                arrived.ok_or_else(|| bad(format!("no request {}", line.request)))?;
            let after = span(&line.after)
                .ok_or_else(|| bad(format!("{}: after {}", line.request, line.after)))?;
            lines.push((arrived + after, line));
        }
        lines.sort_by_key(|(at, _)| *at);
        for (n, (at, line)) in lines.into_iter().enumerate() {
            self.quotation(QuotationId::at(n), at, line, &book)?;
        }
        Ok(())
    }

    fn quotation(
        &mut self,
        id: QuotationId,
        at: Millis,
        line: &QuotationLine,
        prices: &PriceBook,
    ) -> Result<(), BadFile> {
        let request = self.requests.get(&line.request).copied();
        let request = request.ok_or_else(|| bad(format!("no request {}", line.request)))?;
        let mut told = Told {
            line,
            prices,
            id,
            at,
            pace: line.pace.unwrap_or(20) * HOUR,
            steps: vec![(at, line.officer.clone(), QuotationCommand::Begin(request))],
        };
        told.tell()?;
        for (at, who, step) in told.steps {
            if at > self.now {
                return Err(bad(format!("{}: {step:?} has not come yet", line.request)));
            }
            let who: PersonId = self.person(&who)?;
            let what = What::Command(Command::Quotation(Box::new(step)));
            self.planned.push(Planned {
                at,
                who: Some(who),
                what,
            });
        }
        Ok(())
    }
}

impl Told<'_> {
    fn next(&mut self, who: &str, step: QuotationCommand) {
        self.at += self.pace;
        self.steps.push((self.at, who.to_owned(), step));
    }

    fn soon(&mut self, who: &str, step: QuotationCommand) {
        self.at += HOUR / 2;
        self.steps.push((self.at, who.to_owned(), step));
    }

    fn reason(&self) -> Box<str> {
        self.line.reason.as_str().into()
    }

    /// How far along the usual way it goes.
    fn far(&self) -> Result<usize, BadFile> {
        let upto = match self.line.upto.as_str() {
            "returned" => "pricing",
            "dropped" => "verification",
            "declined" | "r2-as-is" | "r2-accepted" => "sent",
            other => other,
        };
        WAY.iter()
            .position(|stage| *stage == upto)
            .ok_or_else(|| bad(format!("{}: no stage {upto}", self.line.request)))
    }

    fn tell(&mut self) -> Result<(), BadFile> {
        let (quotation, officer, far) = (self.id, self.line.officer.clone(), self.far()?);
        let asked = (!self.line.asked.is_empty()).then(|| self.line.asked.as_str().into());
        let brief = Box::new(self.brief()?);
        self.soon(
            &officer,
            QuotationCommand::Brief {
                quotation,
                brief,
                asked,
            },
        );
        for tag in &self.line.tags {
            let tag = tag.as_str().into();
            let there = true;
            self.soon(
                &officer,
                QuotationCommand::Tag {
                    quotation,
                    tag,
                    there,
                },
            );
        }
        if far >= 1 {
            self.soon(&officer, QuotationCommand::SendR1(quotation));
        }
        if far >= 2 {
            let lines = self.lines(&self.line.line)?;
            self.price(0, lines)?;
        }
        if far >= 3 {
            self.soon("chris", QuotationCommand::HandPrices(quotation));
        }
        if far >= 4 {
            self.next(
                "sandrine",
                QuotationCommand::Assemble {
                    quotation,
                    seen: 1,
                    project: self.line.project.as_str().into(),
                    conditions: self.conditions(),
                    valid_until: None,
                },
            );
            self.soon("sandrine", QuotationCommand::HandProject(quotation));
        }
        if far >= 5 {
            let version = 2;
            self.next(&officer, QuotationCommand::Send { quotation, version });
        }
        self.end(far)
    }

    /// What became of it at last.
    fn end(&mut self, far: usize) -> Result<(), BadFile> {
        let (quotation, officer) = (self.id, self.line.officer.clone());
        let accept = |version| QuotationCommand::Accept {
            quotation,
            version,
            words: "".into(),
        };
        match self.line.upto.as_str() {
            "returned" => {
                let reason = self.reason();
                let (from, to) = (Desk::Pricing, Desk::Brief);
                self.next(
                    "chris",
                    QuotationCommand::Return {
                        quotation,
                        from,
                        to,
                        reason,
                    },
                );
            }
            "dropped" => {
                let reason = self.reason();
                self.next(&officer, QuotationCommand::Drop { quotation, reason });
            }
            "declined" => {
                let reason = self.reason();
                self.next(&officer, QuotationCommand::Decline { quotation, reason });
            }
            "r2-as-is" => self.next(
                &officer,
                QuotationCommand::SendR2 {
                    quotation,
                    afresh: false,
                    words: self.reason(),
                },
            ),
            "r2-accepted" => {
                let words = self.reason();
                let afresh = true;
                self.next(
                    &officer,
                    QuotationCommand::SendR2 {
                        quotation,
                        afresh,
                        words,
                    },
                );
                let lines = self.lines(&self.line.again)?;
                self.price(2, lines)?;
                self.soon("chris", QuotationCommand::HandPrices(quotation));
                self.soon("sandrine", QuotationCommand::HandProject(quotation));
                let version = 3;
                self.soon(&officer, QuotationCommand::Send { quotation, version });
                self.next(&officer, accept(3));
            }
            _ if far >= 6 => self.next(&officer, accept(2)),
            _ => {}
        }
        Ok(())
    }

    fn language(&self) -> Language {
        let stated = self.line.language.as_deref().and_then(Language::parse);
        stated.unwrap_or(Language::FR)
    }

    fn conditions(&self) -> Box<str> {
        self.prices.conditions_in(self.language()).into()
    }

    fn market(&self) -> Option<Country> {
        Country::parse(self.line.market.as_deref().unwrap_or("FR"))
    }

    fn brand(&self) -> &str {
        self.line.brand.as_deref().unwrap_or("ateliers")
    }

    fn brief(&self) -> Result<Brief, BadFile> {
        let line = self.line;
        let wrong = |what: &str| bad(format!("{}: no {what}", line.request));
        Ok(Brief {
            work: Some(Work::parse(&line.work).ok_or_else(|| wrong(&line.work))?),
            audience: Some(Audience::parse(&line.audience).ok_or_else(|| wrong(&line.audience))?),
            market: self.market(),
            brand: self.brand().into(),
            language: self.language(),
            participants: line.participants,
            sessions: line.sessions,
            dates: line.dates.as_str().into(),
            place: line.place.as_str().into(),
            online: None,
            deadline: Some(self.at + 9 * 24 * HOUR),
        })
    }

    fn currency(&self) -> Currency {
        let stated = self.line.currency.as_deref().and_then(Currency::parse);
        stated.unwrap_or(Currency::EUR)
    }

    fn lines(&self, lines: &[PriceLine]) -> Result<Vec<Line>, BadFile> {
        lines.iter().map(|line| self.price_line(line)).collect()
    }

    fn price_line(&self, line: &PriceLine) -> Result<Line, BadFile> {
        let request = &self.line.request;
        let audience = Audience::parse(&self.line.audience);
        let list = self.market().zip(audience);
        let list =
            list.and_then(|(market, audience)| self.prices.list(self.brand(), market, audience));
        if let Some(key) = &line.product {
            let product = list.and_then(|list| Some((list, list.product(key)?)));
            let (list, product) =
                product.ok_or_else(|| bad(format!("{request}: no product {key}")))?;
            let name = product.named(self.language());
            let made = Line::of(list, key, line.n, name);
            let made = made.ok_or_else(|| bad(format!("{request}: no product {key}")))?;
            return Ok(Line {
                discount: line.discount,
                ..made
            });
        }
        let price = line.price.as_deref().unwrap_or_default();
        let price = Money::parse(price, self.currency());
        let unit = Unit::parse(line.unit.as_deref().unwrap_or("flat"));
        Ok(Line {
            product: None,
            text: line.text.as_deref().unwrap_or_default().into(),
            unit: unit.ok_or_else(|| bad(format!("{request}: no such unit")))?,
            quantity: line.n,
            price: price
                .ok_or_else(|| bad(format!("{request}: no price")))?
                .minor,
            discount: line.discount,
            vat: list.map_or(0, |list| list.vat),
        })
    }

    fn price(&mut self, seen: u16, lines: Vec<Line>) -> Result<(), BadFile> {
        if lines.is_empty() {
            return Err(bad(format!("{}: no lines", self.line.request)));
        }
        let step = QuotationCommand::Price {
            quotation: self.id,
            seen,
            currency: self.currency(),
            lines,
            note: self.line.note.as_str().into(),
            valid_until: None,
        };
        self.next("chris", step);
        Ok(())
    }
}
