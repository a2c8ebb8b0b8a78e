//! The way to the server: encrypted and to the right server where that is asked for, or not taken at all.

use crate::support::postgres;
use dutyclock::db::DatabaseUrl;

#[cfg(feature = "postgres-tls")]
#[test]
fn the_connection_is_encrypted_and_only_to_a_server_that_is_trusted() {
    use diesel::prelude::*;
    use dutyclock::db::Store;

    let database = postgres::create_database();
    let encrypted = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    let mut connection = PgConnection::establish(&database.url_encrypted(true)).unwrap();
    let encrypted = diesel::dsl::sql::<diesel::sql_types::Bool>(&format!("({encrypted})"));
    assert!(diesel::select(encrypted).get_result::<bool>(&mut connection).unwrap());

    let url: DatabaseUrl = database.url_encrypted(true).parse().unwrap();
    assert!(Store::open(&url).is_ok());
    let stranger: DatabaseUrl = database.url_encrypted(false).parse().unwrap();
    assert!(Store::open(&stranger).is_err(), "a server whose certificate nobody trusted is not spoken to");
}

#[cfg(not(feature = "postgres-tls"))]
#[test]
fn a_connection_that_cannot_be_encrypted_is_refused_where_that_was_asked_for() {
    let database = postgres::create_database();
    for trusted in [true, false] {
        let refused = database.url_encrypted(trusted).parse::<DatabaseUrl>().unwrap_err().to_string();
        assert!(refused.contains("sslmode=verify-full") && refused.contains("postgres-tls"), "{refused}");
    }
}
