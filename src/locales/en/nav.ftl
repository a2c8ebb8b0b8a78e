### The frame around every page.

nav-label = Main
nav-board = Board
nav-incidents = Incidents
nav-outbox = Outbox
nav-rules = Rules
nav-what-applies = What applies?
nav-organisation = Organisation
nav-people = People
frame-skip = Skip to the content
frame-language = Language
frame-theme = Switch between light and dark
frame-sign-out = Sign out
frame-notices = Notices
frame-clock = As of
