package gazetteer

import (
	"errors"
	"io"
)

// A packed file that unpacks to more than bombBytes and more than bombRatio times
// what was read of it is made to fill memory. A GeoNames dump packs to a quarter.
const (
	bombBytes = 64 << 20
	bombRatio = 300
)

// errBomb is what reading such a file ends in.
var errBomb = errors.New("the file unpacks to more than 300 times its size (a gzip bomb)")

// metered counts the bytes that are read of a packed file.
type metered struct {
	r io.Reader
	n int64
}

func (m *metered) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	m.n += int64(n)
	return n, err
}

// bounded gives what a packed file unpacks to, up to the bounds.
type bounded struct {
	r   io.Reader
	in  *metered
	out int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if b.out += int64(n); b.out > bombBytes && b.out/bombRatio > b.in.n {
		return 0, errBomb
	}
	return n, err
}
