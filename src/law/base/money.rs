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
    /// Swiss franc.
    Chf,
    /// Canadian dollar.
    Cad,
    /// Brazilian real.
    Brl,
    /// Australian dollar.
    Aud,
    /// Singapore dollar.
    Sgd,
    /// Indian rupee.
    Inr,
    /// Chinese yuan.
    Cny,
    /// Thai baht.
    Thb,
    /// Philippine peso.
    Php,
    /// Vietnamese dong (no minor unit).
    Vnd,
    /// Malaysian ringgit.
    Myr,
    /// New Taiwan dollar.
    Twd,
    /// Hong Kong dollar.
    Hkd,
    /// United Arab Emirates dirham.
    Aed,
    /// Saudi riyal.
    Sar,
    /// South African rand.
    Zar,
    /// Turkish lira.
    Try,
}

impl Currency {
    /// Every currency known here.
    pub const ALL: [Self; 23] = [
        Self::Krw,
        Self::Eur,
        Self::Usd,
        Self::Gbp,
        Self::Jpy,
        Self::Idr,
        Self::Chf,
        Self::Cad,
        Self::Brl,
        Self::Aud,
        Self::Sgd,
        Self::Inr,
        Self::Cny,
        Self::Thb,
        Self::Php,
        Self::Vnd,
        Self::Myr,
        Self::Twd,
        Self::Hkd,
        Self::Aed,
        Self::Sar,
        Self::Zar,
        Self::Try,
    ];

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
            Self::Chf => "CHF",
            Self::Cad => "CAD",
            Self::Brl => "BRL",
            Self::Aud => "AUD",
            Self::Sgd => "SGD",
            Self::Inr => "INR",
            Self::Cny => "CNY",
            Self::Thb => "THB",
            Self::Php => "PHP",
            Self::Vnd => "VND",
            Self::Myr => "MYR",
            Self::Twd => "TWD",
            Self::Hkd => "HKD",
            Self::Aed => "AED",
            Self::Sar => "SAR",
            Self::Zar => "ZAR",
            Self::Try => "TRY",
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
            Self::Krw | Self::Jpy | Self::Vnd => 0,
            _ => 2,
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
    /// An amount in whole units: `whole(Eur, 500)` is EUR 500.00. Clamped where it would not fit.
    #[must_use]
    pub fn whole(currency: Currency, units: i64) -> Self {
        Self { minor: units.saturating_mul(10_i64.pow(currency.decimals())), currency }
    }

    /// An amount in won.
    #[must_use]
    pub const fn krw(won: i64) -> Self {
        Self { minor: won, currency: Currency::Krw }
    }
}
