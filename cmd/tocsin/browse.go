package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"time"

	"golang.org/x/term"
)

// launch starts a program and does not wait for it to end.
func launch(program string, args ...string) error {
	cmd := exec.Command(program, args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait() // so that it leaves no dead process behind
	return nil
}

// browse opens an address in the browser of this machine.
func (a *app) browse(address string) error {
	switch runtime.GOOS {
	case "windows":
		return a.launch("rundll32", "url.dll,FileProtocolHandler", address)
	case "darwin":
		return a.launch("open", address)
	}
	return a.launch("xdg-open", address)
}

// idleAtMost ends a demo that nobody can stop by hand, since it has no window,
// when nobody has looked at it for so long.
const idleAtMost = 30 * time.Minute

// showDemo is what a double click gets instead of the help of a command line:
// the example desk in the browser. Where there is a window, it stays until
// somebody has read what went wrong.
func (a *app) showDemo() int {
	fmt.Fprintln(a.err, "tocsin shows its example in your browser. To stop it, close this window.\nIn a terminal, 'tocsin --help' tells all it can do.")
	c := demoCmd{Addr: "127.0.0.1:0", Open: true}
	if !term.IsTerminal(int(os.Stdin.Fd())) {
		c.idle = idleAtMost
	}
	code := a.code(c.Run(a))
	if code != exitOK && c.idle == 0 {
		fmt.Fprintln(a.err, "Press Enter to close this window.")
		io.ReadFull(a.in, make([]byte, 1))
	}
	return code
}
