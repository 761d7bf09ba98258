package serve_test

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tocsin"
	"tocsin/desk"
	"tocsin/ledger/sqlite"
	"tocsin/read"
	"tocsin/serve"
	"tocsin/source"
	"tocsin/source/file"
)

// The size of a desk after months of work.
const (
	manyReports = 1_000
	eachRead    = 100 // statements of each
)

// large makes a desk of that size: one invented report of a hundred statements
// is read once, and a thousand like it are written, each with a line of its own
// at its end.
func large(tb testing.TB) string {
	tb.Helper()
	ctx := tb.Context()
	dir := filepath.Join(tb.TempDir(), "desk")
	d, _, err := desk.Create(ctx, dir, desk.Options{Now: noon})
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := d.ImportEvents(ctx, "ged.csv", strings.NewReader(ged), source.Options{Vintage: "21.1", Released: tocsin.MustDate("2020-08-10")}); err != nil {
		tb.Fatal(err)
	}
	body := strings.Repeat(report, 1+eachRead/8)
	rep, result, err := d.ReadFile(ctx, "report.txt", []byte(body), file.Options{Publisher: "Invented Courier", Published: tocsin.MustDate("2020-08-20"), MediaType: file.Plain})
	if err != nil {
		tb.Fatal(err)
	}
	if err := d.Close(); err != nil {
		tb.Fatal(err)
	}
	if len(result.Statements) < eachRead {
		tb.Fatalf("%d statements were read, want %d", len(result.Statements), eachRead)
	}
	l, err := sqlite.Open(ctx, filepath.Join(dir, desk.Database))
	if err != nil {
		tb.Fatal(err)
	}
	for i := range manyReports {
		addLike(ctx, tb, l, rep, result.Statements[:eachRead], i)
	}
	if err := l.Close(); err != nil {
		tb.Fatal(err)
	}
	return dir
}

// addLike writes the i-th report like one that was read.
func addLike(ctx context.Context, tb testing.TB, l *sqlite.Ledger, like tocsin.Report, list []tocsin.Statement, i int) {
	tb.Helper()
	rep := like
	rep.Text += fmt.Sprintf("\nReport %04d.\n", i)
	rep.ID, rep.TextHash = tocsin.Hash([]byte(rep.Text)), tocsin.Hash([]byte(rep.Text))
	rep.Published = like.Published.AddDays(-i / 3)
	if _, err := l.AddReport(ctx, rep, []byte(rep.Text), noon()); err != nil {
		tb.Fatal(err)
	}
	statements := make([]tocsin.Statement, len(list))
	for n, s := range list {
		s.Report, s.Published = rep.ID, rep.Published
		s.ID = s.ComputeID()
		statements[n] = s
	}
	rd := tocsin.Reading{Report: rep.ID, Reader: read.Version, Recorded: noon()}
	for n := range statements {
		rd.Statements = append(rd.Statements, statements[n].ID)
	}
	rd.ID = rd.ComputeID()
	if _, err := l.AddReading(ctx, rd, statements, nil); err != nil {
		tb.Fatal(err)
	}
}

// BenchmarkServeStarts is a desk with 1,000 reports and 100,000 statements, from
// its opening to its first answer, and its pages after that.
func BenchmarkServeStarts(b *testing.B) {
	dir := large(b)
	open := func(b *testing.B) (*desk.Desk, http.Handler) {
		d, err := desk.Open(b.Context(), dir, desk.Options{Now: noon})
		if err != nil {
			b.Fatal(err)
		}
		h, err := serve.New(d, serve.Options{Now: time.Now, Country: "Mali", Access: serve.Access{Token: token, Random: rand.Reader}})
		if err != nil {
			b.Fatal(err)
		}
		return d, h
	}
	b.Run("start", func(b *testing.B) {
		for b.Loop() {
			d, h := open(b)
			visitOnce(b, h, "/enter", "", http.StatusOK)
			d.Close()
		}
	})
	d, h := open(b)
	defer d.Close()
	rec := httptest.NewRecorder()
	req := httptest.NewRequestWithContext(b.Context(), http.MethodPost, "http://localhost/enter", strings.NewReader("token="+strings.ReplaceAll(token, " ", "+")))
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	h.ServeHTTP(rec, req)
	cookie, _, _ := strings.Cut(rec.Header().Get("Set-Cookie"), ";")
	one := ""
	for rep, err := range d.View(0).Reports(b.Context()) {
		if err != nil {
			b.Fatal(err)
		}
		one = rep.ID
	}
	for _, page := range []struct{ name, path string }{{"reports", "/reports"}, {"report", "/reports/" + one}, {"verdicts", "/verdicts"}, {"brief", "/"}} {
		b.Run(page.name, func(b *testing.B) {
			for b.Loop() {
				visitOnce(b, h, page.path, cookie, http.StatusOK)
			}
		})
	}
}

func visitOnce(b *testing.B, h http.Handler, path, cookie string, want int) {
	b.Helper()
	rec := httptest.NewRecorder()
	req := httptest.NewRequestWithContext(b.Context(), http.MethodGet, "http://localhost"+path, nil)
	req.Header.Set("Cookie", cookie)
	h.ServeHTTP(rec, req)
	if rec.Code != want {
		b.Fatalf("%s: %d\n%s", path, rec.Code, rec.Body)
	}
}
