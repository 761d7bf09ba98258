package syntax

// A hash gives every key of a fixed set a slot of its own, and any other key a
// slot of somebody else's: hash and displace (Pagh 1999; Belazzougui, Botelho
// and Dietzfelbinger 2009). Keys whose first bits are the same are a group, and
// each group has a number, found by trying, that moves all its keys to free slots.
type hash struct {
	moves []uint8
	group uint8 // shift that leaves a key's group
	down  uint8 // shift that leaves its slot
}

const (
	maxMove = 256
	minBits = 10 // of the number of slots
	spare   = 3  // times that the slots may be doubled where groups do not fit
)

func (h *hash) slot(key uint32) uint32 {
	return (key ^ uint32(h.moves[key>>(h.group&31)])*0x9E3779B1) * 0x85EBCA6B >> (h.down & 31)
}

func (h *hash) size() int { return 1 << (32 - h.down) }

// newHash makes the hash of keys, which rise and are spread evenly. It fails
// where two are equal. At most three slots of four are taken, and a group has at
// most four keys on average.
func newHash(keys []uint32) (hash, bool) {
	for i := 1; i < len(keys); i++ {
		if keys[i] <= keys[i-1] {
			return hash{}, false
		}
	}
	bits, groups := minBits, 1
	for 3<<bits < 4*len(keys) {
		bits++
	}
	for 4<<groups < len(keys) {
		groups++
	}
	for last := min(bits+spare, 31); bits <= last; bits++ {
		h := hash{moves: make([]uint8, 1<<groups), group: uint8(32 - groups), down: uint8(32 - bits)}
		if h.place(keys) {
			return h, true
		}
	}
	return hash{}, false
}

// place finds the number of every group, the large groups first.
func (h *hash) place(keys []uint32) bool {
	from := make([]uint32, len(h.moves)+1) // where each group begins
	for _, k := range keys {
		from[k>>(h.group&31)+1]++
	}
	var bySize [maxMove + 1][]uint32
	for g := range h.moves {
		n := from[g+1]
		from[g+1] += from[g]
		if n >= maxMove {
			return false
		}
		if n > 0 {
			bySize[n] = append(bySize[n], uint32(g))
		}
	}
	taken := make([]uint64, max(1, h.size()/64))
	for n := maxMove - 1; n > 0; n-- {
		for _, g := range bySize[n] {
			if !h.move(keys[from[g]:from[g+1]], g, taken) {
				return false
			}
		}
	}
	return true
}

// move finds the number that moves the keys of one group to free slots, and
// takes these.
func (h *hash) move(keys []uint32, g uint32, taken []uint64) bool {
	for m := range maxMove {
		h.moves[g] = uint8(m)
		n := 0
		for ; n < len(keys); n++ {
			s := h.slot(keys[n])
			if taken[s/64]>>(s%64)&1 != 0 {
				break
			}
			taken[s/64] |= 1 << (s % 64)
		}
		if n == len(keys) {
			return true
		}
		for _, k := range keys[:n] {
			s := h.slot(k)
			taken[s/64] &^= 1 << (s % 64)
		}
	}
	return false
}
