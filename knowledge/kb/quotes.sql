-- What articles print, to be found by its words: in the kb, and of whole texts at hand.

CREATE TABLE quote (
    number INTEGER PRIMARY KEY,
    source TEXT NOT NULL,                             -- id of the statement, or of the article
    start  INTEGER NOT NULL,                          -- in the article's folded text
    kind   TEXT NOT NULL CHECK (kind IN ('direct', 'narration', 'labeled')),
    words  TEXT,                                      -- null where a link alone is allowed
    digest BLOB NOT NULL                              -- of quote_index.inner(words); empty where cut
) STRICT;

CREATE INDEX quote_by_digest ON quote (digest);

CREATE TABLE quote_gram (
    gram   INTEGER PRIMARY KEY,                       -- a word or a pair of words, hashed
    quotes BLOB NOT NULL                              -- their numbers, four bytes each
) STRICT;
