package serve_test

import (
	"context"
	"fmt"
	"html/template"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"tocsin/internal/shared"
	"tocsin/serve"
)

// bar is the colour of the top of every page, in a light browser.
var bar = color.NRGBA{0x23, 0x30, 0x3f, 0xff}

// A frame is a page and the width at which it is shown.
type frame struct {
	Page  string
	Width int
}

// frames shows pages beside one another, each in a frame of its width, and says
// how wide the content of each came out. Chromium makes no window narrower than
// 500 px, so a narrow page has to be a frame.
var frames = template.Must(template.New("frames").Parse(`<!doctype html><body style="margin:0;white-space:nowrap">
{{range .}}<iframe src="{{.Page}}" style="width:{{.Width}}px;height:1900px;border:0;margin-right:20px"></iframe>{{end}}
<script>addEventListener("load", () => { for (const f of document.querySelectorAll("iframe"))
f.dataset.width = f.contentDocument.documentElement.scrollWidth + (f.contentDocument.querySelector("h1") ? "" : " empty"); });</script>`))

// The widths at which the pages are shown: a desk and a telephone.
var widths = []int{1440, 390}

// TestInABrowser opens the pages in Chromium: under their own policy the style
// reaches the front page, and at no width is a page wider than its window. With
// TOCSIN_SHOTS=DIR the pictures are kept there for a person to look at.
func TestInABrowser(t *testing.T) {
	program, err := exec.LookPath("chromium")
	if err != nil {
		shared.Skip(t, "chromium is not installed")
	}
	shots := os.Getenv(keepShots)
	if shots == "" {
		shots = t.TempDir()
	}
	d := small(t)
	srv := site(t, d, serve.Options{Example: true})
	// The first address, as a person opens it: through the door to the brief.
	once := site(t, d, serve.Options{Example: true, Access: serve.Access{Token: token, Random: zeros{}, Spent: func(string) {}}})
	first := once.URL + "/enter?token=" + strings.Repeat("A", 24) // the token that follows the one which opened it
	if dom := chromium(t, program, "--dump-dom", first); !strings.Contains(dom, `action="/review`) && !strings.Contains(dom, "Endnotes") && !strings.Contains(dom, "Citations") {
		t.Errorf("the first address leads to\n%s", dom)
	}
	front := filepath.Join(shots, "front.png")
	chromium(t, program, "--window-size=1440,1200", "--screenshot="+front, first)
	checkShot(t, front)

	var shown []frame
	for _, width := range widths {
		for _, page := range append(mainPages(t, srv.URL), "/pasted") {
			shown = append(shown, frame{page, width})
		}
	}
	framed := framed(t, srv.Config.Handler, shown, report+strings.Repeat("Unbroken", 60))
	dom := chromium(t, program, "--dump-dom", framed.URL+"/frames")
	found := regexp.MustCompile(`data-width="([^"]*)"`).FindAllStringSubmatch(dom, -1)
	if len(found) != len(shown) {
		t.Fatalf("%d pages were measured, want %d:\n%s", len(found), len(shown), dom)
	}
	for i, m := range found {
		if m[1] != strconv.Itoa(shown[i].Width) {
			t.Errorf("%s is %s px wide in a window of %d", shown[i].Page, m[1], shown[i].Width)
		}
	}
	if os.Getenv(keepShots) == "" {
		return
	}
	for i := 0; i < len(shown); i += 4 {
		window := fmt.Sprintf("--window-size=%d,1900", 4*(shown[i].Width+20))
		chromium(t, program, window, fmt.Sprintf("--screenshot=%s/pages-%02d.png", shots, i), fmt.Sprintf("%s/frames?from=%d", framed.URL, i))
	}
}

// keepShots names the folder where pictures of the pages are kept.
const keepShots = "TOCSIN_SHOTS"

// mainPages are one of each kind.
func mainPages(t *testing.T, site string) []string {
	t.Helper()
	pages := []string{"/", "/reports", "/verdicts", "/paste", "/none", "/search?q=soldiers", "/search?q=soldiers&in=statements", "/feeds", "/review"}
	reports := links(get(t, site+"/reports", http.StatusOK), "/reports/")
	lit := links(get(t, site+reports[0], http.StatusOK), reports[0]+"?s=")
	statements := links(get(t, site+reports[0], http.StatusOK), "/statements/")
	verdicts := links(get(t, site+"/verdicts", http.StatusOK), "/verdicts/")
	if len(lit) == 0 || len(statements) == 0 || len(verdicts) == 0 {
		t.Fatalf("%d lit reports, %d statements, %d verdicts", len(lit), len(statements), len(verdicts))
	}
	last := lit[len(lit)-1]
	pages = append(pages, "/review/"+strings.TrimPrefix(strings.Split(statements[len(statements)-1], "?")[0], "/statements/"))
	pages = append(pages, last[:strings.Index(last, "#")], statements[len(statements)-1])
	for _, v := range verdicts {
		if strings.Contains(get(t, site+v, http.StatusOK), "<tbody>") {
			return append(pages, v)
		}
	}
	return append(pages, verdicts[0])
}

// framed serves the same pages without their policy, which forbids frames, and
// a pasted text where it can be had by GET.
func framed(t *testing.T, h http.Handler, shown []frame, text string) *httptest.Server {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/frames" {
			list := shown
			if from, err := strconv.Atoi(r.URL.Query().Get("from")); err == nil {
				list = shown[from:min(from+4, len(shown))]
			}
			frames.Execute(w, list)
			return
		}
		if r.URL.Path == "/pasted" {
			r = pasteRequest(r.Context(), text)
		}
		addCookie(r)
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, r)
		w.Header().Set("Content-Type", rec.Header().Get("Content-Type"))
		w.WriteHeader(rec.Code)
		w.Write(rec.Body.Bytes())
	}))
	t.Cleanup(srv.Close)
	return srv
}

// chromium runs the browser once, without a window, and returns what it prints.
func chromium(t *testing.T, program string, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 40*time.Second)
	defer cancel()
	args = append([]string{"--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage",
		"--no-first-run", "--hide-scrollbars", "--user-data-dir=" + t.TempDir()}, args...)
	out, err := exec.CommandContext(ctx, program, args...).Output()
	if err != nil {
		t.Fatalf("chromium: %v", err)
	}
	return string(out)
}

// checkShot sees that a picture shows a page with its style.
func checkShot(t *testing.T, path string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if got := color.NRGBAModel.Convert(img.At(3, 3)); got != bar {
		t.Errorf("%s: the top is %v, want %v: the style did not arrive", filepath.Base(path), got, bar)
	}
}
