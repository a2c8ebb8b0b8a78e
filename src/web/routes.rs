//! Every address of the program, in one table: what it is called with, who may, and which page answers. Registration is
//! made from this table and from nothing else. The table goes along in the app's data, where its permissions are checked
//! for every request, besides the check in `app`.

use super::http::access::Access::{self, Needs, Public, SignedIn};
use super::http::access::{Address, Addresses, Method};
use super::http::assets;
use super::pages::{account, board, errors, filing, health, incident, office, rules, what_applies};
use crate::app::desk::actor::Permission::{
    ApproveFilings, CloseIncidents, DescribeOrganisation, DraftFilings, ManageOutbox, ManagePeople, Read, ReadOutbox,
    Record, RecordFiled, StopWarnings,
};
use actix_web::guard;
use actix_web::web::{self, Data, ServiceConfig};

/// One address with the page that answers there.
#[derive(Debug, Clone, Copy)]
struct Route {
    address: Address,
    page: fn() -> actix_web::Route,
}

const fn get(pattern: &'static str, access: Access, page: fn() -> actix_web::Route) -> Route {
    Route { address: Address { method: Method::Get, pattern, access }, page }
}

const fn post(pattern: &'static str, access: Access, page: fn() -> actix_web::Route) -> Route {
    Route { address: Address { method: Method::Post, pattern, access }, page }
}

