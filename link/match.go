package link

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"tocsin"
	"tocsin/geo"
)

// How near two tellings of one event may lie.
const (
	sameDays  = 1    // dates a day apart: midnight, time zones, the day of the news
	newsDays  = 7    // how far apart reports of an undated event may come out
	sameKM    = 30   // towns that near may be one place in two tellings
	overlap   = 0.5  // of the weight of the words of two descriptions
	maxRegion = 1500 // km within which a point may lie in a region's middle
)

// An answer says whether two tellings agree on something.
type answer int

const (
	parts  answer = iota // they cannot both be of one event
	silent               // one of them does not tell
	agrees
)

// families hold acts that one event may be told as.
var families = map[string]string{
	"assault": "force", "clash": "force", "destruction": "force",
	"protest": "street", "riot": "street",
	"coup": "power", "seizure": "power", "mutiny": "power",
	"negotiation": "talk", "agreement": "talk", "visit": "talk",
}

// alike says on what two event statements of different reports agree; ok is
// false where they part or agree on too little: there has to be agreement on date or
// place, or on both doer and victim in news of one week, and on the place, the victim or the number of victims, since every
// day the police arrest somebody.
func (l *linker) alike(a, b *tocsin.Statement) (on []string, ok bool) {
	same := a.Act == b.Act
	if !same && (families[a.Act] == "" || families[a.Act] != families[b.Act]) {
		return nil, false
	}
	if same {
		on = append(on, "act")
	}
	day, place := sameTime(a, b), samePlace(a.Places, b.Places)
	doer, victim := l.sameActors(a.Actors, b.Actors), l.sameActors(a.Recipients, b.Recipients)
	if a.Act == "clash" || b.Act == "clash" {
		doer, victim = l.sameSides(a, b), silent
	}
	if place == silent && (namesSite(a, b) || namesSite(b, a)) {
		place = agrees
	}
	agreed, ground, thing := 0, false, sameCount(a.Count, b.Count)
	for i, x := range []answer{day, place, doer, victim} {
		switch x {
		case parts:
			return nil, false
		case agrees:
			agreed++
			ground = ground || i < 2
			thing = thing || i == 1 || i == 3
			on = append(on, [...]string{"date", "place", "doer", "victim"}[i])
		}
	}
	if sameCount(a.Count, b.Count) {
		agreed++
		on = append(on, "count")
	}
	// Undated tellings of one week, of the same doer and the same victim.
	ground = ground || day == silent && doer == agrees && victim == agrees
	need := 2
	if !same {
		need = 3
	}
	return on, ground && thing && agreed >= need
}

// namesSite holds where one telling makes a victim of the place at which the
// other puts the event: "attacked Bunagana", "attacked a post in Bunagana".
func namesSite(a, b *tocsin.Statement) bool {
	for _, m := range a.Recipients {
		for _, p := range sites(b.Places) {
			if m.How == "named" && strings.EqualFold(m.Text, p.Text) {
				return true
			}
		}
	}
	return false
}

// sameTime compares days. Without a day on one side the dates of publication
// decide whether both can be news of one event.
func sameTime(a, b *tocsin.Statement) answer {
	x, y := a.When, b.When
	if dated(x) && dated(y) {
		if x.From > y.To.AddDays(sameDays) || y.From > x.To.AddDays(sameDays) {
			return parts
		}
		if short(x) && short(y) {
			return agrees
		}
		return silent
	}
	if a.Published.IsZero() || b.Published.IsZero() {
		return silent
	}
	if d := a.Published - b.Published; d > newsDays || d < -newsDays {
		return parts
	}
	return silent
}

func dated(w tocsin.When) bool { return !w.From.IsZero() && !w.To.IsZero() }

// short reports whether a time is narrow enough to identify an event.
func short(w tocsin.When) bool { return w.To-w.From <= 7 }

// samePlace compares the places where an event was: it parts two tellings only
// where all the places of one lie far from all of the other.
func samePlace(a, b []tocsin.Place) answer {
	a, b = sites(a), sites(b)
	if len(a) == 0 || len(b) == 0 {
		return silent
	}
	best := parts
	for i := range a {
		for j := range b {
			best = max(best, oneSite(&a[i], &b[j]))
		}
	}
	return best
}

