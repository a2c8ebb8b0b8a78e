//! The HTTP server: binds, answers, and stops without cutting anybody off.

use super::http::failure::Failure;
use super::http::guards;
use super::http::state::Web;
use super::pages::errors;
use super::routes;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{Data, PathConfig, QueryConfig};
use actix_web::{App, HttpServer};
use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;

/// Threads that answer. Pages wait for the database, which has threads of its own.
const WORKERS: usize = 2;
/// Seconds that running requests are given when the program stops.
const PATIENCE: u64 = 10;

/// A server that holds its address and has not begun to answer.
pub struct Server {
    server: actix_web::dev::Server,
    addr: SocketAddr,
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Server({})", self.addr)
    }
}

impl Server {
    /// Takes the address; port 0 takes any that is free.
    ///
    /// # Errors
    /// When the address cannot be had: in use, or not this machine's.
    pub fn bind(web: Web, listen: SocketAddr) -> io::Result<Self> {
        let web = Data::new(web);
        let bound = HttpServer::new(move || {
            App::new()
                .app_data(web.clone())
                .app_data(PathConfig::default().error_handler(|_, _| Failure::NotFound.into()))
                .app_data(QueryConfig::default().error_handler(|_, _| Failure::NotFound.into()))
                .wrap(from_fn(guards::listed_only))
                .wrap(from_fn(guards::own_forms_only))
                .wrap(from_fn(guards::plain_only))
                .wrap(from_fn(errors::shown))
                .wrap(from_fn(guards::headers))
                .wrap(Compress::default())
                .wrap(from_fn(guards::log))
                .configure(routes::configure)
        })
        .workers(WORKERS)
        .shutdown_timeout(PATIENCE)
        .disable_signals()
        .bind(listen)?;
        let addr = bound.addrs().first().copied().unwrap_or(listen);
        Ok(Self { server: bound.run(), addr })
    }

    /// The address at which it answers.
    #[must_use]
    pub const fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// Answers until `stop` is ready; then takes no new request, and ends once the running ones are answered.
    ///
    /// # Errors
    /// When the server breaks.
    pub async fn run(self, stop: impl Future<Output = ()>) -> io::Result<()> {
        let handle = self.server.handle();
        let stopping = async {
            stop.await;
            handle.stop(true).await;
            std::future::pending::<Infallible>().await
        };
        tokio::select! {
            ended = self.server => ended,
            never = stopping => match never {},
        }
    }
}