/// Every address. Where two match, the earlier one answers.
const ROUTES: &[Route] = &[
    get("/", Needs(Read), || web::to(board::get)),
    get("/incidents", Needs(Read), || web::to(incident::list::get)),
    get("/incidents/new", Needs(Record), || web::to(incident::open::get)),
    post("/incidents/new", Needs(Record), || web::to(incident::open::post)),
    get("/incidents/{id}", Needs(Read), || web::to(incident::show::get)),
    get("/incidents/{id}/facts", Needs(Record), || web::to(incident::facts::get)),
    post("/incidents/{id}/facts", Needs(Record), || web::to(incident::facts::post)),
    get("/incidents/{id}/occurred", Needs(Record), || web::to(incident::moments::occurred)),
    post("/incidents/{id}/occurred", Needs(Record), || web::to(incident::moments::record_occurred)),
    get("/incidents/{id}/candidates", Needs(Record), || web::to(incident::moments::candidate)),
    post("/incidents/{id}/candidates", Needs(Record), || web::to(incident::moments::record_candidate)),
    get("/incidents/{id}/candidates/{candidate}/withdraw", Needs(Record), || web::to(incident::reasons::candidate)),
    post("/incidents/{id}/candidates/{candidate}/withdraw", Needs(Record), || {
        web::to(incident::reasons::withdraw_candidate)
    }),
    get("/incidents/{id}/changes", Needs(Record), || web::to(incident::changes::get)),
    post("/incidents/{id}/changes", Needs(Record), || web::to(incident::changes::post)),
    get("/incidents/{id}/occurrences", Needs(Record), || web::to(incident::occurrences::get)),
    post("/incidents/{id}/occurrences", Needs(Record), || web::to(incident::occurrences::post)),
    get("/incidents/{id}/occurrences/{occurrence}/withdraw", Needs(Record), || web::to(incident::reasons::occurrence)),
    post("/incidents/{id}/occurrences/{occurrence}/withdraw", Needs(Record), || {
        web::to(incident::reasons::withdraw_occurrence)
    }),
    get("/incidents/{id}/counsel", Needs(Record), || web::to(incident::counsel::get)),
    post("/incidents/{id}/counsel", Needs(Record), || web::to(incident::counsel::post)),
    get("/incidents/{id}/counsel/set-aside", Needs(Record), || web::to(incident::reasons::set_aside)),
    post("/incidents/{id}/counsel/set-aside", Needs(Record), || web::to(incident::reasons::do_set_aside)),
    get("/incidents/{id}/counsel/{record}/withdraw", Needs(Record), || web::to(incident::reasons::gap)),
    post("/incidents/{id}/counsel/{record}/withdraw", Needs(Record), || web::to(incident::reasons::withdraw_gap)),
    post("/incidents/{id}/notes", Needs(Record), || web::to(incident::notes::add)),
    get("/incidents/{id}/title", Needs(Record), || web::to(incident::notes::title)),
    post("/incidents/{id}/title", Needs(Record), || web::to(incident::notes::retitle)),
    get("/incidents/{id}/warnings", Needs(StopWarnings), || web::to(incident::reasons::warnings)),
    post("/incidents/{id}/warnings", Needs(StopWarnings), || web::to(incident::reasons::switch_warnings)),
    get("/incidents/{id}/close", Needs(CloseIncidents), || web::to(incident::reasons::close)),
    post("/incidents/{id}/close", Needs(CloseIncidents), || web::to(incident::reasons::do_close)),
    get("/incidents/{id}/reopen", Needs(CloseIncidents), || web::to(incident::reasons::reopen)),
    post("/incidents/{id}/reopen", Needs(CloseIncidents), || web::to(incident::reasons::do_reopen)),
    get("/incidents/{id}/report.pdf", Needs(Read), || web::to(filing::papers::report_pdf)),
    get("/incidents/{id}/report.html", Needs(Read), || web::to(filing::papers::report_html)),
    get("/incidents/{id}/papers/{hash}", Needs(Read), || web::to(filing::papers::kept)),
    post("/incidents/{id}/filings", Needs(DraftFilings), || web::to(filing::edit::begin)),
    get("/incidents/{id}/filings/{filing}", Needs(Read), || web::to(filing::edit::get)),
    post("/incidents/{id}/filings/{filing}", Needs(DraftFilings), || web::to(filing::edit::save)),
    get("/incidents/{id}/filings/{filing}/form.pdf", Needs(Read), || web::to(filing::papers::form_pdf)),
    get("/incidents/{id}/filings/{filing}/form.html", Needs(Read), || web::to(filing::papers::form_html)),
    post("/incidents/{id}/filings/{filing}/submit", Needs(DraftFilings), || web::to(filing::steps::submit)),
    post("/incidents/{id}/filings/{filing}/return", Needs(Read), || web::to(filing::steps::send_back)),
    post("/incidents/{id}/filings/{filing}/approve", Needs(ApproveFilings), || web::to(filing::steps::approve)),
    get("/incidents/{id}/filings/{filing}/filed", Needs(RecordFiled), || web::to(filing::filed::get)),
    post("/incidents/{id}/filings/{filing}/filed", Needs(RecordFiled), || web::to(filing::filed::post)),
    get("/incidents/{id}/filed", Needs(RecordFiled), || web::to(filing::filed::outside)),
    post("/incidents/{id}/filed", Needs(RecordFiled), || web::to(filing::filed::post_outside)),
    get("/incidents/{id}/filed/{position}/withdraw", Needs(RecordFiled), || web::to(filing::filed::withdraw)),
    post("/incidents/{id}/filed/{position}/withdraw", Needs(RecordFiled), || web::to(filing::filed::post_withdraw)),
    get("/rules", Needs(Read), || web::to(rules::library::get)),
    get("/rules/changes", Needs(Read), || web::to(rules::changes::get)),
    get("/rules/coverage", Needs(Read), || web::to(rules::coverage::get)),
    get("/rules/self-test", Needs(Read), || web::to(rules::self_test::get)),
    get("/rules/freshness", Needs(Read), || web::to(rules::freshness::get)),
    get("/rules/calendars/{id}", Needs(Read), || web::to(rules::calendar::get)),
    get("/rules/{rulebook}", Needs(Read), || web::to(rules::rulebook::get)),
    get("/rules/{rulebook}/file", Needs(Read), || web::to(rules::rulebook::file)),
    get("/rules/{rulebook}/{duty}", Needs(Read), || web::to(rules::duty::get)),
    get("/what-would-apply", Needs(Read), || web::to(what_applies::show::get)),
    post("/what-would-apply", Needs(Record), || web::to(what_applies::show::post)),
    get("/what-would-apply/severity", Needs(Read), || web::to(what_applies::severity::get)),
    get("/sign-in", Public, || web::to(account::sign_in::get)),
    post("/sign-in", Public, || web::to(account::sign_in::post)),
    post("/sign-out", SignedIn, || web::to(account::sign_in::sign_out)),
    get("/set-up/{token}", Public, || web::to(account::set_up::get)),
    post("/set-up/{token}", Public, || web::to(account::set_up::post)),
    get("/invitation/{token}", Public, || web::to(account::invitation::get)),
    post("/invitation/{token}", Public, || web::to(account::invitation::post)),
    post("/language", Public, || web::to(account::language::post)),
    get("/account", SignedIn, || web::to(account::password::get)),
    post("/account/password", SignedIn, || web::to(account::password::post)),
    get("/people", Needs(ManagePeople), || web::to(office::people::get)),
    post("/people", Needs(ManagePeople), || web::to(office::people::post)),
    get("/people/{id}", Needs(ManagePeople), || web::to(office::people::one)),
    post("/people/{id}", Needs(ManagePeople), || web::to(office::people::change)),
    post("/people/{id}/invite", Needs(ManagePeople), || web::to(office::people::invite)),
    get("/organisation", Needs(Read), || web::to(office::organisation::get)),
    post("/organisation", Needs(DescribeOrganisation), || web::to(office::organisation::post)),
    get("/outbox", Needs(ReadOutbox), || web::to(office::outbox::get)),
    get("/outbox/{id}", Needs(ReadOutbox), || web::to(office::outbox::one)),
    get("/outbox/{id}/html", Needs(ReadOutbox), || web::to(office::outbox::html)),
    post("/outbox/{id}/retry", Needs(ManageOutbox), || web::to(office::outbox::retry)),
    get("/health", Public, || web::to(health::ready)),
    get("/health/ready", Public, || web::to(health::ready)),
    get("/health/live", Public, || web::to(health::live)),
    get("/static/{path:.*}", Public, || web::to(assets::get)),
];

