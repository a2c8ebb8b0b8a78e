-- Where a stricter way of counting ends before the law's own: the moment to which warnings run.
ALTER TABLE clock_index ADD COLUMN safe_at BIGINT;
