package serve_test

import (
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"tocsin/serve"
)

var (
	paperBox = regexp.MustCompile(`(?s)<div class="paper" dir="auto">(.*?)</div>`)
	number   = regexp.MustCompile(`<a class="n[^>]*>\d+</a>`)
	marked   = regexp.MustCompile(`(?s)<mark[^>]*>(.*?)</mark>`)
	tag      = regexp.MustCompile(`<[^>]*>`)
)

// paper is the text of a page without its marks.
func paper(t *testing.T, body string) string {
	t.Helper()
	m := paperBox.FindStringSubmatch(body)
	if m == nil {
		t.Fatalf("no text on the page:\n%s", body)
	}
	return html.UnescapeString(tag.ReplaceAllString(number.ReplaceAllString(m[1], ""), ""))
}

// TestSpansAreLitExactly: for every statement of the desk, what is lit when it
// is asked for is its quote, byte for byte, whatever overlaps it; and the text
// around it stays the report's.
func TestSpansAreLitExactly(t *testing.T) {
	d := small(t)
	srv := site(t, d, serve.Options{})
	list, err := d.Statements(t.Context(), 0)
	if err != nil || len(list) < 5 {
		t.Fatalf("%d statements, %v", len(list), err)
	}
	overlaps := 0
	for i := range list {
		st := &list[i]
		rep, err := d.View(0).Report(t.Context(), st.Report)
		if err != nil {
			t.Fatal(err)
		}
		body := get(t, srv.URL+"/reports/"+st.Report+"?s="+st.ID, http.StatusOK)
		var lit strings.Builder
		for _, m := range marked.FindAllStringSubmatch(body, -1) {
			lit.WriteString(html.UnescapeString(m[1]))
		}
		if want := shown(st.Quote); lit.String() != want {
			t.Errorf("lit %q, want %q", lit.String(), want)
		}
		if n := strings.Count(body, `id="lit"`); n != 1 {
			t.Errorf("%d places to go to", n)
		}
		if got := paper(t, body); got != shown(rep.Text) {
			t.Errorf("the text became %q", got)
		}
		for j := range list {
			a, b := st.Span, list[j].Span
			if j != i && list[j].Report == st.Report && a[0] < b[1] && b[0] < a[1] {
				overlaps++
			}
		}
	}
	if overlaps == 0 {
		t.Error("no spans overlap: the test does not show what it should")
	}
}

// shown is a text as a page writes it: what turns the direction is spelt out.
func shown(s string) string {
	return strings.NewReplacer("\u202e", "[U+202E]", "\u202c", "[U+202C]").Replace(s)
}

// TestHostileTextIsText: markup in a report, in its publisher, in a pasted text
// or in an address stays text.
func TestHostileTextIsText(t *testing.T) {
	d := small(t)
	srv := site(t, d, serve.Options{})
	pages := map[string]string{"list": get(t, srv.URL+"/reports", http.StatusOK), "brief": get(t, srv.URL+"/", http.StatusOK),
		"country": get(t, srv.URL+"/?country=%3Cscript%3Ealert(1)%3C/script%3E", http.StatusNotFound),
		"at":      get(t, srv.URL+"/reports?at=%3Cscript%3Ealert(1)", http.StatusBadRequest),
		"nowhere": get(t, srv.URL+"/%3Cscript%3E%E2%80%AE", http.StatusNotFound)}
	for _, a := range links(pages["list"], "/reports/") {
		pages[a] = get(t, srv.URL+a, http.StatusOK)
	}
	_, pages["pasted"] = paste(t, srv, hostile, "2020-08-19")
	_, pages["NUL"] = paste(t, srv, "On August 19, soldiers in Bamako arrested a \x00 minister and <img src=x onerror=alert(1)> his guard.", "2020-08-19")
	for name, body := range pages {
		for _, bad := range []string{"<script", "<img", "<b>guard", "<i>Nobody", "\u202e", "\x00", "style=\"", "onerror=\""} {
			if strings.Contains(body, bad) {
				t.Errorf("%s holds %q", name, bad)
			}
		}
	}
	if !strings.Contains(pages["pasted"], "[U+202E]dlrow") || !strings.Contains(pages["pasted"], "&lt;script&gt;") {
		t.Errorf("the hostile text is not shown as text:\n%s", pages["pasted"])
	}
}
