package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"

	"tocsin"
)

// policy is the Content-Security-Policy of every response: nothing is loaded
// but the style sheet, and no script runs.
const policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// MaxPaste is how large a pasted text may be, in bytes.
const MaxPaste = 1 << 20

// maxBody leaves room for what a form adds: at worst each byte becomes three.
const maxBody = 3*MaxPaste + 4096

// The limits on what one client may ask. A page and its style are two requests.
const (
	asksAtOnce = 400
	askEvery   = 50 * time.Millisecond
	triesOnce  = 10 // wrong tokens
	tryEvery   = 6 * time.Second
	busyAtOnce = 8 // pages that are being made
	readAtOnce = 2 // pasted texts that are being read
	waitAtMost = 20 * time.Second
)

// guard stands before every page. It puts the security headers on every
// response, before anything else may answer; refuses requests under another
// name, from elsewhere, too many or too large; and lets nobody in without a
// session, and no form without the session's token. A page that fails shows and
// logs nothing of what it was about.
func (s *server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				s.fault(r, fmt.Errorf("panic of type %T", p))
				s.refuse(w, r, http.StatusInternalServerError, inside)
			}
		}()
		s.setHeaders(w.Header())
		form := r.Method == http.MethodPost
		switch {
		case !s.answersTo(r.Host):
			s.refuse(w, r, http.StatusForbidden, "this desk does not answer to that name: open it as the address the program printed")
			return
		case !form && r.Method != http.MethodGet && r.Method != http.MethodHead:
			w.Header().Set("Allow", allowed(r.URL.Path))
			s.refuse(w, r, http.StatusMethodNotAllowed, "no page takes "+method(r.Method))
			return
		case form && !ownForm(r):
			s.refuse(w, r, http.StatusForbidden, "this form was sent by another site")
			return
		case r.ContentLength > maxBody:
			s.refuse(w, r, http.StatusRequestEntityTooLarge, tooLarge)
			return
		case !s.asks.take(r, s.options.Now()):
			w.Header().Set("Retry-After", "10")
			s.refuse(w, r, http.StatusTooManyRequests, "too many requests from this address; wait a moment")
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		if open(r.URL.Path) {
			next.ServeHTTP(w, r)
			return
		}
		in, ok := s.doors.of(r)
		if !ok {
			s.turnAway(w, r, http.StatusUnauthorized, "")
			return
		}
		r = r.WithContext(context.WithValue(r.Context(), sessionKey{}, in))
		if form {
			if err := goodForm(in, r); err != nil {
				s.refuseFor(w, r, err)
				return
			}
		}
		if !take(r.Context(), s.busy) {
			w.Header().Set("Retry-After", "10")
			s.refuse(w, r, http.StatusServiceUnavailable, "the desk is busy; try again in a moment")
			return
		}
		defer func() { <-s.busy }()
		next.ServeHTTP(w, r)
	})
}

func (s *server) setHeaders(h http.Header) {
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	if s.doors.Secure {
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
}

// sessionKey is where a request's context has its session.
type sessionKey struct{}

// open reports whether a path needs no session: the door itself, and the style,
// which holds nothing of the desk.
func open(path string) bool { return path == "/enter" || path == "/style.css" }

// take waits for a place in a line, but not for ever.
func take(ctx context.Context, line chan struct{}) bool {
	ctx, cancel := context.WithTimeout(ctx, waitAtMost)
	defer cancel()
	select {
	case line <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

// fault tells the operator that something failed inside: which page and what
// kinds of error, and never their words, which could be a report's.
func (s *server) fault(r *http.Request, err error) {
	if s.options.Log == nil {
		return
	}
	page := "a page"
	if c := chi.RouteContext(r.Context()); c != nil && c.RoutePattern() != "" {
		page = c.RoutePattern()
	}
	var kinds []string
	for ; err != nil; err = errors.Unwrap(err) {
		kind := fmt.Sprintf("%T", err)
		if e, ok := err.(*tocsin.Error); ok {
			kind += " " + string(e.Code)
		}
		kinds = append(kinds, kind)
	}
	s.options.Log(method(r.Method) + " " + page + " failed: " + strings.Join(kinds, " < "))
}

// answersTo reports whether a Host header names this desk.
func (s *server) answersTo(host string) bool {
	if loopback(host) {
		return true
	}
	if s.doors.Host == nil {
		return false
	}
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	return host != "" && s.doors.Host(strings.ToLower(strings.Trim(host, "[]")))
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
	if path == "/paste" || path == "/enter" || strings.HasPrefix(path, "/review/") {
		return "GET, HEAD, POST"
	}
	return "GET, HEAD"
}

// method is a request's method as it may be shown: known ones only.
func method(m string) string {
	switch m {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodPatch, http.MethodOptions:
		return m
	}
	return "this method"
}
