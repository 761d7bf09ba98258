package check

import (
	"context"
	"os"
	"testing"
	"tocsin"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where"
	"tocsin/read/claim"
	"encoding/json"
)

func TestDbg(t *testing.T) {
	g := loadShelf().gazetteer
	txt := os.Getenv("TXT")
	pub := tocsin.MustDate(os.Getenv("PUB"))
	doc, err := text.Parse(context.Background(), txt)
	if err != nil { t.Fatal(err) }
	for _, s := range doc.Sentences { for i, k := range s.Tokens { t.Log(i, k.Text, k.UPOS, k.Head, k.Rel) } }
	wh := when.Find(doc, pub)
	for _, w := range wh { b,_ := json.Marshal(w); t.Log(string(b)) }
	pl := where.Find(doc, g)
	for _, w := range pl { w.Place.Candidates = nil; b,_ := json.Marshal(w); t.Log(string(b)) }
	iso, _ := where.Subject(pl, g)
	for _, f := range claim.Find(doc, claim.Context{Published: pub, Country: iso, When: wh, Where: pl, Gazetteer: g}) { b,_ := json.Marshal(f); t.Log(string(b)) }
}
