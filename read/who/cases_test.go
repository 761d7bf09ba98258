package who_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tocsin"
	"tocsin/actor"
	"tocsin/read/text"
	"tocsin/read/who"
)

// TestCases reads testdata: a text after ">", then a line for each thing that
// must hold of it. "x#2" is the second mention that reads x.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			var c *checked
			for i, line := range strings.Split(string(raw), "\n") {
				switch {
				case line == "" || line[0] == '#':
				case line[0] == '>':
					c = read(t, strings.TrimSpace(line[1:]))
				default:
					if err := c.check(line); err != nil {
						t.Errorf("%s:%d: %s: %v\n%s", file, i+1, line, err, c)
					}
				}
			}
		})
	}
}

type checked struct {
	text string
	res  *who.Result
}

func read(tb testing.TB, s string) *checked {
	tb.Helper()
	doc, err := text.Parse(context.Background(), s)
	if err != nil {
		tb.Fatal(err)
	}
	reg, err := actor.Default()
	if err != nil {
		tb.Fatal(err)
	}
	return &checked{text: s, res: who.Find(doc, reg, tocsin.MustDate("2020-08-20"))}
}

// String lists what was found, for the message of a failed case.
func (c *checked) String() string {
	var b strings.Builder
	for _, m := range c.res.Mentions {
		fmt.Fprintf(&b, "\tmention %q %s %s entity %d %s\n", m.Text, m.How, m.Type, m.Entity, m.ID)
	}
	for _, a := range c.res.Aliases {
		fmt.Fprintf(&b, "\talias %q %q\n", a.Name.Text, a.Alias.Text)
	}
	for _, tr := range c.res.Traits {
		fmt.Fprintf(&b, "\ttrait %s %q %q (%s)\n", tr.Rel, tr.Of.Text, tr.Value.Text, tr.How)
	}
	return b.String()
}

// fields splits a line at blanks, keeping what is quoted together.
func fields(line string) []string {
	var out []string
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		if line[0] == '"' {
			q, rest, _ := strings.Cut(line[1:], `"`)
			out, line = append(out, q), rest
			continue
		}
		w, rest, _ := strings.Cut(line, " ")
		out, line = append(out, w), rest
	}
	return out
}

func (c *checked) find(name string) (who.Mention, bool) {
	n := 1
	if base, num, ok := strings.Cut(name, "#"); ok {
		name = base
		n, _ = strconv.Atoi(num)
	}
	for _, m := range c.res.Mentions {
		if m.Text == name {
			if n--; n == 0 {
				return m, true
			}
		}
	}
	return who.Mention{}, false
}

func (c *checked) check(line string) error {
	f := fields(line)
	switch f[0] {
	case "none":
		if m, ok := c.find(f[1]); ok {
			return fmt.Errorf("there is %+v", m)
		}
		return nil
	case "alias":
		for _, a := range c.res.Aliases {
			if a.Name.Text == f[1] && a.Alias.Text == f[2] {
				return nil
			}
		}
		return fmt.Errorf("no such alias")
	case "no":
		for _, tr := range c.res.Traits {
			if len(f) > 2 && tr.Rel == f[2] {
				return fmt.Errorf("there is %q", tr.Value.Text)
			}
		}
		if f[1] == "alias" && len(c.res.Aliases) > 0 {
			return fmt.Errorf("there is %q", c.res.Aliases[0].Alias.Text)
		}
		return nil
	case "trait":
		return c.trait(f)
	}
	return c.mentions(f)
}

// mentions checks the lines about mentions: mention, unresolved, same, apart,
// members.
func (c *checked) mentions(f []string) error {
	var list []who.Mention
	for _, name := range f[1:] {
		m, ok := c.find(name)
		if !ok && (f[0] != "mention" || len(list) == 0) {
			return fmt.Errorf("no mention %q", name)
		}
		list = append(list, m)
	}
	first := list[0]
	switch f[0] {
	case "mention":
		id := ""
		if len(f) > 4 {
			id = f[4]
		}
		if first.How != f[2] || first.Type != f[3] || first.ID != id {
			return fmt.Errorf("is %s %s %q", first.How, first.Type, first.ID)
		}
	case "unresolved":
		if first.Entity >= 0 {
			return fmt.Errorf("is %s", c.res.Entities[first.Entity].Name)
		}
	case "same", "apart":
		for _, m := range list[1:] {
			if (m.Entity >= 0 && m.Entity == first.Entity) != (f[0] == "same") {
				return fmt.Errorf("%q is entity %d, %q is %d", m.Text, m.Entity, first.Text, first.Entity)
			}
		}
	case "members":
		got := c.res.Entities[first.Entity].Members
		if len(got) != len(list)-1 {
			return fmt.Errorf("has the members %v", got)
		}
		for i, m := range list[1:] {
			if m.Entity != got[i] {
				return fmt.Errorf("has the members %v, %q is %d", got, m.Text, m.Entity)
			}
		}
	default:
		return fmt.Errorf("unknown check %q", f[0])
	}
	return nil
}

// trait checks "trait REL OF VALUE [NUMBER UNIT | of OWNER]".
func (c *checked) trait(f []string) error {
	for _, tr := range c.res.Traits {
		if tr.Rel != f[1] || tr.Of.Text != f[2] || tr.Value.Text != f[3] {
			continue
		}
		if len(f) > 5 && f[4] == "of" {
			if tr.In < 0 || strings.TrimSuffix(c.res.Mentions[tr.In].Text, "'s") != f[5] {
				return fmt.Errorf("is a role of mention %d", tr.In)
			}
		} else if len(f) > 5 {
			if tr.Value.Number == nil || strconv.Itoa(int(*tr.Value.Number)) != f[4] || string(tr.Value.Unit) != f[5] {
				return fmt.Errorf("has the value %+v", tr.Value)
			}
		}
		return nil
	}
	return fmt.Errorf("no such trait")
}
