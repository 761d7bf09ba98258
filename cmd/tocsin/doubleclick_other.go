//go:build !windows

package main

import (
	"os"
	"runtime"

	"golang.org/x/term"
)

// doubleClicked reports whether a file manager started the program: the desktop
// gives it neither a terminal, nor a pipe, nor a file to write to. A shell, a
// script, cron and a service do at least one of these, or have no display. On
// macOS Finder opens a terminal, which looks like a person typing: the archive
// holds a file to double-click there instead.
func doubleClicked() bool {
	if runtime.GOOS == "darwin" || os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" || os.Getenv("INVOCATION_ID") != "" && os.Getenv("XDG_CURRENT_DESKTOP") == "" {
		return false
	}
	for _, f := range []*os.File{os.Stdin, os.Stdout, os.Stderr} {
		info, err := f.Stat()
		if err != nil || term.IsTerminal(int(f.Fd())) || info.Mode().IsRegular() || info.Mode()&os.ModeNamedPipe != 0 {
			return false
		}
	}
	return true
}

// openToOthers reports whether other users may read a file.
func openToOthers(info os.FileInfo) bool { return info.Mode().Perm()&0o077 != 0 }
