package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"tocsin"
	"tocsin/ledger"
)

// redaction is the body of a redaction's entry: beside what the person said,
// where the entries stand whose bodies went with it. Format 1 did not write that
// down.
type redaction struct {
	tocsin.Redaction
	Destroyed []int64 `json:"destroyed"`
}

// bodies lists the entries whose bodies go when the report ?1 is redacted: it and
// its readings; reviews and grades of its statements; marks of it; and the undoing
// of any of these, since a reason may quote.
const bodies = `WITH RECURSIVE gone (key) AS (
	SELECT key FROM log WHERE kind IN ('review', 'grade') AND subject IN (SELECT id FROM statement WHERE report = ?1)
	UNION SELECT key FROM log WHERE kind = 'mark' AND subject = ?1
	UNION SELECT log.key FROM log JOIN gone ON log.kind = 'undo' AND log.subject = gone.key)
SELECT seq FROM log WHERE body IS NOT NULL AND (kind = 'report' AND key = ?1 OR kind = 'reading' AND subject = ?1
	OR kind IN ('review', 'grade', 'mark', 'undo') AND key IN (SELECT key FROM gone)) ORDER BY seq`

// rest lists what else goes with the report ?1.
var rest = []string{
	`DELETE FROM link WHERE seq IN (SELECT seq FROM log WHERE kind = 'reading' AND subject = ?1)`,
	`DELETE FROM statement_word WHERE seq IN (SELECT seq FROM log WHERE kind = 'reading' AND subject = ?1)`,
	`DELETE FROM statement_length WHERE seq IN (SELECT seq FROM log WHERE kind = 'reading' AND subject = ?1)`,
	`DELETE FROM statement WHERE report = ?1`,
	`DELETE FROM holding WHERE report = ?1`,
	`DELETE FROM blob WHERE hash NOT IN (SELECT hash FROM holding) AND hash NOT IN (SELECT key FROM log WHERE kind = 'places')`,
}

// Redact implements ledger.JudgementWriter. What is deleted is overwritten
// (secure_delete), the file is written anew without the free pages and the
// write-ahead log emptied, so that the bytes are in no file of the desk when it
// returns without an error. Where another program is reading the desk just then
// that cannot be done, and the error says so; redacting again sees it through.
func (l *Ledger) Redact(ctx context.Context, r tocsin.Redaction) (ledger.Added, error) {
	if err := ledger.CheckRedaction(r); err != nil {
		return ledger.Added{}, err
	}
	added, err := l.writing(ctx, "redact", func(tx *sql.Tx) (ledger.Added, error) {
		if seq, _, _, found, err := latest(ctx, tx, "redaction", r.Hash); found || err != nil {
			return ledger.Added{Seq: seq, Already: found}, err
		}
		if _, _, _, found, err := latest(ctx, tx, "report", r.Hash); err != nil || !found {
			if err == nil {
				err = ledger.NoReport(r.Hash)
			}
			return ledger.Added{}, err
		}
		seqs, err := column[int64](ctx, tx, bodies, r.Hash)
		if err != nil {
			return ledger.Added{}, err
		}
		for _, seq := range seqs {
			if _, err := tx.ExecContext(ctx, `UPDATE log SET body = NULL WHERE seq = ?`, seq); err != nil {
				return ledger.Added{}, err
			}
		}
		for _, stmt := range rest {
			if _, err := tx.ExecContext(ctx, stmt, r.Hash); err != nil {
				return ledger.Added{}, err
			}
		}
		if err := indexReports(ctx, tx); err != nil {
			return ledger.Added{}, err
		}
		return once(ctx, tx, ledger.Entry{Kind: "redaction", Key: r.Hash, Recorded: r.Recorded}, redaction{r, seqs})
	})
	if err != nil {
		return added, err
	}
	return added, l.scrub(ctx)
}

// orderOf says an error with the redaction of that body.
func orderOf(body []byte, say func(tocsin.Redaction) error) error {
	var r tocsin.Redaction
	if err := json.Unmarshal(body, &r); err != nil {
		return err
	}
	return say(r)
}

// scrub leaves nothing in the files of the desk but what its tables hold. It needs
// memory and free disk for a second copy of the file while it runs.
func (l *Ledger) scrub(ctx context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.read.SetMaxIdleConns(0) // let go of what our own readers may still hold
	defer l.read.SetMaxIdleConns(readers)
	if _, err := l.write.ExecContext(ctx, `VACUUM`); err != nil {
		return l.wrap("redact", fmt.Errorf("the record is redacted, its bytes are not yet overwritten: %w", err))
	}
	return l.truncate(ctx)
}

// truncate empties the write-ahead log into the file.
func (l *Ledger) truncate(ctx context.Context) error {
	var busy, pages, done int
	if err := l.write.QueryRowContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &pages, &done); err != nil {
		return l.wrap("redact", err)
	}
	if busy != 0 {
		return &tocsin.Error{Code: tocsin.Unavailable, Op: "redact", Pos: tocsin.Pos{File: l.path},
			Hint: "close what reads it (a server, another command), then redact again",
			Err:  fmt.Errorf("the record is redacted, but another program is reading this desk: some of the bytes may still be in its files")}
	}
	return nil
}
