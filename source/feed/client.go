package feed

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"tocsin"
)

// Bounds of one fetch where Options do not say.
const (
	DefaultTimeout  = time.Minute // for all of it: a server that trickles is cut off
	DefaultMaxBytes = 16 << 20    // unpacked
	maxRedirects    = 5
	maxHeader       = 64 << 10
	agent           = "tocsin (feed reader; a person's watch desk)"
)

// Options are what a client is made with. The zero value is usable.
type Options struct {
	Timeout  time.Duration
	MaxBytes int64
	// Resolver resolves names; nil means the system's. Tests give their own.
	Resolver *net.Resolver
	// Dial connects, once an address has been found fit; nil means the system's.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
}

// A Client fetches. It is safe for use by several goroutines.
type Client struct {
	o      Options
	public *http.Client // reaches no private network
	local  *http.Client // reaches this machine and private networks too
}

// NewClient makes a client.
func NewClient(o Options) *Client {
	if o.Timeout == 0 {
		o.Timeout = DefaultTimeout
	}
	if o.MaxBytes == 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	return &Client{o: o, public: o.client(false), local: o.client(true)}
}

func (o Options) client(local bool) *http.Client {
	t := &http.Transport{DialContext: o.dialer(local), DisableCompression: true, Proxy: nil, ForceAttemptHTTP2: true,
		TLSHandshakeTimeout: 15 * time.Second, ResponseHeaderTimeout: 30 * time.Second, MaxResponseHeaderBytes: maxHeader,
		MaxIdleConnsPerHost: 1, IdleConnTimeout: 30 * time.Second}
	return &http.Client{Transport: t, CheckRedirect: follow}
}

// follow lets a redirect lead to another web address a few times, and never from
// an encrypted to an open one. Where it leads is checked on connecting.
func follow(req *http.Request, via []*http.Request) error {
	if len(via) > maxRedirects {
		return tocsin.Errorf(tocsin.Invalid, "see the address in a browser", "redirected more than %d times", maxRedirects)
	}
	if _, err := parseAddress(req.URL.String()); err != nil {
		return err
	}
	if via[0].URL.Scheme == "https" && req.URL.Scheme != "https" {
		return tocsin.Errorf(tocsin.Invalid, "see the address in a browser", "redirected from https to %s, where anybody on the way could change it", req.URL.Scheme)
	}
	return nil
}

// parseAddress takes web addresses alone, without a user in them.
func parseAddress(s string) (*url.URL, error) {
	u, err := url.Parse(s)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		return nil, tocsin.Errorf(tocsin.Invalid, "give an address that begins with https:// or http://", "%.200q is no web address", s)
	case u.User != nil:
		return nil, tocsin.Errorf(tocsin.Unsupported, "fetch it with another program into a folder and add the folder", "the address holds a password")
	}
	u.Fragment = ""
	return u, nil
}

// Check reports whether an address can be one of a feed.
func Check(address string) error {
	_, err := parseAddress(address)
	return err
}

// A Condition is what a server said of its last answer; it need not send that
// again.
type Condition struct{ ETag, LastModified string }

// An Answer is what a server sent.
type Answer struct {
	Raw       []byte
	Same      bool // as under the condition; Raw is nil
	MediaType string
	Charset   string    // as the server names it; "" where it does not
	Condition Condition // for the next time
	Moved     string    // the address it has moved to for good, "" where it has not
}

// A Refusal is an answer that is none, with what it asks of the caller.
type Refusal struct {
	Status int           // of HTTP; 0 where nobody answered
	Wait   time.Duration // for how long the server asks to be left alone
	Err    error
}

// Error says what went wrong and what to do.
func (r *Refusal) Error() string { return r.Err.Error() }

// Unwrap returns the error beneath.
func (r *Refusal) Unwrap() error { return r.Err }

// Gone reports that the server says there is nothing there, for good.
func (r *Refusal) Gone() bool { return r.Status == http.StatusGone }

// Lasting reports that to ask again soon will not help.
func (r *Refusal) Lasting() bool {
	switch r.Status {
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden, http.StatusNotFound, http.StatusGone, http.StatusUnavailableForLegalReasons:
		return true
	}
	return false
}

