package sqlite

import (
	"context"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"tocsin"
	"tocsin/ledger"
)

// Head implements ledger.Auditor.
func (l *Ledger) Head(ctx context.Context) (ledger.Head, error) {
	var seq int64
	var chain []byte
	err := l.read.QueryRowContext(ctx, `SELECT seq, chain FROM log ORDER BY seq DESC LIMIT 1`).Scan(&seq, &chain)
	if errors.Is(err, sql.ErrNoRows) {
		return ledger.Head{}, nil
	}
	if err == nil && len(chain) != 32 {
		err = errors.New("the last entry has no chain hash")
	}
	if err != nil {
		return ledger.Head{}, l.wrap("read the head", err)
	}
	return ledger.HeadOf(seq, [32]byte(chain)), nil
}

// HeadAt implements ledger.Auditor.
func (l *Ledger) HeadAt(ctx context.Context, chain string) (ledger.Head, error) {
	sum, err := hex.DecodeString(strings.TrimPrefix(chain, "sha256:"))
	if err != nil || len(sum) != 32 {
		return ledger.Head{}, ledger.BadHead(chain)
	}
	var seq int64
	err = l.read.QueryRowContext(ctx, `SELECT seq FROM log WHERE chain = ?`, sum).Scan(&seq)
	if errors.Is(err, sql.ErrNoRows) {
		return ledger.Head{}, ledger.NoHead(chain)
	}
	return ledger.HeadOf(seq, [32]byte(sum)), l.wrap("look for the head", err)
}

// Verify implements ledger.Auditor. It reads from one snapshot, beside writers.
func (l *Ledger) Verify(ctx context.Context) error {
	tx, err := l.read.BeginTx(ctx, nil)
	if err != nil {
		return l.wrap("verify", err)
	}
	defer tx.Rollback()
	destroyed, err := destructions(ctx, tx)
	if err != nil {
		return l.wrap("verify", err)
	}
	seqs, err := column[int64](ctx, tx, `SELECT seq FROM log NOT INDEXED ORDER BY seq`)
	if err != nil {
		return l.wrap("verify", err)
	}
	if err := l.sound(ctx, tx); err != nil {
		return err
	}
	var before [32]byte
	for i, seq := range seqs {
		if seq != int64(i)+1 {
			return l.broken(int64(i)+1, "is missing")
		}
		if before, err = l.verifyEntry(ctx, tx, seq, before, destroyed); err != nil {
			return err
		}
	}
	return nil
}

// sound asks SQLite whether its file is whole: its indexes hold what its tables
// hold, no page is missing or used twice. A hash covers what an entry says, and not
// whether a search comes by it.
func (l *Ledger) sound(ctx context.Context, tx *sql.Tx) error {
	found, err := column[string](ctx, tx, `PRAGMA integrity_check(1)`)
	if err != nil {
		return l.wrap("verify", err)
	}
	if len(found) != 1 || found[0] != "ok" {
		return &tocsin.Error{Code: tocsin.Invalid, Op: "verify", Pos: tocsin.Pos{File: l.path},
			Hint: "restore it from a backup", Err: fmt.Errorf("the desk is damaged: %s", strings.Join(found, "; "))}
	}
	return nil
}

func (l *Ledger) broken(seq int64, format string, args ...any) error {
	return &tocsin.Error{Code: tocsin.Conflict, Op: "verify", Pos: tocsin.Pos{File: l.path},
		Hint: "restore a backup that verifies, and see who has had access", Err: fmt.Errorf("entry %d %s", seq, fmt.Sprintf(format, args...))}
}

// verifyEntry recomputes one entry and returns its chain hash.
func (l *Ledger) verifyEntry(ctx context.Context, tx *sql.Tx, seq int64, before [32]byte, d destroyed) ([32]byte, error) {
	e := ledger.Entry{Seq: seq}
	var known, recorded int64
	var sum, chain, body []byte
	err := tx.QueryRowContext(ctx, `SELECT kind, key, subject, known, recorded, sum, chain, body FROM log WHERE seq = ?`, seq).
		Scan(&e.Kind, &e.Key, &e.Subject, &known, &recorded, &sum, &chain, &body)
	if err != nil {
		return before, l.wrap("verify", err)
	}
	e.Known, e.Recorded = tocsin.Date(known), time.Unix(0, recorded)
	copy(e.Sum[:], sum)
	link := e.Chain(before)
	if string(link[:]) != string(chain) {
		return before, l.broken(seq, "(%s %s) is not what was chained", e.Kind, e.Key)
	}
	if body == nil {
		if !d.accounts(e) {
			return before, l.broken(seq, "(%s %s) has lost its body without a redaction", e.Kind, e.Key)
		}
		return link, nil
	}
	parts, err := l.parts(ctx, tx, e, body)
	if err != nil {
		return before, err
	}
	if sumOf(body, parts...) != e.Sum {
		return before, l.broken(seq, "(%s %s) was changed", e.Kind, e.Key)
	}
	return link, nil
}

