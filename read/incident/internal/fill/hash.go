package fill

// Hashes of features. A feature is known only by its hash: no word of a
// training text is in the model.
type hash uint32

const (
	seed  hash = 2166136261
	prime hash = 16777619
)

// add continues a hash with one more part of a feature.
func (h hash) add(parts ...string) hash {
	for _, p := range parts {
		for i := 0; i < len(p); i++ {
			h = (h ^ hash(p[i])) * prime
		}
		h = (h ^ 0xff) * prime
	}
	return h
}

// num continues a hash with a small number.
func (h hash) num(n int) hash {
	h = (h ^ hash(n&0xff)) * prime
	return (h ^ 0xfe) * prime
}

// mix spreads the bits, so that the low ones may index a table.
func (h hash) mix() hash {
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}

// A bag is the features of one thing to be judged.
type bag []hash

func (b *bag) add(parts ...string)    { *b = append(*b, seed.add(parts...).mix()) }
func (b *bag) num(name string, n int) { *b = append(*b, seed.add(name).num(n).mix()) }
