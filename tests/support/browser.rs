//! A real browser: Chromium through its driver. One driver per test process, at most two windows at once (there are two
//! cores), each with a profile of its own, a language, a size and a colour scheme.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Duration;

use base64::Engine;
use serde_json::json;
use thirtyfour::{By, ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};
use tokio::sync::{Semaphore, SemaphorePermit};

use super::artefacts;
use super::programs;
use super::service::{Plan, Service};

/// How a window looks at the page.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    width: u32,
    height: u32,
    phone: bool,
    dark: bool,
    language: &'static str,
}

impl Look {
    /// 1280 × 900, light, English.
    pub const DESKTOP: Self = Self { width: 1280, height: 900, phone: false, dark: false, language: "en" };
    /// 390 × 844 with touch, light, English.
    pub const PHONE: Self = Self { width: 390, height: 844, phone: true, dark: false, language: "en" };

    /// The same in the dark colour scheme.
    pub const fn dark(self) -> Self {
        Self { dark: true, ..self }
    }

    /// The same with this first language, such as `ko-KR`.
    pub const fn in_language(self, language: &'static str) -> Self {
        Self { language, ..self }
    }
}

/// An open window; dropping it closes it, also when the test has failed.
pub struct Browser {
    /// The window, for finding, clicking and typing.
    pub driver: WebDriver,
    _seat: SemaphorePermit<'static>,
}

struct Driver {
    port: u16,
    _service: Service,
}

static SEATS: Semaphore = Semaphore::const_new(2);

fn driver() -> &'static Driver {
    static DRIVER: OnceLock<Driver> = OnceLock::new();
    DRIVER.get_or_init(|| {
        let folder = tempfile::Builder::new().prefix("dutyclock-browser-").tempdir().unwrap().keep();
        let plan = Plan { name: "ChromeDriver", ending: "kill $neighbour", folder: &folder, account: None };
        let service = Service::start(&plan, &programs::find("chromedriver"), &["--port=0"]);
        let port = service.wait_until(Duration::from_secs(30), || {
            let output = service.output();
            let (_, rest) = output.split_once("started successfully on port ")?;
            rest.split('.').next()?.parse::<u16>().ok()
        });
        Driver { port, _service: service }
    })
}

impl Browser {
    /// Opens a window; waits while two others are open.
    pub async fn open(look: Look) -> Self {
        let seat = SEATS.acquire().await.expect("seats are never taken away");
        let mut wishes = DesiredCapabilities::chrome();
        let size = format!("--window-size={},{}", look.width.max(500), look.height);
        let language = format!("--accept-lang={}", look.language);
        let flags = [
            "--headless=new",
            // Chromium's sandbox refuses root; the pages are our own.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            &size,
            &language,
        ];
        for flag in flags {
            wishes.add_arg(flag).expect("a browser flag");
        }
        let driver =
            WebDriver::new(format!("http://127.0.0.1:{}", driver().port), wishes).await.expect("a browser window");
        let browser = Self { driver, _seat: seat };
        browser.dress(look).await;
        browser
    }

    /// The narrowest window is wider than a phone, so the size is set for the page, not for the window.
    async fn dress(&self, look: Look) {
        let scale = if look.phone { 2 } else { 1 };
        let metrics =
            json!({"width": look.width, "height": look.height, "deviceScaleFactor": scale, "mobile": look.phone});
        let scheme = if look.dark { "dark" } else { "light" };
        let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        for (command, wishes) in [
            ("Emulation.setDeviceMetricsOverride", metrics),
            ("Emulation.setTouchEmulationEnabled", json!({"enabled": look.phone})),
            ("Emulation.setEmulatedMedia", media),
        ] {
            self.driver.cdp().send_raw(command, wishes).await.unwrap_or_else(|e| panic!("{command}: {e}"));
        }
    }

    /// Opens an address.
    pub async fn go(&self, url: &str) {
        self.driver.goto(url).await.unwrap_or_else(|e| panic!("{url}: {e}"));
    }

    /// Types into the field of this id, after what stands there.
    pub async fn type_into(&self, id: &str, text: &str) {
        let field = self.driver.find(By::Id(id)).await.unwrap_or_else(|e| panic!("`{id}`: {e}"));
        field.send_keys(text).await.unwrap_or_else(|e| panic!("`{id}`: {e}"));
    }

