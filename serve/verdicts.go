package serve

import (
	"context"
	"net/http"
	"slices"
	"sync"

	"github.com/go-chi/chi/v5"

	"tocsin"
	"tocsin/desk"
	"tocsin/ledger"
	"tocsin/watch"
)

// maxKept is how many reports' verdicts are kept before all are dropped.
const maxKept = 4096

// verdictCache keeps the verdicts on reports as long as the ledger stays as it
// is: judging takes longer than showing.
type verdictCache struct {
	mu   sync.Mutex
	head ledger.Head
	of   map[keptKey][]tocsin.Verdict
}

// A keptKey is a report as it was known at a date.
type keptKey struct {
	report string
	at     tocsin.Date
}

// judged are the verdicts on the claims of one report, as known at a date. They
// are made again when anything has been added to the ledger.
func (s *server) judged(ctx context.Context, at tocsin.Date, report string) ([]tocsin.Verdict, error) {
	head, err := s.desk.Head(ctx)
	if err != nil {
		return nil, err
	}
	key := keptKey{report, at}
	s.kept.mu.Lock()
	defer s.kept.mu.Unlock()
	if s.kept.head != head || len(s.kept.of) >= maxKept {
		s.kept.head, s.kept.of = head, make(map[keptKey][]tocsin.Verdict)
	}
	if list, ok := s.kept.of[key]; ok {
		return list, nil
	}
	var statements []tocsin.Statement // as persons left them
	for st, err := range s.desk.View(at).Statements(ctx, ledger.Filter{Report: report}) {
		if err != nil {
			return nil, err
		}
		statements = append(statements, st)
	}
	if statements, err = s.desk.AsJudged(ctx, statements); err != nil {
		return nil, err
	}
	list, err := s.desk.Check(ctx, statements, at, s.options.Args)
	if err != nil {
		return nil, err
	}
	s.kept.of[key] = list
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
	From    string // the report after which the list goes on; "" for the latest
	Next    string // the same of the page that follows; "" where there is none
}

// onePage is how many verdicts make a page full. All of a report's stand on it.
const onePage = 50

func (s *server) verdicts(r *http.Request) (view, error) {
	at, err := s.at(r)
	if err != nil {
		return view{}, err
	}
	reports, err := s.latestFirst(r.Context(), at)
	if err != nil {
		return view{}, err
	}
	page := judgements{From: r.URL.Query().Get("after")}
	reports = after(reports, page.From)
	for i := range reports {
		list, err := s.judged(r.Context(), at, reports[i].ID)
		if err != nil {
			return view{}, err
		}
		page.List = append(page.List, list...)
		if len(page.List) >= onePage && i+1 < len(reports) {
			page.Next = reports[i].ID
			break
		}
	}
	page.Tallies = tallies(page.List)
	return view{Page: "verdicts", Title: "Verdicts", Data: page}, nil
}

// latestFirst are the reports known at a date.
func (s *server) latestFirst(ctx context.Context, at tocsin.Date) ([]tocsin.Report, error) {
	var out []tocsin.Report
	for rep, err := range s.desk.View(at).Reports(ctx) {
		if err != nil {
			return nil, err
		}
		out = append(out, rep)
	}
	slices.Reverse(out)
	return out, nil
}

// after is the rest of a list of reports behind the one of that id; all of it
// where there is none such.
func after(list []tocsin.Report, id string) []tocsin.Report {
	for i := range list {
		if list[i].ID == id {
			return list[i+1:]
		}
	}
	return list
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
	v, err := s.found(r.Context(), at, chi.URLParam(r, "id"), r.URL.Query().Get("of"))
	if err != nil {
		return view{}, err
	}
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

// found is the verdict of that id. The statement whose claim it judges leads to
// it; without one, the reports are gone through, the latest first.
func (s *server) found(ctx context.Context, at tocsin.Date, id, of string) (tocsin.Verdict, error) {
	var reports []string
	if of != "" {
		for st, err := range s.desk.View(at).Statements(ctx, statementFilter(of)) {
			if err != nil {
				return tocsin.Verdict{}, err
			}
			reports = append(reports, st.Report)
		}
	} else {
		list, err := s.latestFirst(ctx, at)
		if err != nil {
			return tocsin.Verdict{}, err
		}
		for i := range list {
			reports = append(reports, list[i].ID)
		}
	}
	for _, report := range reports {
		list, err := s.judged(ctx, at, report)
		if err != nil {
			return tocsin.Verdict{}, err
		}
		if i := slices.IndexFunc(list, func(v tocsin.Verdict) bool { return v.ID == id }); i >= 0 {
			return list[i], nil
		}
	}
	return tocsin.Verdict{}, tocsin.Errorf(tocsin.NotFound, "see the list of verdicts; a verdict changes its name when its data changes", "no such verdict is known here")
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
