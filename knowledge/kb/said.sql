-- Statements, to be found by the words of their quotes and summaries, and by what they are of.

-- Stems alone are indexed and kept, for the kb that is made of this one; the row is the
-- statement's place.
CREATE VIRTUAL TABLE said USING fts5 (
    quotes,                                           -- direct quotes
    clauses,                                          -- the outlet's words, and conditions
    summary,
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE statement_setting (
    place     INTEGER PRIMARY KEY,
    said_from TEXT NOT NULL,
    said_to   TEXT NOT NULL,
    sourcing  TEXT NOT NULL
) STRICT;

CREATE TABLE statement_scope (
    role   TEXT NOT NULL CHECK (role IN ('speaker', 'holder', 'issue')),
    target TEXT NOT NULL,                             -- a speaker is also who was spoken for
    place  INTEGER NOT NULL,
    PRIMARY KEY (role, target, place)
) STRICT, WITHOUT ROWID;
