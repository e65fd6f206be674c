CREATE TABLE unsaid_conversation (
  id bytea PRIMARY KEY,
  version bigint NOT NULL,
  until date NOT NULL,
  content bytea NOT NULL
) WITH (fillfactor = 70);
ALTER TABLE unsaid_conversation ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX unsaid_conversation_until ON unsaid_conversation (until);
