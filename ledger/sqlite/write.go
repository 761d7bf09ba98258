package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"tocsin"
	"tocsin/ledger"
)

// writing runs do in the one transaction that writes, and commits unless do
// fails or has found the thing to be there already.
func (l *Ledger) writing(ctx context.Context, op string, do func(tx *sql.Tx) (ledger.Added, error)) (ledger.Added, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	tx, err := l.write.BeginTx(ctx, nil)
	if err != nil {
		return ledger.Added{}, l.wrap(op, err)
	}
	defer tx.Rollback()
	added, err := do(tx)
	if err != nil {
		return ledger.Added{}, l.wrap(op, err)
	}
	if added.Already {
		return added, nil
	}
	if err := tx.Commit(); err != nil {
		return ledger.Added{}, l.wrap(op, err)
	}
	return added, nil
}

// appendLog adds an entry behind the last and returns where it stands. The sum
// is over the body and what parts hold.
func appendLog(ctx context.Context, tx *sql.Tx, e ledger.Entry, body []byte, parts ...[]byte) (int64, error) {
	var chain []byte
	err := tx.QueryRowContext(ctx, `SELECT seq, chain FROM log ORDER BY seq DESC LIMIT 1`).Scan(&e.Seq, &chain)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, err
	}
	var before [32]byte
	copy(before[:], chain)
	e.Seq++
	e.Sum = sumOf(body, parts...)
	link := e.Chain(before)
	_, err = tx.ExecContext(ctx, `INSERT INTO log (seq, kind, key, subject, known, recorded, sum, chain, body) VALUES (?,?,?,?,?,?,?,?,?)`,
		e.Seq, e.Kind, e.Key, e.Subject, int64(e.Known), e.Recorded.UnixNano(), e.Sum[:], link[:], body)
	return e.Seq, err
}

// sumOf hashes a body and its parts, each by its own hash.
func sumOf(body []byte, parts ...[]byte) [32]byte {
	h := sha256.New()
	for _, p := range append([][]byte{body}, parts...) {
		s := sha256.Sum256(p)
		h.Write(s[:])
	}
	return [32]byte(h.Sum(nil))
}

// latest finds the newest entry with that key; found is false where none is.
func latest(ctx context.Context, tx *sql.Tx, kind, key string) (seq int64, sum, body []byte, found bool, err error) {
	err = tx.QueryRowContext(ctx, `SELECT seq, sum, body FROM log WHERE kind = ? AND key = ? ORDER BY seq DESC LIMIT 1`, kind, key).Scan(&seq, &sum, &body)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil, nil, false, nil
	}
	return seq, sum, body, err == nil, err
}

// AddReport implements ledger.ReportWriter.
func (l *Ledger) AddReport(ctx context.Context, r tocsin.Report, raw []byte, recorded time.Time) (ledger.Added, error) {
	if err := ledger.CheckReport(r, raw, recorded); err != nil {
		return ledger.Added{}, err
	}
	return l.writing(ctx, "add report", func(tx *sql.Tx) (ledger.Added, error) {
		if _, _, order, redacted, err := latest(ctx, tx, "redaction", r.ID); err != nil {
			return ledger.Added{}, err
		} else if redacted {
			return ledger.Added{}, orderOf(order, ledger.Redacted)
		}
		text := r.Text
		known := ledger.ReportKnown(r, recorded)
		seq, _, body, found, err := latest(ctx, tx, "report", r.ID)
		if err != nil {
			return ledger.Added{}, err
		}
		var old tocsin.Report
		if found {
			if err := json.Unmarshal(body, &old); err != nil {
				return ledger.Added{}, err
			}
			merged, changed, err := ledger.MergeReport(old, r)
			if err != nil || !changed {
				return ledger.Added{Seq: seq, Already: true}, err
			}
			if r = merged; r.Published.IsZero() && r.Retrieved == nil {
				if known, err = knownOf(ctx, tx, seq); err != nil {
					return ledger.Added{}, err
				}
			} else {
				known = ledger.ReportKnown(r, recorded)
			}
		}
		if found {
			if err := unindexReport(ctx, tx, seq, &old, text); err != nil {
				return ledger.Added{}, err
			}
		}
		for hash, bytes := range map[string][]byte{r.ID: raw, r.TextHash: []byte(text)} {
			if err := hold(ctx, tx, r.ID, hash, bytes); err != nil {
				return ledger.Added{}, err
			}
		}
		r.Text = ""
		if body, err = json.Marshal(r); err != nil {
			return ledger.Added{}, err
		}
		seq, err = appendLog(ctx, tx, ledger.Entry{Kind: "report", Key: r.ID, Subject: r.Revises, Known: known, Recorded: recorded}, body)
		if err != nil {
			return ledger.Added{}, err
		}
		return ledger.Added{Seq: seq}, indexReport(ctx, tx, seq, &r, text)
	})
}

