### What would apply, asked without recording an incident; and the severity by ENISA's method.

applies-title = What would apply?
applies-where = Where you are
applies-lead = Answer what you know. Nothing is recorded: your answers are in the address of this page, so you can keep it as a bookmark or send it to a colleague who signs in here.
applies-start-over = Start over
applies-ignored = The address of this page names something that is not asked here. It was left out; everything else was kept.
applies-standings = Results
applies-questions = Next questions
applies-open = { $count ->
    [one] { $count } question is open. You may leave it at “Not known yet”.
   *[other] { $count } questions are open; those that decide most come first. You may leave any at “Not known yet”.
}
applies-no-question = No further answer would change what may apply under the acts loaded.
applies-only-later = Only questions that you left at “Not known yet” remain.
applies-decides-scope = { $count ->
    [one] May decide whether the act behind { $count } duty concerns you.
   *[other] May decide whether the acts behind { $count } duties concern you.
}
applies-bears-on = { $count ->
    [one] Bears on { $count } open duty.
   *[other] Bears on { $count } open duties.
}
applies-from-profile = This comes from the organisation’s profile; another answer holds only here.
applies-moments = Moment of awareness and day of the law
applies-known = When did you become aware?
applies-known-hint = Then due moments are shown instead of lengths. It is taken as confirmed by your own people.
applies-on = Law as of
applies-on-hint = A day, YYYY-MM-DD. Empty: today. Where a moment of awareness is given, most acts look at that day instead.
applies-show = Show what would apply
applies-told = Your answers
applies-told-nothing = Nothing has been answered yet.
applies-told-answers = Answered here
applies-told-later = Not known yet
applies-told-profile = From the organisation’s profile
applies-ask-again = Ask these again
applies-as-of = Law as of { $date }. What is unknown never counts as a no.
applies-now = Applies now
applies-now-none = With what is known so far, nothing certainly applies. That does not mean that nothing does.
applies-may = May apply
applies-may-lead = Whether these duties apply turns on facts that are not known yet.
applies-perhaps = Acts that may concern you
applies-perhaps-lead = Whether these acts concern you at all is not known yet.
applies-perhaps-acts = { $count ->
    [one] Show { $count } act
   *[other] Show { $count } acts
}
applies-duties = { $count ->
    [one] { $count } duty open
   *[other] { $count } duties open
}
applies-settle = Answered together, these could settle it:
applies-could-change = Applies unless one of these says otherwise:
applies-coming = Law to come
applies-coming-summary = Show law that is not in force on this day
applies-from = In force from { $date }
applies-expected = expected { $date }
applies-not = Does not apply
applies-not-summary = Show what does not apply, and why
applies-once = Only once something more happens
applies-once-summary = Show what would start with a further event
applies-only-once = Only once this happens: { $trigger }
applies-superseded = Taken over by: { $by }
applies-no-longer = No longer in force on this day
applies-outside = { $acts ->
    [one] Show { $acts } act that does not concern you ({ $duties } duties)
   *[other] Show { $acts } acts that do not concern you ({ $duties } duties)
}
applies-conflict = Exceptions contradict one another, and the act does not say which goes first: { $names }. A person must decide; until then the stricter reading holds.
applies-to-whom = To whom
applies-when = When
applies-fines = If missed
applies-due-by = By { $moment }
applies-safe = Work towards { $moment }: a stricter way of counting ends then.
applies-act = { $act } · { $place }
applies-european-union = European Union
applies-record = Record this as an incident
applies-record-lead = The incident opens with the answers given here, and its clocks start.
applies-record-today = It is assessed under the law of today, not of the day chosen above.
applies-recorded = The incident is recorded with the answers you gave.

