ALTER TABLE conversation ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
UPDATE conversation SET size = length(content);
