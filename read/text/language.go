package text

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"tocsin"
)

// sampleBytes is how much of a text its language is judged by, taken from the
// beginning, the middle and the end.
const sampleBytes = 48 << 10

// profiles are the commonest words of each language that are not common words
// of another listed here. They are a table of evidence, not a dictionary.
var profiles = []struct {
	code string
	list map[string]bool
}{ // at most 32
	{"en", words(`the of and to in that for is was on with by as at from it an be this which have has had were are not but his
		he they their its after who been will would said more when about there than into over out up against also other all
		if we our you i my she her no what can could may or did these those some while during one two`)},
	{"fr", words(`le la les des du et une est dans pour que qui sur au aux par pas avec ce cette sont ont été selon leur mais ses
		nous vous il elle ils ou où plus après à`)},
	{"es", words(`el la los las del y una en que por con para es se su al lo como más fue han sus pero este esta entre sobre ha o
		desde cuando también según`)},
	{"pt", words(`o os da dos das em um uma que não com por na nos nas é foi mais ao pelo pela são como seu sua entre
		segundo também e`)},
	{"de", words(`der die das und den dem des ein eine einer einem ist im zu mit von auf für nicht sich auch als aus nach bei
		wurde werden wird hat haben sind war dass über`)},
	{"it", words(`il lo gli di della dei delle del che è e un una per con non sono nel nella al alla da dal si ha più anche dopo
		questo stato le`)},
	{"nl", words(`de het een van en dat op te zijn voor die niet aan er om ook als bij door naar worden werd heeft uit 
		nog zijn tegen`)},
	{"sv", words(`och att det som en på är av för med den till inte har de om ett var från vid men efter också kan sig`)},
	{"pl", words(`w i na z się nie że jest o jak po od za przez dla oraz ale są był został przy jego`)},
	{"tr", words(`ve bir bu için ile da de olarak olan daha çok en gibi sonra kadar ise değil olduğu tarafından ancak`)},
	{"id", words(`yang dan di dari untuk dengan ini itu pada tidak dalam adalah akan oleh juga telah ke mereka sebagai`)},
	{"sw", words(`ya wa na kwa katika ni za la kuwa hiyo huo cha vya hii alisema watu kama lakini baada yake wake pia huu`)},
	{"ha", words(`da na ya ta ba ce ne wani wata kuma ga cikin sun an suka domin sai daga wannan yadda`)},
	{"so", words(`oo ka ku iyo ee waa uu ay soo kale ayaa u ah isaga dalka sheegay`)},
	{"bm", words(`ye ka ani la ma bɛ o min kɛ de fɛ na tun jamana kan kɔnɔ`)},
}

// profilesOf says for a word in which profiles it is, a bit for each.
var profilesOf = func() map[string]uint32 {
	m := make(map[string]uint32)
	for i := range profiles {
		for w := range profiles[i].list {
			m[w] |= 1 << i
		}
	}
	return m
}()

// scripts name a language by its letters. Where several languages share the
// script, the commonest in the news stands for it.
var scripts = []struct {
	code  string
	table *unicode.RangeTable
}{
	{"ar", unicode.Arabic}, {"ru", unicode.Cyrillic}, {"zh", unicode.Han}, {"ja", unicode.Hiragana}, {"ja", unicode.Katakana},
	{"ko", unicode.Hangul}, {"he", unicode.Hebrew}, {"el", unicode.Greek}, {"hi", unicode.Devanagari}, {"th", unicode.Thai},
	{"am", unicode.Ethiopic}, {"hy", unicode.Armenian}, {"ka", unicode.Georgian}, {"bn", unicode.Bengali}, {"ta", unicode.Tamil},
	{"my", unicode.Myanmar}, {"km", unicode.Khmer},
}

// Language names the language of a text by its BCP 47 code: "en" also where
// nothing else is seen clearly, as in English with quotations in other languages
// or in a list of names; "und" where the script is unknown, and "" where the text
// has no letters. A long text is judged by pieces of it.
func Language(text string) string {
	parts := sample(text)
	letters, latin, other := countLetters(parts)
	if letters == 0 {
		return ""
	}
	if latin*2 >= letters {
		return latinLanguage(parts)
	}
	best, most := "und", 0
	for _, s := range scripts {
		if n := other[s.code]; n > most {
			best, most = s.code, n
		}
	}
	if other["ja"]*5 > most && best == "zh" {
		best = "ja"
	}
	return best
}

// checkLanguage returns nil where text is English, and says otherwise what it is.
func checkLanguage(text string) error {
	switch code := Language(text); code {
	case "en":
		return nil
	case "":
		return &tocsin.Error{Code: tocsin.Invalid, Op: "read text", Hint: "give the text of a report",
			Err: tocsin.Errorf(tocsin.Invalid, "", "no words in %d bytes", len(text))}
	default:
		return unsupported(code)
	}
}

func unsupported(code string) error {
	return &tocsin.Error{Code: tocsin.Unsupported, Op: "read text", Hint: "give an English text or translation",
		Err: tocsin.Errorf(tocsin.Unsupported, "", "unsupported language: %s", code)}
}

// sample returns pieces of the text that stand for the whole, cut at any byte.
func sample(text string) []string {
	if len(text) <= sampleBytes {
		return []string{text}
	}
	n := sampleBytes / 3
	mid := (len(text) - n) / 2
	return []string{text[:n], text[mid : mid+n], text[len(text)-n:]}
}

// countLetters counts letters, those of the Latin script, and those of each
// other script by the language that stands for it.
func countLetters(parts []string) (letters, latin int, other map[string]int) {
	other = make(map[string]int)
	for _, part := range parts {
		for _, r := range part {
			if r < utf8.RuneSelf {
				if isLetter(byte(r)) {
					letters++
					latin++
				}
				continue
			}
			if r == utf8.RuneError || !unicode.IsLetter(r) {
				continue
			}
			letters++
			if unicode.Is(unicode.Latin, r) {
				latin++
				continue
			}
			for _, s := range scripts {
				if unicode.Is(s.table, r) {
					other[s.code]++
					break
				}
			}
		}
	}
	return letters, latin, other
}

// latinLanguage names the language of text in Latin letters by the share of
// each profile's words. English wins ties and whatever shows no profile at all,
// such as a list of names.
func latinLanguage(parts []string) string {
	counts := make([]int, len(profiles))
	total := 0
	for _, part := range parts {
		for _, w := range strings.FieldsFunc(part, func(r rune) bool { return !unicode.IsLetter(r) }) {
			total++
			for in := profilesOf[strings.ToLower(w)]; in != 0; in &= in - 1 {
				counts[bits.TrailingZeros32(in)]++
			}
		}
	}
	best := 0
	for i := range counts {
		if counts[i] > counts[best] {
			best = i
		}
	}
	// Another language must be seen clearly: in three words, half as much again as
	// English, and in a fair share of the words.
	if counts[best] < 3 || counts[best]*2 <= counts[0]*3 || counts[best]*10 < total {
		return "en"
	}
	return profiles[best].code
}
