package when_test
import ("testing";"os";"context";"fmt";"tocsin";"tocsin/read/text";"tocsin/read/when")
func TestTmp(t *testing.T){
 raw,_:=os.ReadFile(os.Getenv("F"))
 doc,err:=text.Parse(context.Background(),string(raw))
 if err!=nil {t.Fatal(err)}
 for _,f:=range when.Find(doc,tocsin.MustDate(os.Getenv("P"))) {
  s:=doc.Sentences[f.Sent]
  a:=""
  if f.When.Anchor!=nil {a=f.When.Anchor.Rel+" ["+f.When.Anchor.Text+"]"}
  am:=""; if f.Amount!=nil {am=fmt.Sprint(*f.Amount,f.Unit)}
  fmt.Printf("%d %-45q %-8s %s..%s %s %s %s %s age=%v fut=%v head=%s\n",s.Number,f.When.Text,f.Kind,f.When.From,f.When.To,f.When.Open,f.When.Precision,a,am,f.Age,f.Future,s.Tokens[f.Head].Text)
 }
}
