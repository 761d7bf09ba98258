package text

import "slices"

// repair mends what the parser is known to get wrong in reports. Every rule
// looks at words, tags and arcs near one another and leaves a tree:
//
//	titles       "president Ali Omar", "Colonel Diaw": one phrase, the name its head
//	names        a run of capitalised words with no mark between is one name
//	ages         "25-year-old", "four-day": one modifier of the noun that follows
//	relatives    ", who ..." modifies the noun before the comma
//	complements  "some suggest the man ... would seek": what is suggested hangs from it
//	subjects     no preposition before them; the second of two is the object of the verb before it
//	content      "reports that he intends ...", "accused him of torturing prisoners"
//	dates        "killed in Gao on Tuesday": the day is the killing's, not the town's
//	possessors   "Mali's prime minister": the owner hangs from what it owns
//	subordinates "although talks failed, the removal could ...": the second clause is the main one
//	gaps         "150 were killed and 5,000 displaced": the number suffers the second verb
//	coordination "reports that he intends ..., but is not attempting": a verb is coordinated with one it agrees with
//
// Names come first, so that they are whole before clauses are mended.
func repair(s *Sentence) {
	if len(s.Tokens) < 2 {
		return
	}
	s.fixAges()
	s.fixTitles()
	s.fixNames()
	s.ensureTree()
	s.fixCompounds()
	s.fixLooseModifiers()
	s.fixPossessives()
	s.fixSubjects()
	s.fixSharedSubjects()
	s.fixPrepositionSubject()
	s.fixParticles()
	s.fixCopula()
	s.fixReflexive()
	s.ensureTree()
	s.fixRoot()
	s.fixOpening()
	s.fixCoordinatedSubject()
	s.fixVerblessSubject()
	s.fixClaimed()
	s.fixReported()
	s.fixConjunctSubject()
	s.fixFiniteComplement()
	s.fixSubordinate()
	s.fixMainClause()
	s.fixCoordinatedSubordinate()
	s.fixBefore()
	s.fixClauseSubject()
	s.fixHelp()
	s.fixWanted()
	s.ensureTree()
	s.fixLaterObject()
	s.fixWhom()
	s.fixWhose()
	s.fixBeforeBeing()
	s.fixFrontedDay()
	s.fixFighting()
	s.fixUntil()
	s.fixTrailingSaid()
	s.fixInvertedSaid()
	s.fixBothSides()
	s.fixRelativeObject()
	s.fixGaps()
	s.fixConjuncts()
	s.fixRelatives()
	s.fixComplements()
	s.fixSaying()
	s.fixListed()
	s.fixThat()
	s.fixContent()
	s.fixBlame()
	s.fixCalled()
	s.fixDates()
	s.fixFinite()
	s.fixInnerConjunct()
	s.ensureTree()
}

// ensureTree leaves one root and no circle, whatever the rules did.
func (s *Sentence) ensureTree() {
	state := make([]uint8, len(s.Tokens)) // 1 on the way up, 2 known to reach a root
	root := -1
	for i := range s.Tokens {
		j := i
		for j >= 0 && state[j] == 0 {
			state[j] = 1
			j = s.Tokens[j].Head
		}
		if j >= 0 && state[j] == 1 { // a circle: its last token found is cut loose
			s.Tokens[j].Head = -1
		}
		for j = i; j >= 0 && state[j] == 1; j = s.Tokens[j].Head {
			state[j] = 2
		}
	}
	for i := range s.Tokens {
		if s.Tokens[i].Head < 0 && (root < 0 || s.Tokens[i].Rel == "root" && s.Tokens[root].Rel != "root") {
			root = i
		}
	}
	for i := range s.Tokens {
		switch t := &s.Tokens[i]; {
		case i == root:
			t.Rel = "root"
		case t.Head < 0:
			t.Head, t.Rel = root, "parataxis"
		}
	}
}

// move hangs token i from head by rel, unless that would close a circle. It
// reports whether it did.
func (s *Sentence) move(i, head int, rel string) bool {
	if i == head || i < 0 || head < 0 || s.IsUnder(head, i) {
		return false
	}
	s.Tokens[i].Head, s.Tokens[i].Rel = head, rel
	return true
}

// replace gives token up the place in the tree that token down has, and hangs
// down from up by rel.
func (s *Sentence) replace(down, up int, rel string) {
	head, was := s.Tokens[down].Head, s.Tokens[down].Rel
	s.Tokens[up].Head, s.Tokens[up].Rel = head, was
	s.Tokens[down].Head, s.Tokens[down].Rel = up, rel
}

// isName reports whether token i is a capitalised proper noun and no date.
func (s *Sentence) isName(i int) bool {
	if i < 0 || i >= len(s.Tokens) {
		return false
	}
	t := &s.Tokens[i]
	return t.UPOS == "PROPN" && isCapital(t.Text) && !months[t.Lower] && !weekdays[t.Lower]
}

