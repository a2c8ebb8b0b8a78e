//! Every address of the program, in one table: what it is called with, who may, and which page answers. Registration is
//! made from this table and from nothing else. The table goes along in the app's data, where its permissions are checked
//! for every request, besides the check in `app`.

use super::access::Access::{self, Needs, Public, SignedIn};
use super::access::{Address, Addresses, Method};
use super::pages::{
    account, assets, board, errors, facts, filed, filing, filing_steps, health, incident, incidents, invitation,
    language, moments, new_incident, notes, occurrences, organisation, outbox, papers, people, reasons, rules,
    rules_book, rules_calendar, rules_changes, rules_doubts, rules_duty, rules_self_test, set_up, sign_in,
    what_applies, what_applies_severity,
};
use crate::app::actor::Permission::{
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
    get("/incidents", Needs(Read), || web::to(incidents::get)),
    get("/incidents/new", Needs(Record), || web::to(new_incident::get)),
    post("/incidents/new", Needs(Record), || web::to(new_incident::post)),
    get("/incidents/{id}", Needs(Read), || web::to(incident::get)),
    get("/incidents/{id}/facts", Needs(Record), || web::to(facts::get)),
    post("/incidents/{id}/facts", Needs(Record), || web::to(facts::post)),
    get("/incidents/{id}/occurred", Needs(Record), || web::to(moments::occurred)),
    post("/incidents/{id}/occurred", Needs(Record), || web::to(moments::record_occurred)),
    get("/incidents/{id}/candidates", Needs(Record), || web::to(moments::candidate)),
    post("/incidents/{id}/candidates", Needs(Record), || web::to(moments::record_candidate)),
    get("/incidents/{id}/candidates/{candidate}/withdraw", Needs(Record), || web::to(reasons::candidate)),
    post("/incidents/{id}/candidates/{candidate}/withdraw", Needs(Record), || web::to(reasons::withdraw_candidate)),
    get("/incidents/{id}/occurrences", Needs(Record), || web::to(occurrences::get)),
    post("/incidents/{id}/occurrences", Needs(Record), || web::to(occurrences::post)),
    get("/incidents/{id}/occurrences/{occurrence}/withdraw", Needs(Record), || web::to(reasons::occurrence)),
    post("/incidents/{id}/occurrences/{occurrence}/withdraw", Needs(Record), || web::to(reasons::withdraw_occurrence)),
    post("/incidents/{id}/notes", Needs(Record), || web::to(notes::add)),
    get("/incidents/{id}/title", Needs(Record), || web::to(notes::title)),
    post("/incidents/{id}/title", Needs(Record), || web::to(notes::retitle)),
    get("/incidents/{id}/warnings", Needs(StopWarnings), || web::to(reasons::warnings)),
    post("/incidents/{id}/warnings", Needs(StopWarnings), || web::to(reasons::switch_warnings)),
    get("/incidents/{id}/close", Needs(CloseIncidents), || web::to(reasons::close)),
    post("/incidents/{id}/close", Needs(CloseIncidents), || web::to(reasons::do_close)),
    get("/incidents/{id}/reopen", Needs(CloseIncidents), || web::to(reasons::reopen)),
    post("/incidents/{id}/reopen", Needs(CloseIncidents), || web::to(reasons::do_reopen)),
    get("/incidents/{id}/report.pdf", Needs(Read), || web::to(papers::report_pdf)),
    get("/incidents/{id}/report.html", Needs(Read), || web::to(papers::report_html)),
    get("/incidents/{id}/papers/{hash}", Needs(Read), || web::to(papers::kept)),
    post("/incidents/{id}/filings", Needs(DraftFilings), || web::to(filing::begin)),
    get("/incidents/{id}/filings/{filing}", Needs(Read), || web::to(filing::get)),
    post("/incidents/{id}/filings/{filing}", Needs(DraftFilings), || web::to(filing::save)),
    get("/incidents/{id}/filings/{filing}/form.pdf", Needs(Read), || web::to(papers::form_pdf)),
    get("/incidents/{id}/filings/{filing}/form.html", Needs(Read), || web::to(papers::form_html)),
    post("/incidents/{id}/filings/{filing}/submit", Needs(DraftFilings), || web::to(filing_steps::submit)),
    post("/incidents/{id}/filings/{filing}/return", Needs(Read), || web::to(filing_steps::send_back)),
    post("/incidents/{id}/filings/{filing}/approve", Needs(ApproveFilings), || web::to(filing_steps::approve)),
    get("/incidents/{id}/filings/{filing}/filed", Needs(RecordFiled), || web::to(filed::get)),
    post("/incidents/{id}/filings/{filing}/filed", Needs(RecordFiled), || web::to(filed::post)),
    get("/incidents/{id}/filed", Needs(RecordFiled), || web::to(filed::outside)),
    post("/incidents/{id}/filed", Needs(RecordFiled), || web::to(filed::post_outside)),
    get("/incidents/{id}/filed/{position}/withdraw", Needs(RecordFiled), || web::to(filed::withdraw)),
    post("/incidents/{id}/filed/{position}/withdraw", Needs(RecordFiled), || web::to(filed::post_withdraw)),
    get("/rules", Needs(Read), || web::to(rules::get)),
    get("/rules/changes", Needs(Read), || web::to(rules_changes::get)),
    get("/rules/self-test", Needs(Read), || web::to(rules_self_test::get)),
    get("/rules/freshness", Needs(Read), || web::to(rules_doubts::get)),
    get("/rules/calendars/{id}", Needs(Read), || web::to(rules_calendar::get)),
    get("/rules/{rulebook}", Needs(Read), || web::to(rules_book::get)),
    get("/rules/{rulebook}/file", Needs(Read), || web::to(rules_book::file)),
    get("/rules/{rulebook}/{duty}", Needs(Read), || web::to(rules_duty::get)),
    get("/what-would-apply", Needs(Read), || web::to(what_applies::get)),
    post("/what-would-apply", Needs(Record), || web::to(what_applies::post)),
    get("/what-would-apply/severity", Needs(Read), || web::to(what_applies_severity::get)),
    get("/sign-in", Public, || web::to(sign_in::get)),
    post("/sign-in", Public, || web::to(sign_in::post)),
    post("/sign-out", SignedIn, || web::to(sign_in::sign_out)),
    get("/set-up/{token}", Public, || web::to(set_up::get)),
    post("/set-up/{token}", Public, || web::to(set_up::post)),
    get("/invitation/{token}", Public, || web::to(invitation::get)),
    post("/invitation/{token}", Public, || web::to(invitation::post)),
    post("/language", Public, || web::to(language::post)),
    get("/account", SignedIn, || web::to(account::get)),
    post("/account/password", SignedIn, || web::to(account::post)),
    get("/people", Needs(ManagePeople), || web::to(people::get)),
    post("/people", Needs(ManagePeople), || web::to(people::post)),
    get("/people/{id}", Needs(ManagePeople), || web::to(people::one)),
    post("/people/{id}", Needs(ManagePeople), || web::to(people::change)),
    post("/people/{id}/invite", Needs(ManagePeople), || web::to(people::invite)),
    get("/organisation", Needs(Read), || web::to(organisation::get)),
    post("/organisation", Needs(DescribeOrganisation), || web::to(organisation::post)),
    get("/outbox", Needs(ReadOutbox), || web::to(outbox::get)),
    get("/outbox/{id}", Needs(ReadOutbox), || web::to(outbox::one)),
    get("/outbox/{id}/html", Needs(ReadOutbox), || web::to(outbox::html)),
    post("/outbox/{id}/retry", Needs(ManageOutbox), || web::to(outbox::retry)),
    get("/health", Public, || web::to(health::get)),
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
