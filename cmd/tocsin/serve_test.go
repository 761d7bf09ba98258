package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var pageURL = regexp.MustCompile(`http://\S+/`)

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
	lines, base := bufio.NewScanner(words), ""
	for base == "" && lines.Scan() {
		base = pageURL.FindString(lines.Text())
	}
	if base == "" {
		ts.Fatalf("%s said no address", args[2:])
	}
	client := &http.Client{Timeout: time.Minute}
	resp, err := client.Get(base + strings.TrimPrefix(args[0], "/"))
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

// TestLoopback: the pages are shown on this machine alone.
func TestLoopback(t *testing.T) {
	for addr, want := range map[string]bool{"127.0.0.1:8020": true, "127.9.9.9:0": true, "localhost:1": true, "[::1]:8020": true,
		"0.0.0.0:8020": false, ":8020": false, "[::]:8020": false, "192.0.2.1:80": false, "example.org:80": false, "127.0.0.1": false} {
		if err := loopback(addr); (err == nil) != want {
			t.Errorf("%s: %v", addr, err)
		}
	}
}
