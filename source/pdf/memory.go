package pdf

import "github.com/tetratelabs/wazero/experimental"

// The memory of one machine: what nearly all files need is had at once, and the
// most there is when that is not enough. So it is copied once at most; grown
// little by little, as it would be, it would be copied and left lying many times.
const (
	usualMemory = 48 << 20
	mostMemory  = maxMemoryPages << 16
)

// memory is the memory of one machine, in bytes.
type memory struct{ buf []byte }

func newMemory(_, _ uint64) experimental.LinearMemory { return &memory{} }

// Reallocate makes it larger, and nil where that is more than a machine may have.
func (m *memory) Reallocate(size uint64) []byte {
	if size > mostMemory {
		return nil
	}
	if size > uint64(cap(m.buf)) {
		room := usualMemory
		if size > usualMemory {
			room = mostMemory
		}
		larger := make([]byte, len(m.buf), room)
		copy(larger, m.buf)
		m.buf = larger
	}
	m.buf = m.buf[:size]
	return m.buf
}

// Free gives it back.
func (m *memory) Free() { m.buf = nil }
