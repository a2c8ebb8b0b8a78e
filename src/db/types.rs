//! How pure types come out of columns: moments as whole UTC seconds, languages as their tags. Written here so that `law`
//! carries no diesel. Going in, they are bound as `moment.seconds()` and `lang.tag()`.

use super::dialect::Db;
use crate::law::moment::Moment;
use crate::law::words::Lang;
use diesel::connection::Connection;
use diesel::sql_types::{BigInt, Text};

/// What values come from. Named, not left open: the law's types are another package's, and only a backend of ours may be
/// taught to read them.
pub(super) type Backend = <Db as Connection>::Backend;

/// Lets a type be read from a column of another: the type, the column, what the column holds, how to read it.
macro_rules! from_column {
    ($type:ty, $column:ty, $raw:ty, $read:expr) => {
        impl diesel::deserialize::FromSql<$column, $crate::db::types::Backend> for $type {
            fn from_sql(
                bytes: <$crate::db::types::Backend as diesel::backend::Backend>::RawValue<'_>,
            ) -> diesel::deserialize::Result<Self> {
                use diesel::deserialize::{FromSql, Result};
                let read: fn($raw) -> Result<Self> = $read;
                read(<$raw as FromSql<$column, $crate::db::types::Backend>>::from_sql(bytes)?)
            }
        }

        impl diesel::deserialize::Queryable<$column, $crate::db::types::Backend> for $type {
            type Row = Self;

            fn build(row: Self) -> diesel::deserialize::Result<Self> {
                Ok(row)
            }
        }
    };
}
pub(super) use from_column;

from_column!(Moment, BigInt, i64, |seconds| Ok(Self::from_seconds(seconds)));
from_column!(Lang, Text, String, |tag| Self::from_tag(&tag).ok_or_else(|| "not a language of this program".into()));
