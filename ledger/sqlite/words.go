package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"tocsin"
	"tocsin/ledger"
)

// The full-text indexes hold words that package ledger has folded, and no text.
// They are written in the transaction of what they index, so that they never differ
// from it. That of the reports is FTS5's and made anew by a redaction: FTS5 would
// otherwise keep words that no row has any more. That of the statements is our own
// (postings.go).

// ordBits is how many bits of a row of statement count the statements of one
// reading.
const ordBits = 20

// wordsID is the row of the statement at ord of the reading at seq.
func wordsID(seq int64, ord int) int64 { return seq<<ordBits | int64(ord) }

func joined(words []string) string { return strings.Join(words, " ") }

// indexReport makes the report whose newest entry stands at seq searchable.
func indexReport(ctx context.Context, tx *sql.Tx, seq int64, r *tocsin.Report, text string) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO report_words (rowid, title, publisher, text) VALUES (?,?,?,?)`,
		seq, joined(ledger.Words(r.Title)), joined(ledger.Words(r.Publisher)), joined(ledger.Words(text)))
	return err
}

// unindexReport takes back what indexReport did for an entry that a correction
// replaces.
func unindexReport(ctx context.Context, tx *sql.Tx, seq int64, r *tocsin.Report, text string) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO report_words (report_words, rowid, title, publisher, text) VALUES ('delete',?,?,?,?)`,
		seq, joined(ledger.Words(r.Title)), joined(ledger.Words(r.Publisher)), joined(ledger.Words(text)))
	return err
}

// indexReports makes the index of the reports anew from what the tables hold.
func indexReports(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, `INSERT INTO report_words (report_words) VALUES ('delete-all')`); err != nil {
		return err
	}
	reports, err := column[int64](ctx, tx, `SELECT seq FROM log WHERE body IS NOT NULL
		AND seq IN (SELECT max(seq) FROM log WHERE kind = 'report' GROUP BY key) ORDER BY seq`)
	if err != nil {
		return err
	}
	for _, seq := range reports {
		var body, text []byte
		if err := tx.QueryRowContext(ctx, `SELECT body FROM log WHERE seq = ?`, seq).Scan(&body); err != nil {
			return err
		}
		var r tocsin.Report
		if err := json.Unmarshal(body, &r); err != nil {
			return err
		}
		err := tx.QueryRowContext(ctx, `SELECT bytes FROM blob WHERE hash = ?`, r.TextHash).Scan(&text)
		if err != nil && !errors.Is(err, sql.ErrNoRows) { // what is lost verify will tell
			return err
		}
		if err := indexReport(ctx, tx, seq, &r, string(text)); err != nil {
			return err
		}
	}
	return nil
}

// indexStatements makes the index of the statements from what the tables hold.
func indexStatements(ctx context.Context, tx *sql.Tx) error {
	readings, err := column[int64](ctx, tx, `SELECT DISTINCT seq FROM statement ORDER BY seq`)
	if err != nil {
		return err
	}
	for _, seq := range readings {
		bodies, err := column[[]byte](ctx, tx, `SELECT body FROM statement WHERE seq = ? ORDER BY ord`, seq)
		if err != nil {
			return err
		}
		list := make([]tocsin.Statement, len(bodies))
		for i, body := range bodies {
			if err := json.Unmarshal(body, &list[i]); err != nil {
				return err
			}
		}
		if err := indexReading(ctx, tx, seq, list); err != nil {
			return err
		}
	}
	return nil
}

// indexReading makes the statements of the reading at seq searchable; those that an
// earlier reading has are already.
func indexReading(ctx context.Context, tx *sql.Tx, seq int64, list []tocsin.Statement) error {
	fresh, err := column[int](ctx, tx, `SELECT ord FROM statement s WHERE seq = ?1
		AND NOT EXISTS (SELECT 1 FROM statement e WHERE e.id = s.id AND e.seq < ?1) ORDER BY ord`, seq)
	if err != nil {
		return err
	}
	if len(fresh) == 0 {
		return nil
	}
	words, lengths := postingsOf(list, fresh)
	if _, err := tx.ExecContext(ctx, `INSERT INTO statement_length (seq, lengths) VALUES (?,?)`, seq, lengths); err != nil {
		return err
	}
	insert, err := tx.PrepareContext(ctx, `INSERT INTO statement_word (word, seq, places) VALUES (?,?,?)`)
	if err != nil {
		return err
	}
	defer insert.Close()
	for _, word := range slices.Sorted(maps.Keys(words)) {
		if _, err := insert.ExecContext(ctx, word, seq, words[word].bytes); err != nil {
			return err
		}
	}
	return nil
}
