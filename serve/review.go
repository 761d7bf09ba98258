package serve

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/go-chi/chi/v5"

	"tocsin"
	"tocsin/brief"
	"tocsin/desk"
)

// waitingAtOnce is how many statements, with all of their last report, a page of
// the review list shows.
const waitingAtOnce = 40

// A queue is what the review list shows.
type queue struct {
	desk.Waiting
	By string // who judges, as the last form said
}

// waiting is the list of what nobody has reviewed, with two buttons each.
func (s *server) waiting(r *http.Request) (view, error) {
	at, err := s.at(r)
	if err != nil {
		return view{}, err
	}
	w, err := s.desk.Waits(r.Context(), at, r.URL.Query().Get("after"), waitingAtOnce)
	if err != nil {
		return view{}, err
	}
	return view{Page: "review", Title: "Review", Data: queue{w, s.author(r)}}, nil
}

// author is who judged last by way of these pages, or whom desk.toml names.
func (s *server) author(r *http.Request) string {
	if by := strings.TrimSpace(r.URL.Query().Get("by")); by != "" {
		return short(by, maxName)
	}
	return s.desk.Config().Author
}

// What a form may say at most, in runes.
const (
	maxName = 100
	maxWhy  = 2000
)

// A bench is what the page on which one statement is judged shows.
type bench struct {
	desk.Reviewed
	By       string
	Report   tocsin.Report
	Marking  string // of the report
	Personal string // the topic on which it is personal; ""
	Accuses  bool
	History  []desk.Change
	Fields   []field
	Before   string // the sentence around the quote, before and after it
	After    string
	Acts     []string
}

// judgeForm is the page on which one statement is judged: its words in their
// place, what was read, the forms, and all that was recorded of it.
func (s *server) judgeForm(r *http.Request) (view, error) {
	at, err := s.at(r)
	if err != nil {
		return view{}, err
	}
	ctx := r.Context()
	list, err := s.desk.Reviewed(ctx, at, chi.URLParam(r, "id"))
	if err != nil {
		return view{}, err
	}
	if len(list) != 1 {
		return view{}, tocsin.Errorf(tocsin.NotFound, "see the list of reports", "no such statement is known here")
	}
	page := bench{Reviewed: list[0], By: s.author(r), Accuses: list[0].Rel == "accused_of"}
	if page.Report, err = s.desk.View(at).Report(ctx, page.Statement.Report); err != nil {
		return view{}, err
	}
	page.Before, page.After = around(page.Report.Text, page.Span)
	page.Report.Text = ""
	j, err := s.desk.Judgements(ctx)
	if err != nil {
		return view{}, err
	}
	page.Marking = j.Marking(&page.Report)
	actors, err := s.desk.Actors(ctx)
	if err != nil {
		return view{}, err
	}
	page.Personal = page.Statement.Personal(brief.Group(actors))
	if page.History, err = s.desk.History(ctx, page.ID); err != nil {
		return view{}, err
	}
	if page.Acts, err = desk.Acts(); err != nil {
		return view{}, err
	}
	page.Fields = fields(&page.Statement)
	return view{Page: "judge", Title: "Review: " + label(page.Statement), Data: page}, nil
}

// contextBytes is how much of the text is shown before and after a quote.
const contextBytes = 240

// around is the text before and after a span, cut at white space.
func around(text string, sp tocsin.Span) (before, after string) {
	if !fits(sp, text) {
		return "", ""
	}
	before, after = text[:sp[0]], text[sp[1]:]
	if len(before) > contextBytes {
		before = before[len(before)-contextBytes:]
		if i := strings.IndexAny(before, " \n"); i >= 0 {
			before = "…" + before[i:]
		}
	}
	if len(after) > contextBytes {
		after = after[:contextBytes]
		if i := strings.LastIndexAny(after, " \n"); i >= 0 {
			after = after[:i] + " …"
		}
	}
	return before, after
}

// judge does what a form of the review pages asks for, and goes back to where it
// came from. Its token was checked by the guard.
func (s *server) judge(r *http.Request) (view, error) {
	ctx, id := r.Context(), chi.URLParam(r, "id")
	said := func(name string) string { return strings.TrimSpace(r.PostForm.Get(name)) }
	by := desk.Signature{By: said("by"), Why: said("why")}
	if len([]rune(by.By)) > maxName || len([]rune(by.Why)) > maxWhy {
		return view{}, tocsin.Errorf(tocsin.Invalid, "say it in fewer words", "the name or the reason is too long")
	}
	var err error
	switch what := said("do"); what {
	case "accept":
		_, err = s.desk.Accept(ctx, id, by)
	case "reject":
		_, err = s.desk.Reject(ctx, id, by)
	case "correct":
		_, err = s.desk.Correct(ctx, id, editOf(said), by)
	case "grade":
		_, err = s.desk.Grade(ctx, id, said("grade"), 0, by)
	case "undo":
		_, err = s.desk.Undo(ctx, said("record"), by)
	default:
		err = tocsin.Errorf(tocsin.Invalid, "use the forms of these pages", "%q is nothing that can be done here", short(what, 20))
	}
	if err != nil {
		return view{}, err
	}
	to := "/review/" + url.PathEscape(id)
	if said("back") == "list" {
		to = "/review"
	}
	query := url.Values{"by": {by.By}}
	for _, keep := range []string{"at", "after"} {
		if v := r.URL.Query().Get(keep); v != "" {
			query.Set(keep, v)
		}
	}
	return view{Redirect: to + "?" + query.Encode()}, nil
}

// editOf reads the fields of the form of corrections; what is left empty stays as
// it is. Lists are written with semicolons.
func editOf(said func(string) string) desk.Edit {
	list := func(name string) (out []string) {
		for word := range strings.SplitSeq(said(name), ";") {
			if word = strings.TrimSpace(word); word != "" {
				out = append(out, word)
			}
		}
		return out
	}
	return desk.Edit{Actors: list("actor"), Recipients: list("recipient"), Places: list("place"), When: said("when"), Act: said("act"), Outcome: said("outcome"),
		Count: said("count"), Polarity: said("polarity"), Degree: said("degree"), Speaker: said("speaker")}
}
