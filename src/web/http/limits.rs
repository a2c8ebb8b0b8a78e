//! How often somebody may try to sign in: per address of the browser and per e-mail address, so that neither one
//! machine nor many can guess passwords. Kept in memory of this instance; nothing is locked, it only gets slow.

use crate::db::fold::fold;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// Attempts from one address before they get slow.
const PER_ADDRESS: u32 = 60;
/// Then one every so many seconds.
const ADDRESS_PAUSE: u64 = 2;
/// Attempts for one account before they get slow.
const PER_ACCOUNT: u32 = 10;
/// Then one every so many seconds.
const ACCOUNT_PAUSE: u64 = 30;
/// How many attempts go by before what is remembered of old ones is thrown away.
const TIDY_EVERY: u32 = 500;

/// What is remembered of recent attempts.
#[derive(Debug)]
pub struct Limits {
    addresses: DefaultKeyedRateLimiter<IpAddr>,
    accounts: DefaultKeyedRateLimiter<String>,
    attempts: AtomicU32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            addresses: RateLimiter::keyed(quota(PER_ADDRESS, ADDRESS_PAUSE)),
            accounts: RateLimiter::keyed(quota(PER_ACCOUNT, ACCOUNT_PAUSE)),
            attempts: AtomicU32::new(0),
        }
    }
}

fn quota(burst: u32, pause: u64) -> Quota {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    Quota::with_period(Duration::from_secs(pause)).unwrap_or(Quota::per_minute(burst)).allow_burst(burst)
}

impl Limits {
    /// Counts an attempt to sign in.
    ///
    /// # Errors
    /// With the seconds to wait, when there were too many.
    pub fn attempt(&self, address: Option<IpAddr>, email: &str) -> Result<(), u64> {
        if self.attempts.fetch_add(1, Ordering::Relaxed) % TIDY_EVERY == TIDY_EVERY - 1 {
            self.addresses.retain_recent();
            self.accounts.retain_recent();
        }
        if let Some(address) = address {
            seconds(self.addresses.check_key(&address))?;
        }
        let account: String = fold(email).chars().take(254).collect();
        seconds(self.accounts.check_key(&account))
    }
}

fn seconds(checked: Result<(), governor::NotUntil<<DefaultClock as Clock>::Instant>>) -> Result<(), u64> {
    checked.map_err(|wait| wait.wait_time_from(DefaultClock::default().now()).as_secs().saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_gets_slow_however_its_address_is_written_and_others_do_not() {
        let limits = Limits::default();
        for _ in 0..PER_ACCOUNT {
            assert_eq!(limits.attempt(None, "ann@example.org"), Ok(()));
        }
        let wait = limits.attempt(None, " ANN@example.org").unwrap_err();
        assert!((1..=ACCOUNT_PAUSE).contains(&wait), "{wait}");
        assert_eq!(limits.attempt(None, "bob@example.org"), Ok(()));
    }

    #[test]
    fn one_machine_gets_slow_however_many_accounts_it_tries() {
        let limits = Limits::default();
        let (here, there) = (Some(IpAddr::from([10, 0, 0, 1])), Some(IpAddr::from([10, 0, 0, 2])));
        for number in 0..PER_ADDRESS {
            assert_eq!(limits.attempt(here, &format!("p{number}@example.org")), Ok(()));
        }
        assert!(limits.attempt(here, "one-more@example.org").is_err());
        assert_eq!(limits.attempt(there, "one-more@example.org"), Ok(()));
    }
}
