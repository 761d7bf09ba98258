package check

import (
	"maps"
	"slices"
	"strings"

	"tocsin"
	"tocsin/actor"
	"tocsin/watch"
)

// A party is one actor of a claim as rows of the event data.
type party struct {
	name         string
	sides        []string
	notes        string
	predecessors []actor.Selection
	attacker     bool // a named group, so that one-sided and state-based rows mean different things
}

// genericWords name no one actor; they mean every armed group of the data.
var genericWords = []string{"militant", "insurgent", "rebel", "gunmen", "armed group", "armed men", "terrorist", "extremist",
	"fighter", "armed groups", "non-state", "guerrilla", "attacker", "militia", "bandit", "separatist"}

// jihadistWords narrow them to the sides of jihadistSides.
var jihadistWords = []string{"jihad", "islamist", "salafi", "islamic extremist", "islamic militant"}

// jihadistSides are UCDP side names of groups that fight for a Salafi-jihadist
// order, by general knowledge; the verdict says so.
var jihadistSides = []string{"IS", "JNIM", "AQIM", "Ansar Dine", "MUJAO", "Al-Murabitun", "Signed-in-Blood Battalion", "Ansaroul Islam", "Al-Shabaab",
	"Jama'atu Ahlis Sunna Lidda'awati wal-Jihad", "Ansaru", "TTP", "AQAP", "al-Qaida", "HTS", "Jabhat Fateh al-Sham", "Jabhat al-Nusra", "ASG",
	"Taleban", "Forces of the Caucasus Emirate", "GIA", "al-Gama'a al-Islamiyya", "Lashkar-e-Taiba", "Jemaah Islamiya", "FLM", "Macina Liberation Front", "Ansar al-Sharia",
	"Ansar al-Sunnah", "Ansar Bayt al-Maqdis", "IMU", "Lashkar-e-Islam", "Jamaat-ul-Ahrar", "Hizbul Islam", "ARS/UIC", "Ansar al-Islam", "al-Itahad al-Islami", "Jaish-e-Mohammed", "Laskar Jihad"}

// governmentWords mean the state of the claim's country.
var governmentWords = []string{"government", "army", "armed forces", "security forces", "military", "soldiers", "troops", "police", "state forces"}

// stateWords are those of them that a name of the state's own forces may write large.
var stateWords = []string{"government", "army", "armed", "forces", "security", "military", "soldiers", "troops", "police", "state", "national", "federal", "defence", "defense", "air", "guard"}

// parties resolves the actors of a claim, joined by "; ". unknown lists those
// that no row of the data is known to be.
func (j *job) parties(names, iso string) (list []party, unknown []string) {
	for _, name := range strings.Split(names, ";") {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		p, ok := j.party(name, iso)
		for _, bare := range withoutOwner(name) {
			if ok {
				break
			}
			p, ok = j.party(bare, iso)
		}
		if ok {
			p.sides = j.c.events.jointly(p.sides)
			if !slices.ContainsFunc(list, func(q party) bool { return slices.Equal(p.sides, q.sides) }) {
				list = append(list, p)
			}
			continue
		}
		unknown = append(unknown, name)
	}
	return list, unknown
}

func (j *job) party(name, iso string) (party, bool) {
	low := strings.ToLower(name)
	if iso == "PK" && strings.Contains(low, "taliban") && !strings.Contains(low, "afghan") && j.c.present([]string{"TTP"}) {
		return party{name: "TTP", sides: []string{"TTP"}, attacker: true, notes: quoted(name) + " read as TTP in Pakistan: unsourced, general knowledge"}, true
	}
	if side, ok := contestedSides[low]; ok && j.c.present([]string{side}) {
		return party{name: side, sides: []string{side}, attacker: true, notes: "the war over " + name + " read as that of " + side + ": unsourced, general knowledge"}, true
	}
	at := firstDate(j.s.Published, j.c.events.to)
	if sel, ok := j.c.o.Actors.Select(name, iso, at); ok && j.c.present(sel.Sides) {
		p := party{name: sel.Name, sides: sel.Sides, notes: sel.Note, predecessors: sel.Predecessors, attacker: true}
		if len(sel.Sides) == 1 { // the dataset's own short name is what its rows say
			p.name = sel.Sides[0]
		}
		return p, true
	}
	if p, ok := j.partyHere(low, iso); ok {
		return p, true
	}
	if label, members, note, ok := Collective(name, j.c.events.sides); ok && (!j.c.named(name) || slices.Contains([]string{"cartel", "cartels"}, low)) {
		return party{name: label, sides: members, notes: note, attacker: true}, true
	}
	if own := j.whoseState(name, iso); contains(low, governmentWords) && own != "" && !j.c.named(name) {
		var sides []string
		for _, n := range j.c.events.country[own] {
			sides = append(sides, "Government of "+n)
		}
		if j.c.present(sides) {
			return party{name: sides[0], sides: sides}, true
		}
	}
	if p, ok := j.peopleOf(name, iso); ok {
		return p, true
	}
	return j.partyBySide(name)
}

