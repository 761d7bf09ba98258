package syntax

import (
	"io"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tocsin"
)

// TestVoteIsReproducibleAndLoads trains three tiny voters.
func TestVoteIsReproducibleAndLoads(t *testing.T) {
	data := tinySentences(t)
	main, err := Train(data, data, tinyOptions(), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	a, err := TrainVote(main, data, data, tinyOptions(), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	b, err := TrainVote(main, data, data, tinyOptions(), io.Discard)
	if err != nil || !slices.Equal(a, b) {
		t.Error("two runs on the same data differ", err)
	}
	m, err := Load(main)
	if err != nil {
		t.Fatal(err)
	}
	v, err := LoadVote(m, a)
	if err != nil {
		t.Fatal(err)
	}
	if !v.others[1].reversed || v.others[0].reversed {
		t.Error("one of the voters must read from right to left, the other not")
	}
	if s := v.Evaluate(data); s.LAS != 100 || s.Voices[voters].Found != s.Words {
		t.Errorf("on its own two sentences LAS %.1f, %d of %d arcs by all voices", s.LAS, s.Voices[voters].Found, s.Words)
	}
	x := v.Analyse([]string{"The", "army", "left", "."}, Hints{})
	if len(x.Voices) != 4 || x.Voices[1] != voters || x.Heads[1] != 2 {
		t.Errorf("%+v", x)
	}
	for _, bad := range [][]byte{nil, a[:len(a)/2], a[:len(voteMagic)+3], main} {
		if _, err := LoadVote(m, bad); tocsin.CodeOf(err) != tocsin.Internal {
			t.Errorf("%d damaged bytes: %v", len(bad), err)
		}
	}
}

// TestElectedTreesAreTrees elects among any three projective trees: one root, no
// circle, every arc has a voice, and where all agree that is the result.
func TestElectedTreesAreTrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "n")
		trees := make([][]arc, voters)
		for k := range trees {
			if k > 0 && rapid.Bool().Draw(t, "same") {
				trees[k] = trees[k-1]
				continue
			}
			heads := projective(n, func(k int) int { return rapid.IntRange(0, k-1).Draw(t, "pick") })
			for _, h := range heads {
				if h == n {
					h = -1
				}
				trees[k] = append(trees[k], arc{head: h, rel: uint8(rapid.IntRange(0, 3).Draw(t, "rel"))})
			}
		}
		heads, rels, voices := elect(trees)
		roots := 0
		for i := range heads {
			roots += truth(heads[i] < 0)
			steps := 0
			for j := i; j >= 0; j = heads[j] {
				if steps++; steps > n {
					t.Fatalf("a circle in %v", heads)
				}
			}
			if voices[i] < 1 || int(voices[i]) != backers(trees, i, heads[i]) {
				t.Fatalf("word %d has %d voices", i, voices[i])
			}
			if a := trees[0][i]; a == trees[1][i] && a == trees[2][i] && (heads[i] != a.head || rels[i] != a.rel) {
				t.Fatalf("all say %+v, elected is %d %d", a, heads[i], rels[i])
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots in %v", roots, heads)
		}
	})
}
