package main

import (
	"bufio"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"io"
	"math/big"
	"net/http"
	"net/http/cookiejar"
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
