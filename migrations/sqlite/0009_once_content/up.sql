-- What a form held whose key has acted: the same key with other content is another form.
ALTER TABLE once ADD COLUMN content TEXT;
