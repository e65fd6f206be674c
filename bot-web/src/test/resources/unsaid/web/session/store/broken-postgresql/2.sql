DELETE FROM unsaid_conversation;
ALTER TABLE nowhere ADD COLUMN size integer;
