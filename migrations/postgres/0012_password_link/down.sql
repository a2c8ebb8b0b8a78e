ALTER TABLE invitation DROP COLUMN made_by;

ALTER TABLE account DROP COLUMN link_reset;
ALTER TABLE account DROP COLUMN link_at;
ALTER TABLE account DROP COLUMN link_by;
