// Package memory keeps a ledger in memory: the reference that every other
// backend is held to, written to be read, and good for tests.
//
// It holds everything as it was given, in order, and answers every question by
// going through all of it. Nothing survives Close. It is safe for many
// goroutines.
package memory

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"tocsin"
	"tocsin/ledger"
)

// A Ledger is a ledger in memory.
type Ledger struct {
	mu     sync.RWMutex
	log    []record
	chains [][32]byte
	blobs  map[string][]byte
	events map[string][]tocsin.DataEvent // by the hash of their file
}

// record is a log entry with its body; body is nil once it was redacted.
type record struct {
	ledger.Entry
	body any
}

// reading is the body of a reading's entry.
type reading struct {
	rd         tocsin.Reading
	statements []tocsin.Statement
	links      []tocsin.Link
}

var _ ledger.Ledger = (*Ledger)(nil)

// New returns an empty ledger.
func New() *Ledger {
	return &Ledger{blobs: map[string][]byte{}, events: map[string][]tocsin.DataEvent{}}
}

// Close implements ledger.Ledger.
func (l *Ledger) Close() error { return nil }

// sum hashes a body as JSON.
func sum(body any) ([32]byte, error) {
	if r, ok := body.(reading); ok {
		body = []any{r.rd, r.statements, r.links}
	}
	b, err := json.Marshal(body)
	return sha256.Sum256(b), err
}

// add appends an entry.
func (l *Ledger) add(e ledger.Entry, body any) (ledger.Added, error) {
	var err error
	if e.Sum, err = sum(body); err != nil {
		return ledger.Added{}, err
	}
	e.Seq, e.Recorded = int64(len(l.log))+1, e.Recorded.UTC()
	l.chains = append(l.chains, e.Chain(l.last()))
	l.log = append(l.log, record{e, body})
	return ledger.Added{Seq: e.Seq}, nil
}

func (l *Ledger) last() (chain [32]byte) {
	if len(l.chains) > 0 {
		chain = l.chains[len(l.chains)-1]
	}
	return chain
}

// latest is the newest entry with that key, or nil.
func (l *Ledger) latest(kind, key string) *record {
	for i := range slices.Backward(l.log) {
		if r := &l.log[i]; r.Kind == kind && r.Key == key {
			return r
		}
	}
	return nil
}

// once appends a record under its key unless it is there.
func (l *Ledger) once(e ledger.Entry, body any) (ledger.Added, error) {
	if e.Key == "" {
		s, err := sum(body)
		if err != nil {
			return ledger.Added{}, err
		}
		e.Key = fmt.Sprintf("sha256:%x", s)
	}
	if r := l.latest(e.Kind, e.Key); r != nil {
		return ledger.Added{Seq: r.Seq, Already: true}, nil
	}
	return l.add(e, body)
}