// sites keeps the places at which something happened.
func sites(list []tocsin.Place) []tocsin.Place {
	return slices.DeleteFunc(slices.Clone(list), func(p tocsin.Place) bool { return p.Role == "from" || p.Role == "to" })
}

func oneSite(a, b *tocsin.Place) answer {
	if strings.EqualFold(a.Text, b.Text) {
		return agrees
	}
	if len(a.Candidates) == 0 || len(b.Candidates) == 0 {
		return silent
	}
	x, y := a.Candidates[0], b.Candidates[0]
	if x.ID == y.ID {
		return agrees
	}
	km := geo.DistanceKM(geo.Point{Lat: x.Lat, Lon: x.Lon}, geo.Point{Lat: y.Lat, Lon: y.Lon})
	switch {
	case km <= sameKM:
		return agrees
	case wide(a) != wide(b) && km <= maxRegion, a.Precision != b.Precision && wide(a) && wide(b):
		return silent // a town may lie in the region that the other names
	}
	return parts
}

func wide(p *tocsin.Place) bool {
	switch p.Precision {
	case "admin1", "admin2", "country", "region", "unknown":
		return true
	}
	return p.Relation != ""
}

// sameActors compares doers, or victims: by who they are where both are
// resolved, else by the words that tell them, rare words more than common ones.
func (l *linker) sameActors(a, b []tocsin.Mention) answer {
	if len(a) == 0 || len(b) == 0 {
		return silent
	}
	resolved := false
	for _, x := range a {
		for _, y := range b {
			if x.ID != "" && x.ID == y.ID || l.wordsOverlap(x.Text, y.Text) {
				return agrees
			}
			resolved = resolved || x.ID != "" && y.ID != ""
		}
	}
	if resolved {
		return parts
	}
	return silent // "gunmen" and "bandits" may be the same people
}

// sameSides compares the parties of a fight, whichever of them is called the doer.
func (l *linker) sameSides(a, b *tocsin.Statement) answer {
	return l.sameActors(slices.Concat(a.Actors, a.Recipients), slices.Concat(b.Actors, b.Recipients))
}

// wordsOverlap holds where half the weight of the words of one description is in
// the other; a word weighs by how rare it is among all the mentions.
func (l *linker) wordsOverlap(a, b string) bool {
	x, y := content(a), content(b)
	var both, all float64
	for w := range x {
		all += l.weight(w)
		if y[w] {
			both += l.weight(w)
		}
	}
	var other float64
	for w := range y {
		other += l.weight(w)
	}
	if least := math.Min(all, other); least > 0 {
		return both/least >= overlap
	}
	return false
}

// weight is the inverse document frequency of a word over the mentions.
func (l *linker) weight(w string) float64 {
	return math.Log(1+float64(l.mentions)) - math.Log(1+float64(l.seen[w])) + 0.1
}

// content is the set of words of a description without articles and numbers,
// plural endings cut.
func content(s string) map[string]bool {
	out := make(map[string]bool)
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "the", "a", "an", "of", "at", "least", "some", "several", "two", "three", "four", "five", "six", "dozens", "his", "her", "its", "their", "he", "she", "it", "they", "s":
			continue
		}
		if len(w) > 3 {
			w = strings.TrimSuffix(w, "s")
		}
		out[w] = true
	}
	return out
}

// sameCount holds where two counts of one thing are the same exact number, which
// is rarely chance above a handful.
func sameCount(a, b *tocsin.Count) bool {
	if a == nil || b == nil || a.What != b.What || a.Low == nil || b.Low == nil || a.High == nil || b.High == nil {
		return false
	}
	return *a.Low == *b.Low && *a.High == *b.High && *a.Low == *a.High && *a.Low >= 5
}

// countsPart holds where no number fits both counts.
func countsPart(a, b *tocsin.Count) bool {
	if a == nil || b == nil || a.What != b.What {
		return false
	}
	return a.High != nil && b.Low != nil && *a.High < *b.Low || b.High != nil && a.Low != nil && *b.High < *a.Low
}
