package serve

import (
	"errors"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"

	"tocsin"
	"tocsin/desk"
)

// Options is how a desk is shown.
type Options struct {
	At      tocsin.Date      // knowledge date of the pages; zero: everything the desk holds
	Country string           // country of the brief, a name or ISO code; "": the one the latest report is about
	Example bool             // the desk is the invented example, and every page says so
	Args    []string         // the flags by which a command line reaches this desk, for the queries that are shown; nil: its directory
	Now     func() time.Time // must be set; the day offered for a pasted text
	Access  Access           // who may look; must be set
	Log     func(string)     // told of each failure inside, without a word of any report; nil: nobody
}

// A server holds what the pages have in common.
type server struct {
	desk    *desk.Desk
	options Options
	pages   pages
	kept    verdictCache
	briefs  briefCache
	doors   *doors
	asks    *limiter      // all requests of a client
	tries   *limiter      // its wrong tokens
	busy    chan struct{} // a place for each page that is being made
	reading chan struct{} // and for each pasted text that is being read
}

// New makes the handler that shows d. It reads no clock but o.Now, and it does
// not close d.
func New(d *desk.Desk, o Options) (http.Handler, error) {
	if d == nil || o.Now == nil {
		return nil, &tocsin.Error{Code: tocsin.Invalid, Op: "serve", Err: errors.New("there is no desk or no clock"), Hint: "set both"}
	}
	if o.Args == nil && d.Dir() != "" {
		o.Args = []string{"--desk", d.Dir()}
	}
	p, err := parsePages()
	if err != nil {
		return nil, err
	}
	in, err := newDoors(o.Access, o.Now)
	if err != nil {
		return nil, &tocsin.Error{Code: tocsin.Invalid, Op: "serve", Err: err, Hint: "give a token of at least 20 characters and a source of random bytes"}
	}
	s := &server{desk: d, options: o, pages: p, doors: in, asks: newLimiter(asksAtOnce, askEvery), tries: newLimiter(triesOnce, tryEvery),
		busy: make(chan struct{}, busyAtOnce), reading: make(chan struct{}, readAtOnce)}
	return s.guard(s.routes()), nil
}

// routes are the pages. Every POST but that of the door has its form's token
// checked by the guard; its template puts it there with {{template "csrf" $}}.
func (s *server) routes() http.Handler {
	r := chi.NewRouter()
	get := func(path string, h func(*http.Request) (view, error)) {
		r.Get(path, s.show(h))
		r.Head(path, s.show(h))
	}
	get("/", s.brief)
	get("/reports", s.reports)
	get("/reports/{id}", s.report)
	get("/statements/{id}", s.statement)
	get("/review", s.waiting)
	get("/review/{id}", s.judgeForm)
	r.Post("/review/{id}", s.show(s.judge))
	get("/verdicts", s.verdicts)
	get("/verdicts/{id}", s.verdict)
	get("/search", s.search)
	get("/feeds", s.feeds)
	get("/paste", s.pasteForm)
	r.Post("/paste", s.show(s.paste))
	r.Get("/enter", s.enter)
	r.Head("/enter", s.enter)
	r.Post("/enter", s.enter)
	r.Get("/style.css", s.style)
	r.Head("/style.css", s.style)
	r.NotFound(func(w http.ResponseWriter, req *http.Request) {
		s.refuse(w, req, http.StatusNotFound, "there is no such page")
	})
	r.MethodNotAllowed(func(w http.ResponseWriter, req *http.Request) {
		w.Header().Set("Allow", allowed(req.URL.Path))
		s.refuse(w, req, http.StatusMethodNotAllowed, "this page does not take "+method(req.Method))
	})
	return r
}
