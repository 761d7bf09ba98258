package serve

import (
	"fmt"
	"html/template"
	"strings"
)

// words are the functions of the templates.
var words = template.FuncMap{
	"plain":    plain,
	"truncate": short,
}

// plain writes a value of the vocabulary as words: does_not_hold.
func plain(v any) string { return strings.ReplaceAll(fmt.Sprint(v), "_", " ") }
