package tocsin_test

import (
	"testing"

	"tocsin"
)

// TestPersonal: what is said of a named person's people, faith or health is
// personal; of a body, a state or nobody by name it is not.
func TestPersonal(t *testing.T) {
	groups := func(m tocsin.Mention) bool { return m.ID == "front" }
	trait := func(rel, name, how, id string) tocsin.Statement {
		return tocsin.Statement{Kind: tocsin.KindTrait, Rel: rel, Actors: []tocsin.Mention{{Text: name, How: how, ID: id}}, Value: &tocsin.Value{Text: "x"}}
	}
	about := func(quote, name, how, id string) tocsin.Statement {
		return tocsin.Statement{Kind: tocsin.KindEvent, Act: "retreat", Quote: quote, Actors: []tocsin.Mention{{Text: name, How: how, ID: id}}}
	}
	nested := tocsin.Statement{Kind: tocsin.KindQuestion, Content: &tocsin.Frame{Kind: tocsin.KindTrait, Rel: "religion", Actors: []tocsin.Mention{{Text: "Ada Venn", How: "named"}}}}
	for _, c := range []struct {
		name string
		s    tocsin.Statement
		want string
	}{
		{"the people of a person", trait("ethnicity", "Colonel Ada Venn", "named", ""), "ethnicity"},
		{"the faith of a person", trait("religion", "Ada Venn", "named", "venn"), "religion"},
		{"of somebody described who is known", trait("ethnicity", "the colonel", "nominal", "venn"), "ethnicity"},
		{"of people without a name", trait("ethnicity", "the herders", "nominal", ""), ""},
		{"of a body", trait("religion", "The Front", "named", "front"), ""},
		{"of a state", trait("religion", "The government", "named", "government-of-mali"), ""},
		{"another trait", trait("rank", "Ada Venn", "named", ""), ""},
		{"an illness", about("Ada Venn was hospitalised in Alder", "Ada Venn", "named", ""), "health"},
		{"an illness in two words", about("Venn suffered a Stroke, aides said", "Venn", "named", ""), "health"},
		{"an illness of many", about("Forty soldiers were hospitalised", "Forty soldiers", "nominal", ""), ""},
		{"a word that only begins so", about("Ada Venn left the comatose party", "Ada Venn", "named", ""), ""},
		{"asked within a question", nested, "religion"},
	} {
		if got := c.s.Personal(groups); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	body := trait("religion", "The Front", "named", "front")
	if got := body.Personal(nil); got != tocsin.PersonalReligion {
		t.Errorf("without a list of bodies one counts as a person: got %q", got)
	}
}
