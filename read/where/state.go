package where

import "strings"

// states are the abbreviations of US states and Canadian provinces that news
// writes after a comma ("Jackson, Miss."), for what they stand for.
var states = func() map[string]string {
	m := make(map[string]string)
	for pair := range strings.SplitSeq(`Ala=Alabama|AL=Alabama|AK=Alaska|Ariz=Arizona|AZ=Arizona|Ark=Arkansas|AR=Arkansas|Calif=California|CA=California|
Colo=Colorado|CO=Colorado|Conn=Connecticut|CT=Connecticut|Del=Delaware|DE=Delaware|Fla=Florida|FL=Florida|Ga=Georgia|GA=Georgia|HI=Hawaii|
ID=Idaho|Ill=Illinois|IL=Illinois|Ind=Indiana|IN=Indiana|IA=Iowa|Kan=Kansas|KS=Kansas|Ky=Kentucky|KY=Kentucky|La=Louisiana|LA=Louisiana|
ME=Maine|Md=Maryland|MD=Maryland|Mass=Massachusetts|MA=Massachusetts|Mich=Michigan|MI=Michigan|Minn=Minnesota|MN=Minnesota|Miss=Mississippi|
MS=Mississippi|Mo=Missouri|MO=Missouri|Mont=Montana|MT=Montana|Neb=Nebraska|NE=Nebraska|Nev=Nevada|NV=Nevada|N.H=New Hampshire|NH=New Hampshire|
N.J=New Jersey|NJ=New Jersey|N.M=New Mexico|NM=New Mexico|N.Y=New York|NY=New York|N.C=North Carolina|NC=North Carolina|N.D=North Dakota|
ND=North Dakota|OH=Ohio|Okla=Oklahoma|OK=Oklahoma|Ore=Oregon|OR=Oregon|Pa=Pennsylvania|PA=Pennsylvania|R.I=Rhode Island|RI=Rhode Island|
S.C=South Carolina|SC=South Carolina|S.D=South Dakota|SD=South Dakota|Tenn=Tennessee|TN=Tennessee|Tex=Texas|TX=Texas|UT=Utah|Vt=Vermont|
VT=Vermont|Va=Virginia|VA=Virginia|Wash=Washington|WA=Washington|W.Va=West Virginia|WV=West Virginia|Wis=Wisconsin|WI=Wisconsin|Wyo=Wyoming|
WY=Wyoming|D.C=District of Columbia|DC=District of Columbia|Ont=Ontario|Que=Quebec|B.C=British Columbia|Alta=Alberta|Sask=Saskatchewan|Man=Manitoba|N.S=Nova Scotia|N.B=New Brunswick`, "|") {
		short, long, _ := strings.Cut(strings.TrimSpace(pair), "=")
		m[short] = long
	}
	return m
}()

// stateAfterComma is the state a token after "Town," abbreviates, "" for none.
func stateAfterComma(w string) string { return states[strings.TrimSuffix(w, ".")] }
