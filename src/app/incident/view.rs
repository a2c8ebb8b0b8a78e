//! What pages read: the board, the list, one incident with its clocks, now or as of an earlier entry.

use crate::app::desk::Desk;
use crate::app::desk::actor::{Actor, Permission};
use crate::app::desk::refusal::Refusal;
use crate::app::desk::stream::Loaded;
use crate::app::desk::{index, stream};
use crate::db::index::{BoardRow, Filter, Incidents};
use crate::db::ledger::Head;
use crate::db::{Db, Page, account, blob, index as rows, ledger, outbox};
use crate::incident::counsel::is_counsels;
use crate::incident::gap_record::GapRecord;
use crate::incident::situation::assess;
use crate::incident::{Entry, Incident, Organisation};
use crate::law::base::moment::Moment;
use crate::law::situation::DutyId;
use crate::law::verdict::Assessment;
use std::collections::{BTreeMap, BTreeSet};

/// The names of people by account id; `system` is not among them.
pub type Names = BTreeMap<String, String>;

/// What counsel named, by stream and answer.
pub type Counsels = BTreeMap<(String, String), GapRecord>;

/// The board.
#[derive(Debug, Clone)]
pub struct BoardView {
    /// The moment it shows.
    pub now: Moment,
    /// The organisation.
    pub organisation: Organisation,
    /// Running clocks with their incidents, nearest first, overdue on top.
    pub clocks: Vec<BoardRow>,
    /// Law that is not in the library and about which nobody said anything, a row for each incident; on the first page.
    pub law: Vec<BoardRow>,
    /// What counsel named, behind the clocks that no duty of the library stands behind, by stream and answer.
    pub counsels: Counsels,
    /// How many clocks there are in all.
    pub total: i64,
    /// The state of the outbox.
    pub outbox: outbox::Counts,
    /// The end of the ledger.
    pub head: Head,
    /// The incidents that cannot be read, by reference, with what is wrong; for whoever looks after the installation.
    pub unreadable: Vec<(String, String)>,
}

/// One incident with everything a page shows of it.
#[derive(Debug, Clone)]
pub struct IncidentView {
    /// The moment it shows.
    pub now: Moment,
    /// The organisation.
    pub organisation: Organisation,
    /// What is (or was) known.
    pub incident: Incident,
    /// Everything recorded until then, oldest first.
    pub entries: Vec<Entry>,
    /// The newest position there is; larger than the incident's for an earlier state.
    pub newest: i64,
    /// What the law answers.
    pub assessment: Assessment,
    /// Names of people.
    pub names: Names,
}

/// The most clocks on one board page.
pub const BOARD_PAGE: i64 = 100;

/// What counsel named, behind the clocks of a page; reads only the incidents that have such.
fn counsels(db: &mut Db, clocks: &[BoardRow]) -> Result<Counsels, Refusal> {
    let theirs = clocks.iter().filter(|row| is_counsels(&DutyId::new(&row.clock.duty)));
    let streams: BTreeSet<&str> = theirs.map(|row| row.incident.stream.as_str()).collect();
    let mut counsels = Counsels::new();
    for stream in streams {
        let loaded = match stream::load(db, index::id_of(stream)) {
            // Its rows are shown without what counsel said; that it cannot be read is told on top.
            Err(Refusal::Unreadable(_)) => continue,
            loaded => loaded?,
        };
        let records = loaded.incident.gaps.into_iter().filter(|record| record.task().is_some());
        counsels.extend(records.map(|record| ((stream.to_owned(), record.id.to_string()), record)));
    }
    Ok(counsels)
}

