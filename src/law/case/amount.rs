//! Sums as a case writes them: `EUR 600000`, `EUR 600000.50`. A bare number needs the file's own currency.

use super::fields::Field;
use super::tree::Kind;
use crate::base::error::LawError;
use crate::base::money::{Currency, Money};

const HINT: &str = "write the currency and the sum without separators: \"EUR 600000\" or \"EUR 600000.50\"";

/// A sum.
pub(crate) fn money(field: Field<'_>, usual: Option<Currency>) -> Result<Money, LawError> {
    match (&field.node.kind, usual) {
        (Kind::Text(text), _) => read(text).map_err(|problem| field.wrong(problem, HINT)),
        (Kind::Whole(units), Some(currency)) => Ok(Money::whole(currency, *units)),
        (Kind::Whole(_), None) => Err(field.wrong("a sum without its currency", HINT)),
        _ => Err(field.expected("a sum", HINT)),
    }
}

/// A currency by its code.
pub(crate) fn currency(field: Field<'_>) -> Result<Currency, LawError> {
    let code = field.text("a currency", "write its code: \"EUR\"")?;
    known(code).map_err(|problem| field.wrong(problem, "write its ISO 4217 code: \"EUR\""))
}

fn known(code: &str) -> Result<Currency, String> {
    Currency::from_code(code).ok_or_else(|| {
        let all: Vec<&str> = Currency::ALL.into_iter().map(Currency::code).collect();
        format!("`{code}` is not a currency known here ({})", all.join(", "))
    })
}

fn read(text: &str) -> Result<Money, String> {
    let unreadable = || format!("`{text}` is not a sum");
    let (code, number) = text.trim().split_once(' ').ok_or_else(unreadable)?;
    let currency = known(code)?;
    let (whole, part) = number.split_once('.').map_or((number, ""), |(whole, part)| (whole, part));
    let places = usize::try_from(currency.decimals()).unwrap_or_default();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) || (number.contains('.') && part.is_empty()) {
        return Err(unreadable());
    }
    if part.len() > places {
        return Err(format!("`{text}` has more digits after the point than {code} has ({places})"));
    }
    let minor: i64 = format!("{whole}{part:0<places$}").parse().map_err(|_| format!("`{text}` is too large"))?;
    Ok(Money { minor, currency })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_and_broken_sums_are_read_to_the_minor_unit() {
        let sum = |minor, currency| Ok(Money { minor, currency });
        assert_eq!(read("EUR 600000"), sum(60_000_000, Currency::Eur));
        assert_eq!(read("EUR 600000.5"), sum(60_000_050, Currency::Eur));
        assert_eq!(read("KRW 30000000"), sum(30_000_000, Currency::Krw));
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_refused() {
        for text in
            ["600000", "EUR 600,000", "EUR 1.234", "KRW 1.5", "EUR -1", "EUR 1.", "XXX 5", "EUR 99999999999999999999"]
        {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
