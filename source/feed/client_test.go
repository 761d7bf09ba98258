package feed_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"tocsin"
	"tocsin/source/feed"
)

// site is a server on this machine with one path for each way to go wrong.
func site(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	on := func(path string, do http.HandlerFunc) { mux.HandleFunc(path, do) }
	on("/ok", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("ETag", `"1"`)
		w.Header().Set("Content-Type", "application/rss+xml; charset=utf-8")
		w.Write([]byte("<rss/>"))
	})
	on("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(packed(bytes.Repeat([]byte{' '}, 4<<20)))
	})
	on("/packed", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(packed([]byte("<rss/>")))
	})
	on("/unpacked", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write([]byte("<rss/>"))
	})
	on("/endless", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			if _, err := w.Write(bytes.Repeat([]byte{'x'}, 1<<16)); err != nil {
				return
			}
		}
	})
	on("/trickle", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			w.Write([]byte("x"))
			w.(http.Flusher).Flush()
			time.Sleep(20 * time.Millisecond)
		}
	})
	on("/empty", func(http.ResponseWriter, *http.Request) {})
	on("/later", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "120")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	for path, to := range map[string]string{"/round": "/round", "/inside": "http://127.0.0.1:1/", "/metadata": "http://169.254.169.254/latest", "/file": "file:///etc/passwd", "/private": "http://192.168.0.1/", "/six": "http://[::1]:1/", "/mapped": "http://[::ffff:10.0.0.1]/"} {
		on(path, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) })
	}
	on("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/ok", http.StatusMovedPermanently) })
	on("/gone", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) })
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	return srv
}

func packed(b []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	z.Write(b)
	z.Close()
	return out.Bytes()
}

// abroad is a client to whom the server looks as if it stood at a public
// address: only what is fit gets that far.
func abroad(srv *httptest.Server) *feed.Client {
	return feed.NewClient(feed.Options{Timeout: time.Second, MaxBytes: 1 << 20, Dial: func(ctx context.Context, network, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, network, srv.Listener.Addr().String())
	}})
}

const public = "http://1.1.1.1"

func TestGet(t *testing.T) {
	c := abroad(site(t))
	a, err := c.Get(t.Context(), public+"/ok", false, feed.Condition{})
	if err != nil || string(a.Raw) != "<rss/>" || a.MediaType != "application/rss+xml" || a.Condition.ETag != `"1"` {
		t.Fatalf("%+v, %v", a, err)
	}
	if a, err = c.Get(t.Context(), public+"/ok", false, a.Condition); err != nil || !a.Same || a.Raw != nil || a.Condition.ETag != `"1"` {
		t.Errorf("asked again: %+v, %v", a, err)
	}
	if a, err = c.Get(t.Context(), public+"/packed", false, feed.Condition{}); err != nil || string(a.Raw) != "<rss/>" {
		t.Errorf("packed: %q, %v", a.Raw, err)
	}
	if a, err = c.Get(t.Context(), public+"/moved", false, feed.Condition{}); err != nil || a.Moved != public+"/ok" {
		t.Errorf("moved to %q, %v", a.Moved, err)
	}
}

// TestRefuses holds answers made to do harm, and addresses inside, to errors that
// say what to do.
func TestRefuses(t *testing.T) {
	c := abroad(site(t))
	for path, want := range map[string]string{
		"/bomb": "sends more than 1 MB, or without end", "/endless": "sends more than 1 MB, or without end", "/trickle": "did not finish within 1s",
		"/unpacked": "says that it is packed with gzip and is not", "/empty": "sends an empty answer", "/round": "redirected more than 5 times",
		"/inside": "leads to 127.0.0.1, which is no address of the open web", "/metadata": "leads to 169.254.169.254", "/private": "leads to 192.168.0.1",
		"/six": "leads to ::1", "/mapped": "leads to 10.0.0.1", "/file": `"file:///etc/passwd" is no web address`, "/gone": "answers 410 Gone", "/none": "answers 404 Not Found",
	} {
		_, err := c.Get(t.Context(), public+path, false, feed.Condition{})
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "; ") || tocsin.CodeOf(err) == tocsin.Internal {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
	_, err := c.Get(t.Context(), public+"/later", false, feed.Condition{})
	if r, ok := errors.AsType[*feed.Refusal](err); !ok || r.Wait != 2*time.Minute || r.Status != 429 {
		t.Errorf("%v", err)
	}
	for _, address := range []string{"ftp://a.example/x", "https://user:secret@a.example/", "a.example", "http://", "gopher://1.1.1.1/"} {
		if err := feed.Check(address); err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// A feed of this machine is reached only where it was added as one, and the
// addresses by which clouds hand out secrets never.
func TestLocal(t *testing.T) {
	srv := site(t)
	c := feed.NewClient(feed.Options{Timeout: 5 * time.Second})
	if _, err := c.Get(t.Context(), srv.URL+"/ok", false, feed.Condition{}); err == nil || !strings.Contains(err.Error(), "add it with --local") {
		t.Errorf("without local: %v", err)
	}
	if _, err := c.Get(t.Context(), srv.URL+"/ok", true, feed.Condition{}); err != nil {
		t.Errorf("with local: %v", err)
	}
	if _, err := c.Get(t.Context(), srv.URL+"/metadata", true, feed.Condition{}); err == nil || !strings.Contains(err.Error(), "leads to 169.254.169.254") {
		t.Errorf("with local, led to metadata: %v", err)
	}
}

// A name that resolves to an address inside is refused on connecting, so that it
// does not help a name to have resolved to another before (DNS rebinding).
func TestRebinding(t *testing.T) {
	srv := site(t)
	_, port, _ := net.SplitHostPort(srv.Listener.Addr().String())
	c := feed.NewClient(feed.Options{Timeout: 5 * time.Second, Resolver: nameServer(t, [4]byte{127, 0, 0, 1})})
	if _, err := c.Get(t.Context(), "http://news.example:"+port+"/ok", false, feed.Condition{}); err == nil || !strings.Contains(err.Error(), "leads to 127.0.0.1") {
		t.Errorf("%v", err)
	}
}

// nameServer answers every question for an address with one.
func nameServer(t *testing.T, ip [4]byte) *net.Resolver {
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	go func() {
		buf := make([]byte, 1500)
		for {
			n, from, err := conn.ReadFrom(buf)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(buf[:n]) != nil {
				continue
			}
			m.Response, m.Additionals = true, nil
			for _, q := range m.Questions {
				if q.Type == dnsmessage.TypeA {
					m.Answers = append(m.Answers, dnsmessage.Resource{Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class, TTL: 0}, Body: &dnsmessage.AResource{A: ip}})
				}
			}
			if out, err := m.Pack(); err == nil {
				conn.WriteTo(out, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}
