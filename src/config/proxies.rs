//! Where a request comes from, as far as proxies that were named in the settings tell. Nobody else is believed.

use ipnet::IpNet;
use std::net::IpAddr;
use std::str::FromStr;

/// The proxies whose word is taken for where a request comes from; none unless they are set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

impl FromStr for TrustedProxies {
    type Err = ipnet::AddrParseError;

    /// Addresses and networks (`10.0.0.0/8`, `::1`), with commas between them.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let address = |one: &str| one.parse::<IpAddr>().map(IpNet::from);
        let network = |one: &str| one.parse::<IpNet>().or_else(|error| address(one).map_err(|_| error));
        text.split(',').map(str::trim).filter(|one| !one.is_empty()).map(network).collect::<Result<_, _>>().map(Self)
    }
}

impl TrustedProxies {
    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address.to_canonical()) || network.contains(&address))
    }

    /// For whom a request is made, by what each hop states (the client first): the last address in the chain that is
    /// none of ours. Whatever stands before it anybody could have written.
    #[must_use]
    pub fn client(&self, peer: IpAddr, stated: &[&str]) -> IpAddr {
        let mut client = peer;
        for hop in stated.iter().rev().flat_map(|list| list.rsplit(',')) {
            if !self.trusts(client) {
                break;
            }
            let Ok(address) = hop.trim().parse() else { break };
            client = address;
        }
        client
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(trusted: &str, peer: &str, stated: &[&str]) -> String {
        let trusted = TrustedProxies::from_str(trusted).unwrap();
        trusted.client(peer.parse().unwrap(), stated).to_string()
    }

    #[test]
    fn nobody_is_believed_who_was_not_named() {
        assert_eq!(client("", "127.0.0.1", &["203.0.113.9"]), "127.0.0.1");
        assert_eq!(client("10.0.0.2", "10.0.0.3", &["203.0.113.9"]), "10.0.0.3");
    }

    #[test]
    fn a_chain_is_followed_only_as_far_as_it_is_trusted() {
        assert_eq!(client("127.0.0.1", "127.0.0.1", &["203.0.113.9"]), "203.0.113.9");
        assert_eq!(client("10.0.0.0/8, ::1", "::1", &["1.1.1.1, 203.0.113.9", "10.2.3.4"]), "203.0.113.9");
        assert_eq!(client("127.0.0.1", "127.0.0.1", &["1.1.1.1, 203.0.113.9"]), "203.0.113.9");
        assert_eq!(client("127.0.0.1", "::ffff:127.0.0.1", &["2001:db8::1"]), "2001:db8::1");
        assert_eq!(client("127.0.0.1", "127.0.0.1", &["1.1.1.1, unknown"]), "127.0.0.1");
        assert_eq!(client("127.0.0.1", "127.0.0.1", &[]), "127.0.0.1");
    }

    #[test]
    fn what_is_no_network_is_refused() {
        assert!(
            TrustedProxies::from_str("10.0.0.0/33").is_err() && TrustedProxies::from_str("proxy.internal").is_err()
        );
        assert_eq!(TrustedProxies::from_str(" , ").unwrap(), TrustedProxies::default());
    }
}
