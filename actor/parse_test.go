package actor_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tocsin"
	"tocsin/actor"

	"pgregory.net/rapid"
)

func TestParseErrorsAreLocated(t *testing.T) {
	cases(t, "errors.txt", 4, func(t *testing.T, f []string) {
		src := strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace(f[0])
		_, err := actor.Parse("my.txt", strings.NewReader(src))
		if err == nil {
			t.Fatal("was accepted")
		}
		want := "my.txt:" + f[1] + ": " + f[2] + ":"
		if !strings.HasPrefix(err.Error(), want) || !strings.Contains(err.Error(), f[3]) {
			t.Errorf("got %q, want %q … %q", err, want, f[3])
		}
		if tocsin.CodeOf(err) != tocsin.Invalid {
			t.Errorf("code %s, want %s", tocsin.CodeOf(err), tocsin.Invalid)
		}
	})
}

func TestTiesLeadSomewhere(t *testing.T) {
	list, err := actor.Parse("my.txt", strings.NewReader("actor a group A ; unsourced\n\tpart_of nowhere 2012..2013 ; unsourced\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := actor.New(list, nil); err == nil || !strings.Contains(err.Error(), "my.txt:1") || tocsin.CodeOf(err) != tocsin.Invalid {
		t.Errorf("a tie to nowhere gives %v", err)
	}
	if _, err := actor.New(append(list[:1:1], list[0]), nil); err == nil || !strings.Contains(err.Error(), "has an entry already") {
		t.Errorf("two entries with one ID give %v", err)
	}
}

// An interval reads back as it was written, and its states follow one another.
func TestIntervals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := func(name string, low int) (string, int) {
			y := rapid.IntRange(low, low+20).Draw(t, name)
			switch rapid.IntRange(0, 2).Draw(t, name+" precision") {
			case 0:
				return strconv.Itoa(y), y
			case 1:
				return fmt.Sprintf("%d-%02d", y, rapid.IntRange(1, 12).Draw(t, "month")), y
			}
			return fmt.Sprintf("%d-%02d-%02d", y, rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day")), y
		}
		from, _ := day("from", 1990)
		to, _ := day("to", 2011)
		open := rapid.Bool().Draw(t, "open")
		s := from + ".." + to
		if open {
			s = from + "..?" + to
		}
		v, err := actor.ParseInterval(s)
		if err != nil {
			t.Fatal(err)
		}
		again, err := actor.ParseInterval(v.String())
		if err != nil || again != v {
			t.Fatalf("%q is written %q and read back as %v, %v", s, v.String(), again, err)
		}
		if got := v.On(v.FromFirst.AddDays(-1)); got != actor.NotYet {
			t.Errorf("%q the day before: %s", s, got)
		}
		if got := v.On(v.FromLast); got != actor.Holds {
			t.Errorf("%q on its first sure day: %s", s, got)
		}
		last, want := v.ToLast, actor.Ended
		if open {
			last, want = v.Confirmed, actor.Stale
		}
		if got := v.On(last.AddDays(1)); got != want {
			t.Errorf("%q the day after: %s, want %s", s, got, want)
		}
	})
}

// FuzzParse: whatever the file holds, an error names the file, and what is
// accepted has names, dates and sources throughout.
func FuzzParse(f *testing.F) {
	for _, name := range []string{"groups_sahel.txt", "persons_sahel.txt"} {
		raw, err := os.ReadFile(filepath.Join("data", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(raw))
	}
	f.Add("actor a person B ; unsourced\n\trole x of ML ?2012..?2013-02 ; pt:1\n\tnote n\n")
	f.Fuzz(func(t *testing.T, s string) {
		list, err := actor.Parse("f", strings.NewReader(s))
		if err != nil {
			if !strings.HasPrefix(err.Error(), "f:") {
				t.Errorf("error without a place: %v", err)
			}
			return
		}
		for _, a := range list {
			if a.ID == "" || a.Name == "" || len(a.Names) == 0 || a.Names[0].Source == "" {
				t.Errorf("accepted %+v", a)
			}
			for _, tie := range a.Ties {
				if tie.When.FromFirst.IsZero() || tie.When.ToLast.IsZero() && tie.When.Confirmed.IsZero() || tie.Source == "" {
					t.Errorf("accepted an undated or unsourced fact: %+v", tie)
				}
			}
		}
	})
}

func ExampleRegistry_Lookup() {
	r, err := actor.Default()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range r.Lookup("IBK", tocsin.MustDate("2020-08-20"), "ML") {
		fmt.Println(c.ID, c.Score, c.Why)
		for _, h := range c.Roles {
			fmt.Println(h)
		}
		fmt.Println("the name IBK:", c.Source)
	}
	// Output:
	// keita-ibrahim-boubacar 0.95 by the name IBK; acts in ML
	// president of ML 2013-09-04..2020-08-18/2020-08-19, ended (REIGN leader list of March 2021, cb-432-3 (begin); Cline Center coup list 2.1.2, 43208182020 (end))
	// the name IBK: unsourced, general knowledge
}
