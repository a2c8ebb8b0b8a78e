-- Personal links are made when a message is sent. Messages that left before that hold theirs no longer.
UPDATE outbox SET text = '', html = '' WHERE kind = 'invitation' AND state = 'sent';
