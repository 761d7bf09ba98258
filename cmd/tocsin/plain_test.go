package main

import (
	"bytes"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// TestATerminalIsSafe shows what comes out for what could do harm.
func TestATerminalIsSafe(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"words", "Keïta, 中国, العربية\t1\n", "Keïta, 中国, العربية\t1\n"},
		{"colours", "\x1b[31mred\x1b[0m", "[U+001B][31mred[U+001B][0m"},
		{"the title of the window", "\x1b]0;pwned\a", "[U+001B]]0;pwned[U+0007]"},
		{"the 8-bit form of the same", "\u009b2J", "[U+009B]2J"},
		{"bytes that are no text", "\x9b2J\xff", "\ufffd2J\ufffd"},
		{"an overwritten line", "safe\rrm -rf", "safe[U+000D]rm -rf"},
		{"backspaces", "a\b\b\x7f", "a[U+0008][U+0008][U+007F]"},
		{"another direction", "\u202egpj.exe", "[U+202E]gpj.exe"},
		{"isolates and marks", "\u2066a\u2069\u200f", "[U+2066]a[U+2069][U+200F]"},
		{"unseen", "a\u200bb\ufeff\U000e0041", "a[U+200B]b[U+FEFF][U+E0041]"},
		{"line ends of Unicode", "a\u2028b", "a[U+2028]b"},
		{"NUL", "a\x00b", "a[U+0000]b"},
		{"joiners of Persian", "می\u200cخواهم", "می\u200cخواهم"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var whole, parts bytes.Buffer
			if n, err := (&plain{w: &whole}).Write([]byte(c.in)); err != nil || n != len(c.in) {
				t.Fatalf("%d of %d, %v", n, len(c.in), err)
			}
			p := &plain{w: &parts}
			for i := range len(c.in) { // as it may come, byte by byte
				if _, err := p.Write([]byte{c.in[i]}); err != nil {
					t.Fatal(err)
				}
			}
			if whole.String() != c.want || parts.String() != c.want {
				t.Errorf("at once %q, byte by byte %q, want %q", whole.String(), parts.String(), c.want)
			}
		})
	}
}

// TestNothingCommandsATerminal: whatever bytes come, what goes out is text.
func TestNothingCommandsATerminal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b bytes.Buffer
		p := &plain{w: &b}
		for _, part := range rapid.SliceOfN(rapid.SliceOfN(rapid.Byte(), 0, 40), 1, 4).Draw(t, "parts") {
			if n, err := p.Write(part); err != nil || n != len(part) {
				t.Fatalf("%d of %d, %v", n, len(part), err)
			}
		}
		if !utf8.Valid(b.Bytes()) {
			t.Fatalf("%q is no text", b.Bytes())
		}
		for _, r := range b.String() {
			if unicode.Is(unicode.Cc, r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) {
				t.Fatalf("%q holds %U", b.String(), r)
			}
		}
	})
}
