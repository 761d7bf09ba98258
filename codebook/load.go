package codebook

import (
	"fmt"
	"slices"
	"strings"

	"tocsin"
)

var roleNames = []string{"actor", "recipient", "both", "place", "to", "from", "content", "effect", "cause"}

// listNames are the rules that are a mere list of words.
var listNames = []string{"light", "ahead", "wrong", "standing", "unreal", "foil", "soldiery", "armed"}

var governNames = []string{"begins", "continues", "stops", "attempts", "fails", "succeeds", "agrees", "does", "seeks", "refuses", "offers", "expects"}

// Load reads a codebook from the text of its two files. The names are for the
// positions of errors; the first bad line ends the reading.
func Load(actsName, acts, framesName, frames string) (*Book, error) {
	b := &Book{acts: map[string]Act{}, verbs: map[string][]Rule{}, nouns: map[string][]Rule{},
		roles: map[string][]Rule{}, govern: map[string]string{},
		governNoun: map[string]string{}, words: map[string]map[string]bool{}}
	if err := eachLine(actsName, acts, b.addAct); err != nil {
		return nil, err
	}
	if err := eachLine(framesName, frames, b.addRule); err != nil {
		return nil, err
	}
	for _, table := range []map[string][]Rule{b.verbs, b.nouns, b.roles} {
		for _, rules := range table {
			slices.SortStableFunc(rules, func(x, y Rule) int { return y.weight() - x.weight() })
		}
	}
	return b, nil
}

// weight orders rules of one word: the more a rule asks for, the earlier.
func (r Rule) weight() int {
	w := len(r.Need) + 2*len(r.NeedDoer) + len(r.Forbid)
	if r.Particle != "" {
		w += 10
	}
	if r.Prep != "" {
		w += 20
	}
	return w
}

func eachLine(name, text string, add func(n int, line string) error) error {
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := add(n, line); err != nil {
			return &tocsin.Error{Code: tocsin.Invalid, Op: "read codebook",
				Pos: tocsin.Pos{File: name, Line: n}, Err: err, Hint: "the head of the file describes its form"}
		}
	}
	return nil
}

func (b *Book) addAct(_ int, line string) error {
	f := strings.Split(line, "|")
	if len(f) != 5 {
		return fmt.Errorf("%d fields where 5 are needed: name | category | mode | directed or mutual | gloss", len(f))
	}
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	if f[3] != "directed" && f[3] != "mutual" {
		return fmt.Errorf("%q is neither directed nor mutual", f[3])
	}
	if _, ok := b.acts[f[0]]; ok || f[0] == "" {
		return fmt.Errorf("act %q is there already or empty", f[0])
	}
	b.acts[f[0]] = Act{Name: f[0], Plover: f[1], Mode: f[2], Mutual: f[3] == "mutual", Gloss: f[4]}
	return nil
}

func (b *Book) addRule(n int, line string) error {
	kind, rest, _ := strings.Cut(line, " ")
	if slices.Contains(listNames, kind) {
		if b.words[kind] == nil {
			b.words[kind] = map[string]bool{}
		}
		for _, w := range strings.Fields(rest) {
			b.words[kind][w] = true
		}
		return nil
	}
	left, right, ok := strings.Cut(rest, "->")
	if !ok {
		return fmt.Errorf("no -> in %q", line)
	}
	words := strings.Fields(left)
	switch kind {
	case "govern":
		return addGovern(b.govern, words, strings.TrimSpace(right))
	case "governnoun":
		return addGovern(b.governNoun, words, strings.TrimSpace(right))
	}
	table, ok := map[string]map[string][]Rule{"verb": b.verbs, "noun": b.nouns, "role": b.roles}[kind]
	if !ok {
		return fmt.Errorf("%q is not one of verb, noun, role, govern, governnoun, %s", kind, strings.Join(listNames, ", "))
	}
	rule, err := b.parseRight(right)
	if err != nil {
		return err
	}
	rule.Line = n
	for _, w := range words {
		r := rule
		if err := r.parseWord(w); err != nil {
			return err
		}
		table[r.Word] = append(table[r.Word], r)
	}
	return nil
}

func addGovern(table map[string]string, words []string, what string) error {
	if !slices.Contains(governNames, what) {
		return fmt.Errorf("%q is not one of %s", what, strings.Join(governNames, ", "))
	}
	for _, w := range words {
		table[w] = what
	}
	return nil
}

// parseWord takes "carry_out", "take/to:street,road" and "hold/obj:talk" apart.
func (r *Rule) parseWord(w string) error {
	word, turn, ok := strings.Cut(w, "/")
	if ok {
		prep, heads, _ := strings.Cut(turn, ":")
		r.Prep = prep
		if heads != "" {
			r.Heads = strings.Split(heads, ",")
		}
		if prep == "" || (prep == "obj" && len(r.Heads) == 0) {
			return fmt.Errorf("%q needs a preposition, or obj and nouns, after the stroke", w)
		}
	}
	r.Word, r.Particle, _ = strings.Cut(word, "_")
	if r.Word == "" {
		return fmt.Errorf("%q has no word", w)
	}
	return nil
}

// parseRight reads "FRAME ; SLOT=ROLE ... +SLOT -SLOT ~SLOT".
func (b *Book) parseRight(right string) (Rule, error) {
	var r Rule
	frame, slots, _ := strings.Cut(right, ";")
	frame = strings.TrimSpace(frame)
	switch {
	case frame == "cause":
		r.Frame.Kind = tocsin.KindCause
	case strings.HasPrefix(frame, "aim "):
		r.Frame = Frame{Kind: tocsin.KindAim, Rel: strings.TrimSpace(frame[4:])}
		if !slices.Contains(tocsin.Aims, r.Frame.Rel) {
			return r, fmt.Errorf("%q is no aim; aims are %s", r.Frame.Rel, strings.Join(tocsin.Aims, ", "))
		}
	case strings.HasPrefix(frame, "tie "):
		r.Frame = Frame{Kind: tocsin.KindTie, Rel: strings.TrimSpace(frame[4:])}
		if !slices.Contains(tocsin.Ties, r.Frame.Rel) {
			return r, fmt.Errorf("%q is no tie; ties are %s", r.Frame.Rel, strings.Join(tocsin.Ties, ", "))
		}
	default:
		act, mode, _ := strings.Cut(frame, "/")
		a, ok := b.acts[act]
		if !ok {
			return r, fmt.Errorf("act %q is not in acts.txt", act)
		}
		if mode == "" {
			mode = a.Mode
		}
		r.Frame = Frame{Kind: tocsin.KindEvent, Act: act, Mode: mode}
	}
	for _, f := range strings.Fields(slots) {
		if err := r.addSlot(f); err != nil {
			return r, err
		}
	}
	return r, nil
}

func (r *Rule) addSlot(f string) error {
	switch f[0] {
	case '+':
		// A verb's slot, or "when" for a noun that needs a time of its own.
		r.Need = append(r.Need, f[1:])
		return nil
	case '-':
		r.Forbid = append(r.Forbid, f[1:])
		return nil
	case '~':
		r.NeedDoer = append(r.NeedDoer, f[1:])
		return nil
	}
	name, role, ok := strings.Cut(f, "=")
	if !ok || !slices.Contains(roleNames, role) {
		return fmt.Errorf("%q is not SLOT=ROLE with a role of %s", f, strings.Join(roleNames, ", "))
	}
	r.Slots = append(r.Slots, Slot{name, role})
	return nil
}
