package brief

import (
	"cmp"
	"math"
	"strings"
	"tocsin"
)

// How far apart two reports may have come out for a difference between them to
// be a contradiction and no change: of a count that names no day, and of who
// leads a body.
const (
	sameNewsDays = 3
	sameRoleDays = 30
)

// contradictions sets side by side what two reports say that cannot both hold:
// counts of one act, leaders of one body, and yes against no.
func (w *writer) contradictions() []draft {
	var out []draft
	told := make(map[string]bool)
	add := func(d draft, key string) {
		if d.text != "" && !told[key] && !told[norm(d.text)] {
			told[key], told[norm(d.text)] = true, true
			out = append(out, d)
		}
	}
	linked := make(map[[2]string]bool)
	for _, l := range w.in.Links {
		if l.Kind == "contradicts" {
			linked[[2]string{l.From, l.To}], linked[[2]string{l.To, l.From}] = true, true
		}
	}
	for _, p := range w.suspects(linked) {
		a, b := w.items[p[0]], w.items[p[1]]
		link := linked[[2]string{a.st.ID, b.st.ID}]
		if a.rep.ID == b.rep.ID && !link || a.st.Kind != b.st.Kind && !link {
			continue
		}
		switch {
		case a.st.Kind == tocsin.KindEvent && countsContradict(a, b):
			key := pairKey("count "+a.st.Act+" "+a.st.Count.What+" "+a.st.When.From.String(), a.st.Count.Text, b.st.Count.Text)
			if !told[key] {
				add(w.countPair(a, b), key)
			}
		case leadersContradict(a, b):
			key := pairKey("leads "+norm(a.st.Recipients[0].Text), lastWord(a.st.Actors[0].Text), lastWord(b.st.Actors[0].Text))
			if !told[key] {
				add(w.leaderPair(a, b), key)
			}
		case polarityContradicts(a, b), link:
			add(w.plainPair(a, b), "pair "+a.st.ID+b.st.ID)
		}
	}
	return out
}

// pairKey is the same for the same two sides in either order, so that each
// difference is told once however many reports stand on either side.
func pairKey(topic, a, b string) string {
	a, b = norm(a), norm(b)
	return topic + "|" + min(a, b) + "|" + max(a, b)
}

// countsDiffer holds where no number fits both counts: "four" and "at least
// six", but not "four" and "at least three".
func countsDiffer(a, b *tocsin.Count) bool {
	if a == nil || b == nil || a.What != b.What {
		return false
	}
	al, ah := bounds(a)
	bl, bh := bounds(b)
	return ah < bl || bh < al
}

func bounds(c *tocsin.Count) (low, high float64) {
	low, high = math.Inf(-1), math.Inf(1)
	if c.Low != nil {
		low = *c.Low
	}
	if c.High != nil {
		high = *c.High
	}
	return low, high
}

func countsContradict(a, b item) bool {
	if a.st.Act != b.st.Act || !countsDiffer(a.st.Count, b.st.Count) || a.st.Certainty.Polarity == "is_not" || b.st.Certainty.Polarity == "is_not" {
		return false
	}
	mayPlace, place := sharePlaces(a.st.Places, b.st.Places)
	known, overlap := windows(a.st.When, b.st.When)
	if known {
		return overlap && mayPlace
	}
	return place && gap(&a, &b) <= sameNewsDays
}

// windows reports whether both times are known to the day, and whether they
// overlap or lie a day apart.
func windows(a, b tocsin.When) (known, overlap bool) {
	if a.From.IsZero() || b.From.IsZero() || a.Precision != "day" || b.Precision != "day" {
		return false, false
	}
	return true, a.From <= cmp.Or(b.To, b.From).AddDays(1) && b.From <= cmp.Or(a.To, a.From).AddDays(1)
}

func gap(a, b *item) int {
	return int(max(a.rep.Published-b.rep.Published, b.rep.Published-a.rep.Published))
}

// leadersContradict holds where two reports of one month name different people
// at the head of the same body, and neither name is part of the other.
func leadersContradict(a, b item) bool {
	if a.st.Kind != tocsin.KindTie || b.st.Kind != tocsin.KindTie || a.st.Rel != "leads" || b.st.Rel != "leads" ||
		len(a.st.Actors) != 1 || len(b.st.Actors) != 1 || len(a.st.Recipients) != 1 || len(b.st.Recipients) != 1 || gap(&a, &b) > sameRoleDays {
		return false
	}
	x, y := a.st.Actors[0], b.st.Actors[0]
	if x.How != "named" || y.How != "named" || !sameActor(a.st.Recipients[0], b.st.Recipients[0]) || sameActor(x, y) ||
		a.st.Certainty.Polarity == "is_not" || b.st.Certainty.Polarity == "is_not" {
		return false
	}
	return lastWord(x.Text) != lastWord(y.Text)
}