    /// Clicks what leads to another page, and waits until that one is there: a click alone may answer before the way to
    /// the next page has begun.
    pub async fn leave_by(&self, css: &str) {
        self.ask("window.left = false; return 1").await;
        let element = self.driver.find(By::Css(css)).await.unwrap_or_else(|e| panic!("`{css}`: {e}"));
        element.scroll_into_view().await.unwrap_or_else(|e| panic!("`{css}`: {e}"));
        element.click().await.unwrap_or_else(|e| panic!("`{css}`: {e}"));
        for _ in 0..600 {
            let there = "return window.left === undefined && document.readyState === 'complete'";
            // Between two pages a question may have no answer.
            if self.driver.execute(there, Vec::new()).await.is_ok_and(|answer| *answer.json() == true) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("`{css}` leads nowhere");
    }

    /// Evaluates a script's `return` value.
    pub async fn ask(&self, script: &str) -> serde_json::Value {
        let answer = self.driver.execute(script, Vec::new()).await;
        answer.unwrap_or_else(|e| panic!("{script}: {e}")).json().clone()
    }

    /// Takes a picture of the whole page, however long, into the run's artefacts as `name.png`.
    pub async fn picture(&self, name: &str) -> PathBuf {
        let wishes = json!({"format": "png", "captureBeyondViewport": true});
        let shot = self.driver.cdp().send_raw("Page.captureScreenshot", wishes).await.expect("a picture");
        let data = shot["data"].as_str().expect("a picture's data");
        let file = artefacts::path(&format!("{name}.png"));
        std::fs::write(&file, base64::engine::general_purpose::STANDARD.decode(data).expect("base64")).unwrap();
        file
    }
}

impl Drop for Browser {
    /// The driver's own way to close a dropped window waits for minutes when the test's runtime stands still, as it does
    /// after a panic. So the request is made by hand, and the window counted as no longer the library's to close.
    fn drop(&mut self) {
        let path = format!("/session/{}", self.driver.session_id());
        if self.driver.clone().leak().is_ok() {
            // A window that cannot be closed ends with the driver, at the latest.
            let _ = delete(driver().port, &path);
        }
    }
}

fn delete(port: u16, path: &str) -> std::io::Result<usize> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    write!(stream, "DELETE {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
    stream.read(&mut [0; 64])
}

/// A page that needs no server.
#[cfg(test)]
pub fn data_url(html: &str) -> String {
    format!("data:text/html;base64,{}", base64::engine::general_purpose::STANDARD.encode(html))
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use thirtyfour::By;

    use super::{Browser, Look, data_url};

    /// Width and height as the PNG header states them.
    fn size_of(png: &[u8]) -> (u32, u32) {
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        (number(16), number(20))
    }

    #[tokio::test]
    async fn a_page_is_shown_and_its_picture_holds_all_of_it() {
        let browser = Browser::open(Look::DESKTOP).await;
        browser.go(&data_url("<body style='margin:0'><h1>Due</h1><div style='height:3000px'></div>")).await;
        assert_eq!(browser.driver.find(By::Tag("h1")).await.unwrap().text().await.unwrap(), "Due");
        let (width, height) = size_of(&std::fs::read(browser.picture("harness/desktop").await).unwrap());
        assert_eq!(width, 1280);
        assert!(height > 3000, "{height}");
    }

    #[tokio::test]
    async fn a_phone_in_the_dark_with_korean_is_what_the_page_sees() {
        let browser = Browser::open(Look::PHONE.dark().in_language("ko-KR")).await;
        browser.go(&data_url("<meta name='viewport' content='width=device-width'><p>x")).await;
        let seen = browser
            .ask("return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, navigator.language]")
            .await;
        assert_eq!(seen, serde_json::json!([390, true, "ko-KR"]));
    }

    #[tokio::test]
    async fn a_window_is_closed_at_once_even_when_its_test_fails() {
        let began = Instant::now();
        let test = tokio::task::spawn(async {
            let _browser = Browser::open(Look::DESKTOP).await;
            panic!("the test fails");
        });
        assert!(test.await.unwrap_err().is_panic());
        assert!(began.elapsed() < Duration::from_secs(30), "{:?}", began.elapsed());
    }
}
