package serve

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"tocsin"
)

// Access says who may look at a desk, and under which names it answers.
type Access struct {
	// Token opens the desk: who brings it gets a session, kept in a cookie that
	// no other site can use. At least [MinToken] characters.
	Token string
	// Spent, where it is set, makes every token good for one session: it may
	// then stand in an address, and Spent is told the one that follows. Without
	// it the token is a password: it is typed into a form and stays good.
	Spent func(next string)
	// Host reports whether the desk answers to a name, beside those of loopback;
	// nil: to no other.
	Host func(name string) bool
	// Secure says that browsers come by TLS, here or at a proxy in front.
	Secure bool
	// For is how long a session lasts; zero: as long as the server runs.
	For time.Duration
	// Random is where secrets come from; it must be set, to crypto/rand.Reader
	// outside tests.
	Random io.Reader
}

// MinToken is how long a token must be at least, in bytes.
const MinToken = 20

// maxSessions is how many browsers a server remembers; the oldest make way.
const maxSessions = 1000

// NewToken is a token nobody can guess: 144 random bits in 24 characters.
func NewToken(random io.Reader) (string, error) {
	b := make([]byte, 18)
	if _, err := io.ReadFull(random, b); err != nil {
		return "", fmt.Errorf("make a token: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(b), nil
}

// A session is one browser that brought the token.
type session struct {
	csrf  string // stands in every form of its pages
	begun time.Time
}

// doors keeps the token and the sessions.
type doors struct {
	Access
	now func() time.Time
	key []byte // from which the forms' tokens are made

	mu       sync.Mutex
	sessions map[[sha256.Size]byte]session // by the hash of the cookie
}

func newDoors(a Access, now func() time.Time) (*doors, error) {
	switch {
	case a.Random == nil:
		return nil, errors.New("there is no source of secrets")
	case len(a.Token) < MinToken:
		return nil, fmt.Errorf("the token has %d characters, and at least %d are needed", len(a.Token), MinToken)
	}
	d := &doors{Access: a, now: now, key: make([]byte, 32), sessions: make(map[[sha256.Size]byte]session)}
	if _, err := io.ReadFull(a.Random, d.key); err != nil {
		return nil, fmt.Errorf("make the key of the forms: %w", err)
	}
	return d, nil
}

// open makes a session for who brings the token, and returns its cookie; "" for
// a wrong one.
func (d *doors) open(token string) (cookie string, err error) {
	d.mu.Lock()
	next := ""
	defer func() {
		d.mu.Unlock()
		if next != "" {
			d.Spent(next)
		}
	}()
	if given, good := sha256.Sum256([]byte(token)), sha256.Sum256([]byte(d.Token)); subtle.ConstantTimeCompare(given[:], good[:]) != 1 {
		return "", nil
	}
	if cookie, err = NewToken(d.Random); err != nil {
		return "", err
	}
	if d.Spent != nil {
		if next, err = NewToken(d.Random); err != nil {
			return "", err
		}
		d.Token = next
	}
	if len(d.sessions) >= maxSessions {
		d.dropOldest()
	}
	mac := hmac.New(sha256.New, d.key)
	mac.Write([]byte(cookie))
	d.sessions[sha256.Sum256([]byte(cookie))] = session{csrf: base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), begun: d.now()}
	return cookie, nil
}

func (d *doors) dropOldest() {
	var oldest [sha256.Size]byte
	var begun time.Time
	for id, s := range d.sessions {
		if begun.IsZero() || s.begun.Before(begun) {
			oldest, begun = id, s.begun
		}
	}
	delete(d.sessions, oldest)
}

// of finds the session of a request.
func (d *doors) of(r *http.Request) (session, bool) {
	c, err := r.Cookie(d.cookieName(r))
	if err != nil {
		return session{}, false
	}
	id := sha256.Sum256([]byte(c.Value))
	d.mu.Lock()
	defer d.mu.Unlock()
	s, ok := d.sessions[id]
	if ok && d.For > 0 && d.now().Sub(s.begun) > d.For {
		delete(d.sessions, id)
		ok = false
	}
	return s, ok
}

// cookieName holds the port, since browsers send the cookies of one port of a
// machine to all: two desks on one machine must not put each other out.
func (d *doors) cookieName(r *http.Request) string {
	if d.Secure {
		return "__Host-tocsin"
	}
	_, port, err := net.SplitHostPort(r.Host)
	if err != nil {
		return "tocsin"
	}
	return "tocsin-" + port
}

// An entrance is what the page shows on which the token is typed.
type entrance struct {
	Problem string
	Once    bool // the token stands in an address that the program prints
}

// enter exchanges the token for a session: the one in the first address, which
// is gone from the browser's address bar with the answer, or one from the form.
func (s *server) enter(w http.ResponseWriter, r *http.Request) {
	token := ""
	switch {
	case r.Method == http.MethodPost:
		if err := r.ParseForm(); err != nil {
			s.turnAway(w, r, http.StatusBadRequest, "the form cannot be read")
			return
		}
		token = r.PostForm.Get("token")
	case s.doors.Spent != nil && r.Method == http.MethodGet: // who only looks with HEAD does not spend it
		token = r.URL.Query().Get("token")
	}
	if _, in := s.doors.of(r); in && r.Method != http.MethodPost {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	if token == "" {
		s.turnAway(w, r, http.StatusOK, "")
		return
	}
	if !s.tries.take(r, s.options.Now()) {
		w.Header().Set("Retry-After", "60")
		s.turnAway(w, r, http.StatusTooManyRequests, "too many wrong tokens from this address; wait a minute")
		return
	}
	cookie, err := s.doors.open(strings.TrimSpace(token))
	switch {
	case err != nil:
		s.fault(r, err)
		s.refuse(w, r, http.StatusInternalServerError, inside)
	case cookie == "":
		s.turnAway(w, r, http.StatusForbidden, "this token does not open the desk; each one that the program prints opens it once")
	default:
		s.tries.giveBack(r)
		http.SetCookie(w, &http.Cookie{Name: s.doors.cookieName(r), Value: cookie, Path: "/", HttpOnly: true, Secure: s.doors.Secure,
			SameSite: http.SameSiteStrictMode, MaxAge: int(s.doors.For / time.Second)})
		http.Redirect(w, r, "/", http.StatusSeeOther)
	}
}

// turnAway shows the form for the token.
func (s *server) turnAway(w http.ResponseWriter, r *http.Request, status int, problem string) {
	s.write(w, r, view{Page: "enter", Title: "The desk is closed", Status: status, Data: entrance{problem, s.doors.Spent != nil}})
}

// goodForm reports whether a form carries the token of its session's pages.
func goodForm(in session, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		if _, large := errors.AsType[*http.MaxBytesError](err); large {
			return err
		}
		return tocsin.Errorf(tocsin.Invalid, "use the form of the page", "the form cannot be read")
	}
	if subtle.ConstantTimeCompare([]byte(r.PostForm.Get("csrf")), []byte(in.csrf)) != 1 {
		return errForm
	}
	return nil
}

// errForm refuses a form that none of the session's pages made.
var errForm = errors.New("this form is not of your session: open its page again and send it from there")
