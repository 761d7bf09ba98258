package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"tocsin"
	"tocsin/actor"
	"tocsin/gazetteer"
)

// sureOf is the score from which a name's best candidate is taken for what a
// person meant by it.
const sureOf = 0.7

// sameName compares names as the registry of actors does: case, accents and
// punctuation apart.
func sameName(a, b string) bool { return actor.Fold(a) == actor.Fold(b) }

// pairOf is the same for a match of two names, whichever came first.
func pairOf(m tocsin.Match) [3]string {
	a, b := actor.Fold(m.Left), actor.Fold(m.Right)
	return [3]string{matchKind(m), min(a, b), max(a, b)}
}

func matchKind(m tocsin.Match) string {
	if m.Kind == "" {
		return tocsin.MatchActor
	}
	return m.Kind
}

// Match records that two names in reports, or a name and an id of the registry or
// the gazetteer, mean one actor or one place on this desk; Split, that they do
// not. Names that both were joined to by way of others cannot be split before
// those are.
func (d *Desk) Match(ctx context.Context, kind, left, right string, by Signature) (Judged, error) {
	return d.match(ctx, kind, left, right, "positive", by)
}

// Split is the opposite of Match.
func (d *Desk) Split(ctx context.Context, kind, left, right string, by Signature) (Judged, error) {
	return d.match(ctx, kind, left, right, "negative", by)
}

func (d *Desk) match(ctx context.Context, kind, left, right, verdict string, by Signature) (Judged, error) {
	left, right = strings.Join(strings.Fields(left), " "), strings.Join(strings.Fields(right), " ")
	if left == "" || right == "" || sameName(left, right) {
		return Judged{}, tocsin.Errorf(tocsin.Invalid, "give two that differ", "%q and %q are one name", left, right)
	}
	k, err := d.load(ctx)
	if err != nil {
		return Judged{}, err
	}
	if kind == tocsin.MatchPlace && k.placeOf(left) == nil && k.placeOf(right) == nil {
		return Judged{}, &tocsin.Error{Code: tocsin.NotFound, Err: fmt.Errorf("neither %q nor %q is in the gazetteer", left, right),
			Hint: "give one by its id (geonames:2450173) or import a dump that has it: tocsin import geonames FILE"}
	}
	return d.judge(ctx, by, true, func(j *Judgements, recorded time.Time) (Judged, error) {
		m := tocsin.Match{Kind: kind, Left: left, Right: right, Verdict: verdict, By: by.By, Why: by.Why, Recorded: recorded}
		standing := j.matches()
		for _, old := range standing {
			if pairOf(old) == pairOf(m) && old.Verdict == verdict && old.By == m.By && old.Why == m.Why {
				return Judged{ID: old.ComputeID(), Already: true}, nil
			}
		}
		others := slices.DeleteFunc(slices.Clone(standing), func(old tocsin.Match) bool { return pairOf(old) == pairOf(m) })
		if err := contradicted(append(others, m)); err != nil {
			return Judged{}, err
		}
		_, err := d.ledger.AddMatch(ctx, m)
		return Judged{ID: m.ComputeID()}, err
	})
}

// classes are names that matches join, each class under its smallest folded name.
type classes map[string]string

func (c classes) of(name string) string {
	for c[name] != "" && c[name] != name {
		name = c[name]
	}
	return name
}

// join puts names together in the order of the matches. A match that would join
// two that were split from each other is left out.
func join(kind string, list []tocsin.Match) (c classes, left []tocsin.Match) {
	c = make(classes)
	for _, m := range list {
		if matchKind(m) != kind || m.Verdict != "positive" {
			continue
		}
		a, b := c.of(actor.Fold(m.Left)), c.of(actor.Fold(m.Right))
		if a == b {
			continue
		}
		c[max(a, b)] = min(a, b)
		if brokenBy(c, kind, list) {
			delete(c, max(a, b))
			left = append(left, m)
		}
	}
	return c, left
}

// brokenBy reports whether the classes join two names that were split.
func brokenBy(c classes, kind string, list []tocsin.Match) bool {
	return slices.ContainsFunc(list, func(m tocsin.Match) bool {
		return matchKind(m) == kind && m.Verdict == "negative" && c.of(actor.Fold(m.Left)) == c.of(actor.Fold(m.Right))
	})
}

// contradicted is an error where the last of the matches cannot stand with the
// others.
func contradicted(list []tocsin.Match) error {
	m := list[len(list)-1]
	before, _ := join(matchKind(m), list[:len(list)-1])
	a, b := before.of(actor.Fold(m.Left)), before.of(actor.Fold(m.Right))
	if m.Verdict == "negative" && a == b {
		return &tocsin.Error{Code: tocsin.Conflict, Err: fmt.Errorf("%q and %q are joined by way of other names", m.Left, m.Right),
			Hint: "see the matches with tocsin history " + quoted(m.Left) + ", and split or undo those first"}
	}
	if _, left := join(matchKind(m), list); m.Verdict == "positive" && len(left) > 0 {
		return &tocsin.Error{Code: tocsin.Conflict, Err: errors.New("this would join names that were split from each other"),
			Hint: "see the splits with tocsin history " + quoted(m.Left) + ", and undo the one that is wrong first"}
	}
	return nil
}

func quoted(s string) string { return "\"" + s + "\"" }

// placeOf is the place that a person means by a name or id; nil where none is.
func (k *knowledge) placeOf(name string) *gazetteer.Place {
	if p, ok := k.gazetteer.ByID(name); ok {
		return &p
	}
	if found := k.gazetteer.Lookup(name, gazetteer.Hint{}); len(found) > 0 {
		return &found[0].Place
	}
	return nil
}

// actorOf is the id of the actor that a person means by a name or id; "" where
// the registry has none, or several of like score.
func actorOf(reg *actor.Registry, name string) string {
	if _, ok := reg.ByID(name); ok {
		return name
	}
	found := reg.Lookup(name, 0, "")
	if len(found) == 0 || found[0].Score < sureOf || len(found) > 1 && found[1].Score == found[0].Score {
		return ""
	}
	return found[0].ID
}
