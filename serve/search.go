package serve

import (
	"net/http"
	"slices"
	"strings"

	"tocsin"
	"tocsin/desk"
	"tocsin/ledger"
)

// hitsOnPage is how many hits a page shows; who gets as many asks more narrowly.
const hitsOnPage = 50

// A search is what was asked and what was found.
type search struct {
	Words      string
	Statements bool // statements were searched, not whole reports
	Asked      bool
	Hits       []hit
	More       bool // there may be more hits than are shown
}

// A hit is one thing that was found, with the words found lit.
type hit struct {
	ledger.Hit
	Parts []part
}

// A part is a run of a hit's text.
type part struct {
	Text string
	Lit  bool
}

// search looks for words in reports or statements as they were known.
func (s *server) search(r *http.Request) (view, error) {
	at, err := s.at(r)
	if err != nil {
		return view{}, err
	}
	page := search{Words: short(r.URL.Query().Get("q"), 200), Statements: r.URL.Query().Get("in") == "statements"}
	out := view{Page: "search", Title: "Search", Data: &page}
	if strings.TrimSpace(page.Words) == "" {
		return out, nil
	}
	q, err := ledger.ParseQuery(page.Words)
	if err != nil {
		return view{}, err
	}
	q.Limit = hitsOnPage
	ask := s.desk.View(at).SearchReports
	if page.Statements {
		ask = s.desk.View(at).SearchStatements
	}
	found, err := ask(r.Context(), q)
	if err != nil {
		return view{}, err
	}
	for _, h := range found {
		page.Hits = append(page.Hits, hit{h, parts(h.Snippet, h.Marks)})
	}
	page.Asked, page.More = true, len(found) == hitsOnPage
	return out, nil
}

// parts cuts a text at its marks, which follow one another.
func parts(text string, marks []tocsin.Span) []part {
	var out []part
	done := 0
	for _, m := range marks {
		if m[0] < done || !fits(m, text) {
			continue
		}
		if m[0] > done {
			out = append(out, part{Text: text[done:m[0]]})
		}
		out = append(out, part{m.In(text), true})
		done = m[1]
	}
	if done < len(text) {
		out = append(out, part{Text: text[done:]})
	}
	return out
}

// feeds shows how each feed does, the ailing ones first.
func (s *server) feeds(*http.Request) (view, error) {
	list, err := s.desk.FeedHealth()
	if err != nil {
		return view{}, err
	}
	well := func(h desk.Health) int {
		if h.State == desk.FeedWell {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(list, func(a, b desk.Health) int { return well(a) - well(b) })
	return view{Page: "feeds", Title: "Feeds", Data: list}, nil
}

// ailing is one sentence on the feeds that do not do well, for every page: what
// a desk does not get is on none of its pages.
func (s *server) ailing() (feeds int, sentence string) {
	list, err := s.desk.FeedHealth()
	if err != nil {
		return 1, "The state of the feeds cannot be read."
	}
	return len(list), desk.Ailing(list)
}
