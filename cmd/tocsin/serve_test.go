package main

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var pageURL = regexp.MustCompile(`(http://\S+/)enter\?token=\S+`)

// visit starts the program, waits until it says where its pages are, gets one,
// holds it to a pattern, and interrupts the program, which must end well:
// visit PATH PATTERN VERB ARGS...
func visit(ts *testscript.TestScript, neg bool, args []string) {
	var program string
	for _, dir := range filepath.SplitList(ts.Getenv("PATH")) {
		if path := filepath.Join(dir, "tocsin"); program == "" {
			if _, err := os.Stat(path); err == nil {
				program = path
			}
		}
	}
	cmd := exec.Command(program, args[2:]...)
	cmd.Dir = ts.MkAbs(".")
	cmd.Env = append(os.Environ(), "TMPDIR="+ts.Getenv("TMPDIR"), "TOCSIN_DESK=")
	words, err := cmd.StderrPipe()
	ts.Check(err)
	ts.Check(cmd.Start())
	defer cmd.Process.Kill()
	lines := bufio.NewScanner(words)
	var address []string // with the token, and without
	for address == nil && lines.Scan() {
		address = pageURL.FindStringSubmatch(lines.Text())
	}
	if address == nil {
		ts.Fatalf("%s said no address", args[2:])
	}
	jar, err := cookiejar.New(nil)
	ts.Check(err)
	client := &http.Client{Timeout: time.Minute, Jar: jar}
	resp, err := client.Get(address[0])
	ts.Check(err)
	ts.Check(resp.Body.Close())
	if resp.StatusCode != http.StatusOK || resp.Request.URL.RawQuery != "" {
		ts.Fatalf("the first address leads to %s: %s", resp.Request.URL, resp.Status)
	}
	resp, err = client.Get(address[1] + strings.TrimPrefix(args[0], "/"))
	ts.Check(err)
	body, err := io.ReadAll(resp.Body)
	ts.Check(err)
	ts.Check(resp.Body.Close())
	if policy := resp.Header.Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'none'") {
		ts.Fatalf("the page comes under the policy %q", policy)
	}
	if ok := regexp.MustCompile(args[1]).Match(body); resp.StatusCode != http.StatusOK || ok == neg {
		ts.Fatalf("%s: %s\n%s", args[0], resp.Status, body)
	}
	ts.Check(cmd.Process.Signal(os.Interrupt))
	for lines.Scan() {
		ts.Logf("%s", lines.Text())
	}
	if err := cmd.Wait(); err != nil {
		ts.Fatalf("%s, interrupted, ends with %v", args[2:], err)
	}
}

// empty holds that a directory has nothing in it: empty DIR.
func empty(ts *testscript.TestScript, neg bool, args []string) {
	left, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	if len(left) > 0 {
		ts.Fatalf("%s holds %s", args[0], left[0].Name())
	}
}

