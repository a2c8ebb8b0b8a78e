//! How pure types come out of columns: moments as whole UTC seconds, languages as their tags. Written here so that `law`
//! carries no diesel. Going in, they are bound as `moment.seconds()` and `lang.tag()`.

use super::account::AccountId;
use super::dialect::Db;
use super::outbox::State;
use crate::law::moment::Moment;
use crate::law::words::Lang;
use diesel::connection::Connection;
use diesel::deserialize::{self, FromSql, Queryable};
use diesel::sql_types::{BigInt, Text};

/// What values come from. Named, not left open: the law's types are another package's, and only a backend of ours may be
/// taught to read them.
type Backend = <Db as Connection>::Backend;

/// Lets a type be read from a column of another: the type, the column, what the column holds, how to read it.
macro_rules! from_column {
    ($type:ty, $column:ty, $raw:ty, $read:expr) => {
        impl FromSql<$column, Backend> for $type {
            fn from_sql(bytes: <Backend as diesel::backend::Backend>::RawValue<'_>) -> deserialize::Result<Self> {
                let read: fn($raw) -> deserialize::Result<Self> = $read;
                read(<$raw as FromSql<$column, Backend>>::from_sql(bytes)?)
            }
        }

        impl Queryable<$column, Backend> for $type {
            type Row = Self;

            fn build(row: Self) -> deserialize::Result<Self> {
                Ok(row)
            }
        }
    };
}

from_column!(Moment, BigInt, i64, |seconds| Ok(Self::from_seconds(seconds)));
from_column!(AccountId, BigInt, i64, |id| Ok(Self(id)));
from_column!(Lang, Text, String, |tag| Self::from_tag(&tag).ok_or_else(|| "not a language of this program".into()));
from_column!(State, Text, String, |word| Self::from_word(&word).ok_or_else(|| "not a state of a message".into()));