func lastWord(s string) string {
	f := strings.Fields(norm(s))
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

// polarityContradicts holds where one author says firmly that an actor did a
// thing, or stands in a relation, and another that he did not.
func polarityContradicts(a, b item) bool {
	x, y := a.st.Certainty, b.st.Certainty
	if a.st.Kind != tocsin.KindEvent && a.st.Kind != tocsin.KindTie || !firm(a.st) || !firm(b.st) ||
		!(x.Polarity == "is" && y.Polarity == "is_not" || x.Polarity == "is_not" && y.Polarity == "is") ||
		a.st.Act != b.st.Act || a.st.Rel != b.st.Rel || gap(&a, &b) > sameRoleDays {
		return false
	}
	_, who := shareActors(a.st.Actors, b.st.Actors)
	mayWhom, whom := shareActors(a.st.Recipients, b.st.Recipients)
	if a.st.Kind == tocsin.KindTie {
		return who && whom
	}
	if len(a.st.Actors)+len(b.st.Actors) == 0 {
		who = whom // what befell somebody, whoever did it
	}
	known, overlap := windows(a.st.When, b.st.When)
	return who && mayWhom && (!known || overlap)
}

func firm(st *tocsin.Statement) bool {
	return st.Certainty.Degree == "certain" || st.Certainty.Degree == "probable"
}

// countPair: "On the killed, A (day) gives “4”; B (day) gives “6”."
func (w *writer) countPair(a, b item) draft {
	x, y := tocsin.Clean(a.st.Count.Text), tocsin.Clean(b.st.Count.Text)
	if x == "" || y == "" || !strings.Contains(tocsin.Clean(a.quote()), x) || !strings.Contains(tocsin.Clean(b.quote()), y) {
		return w.plainPair(a, b)
	}
	return w.pair(a, b, "On how many "+countNoun(a.st.Count.What)+sharedDay(a.st.When, b.st.When)+", "+w.by(a)+w.gives(a, "gives")+"“"+x+"”; "+w.by(b)+w.gives(b, "gives")+"“"+y+"”.")
}

// sharedDay is " on 4 May 2031" where both times are that one day.
func sharedDay(a, b tocsin.When) string {
	if known, _ := windows(a, b); known && a.From == a.To && b.From == b.To && a.From == b.From {
		return " on " + day(a.From)
	}
	return ""
}

// countNoun words what was counted.
func countNoun(what string) string {
	switch what {
	case "":
		return "there were"
	case "killed", "injured", "arrested", "abducted", "displaced", "wounded", "detained":
		return "were " + what
	}
	return "“" + tocsin.Clean(what) + "”"
}

func (w *writer) leaderPair(a, b item) draft {
	for _, it := range []item{a, b} {
		if !strings.Contains(it.quote(), it.st.Actors[0].Text) || !strings.Contains(it.quote(), it.st.Recipients[0].Text) {
			return w.plainPair(a, b) // who it is was found outside the words to cite
		}
	}
	body := short(tocsin.Clean(a.st.Recipients[0].Text), 8)
	d := w.pair(a, b, "On who leads “"+body+"”, "+w.by(a)+w.gives(a, "names")+"“"+short(tocsin.Clean(a.st.Actors[0].Text), 8)+"”; "+
		w.by(b)+w.gives(b, "names")+"“"+short(tocsin.Clean(b.st.Actors[0].Text), 8)+"”.")
	d.names = true
	return d
}

func (w *writer) plainPair(a, b item) draft {
	return w.pair(a, b, upperFirst(w.by(a))+" "+w.manner(a)+": "+stop(a.said())+" Against this, "+w.by(b)+" "+w.manner(b)+": "+stop(b.said()))
}

func (w *writer) pair(a, b item, text string) draft {
	w.paired[a.place()], w.paired[b.place()] = true, true
	return draft{typ: Reported, text: text, cites: []Citation{a.cite(), b.cite()}, reviewed: a.reviewed && b.reviewed}
}

// gives keeps the speaker and the hedge with a figure or a name.
func (w *writer) gives(it item, verb string) string {
	switch c := it.st.Certainty; {
	case len(it.st.Says) > 0:
		return ", passing on " + speaker(it.st.Says[0]) + ", " + verb + " "
	case c.Degree == "probable" || c.Degree == "possible":
		return ", as " + c.Degree + ", " + verb + " "
	case c.Degree != "certain":
		return ", without saying how surely, " + verb + " "
	}
	return " " + verb + " "
}
