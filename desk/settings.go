package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/BurntSushi/toml"

	"tocsin"
)

// freshSettings is the desk.toml of a new desk.
const freshSettings = `# Settings of this desk. Every line may be left out.
format = 1

# The country that 'tocsin brief' and 'tocsin watch' mean where --country is not given.
# country = "Mali"

# The dataset of events that is measured where several are held: two datasets
# tell of the same events and are never added up.
# dataset = "ucdp-ged"

# Who judges where neither --author nor TOCSIN_AUTHOR says: the name that every
# accept, reject, correction, match, grade and mark is signed with.
# author = "Ada Venn"
`

// formatVersion is the layout of the directory that this program reads.
const formatVersion = 1

// Config is what desk.toml says. The zero value is usable.
type Config struct {
	Format  int    `toml:"format"`  // version of the directory's layout; 0 means the current one
	Country string `toml:"country"` // meant where --country is not given
	Dataset string `toml:"dataset"` // measured where the desk holds events of several
	Author  string `toml:"author"`  // signs judgements where nobody is named
}

// readSettings reads desk.toml; a desk without one has the zero Config. A key
// that nobody knows is an error, since a misspelled setting that is silently
// without effect is worse than none.
func readSettings(path string) (Config, error) {
	var c Config
	meta, err := toml.DecodeFile(path, &c)
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		pos := tocsin.Pos{File: path}
		if p, ok := errors.AsType[toml.ParseError](err); ok {
			pos.Line = p.Position.Line
			err = errors.New(p.Message)
		}
		code := tocsin.Invalid
		if _, ok := errors.AsType[*os.PathError](err); ok {
			code = tocsin.Unavailable
		}
		return c, &tocsin.Error{Code: code, Op: "read the settings", Pos: pos, Hint: "mend the line or remove the file", Err: err}
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		return c, &tocsin.Error{Code: tocsin.Invalid, Op: "read the settings", Pos: tocsin.Pos{File: path, Field: extra[0].String()},
			Hint: "the settings are: format, country, dataset, author", Err: errors.New("no such setting")}
	}
	if c.Format != 0 && c.Format != formatVersion {
		return c, &tocsin.Error{Code: tocsin.Unsupported, Op: "read the settings", Pos: tocsin.Pos{File: path, Field: "format"},
			Hint: "open it with the version of tocsin that made it", Err: fmt.Errorf("is %d, this program reads %d", c.Format, formatVersion)}
	}
	return c, nil
}
