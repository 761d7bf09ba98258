package actor

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"tocsin"
)

// A Candidate is one actor that a name may mean.
type Candidate struct {
	ID     string
	Name   string
	Kind   Kind
	Score  float64 // in [0, 1]: how well the name fits, on that date and in that country
	Why    string  // in words: which name matched, what raised or lowered the score
	Source Source  // of the name that matched
	Roles  []Held  // what the actor was on the date
}

// Held is a tie with its state on a date.
type Held struct {
	Tie
	State State
}

// String writes the tie with its state and source: "president of ML
// 2013-09-04..2020-08-18, held (…)".
func (h Held) String() string {
	what := strings.ReplaceAll(h.Rel, "_", " ") + " " + h.Other
	if h.Rel == "role" {
		what = h.Title + " of " + h.Other
	}
	return fmt.Sprintf("%s %s, %s (%s)", what, h.When, h.State, h.Source)
}

// Titles are the words that may stand before a person's name; what each says
// of a role, "" nothing the registry can check.
var titles = map[string]string{
	"president": "president", "interim president": "president", "transitional president": "president", "former president": "", "ex president": "",
	"prime minister": "prime minister", "premier": "prime minister", "minister": "minister", "vice president": "vice-president",
	"general": "", "colonel": "", "col": "", "gen": "", "captain": "", "capt": "", "major": "", "lieutenant": "", "lt": "", "sergeant": "",
	"colonel major": "", "lieutenant colonel": "", "major general": "", "brigadier general": "", "field marshal": "", "marshal": "", "admiral": "",
	"imam": "", "sheikh": "", "mullah": "", "emir": "", "mr": "", "mrs": "", "ms": "", "dr": "", "chancellor": "", "king": "", "junta leader": "head of junta",
	"coup leader": "head of junta", "secretary general": "secretary-general", "un secretary general": "secretary-general", "foreign minister": "minister", "defence minister": "minister", "defense minister": "minister",
}

// cutTitle takes a title off the front of a folded name.
func cutTitle(f string) (title, rest string) {
	words := strings.Fields(f)
	for n := min(3, len(words)-1); n > 0; n-- {
		t := strings.Join(words[:n], " ")
		if _, ok := titles[t]; ok {
			return t, strings.Join(words[n:], " ")
		}
	}
	return "", f
}

// Lookup lists the actors that name may mean, best first. The country (ISO2,
// or "") and the date (or zero) raise and lower scores; they exclude nobody.
func (r *Registry) Lookup(name string, at tocsin.Date, country string) []Candidate {
	f := Fold(name)
	title, bare := cutTitle(f)
	found := map[int]Candidate{}
	keep := func(i, k int, score float64, why string) {
		if old, ok := found[i]; !ok || score > old.Score {
			found[i] = r.candidate(i, k, score, why, at)
		}
	}
	for _, form := range []string{f, bare} {
		for _, n := range r.byName[form] {
			a := r.actors[n.actor]
			nm := a.Names[n.name]
			if acronym(nm.Text) && !strings.Contains(name, nm.Text) || nm.Local && (country == "" || !a.In(country)) {
				continue
			}
			keep(n.actor, n.name, 0.9, "by the name "+nm.Text)
		}
	}
	r.partial(bare, keep)
	var out []Candidate
	for i, c := range found {
		out = append(out, r.weigh(r.actors[i], c, title, at, country))
	}
	if o, ok := r.Organ(name, ""); ok {
		a := o.Country.actor(o.Forces)
		out = append(out, Candidate{ID: a.ID, Name: a.Name, Kind: a.Kind, Score: 0.9, Why: o.Why, Source: a.Names[0].Source})
	}
	sortCandidates(out)
	return out
}

// partial finds persons of whom only some words of a name are given, in order.
func (r *Registry) partial(bare string, keep func(i, k int, score float64, why string)) {
	words := strings.Fields(bare)
	if len(words) == 0 {
		return
	}
	for _, i := range r.byWord[words[len(words)-1]] {
		for k, n := range r.actors[i].Names {
			full := strings.Fields(Fold(n.Text))
			if len(full) <= len(words) || !inOrder(words, full) {
				continue
			}
			last := full[len(full)-1] == words[len(words)-1]
			switch {
			case len(words) > 1:
				keep(i, k, 0.75, "by part of the name "+n.Text)
			case last:
				keep(i, k, 0.55, "by the last word of the name "+n.Text)
			default:
				keep(i, k, 0.35, "by a word of the name "+n.Text)
			}
		}
	}
}

func inOrder(words, full []string) bool {
	k := 0
	for _, w := range full {
		if k < len(words) && words[k] == w {
			k++
		}
	}
	return k == len(words)
}

// weigh raises and lowers a score by country, title and date, and says so.
func (r *Registry) weigh(a Actor, c Candidate, title string, at tocsin.Date, country string) Candidate {
	add := func(d float64, why string) {
		c.Score += d
		c.Why += "; " + why
	}
	if country != "" && len(a.Countries) > 0 {
		if a.In(country) {
			add(0.05, "acts in "+strings.ToUpper(country))
		} else {
			add(-0.1, "not known in "+strings.ToUpper(country))
		}
	}
	if want := titles[title]; want != "" && a.Kind == Person {
		i := slices.IndexFunc(c.Roles, func(h Held) bool { return h.Rel == "role" && strings.HasSuffix(h.Title, want) })
		if i >= 0 && (c.Roles[i].State == Holds || c.Roles[i].State == Possible) {
			add(0.15, "was "+c.Roles[i].Title+" then")
		} else if i < 0 {
			add(-0.1, "no role as "+want+" is known")
		}
	}
	if !at.IsZero() && a.Kind == Person && len(c.Roles) > 0 {
		if s := c.Roles[0].State; s == Holds || s == Possible {
			add(0.03, "in a public role then")
		}
	}
	c.Score = math.Round(100*min(1, max(0, c.Score))) / 100
	return c
}

func (r *Registry) candidate(i, k int, score float64, why string, at tocsin.Date) Candidate {
	a := r.actors[i]
	return Candidate{ID: a.ID, Name: a.Name, Kind: a.Kind, Score: score, Why: why, Source: a.Names[k].Source, Roles: r.Roles(a.ID, at)}
}

func sortCandidates(list []Candidate) {
	slices.SortFunc(list, func(a, b Candidate) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return strings.Compare(a.ID, b.ID)
	})
}

// Full returns the actor that has exactly this name, but for accents, case and
// hyphens; ok is false where none or several have it.
func (r *Registry) Full(name, country string) (a Actor, ok bool) {
	found := -1
	for _, n := range r.byName[Fold(name)] {
		nm := r.actors[n.actor].Names[n.name]
		if acronym(nm.Text) && !strings.Contains(name, nm.Text) || nm.Local && (country == "" || !r.actors[n.actor].In(country)) {
			continue
		}
		if found >= 0 && found != n.actor {
			return Actor{}, false
		}
		found = n.actor
	}
	if found < 0 {
		return Actor{}, false
	}
	return r.actors[found], true
}
