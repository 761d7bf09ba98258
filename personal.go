package tocsin

import (
	"slices"
	"strings"
	"unicode"
)

// The topics on which a statement about a named person is personal: kept as
// read, and neither searched, ranked nor exported unless somebody says why.
const (
	PersonalEthnicity = "ethnicity"
	PersonalReligion  = "religion"
	PersonalHealth    = "health"
)

// illnesses are runs of words that tell of somebody's health. Wounds are left to
// the events that caused them.
var illnesses = []string{"illness", "ill health", "fell ill", "falls ill", "is ill", "was ill", "seriously ill", "gravely ill", "terminally ill", "critically ill",
	"mentally ill", "ailing", "ailment", "hospitalised", "hospitalized", "cancer", "tumour", "tumor", "leukaemia", "leukemia", "diabetes", "diabetic", "dementia",
	"alzheimer", "parkinson", "epilepsy", "hiv", "tuberculosis", "hepatitis", "had a stroke", "suffered a stroke", "heart attack", "heart disease", "kidney failure",
	"coma", "surgery", "tested positive", "diagnosed", "medical treatment", "medical care", "medical check", "depressive", "pregnant", "addicted", "disability"}

// Personal names the topic on which the statement is personal, "" where it is
// not. group tells who among those it is about is no person (a body, a state);
// without it only governments and their forces are known to be none, and what
// cannot be told counts as a person.
func (s *Statement) Personal(group func(Mention) bool) string {
	f := &Frame{Kind: s.Kind, Rel: s.Rel, Actors: s.Actors, Recipients: s.Recipients, Content: s.Content}
	for ; f != nil; f = f.Content {
		if (f.Rel == PersonalEthnicity || f.Rel == PersonalReligion) && anyPerson(f.Actors, group) {
			return f.Rel
		}
		if anyPerson(slices.Concat(f.Actors, f.Recipients), group) && tellsOfHealth(s.Quote) {
			return PersonalHealth
		}
	}
	return ""
}

// anyPerson reports whether a named person is among the mentions, or one that is
// meant by a description or pronoun and known.
func anyPerson(list []Mention, group func(Mention) bool) bool {
	return slices.ContainsFunc(list, func(m Mention) bool {
		named := m.How == "named" || m.ID != ""
		organ := strings.HasPrefix(m.ID, "government-of-") || strings.HasPrefix(m.ID, "forces-of-")
		return named && !organ && (group == nil || !group(m))
	})
}

func tellsOfHealth(quote string) bool {
	words := strings.FieldsFunc(strings.ToLower(quote), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	text := " " + strings.Join(words, " ") + " "
	return slices.ContainsFunc(illnesses, func(w string) bool { return strings.Contains(text, " "+w+" ") })
}
