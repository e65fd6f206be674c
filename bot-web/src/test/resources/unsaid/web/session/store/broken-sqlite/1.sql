-- key: the first 64 bits of id. A row's place in the file says nothing about when it was made.
CREATE TABLE conversation (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  until INTEGER NOT NULL,
  content BLOB NOT NULL
);
CREATE INDEX conversation_until ON conversation (until);
