package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"

	"tocsin"
	"tocsin/ledger"
)

// The full-text index holds words that package ledger has folded, and no text. It
// is written in the transaction of what it indexes, so that the two never differ,
// and made anew by a redaction: FTS5 would otherwise keep words that no row has
// any more.

// ordBits is how many bits of a row of statement_words count the statements of
// one reading.
const ordBits = 20

// wordsID is the row of statement_words for the statement at ord of the reading
// at seq.
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

// indexStatement makes a statement searchable; where an earlier reading has it, it
// is already.
func indexStatement(ctx context.Context, tx *sql.Tx, seq int64, ord int, s *tocsin.Statement) error {
	var first int64
	err := tx.QueryRowContext(ctx, `SELECT min(seq) FROM statement WHERE id = ?`, s.ID).Scan(&first)
	if err != nil || first != seq {
		return err
	}
	f := ledger.FieldsOf(s)
	_, err = tx.ExecContext(ctx, `INSERT INTO statement_words (rowid, quote, who, says, places) VALUES (?,?,?,?,?)`,
		wordsID(seq, ord), joined(f.Quote), joined(f.Who), joined(f.Says), joined(f.Places))
	return err
}

// indexAll makes the whole index anew from what the tables hold.
func indexAll(ctx context.Context, tx *sql.Tx) error {
	for _, table := range []string{"report_words", "statement_words"} {
		if _, err := tx.ExecContext(ctx, `INSERT INTO `+table+` (`+table+`) VALUES ('delete-all')`); err != nil {
			return err
		}
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
	return indexStatements(ctx, tx)
}

func indexStatements(ctx context.Context, tx *sql.Tx) error {
	readings, err := column[int64](ctx, tx, `SELECT DISTINCT seq FROM statement ORDER BY seq`)
	if err != nil {
		return err
	}
	for _, seq := range readings {
		list, err := column[[]byte](ctx, tx, `SELECT body FROM statement WHERE seq = ? ORDER BY ord`, seq)
		if err != nil {
			return err
		}
		for ord, body := range list {
			var s tocsin.Statement
			if err := json.Unmarshal(body, &s); err != nil {
				return err
			}
			if err := indexStatement(ctx, tx, seq, ord, &s); err != nil {
				return err
			}
		}
	}
	return nil
}
