package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tocsin"
	"tocsin/actor"
	"tocsin/gazetteer"
)

// meanings are what names in reports mean on this desk, by its matches and splits.
// Names are folded.
type meanings struct {
	actor  map[string]string   // a name's actor
	merged map[string]string   // an actor's id to the one it was joined to
	apart  map[string][]string // the actors that a name does not mean
	place  map[string]gazetteer.Place
	away   map[string][]string // the places that a name does not mean

	ids      string          // of the matches that are in it
	registry *actor.Registry // with the names of the matches
}

// namesOf works out what matches make of names, looked up in the registry and
// gazetteer as they are without them.
func namesOf(k *knowledge, list []tocsin.Match) *meanings {
	n := &meanings{actor: make(map[string]string), merged: make(map[string]string), apart: make(map[string][]string),
		place: make(map[string]gazetteer.Place), away: make(map[string][]string)}
	for _, kind := range []string{tocsin.MatchActor, tocsin.MatchPlace} {
		joined, _ := join(kind, list)
		members := make(map[string][]string) // of each class: names as written, those that were joined to first
		var order []string
		for _, m := range list {
			if matchKind(m) != kind || m.Verdict != "positive" || joined.of(actor.Fold(m.Left)) != joined.of(actor.Fold(m.Right)) {
				continue
			}
			root := joined.of(actor.Fold(m.Left))
			if members[root] == nil {
				order = append(order, root)
			}
			members[root] = append(members[root], m.Right, m.Left)
		}
		for _, root := range order {
			if kind == tocsin.MatchActor {
				n.joinActors(k.actors, root, members[root])
			} else {
				n.joinPlaces(k, members[root])
			}
		}
	}
	for _, m := range list {
		if m.Verdict == "negative" {
			n.split(k, m)
		}
	}
	return n
}

// joinActors gives the names of a class one actor: the registry's where it knows
// one of them, else one of the desk's own.
func (n *meanings) joinActors(reg *actor.Registry, root string, members []string) {
	id := ""
	for _, name := range members {
		if id = actorOf(reg, name); id != "" {
			break
		}
	}
	if id == "" {
		id = "desk:" + strings.ReplaceAll(root, " ", "-")
	}
	for _, name := range members {
		n.actor[actor.Fold(name)] = id
		if other := actorOf(reg, name); other != "" && other != id {
			n.merged[other] = id
		}
	}
}

func (n *meanings) joinPlaces(k *knowledge, members []string) {
	for _, name := range members {
		if p := k.placeOf(name); p != nil {
			for _, name := range members {
				n.place[actor.Fold(name)] = *p
			}
			return
		}
	}
}

// split takes from each of two names the meaning of the other. Where both have
// the same, the first loses it.
func (n *meanings) split(k *knowledge, m tocsin.Match) {
	left, right := actor.Fold(m.Left), actor.Fold(m.Right)
	if matchKind(m) == tocsin.MatchPlace {
		if p := k.placeOf(m.Right); p != nil {
			n.away[left] = append(n.away[left], p.ID)
		}
		return
	}
	a, b := actorOf(k.actors, m.Left), actorOf(k.actors, m.Right)
	if b != "" {
		n.apart[left] = append(n.apart[left], b)
	}
	if a != "" && a != b {
		n.apart[right] = append(n.apart[right], a)
	}
}

// meanings are what names mean on the desk now. The reader never sees them: what
// is stored of a report does not depend on what persons matched, and a match that
// is taken back leaves nothing behind.
func (d *Desk) meanings(ctx context.Context) (*meanings, error) {
	_, n, err := d.judged(ctx)
	return n, err
}

// judged are what persons judged on the desk, and what names mean by it.
func (d *Desk) judged(ctx context.Context) (*Judgements, *meanings, error) {
	j, err := d.Judgements(ctx)
	if err != nil {
		return nil, nil, err
	}
	k, err := d.load(ctx)
	if err != nil {
		return nil, nil, err
	}
	n, err := k.meanings(j)
	return j, n, err
}

func (k *knowledge) meanings(j *Judgements) (*meanings, error) {
	list := j.matches()
	var ids strings.Builder
	for i := range list {
		ids.WriteString(list[i].ComputeID())
	}
	k.naming.Lock()
	defer k.naming.Unlock()
	if k.named != nil && k.named.ids == ids.String() {
		return k.named, nil
	}
	n := namesOf(k, list)
	n.ids = ids.String()
	if err := n.register(k.actors, list); err != nil {
		return nil, err
	}
	k.named = n
	return n, nil
}