// nameEnd returns the end of the run of names that begins at i; hyphens and
// lower-case particles between names are inside.
func (s *Sentence) nameEnd(i int) int {
	end := i
	for j := i; j < len(s.Tokens); {
		switch {
		case s.isName(j):
			end = j + 1
			j++
		case j > i && j == end && (isHyphen(s.Tokens[j].Text) || particles[s.Tokens[j].Lower]) && s.isName(j+1):
			j++
		default:
			return end
		}
	}
	return end
}

var particles = words(`al el bin ibn ben ould ag van von der de da dos du ul`)

// fixTitles makes a role and the name after it one phrase with the name as
// head, as English EWT has it.
func (s *Sentence) fixTitles() {
	for i := 0; i+1 < len(s.Tokens); i++ {
		if !s.isTitle(i) || !s.isName(i+1) && !(particles[s.Tokens[i+1].Lower] && s.isName(i+2)) {
			continue
		}
		name, end := i+1, s.nameEnd(i+1)
		for name < end-1 && s.isTitle(name) && s.isName(name+1) {
			name++ // Prime Minister, Vice President: the last title word before the name
		}
		if name != i+1 || end <= name {
			continue
		}
		s.joinTitle(i, name, end)
		s.joinBody(i, name)
	}
}

// isTitle reports whether token i is a role that a name may follow.
func (s *Sentence) isTitle(i int) bool {
	t := &s.Tokens[i]
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.UPOS != "ADJ" || t.XPOS == "NNS" || t.XPOS == "NNPS" {
		return false
	}
	return roles[t.Lower]
}

var roles = words(`president premier chancellor minister secretary general gen. col. lt. capt. maj. sgt. cpl. adm. colonel captain major lieutenant
	sergeant corporal admiral brigadier marshal commander commandant chief leader head spokesman spokeswoman spokesperson preacher cleric imam
	sheikh sheik shaikh sultan emir king queen prince princess pope bishop archbishop father rabbi mullah ayatollah judge justice prosecutor attorney
	senator governor mayor deputy ambassador envoy mediator diplomat director chairman chairwoman chair analyst journalist reporter activist
	dissident economist professor prof. dr. dr doctor mr. mrs. ms. mr mrs ms sir lord lady dame officer militant fighter founder co-founder
	warlord strongman dictator lawmaker legislator politician candidate businessman banker lawyer author writer novelist singer actor striker coach
	rebel jihadist opponent rival successor predecessor brother sister son daughter wife husband uncle cousin nephew
	gov. sen. rep. rev. hon. st. lt.-gen. ex-president ex-minister ex-premier ex-general ex-colonel`)

// joinTitle hangs the role at i from the name [name,end).
func (s *Sentence) joinTitle(i, name, end int) {
	inside := func(h int) bool { return h >= i && h < end }
	top := -1 // the token whose place in the sentence the phrase takes
	for j := i; j < end; j++ {
		if inside(s.Tokens[j].Head) {
			continue
		}
		if top < 0 || weakPlace(&s.Tokens[top]) && !weakPlace(&s.Tokens[j]) {
			top = j
		}
	}
	if top < 0 || s.Tokens[top].Head >= 0 && s.IsUnder(s.Tokens[top].Head, name) && s.Tokens[top].Head != name && top != name && !inside(s.Tokens[top].Head) {
		return
	}
	head, rel := s.Tokens[top].Head, s.Tokens[top].Rel
	for j := i; j < end; j++ {
		if j != name {
			s.Tokens[j].Head, s.Tokens[j].Rel = name, "flat"
			if s.Tokens[j].UPOS == "PUNCT" {
				s.Tokens[j].Rel = "punct"
			}
		}
	}
	s.Tokens[i].Rel = "nmod:desc"
	s.Tokens[name].Head, s.Tokens[name].Rel = head, rel
	for j := range s.Tokens { // what hung from the title or the rest of the name now hangs from its head
		t := &s.Tokens[j]
		if inside(j) || !inside(t.Head) || t.Head == name {
			continue
		}
		if t.Head == i && j < i && t.Is("amod", "compound") && s.Child(j, "case") < 0 {
			continue // prime minister, coup leader
		}
		t.Head = name
	}
	s.breakCircle(name)
}

// weakPlace reports whether a relation is one that the parser gives to the
// wrong half of a divided name.
func weakPlace(t *Token) bool {
	return t.Is("compound", "flat", "appos", "nmod:desc", "amod", "parataxis", "dep", "list", "nmod:unmarked", "obl:unmarked", "iobj", "vocative", "discourse")
}