// destroyed is what redactions say of missing bodies.
type destroyed struct {
	seqs map[int64]bool
	old  map[string]int64 // where each redaction stands that does not list its entries (format 1)
}

// accounts reports whether a redaction accounts for a missing body.
func (d destroyed) accounts(e ledger.Entry) bool {
	if d.seqs[e.Seq] {
		return true
	}
	switch e.Kind {
	case "report":
		return d.old[e.Key] > e.Seq
	case "reading":
		return d.old[e.Subject] > e.Seq
	case "review": // of a statement whose report is no longer written down
		for _, seq := range d.old {
			if seq > e.Seq {
				return true
			}
		}
	}
	return false
}

// destructions reads the redactions.
func destructions(ctx context.Context, tx *sql.Tx) (destroyed, error) {
	d := destroyed{seqs: map[int64]bool{}, old: map[string]int64{}}
	rows, err := tx.QueryContext(ctx, `SELECT key, seq, body FROM log WHERE kind = 'redaction'`)
	if err != nil {
		return d, err
	}
	defer rows.Close()
	for rows.Next() {
		var key string
		var seq int64
		var body []byte
		if err := rows.Scan(&key, &seq, &body); err != nil {
			return d, err
		}
		var r redaction
		if err := json.Unmarshal(body, &r); err != nil {
			return d, err
		}
		if r.Destroyed == nil {
			d.old[key] = seq
		}
		for _, gone := range r.Destroyed {
			d.seqs[gone] = d.seqs[gone] || gone < seq
		}
	}
	return d, rows.Err()
}

// parts returns what the sum of an entry covers beside its body, and holds bytes
// that are kept by their hash to it.
func (l *Ledger) parts(ctx context.Context, tx *sql.Tx, e ledger.Entry, body []byte) ([][]byte, error) {
	switch e.Kind {
	case "reading":
		list, err := column[[]byte](ctx, tx, `SELECT body FROM statement WHERE seq = ? ORDER BY ord`, e.Seq)
		if err != nil {
			return nil, l.wrap("verify", err)
		}
		links, err := column[[]byte](ctx, tx, `SELECT body FROM link WHERE seq = ? ORDER BY ord`, e.Seq)
		return append(list, links...), l.wrap("verify", err)
	case "dataset":
		// The first entry of a file brought its events; later ones only name it.
		list, err := column[[]byte](ctx, tx, `SELECT body FROM chunk WHERE file = ?1
			AND ?2 = (SELECT min(seq) FROM log WHERE kind = 'dataset' AND key = ?1) ORDER BY ord`, e.Key, e.Seq)
		return list, l.wrap("verify", err)
	case "report":
		var r tocsin.Report
		if err := json.Unmarshal(body, &r); err != nil {
			return nil, l.broken(e.Seq, "cannot be read: %v", err)
		}
		return nil, l.verifyBytes(ctx, tx, e.Seq, r.ID, r.TextHash)
	case "places":
		return nil, l.verifyBytes(ctx, tx, e.Seq, e.Key)
	}
	return nil, nil
}

func (l *Ledger) verifyBytes(ctx context.Context, tx *sql.Tx, seq int64, hashes ...string) error {
	for _, hash := range hashes {
		var b []byte
		err := tx.QueryRowContext(ctx, `SELECT bytes FROM blob WHERE hash = ?`, hash).Scan(&b)
		if errors.Is(err, sql.ErrNoRows) {
			return l.broken(seq, "has lost its bytes %s", hash)
		}
		if err != nil {
			return l.wrap("verify", err)
		}
		if tocsin.Hash(b) != hash {
			return l.broken(seq, "has bytes that hash to %s instead of %s", tocsin.Hash(b), hash)
		}
	}
	return nil
}

// A querier is a database or a transaction on it.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// column reads the one column of a query.
func column[T any](ctx context.Context, db querier, query string, args ...any) ([]T, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []T
	for rows.Next() {
		var t T
		if err := rows.Scan(&t); err != nil {
			return nil, err
		}
		list = append(list, t)
	}
	return list, rows.Err()
}
