ALTER TABLE clock_index DROP COLUMN safe_at;
