-- The first line of the row that an issue is about, where its cell stands elsewhere: in a header, or in a row above of which
-- a blank means the same. null where "line" says it.
ALTER TABLE batch_issue ADD COLUMN row_line INTEGER;
