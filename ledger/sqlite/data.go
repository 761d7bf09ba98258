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
