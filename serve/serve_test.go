package serve_test

import (
	"context"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"tocsin"
	"tocsin/desk"
	"tocsin/serve"
	"tocsin/source"
	"tocsin/source/file"
)

func noon() time.Time { return time.Date(2021, 7, 1, 12, 0, 0, 0, time.UTC) }

// The report and the rows are invented.
const (
	report = `On August 18, soldiers from Kati launched a coup and arrested President Ibrahim Boubacar Keïta. The coup leader is being reported as Colonel Sidi Bamba.

The opposition claims that the president is corrupt. Residents said at least 12 people were killed in Gao on August 10. Four people were killed in Mali in May. JNIM carried out three attacks in Mali in July. Kati lies 15 km from Bamako.
`
	hostile = "On August 19, soldiers in Bamako arrested \"><script>alert('x')</script> a minister & his <b>guard</b>.\n" +
		"Troops in Gao killed \u202edlrow olleh\u202c two protesters on August 17.\n"
	ged = `id,year,month,day,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low_death,best_death,high_death
1,2020,2,20,Mali,State-based violence,Mali: test,Government of Mali,JNIM,14.69,-6.02,5,5,5
2,2020,5,2,Mali,State-based violence,Mali: test,Government of Mali,JNIM,14.69,-6.02,3,4,9
3,2020,7,2,Mali,State-based violence,Mali: test,Government of Mali,JNIM,14.69,-6.02,5,5,5
4,2020,8,9,Mali,State-based violence,Mali: test,Government of Mali,JNIM,13.2,-5.9,8,8,8
`
)