// breakCircle makes sure that a tree is left when token i was given a new head:
// where i is now below itself, it becomes the root's place of that circle.
func (s *Sentence) breakCircle(i int) {
	seen := 0
	for j := s.Tokens[i].Head; j >= 0; j = s.Tokens[j].Head {
		if j == i || seen > len(s.Tokens) {
			if r := s.Root(); r >= 0 && r != i {
				s.Tokens[i].Head, s.Tokens[i].Rel = r, "dep"
				return
			}
			s.Tokens[i].Head, s.Tokens[i].Rel = -1, "root"
			return
		}
		seen++
	}
}

// fixNames makes adjacent names with separate heads one name.
func (s *Sentence) fixNames() {
	for i := 0; i+1 < len(s.Tokens); i++ {
		j := i + 1
		if !s.isName(i) && !(i > 0 && s.Tokens[i].UPOS == "NOUN" && isCapital(s.Tokens[i].Text) && !isOpener(s.Tokens[i-1].Text) && s.Kind == "") || !s.isName(j) {
			continue
		}
		a, b := &s.Tokens[i], &s.Tokens[j]
		top := i
		for s.Tokens[top].Is("flat", "compound") && s.Tokens[top].Head >= 0 && s.Tokens[top].Head < j && s.isName(s.Tokens[top].Head) {
			top = s.Tokens[top].Head
		}
		if s.IsUnder(i, j) || s.IsUnder(j, top) || a.Is("nmod:poss") && s.Child(i, "case") > 0 {
			continue
		}
		if weakPlace(&s.Tokens[top]) && !weakPlace(b) && b.Head >= 0 && !s.IsUnder(b.Head, top) {
			s.move(top, j, "compound")
			continue
		}
		if b.Head >= 0 || s.Root() != j {
			s.move(j, top, "flat")
		}
	}
}

// fixAges joins "25 - year - old" and "face - to - face" to one modifier that
// hangs from the noun.
func (s *Sentence) fixAges() {
	for i := 0; i+2 < len(s.Tokens); i++ {
		doubled := i+5 < len(s.Tokens) && isHyphen(s.Tokens[i+1].Text) && s.Tokens[i+2].Lower == "to" && s.Tokens[i+4].Lower == s.Tokens[i].Lower
		if !doubled && (s.Tokens[i].UPOS != "NUM" || !isHyphen(s.Tokens[i+1].Text) || !ageUnits[s.Tokens[i+2].Lower]) {
			continue
		}
		last := i + 2
		if doubled {
			last = i + 4 // military-to-military contacts
		} else if i+4 < len(s.Tokens) && isHyphen(s.Tokens[i+3].Text) && slices.Contains([]string{"old", "long", "wide", "high", "deep"}, s.Tokens[i+4].Lower) {
			last = i + 4
		}
		noun := -1
		for j := last + 1; j < len(s.Tokens) && j <= last+6; j++ {
			if u := s.Tokens[j].UPOS; u == "NOUN" || u == "PROPN" {
				noun = j
				if j+1 >= len(s.Tokens) || s.Tokens[j+1].UPOS != "NOUN" && s.Tokens[j+1].UPOS != "PROPN" {
					break
				}
			} else if u != "ADJ" && !isHyphen(s.Tokens[j].Text) {
				break
			}
		}
		if noun < 0 {
			continue
		}
		s.hangAge(i, last, noun)
		i = last
	}
}

var ageUnits = words(`year month week day hour minute mile km kilometer kilometre meter metre foot point member man seat nation page person`)

// outside returns the first head above j that is not in [lo,hi], and the
// relation that leads there.
func (s *Sentence) outside(j, lo, hi int) (head int, rel string) {
	for n := 0; ; n++ {
		head, rel = s.Tokens[j].Head, s.Tokens[j].Rel
		if head < lo || head > hi || n > hi-lo {
			return head, rel
		}
		j = head
	}
}

// hangAge makes [i,last] one modifier of noun.
func (s *Sentence) hangAge(i, last, noun int) {
	for j := i; j <= last; j++ { // nothing else may hang from the pieces
		for _, k := range s.Children(j) {
			if k < i || k > last {
				if k == noun {
					head, rel := s.outside(j, i, last)
					s.Tokens[noun].Head, s.Tokens[noun].Rel = head, rel
				} else {
					s.move(k, noun, s.Tokens[k].Rel)
				}
			}
		}
	}
	for j := i; j < last; j++ {
		rel := "punct"
		switch s.Tokens[j].UPOS {
		case "NUM":
			rel = "nummod"
		case "NOUN", "ADJ":
			rel = "obl:unmarked"
		case "ADP", "PART":
			rel = "case"
		}
		s.Tokens[j].Head, s.Tokens[j].Rel = last, rel
	}
	s.Tokens[last].Head, s.Tokens[last].Rel = noun, "amod"
	if last == i+2 {
		s.Tokens[last].Rel = "compound"
	}
}