// AddReport implements ledger.ReportWriter.
func (l *Ledger) AddReport(_ context.Context, r tocsin.Report, raw []byte, recorded time.Time) (ledger.Added, error) {
	if err := ledger.CheckReport(r, raw, recorded); err != nil {
		return ledger.Added{}, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if order := l.latest("redaction", r.ID); order != nil {
		return ledger.Added{}, ledger.Redacted(order.body.(tocsin.Redaction))
	}
	known := ledger.ReportKnown(r, recorded)
	if old := l.latest("report", r.ID); old != nil {
		merged, changed, err := ledger.MergeReport(old.body.(tocsin.Report), r)
		if err != nil || !changed {
			return ledger.Added{Seq: old.Seq, Already: err == nil}, err
		}
		if r = merged; r.Published.IsZero() && r.Retrieved == nil {
			known = old.Known
		} else {
			known = ledger.ReportKnown(r, recorded)
		}
	}
	l.blobs[r.ID] = slices.Clone(raw)
	return l.add(ledger.Entry{Kind: "report", Key: r.ID, Subject: r.Revises, Known: known, Recorded: recorded}, r)
}

// AddReading implements ledger.ReportWriter.
func (l *Ledger) AddReading(_ context.Context, rd tocsin.Reading, statements []tocsin.Statement, links []tocsin.Link) (ledger.Added, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	report := l.latest("report", rd.Report)
	if report == nil || report.body == nil {
		return ledger.Added{}, ledger.NoReport(rd.Report)
	}
	if err := ledger.CheckReading(rd, statements, links, report.body.(tocsin.Report).Text); err != nil {
		return ledger.Added{}, err
	}
	e := ledger.Entry{Kind: "reading", Key: rd.ID, Subject: rd.Report, Recorded: rd.Recorded}
	body := reading{rd, slices.Clone(statements), slices.Clone(links)}
	body.rd.Recorded = time.Time{}
	for i := range body.statements {
		body.statements[i].Recorded = nil
	}
	for i := range body.links {
		body.links[i].Recorded = nil
	}
	fresh, err := sum(body)
	if err != nil {
		return ledger.Added{}, err
	}
	for i := range slices.Backward(l.log) {
		if old := &l.log[i]; old.Kind == "reading" && old.Subject == rd.Report {
			if old.Sum == fresh {
				return ledger.Added{Seq: old.Seq, Already: true}, nil
			}
			break
		}
	}
	return l.add(e, body)
}

// AddDataset implements ledger.DatasetWriter.
func (l *Ledger) AddDataset(_ context.Context, recorded time.Time, fill ledger.Fill) (ledger.Vintage, ledger.Added, error) {
	var events []tocsin.DataEvent
	v, err := fill(func(ev tocsin.DataEvent) error {
		ev.Flags = slices.Clone(ev.Flags)
		events = append(events, ev)
		return nil
	})
	if err != nil {
		return v, ledger.Added{}, err
	}
	named := map[string]bool{}
	for _, ev := range events {
		named[ev.Country] = true
		if ev.Dataset != v.Dataset.Dataset {
			return v, ledger.Added{}, ledger.OtherDataset(v, ev.Dataset)
		}
	}
	if err := ledger.CheckVintage(&v, len(events), slices.Collect(maps.Keys(named)), recorded); err != nil {
		return v, ledger.Added{}, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if old := l.latest("dataset", v.SHA256); old != nil {
		before := old.body.(ledger.Vintage)
		if !v.Tells(before) {
			return before, ledger.Added{Seq: old.Seq, Already: true}, nil
		}
		v = v.Merge(before)
	} else {
		l.events[v.SHA256] = events
	}
	added, err := l.add(ledger.Entry{Kind: "dataset", Key: v.SHA256, Subject: v.Dataset.Dataset, Known: v.Released, Recorded: recorded}, v)
	return v, added, err
}

// AddPlaces implements ledger.DatasetWriter.
func (l *Ledger) AddPlaces(_ context.Context, f ledger.PlaceFile, raw []byte) (ledger.Added, error) {
	if err := ledger.CheckPlaces(f, raw); err != nil {
		return ledger.Added{}, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.blobs[f.SHA256] = slices.Clone(raw)
	return l.once(ledger.Entry{Kind: "places", Key: f.SHA256, Known: f.Released, Recorded: f.Recorded}, f)
}

// Head implements ledger.Auditor.
func (l *Ledger) Head(context.Context) (ledger.Head, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return ledger.HeadOf(int64(len(l.log)), l.last()), nil
}

// HeadAt implements ledger.Auditor.
func (l *Ledger) HeadAt(_ context.Context, chain string) (ledger.Head, error) {
	if len(chain) != len("sha256:")+64 {
		return ledger.Head{}, ledger.BadHead(chain)
	}
	l.mu.RLock()
	defer l.mu.RUnlock()
	for i, c := range l.chains {
		if h := ledger.HeadOf(int64(i)+1, c); h.Chain == chain {
			return h, nil
		}
	}
	return ledger.Head{}, ledger.NoHead(chain)
}

// Verify implements ledger.Auditor.
func (l *Ledger) Verify(context.Context) error {
	l.mu.RLock()
	defer l.mu.RUnlock()
	var before [32]byte
	for i, e := range l.log {
		if before = e.Chain(before); before != l.chains[i] {
			return tocsin.Errorf(tocsin.Conflict, "", "entry %d is not what was chained", e.Seq)
		}
		if e.body == nil {
			continue
		}
		if s, err := sum(e.body); err != nil || s != e.Sum {
			return tocsin.Errorf(tocsin.Conflict, "", "entry %d was changed", e.Seq)
		}
	}
	return nil
}
