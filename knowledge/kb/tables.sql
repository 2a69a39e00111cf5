-- The knowledge base: built whole from the entries, then only read.
-- A `document` is the JSON of a model, so that an answer is one look-up by key.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE made_of (
    file   TEXT PRIMARY KEY,                          -- of an entry
    digest TEXT NOT NULL                              -- of its bytes
) STRICT, WITHOUT ROWID;

CREATE TABLE organization (
    id             TEXT PRIMARY KEY,
    name           TEXT NOT NULL,
    classification TEXT NOT NULL,
    state          TEXT REFERENCES organization (id), -- the state it belongs to, or is
    parent         TEXT REFERENCES organization (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id       TEXT PRIMARY KEY,
    name     TEXT NOT NULL,
    label    TEXT,                                    -- what a choice calls one of two namesakes
    document TEXT NOT NULL                            -- model.Person, every attestation dated
) STRICT, WITHOUT ROWID;

CREATE TABLE post (
    person       TEXT NOT NULL REFERENCES person (id),
    title        TEXT,                                -- null: a description that is not a post
    organization TEXT REFERENCES organization (id),
    since        TEXT,                                -- 2024, 2024-01 or 2024-01-31
    until        TEXT,
    printed      TEXT NOT NULL                        -- JSON: [[words, article, from, to], ...]
) STRICT;

CREATE TABLE issue (
    id       TEXT PRIMARY KEY,
    name     TEXT NOT NULL,
    parent   TEXT REFERENCES issue (id),
    document TEXT NOT NULL                            -- model.Issue
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE name (
    text      TEXT NOT NULL,
    target    TEXT NOT NULL,                          -- id of a person, organization or issue
    kind      TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'issue')),
    weak      INTEGER NOT NULL,
    preferred INTEGER NOT NULL,
    generated INTEGER NOT NULL                        -- by a rule, and entered by nobody
) STRICT;

CREATE TABLE statement (
    id       TEXT PRIMARY KEY,
    article  TEXT NOT NULL,
    speaker  TEXT,                                    -- id of a person or organization
    place    INTEGER NOT NULL UNIQUE,                 -- newest first, over the whole corpus
    unplaced TEXT NOT NULL,                           -- the document without the place
    document TEXT AS ('{"place":' || place || ',' || substr(unplaced, 2)) -- citation.CitedStatement
) STRICT, WITHOUT ROWID;

CREATE INDEX statement_by_speaker ON statement (speaker, place);

CREATE INDEX statement_by_article ON statement (article, place);

CREATE TABLE stance (
    holder    TEXT NOT NULL REFERENCES organization (id),
    issue     TEXT NOT NULL REFERENCES issue (id),
    place     INTEGER NOT NULL,                       -- that of the statement
    statement TEXT NOT NULL REFERENCES statement (id),
    value     TEXT NOT NULL,
    basis     TEXT NOT NULL,
    said_from TEXT NOT NULL,
    said_to   TEXT NOT NULL,
    PRIMARY KEY (holder, issue, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX stance_by_holder ON stance (holder, place);

CREATE INDEX stance_by_issue ON stance (issue, place);

CREATE TABLE latest_position (
    holder      TEXT NOT NULL REFERENCES organization (id),
    issue       TEXT NOT NULL REFERENCES issue (id),
    value       TEXT NOT NULL,
    latest_from TEXT NOT NULL,                        -- when the newest of the run was said
    place       INTEGER NOT NULL,                     -- that of its statement
    settled_by  TEXT NOT NULL,                        -- from this day on it is the latest
    unplaced    TEXT NOT NULL,                        -- the document without the place
    document    TEXT AS ('{"place":' || place || ',' || substr(unplaced, 2)), -- LatestPosition
    PRIMARY KEY (holder, issue)
) STRICT, WITHOUT ROWID;

CREATE TABLE voice (
    who       TEXT NOT NULL,                          -- the speaker, or the body they spoke in
    place     INTEGER NOT NULL,
    statement TEXT NOT NULL REFERENCES statement (id),
    PRIMARY KEY (who, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE about (
    issue     TEXT NOT NULL REFERENCES issue (id),    -- with a stance on it or without
    who       TEXT NOT NULL,                          -- as in voice, a state spoken for, or ''
    place     INTEGER NOT NULL,
    statement TEXT NOT NULL REFERENCES statement (id),
    PRIMARY KEY (issue, who, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX about_by_who ON about (who, place);

CREATE TABLE led_body (
    person       TEXT NOT NULL REFERENCES person (id),
    title        TEXT NOT NULL,
    organization TEXT NOT NULL REFERENCES organization (id),
    first        TEXT,                                -- day on which the post was certainly held
    last         TEXT
) STRICT;

CREATE INDEX led_body_by_person ON led_body (person);

CREATE TABLE under_leader (
    leader    TEXT NOT NULL REFERENCES person (id),   -- of the body that said it
    place     INTEGER NOT NULL,
    statement TEXT NOT NULL REFERENCES statement (id),
    PRIMARY KEY (leader, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE former_id (
    former TEXT NOT NULL,                             -- an id that something had before
    kind   TEXT NOT NULL CHECK (kind IN ('entry', 'statement')),
    id     TEXT NOT NULL,                             -- the one that it has now
    PRIMARY KEY (former, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE retired (
    statement TEXT PRIMARY KEY,                       -- id of one that was withdrawn
    article   TEXT NOT NULL REFERENCES article (id),
    day       TEXT NOT NULL,
    why       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE retired_quote (
    statement TEXT NOT NULL REFERENCES retired (statement),
    words     TEXT NOT NULL,                          -- folded to small letters, to be found again
    PRIMARY KEY (statement, words)
) STRICT, WITHOUT ROWID;

CREATE TABLE article (
    id          TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,                        -- of its text, which is not kept
    shown       INTEGER NOT NULL,                     -- 0: its publisher allows a link only
    newest      INTEGER NOT NULL,                     -- its last possible day, for the order
    proof_key   TEXT NOT NULL,                        -- what a proof of it is a proof of
    document    TEXT NOT NULL,                        -- citation.Source
    record      TEXT NOT NULL                         -- citation.SourceRecord
) STRICT, WITHOUT ROWID;
