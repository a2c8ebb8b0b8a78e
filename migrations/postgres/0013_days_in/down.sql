ALTER TABLE clock_index DROP COLUMN days_in;
