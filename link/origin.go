package link

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"tocsin"
)

// How near-copies are found. A wire story that a paper shortens or tops with two
// paragraphs of its own keeps most runs of five words; two reports of one event
// by different hands share next to none.
const (
	shingleWords = 5
	hashes       = 128
	bandRows     = 4   // 32 bands of 4: pairs with an overlap above .42 mostly meet
	sameJaccard  = 0.6 // of all shingles of both
	sameContent  = 0.8 // of the shorter one's shingles
	minShingles  = 20  // below that a text is too short to be told a copy by part of it
)

// Origins groups near-copies: MinHash (Broder 1997) with banding finds the pairs,
// the exact overlap of their five-word runs decides. The result holds every
// report once, in the order in which the origins were published.
func Origins(reports []tocsin.Report) []Origin {
	order := make([]int, len(reports))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(reports[i].Published, reports[j].Published), cmp.Compare(reports[i].ID, reports[j].ID))
	})
	sets := make([]map[uint64]bool, len(reports))
	for _, i := range order {
		sets[i] = shingles(reports[i].Text)
	}
	up := newUnion(len(reports))
	least := make(map[int]float64)
	for _, pair := range meetings(order, sets) {
		if s, ok := copies(sets[pair[0]], sets[pair[1]]); ok {
			up.join(pair[0], pair[1])
			for _, k := range pair {
				if old, seen := least[k]; !seen || s > old {
					least[k] = s // a member is as similar as its nearest fellow
				}
			}
		}
	}
	return gather(reports, order, up, least)
}

func gather(reports []tocsin.Report, order []int, up *union, least map[int]float64) []Origin {
	var out []Origin
	at := make(map[int]int)
	for _, i := range order {
		root := up.find(i)
		k, ok := at[root]
		if !ok {
			k = len(out)
			at[root] = k
			out = append(out, Origin{Similar: 1})
		}
		out[k].Reports = append(out[k].Reports, reports[i].ID)
		if s, ok := least[i]; ok {
			out[k].Similar = min(out[k].Similar, s)
		}
	}
	return out
}

// meetings returns the pairs that share a band of their signatures, each once.
func meetings(order []int, sets []map[uint64]bool) [][2]int {
	buckets := make(map[[2]uint64][]int)
	var keys [][2]uint64
	for _, i := range order {
		sig := signature(sets[i])
		for b := 0; b < hashes && len(sets[i]) > 0; b += bandRows {
			h := uint64(b) + 1
			for _, v := range sig[b : b+bandRows] {
				h = mix(h ^ v)
			}
			k := [2]uint64{uint64(b), h}
			if len(buckets[k]) == 0 {
				keys = append(keys, k)
			}
			buckets[k] = append(buckets[k], i)
		}
	}
	seen := make(map[[2]int]bool)
	var out [][2]int
	for _, k := range keys {
		members := buckets[k]
		for n, j := range members {
			for _, i := range members[:n] {
				if p := [2]int{i, j}; !seen[p] {
					seen[p] = true
					out = append(out, p)
				}
			}
		}
	}
	return out
}

// shingles hashes every run of five words of a text, in lower case and without
// punctuation.
func shingles(text string) map[uint64]bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	out := make(map[uint64]bool)
	for i := 0; i+shingleWords <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i : i+shingleWords] {
			h.Write([]byte(w))
			h.Write([]byte{0})
		}
		out[h.Sum64()] = true
	}
	return out
}

// signature is the least value of each hash function over the set.
func signature(set map[uint64]bool) [hashes]uint64 {
	var sig [hashes]uint64
	for i := range sig {
		sig[i] = ^uint64(0)
	}
	for x := range set {
		for i := range sig {
			sig[i] = min(sig[i], mix(x^(uint64(i)+1)*0x9e3779b97f4a7c15))
		}
	}
	return sig
}

// mix is the finalizer of SplitMix64 (Steele, Lea, Flood 2014).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// copies reports whether two texts are near-copies, and how far they overlap.
func copies(a, b map[uint64]bool) (overlap float64, ok bool) {
	if len(a) > len(b) {
		a, b = b, a
	}
	both := 0
	for x := range a {
		if b[x] {
			both++
		}
	}
	if both == 0 {
		return 0, false
	}
	jaccard := float64(both) / float64(len(a)+len(b)-both)
	part := float64(both) / float64(len(a))
	return max(jaccard, part), jaccard >= sameJaccard || part >= sameContent && len(a) >= minShingles
}

// A union joins numbers into sets.
type union struct{ parent []int }

func newUnion(n int) *union {
	u := &union{parent: make([]int, n)}
	for i := range u.parent {
		u.parent[i] = i
	}
	return u
}

func (u *union) find(i int) int {
	for u.parent[i] != i {
		u.parent[i] = u.parent[u.parent[i]]
		i = u.parent[i]
	}
	return i
}

func (u *union) join(i, j int) {
	i, j = u.find(i), u.find(j)
	u.parent[max(i, j)] = min(i, j)
}