func knownOf(ctx context.Context, tx *sql.Tx, seq int64) (tocsin.Date, error) {
	var known int64
	err := tx.QueryRowContext(ctx, `SELECT known FROM log WHERE seq = ?`, seq).Scan(&known)
	return tocsin.Date(known), err
}

// hold keeps bytes for a report.
func hold(ctx context.Context, tx *sql.Tx, report, hash string, bytes []byte) error {
	if _, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO blob (hash, bytes) VALUES (?,?)`, hash, bytes); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO holding (report, hash) VALUES (?,?)`, report, hash)
	return err
}

// AddReading implements ledger.ReportWriter.
func (l *Ledger) AddReading(ctx context.Context, rd tocsin.Reading, statements []tocsin.Statement, links []tocsin.Link) (ledger.Added, error) {
	return l.writing(ctx, "add reading", func(tx *sql.Tx) (ledger.Added, error) {
		text, err := textOf(ctx, tx, rd.Report)
		if err != nil {
			return ledger.Added{}, err
		}
		if err := ledger.CheckReading(rd, statements, links, text); err != nil {
			return ledger.Added{}, err
		}
		body, parts, err := packReading(rd, statements, links)
		if err != nil {
			return ledger.Added{}, err
		}
		var seq int64
		var sum []byte
		err = tx.QueryRowContext(ctx, `SELECT seq, sum FROM log WHERE kind = 'reading' AND subject = ? ORDER BY seq DESC LIMIT 1`, rd.Report).Scan(&seq, &sum)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return ledger.Added{}, err
		}
		if fresh := sumOf(body, parts...); err == nil && string(sum) == string(fresh[:]) {
			return ledger.Added{Seq: seq, Already: true}, nil
		}
		seq, err = appendLog(ctx, tx, ledger.Entry{Kind: "reading", Key: rd.ID, Subject: rd.Report, Recorded: rd.Recorded}, body, parts...)
		if err != nil {
			return ledger.Added{}, err
		}
		return ledger.Added{Seq: seq}, addParts(ctx, tx, seq, statements, parts)
	})
}

// packReading encodes a reading and, as its parts, the statements and then the
// links, without the time of recording: the log has it.
func packReading(rd tocsin.Reading, statements []tocsin.Statement, links []tocsin.Link) (body []byte, parts [][]byte, err error) {
	rd.Recorded = time.Time{}
	if body, err = json.Marshal(rd); err != nil {
		return nil, nil, err
	}
	for _, s := range statements {
		s.Recorded = nil
		if parts, err = appendJSON(parts, s); err != nil {
			return nil, nil, err
		}
	}
	for _, k := range links {
		k.Recorded = nil
		if parts, err = appendJSON(parts, k); err != nil {
			return nil, nil, err
		}
	}
	return body, parts, nil
}

func appendJSON(parts [][]byte, v any) ([][]byte, error) {
	b, err := json.Marshal(v)
	return append(parts, b), err
}

// addParts keeps the statements and links of the reading at seq.
func addParts(ctx context.Context, tx *sql.Tx, seq int64, statements []tocsin.Statement, parts [][]byte) error {
	for i, body := range parts {
		var err error
		if i < len(statements) {
			s := &statements[i]
			_, err = tx.ExecContext(ctx, `INSERT INTO statement (row, seq, ord, id, report, kind, body) VALUES (?,?,?,?,?,?,?)`,
				wordsID(seq, i), seq, i, s.ID, s.Report, string(s.Kind), body)
		} else {
			_, err = tx.ExecContext(ctx, `INSERT INTO link (seq, ord, body) VALUES (?,?,?)`, seq, i-len(statements), body)
		}
		if err != nil {
			return err
		}
	}
	return indexReading(ctx, tx, seq, statements)
}

// textOf returns the text of a report that is there.
func textOf(ctx context.Context, tx *sql.Tx, report string) (string, error) {
	_, _, body, found, err := latest(ctx, tx, "report", report)
	if err != nil {
		return "", err
	}
	if !found || body == nil {
		return "", ledger.NoReport(report)
	}
	var r tocsin.Report
	if err := json.Unmarshal(body, &r); err != nil {
		return "", err
	}
	var text []byte
	err = tx.QueryRowContext(ctx, `SELECT bytes FROM blob WHERE hash = ?`, r.TextHash).Scan(&text)
	return string(text), err
}