// small is a desk with the invented reports and rows.
func small(t *testing.T) *desk.Desk {
	t.Helper()
	ctx := t.Context()
	d, _, err := desk.Create(ctx, filepath.Join(t.TempDir(), "desk"), desk.Options{Now: noon})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	for _, r := range []struct{ name, text, publisher, published string }{
		{"report.txt", report, "Invented Courier", "2020-08-20"}, {"hostile.txt", hostile, "<i>Nobody</i>", "2020-08-19"},
	} {
		o := file.Options{Publisher: r.publisher, Published: tocsin.MustDate(r.published), MediaType: file.Plain}
		if _, err := d.ImportReport(ctx, r.name, []byte(r.text), o); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.ImportEvents(ctx, "ged.csv", strings.NewReader(ged), source.Options{Vintage: "21.1", Released: tocsin.MustDate("2020-08-10")}); err != nil {
		t.Fatal(err)
	}
	return d
}

// site is a desk served on loopback.
func site(t *testing.T, d *desk.Desk, o serve.Options) *httptest.Server {
	t.Helper()
	o.Now = noon
	if o.Access.Token == "" {
		o.Access = serve.Access{Token: token, Random: zeros{}}
	}
	h, err := serve.New(d, o)
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	login(t, srv.URL)
	return srv
}

// fetch makes a request and returns the status, the body and the headers.
func fetch(t *testing.T, req *http.Request) (int, string, http.Header) {
	t.Helper()
	res, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(b), res.Header
}

func request(t *testing.T, method, address, body string) *http.Request {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if method == http.MethodPost {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	addCookie(req)
	return req
}

func get(t *testing.T, address string, status int) string {
	t.Helper()
	got, body, _ := fetch(t, request(t, http.MethodGet, address, ""))
	if got != status {
		t.Fatalf("%s: %d, want %d\n%s", address, got, status, body)
	}
	return body
}

// links are the distinct addresses below a path that a page links to.
func links(body, prefix string) []string {
	var out []string
	seen := make(map[string]bool)
	for _, m := range regexp.MustCompile(`href="([^"]+)"`).FindAllStringSubmatch(body, -1) {
		if a := html.UnescapeString(m[1]); strings.HasPrefix(a, prefix) && !seen[a] {
			seen[a] = true
			out = append(out, a)
		}
	}
	return out
}

// TestPagesLeadToOneAnother walks the desk from the front page: every link of
// every page leads to a page.
func TestPagesLeadToOneAnother(t *testing.T) {
	srv := site(t, small(t), serve.Options{})
	todo, seen := []string{"/", "/reports", "/verdicts", "/paste"}, map[string]int{}
	for len(todo) > 0 && len(seen) < 200 {
		path, _, _ := strings.Cut(todo[0], "#")
		todo = todo[1:]
		if seen[path] > 0 {
			continue
		}
		body := get(t, srv.URL+path, http.StatusOK)
		seen[path] = len(body)
		if !strings.HasPrefix(body, "<") {
			continue // the style sheet
		}
		if !strings.Contains(body, "Machine-read; reviewed by a person only") || !strings.Contains(body, `href="#main"`) {
			t.Errorf("%s has no banner or no skip link", path)
		}
		todo = append(todo, links(body, "/")...)
	}
	n := map[string]int{}
	for path := range seen {
		n[strings.Split(strings.Split(path, "?")[0], "/")[1]]++
	}
	if n["reports"] < 3 || n["statements"] < 5 || n["verdicts"] < 2 {
		t.Errorf("the walk met %v", n)
	}
}

// TestBrief: the front page names its country and date, by default those of the
// latest report, and says which country or date it cannot take.
func TestBrief(t *testing.T) {
	srv := site(t, small(t), serve.Options{Example: true})
	body := get(t, srv.URL+"/", http.StatusOK)
	for _, want := range []string{`value="Mali"`, `value="2020-08-20"`, "<strong>Example.</strong>"} {
		if !strings.Contains(body, want) {
			t.Errorf("the brief lacks %s", want)
		}
	}
	if body := get(t, srv.URL+"/?at=yesterday", http.StatusBadRequest); !strings.Contains(body, "YYYY-MM-DD") {
		t.Errorf("a date that is none: %s", body)
	}
	if body := get(t, srv.URL+"/?at=2019-01-01", http.StatusOK); !strings.Contains(body, "holds no report yet") {
		t.Errorf("before the first report: %s", body)
	}
	if body := get(t, srv.URL+"/?country=Atlantis", http.StatusNotFound); !strings.Contains(body, "no country is called") {
		t.Errorf("an unknown country: %s", body)
	}
}

// TestStatementNamesItsSpeaker: an accusation is never shown without the one who
// makes it, neither beside the text nor on its own page.
func TestStatementNamesItsSpeaker(t *testing.T) {
	d := small(t)
	srv := site(t, d, serve.Options{})
	list, err := d.Statements(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	accused := 0
	for i := range list {
		st := &list[i]
		if !strings.Contains(st.Quote, "corrupt") {
			continue
		}
		accused++
		for _, path := range []string{"/statements/" + st.ID, "/reports/" + st.Report} {
			body := html.UnescapeString(get(t, srv.URL+path, http.StatusOK))
			if !strings.Contains(body, "Said by</b> The opposition (“claims”)") {
				t.Errorf("%s does not say who accuses", path)
			}
		}
	}
	if accused == 0 {
		t.Error("the accusation was not read")
	}
}

// TestVerdictShowsItsRows: the verdict, the rows behind it, and the command.
func TestVerdictShowsItsRows(t *testing.T) {
	d := small(t)
	srv := site(t, d, serve.Options{Args: []string{"--desk", "mine"}})
	list, err := d.Statements(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	verdicts, err := d.Check(t.Context(), list, 0, []string{"--desk", "mine"})
	if err != nil {
		t.Fatal(err)
	}
	withRows := 0
	for _, v := range verdicts {
		body := html.UnescapeString(get(t, srv.URL+"/verdicts/"+v.ID, http.StatusOK))
		for _, want := range append([]string{v.Sentence, v.Query}, v.Events...) {
			if !strings.Contains(body, want) {
				t.Errorf("the page of %q lacks %q", v.Text, want)
			}
		}
		if len(v.Events) > 0 {
			withRows++
		}
	}
	if withRows == 0 {
		t.Errorf("none of %d verdicts has rows", len(verdicts))
	}
	get(t, srv.URL+"/verdicts/vd_none", http.StatusNotFound)
	get(t, srv.URL+"/statements/st_none", http.StatusNotFound)
	get(t, srv.URL+"/reports/sha256:none", http.StatusNotFound)
}

// paste sends the form of the box.
func paste(t *testing.T, srv *httptest.Server, text, published string) (int, string) {
	t.Helper()
	status, body, _ := post(t, srv.URL+"/paste", url.Values{"text": {text}, "published": {published}})
	return status, body
}

// TestPaste: a text gives statements and verdicts and leaves nothing behind.
func TestPaste(t *testing.T) {
	d := small(t)
	srv := site(t, d, serve.Options{})
	before, err := d.Holdings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	status, body := paste(t, srv, strings.ReplaceAll(report, "\n", "\r\n"), "2020-08-20")
	body = html.UnescapeString(body)
	if status != http.StatusOK || !strings.Contains(body, "Said by</b> The opposition") || !strings.Contains(body, `class="badge`) {
		t.Errorf("status %d\n%s", status, body)
	}
	if shown := paper(t, body); shown != report {
		t.Errorf("the text came back as %q", shown)
	}
	for _, c := range []struct {
		name, text, published string
		status                int
		want                  string
	}{
		{"French", "Des militaires ont arrêté le président malien mardi après une mutinerie dans le camp de Kati, près de la capitale du pays.", "2020-08-20", 422, "unsupported language: fr"},
		{"nothing", " \r\n", "2020-08-20", 400, "there is no text"},
		{"no date", report, "", 400, "YYYY-MM-DD"},
		{"no such day", report, "2020-02-31", 400, "not a date"},
		{"too long", strings.Repeat("a ", serve.MaxPaste/2+1), "2020-08-20", 413, "tocsin import report"},
		{"much too long", strings.Repeat("word ", serve.MaxPaste), "2020-08-20", 413, "tocsin import report"},
	} {
		status, body := paste(t, srv, c.text, c.published)
		if status != c.status || !strings.Contains(html.UnescapeString(body), c.want) {
			t.Errorf("%s: %d, want %d with %q\n%s", c.name, status, c.status, c.want, body)
		}
		if strings.Contains(body, "mutinerie") || strings.Contains(body, "Kati") {
			t.Errorf("%s: the error page shows the text", c.name)
		}
	}
	if after, err := d.Holdings(t.Context()); err != nil || after.Reports != before.Reports || after.Statements != before.Statements {
		t.Errorf("%+v became %+v, %v", before, after, err)
	}
}

// pasteRequest is the form of the box as a browser sends it.
func pasteRequest(ctx context.Context, text string) *http.Request {
	form := url.Values{"text": {text}, "published": {"2020-08-20"}, "csrf": {formToken()}}
	req := httptest.NewRequestWithContext(ctx, http.MethodPost, "http://localhost/paste", strings.NewReader(form.Encode()))
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	addCookie(req)
	return req
}
