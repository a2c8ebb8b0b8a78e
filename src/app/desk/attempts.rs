//! How often somebody may try: by the network they come from, and by the account they try for. Nothing is ever locked,
//! it only gets slow; and a browser that has signed in to an account before is counted apart from all others, so that no
//! stranger can keep a person out of their own account from somewhere else.
//!
//! Counted in memory; where several instances share a database, there as well. A database that is away hinders nobody.

use crate::db::Store;
use crate::db::attempt::{self, Allowance};
use crate::db::fold::fold;
use crate::law::base::moment::Moment;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use sha2::{Digest, Sha256};
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// From one network, whatever is tried.
const NETWORK: Allowance = Allowance { burst: 60, pause: 2 };
/// For one account from one browser that has signed in to it before.
const KNOWN_BROWSER: Allowance = Allowance { burst: 10, pause: 30 };
/// For one account from one network, by browsers that have not.
const STRANGER: Allowance = Allowance { burst: 10, pause: 30 };
/// For one account by all browsers that have not, wherever they are.
const STRANGERS: Allowance = Allowance { burst: 30, pause: 20 };
/// For one account by somebody who is signed in to it and is asked for the password again.
const SIGNED_IN: Allowance = Allowance { burst: 10, pause: 30 };
/// How many attempts go by before what is remembered of old ones is thrown away.
const TIDY_EVERY: u32 = 500;

/// Where a request comes from: an IPv4 address, or the /64 of an IPv6 address, which is the least that anybody is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Network(IpAddr);

impl From<IpAddr> for Network {
    fn from(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V4(address) => IpAddr::V4(address),
            IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64))),
        })
    }
}

/// Who tries to sign in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Browser {
    /// Where the request comes from, if that is known.
    pub network: Option<Network>,
    /// The mark of a browser that has signed in to this very account before.
    pub known: Option<String>,
}

/// What an attempt is counted under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Network,
    KnownBrowser,
    Stranger,
    Strangers,
    SignedIn,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Network, Self::KnownBrowser, Self::Stranger, Self::Strangers, Self::SignedIn];

    const fn allowed(self) -> Allowance {
        match self {
            Self::Network => NETWORK,
            Self::KnownBrowser => KNOWN_BROWSER,
            Self::Stranger => STRANGER,
            Self::Strangers => STRANGERS,
            Self::SignedIn => SIGNED_IN,
        }
    }
}

/// What is remembered of recent attempts. Cheap to clone; clones share it.
#[derive(Debug, Clone)]
pub struct Attempts {
    memory: Arc<[DefaultKeyedRateLimiter<String>; 5]>,
    counted: Arc<AtomicU32>,
    store: Store,
}

impl Attempts {
    /// Nothing tried yet.
    #[must_use]
    pub fn new(store: &Store) -> Self {
        let memory = Kind::ALL.map(|kind| RateLimiter::keyed(quota(kind.allowed())));
        Self { memory: Arc::new(memory), counted: Arc::default(), store: store.clone() }
    }

    /// Counts a form that anybody may send.
    ///
    /// # Errors
    /// With the seconds to wait, when there were too many from this network.
    pub async fn by_anybody(&self, network: Option<Network>, now: Moment) -> Result<(), u64> {
        let Some(Network(address)) = network else { return Ok(()) };
        self.count(Kind::Network, address.to_string(), now).await
    }

    /// Counts an attempt to sign in.
    ///
    /// # Errors
    /// With the seconds to wait, when there were too many for this account.
    pub async fn to_sign_in(&self, browser: &Browser, email: &str, now: Moment) -> Result<(), u64> {
        let account: String = fold(email).chars().take(254).collect();
        if let Some(mark) = &browser.known {
            return self.count(Kind::KnownBrowser, format!("{account} {mark}"), now).await;
        }
        if let Some(Network(address)) = browser.network {
            self.count(Kind::Stranger, format!("{account} {address}"), now).await?;
        }
        self.count(Kind::Strangers, account, now).await
    }

    /// Counts a password typed by somebody who is signed in.
    ///
    /// # Errors
    /// With the seconds to wait, when there were too many.
    pub async fn signed_in(&self, account: i64, now: Moment) -> Result<(), u64> {
        self.count(Kind::SignedIn, account.to_string(), now).await
    }

