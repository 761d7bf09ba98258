package serve

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"tocsin"
)

//go:embed web/*.html web/style.css
var web embed.FS

// pages are the templates by name, each with the layout around it.
type pages map[string]*template.Template

// A view is a page to be shown: which template, under which title, with what.
type view struct {
	Page   string
	Title  string
	Data   any
	Status int         // 0: 200
	At     tocsin.Date // the knowledge date its links keep; zero: the one in the address
	// Redirect is where to go instead of showing a page: a path of this desk,
	// after a form has changed something.
	Redirect string
}

// A sheet is what a template sees.
type sheet struct {
	view
	Example bool
	Nav     string // the first part of the path, to mark where one is
	CSRF    string // the token of the session's forms
	In      bool   // the visitor has a session: the pages are linked
	Feeds   int    // how many feeds the desk has
	Ailing  string // those that do not do well, in a sentence
}

// To is an address within the desk that keeps the knowledge date asked for.
func (s sheet) To(parts ...string) string {
	return address(s.At, parts...)
}

// Light is the address of a report with one statement lit.
func (s sheet) Light(report, statement string) string {
	to := s.To("reports", report)
	by := "?"
	if strings.Contains(to, "?") {
		by = "&"
	}
	return to + by + "s=" + url.QueryEscape(statement) + "#lit"
}

// Verdict is the address of a verdict, by way of the statement it judges.
func (s sheet) Verdict(id, of string) string { return with(s.To("verdicts", id), "of", of) }

// After is the address of a list that goes on after a report.
func (s sheet) After(list, report string) string { return with(s.To(list), "after", report) }

// with adds a part to an address, where it says something.
func with(to, key, value string) string {
	switch {
	case value == "":
		return to
	case strings.Contains(to, "?"):
		return to + "&" + key + "=" + url.QueryEscape(value)
	}
	return to + "?" + key + "=" + url.QueryEscape(value)
}

// address joins the parts of a path, escaping each, and adds the date.
func address(at tocsin.Date, parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteByte('/')
		b.WriteString(url.PathEscape(p))
	}
	if len(parts) == 0 {
		b.WriteByte('/')
	}
	if !at.IsZero() {
		b.WriteString("?at=" + at.String())
	}
	return b.String()
}

// parsePages reads the embedded templates.
func parsePages() (pages, error) {
	p := make(pages)
	names, err := web.ReadDir("web")
	if err != nil {
		return nil, fmt.Errorf("open the embedded pages: %w", err)
	}
	for _, entry := range names {
		name, ok := strings.CutSuffix(entry.Name(), ".html")
		if !ok || name == "layout" || name == "parts" {
			continue
		}
		t, err := template.New("layout.html").Funcs(words).ParseFS(web, "web/layout.html", "web/parts.html", "web/"+entry.Name())
		if err != nil {
			return nil, fmt.Errorf("parse the embedded pages: %w", err)
		}
		p[name] = t
	}
	return p, nil
}

// show answers with the page a handler made, or with its error as a page.
func (s *server) show(h func(*http.Request) (view, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v, err := h(r)
		if err == nil && strings.HasPrefix(v.Redirect, "/") && !strings.HasPrefix(v.Redirect, "//") {
			http.Redirect(w, r, v.Redirect, http.StatusSeeOther)
			return
		}
		if err == nil {
			s.write(w, r, v)
			return
		}
		s.refuseFor(w, r, err)
	}
}

// refuseFor answers with an error as a page; one that is nobody's fault but
// ours is told to the operator.
func (s *server) refuseFor(w http.ResponseWriter, r *http.Request, err error) {
	status, words := explain(err)
	if status == http.StatusInternalServerError {
		s.fault(r, err)
	}
	s.refuse(w, r, status, words)
}

// inside is all that is said of a failure of ours.
const inside = "something went wrong inside tocsin; nothing was changed"

// explain turns an error into a status and the words for a person. The words of
// an error without a code are kept back: they could hold anything.
func explain(err error) (int, string) {
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return http.StatusRequestEntityTooLarge, tooLarge
	}
	if errors.Is(err, errForm) {
		return http.StatusForbidden, err.Error()
	}
	e, ok := errors.AsType[*tocsin.Error](err)
	if !ok {
		return http.StatusInternalServerError, inside
	}
	status := map[tocsin.Code]int{tocsin.Invalid: http.StatusBadRequest, tocsin.NotFound: http.StatusNotFound, tocsin.Conflict: http.StatusConflict,
		tocsin.Unsupported: http.StatusUnprocessableEntity, tocsin.Unavailable: http.StatusServiceUnavailable}[e.Code]
	if status == 0 {
		return http.StatusInternalServerError, inside
	}
	return status, short(e.Error(), 300)
}

// short cuts words that came from outside down to n runes.
func short(s string, n int) string {
	if list := []rune(s); len(list) > n {
		return string(list[:n]) + "…"
	}
	return s
}

// refuse answers with an error page.
func (s *server) refuse(w http.ResponseWriter, r *http.Request, status int, words string) {
	s.write(w, r, view{Page: "error", Title: http.StatusText(status), Data: words, Status: status})
}

// write renders a page whole before any of it is sent.
func (s *server) write(w http.ResponseWriter, r *http.Request, v view) {
	if v.At.IsZero() {
		v.At, _ = tocsin.ParseDate(r.URL.Query().Get("at")) // shown only where it is one
	}
	nav, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	var b bytes.Buffer
	in, ok := r.Context().Value(sessionKey{}).(session)
	page := sheet{view: v, Example: s.options.Example, Nav: nav, CSRF: in.csrf, In: ok}
	if ok {
		page.Feeds, page.Ailing = s.ailing()
	}
	if err := s.pages[v.Page].Execute(&b, page); err != nil {
		s.fault(r, err)
		http.Error(w, "the page could not be made", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if v.Status != 0 {
		w.WriteHeader(v.Status)
	}
	if r.Method == http.MethodHead {
		return
	}
	visible.WriteString(w, b.String())
}

// visible writes out the characters that turn the direction of text around
// them, on the whole page: a report cannot use them to show words in another
// order than they stand in.
var visible = strings.NewReplacer("\u202a", "[U+202A]", "\u202b", "[U+202B]", "\u202c", "[U+202C]", "\u202d", "[U+202D]", "\u202e", "[U+202E]",
	"\u2066", "[U+2066]", "\u2067", "[U+2067]", "\u2068", "[U+2068]", "\u2069", "[U+2069]", "\x00", "\ufffd")

// style is the style sheet.
func (s *server) style(w http.ResponseWriter, r *http.Request) {
	css, err := web.ReadFile("web/style.css")
	if err != nil {
		s.refuse(w, r, http.StatusNotFound, "there is no such page")
		return
	}
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	if r.Method != http.MethodHead {
		w.Write(css)
	}
}
