package serve

import (
	"net/http"
	"net/netip"
	"sync"
	"time"
)

// A limiter lets each client do a thing so many times at once and then once in
// a while (a token bucket).
type limiter struct {
	burst int
	every time.Duration

	mu   sync.Mutex
	seen map[netip.Prefix]bucket
}

// A bucket is what a client has left.
type bucket struct {
	left float64
	at   time.Time
}

// maxClients bounds what a limiter remembers.
const maxClients = 4096

func newLimiter(burst int, every time.Duration) *limiter {
	return &limiter{burst: burst, every: every, seen: make(map[netip.Prefix]bucket)}
}

// take reports whether the client of a request may go on, and counts it.
func (l *limiter) take(r *http.Request, now time.Time) bool {
	who := client(r)
	l.mu.Lock()
	defer l.mu.Unlock()
	b, ok := l.seen[who]
	if !ok {
		if len(l.seen) >= maxClients {
			l.forget(now)
		}
		b.left = float64(l.burst)
	}
	if since := now.Sub(b.at); ok && since > 0 {
		b.left = min(float64(l.burst), b.left+float64(since)/float64(l.every))
	}
	b.at = now
	may := b.left >= 1
	if may {
		b.left--
	}
	l.seen[who] = b
	return may
}

// forget drops the clients that have all of theirs back, and where that is none
// all of them.
func (l *limiter) forget(now time.Time) {
	for who, b := range l.seen {
		if now.Sub(b.at) > time.Duration(l.burst)*l.every {
			delete(l.seen, who)
		}
	}
	if len(l.seen) >= maxClients {
		clear(l.seen)
	}
}

// giveBack undoes a take.
func (l *limiter) giveBack(r *http.Request) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if b, ok := l.seen[client(r)]; ok {
		b.left++
		l.seen[client(r)] = b
	}
}

// client is who asks: an address, or of IPv6 the network of 64 bits, for one
// machine has all of them.
func client(r *http.Request) netip.Prefix {
	a, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Prefix{}
	}
	bits := 32
	if a.Addr().Unmap().Is6() {
		bits = 64
	}
	p, err := a.Addr().Unmap().Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return p
}