severity-title = Severity of a data breach (ENISA)
severity-lead = The method multiplies how telling the data are by how easily people are identified, and adds the circumstances. You score; this page does the sum.
severity-no-threshold = This is not a legal threshold. Articles 33 and 34 of the GDPR do not mention a score, and no result here decides whether a breach must be notified.
severity-result = Severity
severity-derivation = How it comes about
severity-no-data = Score at least one category of data.
severity-no-identification = Choose how easily people are identified.
severity-data = Which data
severity-data-lead = Score every category in the breach; the highest counts. Passwords count as what they open. More data about the same person, a telling controller or vulnerable people weigh more; wrong data or data that were public before weigh less. Write down why where you leave the usual score.
severity-not-in-it = Not in the breach
severity-scored = { $value } · { $words }
severity-simple = Simple data: name, contact, education, family, profession
severity-simple-1 = the usual score
severity-simple-2 = the amount of data or the nature of the organisation allows profiles or assumptions about social or financial status
severity-simple-3 = it allows assumptions about health, sexual preference, political or religious belief
severity-simple-4 = the people are minors or otherwise vulnerable, and it matters for their safety or their physical or mental condition
severity-behavioural = Behavioural data: location, traffic, habits
severity-behavioural-1 = no substantial insight, or easily collected from public sources
severity-behavioural-2 = the usual score
severity-behavioural-3 = the amount of data or the nature of the organisation gives a detailed profile of daily life
severity-behavioural-4 = a profile based on sensitive data is possible
severity-financial = Financial data: income, transactions, cards, invoices, social welfare
severity-financial-1 = no substantial insight, such as only that somebody is a customer of a bank
severity-financial-2 = some financial data, still without significant insight
severity-financial-3 = the usual score
severity-financial-4 = full financial data that enable fraud or a detailed profile
severity-sensitive = Sensitive data: health, politics, sex life and the like
severity-sensitive-1 = no substantial insight, or publicly available
severity-sensitive-2 = allows general assumptions
severity-sensitive-3 = allows assumptions about sensitive information
severity-sensitive-4 = the usual score
severity-people = How easily people are identified
severity-identification = The most identifying set of data
severity-identification-hint = Encryption and pseudonyms make it harder; a reference database within reach makes it easier.
severity-negligible = Negligible: extremely difficult to match to a person, such as a common full name, a vague image or a code that leads nowhere
severity-limited = Limited: possible with additional data, such as a full name that few share
severity-significant = Significant: possible indirectly by special searching, such as a name in a small town or an e-mail address used as main identifier
severity-maximum = Maximum: direct, such as name with date of birth and e-mail address, or an identity number with reference data
severity-circumstances = Circumstances
severity-confidentiality = Confidentiality
severity-integrity = Integrity
severity-availability = Availability
severity-no-loss = No loss
severity-exposed = exposed, without evidence of illegal processing
severity-known-recipients = disclosed to a number of known recipients
severity-unknown-recipients = disclosed to an unknown number of recipients, or published
severity-altered = altered, without incorrect or illegal use
severity-recoverable = altered and possibly used incorrectly or illegally; can be recovered
severity-not-recoverable = altered and possibly used incorrectly or illegally; cannot be recovered
severity-recovered = recovered without difficulty
severity-temporary = unavailable for a time
severity-lost = fully unavailable, cannot be recovered
severity-malicious = malicious intent
severity-malicious-adds = It was done with malicious intent (0.5)
severity-beside = Noted beside the score
severity-individuals = How many individuals
severity-individuals-hint = More than 100 is noted. Leave it empty while it is not known.
severity-unintelligible = The data are unintelligible
severity-unintelligible-hint = Encrypted or hashed, and the key is safe.
severity-reckon = Work out the severity
severity-method = ENISA, severity of personal data breaches, working document v1.0, December 2013
severity-band-low = Low
severity-band-medium = Medium
severity-band-high = High
severity-band-very-high = Very high
severity-means-low = People are not affected, or meet a few inconveniences.
severity-means-medium = People may meet significant inconveniences, which they overcome with a few difficulties.
severity-means-high = People may meet significant consequences, which they overcome with serious difficulties.
severity-means-very-high = People may meet significant or irreversible consequences that they may not overcome.
severity-flag-many = More than 100 individuals are affected.
severity-flag-unknown = It is not known how many individuals are affected.
severity-flag-unintelligible = The data are unintelligible to whoever has them.
severity-step-data = { $category }: { $score }
severity-step-weighed = { $category }: usually { $base }, here scored { $score }. Write down why.
severity-step-context = The highest score of the data counts: { $score }
severity-step-identification = Identification, { $level }: × { $value }
severity-step-adds = { $what }: + { $value }
severity-step-sum = { $context } × { $identification } + { $circumstances } = { $gives }
