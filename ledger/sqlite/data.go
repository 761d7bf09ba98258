package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"tocsin"
	"tocsin/ledger"
)

// packing collects the events of one file into chunks before the transaction
// that keeps them begins: reading the file locks nobody out.
type packing struct {
	enc       *encoder
	chunks    [][]byte
	rows      []int
	kept      int
	countries map[string]bool
	datasets  map[string]bool
}

func (p *packing) keep(ev tocsin.DataEvent) error {
	p.enc.add(&ev)
	p.kept++
	p.countries[ev.Country] = true
	p.datasets[ev.Dataset] = true
	if p.enc.n == chunkRows {
		p.flush()
	}
	return nil
}

func (p *packing) flush() {
	if p.enc.n > 0 {
		p.rows = append(p.rows, p.enc.n)
		p.chunks = append(p.chunks, p.enc.bytes())
	}
}

// AddDataset implements ledger.DatasetWriter.
func (l *Ledger) AddDataset(ctx context.Context, recorded time.Time, fill ledger.Fill) (ledger.Vintage, ledger.Added, error) {
	p := &packing{enc: newEncoder(), countries: map[string]bool{}, datasets: map[string]bool{}}
	v, err := fill(p.keep)
	if err != nil {
		return v, ledger.Added{}, err
	}
	p.flush()
	var countries []string
	for name := range p.datasets {
		if name != v.Dataset.Dataset {
			return v, ledger.Added{}, ledger.OtherDataset(v, name)
		}
	}
	for c := range p.countries {
		countries = append(countries, c)
	}
	if err := ledger.CheckVintage(&v, p.kept, countries, recorded); err != nil {
		return v, ledger.Added{}, err
	}
	added, err := l.writing(ctx, "add dataset", func(tx *sql.Tx) (added ledger.Added, err error) {
		v, added, err = p.write(ctx, tx, v)
		return added, err
	})
	return v, added, err
}

func (p *packing) write(ctx context.Context, tx *sql.Tx, v ledger.Vintage) (ledger.Vintage, ledger.Added, error) {
	seq, _, body, found, err := latest(ctx, tx, "dataset", v.SHA256)
	if err != nil {
		return v, ledger.Added{}, err
	}
	if found {
		var old ledger.Vintage
		if err := json.Unmarshal(body, &old); err != nil {
			return v, ledger.Added{}, err
		}
		if !v.Tells(old) {
			return old, ledger.Added{Seq: seq, Already: true}, nil
		}
		v = v.Merge(old)
		p.chunks = nil // the entry that brought them covers them
	} else {
		for i, c := range p.chunks {
			if _, err := tx.ExecContext(ctx, `INSERT INTO chunk (file, ord, rows, body) VALUES (?,?,?,?)`, v.SHA256, i, p.rows[i], c); err != nil {
				return v, ledger.Added{}, err
			}
		}
	}
	if body, err = json.Marshal(v); err != nil {
		return v, ledger.Added{}, err
	}
	seq, err = appendLog(ctx, tx, ledger.Entry{Kind: "dataset", Key: v.SHA256, Subject: v.Dataset.Dataset,
		Known: v.Released, Recorded: v.Recorded}, body, p.chunks...)
	return v, ledger.Added{Seq: seq}, err
}

