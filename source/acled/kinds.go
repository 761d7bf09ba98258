package acled

import (
	"iter"
	"maps"
	"strings"
)

// Classes are the event types of ACLED as events carry them, in lower case.
var Classes = []string{"battles", "explosions/remote violence", "violence against civilians", "protests", "riots", "strategic developments"}

// acts gives the act of each sub-event type, by event type; "" is the act of a
// row that names none. The types are those of the codebook of 2019 and after.
var acts = map[string]map[string]string{
	"battles": {"": "clash", "armed clash": "clash", "government regains territory": "seizure", "non-state actor overtakes territory": "seizure"},
	"explosions/remote violence": {"": "assault", "chemical weapon": "assault", "air/drone strike": "assault", "suicide bomb": "assault",
		"shelling/artillery/missile attack": "assault", "remote explosive/landmine/ied": "assault", "grenade": "assault"},
	"violence against civilians": {"": "assault", "sexual violence": "assault", "attack": "assault", "abduction/forced disappearance": "abduction"},
	"protests":                   {"": "protest", "peaceful protest": "protest", "protest with intervention": "protest", "excessive force against protesters": "assault"},
	"riots":                      {"": "riot", "violent demonstration": "riot", "mob violence": "riot"},
	"strategic developments": {"": "other", "agreement": "agreement", "arrests": "arrest", "change to group/activity": "other", "disrupted weapons use": "other",
		"headquarters or base established": "other", "looting/property destruction": "destruction", "non-violent transfer of territory": "withdrawal", "other": "other"},
}

// before2019 brings the event types of older exports, which had no sub-events,
// to those of today. Riots and protests were one type; inter1 tells them apart.
var before2019 = map[string]struct{ kind, act string }{
	"battle-no change of territory":              {"battles", "clash"},
	"battle-government regains territory":        {"battles", "seizure"},
	"battle-non-state actor overtakes territory": {"battles", "seizure"},
	"remote violence":                            {"explosions/remote violence", "assault"},
	"riots/protests":                             {"protests", "protest"},
	"strategic development":                      {"strategic developments", "other"},
	"headquarters or base established":           {"strategic developments", "other"},
	"non-violent transfer of territory":          {"strategic developments", "withdrawal"},
}

// since is the year from which each region is coded. Nothing before is not
// quiet: it was not looked at.
var since = map[string]int{
	"Western Africa": 1997, "Middle Africa": 1997, "Eastern Africa": 1997, "Southern Africa": 1997, "Northern Africa": 1997,
	"South Asia": 2010, "Southeast Asia": 2010, "Middle East": 2015, "Caucasus and Central Asia": 2017,
	"Europe": 2018, "North America": 2018, "Central America": 2018, "South America": 2018, "Caribbean": 2018, "East Asia": 2018,
	"Oceania": 2021, "Antarctica": 2021,
}

// classify gives the class and the act of an event type and a sub-event type,
// and the flags of a pair that ACLED's codebook does not have.
func classify(kind, sub, inter1 string) (class, act string, flags []string) {
	class, sub = strings.ToLower(kind), strings.ToLower(sub)
	if old, ok := before2019[strings.ReplaceAll(class, "–", "-")]; ok {
		if class == "riots/protests" && (inter1 == "5" || inter1 == "Rioters") {
			return "riots", "riot", []string{FlagOldType}
		}
		return old.kind, old.act, []string{FlagOldType}
	}
	of, ok := acts[class]
	if !ok {
		return class, "other", []string{FlagType}
	}
	if act, ok := of[sub]; ok {
		return class, act, nil
	}
	return class, of[""], []string{FlagSub}
}

func keys(m map[string]bool) iter.Seq[string] { return maps.Keys(m) }
