### The map of coverage.

coverage-title = Coverage
coverage-lead = How far the law of each place and sector is in this library. “No duty” is said of the acts loaded alone; what is not looked at is named on each incident that touches it.
coverage-loaded = Loaded
coverage-not-looked-at = Not looked at
coverage-any = Any
coverage-places = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
coverage-sectors = { $count ->
    [one] { $count } statement about a sector
   *[other] { $count } statements about sectors
}
coverage-map = At a glance
coverage-map-hint = Each tile is a place by its code. Its mark and its edge say how far its law is loaded; choose one to read more.
coverage-places-and-sectors = Places and sectors
coverage-find = Place, sector or act
coverage-find-hint = A name, or the code of a place: cl, us-il, ca-qc.
coverage-state = How far
coverage-found = Found: { $places } places, { $sectors } sectors
coverage-none-found = Nothing found
coverage-none-found-body = No place, sector or act matches these words and this choice.
coverage-show-everything = Show everything
coverage-rulebooks = Loaded:
coverage-since = As of { $date }.
coverage-never = Nobody has said anything about it.
coverage-sectors-elsewhere = Sectors, wherever nothing more is said of them in a place
coverage-asia = Asia
coverage-europe = Europe
coverage-americas = Americas
coverage-us-states = States and territories of the United States
coverage-ca-provinces = Provinces and territories of Canada
coverage-africa = Africa
coverage-oceania = Oceania
coverage-elsewhere = Elsewhere