// register makes the registry that checking and measuring look names up in.
func (n *meanings) register(reg *actor.Registry, list []tocsin.Match) error {
	n.registry = reg
	if len(list) == 0 {
		return nil
	}
	actors := reg.All()
	for i := range actors {
		a := &actors[i]
		kept := slices.DeleteFunc(slices.Clone(a.Names), func(x actor.Name) bool { return slices.Contains(n.apart[actor.Fold(x.Text)], a.ID) })
		if len(kept) > 0 { // an entry is never left without a name
			a.Names = kept
		}
		for _, m := range list {
			for _, name := range []string{m.Left, m.Right} {
				f := actor.Fold(name)
				if m.Verdict != "positive" || matchKind(m) != tocsin.MatchActor || n.actor[f] != a.ID || name == a.ID ||
					slices.ContainsFunc(a.Names, func(x actor.Name) bool { return actor.Fold(x.Text) == f }) {
					continue
				}
				a.Names = append(a.Names, actor.Name{Text: name, Source: "unsourced"})
			}
		}
	}
	var err error
	if n.registry, err = actor.New(actors, reg.States()); err != nil {
		return fmt.Errorf("put the matches into the registry: %w", err)
	}
	return nil
}

// apply gives a statement the actors and places that its names mean. The lists of
// the statement it is given are left as they are.
func (n *meanings) apply(s tocsin.Statement) tocsin.Statement {
	s.Actors, s.Recipients, s.Places = n.mentions(s.Actors), n.mentions(s.Recipients), n.places(s.Places)
	s.Claim, s.Content = n.claim(s.Claim), n.frame(s.Content)
	return s
}

func (n *meanings) frame(f *tocsin.Frame) *tocsin.Frame {
	if f == nil {
		return nil
	}
	g := *f
	g.Actors, g.Recipients, g.Places = n.mentions(g.Actors), n.mentions(g.Recipients), n.places(g.Places)
	g.Claim, g.Content = n.claim(g.Claim), n.frame(g.Content)
	return &g
}

func (n *meanings) claim(c *tocsin.Claim) *tocsin.Claim {
	if c == nil {
		return nil
	}
	d := *c
	d.Places = n.places(d.Places)
	return &d
}

func (n *meanings) mentions(list []tocsin.Mention) []tocsin.Mention {
	list = slices.Clone(list)
	for i := range list {
		m := &list[i]
		f := actor.Fold(m.Text)
		if id, ok := n.actor[f]; ok && m.How != "pronoun" {
			m.ID = id
		} else if id, ok := n.merged[m.ID]; ok {
			m.ID = id
		}
		if m.ID != "" && slices.Contains(n.apart[f], m.ID) {
			m.ID = ""
		}
	}
	return list
}

func (n *meanings) places(list []tocsin.Place) []tocsin.Place {
	list = slices.Clone(list)
	for i := range list {
		p := &list[i]
		f := actor.Fold(p.Text)
		away := n.away[f]
		if q, ok := n.place[f]; ok {
			p.Candidates = []tocsin.Candidate{{ID: q.ID, Name: q.Name, Lat: q.Lat, Lon: q.Lon, Score: 1}}
			p.Precision = precisionOf(&q)
		} else if len(away) > 0 {
			p.Candidates = slices.DeleteFunc(slices.Clone(p.Candidates), func(c tocsin.Candidate) bool { return slices.Contains(away, c.ID) })
		}
	}
	return list
}

// precisionOf is how finely a place of the gazetteer tells where.
func precisionOf(p *gazetteer.Place) string {
	switch {
	case strings.HasPrefix(p.ID, "country:") || strings.HasPrefix(p.Code, "PCL"):
		return "country"
	case p.Code == "ADM1":
		return "admin1"
	case p.Class == "A":
		return "admin2"
	case p.Class == "P":
		return "town"
	}
	return "point"
}

// AsJudged are statements as persons left them: without those that were rejected,
// with corrections in the place of what they correct and under its id, and with
// the actors and places that names mean on this desk.
func (d *Desk) AsJudged(ctx context.Context, list []tocsin.Statement) ([]tocsin.Statement, error) {
	j, n, err := d.judged(ctx)
	if err != nil {
		return nil, err
	}
	var out []tocsin.Statement
	for i := range list {
		if s, ok := j.apply(&list[i]); ok {
			out = append(out, n.apply(s))
		}
	}
	return out, nil
}

// apply is a statement as a person left it; ok is false where it was rejected.
func (j *Judgements) apply(s *tocsin.Statement) (out tocsin.Statement, ok bool) {
	rv, judged := j.reviews[s.ID]
	switch {
	case !judged || rv.Verdict == "accept":
		return *s, true
	case rv.Verdict == "correct" && rv.Correction != nil:
		out = *rv.Correction
		out.ID, out.Recorded, out.Published = s.ID, s.Recorded, s.Published
		return out, true
	}
	return *s, false
}
