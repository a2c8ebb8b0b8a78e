-- The zone whose dates are counted, where a duty counts days: how late it is, or how long is left, is then told in days.
ALTER TABLE clock_index ADD COLUMN days_in TEXT;
