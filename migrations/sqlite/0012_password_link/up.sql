ALTER TABLE account ADD COLUMN link_by INTEGER;
ALTER TABLE account ADD COLUMN link_at INTEGER;
ALTER TABLE account ADD COLUMN link_reset INTEGER CHECK (link_reset IN (0, 1));

ALTER TABLE invitation ADD COLUMN made_by INTEGER;
