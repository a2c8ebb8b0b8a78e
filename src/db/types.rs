//! How pure types come out of columns and go into them: moments as whole UTC seconds, languages as their tags. Written
//! here so that `law` carries no diesel. A row names the pure type and, for the way in, one of the types here
//! (`serialize_as`); a single value is bound as `moment.seconds()` and `lang.tag()`.

use super::dialect::Db;
use crate::law::base::moment::Moment;
use crate::law::base::words::Lang;
use diesel::connection::Connection;
use diesel::sql_types::{BigInt, Nullable, Text};

/// What values come from. Named, not left open: the law's types are another package's, and only a backend of ours may be
/// taught to read them.
pub type Backend = <Db as Connection>::Backend;

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
pub(crate) use from_column;

from_column!(Moment, BigInt, i64, |seconds| Ok(Self::from_seconds(seconds)));
from_column!(Lang, Text, String, |tag| Self::from_tag(&tag).ok_or_else(|| "not a language of this program".into()));

/// Makes the type by which a pure type goes into a column: its name, the column, what the column holds, the pure type, how
/// to write it.
macro_rules! into_column {
    ($(#[$doc:meta])* $name:ident, $column:ty, $raw:ty, $pure:ty, $write:expr) => {
        $(#[$doc])*
        #[derive(Debug, diesel::expression::AsExpression)]
        #[diesel(sql_type = $column)]
        pub struct $name($raw);

        impl From<$pure> for $name {
            fn from(pure: $pure) -> Self {
                let write: fn($pure) -> $raw = $write;
                Self(write(pure))
            }
        }

        impl<DB: diesel::backend::Backend> diesel::serialize::ToSql<$column, DB> for $name
        where
            $raw: diesel::serialize::ToSql<$column, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, DB>) -> diesel::serialize::Result {
                <$raw as diesel::serialize::ToSql<$column, DB>>::to_sql(&self.0, out)
            }
        }
    };
}
pub(crate) use into_column;

into_column!(
    /// A moment on its way into a column.
    Seconds, BigInt, i64, Moment, Moment::seconds
);
into_column!(
    /// A moment, or none, on its way into a column.
    MaybeSeconds, Nullable<BigInt>, Option<i64>, Option<Moment>, |moment| moment.map(Moment::seconds)
);
into_column!(
    /// A language on its way into a column.
    Tag, Text, &'static str, Lang, |lang| lang.tag()
);
