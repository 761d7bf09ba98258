package names

import (
	"unicode"
)

// A hash is FNV-1a over the parts of a feature.
const (
	offset uint32 = 2166136261
	prime  uint32 = 16777619
)

func mix(h uint32, s string) uint32 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * prime
	}
	return (h ^ 0xff) * prime
}

func mixByte(h uint32, b uint8) uint32 { return (h ^ uint32(b)) * prime }

// frame is a sentence while its names are read.
type frame struct {
	toks   []Token
	may    []bool
	shapes []string
	lo, hi []int // the run of candidates that each is in
}

func newFrame(toks []Token) *frame {
	n := len(toks)
	f := &frame{toks: toks, may: candidates(toks), shapes: make([]string, n), lo: make([]int, n), hi: make([]int, n)}
	for i := 0; i < n; i++ {
		if !f.may[i] {
			continue
		}
		f.shapes[i] = shape(toks[i].Text)
		f.lo[i] = i
		if i > 0 && f.may[i-1] {
			f.lo[i] = f.lo[i-1]
		}
	}
	for i := n - 1; i >= 0; i-- {
		f.hi[i] = i + 1
		if i+1 < n && f.may[i] && f.may[i+1] {
			f.hi[i] = f.hi[i+1]
		}
	}
	return f
}

// shape writes a word by its kinds of letters, runs as one: "Xx-Xx", "X.", "9".
func shape(w string) string {
	buf := make([]byte, 0, 8)
	for _, r := range w {
		c := byte('-')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLower(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '9'
		case r == '.':
			c = '.'
		}
		if n := len(buf); n < 8 && (n == 0 || buf[n-1] != c || c == 'X' && (n < 2 || buf[n-2] != 'X')) {
			buf = append(buf, c)
		}
	}
	return string(buf)
}

var outside = Token{Lower: "#", UPOS: "#", Rel: "#"}

func (f *frame) at(i int) *Token {
	if i < 0 || i >= len(f.toks) {
		return &outside
	}
	return &f.toks[i]
}

// features appends the hashed features of token i after the labels before it.
func (f *frame) features(out []uint32, i int, prev, prev2 Label) []uint32 {
	t, p, n := f.at(i), f.at(i-1), f.at(i+1)
	id := byte(0)
	add := func(parts ...string) {
		h := mixByte(offset, id)
		for _, s := range parts {
			h = mix(h, s)
		}
		out = append(out, h)
		id++
	}
	last, first := f.at(f.hi[i]-1), f.at(f.lo[i])
	add("")
	add(t.Lower)
	add(p.Lower)
	add(n.Lower)
	add(f.at(i - 2).Lower)
	add(f.at(i + 2).Lower)
	add(t.UPOS, p.UPOS)
	add(t.UPOS, n.UPOS)
	add(f.shapes[i])
	add(f.shapes[i], n.UPOS, p.UPOS)
	add(front(t.Lower, 3))
	add(back(t.Lower, 3))
	add(back(t.Lower, 2), f.shapes[i])
	add(p.Lower, t.Lower)
	add(t.Lower, n.Lower)
	add(last.Lower)
	add(first.Lower)
	add(last.Rel, last.Up)
	add(first.Rel, first.Up)
	add(last.Case)
	add(first.Case, f.place(i))
	add(f.at(f.lo[i]-1).Lower, f.place(i))
	add(f.at(f.hi[i]).Lower, f.place(i))
	add(f.at(f.hi[i]).Lower)
	add(f.at(f.lo[i]-1).Lower, f.at(f.lo[i]-2).Lower)
	add(f.at(f.hi[i]).Lower, f.at(f.hi[i]+1).Lower)
	add(f.at(f.lo[i] - 1).UPOS)
	add(f.place(i), t.UPOS)
	for bit := range 16 {
		for k, q := range [...]*Token{t, p, n, last, first, f.at(f.lo[i] - 1), f.at(f.hi[i])} {
			if q.Lists>>bit&1 == 1 {
				out = append(out, mixByte(mixByte(mixByte(offset, 100), byte(bit)), byte(k)))
				if k == 0 || k == 3 {
					out = append(out, mixByte(mixByte(mixByte(mixByte(offset, 104), byte(bit)), byte(k)), byte(prev)))
				}
			}
		}
	}
	h := mixByte(mixByte(offset, 101), byte(prev))
	out = append(out, h, mix(h, t.Lower), mixByte(mixByte(h, 1), byte(prev2)), mix(mixByte(h, 2), f.shapes[i]), mix(mixByte(h, 3), t.UPOS), mix(mixByte(h, 4), p.Lower))
	return out
}

// place says where in its run of capitals a token is and how long the run is.
func (f *frame) place(i int) string {
	n := min(f.hi[i]-f.lo[i], 4)
	k := min(i-f.lo[i], 2)
	return places[n][k]
}

var places = [5][3]string{{"", "", ""}, {"10", "11", "12"}, {"20", "21", "22"}, {"30", "31", "32"}, {"40", "41", "42"}}

func front(s string, n int) string { return s[:min(n, len(s))] }
func back(s string, n int) string  { return s[max(0, len(s)-n):] }
