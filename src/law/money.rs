//! Amounts of money: an integer of minor units and a currency. No floating point, no conversion between currencies.

use serde::{Deserialize, Serialize};

/// A currency the rulebooks or organisations use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// South Korean won (no minor unit).
    Krw,
    /// Euro.
    Eur,
    /// United States dollar.
    Usd,
    /// Pound sterling.
    Gbp,
    /// Japanese yen (no minor unit).
    Jpy,
    /// Indonesian rupiah (ISO 4217 gives two decimals).
    Idr,
}

impl Currency {
    /// Every currency known here.
    pub const ALL: [Self; 6] = [Self::Krw, Self::Eur, Self::Usd, Self::Gbp, Self::Jpy, Self::Idr];

    /// The ISO 4217 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Krw => "KRW",
            Self::Eur => "EUR",
            Self::Usd => "USD",
            Self::Gbp => "GBP",
            Self::Jpy => "JPY",
            Self::Idr => "IDR",
        }
    }

    /// Reads an ISO 4217 code; `None` when unknown here.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|currency| currency.code() == code)
    }

    /// Digits after the decimal point (ISO 4217).
    #[must_use]
    pub const fn decimals(self) -> u32 {
        match self {
            Self::Krw | Self::Jpy => 0,
            Self::Eur | Self::Usd | Self::Gbp | Self::Idr => 2,
        }
    }
}

/// An amount in minor units of one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Minor units: won, cents, pence.
    pub minor: i64,
    /// The currency; never converted.
    pub currency: Currency,
}

impl Money {
    /// An amount in won.
    #[must_use]
    pub const fn krw(won: i64) -> Self {
        Self { minor: won, currency: Currency::Krw }
    }
}
