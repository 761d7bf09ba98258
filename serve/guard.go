package serve

import (
	"net"
	"net/http"
	"net/url"
	"strings"
)

// policy is the Content-Security-Policy of every response: nothing is loaded
// but the style sheet, and no script runs.
const policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// MaxPaste is how large a pasted text may be, in bytes.
const MaxPaste = 1 << 20

// maxBody leaves room for what a form adds: at worst each byte becomes three.
const maxBody = 3*MaxPaste + 4096

// guard puts the security headers on every response, before anything else may
// answer, and refuses requests that come from elsewhere or are too large.
func (s *server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		switch {
		case !loopback(r.Host):
			s.refuse(w, r, http.StatusForbidden, "this desk answers on this machine only: open it as localhost or 127.0.0.1")
			return
		case r.Method != http.MethodGet && r.Method != http.MethodHead && !ownForm(r):
			s.refuse(w, r, http.StatusForbidden, "this form was sent by another site")
			return
		case r.ContentLength > maxBody:
			s.refuse(w, r, http.StatusRequestEntityTooLarge, tooLarge)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		next.ServeHTTP(w, r)
	})
}

// tooLarge says how long a pasted text may be; a file may be longer.
const tooLarge = "the text is longer than 1 MiB; import it as a file instead: tocsin import report FILE --published DATE"

// loopback reports whether a Host header names this machine. Any other name
// that leads here is a page elsewhere trying to look in (DNS rebinding).
func loopback(host string) bool {
	name := host
	if h, port, err := net.SplitHostPort(host); err == nil {
		if port == "" || strings.Trim(port, "0123456789") != "" {
			return false
		}
		name = h
		if strings.HasPrefix(host, "[") {
			name = "[" + h + "]"
		}
	}
	switch strings.ToLower(name) {
	case "localhost", "127.0.0.1", "[::1]":
		return true
	}
	return false
}

// ownForm reports whether a form was sent by one of our own pages, or by a
// program that is no browser. Under Referrer-Policy no-referrer a browser sends
// "Origin: null" even then, so Sec-Fetch-Site, which no page can forge, is asked
// first; an Origin that names a site must be ours in any case.
func ownForm(r *http.Request) bool {
	origin, site := r.Header.Get("Origin"), r.Header.Get("Sec-Fetch-Site")
	if site != "" && site != "same-origin" && site != "none" {
		return false
	}
	switch origin {
	case "":
		return true
	case "null":
		return site == "same-origin"
	}
	u, err := url.Parse(origin)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && strings.EqualFold(u.Host, r.Host)
}

// allowed lists the methods of a page, for the Allow header of a 405.
func allowed(path string) string {
	if path == "/paste" {
		return "GET, HEAD, POST"
	}
	return "GET, HEAD"
}

// method is a request's method as it may be shown: known ones only.
func method(m string) string {
	switch m {
	case http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodPatch, http.MethodOptions:
		return m
	}
	return "this method"
}
