package main

import (
	"context"
	"crypto/rand"
	"crypto/tls"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/netutil"

	"tocsin/desk"
	"tocsin/serve"
)

type serveCmd struct {
	Addr      string   `help:"Where to listen. An address that other machines reach needs --token-file, --cert and --key." default:"127.0.0.1:8020" placeholder:"HOST:PORT"`
	Country   string   `help:"Country of the brief; the one the latest report is about if not given." placeholder:"NAME"`
	At        date     `help:"Show only what was known on this day." placeholder:"DATE"`
	Open      bool     `help:"Open the desk in the browser of this machine."`
	TokenFile string   `help:"On a network: file with the token that opens the desk, at least 20 characters." placeholder:"FILE" type:"path"`
	Cert      string   `help:"On a network: certificate, PEM." placeholder:"FILE" type:"path"`
	Key       string   `help:"On a network: its key, PEM." placeholder:"FILE" type:"path"`
	Name      []string `help:"Name under which browsers ask for the desk (repeatable); those of the certificate if not given. On loopback: that of the TLS proxy in front." placeholder:"HOST" sep:"none"`
}

// Help is what 'tocsin serve --help' adds.
func (c *serveCmd) Help() string {
	return `On this machine alone, nothing needs to be set: open the address that is printed. It holds a token that opens the desk once, in one browser.

For others on a network, either with a certificate:

  tocsin serve --addr 0.0.0.0:8443 --cert desk.pem --key desk.key --token-file token.txt

or behind a proxy on this machine that does TLS and keeps the Host header:

  tocsin serve --name desk.example.org --token-file token.txt`
}

// Run shows the desk in a browser until it is stopped.
func (c *serveCmd) Run(a *app) error {
	l, err := c.listening()
	if err != nil {
		return err
	}
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	country := c.Country
	if country == "" {
		country = d.Config().Country
	}
	dir, _ := a.dir()
	return a.serve(d, l, serve.Options{At: c.At.Date, Country: country, Args: []string{"--desk", dir}, Now: a.now})
}

// listening is where and to whom a desk is shown.
type listening struct {
	addr  string
	token string // "": one is made, good for one browser
	cert  *tls.Certificate
	names []string
	open  bool
	idle  time.Duration // end when nobody has asked for so long; zero: never
}

// network reports whether others than the person at this machine may come.
func (l *listening) network() bool { return l.token != "" }

// listening checks the flags with one another.
func (c *serveCmd) listening() (*listening, error) {
	l := &listening{addr: c.Addr, names: c.Name, open: c.Open}
	own, err := loopback(c.Addr)
	if err != nil {
		return nil, err
	}
	switch {
	case !own && c.TokenFile == "":
		return nil, usageError{fmt.Errorf("--addr %s: other machines reach this address, so it needs --token-file, --cert and --key; or use 127.0.0.1", c.Addr)}
	case !own && (c.Cert == "" || c.Key == ""):
		return nil, usageError{fmt.Errorf("--addr %s: what goes over a network needs --cert and --key; or use 127.0.0.1 with --name behind a proxy that does TLS", c.Addr)}
	case (c.Cert == "") != (c.Key == ""):
		return nil, usageError{errors.New("give both --cert and --key")}
	case own && len(c.Name) > 0 && c.TokenFile == "":
		return nil, usageError{errors.New("--name lets others in through a proxy, so it needs --token-file")}
	case own && c.TokenFile != "" && len(c.Name) == 0 && c.Cert == "":
		return nil, usageError{errors.New("--token-file is for a network: give --name and a proxy in front, or --addr with --cert and --key")}
	case c.Cert != "" && c.TokenFile == "":
		return nil, usageError{errors.New("--cert is for a network, which needs --token-file")}
	}
	if c.TokenFile != "" {
		if l.token, err = readToken(c.TokenFile); err != nil {
			return nil, err
		}
	}
	if c.Cert != "" {
		pair, err := tls.LoadX509KeyPair(c.Cert, c.Key)
		if err != nil {
			return nil, fmt.Errorf("%s and %s: %w; give a certificate and its key in PEM", c.Cert, c.Key, err)
		}
		l.cert = &pair
	}
	return l, nil
}

