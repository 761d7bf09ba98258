package claim

import (
	"slices"
	"strings"

	"tocsin"
)

// What a sentence says beyond its items forbids a firm verdict, unless it is of words that
// narrow nothing. Those of narrow.go stand in phrases; these tell that something was so,
// who counts it, or how it is put.

// harmlessWords narrow nothing wherever they stand.
var harmlessWords = func() map[string]bool {
	m := map[string]bool{}
	for _, list := range []string{
		// telling and counting
		`logged logs log recorded records record registered registers tallied tallies counted counts documented noted reported saw see sees seen seeing produced produces producing generated generates yielded racked chalked
		suffered sustained witnessed experienced endured remained remains stayed stays hovered ranged oscillated fluctuated fluctuating amounted totalled totaled numbered stood stands closed ended finished opened began went got through
		brought marked came comes made makes accounted accounts accounting accounted took takes part figured featured appeared involved involving implicated had has have having did does do been being was were is are be it its that this which in
		place happened occurred occurring fell falls unfolded played claimed claims claim cost costs costing left lost losing loses lose took lay lies lived gone going set put running ran run killed kills kill died dying die perished saw proved turned emerged ranked topped headed led
		often frequently frequent common regularly carried conducted mounted launched staged perpetrated committed battle battles raid raids assault assaults engagement engagements`,
		// sides and wars
		`party parties belligerent belligerents side sides one either war wars warfare conflict conflicts insurgency insurgencies rebellion uprising fighting violence bloodshed hostilities unrest strife campaign soil territory country countries nations nation land lands
		raging raged wound down waged civil internal armed political politically violent deadly lethal fatal bloody organised organized conflict-related recorded single separate act acts incident incidents attack attacks clash clashes event events episode episodes`,
		// the dead and numbers
		`death deaths fatalities fatality lives life people persons person dead toll tolls killings casualties number numbers figure figures total totals count sum level levels tally bodies those them they their he she what many much as so than compared comparison with to from
		everyone everybody itself caused other rest remainder put neighbouring neighboring adjacent range band bracket left evidence basis data dataset files file count counting now somewhere anywhere something between and or of the a an over under above below about around roughly nearly almost well just only some all each every any both either most least total altogether combined together alone alike likewise also too respectively overall again once even still
		there linked vast overwhelming far by in on at for up out into within inside across throughout during through until since before after then when while whereas but though although albeit yet neighbouring neighboring nearby not no`,
		// times
		`year years month months week weeks quarter quarters half halves decade decades period course span time times calendar whole entire full first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth row running straight consecutive successive succession earlier previous
		preceding prior following next last past final opening closing start end beginning annual yearly monthly ago long later along january february march april may june july august september october november december`,
		// degree
		`sharply markedly significantly considerably substantially dramatically steeply clearly noticeably notably measured terms deadliest bloodiest worst highest most lowest fewest more fewer less higher lower greater deadlier bloodier worse active quieter calmer
		rate pace intensity share proportion part bulk majority thirds fifths quarters tenths tenth gang gangs gangland cartel cartels percent per cent % double twice triple doubled tripled halved quadrupled times-fold`} {
		for _, w := range strings.Fields(list) {
			m[w] = true
		}
	}
	return m
}()

// harmless reports a word that narrows nothing.
func harmless(w string) bool {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	if harmlessWords[w] {
		return true
	}
	_, number := wordNumber(w)
	_, scale := scaleWords[w]
	return number || scale || slices.Contains(upWords, w) || slices.Contains(downWords, w)
}

// laterHalf reports a claim of the second half of a year.
func (u *use) laterHalf() bool {
	return slices.ContainsFunc(u.claims, func(k tocsin.Claim) bool {
		w := k.Window
		if w == nil || w.From.IsZero() || w.To.IsZero() {
			return false
		}
		_, m, _ := w.From.Parts()
		return m == 7 && w.From.AddMonths(6).AddDays(-1) == w.To
	})
}

// unqualified is the name of a place without what narrows it: Colombia of "rural Colombia".
func unqualified(name string) string {
	first, rest, ok := strings.Cut(name, " ")
	if ok && slices.Contains(narrowWords, first) {
		return rest
	}
	return name
}
