//! How often something was tried, counted for all instances together. A row is a bucket that fills with each attempt and
//! empties by itself: it holds only when it will be empty again, and under a hash what it counts.

use super::StoreError;
use super::dialect::Db;
use super::schema::attempt;
use crate::law::base::moment::Moment;
use diesel::prelude::*;

/// How much a bucket takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// Attempts at once before it gets slow.
    pub burst: u32,
    /// Then one every so many seconds.
    pub pause: u32,
}

impl Allowance {
    fn pause(self) -> i64 {
        i64::from(self.pause)
    }

    /// Seconds from empty to full.
    fn depth(self) -> i64 {
        i64::from(self.burst).saturating_mul(self.pause())
    }
}

/// Counts an attempt, in statements of their own: it counts whatever becomes of the attempt. Answers the seconds to
/// wait where there were too many. Of two instances that count at once, both attempts are counted.
///
/// A bucket that claims to be fuller than it can be was filled by an instance whose clock is wrong; it begins anew.
///
/// # Errors
/// The store's own.
pub fn count(db: &mut Db, bucket: &str, allowed: Allowance, now: Moment) -> Result<Option<i64>, StoreError> {
    let (now, pause, depth) = (now.seconds(), allowed.pause(), allowed.depth());
    let mine = || attempt::table.filter(attempt::bucket.eq(bucket));
    if filled(db, bucket, allowed, now)? {
        return Ok(None);
    }
    let first = (attempt::bucket.eq(bucket), attempt::free_at.eq(now + pause));
    match diesel::insert_into(attempt::table).values(first).execute(db).map_err(StoreError::from) {
        Ok(_) => return Ok(None),
        // It is full, or another instance has just made it.
        Err(StoreError::Conflict(_)) if filled(db, bucket, allowed, now)? => return Ok(None),
        Err(StoreError::Conflict(_)) => {}
        Err(error) => return Err(error),
    }
    let free_at: Option<i64> = mine().select(attempt::free_at).first(db).optional()?;
    Ok(free_at.map(|free_at| (free_at - (now + depth - pause)).clamp(1, pause.max(1))))
}

/// Puts an attempt into a bucket that is there and has room.
fn filled(db: &mut Db, bucket: &str, allowed: Allowance, now: i64) -> Result<bool, StoreError> {
    let (pause, depth) = (allowed.pause(), allowed.depth());
    let mine = || attempt::table.filter(attempt::bucket.eq(bucket));
    let begun = mine().filter(attempt::free_at.gt(now)).filter(attempt::free_at.le(now + depth - pause));
    if diesel::update(begun).set(attempt::free_at.eq(attempt::free_at + pause)).execute(db)? == 1 {
        return Ok(true);
    }
    let empty = mine().filter(attempt::free_at.le(now).or(attempt::free_at.gt(now + depth)));
    Ok(diesel::update(empty).set(attempt::free_at.eq(now + pause)).execute(db)? == 1)
}

/// Removes buckets that are empty. Answers how many.
///
/// # Errors
/// The store's own.
pub fn expire(db: &mut Db, now: Moment) -> Result<usize, StoreError> {
    Ok(diesel::delete(attempt::table.filter(attempt::free_at.le(now.seconds()))).execute(db)?)
}