/// Every address, as whoever asks about one is handed it.
#[must_use]
pub fn addresses() -> Addresses {
    Addresses::new(ROUTES.iter().map(|route| route.address))
}

/// Registers every address, and leaves the table in the app's data.
pub fn configure(config: &mut ServiceConfig) {
    config.app_data(Data::new(addresses()));
    for (index, first) in ROUTES.iter().enumerate() {
        let pattern = first.address.pattern;
        if ROUTES.iter().take(index).any(|earlier| earlier.address.pattern == pattern) {
            continue;
        }
        let same = ROUTES.iter().filter(|route| route.address.pattern == pattern);
        let resource = same.fold(web::resource(pattern), |resource, route| {
            let page = (route.page)();
            resource.route(match route.address.method {
                Method::Get => page.guard(guard::Any(guard::Get()).or(guard::Head())),
                Method::Post => page.guard(guard::Post()),
            })
        });
        config.service(resource.default_service(web::to(errors::wrong_method)));
    }
    config.default_service(web::to(errors::not_found));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_is_listed_twice() {
        let addresses = addresses();
        for (index, address) in addresses.iter().enumerate() {
            let twice = |other: &Address| other.method == address.method && other.pattern == address.pattern;
            assert_eq!(addresses.iter().position(twice), Some(index), "{}", address.pattern);
        }
    }

    #[test]
    fn no_address_hides_behind_an_earlier_one() {
        use actix_web::dev::ResourceDef;
        let addresses = addresses();
        for (index, address) in addresses.iter().enumerate() {
            let example = address.pattern.replace("{path:.*}", "app.css").replace(['{', '}'], "");
            let hides = |other: &&Address| ResourceDef::new(other.pattern).is_match(&example);
            let first = addresses.iter().take(index + 1).find(hides).map(|other| other.pattern);
            assert_eq!(first, Some(address.pattern));
        }
    }

    #[test]
    fn acting_needs_a_right_or_a_link_except_for_what_is_everybody_s() {
        let free = ["/sign-in", "/set-up/{token}", "/invitation/{token}", "/language"];
        let addresses = addresses();
        for address in addresses.iter().filter(|address| address.method == Method::Post && address.access == Public) {
            assert!(free.contains(&address.pattern), "{} may be called by anybody", address.pattern);
        }
    }
}
