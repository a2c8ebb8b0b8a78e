//! Certificates for servers on this machine: an authority of the tests' own, and what it signs.

use std::path::Path;
use std::process::Command;

use super::programs;

/// Makes `authority.pem` in a folder, and `server.pem` with `server.key` for `localhost` signed by it: a certificate that
/// signs itself would be refused.
pub fn certify(folder: &Path) {
    let openssl = |arguments: &str| {
        programs::run(Command::new(programs::find("openssl")).args(arguments.split(' ')).current_dir(folder))
    };
    std::fs::write(folder.join("names"), "subjectAltName=DNS:localhost,IP:127.0.0.1").unwrap();
    let curve = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
    openssl(&format!("req -x509 {curve} -keyout authority.key -out authority.pem -days 2 -subj /CN=tests"));
    openssl(&format!("req {curve} -keyout server.key -out server.csr -subj /CN=localhost"));
    openssl(
        "x509 -req -in server.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 2 \
         -extfile names -out server.pem",
    );
}