// localNames are names that mean another group in another country: by general
// knowledge, and the verdict says so.
var localNames = map[string]map[string][]string{
	"maoist":           {"IN": {"CPI-Maoist", "PWG", "MCC"}, "NP": {"CPN-M"}, "PH": {"CPP"}, "PE": {"Sendero Luminoso"}},
	"communist":        {"PH": {"CPP"}},
	"naxalite":         {"IN": {"CPI-Maoist", "PWG", "MCC"}},
	"separatist":       {"UA": {"United Armed Forces of Novorossiya", "DPR", "LPR"}, "CM": {"Ambazonia insurgents"}, "TH": {"Patani insurgents"}},
	"primeiro comando": {"BR": {"PCC"}},
	"first capital":    {"BR": {"PCC"}},
	"southern insurg":  {"TH": {"Patani insurgents"}},
	"southern thai":    {"TH": {"Patani insurgents"}},
	"deep south":       {"TH": {"Patani insurgents"}},
	"anglophone":       {"CM": {"Ambazonia insurgents"}},
}

// partyHere resolves a name by the country it is used of.
func (j *job) partyHere(low, iso string) (party, bool) {
	for _, word := range slices.Sorted(maps.Keys(localNames)) {
		if sides := j.c.events.among(localNames[word][iso]); strings.Contains(low, word) && len(sides) > 0 {
			return party{name: sides[0], sides: sides, attacker: true, notes: quoted(low) + " read as " + list(sides, "and") + " in " + j.c.countryName(iso) + ": unsourced, general knowledge"}, true
		}
	}
	return party{}, false
}

// named reports a proper name within words for armed people, "Houthi rebels": those
// are not all armed groups.
func (c *Checker) named(name string) bool {
	for _, w := range strings.Fields(name) {
		low := strings.ToLower(w)
		if low == w || contains(low, genericWords) || contains(low, jihadistWords) || contains(low, stateWords) || slices.Contains([]string{"armed", "the", "suspected", "islamic", "unidentified", "unknown"}, low) {
			continue
		}
		_, people := c.o.Gazetteer.DemonymOf(w)
		if _, land := c.isoOf(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")); !people && !land {
			return true
		}
	}
	return false
}

