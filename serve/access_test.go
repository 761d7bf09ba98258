package serve_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"tocsin/serve"
)

// token opens the desks of these tests.
const token = "a token of these tests"

// zeros is a source of secrets that are no secret, so that a test knows the
// cookie and the token of a form beforehand.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// cookie is the session's, made of zeros.
var cookie = base64.RawURLEncoding.EncodeToString(make([]byte, 18))

// formToken stands in every form of that session.
func formToken() string {
	mac := hmac.New(sha256.New, make([]byte, 32))
	mac.Write([]byte(cookie))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// addCookie gives a request the session.
func addCookie(req *http.Request) {
	name := "tocsin"
	host := req.Host
	if host == "" {
		host = req.URL.Host
	}
	if i := strings.LastIndexByte(host, ':'); i >= 0 {
		name += "-" + host[i+1:]
	}
	req.AddCookie(&http.Cookie{Name: name, Value: cookie})
}

// login opens a session as the form of the door does.
func login(t *testing.T, site string) {
	t.Helper()
	status, body, h := fetch(t, bare(t, http.MethodPost, site+"/enter", "token="+url.QueryEscape(token)))
	if status != http.StatusSeeOther || h.Get("Location") != "/" {
		t.Fatalf("the token did not open the desk: %d\n%s", status, body)
	}
}

// bare is a request without a session.
func bare(t *testing.T, method, address, body string) *http.Request {
	t.Helper()
	req := request(t, method, address, body)
	req.Header.Del("Cookie")
	return req
}

// post sends a form as one of the session's pages does.
func post(t *testing.T, address string, form url.Values) (int, string, http.Header) {
	t.Helper()
	form.Set("csrf", formToken())
	return fetch(t, request(t, http.MethodPost, address, form.Encode()))
}

// TestNobodyComesInWithoutASession: no page, no error of a page and no answer to
// a form tells a stranger anything of the desk.
func TestNobodyComesInWithoutASession(t *testing.T) {
	d := small(t)
	srv := site(t, d, serve.Options{})
	list, err := d.Statements(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/", "/reports", "/reports/" + list[0].Report, "/statements/" + list[0].ID, "/verdicts", "/paste", "/none"} {
		status, body, h := fetch(t, bare(t, http.MethodGet, srv.URL+path, ""))
		if status != http.StatusUnauthorized || strings.Contains(body, "Mali") || !strings.Contains(body, `action="/enter"`) {
			t.Errorf("%s: %d\n%s", path, status, body)
		}
		checkHeaders(t, h)
	}
	if status, _, _ := fetch(t, bare(t, http.MethodPost, srv.URL+"/paste", "text=x&csrf="+formToken())); status != http.StatusUnauthorized {
		t.Errorf("a form without a session: %d", status)
	}
	forged := bare(t, http.MethodGet, srv.URL+"/", "")
	forged.AddCookie(&http.Cookie{Name: "tocsin-" + forged.URL.Port(), Value: cookie[1:] + "B"})
	if status, _, _ := fetch(t, forged); status != http.StatusUnauthorized {
		t.Errorf("a forged cookie: %d", status)
	}
}

// TestTheFirstAddressOpensOnce: the token in the address is exchanged for a
// cookie that other sites cannot use, and is then worth nothing.
func TestTheFirstAddressOpensOnce(t *testing.T) {
	var next []string
	first := strings.Repeat("first", 5)
	h, err := serve.New(small(t), serve.Options{Now: noon, Access: serve.Access{Token: first, Random: counter(), Spent: func(s string) { next = append(next, s) }}})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	defer srv.Close()
	enter := func(token string) (int, http.Header) {
		status, body, h := fetch(t, bare(t, http.MethodGet, srv.URL+"/enter?token="+token, ""))
		if strings.Contains(body, token) {
			t.Errorf("the page shows the token:\n%s", body)
		}
		return status, h
	}
	if status, _, h := fetch(t, bare(t, http.MethodHead, srv.URL+"/enter?token="+first, "")); status != http.StatusOK || h.Get("Set-Cookie") != "" {
		t.Errorf("who only looks: %d, %q", status, h.Get("Set-Cookie"))
	}
	status, head := enter(first)
	set := head.Get("Set-Cookie")
	if status != http.StatusSeeOther || head.Get("Location") != "/" || !strings.Contains(set, "SameSite=Strict") || !strings.Contains(set, "HttpOnly") || strings.Contains(set, first) {
		t.Fatalf("%d, to %q, with %q", status, head.Get("Location"), set)
	}
	req := bare(t, http.MethodGet, srv.URL+"/reports", "")
	req.Header.Set("Cookie", strings.Split(set, ";")[0])
	if status, _, _ := fetch(t, req); status != http.StatusOK {
		t.Errorf("with the cookie: %d", status)
	}
	if status, head := enter(first); status != http.StatusForbidden || head.Get("Set-Cookie") != "" {
		t.Errorf("a second time: %d", status)
	}
	if len(next) != 1 || len(next[0]) < serve.MinToken {
		t.Fatalf("the tokens that follow: %q", next)
	}
	if status, _ := enter(next[0]); status != http.StatusSeeOther {
		t.Errorf("the next token: %d", status)
	}
}

// counter is a source of secrets that differ.
func counter() *bytes.Reader {
	var b []byte
	for i := range 10_000 {
		b = append(b, byte(i), byte(i>>8))
	}
	return bytes.NewReader(b)
}

// TestAPasswordIsTyped: a token that stays good is taken from the form alone,
// never from an address; a browser that guesses has to wait.
func TestAPasswordIsTyped(t *testing.T) {
	srv := site(t, small(t), serve.Options{})
	if status, _, h := fetch(t, bare(t, http.MethodGet, srv.URL+"/enter?token="+url.QueryEscape(token), "")); status != http.StatusOK || h.Get("Set-Cookie") != "" {
		t.Errorf("in the address: %d, %q", status, h.Get("Set-Cookie"))
	}
	foreign := bare(t, http.MethodPost, srv.URL+"/enter", "token="+url.QueryEscape(token))
	foreign.Header.Set("Origin", "https://example.org")
	if status, _, _ := fetch(t, foreign); status != http.StatusForbidden {
		t.Errorf("a form of another site: %d", status)
	}
	var got []int
	for range 12 {
		status, _, _ := fetch(t, bare(t, http.MethodPost, srv.URL+"/enter", "token=a+token+of+the+other+kind"))
		got = append(got, status)
	}
	if want := append(slices.Repeat([]int{http.StatusForbidden}, 10), 429, 429); !slices.Equal(got, want) {
		t.Errorf("wrong tokens are answered with %v, want %v", got, want)
	}
	if status, _, _ := fetch(t, bare(t, http.MethodPost, srv.URL+"/enter", "token="+url.QueryEscape(token))); status != 429 {
		t.Errorf("the right one after too many wrong ones: %d", status)
	}
}

// TestOnANetwork: another name than loopback's is answered where it was said
// so, the cookie goes over TLS alone, and a session ends.
func TestOnANetwork(t *testing.T) {
	now := noon()
	h, err := serve.New(small(t), serve.Options{Now: func() time.Time { return now }, Access: serve.Access{Token: token, Random: counter(), Secure: true, For: time.Hour,
		Host: func(name string) bool { return name == "desk.example.org" }}})
	if err != nil {
		t.Fatal(err)
	}
	ask := func(method, host, path, body, cookie string) *http.Response {
		req := httptest.NewRequestWithContext(t.Context(), method, "https://"+host+path, strings.NewReader(body))
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		req.Header.Set("Cookie", cookie)
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, req)
		return rec.Result()
	}
	if got := ask("GET", "other.example.org", "/", "", "").StatusCode; got != http.StatusForbidden {
		t.Errorf("another name: %d", got)
	}
	res := ask("POST", "DESK.example.org:8443", "/enter", "token="+url.QueryEscape(token), "")
	set := res.Header.Get("Set-Cookie")
	for _, want := range []string{"__Host-tocsin=", "Path=/", "Secure", "HttpOnly", "SameSite=Strict", "Max-Age=3600"} {
		if !strings.Contains(set, want) {
			t.Errorf("the cookie %q lacks %s", set, want)
		}
	}
	if res.Header.Get("Strict-Transport-Security") == "" {
		t.Error("nothing keeps the browser to TLS")
	}
	cookie := strings.Split(set, ";")[0]
	for _, c := range []struct {
		after time.Duration
		want  int
	}{{time.Minute, http.StatusOK}, {2 * time.Hour, http.StatusUnauthorized}} {
		now = noon().Add(c.after)
		if got := ask("GET", "desk.example.org", "/reports", "", cookie).StatusCode; got != c.want {
			t.Errorf("after %v: %d, want %d", c.after, got, c.want)
		}
	}
}

