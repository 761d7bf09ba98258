package serve_test

import (
	"net/http"
	"strings"
	"testing"

	"tocsin/serve"
)

// TestGuard: every response, whatever was asked and by whom, carries the policy
// and its companions; what comes from elsewhere is refused.
func TestGuard(t *testing.T) {
	srv := site(t, small(t), serve.Options{})
	own := srv.URL
	form := "csrf=" + formToken() + "&published=2020-08-20&text=Soldiers+in+Bamako+arrested+the+president+on+August+18."
	for _, c := range []struct {
		name, method, path, host, origin, fetchSite, body string
		status                                            int
	}{
		{name: "the brief", method: "GET", path: "/", status: 200},
		{name: "its head", method: "HEAD", path: "/", status: 200},
		{name: "the style", method: "GET", path: "/style.css", status: 200},
		{name: "nothing", method: "GET", path: "/none", status: 404},
		{name: "no traversal", method: "GET", path: "/../../etc/passwd", status: 404},
		{name: "a method", method: "DELETE", path: "/reports", status: 405},
		{name: "a post elsewhere", method: "POST", path: "/reports", body: form, status: 405},
		{name: "an odd method", method: "BREW", path: "/paste", status: 405},
		{name: "localhost", method: "GET", path: "/paste", host: "localhost:8080", status: 200},
		{name: "IPv6", method: "GET", path: "/paste", host: "[::1]:8080", status: 200},
		{name: "another host", method: "GET", path: "/", host: "desk.example.org", status: 403},
		{name: "a host that begins well", method: "GET", path: "/", host: "localhost.example.org:80", status: 403},
		{name: "a host for the style", method: "GET", path: "/style.css", host: "127.0.0.1.example.org", status: 403},
		{name: "an own form", method: "POST", path: "/paste", origin: own, fetchSite: "same-origin", body: form, status: 200},
		{name: "an own form without referrer", method: "POST", path: "/paste", origin: "null", fetchSite: "same-origin", body: form, status: 200},
		{name: "a program", method: "POST", path: "/paste", body: form, status: 200},
		{name: "a form without its token", method: "POST", path: "/paste", body: "published=2020-08-20&text=Soldiers", status: 403},
		{name: "a form with another's", method: "POST", path: "/paste", body: "csrf=" + formToken()[1:] + "&published=2020-08-20&text=Soldiers", status: 403},
		{name: "its token in the address", method: "POST", path: "/paste?csrf=" + formToken(), body: "published=2020-08-20&text=Soldiers", status: 403},
		{name: "no form at all", method: "POST", path: "/paste", body: `{"text": "Soldiers"}`, status: 403},
		{name: "a foreign form", method: "POST", path: "/paste", origin: "https://example.org", body: form, status: 403},
		{name: "a foreign form that lies", method: "POST", path: "/paste", origin: "https://example.org", fetchSite: "same-origin", body: form, status: 403},
		{name: "another port", method: "POST", path: "/paste", origin: "http://127.0.0.1:1", fetchSite: "same-site", body: form, status: 403},
		{name: "an opaque origin", method: "POST", path: "/paste", origin: "null", body: form, status: 403},
		{name: "a frame elsewhere", method: "POST", path: "/paste", origin: "null", fetchSite: "cross-site", body: form, status: 403},
		{name: "too much", method: "POST", path: "/paste", body: "text=" + strings.Repeat("a", 4<<20), status: 413},
	} {
		t.Run(c.name, func(t *testing.T) {
			req := request(t, c.method, own+c.path, c.body)
			if c.host != "" {
				req.Host = c.host
				addCookie(req)
			}
			for name, value := range map[string]string{"Origin": c.origin, "Sec-Fetch-Site": c.fetchSite} {
				if value != "" {
					req.Header.Set(name, value)
				}
			}
			status, body, h := fetch(t, req)
			if status != c.status {
				t.Errorf("status %d, want %d\n%s", status, c.status, body)
			}
			if (c.method == "HEAD") != (body == "") {
				t.Errorf("the body has %d bytes", len(body))
			}
			if c.status == 405 && h.Get("Allow") == "" {
				t.Error("405 does not say what is allowed")
			}
			checkHeaders(t, h)
		})
	}
}

func checkHeaders(t *testing.T, h http.Header) {
	t.Helper()
	csp := h.Get("Content-Security-Policy")
	if !strings.HasPrefix(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") || strings.Contains(csp, "*") || strings.Contains(csp, "script-src") {
		t.Errorf("policy %q", csp)
	}
	for _, want := range []string{"style-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"} {
		if !strings.Contains(csp, want) {
			t.Errorf("policy %q lacks %q", csp, want)
		}
	}
	for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Resource-Policy": "same-origin"} {
		if got := h.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

// TestGuardUnsized: a body that does not say how long it is, is cut off too.
func TestGuardUnsized(t *testing.T) {
	srv := site(t, small(t), serve.Options{})
	req := request(t, http.MethodPost, srv.URL+"/paste", "csrf="+formToken()+"&text="+strings.Repeat("a", 4<<20))
	req.ContentLength = -1
	status, _, h := fetch(t, req)
	if status != http.StatusRequestEntityTooLarge {
		t.Errorf("status %d", status)
	}
	checkHeaders(t, h)
}

// TestNewRefuses: without a desk or a clock there is nothing to show.
func TestNewRefuses(t *testing.T) {
	good := serve.Access{Token: token, Random: zeros{}}
	if _, err := serve.New(nil, serve.Options{Now: noon, Access: good}); err == nil {
		t.Error("no desk was taken")
	}
	d := small(t)
	for name, o := range map[string]serve.Options{"clock": {Access: good}, "token": {Now: noon}, "randomness": {Now: noon, Access: serve.Access{Token: token}},
		"long token": {Now: noon, Access: serve.Access{Token: token[:serve.MinToken-1], Random: zeros{}}}} {
		if _, err := serve.New(d, o); err == nil {
			t.Errorf("no %s was taken", name)
		}
	}
}
