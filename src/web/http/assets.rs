//! The stylesheet, scripts, fonts and icons, from within the program.

use super::failure::Failure;
use actix_web::http::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH};
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use rust_embed::{Embed, EmbeddedFile};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

#[derive(Embed)]
#[folder = "static/"]
struct Files;

/// For addresses that change with the file.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// For addresses that stay: asked for again each time, answered with "as before".
const ASK_AGAIN: &str = "public, no-cache";

/// Stands behind `?v=` in addresses: changes when any of the files does.
#[must_use]
pub fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let mut hash = Sha256::new();
        for file in Files::iter().filter_map(|name| Files::get(&name)) {
            hash.update(file.metadata.sha256_hash());
        }
        hex::encode(hash.finalize()).chars().take(12).collect()
    });
    &VERSION
}

/// One file.
pub async fn get(request: HttpRequest, path: Path<String>) -> Result<HttpResponse, Failure> {
    let file: EmbeddedFile = Files::get(&path).ok_or(Failure::NotFound)?;
    let tag = format!("\"{}\"", hex::encode(file.metadata.sha256_hash()));
    let current = request.query_string().strip_prefix("v=") == Some(version());
    let caching = (CACHE_CONTROL, if current { FOR_EVER } else { ASK_AGAIN });
    let known = request.headers().get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    // Compression may have made the tag a weak one on its way.
    if known.is_some_and(|known| known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag)) {
        return Ok(HttpResponse::NotModified().insert_header((ETAG, tag)).insert_header(caching).finish());
    }
    Ok(HttpResponse::Ok()
        .content_type(file.metadata.mimetype())
        .insert_header((ETAG, tag))
        .insert_header(caching)
        .body(file.data.into_owned()))
}
