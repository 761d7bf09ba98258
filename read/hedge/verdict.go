package hedge

// A verdict is what the author, or somebody whom he quotes, makes of a report.
type verdict int

const (
	none    verdict = iota
	open            // "reports that P have not been confirmed"
	refuted         // "reports that P have proved false", "denied reports that P"
)

// judged lets the verdict on a report work on what was reported, where the tree
// is torn too.
func (r *reader) judged(i int, s state) state {
	switch r.verdictOn(i) {
	case open:
		s.pol, s.deg, s.reported = 0, 0, true
	case refuted:
		s.pol, s.deg, s.reported = -1, 3, true
	}
	return s
}

// verdictOn returns the verdict on the report whose "that" opens the clause of the
// verb at i.
func (r *reader) verdictOn(i int) verdict {
	c := r.Clause(i)
	if c == nil {
		return none
	}
	that := -1
	for k := i - 1; k >= 0 && k > i-20; k-- {
		if t := r.Tok(k); t.Lower == "that" && t.UPOS != "DET" {
			that = k
			break
		}
	}
	n := r.claimBefore(that)
	if n < 0 || c.Kind == "relcl" && r.Head(i) != that && r.Head(i) != n {
		return none
	}
	for k := n - 1; k >= 0 && k > n-5; k-- {
		t := r.Tok(k)
		if denials[t.Lemma] && t.UPOS == "VERB" {
			if r.Tok(k-1).Lower == "not" || r.Tok(k-1).Lower == "n't" {
				return none
			}
			return refuted
		}
		if !(t.UPOS == "NOUN" && r.Head(k) == n) && t.UPOS != "DET" && t.UPOS != "ADJ" && t.UPOS != "NUM" && t.UPOS != "PRON" && t.UPOS != "ADV" {
			break
		}
	}
	if n > 3 && !r.Tok(n).Is("nsubj") {
		return none
	}
	return r.passed(i)
}

// denials are the verbs whose subject denies the report that is their object.
var denials = map[string]bool{"deny": true, "reject": true, "dismiss": true, "refute": true, "rebut": true, "dispute": true,
	"contradict": true, "disavow": true}

// claimBefore returns the noun of saying that the "that" at token that belongs
// to, or -1. A participle or an aside between commas may stand between the two.
func (r *reader) claimBefore(that int) int {
	aside := false
	for k := that - 1; k >= 0 && k > that-16; k-- {
		t := r.Tok(k)
		switch {
		case t.Text == "," && (k == that-1 || aside):
			aside = !aside
		case t.UPOS == "PUNCT" || !aside && k > 0 && (r.Finite(k) && !r.named(k) || t.UPOS == "SCONJ"):
			return -1
		case (t.UPOS == "NOUN" || k == 0) && !aside:
			if sig, ok := r.lex.signs["noun"][t.Lemma]; ok && sig.so == "r" {
				return k
			}
		}
	}
	return -1
}

// passed finds the verdict behind the verb at i in the rest of the sentence.
func (r *reader) passed(i int) verdict {
	for k := i + 1; k < len(r.Tokens) && r.Tok(k).Text != ";"; k++ {
		switch r.Tok(k).Lower {
		case "unconfirmed", "unverified", "unsubstantiated", "uncorroborated", "unproven":
			if r.verbBefore(k) {
				return open
			}
		case "confirmed", "verified", "corroborated", "substantiated", "proven", "confirm", "verify":
			for n := k - 1; n > i && n > k-5; n-- {
				switch w := r.Tok(n).Lower; w {
				case "not", "n't", "n’t", "never", "cannot", "yet":
					return open
				}
			}
		case "false", "untrue", "baseless", "unfounded", "fake", "wrong", "fabricated", "groundless", "incorrect", "inaccurate", "exaggerated":
			if r.verbBefore(k) {
				return refuted
			}
		}
	}
	return none
}

// verbBefore reports whether "be", "prove", "remain" or "turn out" stands before
// token k, adverbs passed over.
func (r *reader) verbBefore(k int) bool {
	for n := 0; n < 3; n++ {
		k--
		switch t := r.Tok(k); t.Lemma {
		case "be", "prove", "remain", "out", "find", "go":
			return true
		default:
			if t.UPOS != "ADV" && t.UPOS != "PART" {
				return false
			}
		}
	}
	return false
}
