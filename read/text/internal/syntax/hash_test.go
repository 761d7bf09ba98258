package syntax

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestEveryKeyHasASlotOfItsOwn holds the perfect hash to its name for any set of
// keys, and to refusing a set with one twice.
func TestEveryKeyHasASlotOfItsOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := drawKeys(t, 0, 3000)
		h, ok := newHash(keys)
		if !ok {
			t.Fatalf("no hash for %d keys", len(keys))
		}
		taken := map[uint32]uint32{}
		for _, k := range keys {
			s := h.slot(k)
			if other, ok := taken[s]; ok || int(s) >= h.size() {
				t.Fatalf("%d and %d in slot %d of %d", k, other, s, h.size())
			}
			taken[s] = k
		}
		if len(keys) > 0 {
			if _, ok := newHash(append(keys, keys[len(keys)-1])); ok {
				t.Fatal("a key twice, and no complaint")
			}
		}
	})
}

// drawKeys draws keys as features are: hashes, spread evenly.
func drawKeys(t *rapid.T, least, most int) []uint32 {
	n, seed := rapid.IntRange(least, most).Draw(t, "n"), rapid.Uint64().Draw(t, "seed")
	var keys []uint32
	for i := range n {
		keys = append(keys, fold(mix(seed, uint32(i))))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// TestTablesFindWhatTheyHold writes rows, reads them back and asks for each, and
// for keys that are not there.
func TestTablesFindWhatTheyHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := drawKeys(t, 1, 300)
		var rows []coded
		for i, k := range keys {
			rows = append(rows, coded{key: k, class: []uint8{uint8(i), 255}, code: []int8{int8(i%127 + 1), -127}})
		}
		z, rest, ok := readRows(appendRows(nil, rows))
		if !ok || len(rest) > 0 {
			t.Fatalf("read back: %v, %d bytes left", ok, len(rest))
		}
		sums, want := make([]int32, maxClasses), make([]int32, maxClasses)
		for i, k := range keys[:min(len(keys), maxFeatures)] {
			c := int32(i%127 + 1)
			want[uint8(i)] += c * c
			want[255] -= 127 * 127
			if row := z.row(k); len(row) != 2 || row[0]>>8 != uint16(uint8(i)) {
				t.Fatalf("key %d gives the row %v", k, row)
			}
		}
		z.score(keys, sums)
		if !slices.Equal(sums, want) {
			t.Fatalf("sums %v, not %v", sums, want)
		}
		if k := rapid.Uint32().Draw(t, "other"); !slices.Contains(keys, k) {
			if z.score([]uint32{k}, sums); len(z.row(k)) > 0 || slices.ContainsFunc(sums, func(x int32) bool { return x != 0 }) {
				t.Fatalf("key %d is not there and found", k)
			}
		}
	})
}
