//! The words for the law's closed lists, so that each is chosen in one place only.

use super::Text;
use crate::law::base::citation::Confidence;
use crate::law::base::moment::Precision;
use crate::law::base::words::Lang;
use crate::law::counting::Span;
use crate::law::rulebook::fine::Sanction;
use crate::law::rulebook::period::Promptness;
use crate::law::rulebook::recipient::Recipient;
use crate::law::rulebook::version::PendingStatus;
use crate::law::situation::{Basis, Candidate, Channel, Flaw, Knower};
use crate::law::verdict::Answer;
use crate::law::vocabulary::CountUnit;

impl Text {
    /// A language's own name for itself.
    #[must_use]
    pub fn language(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.language_en(),
            Lang::Ko => self.language_ko(),
            Lang::Id => self.language_id(),
        }
    }

    /// How exactly a moment is known.
    #[must_use]
    pub fn precision(&self, precision: Precision) -> String {
        match precision {
            Precision::Exact => self.precision_exact(),
            Precision::Hour => self.precision_hour(),
            Precision::Day => self.precision_day(),
            Precision::Month => self.precision_month(),
            Precision::Year => self.precision_year(),
            Precision::Between(_) => self.precision_between(),
            Precision::Latest => self.precision_latest(),
            Precision::Earliest => self.precision_earliest(),
        }
    }

    /// On what a moment of awareness rests.
    #[must_use]
    pub fn basis(&self, basis: Basis) -> String {
        match basis {
            Basis::Established => self.basis_established(),
            Basis::Briefed => self.basis_briefed(),
            Basis::Confirmed => self.basis_confirmed(),
            Basis::Declared => self.basis_declared(),
            Basis::Told => self.basis_told(),
            Basis::Suspected => self.basis_suspected(),
        }
    }

    /// On what a moment of awareness rests, and whose it was where that was not the organisation itself.
    #[must_use]
    pub fn awareness(&self, candidate: &Candidate) -> String {
        let basis = self.basis(candidate.basis);
        match candidate.knower {
            Knower::Own => basis,
            knower => self.basis_of(basis, self.knower(knower)),
        }
    }

    /// Whose knowledge a moment of awareness was.
    #[must_use]
    pub fn knower(&self, knower: Knower) -> String {
        match knower {
            Knower::Own => self.knower_own(),
            Knower::Parent => self.knower_parent(),
            Knower::Subsidiary => self.knower_subsidiary(),
            Knower::Contractor => self.knower_contractor(),
        }
    }

    /// Why something handed in does not meet its duty.
    #[must_use]
    pub fn flaw(&self, flaw: Flaw) -> String {
        match flaw {
            Flaw::Partial => self.flaw_partial(),
            Flaw::Defective => self.flaw_defective(),
            Flaw::WrongBody => self.flaw_wrong_body(),
        }
    }

    /// How something was handed in.
    #[must_use]
    pub fn channel(&self, channel: Channel) -> String {
        match channel {
            Channel::Portal => self.channel_portal(),
            Channel::Email => self.channel_email(),
            Channel::Telephone => self.channel_telephone(),
            Channel::Letter => self.channel_letter(),
        }
    }

    /// How far a statement of law was checked.
    #[must_use]
    pub fn confidence(&self, confidence: Confidence) -> String {
        match confidence {
            Confidence::Verified => self.confidence_verified(),
            Confidence::Secondary => self.confidence_secondary(),
            Confidence::Analysis => self.confidence_analysis(),
            Confidence::Recalled => self.confidence_recalled(),
        }
    }

    /// The kind of a sanction. In Korean an administrative fine of a Korean act has a name of its own, which means nothing
    /// elsewhere.
    #[must_use]
    pub fn sanction(&self, sanction: Sanction, korean: bool) -> String {
        match sanction {
            Sanction::AdministrativeFine if !korean => self.sanction_administrative_fine_abroad(),
            Sanction::AdministrativeFine => self.sanction_administrative_fine(),
            Sanction::Surcharge => self.sanction_surcharge(),
            Sanction::EnforcementCharge => self.sanction_enforcement_charge(),
            Sanction::Crime => self.sanction_crime(),
            Sanction::CivilPenalty => self.sanction_civil_penalty(),
            Sanction::Damages => self.sanction_damages(),
        }
    }

    /// Whether a duty applies, in a word or two.
    #[must_use]
    pub fn answer(&self, answer: &Answer) -> String {
        match answer {
            Answer::Applies => self.answer_applies(),
            Answer::DoesNotApply => self.answer_does_not_apply(),
            Answer::Undetermined { .. } => self.answer_undetermined(),
            Answer::NotInForce { .. } => self.answer_not_in_force(),
            Answer::NotCovered { .. } => self.answer_not_covered(),
            Answer::Superseded { .. } => self.answer_superseded(),
            Answer::Conflict { .. } => self.answer_conflict(),
        }
    }

    /// A statute's word for speed.
    #[must_use]
    pub fn promptness(&self, promptness: Promptness) -> String {
        match promptness {
            Promptness::Immediately => self.promptness_immediately(),
            Promptness::WithoutDelay => self.promptness_without_delay(),
            Promptness::WithoutUndueDelay => self.promptness_without_undue_delay(),
            Promptness::AsSoonAsPossible => self.promptness_as_soon_as_possible(),
            Promptness::AsSoonAsPracticable => self.promptness_as_soon_as_practicable(),
            Promptness::AsSoonAsFeasible => self.promptness_as_soon_as_feasible(),
            Promptness::Promptly => self.promptness_promptly(),
            Promptness::WithoutUnreasonableDelay => self.promptness_without_unreasonable_delay(),
            Promptness::AsEarlyAsPossible => self.promptness_as_early_as_possible(),
            Promptness::Unstated => self.promptness_unstated(),
            Promptness::NotRead => self.promptness_not_read(),
        }
    }

    /// A number with its unit.
    #[must_use]
    pub fn counted(&self, number: u64, unit: CountUnit) -> String {
        match unit {
            CountUnit::Persons => self.persons(number),
            CountUnit::Accounts => self.accounts(number),
            CountUnit::Records => self.records(number),
            CountUnit::Views => self.views(number),
            CountUnit::Minutes => self.counted_minutes(number),
            CountUnit::Days => self.counted_days(number),
            CountUnit::Clients => self.counted_clients(number),
            CountUnit::Transactions => self.counted_transactions(number),
            CountUnit::Devices => self.counted_devices(number),
            CountUnit::Countries => self.counted_countries(number),
            CountUnit::Incidents => self.counted_incidents(number),
        }
    }

    /// A kind of recipient.
    #[must_use]
    pub fn recipient(&self, to: Recipient) -> String {
        match to {
            Recipient::Authority => self.recipient_authority(),
            Recipient::Persons => self.recipient_persons(),
            Recipient::Public => self.recipient_public(),
            Recipient::Partner => self.recipient_partner(),
            Recipient::Internal => self.recipient_internal(),
        }
    }

    /// How far law has come that is not in force.
    #[must_use]
    pub fn pending(&self, status: PendingStatus) -> String {
        match status {
            PendingStatus::Adopted => self.pending_adopted(),
            PendingStatus::Draft => self.pending_draft(),
        }
    }

    /// A period that can be counted.
    #[must_use]
    pub fn span(&self, span: Span) -> String {
        match span {
            Span::Hours(number) => self.span_hours(number),
            Span::Days(number) => self.span_days(number),
            Span::WorkingDayHours(number) => self.span_working_day_hours(number),
            Span::WorkingDays(number) => self.span_working_days(number),
            Span::Weeks(number) => self.span_weeks(number),
            Span::Months(1) => self.span_one_month(),
            Span::Months(number) => self.span_months(number),
            Span::DaysAfterYearEnd(number) => self.span_year_end(number),
            Span::OnNext { month, day } => self.span_on_next(format!("{month:02}"), format!("{day:02}")),
            Span::OnNextYear { month, day } => self.span_on_next_year(format!("{month:02}"), format!("{day:02}")),
        }
    }
}
