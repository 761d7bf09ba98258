package serve_test

import (
	"html"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"tocsin"
	"tocsin/desk"
	"tocsin/serve"
	"tocsin/source/file"
)

// coupID is the statement of the coup in the invented report.
func coupID(t *testing.T, d *desk.Desk) string {
	t.Helper()
	list, err := d.Reviewed(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range list {
		if r.Act == "coup" {
			return r.ID
		}
	}
	t.Fatal("the coup was not read")
	return ""
}

// send sends a form of the review pages and returns the status and where it leads.
func send(t *testing.T, site, path string, form url.Values) (status int, to string) {
	t.Helper()
	status, _, h := post(t, site+path, form)
	return status, h.Get("Location")
}

// TestReviewing is an afternoon at the review pages: what waits is listed beside
// its words, one statement is accepted, another corrected, a grade given, and a
// judgement taken back; all of it signed, none of it with a script.
func TestReviewing(t *testing.T) {
	d := small(t)
	srv := site(t, d, serve.Options{})
	id := coupID(t, d)
	list := get(t, srv.URL+"/review", http.StatusOK)
	if !strings.Contains(list, `action="/review/`+id+`"`) || strings.Contains(list, "<script") {
		t.Fatalf("the coup does not wait:\n%s", list)
	}
	before := regexp.MustCompile(`(\d+) statements wait`).FindStringSubmatch(list)

	status, to := send(t, srv.URL, "/review/"+id, url.Values{"do": {"accept"}, "by": {"Ada Venn"}, "why": {"read beside the text"}, "back": {"list"}})
	if status != http.StatusSeeOther || to != "/review?by=Ada+Venn" {
		t.Fatalf("accepting answers %d to %q", status, to)
	}
	list = get(t, srv.URL+to, http.StatusOK)
	after := regexp.MustCompile(`(\d+) statements wait`).FindStringSubmatch(list)
	if strings.Contains(list, `action="/review/`+id+`"`) || before == nil || after == nil || before[1] == after[1] || !strings.Contains(list, `value="Ada Venn"`) {
		t.Errorf("%v waited, now %v; the accepted one is still listed, or the name is forgotten", before, after)
	}

	send(t, srv.URL, "/review/"+id, url.Values{"do": {"correct"}, "by": {"Ben"}, "why": {"it was the guard"}, "actor": {"the guard; Colonel Sidi Bamba"}, "when": {"2020-08-17"}})
	send(t, srv.URL, "/review/"+id, url.Values{"do": {"grade"}, "by": {"Ben"}, "why": {"fits the rest"}, "grade": {"2"}})
	page := html.UnescapeString(get(t, srv.URL+"/review/"+id, http.StatusOK))
	for _, want := range []string{"corrected by Ben", "actor: the guard; Colonel Sidi Bamba, was soldiers", "when: 2020-08-17, was 2020-08-18", "<b>Grade:</b> F2", "it was the guard",
		"<mark>", "Take back", "Who judges"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
	history, err := d.History(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	correction := ""
	for _, c := range history {
		if c.Says == "corrected" {
			correction = c.ID
		}
	}
	send(t, srv.URL, "/review/"+id, url.Values{"do": {"undo"}, "by": {"Ada Venn"}, "why": {"the text says soldiers"}, "record": {correction}})
	if page = get(t, srv.URL+"/review/"+id, http.StatusOK); !strings.Contains(page, "accepted by Ada Venn") || !strings.Contains(page, "taken back") {
		t.Errorf("the correction was taken back, the acceptance stands:\n%s", page)
	}
}

// TestReviewRefuses what would be nobody's judgement or none at all, and keeps
// nothing of it.
func TestReviewRefuses(t *testing.T) {
	d := small(t)
	srv := site(t, d, serve.Options{})
	id := coupID(t, d)
	ok := url.Values{"do": {"accept"}, "by": {"Ada"}, "why": {"x"}}
	for name, change := range map[string]func(url.Values){
		"nobody":         func(v url.Values) { v.Del("by") },
		"no reason":      func(v url.Values) { v.Set("why", "  ") },
		"nothing to do":  func(v url.Values) { v.Set("do", "erase") },
		"no correction":  func(v url.Values) { v.Set("do", "correct") },
		"no such act":    func(v url.Values) { v.Set("do", "correct"); v.Set("act", "dance") },
		"no such day":    func(v url.Values) { v.Set("do", "correct"); v.Set("when", "yesterday") },
		"a long reason":  func(v url.Values) { v.Set("why", strings.Repeat("because ", 1000)) },
		"no such record": func(v url.Values) { v.Set("do", "undo"); v.Set("record", "rv_00") },
	} {
		v := maps.Clone(ok)
		change(v)
		if status, _ := send(t, srv.URL, "/review/"+id, v); status < 400 || status >= 500 {
			t.Errorf("%s: %d", name, status)
		}
	}
	if status, _ := send(t, srv.URL, "/review/st_00000000", maps.Clone(ok)); status != http.StatusNotFound {
		t.Errorf("an unknown statement: %d", status)
	}
	// Without the token of the session's forms.
	req := request(t, http.MethodPost, srv.URL+"/review/"+id, ok.Encode())
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if status, _, _ := fetch(t, req); status != http.StatusForbidden {
		t.Errorf("without a token: %d", status)
	}
	list, err := d.Reviewed(t.Context(), 0, id)
	if err != nil || list[0].Review != nil {
		t.Errorf("something was kept: %+v, %v", list, err)
	}
}

// TestReviewShowsWhatBinds: an accusation stands with its speaker, what is
// personal is flagged, a marking is shown, and markup in a report is text.
func TestReviewShowsWhatBinds(t *testing.T) {
	d := small(t)
	done, err := d.ImportReport(t.Context(), "faith.txt", []byte("The Fulani preacher Hamadoun Kouffa leads Katiba Macina in Mali.\n\nOn August 20, JNIM attacked a barracks in Gao, Mali.\n"), file.Options{Publisher: "Invented Courier", Published: tocsin.MustDate("2020-08-21"), MediaType: file.Plain})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Mark(t.Context(), done.Report.ID, "RED", desk.Signature{By: "Ada", Why: "names a witness"}); err != nil {
		t.Fatal(err)
	}
	srv := site(t, d, serve.Options{})
	list, err := d.Reviewed(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, r := range list {
		page := html.UnescapeString(get(t, srv.URL+"/review/"+r.ID, http.StatusOK))
		switch r.Rel {
		case "accused_of":
			seen["accusation"] = strings.Contains(page, "An accusation, made by The opposition")
		case "ethnicity":
			seen["personal"] = strings.Contains(page, "it tells the ethnicity of a named person") && strings.Contains(page, "TLP:RED")
		}
	}
	for _, want := range []string{"accusation", "personal"} {
		if !seen[want] {
			t.Errorf("no page shows the %s as such", want)
		}
	}
	if page := get(t, srv.URL+"/review", http.StatusOK); strings.Contains(page, "<script>alert") || strings.Contains(page, "<i>Nobody</i>") {
		t.Error("a report marks up the page")
	}
	if front := get(t, srv.URL+"/?country=Mali", http.StatusOK); !strings.Contains(front, "TLP:RED") || strings.Contains(front, "Fulani") {
		t.Error("the front page does not say how far it may be passed on, or tells what is personal")
	}
}
