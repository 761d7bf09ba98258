// Command tocsin is a watch desk for political crises.
//
// It reads reports into statements that keep their source, time and certainty,
// measures event data, checks what the reports claim against it, and writes a
// brief in which every sentence is cited. Each verb is one stage, in a file of
// its own.
//
// Data goes to standard output, words to standard error. The exit code is 0 when
// it worked (whatever the verdict), 1 when it failed and 2 for a wrong command
// line.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
	"golang.org/x/term"

	"tocsin"
)

// The exit codes.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	a := &app{ctx: ctx, in: os.Stdin, out: os.Stdout, err: &plain{w: os.Stderr}, bar: os.Stderr, env: os.Getenv, now: time.Now, launch: launch,
		tty: term.IsTerminal(int(os.Stderr.Fd())), width: width(int(os.Stdout.Fd()))}
	if term.IsTerminal(int(os.Stdout.Fd())) {
		a.out = &plain{w: os.Stdout}
	}
	args := os.Args[1:]
	if len(args) == 0 && doubleClicked() {
		os.Exit(a.showDemo())
	}
	code := a.run(args)
	stop()
	os.Exit(code)
}

// An app is one run of the program with everything it takes from outside.
type app struct {
	ctx      context.Context
	in       io.Reader
	out, err io.Writer
	bar      io.Writer // standard error as it is, for a progress bar
	env      func(string) string
	now      func() time.Time
	tty      bool // standard error is a terminal: progress may be shown
	width    int  // of standard output, in columns
	desk     deskFlag
	careful  bool // read with three parsers that vote
	launch   func(program string, args ...string) error
}

// deskFlag is the one flag every verb has.
type deskFlag struct {
	Desk string `help:"Directory of the desk (or TOCSIN_DESK); ./desk if neither is given." placeholder:"DIR" type:"path"`
}

type commandLine struct {
	deskFlag        `embed:""`
	Next            nextCmd      `cmd:"" default:"1" hidden:""`
	Init            initCmd      `cmd:"" help:"Make an empty desk."`
	Import          importCmd    `cmd:"" help:"Bring files into the desk: ucdp-ged, acled, icews, gdelt, country-month, table, coups, geonames, report."`
	Feed            feedCmd      `cmd:"" help:"Fetch reports from feeds and folders on a clock."`
	Revisions       revisionsCmd `cmd:"" help:"Show the versions of a report and what changed between them."`
	Read            readCmd      `cmd:"" help:"Read a report into statements."`
	Link            linkCmd      `cmd:"" help:"Set together what several reports say of one event."`
	Test            testCmd      `cmd:"" help:"Hold the reader to reading cases of your own."`
	Watch           watchCmd     `cmd:"" help:"Measure event data: tempo, reach, distance, within, coups."`
	Diff            diffCmd      `cmd:"" help:"What a newer release of a dataset added, dropped and revised."`
	Check           checkCmd     `cmd:"" help:"Judge the claims of a report on data."`
	Bench           benchCmd     `cmd:"" help:"Score a stage on a set with known answers: read, check."`
	reviewCommands  `embed:""`
	keepingCommands `embed:""`
	Brief           briefCmd   `cmd:"" help:"Write the brief on a country, each sentence cited."`
	Serve           serveCmd   `cmd:"" help:"Show the desk in a browser."`
	Demo            demoCmd    `cmd:"" help:"The example desk: Mali, August 2020."`
	Version         versionCmd `cmd:"" help:"Tell the version; with --licences all that is built in."`
	shellCommands   `embed:""`
}

// usageError is a wrong command line that the parser could not see.
type usageError struct{ error }

// run parses the command line, runs its verb and returns the exit code.
func (a *app) run(args []string) int {
	var line commandLine
	exited := -1
	parser, err := kong.New(&line, kong.Name("tocsin"), kong.Writers(a.out, a.err), kong.Bind(a),
		kong.Description("A watch desk for political crises: every sentence sourced, every number reproducible."),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
		kong.Exit(func(code int) { exited = code; panic(exitPanic{}) }))
	if err != nil {
		return a.code(err)
	}
	parsed, err := parseArgs(parser, args)
	if exited >= 0 {
		return exited
	}
	if err != nil {
		fmt.Fprintf(a.err, "tocsin: %v\n", err)
		if pe, ok := errors.AsType[*kong.ParseError](err); ok && pe.Context != nil && pe.Context.Selected() != nil {
			fmt.Fprintf(a.err, "See 'tocsin %s --help'.\n", strings.Fields(pe.Context.Selected().Path())[0])
		} else {
			fmt.Fprintln(a.err, "See 'tocsin --help'.")
		}
		return exitUsage
	}
	a.desk = line.deskFlag
	return a.code(parsed.Run(a))
}

// exitPanic carries kong's wish to exit, after --help, out of its parser.
type exitPanic struct{}

func parseArgs(parser *kong.Kong, args []string) (parsed *kong.Context, err error) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(exitPanic); !ok {
				panic(r)
			}
		}
	}()
	return parser.Parse(args)
}

// code says an error in words and returns the exit code it means.
func (a *app) code(err error) int {
	if err == nil {
		return exitOK
	}
	if errors.Is(err, context.Canceled) && a.ctx.Err() != nil {
		fmt.Fprintln(a.err, "tocsin: stopped")
		return exitFailed
	}
	if errors.Is(err, syscall.EPIPE) {
		return exitOK // whoever read our output had enough
	}
	if !errors.Is(err, errSaid) {
		fmt.Fprintf(a.err, "tocsin: %v\n", err)
	}
	if errors.As(err, new(usageError)) {
		return exitUsage
	}
	return exitFailed
}

// errSaid fails a verb whose errors have been printed as they came.
var errSaid = errors.New("see above")

// say writes words for the person, never data.
func (a *app) say(format string, args ...any) { fmt.Fprintf(a.err, format+"\n", args...) }

// warn prints warnings as words.
func (a *app) warn(list []tocsin.Warning) {
	for _, w := range list {
		a.say("note: %s", w)
	}
}

// width is the number of columns of a terminal, and 120 for a file or a pipe,
// so that output that is kept does not depend on a window.
func width(fd int) int {
	const most, least = 160, 80
	if w, _, err := term.GetSize(fd); err == nil && w > 0 {
		return min(max(w, least), most)
	}
	return 120
}

// date is a day on the command line; not given, it is the zero date.
type date struct{ tocsin.Date }

// UnmarshalText reads YYYY-MM-DD.
func (d *date) UnmarshalText(b []byte) (err error) {
	d.Date, err = tocsin.ParseDate(string(b))
	return err
}
