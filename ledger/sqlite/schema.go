package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"tocsin"
)

// A migration brings a file from one version of the schema to the next.
type migration struct {
	sql  string
	fill func(ctx context.Context, tx *sql.Tx) error // fills new tables from old ones; nil: nothing to do
}

// migrations bring a file from each version to the next; the first makes an empty
// file into version 1. They are appended to and never edited, and each must open
// the kept desk of the version before it (testdata/backcompat).
var migrations = []migration{
	// The log is what happened, in order, and never changes. A body may be
	// destroyed by a redaction, and by nothing else; its sum stays.
	{sql: `CREATE TABLE schema (version INTEGER PRIMARY KEY);
CREATE TABLE log (
	seq      INTEGER PRIMARY KEY,
	kind     TEXT NOT NULL,
	key      TEXT NOT NULL,
	subject  TEXT NOT NULL,
	known    INTEGER NOT NULL, -- day number from which it counts; 0: always
	recorded INTEGER NOT NULL, -- nanoseconds since 1970, UTC
	sum      BLOB NOT NULL,
	chain    BLOB NOT NULL,
	body     BLOB
);
CREATE INDEX log_key ON log (kind, key);
CREATE INDEX log_subject ON log (kind, subject);
CREATE TRIGGER log_keeps BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_stays BEFORE UPDATE ON log
WHEN NEW.body IS NOT NULL OR NEW.seq IS NOT OLD.seq OR NEW.kind IS NOT OLD.kind OR NEW.key IS NOT OLD.key
  OR NEW.subject IS NOT OLD.subject OR NEW.known IS NOT OLD.known OR NEW.recorded IS NOT OLD.recorded
  OR NEW.sum IS NOT OLD.sum OR NEW.chain IS NOT OLD.chain
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- Statements and links of the reading that stands at seq in the log, as JSON.
CREATE TABLE statement (
	seq    INTEGER NOT NULL,
	ord    INTEGER NOT NULL,
	id     TEXT NOT NULL,
	report TEXT NOT NULL,
	kind   TEXT NOT NULL,
	body   BLOB NOT NULL,
	PRIMARY KEY (seq, ord)
) WITHOUT ROWID;
CREATE INDEX statement_id ON statement (id);
CREATE INDEX statement_report ON statement (report);
CREATE TABLE link (
	seq  INTEGER NOT NULL,
	ord  INTEGER NOT NULL,
	body BLOB NOT NULL,
	PRIMARY KEY (seq, ord)
) WITHOUT ROWID;

-- Bytes by their hash: reports as they came, their text, place files.
CREATE TABLE blob (
	hash  TEXT PRIMARY KEY,
	bytes BLOB NOT NULL
);
-- Which report needs which bytes.
CREATE TABLE holding (
	report TEXT NOT NULL,
	hash   TEXT NOT NULL,
	PRIMARY KEY (report, hash)
) WITHOUT ROWID;

-- Events of the dataset file with that hash, packed (chunk.go).
CREATE TABLE chunk (
	file TEXT NOT NULL,
	ord  INTEGER NOT NULL,
	rows INTEGER NOT NULL,
	body BLOB NOT NULL,
	PRIMARY KEY (file, ord)
);`},
	// What is searched, folded by package ledger, without a copy of the text: a row
	// of report_words stands under the newest entry of its report. (Format 3 drops
	// statement_words again, which is why it is not filled.)
	//
	// A statement stands under a number of its own (wordsID): in a table WITHOUT ROWID what does not fit a quarter of a page takes a page of its
	// own, and most statements do not.
	{sql: `ALTER TABLE statement RENAME TO statement_1;
CREATE TABLE statement (
	row    INTEGER PRIMARY KEY, -- wordsID of seq and ord
	seq    INTEGER NOT NULL,
	ord    INTEGER NOT NULL,
	id     TEXT NOT NULL,
	report TEXT NOT NULL,
	kind   TEXT NOT NULL,
	body   BLOB NOT NULL
);
INSERT INTO statement SELECT seq << 20 | ord, seq, ord, id, report, kind, body FROM statement_1 ORDER BY seq, ord;
DROP TABLE statement_1;
CREATE UNIQUE INDEX statement_listed ON statement (seq, ord);
CREATE INDEX statement_id ON statement (id, seq, ord);
CREATE INDEX statement_report ON statement (report);
CREATE VIRTUAL TABLE report_words USING fts5 (title, publisher, text, content = '');
CREATE VIRTUAL TABLE statement_words USING fts5 (quote, who, says, places, content = '');
CREATE INDEX log_recorded ON log (recorded);`, fill: indexReports},
	// The words of statements in an index of our own (postings.go): FTS5 looks up
	// the length of every statement that matches to rank it, which made a word that
	// stands everywhere take a tenth of a second.
	{sql: `DROP TABLE statement_words;
-- Where a word stands in the statements of the reading at seq.
CREATE TABLE statement_word (
	word   TEXT NOT NULL,
	seq    INTEGER NOT NULL,
	places BLOB NOT NULL,
	PRIMARY KEY (word, seq)
) WITHOUT ROWID;
-- How many words each statement of that reading has.
CREATE TABLE statement_length (
	seq     INTEGER PRIMARY KEY,
	lengths BLOB NOT NULL
);`, fill: indexStatements},
}

// Format is the newest version of the schema: what this program writes.
const Format = 3

// migrate brings the file to the newest version in one transaction, and refuses
// one that a newer program has written. A file of the newest version is not written
// to: who only reads does not wait for who writes.
func migrate(ctx context.Context, read, write *sql.DB) error {
	version, err := versionOf(ctx, read)
	if err != nil || version == Format {
		return err
	}
	tx, err := write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if version, err = versionOf(ctx, tx); err != nil { // another program may have been faster
		return err
	}
	for ; version < Format; version++ {
		if _, err := tx.ExecContext(ctx, migrations[version].sql); err != nil {
			return fmt.Errorf("schema version %d: %w", version+1, err)
		}
		if fill := migrations[version].fill; fill != nil {
			if err := fill(ctx, tx); err != nil {
				return fmt.Errorf("schema version %d: %w", version+1, err)
			}
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO schema (version) VALUES (?)`, version+1); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// versionOf returns the version of a file's schema, 0 for an empty file.
func versionOf(ctx context.Context, db querier) (version int, err error) {
	tables, err := column[string](ctx, db, `SELECT name FROM sqlite_master WHERE type = 'table'`)
	if err != nil || len(tables) == 0 {
		return 0, err
	}
	if !slices.Contains(tables, "schema") {
		return 0, tocsin.Errorf(tocsin.Invalid, "name a desk, or another path for a new one", "this is a database of another program")
	}
	list, err := column[int](ctx, db, `SELECT coalesce(max(version), 0) FROM schema`)
	if err != nil {
		return 0, err
	}
	if version = list[0]; version > Format {
		return version, tocsin.Errorf(tocsin.Unsupported, "use the newer tocsin that wrote it",
			"the desk has format %d, this program knows up to %d", version, Format)
	}
	return version, nil
}