// TestTooManyRequests: one client cannot keep the desk from others by asking.
func TestTooManyRequests(t *testing.T) {
	srv := site(t, small(t), serve.Options{})
	for range 500 {
		status, _, h := fetch(t, request(t, http.MethodGet, srv.URL+"/style.css", ""))
		if status == http.StatusOK {
			continue
		}
		if status != http.StatusTooManyRequests || h.Get("Retry-After") == "" {
			t.Errorf("status %d", status)
		}
		return
	}
	t.Error("five hundred requests at one moment were all answered")
}

// TestNothingOfAReportIsLogged: a text that stands in a report, or is pasted, is
// in no log line, no error page and no address, whatever goes wrong.
func TestNothingOfAReportIsLogged(t *testing.T) {
	const secret = "Zwartkopje"
	d := small(t)
	var lines []string
	h, err := serve.New(d, serve.Options{Now: noon, Access: serve.Access{Token: token, Random: zeros{}}, Log: func(s string) { lines = append(lines, s) }})
	if err != nil {
		t.Fatal(err)
	}
	var standard bytes.Buffer
	srv := httptest.NewUnstartedServer(h)
	srv.Config.ErrorLog = log.New(&standard, "", 0)
	srv.Start()
	defer srv.Close()
	login(t, srv.URL)
	text := "On August 18, soldiers in " + secret + " arrested the governor. The governor of " + secret + " is corrupt, " + secret + " said."
	form := url.Values{"text": {text}, "published": {"2020-08-20"}}
	status, body, _ := post(t, srv.URL+"/paste", form)
	if status != http.StatusOK || !strings.Contains(body, secret) {
		t.Fatalf("%d: the text was not read", status)
	}
	for _, a := range links(body, "/") {
		if strings.Contains(a, secret) {
			t.Errorf("the address %s holds words of the text", a)
		}
	}
	form.Set("published", "yesterday")
	if status, body, _ := post(t, srv.URL+"/paste", form); status != http.StatusBadRequest || strings.Contains(body, secret) {
		t.Errorf("no date: %d\n%s", status, body)
	}
	d.Close() // from here on what is asked of the desk fails
	for _, path := range []string{"/", "/reports", "/verdicts"} {
		if status, body, _ := fetch(t, request(t, http.MethodGet, srv.URL+path, "")); status != http.StatusInternalServerError && status != http.StatusServiceUnavailable {
			t.Errorf("%s of a closed desk: %d\n%s", path, status, body)
		}
	}
	if len(lines) == 0 {
		t.Error("the operator is told of no failure")
	}
	if all := fmt.Sprint(lines, standard.String()); strings.Contains(all, secret) {
		t.Errorf("the log: %s", all)
	}
}