// AddPlaces implements ledger.DatasetWriter.
func (l *Ledger) AddPlaces(ctx context.Context, f ledger.PlaceFile, raw []byte) (ledger.Added, error) {
	if err := ledger.CheckPlaces(f, raw); err != nil {
		return ledger.Added{}, err
	}
	return l.writing(ctx, "add places", func(tx *sql.Tx) (ledger.Added, error) {
		if seq, _, _, found, err := latest(ctx, tx, "places", f.SHA256); found || err != nil {
			return ledger.Added{Seq: seq, Already: found}, err
		}
		if _, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO blob (hash, bytes) VALUES (?,?)`, f.SHA256, raw); err != nil {
			return ledger.Added{}, err
		}
		return once(ctx, tx, ledger.Entry{Kind: "places", Key: f.SHA256, Known: f.Released, Recorded: f.Recorded}, f)
	})
}

// once appends a record under its key unless it is there.
func once(ctx context.Context, tx *sql.Tx, e ledger.Entry, record any) (ledger.Added, error) {
	body, err := json.Marshal(record)
	if err != nil {
		return ledger.Added{}, err
	}
	if e.Key == "" {
		e.Key = tocsin.Hash(body)
	}
	if seq, _, _, found, err := latest(ctx, tx, e.Kind, e.Key); found || err != nil {
		return ledger.Added{Seq: seq, Already: found}, err
	}
	seq, err := appendLog(ctx, tx, e, body)
	return ledger.Added{Seq: seq}, err
}

// AddReview implements ledger.JudgementWriter.
func (l *Ledger) AddReview(ctx context.Context, r tocsin.Review) (ledger.Added, error) {
	if err := ledger.CheckReview(r); err != nil {
		return ledger.Added{}, err
	}
	return l.writing(ctx, "add review", func(tx *sql.Tx) (ledger.Added, error) {
		var n int
		if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM statement WHERE id = ?`, r.Statement).Scan(&n); err != nil {
			return ledger.Added{}, err
		}
		if n == 0 {
			return ledger.Added{}, ledger.NoStatement(r.Statement)
		}
		return once(ctx, tx, ledger.Entry{Kind: "review", Subject: r.Statement, Known: tocsin.DateOf(r.Recorded.UTC()), Recorded: r.Recorded}, r)
	})
}

// AddMatch implements ledger.JudgementWriter.
func (l *Ledger) AddMatch(ctx context.Context, m tocsin.Match) (ledger.Added, error) {
	if err := ledger.CheckMatch(m); err != nil {
		return ledger.Added{}, err
	}
	return l.writing(ctx, "add match", func(tx *sql.Tx) (ledger.Added, error) {
		return once(ctx, tx, ledger.Entry{Kind: "match", Subject: m.Left, Known: tocsin.DateOf(m.Recorded.UTC()), Recorded: m.Recorded}, m)
	})
}

// destroy lists what goes when a report is redacted; ? is its id. What is kept of
// reviews is that there were some.
var destroy = []string{
	`UPDATE log SET body = NULL WHERE kind = 'review' AND body IS NOT NULL AND subject IN (SELECT id FROM statement WHERE report = ?)`,
	`DELETE FROM link WHERE seq IN (SELECT seq FROM log WHERE kind = 'reading' AND subject = ?)`,
	`DELETE FROM statement WHERE report = ?`,
	`UPDATE log SET body = NULL WHERE kind = 'reading' AND body IS NOT NULL AND subject = ?`,
	`UPDATE log SET body = NULL WHERE kind = 'report' AND body IS NOT NULL AND key = ?`,
	`DELETE FROM holding WHERE report = ?`,
}

// Redact implements ledger.JudgementWriter. SQLite overwrites what it deletes
// (secure_delete), and the write-ahead log is emptied, so that the bytes are in
// no file of the desk when it returns. A second redaction of the same report
// adds nothing.
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
		for _, stmt := range destroy {
			if _, err := tx.ExecContext(ctx, stmt, r.Hash); err != nil {
				return ledger.Added{}, err
			}
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM blob WHERE hash NOT IN (SELECT hash FROM holding)
			AND hash NOT IN (SELECT key FROM log WHERE kind = 'places')`); err != nil {
			return ledger.Added{}, err
		}
		return once(ctx, tx, ledger.Entry{Kind: "redaction", Key: r.Hash, Recorded: r.Recorded}, r)
	})
	if err != nil {
		return added, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err = l.write.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
	return added, l.wrap("redact", err)
}