// readToken reads the first line of a file that others cannot read.
func readToken(name string) (string, error) {
	info, err := os.Stat(name)
	if err != nil {
		return "", err
	}
	if openToOthers(info) {
		return "", fmt.Errorf("%s can be read by other users of this machine; do: chmod 600 %s", name, name)
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	line, _, _ := strings.Cut(string(b), "\n")
	if line = strings.TrimSpace(line); len(line) < serve.MinToken {
		return "", fmt.Errorf("%s: the token on its first line has %d characters, and at least %d are needed; make one: head -c 18 /dev/urandom | base64", name, len(line), serve.MinToken)
	}
	return line, nil
}

// answers reports whether the desk goes by a name.
func (l *listening) answers(name string) bool {
	if slices.ContainsFunc(l.names, func(n string) bool { return strings.EqualFold(n, name) }) {
		return true
	}
	return len(l.names) == 0 && l.cert != nil && l.cert.Leaf != nil && l.cert.Leaf.VerifyHostname(name) == nil
}

// loopback reports whether this machine alone reaches an address.
func loopback(addr string) (bool, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return false, usageError{fmt.Errorf("--addr %s: give HOST:PORT, such as 127.0.0.1:8020", addr)}
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback(), nil
}

// The patience of the server. Reading a long pasted text and measuring a large
// dataset take a while; a client that sends nothing, or slowly, does not get to
// hold on.
const (
	headerWithin = 10 * time.Second
	readWithin   = time.Minute
	writeWithin  = 5 * time.Minute
	idleFor      = 2 * time.Minute
	stopWithin   = 5 * time.Second
	mostHeader   = 32 << 10
	mostClients  = 256
	// sessionOnNetwork is how long a token typed on a network lasts: a working
	// day.
	sessionOnNetwork = 12 * time.Hour
)

// serve shows a desk until the program is told to stop, which is no failure.
// The address is said once it can be reached.
func (a *app) serve(d *desk.Desk, l *listening, o serve.Options) error {
	first, err := a.access(l, &o)
	if err != nil {
		return err
	}
	listener, err := new(net.ListenConfig).Listen(a.ctx, "tcp", l.addr)
	if err != nil {
		return fmt.Errorf("%w; give another address with --addr 127.0.0.1:0", err)
	}
	if at := listener.Addr().(*net.TCPAddr); !l.network() && !at.IP.IsLoopback() { // what localhost resolves to is up to the machine
		listener.Close()
		return usageError{fmt.Errorf("--addr %s is not on this machine alone; use 127.0.0.1", l.addr)}
	}
	base := "http://" + strings.Replace(listener.Addr().String(), "[::1]", "localhost", 1)
	if !l.network() {
		o.Access.Spent = func(next string) {
			a.say("the desk is open in a browser; for another one: %s/enter?token=%s", base, next)
		}
	}
	h, err := serve.New(d, o)
	if err != nil {
		listener.Close()
		return err
	}
	ctx, end := context.WithCancel(a.ctx)
	defer end()
	if l.idle > 0 {
		asleep := time.AfterFunc(l.idle, end)
		defer asleep.Stop()
		inner := h
		h = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { asleep.Reset(l.idle); inner.ServeHTTP(w, r) })
	}
	server := a.server(h)
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(a.ctx), stopWithin)
		defer cancel()
		stopped <- server.Shutdown(ctx)
	})
	defer stop()
	a.announce(l, base, first)
	clients := netutil.LimitListener(listener, mostClients) // more of them wait
	if l.cert != nil {
		clients = tls.NewListener(clients, &tls.Config{Certificates: []tls.Certificate{*l.cert}, MinVersion: tls.VersionTLS12, NextProtos: []string{"http/1.1"}})
	}
	if err := server.Serve(clients); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-stopped
	return nil
}

// access sets who may look, and returns the token of the first address, "" on a
// network.
func (a *app) access(l *listening, o *serve.Options) (first string, err error) {
	o.Log = func(line string) { a.say("note: %s", line) }
	o.Access.Random = rand.Reader
	if l.network() {
		o.Access.Token, o.Access.Host, o.Access.Secure, o.Access.For = l.token, l.answers, true, sessionOnNetwork
		return "", nil
	}
	o.Access.Token, err = serve.NewToken(rand.Reader)
	return o.Access.Token, err
}

// server is an HTTP server that waits for nobody for long.
func (a *app) server(h http.Handler) *http.Server {
	return &http.Server{Handler: h, ReadHeaderTimeout: headerWithin, ReadTimeout: readWithin, WriteTimeout: writeWithin, IdleTimeout: idleFor, MaxHeaderBytes: mostHeader,
		ErrorLog: log.New(notes{a}, "", 0), BaseContext: func(net.Listener) context.Context { return a.ctx }}
}

// announce says where the desk is, and opens it if that was asked for.
func (a *app) announce(l *listening, base, first string) {
	if l.network() {
		scheme, names := "https", strings.Join(l.names, ", ")
		if names == "" && l.cert.Leaf != nil {
			names = strings.Join(l.cert.Leaf.DNSNames, ", ")
		}
		a.say("the desk listens at %s and answers to %s by %s, for who has the token; stop it with Ctrl-C", strings.TrimPrefix(base, "http://"), names, scheme)
		return
	}
	address := base + "/enter?token=" + first
	a.say("the desk is at %s on this machine; stop it with Ctrl-C", address)
	if l.open {
		if err := a.browse(address); err != nil {
			a.say("note: no browser could be opened (%v): open the address yourself", err)
		}
	}
}

// notes makes lines of the HTTP server into notes.
type notes struct{ a *app }

func (n notes) Write(b []byte) (int, error) {
	n.a.say("note: %s", strings.TrimSpace(string(b)))
	return len(b), nil
}
