package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

type manualCmd struct{}

// Run prints the manual page, in the form of man(7).
func (c *manualCmd) Run(a *app, k *kong.Kong) error { return manual(a.out, k.Model.Node, k.Model.Help) }

// manual writes the page of a command line: every verb that is not hidden, with
// its help, arguments and flags.
func manual(w io.Writer, top *kong.Node, about string) error {
	var b strings.Builder
	name := top.Name
	fmt.Fprintf(&b, ".TH %s 1 \"\" \"%s\" \"User Commands\"\n", strings.ToUpper(roff(name)), roff(name))
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n.SH SYNOPSIS\n.B %s\n.I VERB\n[\n.I FLAGS\n]\n", roff(name), roff(about), roff(name))
	b.WriteString(".SH OPTIONS\nEvery verb takes these.\n")
	manualFlags(&b, top.Flags)
	b.WriteString(".SH VERBS\n")
	manualVerbs(&b, top)
	b.WriteString(".SH EXIT STATUS\n.TP\n0\nIt worked, whatever the verdict.\n.TP\n1\nIt failed.\n.TP\n2\nThe command line was wrong.\n")
	b.WriteString(".SH ENVIRONMENT\n.TP\nTOCSIN_DESK\nDirectory of the desk, where \\fB\\-\\-desk\\fR is not given.\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// manualVerbs writes the verbs below a node, each under its whole name.
func manualVerbs(b *strings.Builder, n *kong.Node) {
	for _, verb := range n.Children {
		if verb.Hidden {
			continue
		}
		if len(verb.Children) > 0 && verb.DefaultCmd == nil {
			manualVerbs(b, verb)
			continue
		}
		fmt.Fprintf(b, ".SS \"%s\"\n", roff(verb.Summary()))
		paragraphs(b, verb.Help+"\n\n"+verb.Detail)
		for _, p := range verb.Positional {
			fmt.Fprintf(b, ".TP\n.I %s\n%s\n", roff(p.Summary()), roff(oneLine(p.Help)))
		}
		manualFlags(b, verb.Flags)
		manualVerbs(b, verb)
	}
}

func manualFlags(b *strings.Builder, flags []*kong.Flag) {
	for _, f := range flags {
		if f.Hidden {
			continue
		}
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(strings.TrimSpace(f.String())), roff(oneLine(f.Help)))
	}
}

// paragraphs writes help of several paragraphs; what is indented in it is an
// example and keeps its lines.
func paragraphs(b *strings.Builder, s string) {
	example, gap := false, false
	for line := range strings.Lines(strings.TrimSpace(s)) {
		if line = strings.TrimRight(line, "\n "); line == "" {
			gap = true
			continue
		}
		indented := strings.HasPrefix(line, "  ")
		switch {
		case indented && !example:
			b.WriteString(".PP\n.nf\n")
		case !indented && example:
			b.WriteString(".fi\n.PP\n")
		case gap && indented:
			b.WriteString("\n")
		case gap:
			b.WriteString(".PP\n")
		}
		example, gap = indented, false
		b.WriteString(roff(line) + "\n")
	}
	if example {
		b.WriteString(".fi\n")
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// roff writes text so that man shows it as it is.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, `"`, `\(dq`).Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	return s
}
