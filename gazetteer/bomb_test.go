package gazetteer_test

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"tocsin/gazetteer"
)

// TestGzipBomb reads a small file that unpacks to 80 MB: it is left at the bound,
// and the error says why.
func TestGzipBomb(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	for range 80 {
		z.Write(bytes.Repeat([]byte("a"), 1<<20))
	}
	z.Close()
	_, sum, err := gazetteer.ReadGeoNames("bomb.txt.gz", &b)
	if err == nil || !strings.Contains(err.Error(), "gzip bomb") || !sum.Broken {
		t.Errorf("error %v, %+v", err, sum)
	}
}