    async fn count(&self, kind: Kind, key: String, now: Moment) -> Result<(), u64> {
        let bucket = hex::encode(Sha256::digest(format!("{kind:?} {key}")));
        let own = Kind::ALL.iter().zip(self.memory.iter()).find(|(one, _)| **one == kind).map(|(_, filled)| filled);
        if let Some(Err(wait)) = own.map(|filled| filled.check_key(&bucket)) {
            return Err(wait.wait_time_from(DefaultClock::default().now()).as_secs().saturating_add(1));
        }
        if self.counted.fetch_add(1, Ordering::Relaxed) % TIDY_EVERY == TIDY_EVERY - 1 {
            self.memory.iter().for_each(RateLimiter::retain_recent);
        }
        if self.store.url().is_sqlite() {
            return Ok(());
        }
        let counted = self.store.count(move |db| attempt::count(db, &bucket, kind.allowed(), now)).await;
        match counted {
            Ok(None) => Ok(()),
            Ok(Some(wait)) => Err(u64::try_from(wait).unwrap_or(1)),
            Err(error) => {
                tracing::warn!(%error, "attempts are counted by this instance alone: the database is away");
                Ok(())
            }
        }
    }
}

fn quota(allowed: Allowance) -> Quota {
    let burst = NonZeroU32::new(allowed.burst).unwrap_or(NonZeroU32::MIN);
    let pause = Duration::from_secs(u64::from(allowed.pause));
    Quota::with_period(pause).unwrap_or(Quota::per_minute(burst)).allow_burst(burst)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::DatabaseUrl;

    fn now() -> Moment {
        Moment::from_seconds(1_790_000_000)
    }

    fn from(address: &str) -> Browser {
        Browser { network: Some(Network::from(address.parse::<IpAddr>().unwrap())), known: None }
    }

    fn none() -> (Attempts, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&DatabaseUrl::sqlite(&folder.path().join("test.db"))).unwrap();
        (Attempts::new(&store), folder)
    }

    async fn tries(attempts: &Attempts, browser: &Browser, email: &str, most: u32) -> u32 {
        for number in 0..most {
            if attempts.to_sign_in(browser, email, now()).await.is_err() {
                return number;
            }
        }
        most
    }

    #[tokio::test]
    async fn an_account_gets_slow_however_its_address_is_written_and_others_do_not() {
        let (attempts, _folder) = none();
        let here = from("10.0.0.1");
        assert_eq!(tries(&attempts, &here, "ann@example.org", 100).await, STRANGER.burst);
        let wait = attempts.to_sign_in(&here, " ANN@example.org", now()).await.unwrap_err();
        assert!((1..=u64::from(STRANGER.pause)).contains(&wait), "{wait}");
        assert_eq!(tries(&attempts, &here, "bob@example.org", 3).await, 3);
    }

    #[tokio::test]
    async fn no_stranger_keeps_a_person_out_of_a_browser_that_is_known() {
        let (attempts, _folder) = none();
        let mut taken = 0;
        for number in 0..500 {
            let stranger = from(&format!("10.{}.{}.1", number / 200, number % 200));
            taken += tries(&attempts, &stranger, "ann@example.org", 3).await;
        }
        assert_eq!(taken, STRANGERS.burst, "from however many networks");
        let ann = Browser { known: Some("her own".to_owned()), ..from("10.9.9.9") };
        assert_eq!(tries(&attempts, &ann, "ann@example.org", 5).await, 5);
        assert_eq!(
            tries(&attempts, &ann, "ann@example.org", 100).await,
            KNOWN_BROWSER.burst - 5,
            "but not without end"
        );
    }

    #[tokio::test]
    async fn addresses_of_one_network_count_together() {
        let (attempts, _folder) = none();
        let network = |address: &str| from(address).network;
        for number in 0..NETWORK.burst {
            let address = network(&format!("2001:db8:0:7::{number:x}"));
            assert_eq!(attempts.by_anybody(address, now()).await, Ok(()));
        }
        assert!(attempts.by_anybody(network("2001:db8:0:7:ffff::1"), now()).await.is_err());
        assert_eq!(attempts.by_anybody(network("2001:db8:0:8::1"), now()).await, Ok(()));
        assert_eq!(network("::ffff:10.0.0.1"), network("10.0.0.1"), "the same address, written otherwise");
    }
}