// TestListening: the pages are shown on this machine alone, unless a token and
// TLS guard them.
func TestListening(t *testing.T) {
	dir := t.TempDir()
	token, short := filepath.Join(dir, "token"), filepath.Join(dir, "short")
	for name, text := range map[string]string{token: "a token of the tests\n", short: "secret\n"} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cert, key := selfSigned(t, dir, "desk.example.org")
	for _, c := range []struct {
		name string
		serveCmd
		want string // in the error; "" where it may listen
	}{
		{"loopback", serveCmd{Addr: "127.0.0.1:8020"}, ""},
		{"more loopback", serveCmd{Addr: "127.9.9.9:0"}, ""},
		{"its name", serveCmd{Addr: "localhost:1"}, ""},
		{"IPv6", serveCmd{Addr: "[::1]:8020"}, ""},
		{"no port", serveCmd{Addr: "127.0.0.1"}, "give HOST:PORT"},
		{"everywhere", serveCmd{Addr: "0.0.0.0:8020"}, "needs --token-file, --cert and --key"},
		{"everywhere, short", serveCmd{Addr: ":8020"}, "needs --token-file"},
		{"everywhere, IPv6", serveCmd{Addr: "[::]:8020"}, "needs --token-file"},
		{"a name", serveCmd{Addr: "example.org:80"}, "needs --token-file"},
		{"a token in the clear", serveCmd{Addr: "0.0.0.0:8020", TokenFile: token}, "needs --cert and --key"},
		{"TLS without a token", serveCmd{Addr: "127.0.0.1:8020", Cert: cert, Key: key}, "needs --token-file"},
		{"half of TLS", serveCmd{Addr: "127.0.0.1:8020", Cert: cert, TokenFile: token}, "both --cert and --key"},
		{"a proxy without a token", serveCmd{Addr: "127.0.0.1:8020", Name: []string{"desk.example.org"}}, "needs --token-file"},
		{"a token for nothing", serveCmd{Addr: "127.0.0.1:8020", TokenFile: token}, "is for a network"},
		{"a short token", serveCmd{Addr: "0.0.0.0:8443", Cert: cert, Key: key, TokenFile: short}, "at least 20"},
		{"no such token", serveCmd{Addr: "0.0.0.0:8443", Cert: cert, Key: key, TokenFile: token + "x"}, "no such file"},
		{"no certificate", serveCmd{Addr: "0.0.0.0:8443", Cert: token, Key: key, TokenFile: token}, "in PEM"},
		{"a proxy", serveCmd{Addr: "127.0.0.1:8020", Name: []string{"desk.example.org"}, TokenFile: token}, ""},
		{"a network", serveCmd{Addr: "0.0.0.0:8443", Cert: cert, Key: key, TokenFile: token}, ""},
	} {
		l, err := c.listening()
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
		if err == nil && l.network() && (!l.answers("desk.example.org") || l.answers("other.example.org")) {
			t.Errorf("%s: it does not answer to its name alone", c.name)
		}
	}
	if runtime.GOOS != "windows" {
		if err := os.Chmod(token, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := readToken(token); err == nil || !strings.Contains(err.Error(), "chmod 600") {
			t.Errorf("a token that all can read: %v", err)
		}
	}
}

// selfSigned writes a certificate of one name and its key.
func selfSigned(t *testing.T, dir, name string) (cert, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	sheet := &x509.Certificate{SerialNumber: big.NewInt(1), DNSNames: []string{name}, NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, sheet, sheet, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	cert, key = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	for path, block := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: der}, key: {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return cert, key
}

// TestServeOverTLS: on a network the desk is reached by TLS alone, and opened by
// the token of its file, typed into the form.
func TestServeOverTLS(t *testing.T) {
	dir := t.TempDir()
	cert, key := selfSigned(t, dir, "desk.example.org")
	token := filepath.Join(dir, "token")
	if err := os.WriteFile(token, []byte("a token of the tests\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	said, words := io.Pipe()
	a := &app{ctx: ctx, out: io.Discard, err: words, env: func(string) string { return "" }, now: time.Now}
	ended := make(chan int, 1)
	desk := filepath.Join(dir, "desk")
	if code, _, words := run(t, "--desk", desk, "init"); code != exitOK {
		t.Fatal(words)
	}
	go func() {
		ended <- a.run([]string{"--desk", desk, "serve", "--addr", "127.0.0.1:0", "--cert", cert, "--key", key, "--token-file", token})
		words.Close()
	}()
	line, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	go io.Copy(io.Discard, said)
	addr := regexp.MustCompile(`127\.0\.0\.1:\d+`).FindString(line)
	if addr == "" || !strings.Contains(line, "desk.example.org by https") || strings.Contains(line, "a token of the tests") {
		t.Fatalf("it says %q", line)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	pem, err := os.ReadFile(cert)
	if err != nil {
		t.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	client := &http.Client{Jar: jar, Timeout: time.Minute, Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12},
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, "tcp", addr)
		}}}
	res, err := client.PostForm("https://desk.example.org/enter", url.Values{"token": {"a token of the tests"}})
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK || !strings.Contains(string(body), "This desk holds no report yet") {
		t.Errorf("%s, %v\n%s", res.Status, err, body)
	}
	res.Body.Close()
	if res, err := http.Get("http://" + addr + "/"); err == nil && res.StatusCode == http.StatusOK {
		t.Error("it answers without TLS")
	}
	client.CloseIdleConnections()
	cancel()
	if code := <-ended; code != exitOK {
		t.Errorf("it ends with %d", code)
	}
}

// TestTheServerWaitsForNobody: a client that sends its request slowly, or stays
// on without asking, is cut off, and nothing has no end.
func TestTheServerWaitsForNobody(t *testing.T) {
	a := &app{ctx: t.Context(), err: io.Discard}
	s := a.server(http.NotFoundHandler())
	for name, d := range map[string]time.Duration{"header": s.ReadHeaderTimeout, "body": s.ReadTimeout, "answer": s.WriteTimeout, "idle": s.IdleTimeout} {
		if d <= 0 || d > 5*time.Minute {
			t.Errorf("the %s may take %v", name, d)
		}
	}
	s.ReadHeaderTimeout = 50 * time.Millisecond // as it is, but sooner
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go s.Serve(l)
	defer s.Close()
	c, err := new(net.Dialer).DialContext(t.Context(), "tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := io.WriteString(c, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "); err != nil {
		t.Fatal(err)
	}
	c.SetReadDeadline(time.Now().Add(10 * time.Second))
	if b, err := io.ReadAll(c); err != nil || strings.Contains(string(b), "200") {
		t.Errorf("a slow client gets %q, %v", b, err)
	}
}