impl Desk {
    /// The board.
    ///
    /// # Errors
    /// When the role does not include reading, or the store fails.
    pub async fn board(&self, actor: &Actor, page: i64) -> Result<BoardView, Refusal> {
        actor.need(Permission::Read)?;
        let now = self.now();
        let unreadable = if actor.role.may(Permission::ManagePeople) { self.unreadable.list() } else { Vec::new() };
        self.store
            .read(move |db| {
                let named = |(stream, why): (String, String)| {
                    let row = rows::incident(db, &stream)?;
                    Ok::<_, Refusal>((row.map_or(stream, |row| row.reference), why))
                };
                let unreadable = unreadable.into_iter().map(named).collect::<Result<_, _>>()?;
                let clocks = rows::board(db, index::NOT_IN_LIBRARY, Page::numbered(page, BOARD_PAGE))?;
                let law = match page <= 1 {
                    true => rows::standing(db, index::NOT_IN_LIBRARY, BOARD_PAGE)?,
                    false => Vec::new(),
                };
                Ok(BoardView {
                    now,
                    organisation: stream::organisation(db)?,
                    counsels: counsels(db, &clocks)?,
                    clocks,
                    law,
                    total: rows::board_count(db, index::NOT_IN_LIBRARY)?,
                    outbox: outbox::counts(db, now)?,
                    head: ledger::head(db)?,
                    unreadable,
                })
            })
            .await
    }

    /// The list of incidents.
    ///
    /// # Errors
    /// When the role does not include reading, or the store fails.
    pub async fn incidents(
        &self,
        actor: &Actor,
        filter: Filter,
        page: Page,
    ) -> Result<(Incidents, Organisation), Refusal> {
        actor.need(Permission::Read)?;
        self.store.read(move |db| Ok((rows::incidents(db, &filter, page)?, stream::organisation(db)?))).await
    }

    /// One incident, now or as of an earlier position.
    ///
    /// # Errors
    /// When the role does not include reading, when there is no such incident, or when the store fails.
    pub async fn incident(&self, actor: &Actor, id: &str, as_of: Option<i64>) -> Result<IncidentView, Refusal> {
        actor.need(Permission::Read)?;
        let (desk, id) = (self.clone(), id.to_owned());
        self.store
            .read(move |db| {
                let loaded = stream::load(db, &id)?;
                let organisation = stream::organisation(db)?;
                let names = account::names(db)?.into_iter().collect();
                desk.incident_view(loaded, organisation, names, as_of)
            })
            .await
    }

    fn incident_view(
        &self,
        loaded: Loaded,
        organisation: Organisation,
        names: Names,
        as_of: Option<i64>,
    ) -> Result<IncidentView, Refusal> {
        let newest = loaded.incident.position;
        let (incident, entries, now) = match as_of.filter(|position| *position < newest) {
            None => (loaded.incident, loaded.entries, self.now()),
            Some(position) => {
                let incident =
                    Incident::as_of(&loaded.incident.id, &loaded.entries, position).ok_or(Refusal::NotFound)?;
                let entries = loaded.entries.into_iter().filter(|entry| entry.position <= position).collect();
                let then = incident.updated_at;
                (incident, entries, then)
            }
        };
        let assessment = assess(&self.library, &incident, &organisation, now);
        Ok(IncidentView { now, organisation, incident, entries, newest, assessment, names })
    }

    /// A file by its SHA-256, as it was handed in: media type and bytes. Only files that an incident's record names.
    ///
    /// # Errors
    /// When the role does not include reading, when the incident names no such file, or when the store fails.
    pub async fn paper(&self, actor: &Actor, id: &str, sha256: &str) -> Result<(String, Vec<u8>), Refusal> {
        let view = self.incident(actor, id, None).await?;
        if !view.incident.filed.iter().any(|record| record.paper.as_deref() == Some(sha256)) {
            return Err(Refusal::NotFound);
        }
        let sha256 = sha256.to_owned();
        let blob = self.store.read(move |db| Ok::<_, Refusal>(blob::get(db, &sha256)?)).await?;
        blob.map(|blob| (blob.media_type, blob.bytes)).ok_or(Refusal::NotFound)
    }

    /// The organisation's profile and the position of its stream.
    ///
    /// # Errors
    /// When the role does not include reading, or the store fails.
    pub async fn organisation(&self, actor: &Actor) -> Result<(Organisation, i64), Refusal> {
        actor.need(Permission::Read)?;
        self.store
            .read(|db| {
                let position = ledger::position(db, crate::incident::organisation::STREAM)?;
                Ok((stream::organisation(db)?, position))
            })
            .await
    }
}