// partyBySide matches a name that the registry does not know with the data's own.
func (j *job) partyBySide(name string) (party, bool) {
	found := j.c.o.Actors.SelectIn(j.c.events.sides, strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The "))
	if len(found) == 0 || found[0].Score < 0.75 {
		return party{}, false
	}
	p := party{name: found[0].Side, attacker: true, notes: quoted(name) + " read as " + found[0].Side + ": " + found[0].Why}
	for _, m := range found {
		if m.Score >= found[0].Score-0.02 {
			p.sides = append(p.sides, m.Side)
		}
	}
	return p, true
}

// present reports whether any of the sides is in the data.
func (c *Checker) present(sides []string) bool {
	return len(c.events.among(sides)) > 0
}

// among keeps the sides that the data has.
func (e *eventData) among(sides []string) []string {
	var out []string
	for _, s := range sides {
		if _, ok := slices.BinarySearch(e.sides, s); ok {
			out = append(out, s)
		}
	}
	return out
}

// groups are the sides that are neither a government nor civilians.
func (e *eventData) groups() []string {
	var out []string
	for _, s := range e.sides {
		if s != "Civilians" && !strings.HasPrefix(s, "Government of ") {
			out = append(out, s)
		}
	}
	return out
}

func contains(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// union is all of the parties as one.
func union(list []party) party {
	if len(list) == 1 {
		return list[0]
	}
	var u party
	var names, notes []string
	for _, p := range list {
		names = append(names, p.name)
		u.sides = append(u.sides, p.sides...)
		u.attacker = u.attacker || p.attacker
		if p.notes != "" {
			notes = append(notes, p.notes)
		}
	}
	u.name, u.notes = strings.Join(names, " or "), strings.Join(notes, "; ")
	return u
}

// A scope is the rows that the claim's actors and country admit.
type scope struct {
	iso       string
	countries []string
	all       party // of no sides where the claim names no actor
	parts     []party
	class     string      // the kind of violence that the claim names, "" for all
	among     *watch.Rows // of a province, nil for the whole country
	versus    string      // the other side, where both must be in a row
	several   string      // the countries, where the claim adds them up
	isos      []string
}

// scope resolves actors and country, or says why they cannot be.
func (j *job) scope() (scope, *answer) {
	if strings.Contains(j.k.Of.Country, ";") && j.lands == nil {
		return j.scopeOfSeveral()
	}
	iso, ok, problem := j.ofCountry()
	if problem != "" {
		a := cannot("write the country's usual name", problem, j.c.events.sets...)
		return scope{}, &a
	}
	s := scope{iso: iso, class: classOf(j.k.Of.Measure)}
	if !ok && j.lands != nil {
		s.countries = j.lands
	}
	if j.unit != nil {
		s.among = j.unit.drawn[j.border]
	}
	if ok {
		s.countries = j.c.events.country[iso]
		if len(s.countries) == 0 && j.none() && j.k.Of.Actor != "" {
			s.countries = []string{iso} // none of a group where there is no row at all
		} else if len(s.countries) == 0 {
			a := cannot("import data that covers it", "the data has no row for "+j.c.countryName(iso), j.c.events.sets...)
			return scope{}, &a
		}
	}
	if strings.TrimSpace(j.k.Of.Actor) == "" {
		return s, nil
	}
	names, other, both := strings.Cut(j.k.Of.Actor, " against ")
	parts, unknown := j.parties(names, iso)
	if both {
		against, more := j.parties(other, iso)
		if unknown = append(unknown, more...); len(unknown) == 0 {
			s.fought(j.c.events, parts, against)
			return s, nil
		}
	}
	if len(unknown) > 0 {
		a := cannot("write the name the dataset uses", "no rows of the data are known to be "+list(quotedAll(unknown), "or"), j.c.events.sets...)
		return scope{}, &a
	}
	s.parts, s.all = parts, union(parts)
	return s, nil
}

// fought narrows a scope to the rows in which one party stood against another.
func (s *scope) fought(e *eventData, parts, against []party) {
	a, b := union(parts), union(against)
	in := make([]bool, e.table.Len())
	for i := range in {
		ev := e.table.Event(i)
		x, y := ev.SideA, ev.SideB
		in[i] = (slices.Contains(a.sides, x) && slices.Contains(b.sides, y) || slices.Contains(a.sides, y) && slices.Contains(b.sides, x)) && (s.among == nil || s.among.In[i])
	}
	name := ""
	if s.among != nil {
		name = s.among.Name
	}
	s.among, s.parts, s.all, s.versus = &watch.Rows{Name: name, In: in}, parts, a, b.name
	s.all.name += " against " + b.name
}

func quotedAll(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = quoted(w)
	}
	return out
}

// filter is the watch filter for a party of the scope in a window.
func (s scope) filter(p party, w watch.Window) watch.Filter {
	f := watch.Filter{Countries: s.countries, Sides: p.sides, From: w.From, Until: w.Until, Label: p.name, Among: s.among}
	if s.class != "" {
		f.Classes = []string{s.class}
	}
	return f
}

// classOf is the kind of violence that a measure names: "one-sided deaths".
func classOf(measure string) string {
	switch first, _, _ := strings.Cut(measure, " "); first {
	case "one-sided":
		return tocsin.OneSided
	case "state-based":
		return tocsin.StateBased
	case "non-state":
		return tocsin.NonState
	}
	return ""
}

// measureOpen reports a measure that leaves open whether events or deaths count.
func measureOpen(measure string) bool { return measure == "" || classOf(measure) == measure }

// eventsMeant reports a measure that counts events alone.
func eventsMeant(measure string) bool {
	return measure == "events" || strings.HasSuffix(measure, " events")
}

// who writes the party as the subject of a count: "events involving JNIM in Mali".
func (j *job) who(s scope, p party, measure string) string {
	out := measure
	if s.class != "" {
		out += " in " + s.class + " violence"
	}
	if p.name != "" {
		if measure == "deaths" {
			out += " in events"
		}
		out += " involving " + p.name
	}
	if s.among != nil && s.among.Name != "" {
		out += " in " + s.among.Name + ","
	}
	if s.iso != "" {
		out += " in " + j.c.countryName(s.iso)
	} else if s.several != "" {
		out += " in " + s.several + " together"
	}
	return strings.Replace(out, ", in ", ", ", 1)
}

func (p party) actors() []string {
	if p.name == "" {
		return nil
	}
	return []string{p.name}
}

// query is a watch command for the scope in a window.
func (j *job) scopeQuery(verb string, s scope, p party, w watch.Window) []string {
	q := []string{"watch", verb}
	if s.iso != "" {
		q = append(q, "--country", j.c.countryName(s.iso))
	}
	if s.among != nil && s.among.Name != "" {
		q = append(q, "--admin", s.among.Name)
	}
	parts := s.parts
	if p.name != s.all.name {
		parts = []party{p}
	}
	for _, part := range parts {
		q = append(q, "--actor", part.name)
	}
	if !w.From.IsZero() {
		q = append(q, "--from", w.From.String())
	}
	if !w.Until.IsZero() {
		q = append(q, "--until", w.Until.String())
	}
	return q
}
