package codebook_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tocsin"
	"tocsin/codebook"
)

// The categories of PLOVER, Draft 0.8.
var plover = []string{"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
	"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}

func TestEveryActHasAPloverCategory(t *testing.T) {
	b, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range b.Acts() {
		if a.Name != "other" && !slices.Contains(plover, a.Plover) {
			t.Errorf("act %s: %q is no PLOVER category", a.Name, a.Plover)
		}
		if a.Gloss == "" {
			t.Errorf("act %s has no gloss", a.Name)
		}
	}
}

func TestTheMostParticularRuleComesFirst(t *testing.T) {
	b, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	rules := b.Verb("strike")
	if len(rules) != 2 || rules[0].Frame.Act != "assault" || rules[1].Frame.Act != "strike" {
		t.Errorf("strike: %+v", rules)
	}
	if r := b.Verb("take")[0]; r.Prep == "" {
		t.Errorf("take: a rule without a turn comes before one with: %+v", r)
	}
}

func TestBadLinesAreNamed(t *testing.T) {
	const acts = "assault | ASSAULT | | directed | force\n"
	for _, c := range []struct{ acts, frames, want string }{
		{"assault | ASSAULT\n", "", "acts.txt:1"},
		{acts + "assault | ASSAULT | | directed | again\n", "", "acts.txt:2"},
		{acts, "# head\nverb hit -> coup ; subj=actor\n", "frames.txt:2: read codebook: act \"coup\" is not in acts.txt"},
		{acts, "verb hit assault\n", "no ->"},
		{acts, "verb hit -> assault ; subj=victim\n", "not SLOT=ROLE"},
		{acts, "verb hit -> tie hates\n", "is no tie"},
		{acts, "adverb hit -> assault\n", "not one of verb, noun"},
		{acts, "govern try -> tries\n", "not one of begins"},
		{acts, "verb hold/obj -> assault\n", "needs a preposition"},
	} {
		_, err := codebook.Load("acts.txt", c.acts, "frames.txt", c.frames)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %q", c.frames, err, c.want)
			continue
		}
		if tocsin.CodeOf(err) != tocsin.Invalid {
			t.Errorf("%q: code %s", c.frames, tocsin.CodeOf(err))
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add("verb carry_out take/to:street -> assault/x ; subj=actor +obj")
	f.Add("govern try -> attempts\nlight make")
	f.Fuzz(func(t *testing.T, frames string) {
		b, err := codebook.Load("a", "assault | ASSAULT | | directed | force\n", "f", frames)
		if (b == nil) == (err == nil) {
			t.Fatal("neither a book nor an error, or both")
		}
	})
}

func ExampleBook_Verb() {
	b, err := codebook.Default()
	if err != nil {
		panic(err)
	}
	r := b.Verb("oust")[0]
	a, _ := b.Act(r.Frame.Act)
	fmt.Println(r.Frame.Act, a.Plover, r.Frame.Mode, "by its", r.Role("subj"))
	// Output: coup COERCE seize by its actor
}
