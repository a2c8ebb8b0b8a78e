//! Lets templates pass a value or any reference to it: askama passes fields by reference and results by value.
//! Not a conversion between meanings; the only liberty is that any whole number may stand for `i64`.

use crate::law::base::moment::{Moment, Timing};
use crate::law::base::money::Money;
use crate::law::base::words::Lang;
use chrono::NaiveDate;
use chrono_tz::Tz;

/// A `T`, or a reference to one.
pub trait Given<T> {
    /// The value itself.
    fn get(&self) -> T;
}

impl<T, U: Given<T> + ?Sized> Given<T> for &U {
    fn get(&self) -> T {
        (**self).get()
    }
}

macro_rules! itself {
    ($($kind:ty),*) => {$(
        impl Given<$kind> for $kind {
            fn get(&self) -> $kind {
                *self
            }
        }
    )*};
}

macro_rules! smaller {
    ($($kind:ty),*) => {$(
        impl Given<i64> for $kind {
            fn get(&self) -> i64 {
                i64::from(*self)
            }
        }
    )*};
}

macro_rules! larger {
    ($($kind:ty),*) => {$(
        impl Given<i64> for $kind {
            fn get(&self) -> i64 {
                // A count beyond nine quintillion is shown as that many.
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )*};
}

itself!(i64, Moment, Timing, Money, Lang, NaiveDate, Tz);
smaller!(i32, u8, u16, u32);
larger!(u64, usize);
