ALTER TABLE unsaid_conversation ADD COLUMN size integer NOT NULL DEFAULT 0;
UPDATE unsaid_conversation SET size = length(content);
