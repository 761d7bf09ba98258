package score_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tocsin/read/score"
)

// naive is the definition taken literally: every mapping in turn, the first of
// the best wins.
func naive(pred, gold []score.MUCTemplate) score.MUCScore {
	var best score.MUCScore
	first := true
	mapping := make([]int, len(pred))
	var try func(i int)
	try = func(i int) {
		if i == len(pred) {
			s := naiveCount(pred, gold, mapping)
			if b, n := best.All().F1(), s.All().F1(); first || n > b+1e-12 {
				best, first = s, false
			}
			return
		}
		for j := 0; j <= len(gold); j++ {
			taken := false
			for _, k := range mapping[:i] {
				taken = taken || k == j && j < len(gold)
			}
			if !taken {
				mapping[i] = j
				try(i + 1)
			}
		}
	}
	try(0)
	return best
}

func naiveCount(pred, gold []score.MUCTemplate, mapping []int) (s score.MUCScore) {
	one := func(p, g *score.MUCTemplate) score.MUCScore {
		d := func(t *score.MUCTemplate) []score.MUCDoc {
			if t == nil {
				return []score.MUCDoc{{ID: "d"}}
			}
			return []score.MUCDoc{{ID: "d", Templates: []score.MUCTemplate{*t}}}
		}
		out, err := score.ScoreMUC4(context.Background(), d(g), "answers", d(p))
		if err != nil {
			panic(err)
		}
		return out
	}
	add := func(o score.MUCScore) {
		s.Type.Add(o.Type)
		for i := range s.Slots {
			s.Slots[i].Add(o.Slots[i])
		}
	}
	taken := map[int]bool{}
	for i, j := range mapping {
		if j == len(gold) {
			add(one(&pred[i], nil))
			continue
		}
		taken[j] = true
		add(one(&pred[i], &gold[j]))
	}
	for j := range gold {
		if !taken[j] {
			add(one(nil, &gold[j]))
		}
	}
	return s
}

// templates draws events of few types and names, so that ties abound.
func templates(t *rapid.T, label string, types []string) []score.MUCTemplate {
	n := rapid.IntRange(0, 4).Draw(t, label)
	out := make([]score.MUCTemplate, n)
	for i := range out {
		out[i].Type = rapid.SampledFrom(types).Draw(t, "type")
		for k := range out[i].Slots {
			for range rapid.IntRange(0, 2).Draw(t, "entities") {
				out[i].Slots[k] = append(out[i].Slots[k], rapid.SliceOfN(rapid.SampledFrom([]string{"x", "y", "z"}), 1, 2).Draw(t, "mentions"))
			}
		}
	}
	return out
}

// TestMappingIsTheReferences holds the search to the definition, in every slot,
// ties included.
func TestMappingIsTheReferences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pred := templates(t, "predicted", []string{"attack", "bombing"})
		gold := templates(t, "gold", []string{"attack", "bombing", "attack / bombing"})
		got, err := score.ScoreMUC4(context.Background(), []score.MUCDoc{{ID: "d", Templates: gold}}, "answers", []score.MUCDoc{{ID: "d", Templates: pred}})
		if err != nil {
			t.Fatal(err)
		}
		if want := naive(pred, gold); got != want {
			t.Fatalf("counts are %+v, the definition gives %+v", got, want)
		}
	})
}

// crowd is n events that differ in few things.
func crowd(n, shift int) []score.MUCTemplate {
	out := make([]score.MUCTemplate, n)
	for i := range out {
		out[i].Type = []string{"attack", "bombing"}[(i+shift)%2]
		for k := range out[i].Slots {
			out[i].Slots[k] = [][]string{{fmt.Sprint("entity ", (i*7+k*3+shift)%11)}, {fmt.Sprint("entity ", (i*5+k+shift)%13)}}
		}
	}
	return out
}

// TestMappingOfManyTemplates: enumeration would go through 30! mappings.
func TestMappingOfManyTemplates(t *testing.T) {
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Second)
	defer stop()
	gold, pred := crowd(30, 0), crowd(30, 3)
	s, err := score.ScoreMUC4(ctx, []score.MUCDoc{{ID: "d", Templates: gold}}, "answers", []score.MUCDoc{{ID: "d", Templates: pred}})
	if err != nil {
		t.Fatal(err)
	}
	if s.Type.RightFound != 30 || s.All().Found != 330 {
		t.Errorf("counted %+v", s.All())
	}
	perfect, err := score.ScoreMUC4(ctx, []score.MUCDoc{{ID: "d", Templates: gold}}, "answers", []score.MUCDoc{{ID: "d", Templates: gold}})
	if err != nil {
		t.Fatal(err)
	}
	if f := perfect.All().F1(); f != 1 {
		t.Errorf("the gold scores %v on itself", f)
	}
}

func BenchmarkMapping(b *testing.B) {
	gold, pred := crowd(14, 0), crowd(14, 3)
	for b.Loop() {
		if _, err := score.ScoreMUC4(context.Background(), []score.MUCDoc{{ID: "d", Templates: gold}}, "answers", []score.MUCDoc{{ID: "d", Templates: pred}}); err != nil {
			b.Fatal(err)
		}
	}
}