// Get fetches an address. local lets it lie on this machine or in a private
// network.
func (c *Client) Get(ctx context.Context, address string, local bool, cond Condition) (Answer, error) {
	u, err := parseAddress(address)
	if err != nil {
		return Answer{}, err
	}
	limit, cancel := context.WithTimeout(ctx, c.o.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(limit, http.MethodGet, u.String(), nil)
	if err != nil {
		return Answer{}, &Refusal{Err: tocsin.Errorf(tocsin.Invalid, "check the address", "%.200q cannot be asked for", address)}
	}
	req.Header.Set("User-Agent", agent)
	req.Header.Set("Accept-Encoding", "gzip")
	req.Header.Set("Accept", "application/feed+json, application/atom+xml, application/rss+xml, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5")
	if cond.ETag != "" {
		req.Header.Set("If-None-Match", cond.ETag)
	}
	if cond.LastModified != "" {
		req.Header.Set("If-Modified-Since", cond.LastModified)
	}
	client := c.public
	if local {
		client = c.local
	}
	res, err := client.Do(req)
	if err != nil {
		return Answer{}, c.unreached(ctx, limit, u, err)
	}
	defer res.Body.Close()
	a := Answer{Condition: Condition{clipHeader(res.Header.Get("ETag")), clipHeader(res.Header.Get("Last-Modified"))}, Moved: moved(res, u)}
	switch res.StatusCode {
	case http.StatusOK:
	case http.StatusNotModified:
		a.Same, a.Condition = true, cond
		return a, nil
	default:
		return Answer{}, status(u, res)
	}
	kind, params, _ := mime.ParseMediaType(res.Header.Get("Content-Type"))
	a.MediaType, a.Charset = kind, params["charset"]
	if a.Raw, err = c.body(res); err != nil {
		return Answer{}, c.unreached(ctx, limit, u, err)
	}
	return a, nil
}

// body reads an answer to its limit, packed and unpacked.
func (c *Client) body(res *http.Response) ([]byte, error) {
	r := io.Reader(io.LimitReader(res.Body, c.o.MaxBytes+1))
	if strings.EqualFold(res.Header.Get("Content-Encoding"), "gzip") {
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, tocsin.Errorf(tocsin.Invalid, "it may pass; else tell its publisher", "says that it is packed with gzip and is not")
		}
		r = io.LimitReader(z, c.o.MaxBytes+1)
	}
	b, err := io.ReadAll(r)
	if int64(len(b)) > c.o.MaxBytes {
		return nil, tocsin.Errorf(tocsin.Invalid, "if the answer is meant to be that large, fetch it with another program into a folder and add the folder", "sends more than %d MB, or without end", c.o.MaxBytes>>20)
	}
	if err != nil {
		return nil, err
	}
	if len(b) == 0 {
		return nil, tocsin.Errorf(tocsin.Invalid, "it may pass; else see the address in a browser", "sends an empty answer")
	}
	return b, nil
}

// unreached says why there is no answer.
func (c *Client) unreached(ctx, limit context.Context, u *url.URL, err error) error {
	at := u.Host
	if e, ok := errors.AsType[*tocsin.Error](err); ok {
		return &Refusal{Err: &tocsin.Error{Code: e.Code, Pos: tocsin.Pos{File: at}, Hint: e.Hint, Err: e.Err}}
	}
	say := func(hint, format string, args ...any) error {
		return &Refusal{Err: &tocsin.Error{Code: tocsin.Unavailable, Pos: tocsin.Pos{File: at}, Hint: hint, Err: fmt.Errorf(format, args...)}}
	}
	var dns *net.DNSError
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case limit.Err() != nil:
		return say("it is asked again later", "did not finish within %v", c.o.Timeout)
	case errors.As(err, &dns):
		return say("check the address and the network", "the name cannot be resolved")
	}
	if ue, ok := errors.AsType[*url.Error](err); ok {
		err = ue.Err
	}
	return say("it is asked again later", "cannot be reached: %v", err)
}

// status says what an answer other than OK means.
func status(u *url.URL, res *http.Response) error {
	hint := "it is asked again later"
	switch res.StatusCode {
	case http.StatusGone:
		hint = "it is not asked again: take it out with 'tocsin feed remove', or look for its new address"
	case http.StatusNotFound:
		hint = "look on the site for its address today"
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden:
		hint = "it is closed to programs: save what you may read into a folder and add the folder"
	}
	return &Refusal{Status: res.StatusCode, Wait: retryAfter(res.Header.Get("Retry-After")),
		Err: &tocsin.Error{Code: tocsin.Unavailable, Pos: tocsin.Pos{File: u.Host}, Hint: hint, Err: fmt.Errorf("answers %d %s", res.StatusCode, http.StatusText(res.StatusCode))}}
}

// retryAfter reads a number of seconds; a date is not read, since there is no
// clock here, and the caller's own waiting covers it.
func retryAfter(v string) time.Duration {
	n, err := strconv.Atoi(strings.TrimSpace(v))
	if err != nil || n < 0 || n > 30*24*3600 {
		return 0
	}
	return time.Duration(n) * time.Second
}

// moved is the address that permanent redirects alone have led to.
func moved(res *http.Response, from *url.URL) string {
	to := ""
	for r := res.Request; r != nil && r.Response != nil; r = r.Response.Request {
		if s := r.Response.StatusCode; s != http.StatusMovedPermanently && s != http.StatusPermanentRedirect {
			return ""
		}
		if to == "" {
			to = r.URL.String()
		}
	}
	if to == from.String() {
		return ""
	}
	return to
}

func clipHeader(v string) string {
	if len(v) > 1000 {
		return ""
	}
	return v
}
