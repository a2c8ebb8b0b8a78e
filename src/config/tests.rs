//! Layers, refusals with their place, and secrets that stay secret.

use super::*;

fn read(
    file: Option<&str>,
    environment: &[(&str, &str)],
    overrides: &[(&'static str, &str)],
) -> Result<Settings, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.toml");
    std::fs::write(&path, file.unwrap_or("")).unwrap();
    let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    let layers = Layers {
        file: Some(path),
        environment: environment.iter().map(pair).collect(),
        overrides: overrides.iter().map(|(key, text)| (*key, (*text).to_owned())).collect(),
    };
    layers.merge().and_then(Settings::read).map_err(|error| error.to_string())
}

#[test]
fn without_anything_it_listens_to_this_machine_only() {
    let settings = read(None, &[], &[]).unwrap();
    assert!(settings.listen.ip().is_loopback());
    assert_eq!(settings.base_url, "http://127.0.0.1:8080");
    assert_eq!(settings.database, DatabaseUrl::sqlite(Path::new("data/dutyclock.db")));
    assert!(settings.smtp.is_none() && !settings.secure_cookies());
}

#[test]
fn the_command_line_goes_before_the_environment_and_that_before_the_file() {
    let file = "listen = \"127.0.0.1:1\"\ndata_dir = \"/one\"\nbase_url = \"https://a.example/\"";
    let settings = read(
        Some(file),
        &[("DUTYCLOCK_LISTEN", "127.0.0.1:2"), ("DUTYCLOCK_DATA_DIR", "/two")],
        &[("listen", "127.0.0.1:3")],
    )
    .unwrap();
    assert_eq!(settings.listen.port(), 3);
    assert_eq!(settings.data_dir, Path::new("/two"));
    assert_eq!((settings.base_url.as_str(), settings.secure_cookies()), ("https://a.example", true));
}

#[test]
fn an_unknown_key_is_an_error_with_its_line_and_what_is_expected() {
    let error = read(Some("listen = \"127.0.0.1:1\"\n\n[smtp]\nhots = \"x\"\n"), &[], &[]).unwrap_err();
    assert!(error.contains("settings.toml, line 4") && error.contains("`hots`") && error.contains("host"), "{error}");
    let error = read(None, &[("DUTYCLOCK_LISTN", "x")], &[]).unwrap_err();
    assert!(error.contains("DUTYCLOCK_LISTN") && error.contains("DUTYCLOCK_LISTEN"), "{error}");
}

#[test]
fn a_value_that_cannot_be_used_names_its_origin() {
    for (name, value) in [
        ("DUTYCLOCK_LISTEN", "8080"),
        ("DUTYCLOCK_BASE_URL", "dutyclock.example.org"),
        ("DUTYCLOCK_BASE_URL", "https://a.example/path"),
        ("DUTYCLOCK_DATABASE", "mysql://a/b"),
        ("DUTYCLOCK_LOG_FORMAT", "xml"),
        ("DUTYCLOCK_LOG_LEVEL", "a=b=c"),
        ("DUTYCLOCK_SMTP_PASSWORD", "without a host"),
        ("DUTYCLOCK_SMTP_HOST", "without.from"),
    ] {
        let error = read(None, &[(name, value)], &[]).unwrap_err();
        assert!(error.contains(name), "{error}");
        assert!(!error.contains("without a host"), "{error}");
    }
}

#[test]
fn secrets_are_never_shown() {
    let file = "database = \"postgres://ann:hunter2@db/duty\"\n[smtp]\nhost = \"mail.example\"\nfrom = \"d@example.org\"\n\
                username = \"ann\"\npassword = \"hunter2\"\n";
    let settings = read(Some(file), &[], &[]).unwrap();
    let shown = settings.shown();
    assert!(!shown.contains("hunter2") && !format!("{settings:?}").contains("hunter2"), "{shown}");
    assert!(shown.contains("password = \"***\"") && shown.contains("port = \"587\""), "{shown}");
    let error = read(Some("[smtp]\npassword = hunter2\n"), &[], &[]).unwrap_err();
    assert!(!error.contains("hunter2"), "{error}");
}

#[test]
fn what_is_shown_names_every_setting() {
    let shown = read(None, &[], &[]).unwrap().shown();
    for key in KEYS {
        assert!(shown.contains(key.rsplit('.').next().unwrap()), "{key}");
    }
}

#[cfg(unix)]
#[test]
fn the_data_folder_is_its_owners_alone() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("a/data");
    make_data_dir(&data).unwrap();
    make_data_dir(&data).unwrap();
    let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&data).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o700);
}

#[test]
fn only_proxies_that_are_named_are_trusted() {
    let settings = read(None, &[("DUTYCLOCK_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8")], &[]).unwrap();
    assert_eq!(settings.trusted_proxies, "127.0.0.1,10.0.0.0/8".parse().unwrap());
    assert_eq!(read(None, &[], &[]).unwrap().trusted_proxies, TrustedProxies::default());
    let error = read(Some("trusted_proxies = \"proxy.internal\""), &[], &[]).unwrap_err();
    assert!(error.contains("trusted_proxies") && error.contains("10.0.0.0/8"), "{error}");
}

#[test]
fn secrets_may_stand_in_files_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let (database, password) = (path("database", "sqlite:/srv/duty.db\n"), path("password", "hunter2 \r\n"));
    let file = format!("database_file = \"{database}\"\n[smtp]\nhost = \"mail.example\"\nfrom = \"d@example.org\"\n");
    let settings = read(Some(&file), &[("DUTYCLOCK_SMTP_PASSWORD_FILE", &password)], &[]).unwrap();
    assert_eq!(settings.database, DatabaseUrl::sqlite(Path::new("/srv/duty.db")));
    let kept = settings.smtp.as_ref().and_then(|smtp| smtp.password.as_ref()).unwrap();
    assert_eq!(secrecy::ExposeSecret::expose_secret(kept), "hunter2 ", "only the line's end is left out");
    assert!(!settings.shown().contains("hunter2") && settings.shown().contains(&password), "{}", settings.shown());
    let error = read(None, &[("DUTYCLOCK_DATABASE_FILE", "/nowhere/to/be/found")], &[]).unwrap_err();
    assert!(error.contains("DUTYCLOCK_DATABASE_FILE") && error.contains("/nowhere/to/be/found"), "{error}");
    let error = read(None, &[("DUTYCLOCK_LISTEN_FILE", "x")], &[]).unwrap_err();
    assert!(error.contains("sets nothing"), "{error}");
}
