package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"tocsin/desk"
	"tocsin/serve"
)

type serveCmd struct {
	Addr    string `help:"Where to listen; this machine alone can reach it." default:"127.0.0.1:8020" placeholder:"HOST:PORT"`
	Country string `help:"Country of the brief; the one the latest report is about if not given." placeholder:"NAME"`
	At      date   `help:"Show only what was known on this day." placeholder:"DATE"`
}

// Run shows the desk in a browser until it is stopped.
func (c *serveCmd) Run(a *app) error {
	if err := loopback(c.Addr); err != nil {
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
	return a.serve(d, c.Addr, serve.Options{At: c.At.Date, Country: country, Args: []string{"--desk", dir}, Now: a.now})
}

// loopback refuses an address that another machine could reach: the pages have
// no password.
func loopback(addr string) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return usageError{fmt.Errorf("--addr %s: give HOST:PORT, such as 127.0.0.1:8020", addr)}
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return usageError{fmt.Errorf("--addr %s: the pages have no password and are shown on this machine alone; use 127.0.0.1", addr)}
	}
	return nil
}

// The patience of the server. Reading a long pasted text and measuring a large
// dataset take a while; a client that sends nothing does not get to hold on.
const (
	headerWithin = 10 * time.Second
	readWithin   = time.Minute
	writeWithin  = 5 * time.Minute
	idleFor      = 2 * time.Minute
	stopWithin   = 5 * time.Second
)

// serve shows a desk at addr until the program is told to stop, which is no
// failure. The address is said once it can be reached.
func (a *app) serve(d *desk.Desk, addr string, o serve.Options) error {
	h, err := serve.New(d, o)
	if err != nil {
		return err
	}
	l, err := new(net.ListenConfig).Listen(a.ctx, "tcp", addr)
	if err != nil {
		return fmt.Errorf("%w; give another address with --addr 127.0.0.1:0", err)
	}
	if !l.Addr().(*net.TCPAddr).IP.IsLoopback() { // what localhost resolves to is up to the machine
		l.Close()
		return usageError{fmt.Errorf("--addr %s is not on this machine alone; use 127.0.0.1", addr)}
	}
	server := &http.Server{Handler: h, ReadHeaderTimeout: headerWithin, ReadTimeout: readWithin, WriteTimeout: writeWithin, IdleTimeout: idleFor,
		BaseContext: func(net.Listener) context.Context { return a.ctx }}
	stopped := make(chan error, 1)
	stop := context.AfterFunc(a.ctx, func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(a.ctx), stopWithin)
		defer cancel()
		stopped <- server.Shutdown(ctx)
	})
	defer stop()
	host := l.Addr().String()
	a.say("the desk is at http://%s/ on this machine; stop it with Ctrl-C", strings.Replace(host, "[::1]", "localhost", 1))
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-stopped
	return nil
}
