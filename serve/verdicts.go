package serve

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/go-chi/chi/v5"

	"tocsin"
	"tocsin/desk"
	"tocsin/watch"
)

// verdictCache keeps the verdicts of the last date that was asked for: judging
// the claims of a whole desk takes longer than showing them.
type verdictCache struct {
	mu   sync.Mutex
	key  string
	list []tocsin.Verdict
}

// judged are the verdicts on the statements known at a date. They are made
// again when a statement or a dataset has come in.
func (s *server) judged(ctx context.Context, at tocsin.Date) ([]tocsin.Verdict, error) {
	statements, err := s.desk.Statements(ctx, at)
	if err != nil {
		return nil, err
	}
	data, err := s.desk.Data(ctx, at)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	b.WriteString(at.String())
	for i := range statements {
		b.WriteString(statements[i].ID)
	}
	for _, v := range data.Vintages {
		b.WriteString(v.SHA256 + v.Released.String())
	}
	key := tocsin.Hash([]byte(b.String()))
	s.kept.mu.Lock()
	defer s.kept.mu.Unlock()
	if s.kept.key == key {
		return s.kept.list, nil
	}
	list, err := s.desk.Check(ctx, statements, at, s.options.Args)
	if err != nil {
		return nil, err
	}
	s.kept.key, s.kept.list = key, list
	return list, nil
}

// A tally counts verdicts of one kind.
type tally struct {
	Verdict string
	N       int
}

func tallies(list []tocsin.Verdict) []tally {
	var out []tally
	for _, v := range []string{tocsin.Holds, tocsin.Partly, tocsin.DoesNotHold, tocsin.CannotBeMeasured} {
		t := tally{Verdict: v}
		for i := range list {
			if list[i].Verdict == v {
				t.N++
			}
		}
		out = append(out, t)
	}
	return out
}

// judgements is what the list of verdicts shows.
type judgements struct {
	List    []tocsin.Verdict
	Tallies []tally
}

func (s *server) verdicts(r *http.Request) (view, error) {
	at, err := s.at(r)
	if err != nil {
		return view{}, err
	}
	list, err := s.judged(r.Context(), at)
	if err != nil {
		return view{}, err
	}
	return view{Page: "verdicts", Title: "Verdicts", Data: judgements{list, tallies(list)}}, nil
}

// mostRows is how many rows a page shows; the query prints all of them.
const mostRows = 500

// A judged claim is what the page of a verdict shows.
type judgedClaim struct {
	tocsin.Verdict
	Said   *item // nil for a pasted text
	Source tocsin.Report
	Claim  []field
	Rows   []tocsin.DataEvent
	Left   int // rows that are not shown
}

func (s *server) verdict(r *http.Request) (view, error) {
	at, err := s.at(r)
	if err != nil {
		return view{}, err
	}
	list, err := s.judged(r.Context(), at)
	if err != nil {
		return view{}, err
	}
	id := chi.URLParam(r, "id")
	i := slices.IndexFunc(list, func(v tocsin.Verdict) bool { return v.ID == id })
	if i < 0 {
		return view{}, tocsin.Errorf(tocsin.NotFound, "see the list of verdicts; a verdict changes its name when its data changes", "no such verdict is known here")
	}
	v := list[i]
	data, err := s.desk.Data(r.Context(), at)
	if err != nil {
		return view{}, err
	}
	page := judgedClaim{Verdict: v}
	if v.Claim != nil {
		page.Claim = claimFields(v.Claim)
	}
	page.Rows, page.Left = rows(data, v.Events)
	for st, err := range s.desk.View(at).Statements(r.Context(), statementFilter(v.Statement)) {
		if err != nil {
			return view{}, err
		}
		page.Said = &item{Statement: st}
		if page.Source, err = s.desk.View(at).Report(r.Context(), st.Report); err != nil {
			return view{}, err
		}
	}
	return view{Page: "verdict", Title: "Verdict: " + plain(v.Verdict), Data: page}, nil
}

// rows finds the rows a verdict rests on, in the order of the tables, which is
// that of their dates.
func rows(data *desk.Data, ids []string) (list []tocsin.DataEvent, left int) {
	wanted := make(map[string]bool, len(ids))
	for _, id := range ids {
		wanted[id] = true
	}
	for _, t := range []*watch.Table{data.Events, data.Coups} {
		for i := range t.Len() {
			if len(wanted) == 0 {
				break
			}
			if id := t.ID(i); wanted[id] {
				delete(wanted, id)
				if len(list) == mostRows {
					left++
					continue
				}
				list = append(list, t.Event(i))
			}
		}
	}
	return list, left + len(wanted)
}
