package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// shellCommands are the verbs that serve the shell.
type shellCommands struct {
	Manual     manualCmd     `cmd:"" help:"Print the manual page: tocsin manual | man -l -"`
	Completion completionCmd `cmd:"" help:"Print what makes a shell complete verbs and flags: bash, zsh, fish."`
	Complete   completeCmd   `cmd:"" hidden:"" passthrough:""`
}

// The shells for which there is a completion.
var completions = map[string]string{
	"bash": `# tocsin completion for bash: put it into ~/.local/share/bash-completion/completions/tocsin
_tocsin() {
	local IFS=$'\n' found
	found=$("${COMP_WORDS[0]}" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
	if [ -n "$found" ]; then
		COMPREPLY=($(compgen -W "$found" -- "${COMP_WORDS[COMP_CWORD]}"))
	else
		COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
	fi
}
complete -o filenames -F _tocsin tocsin
`,
	"zsh": `#compdef tocsin
# tocsin completion for zsh: put it as _tocsin into a folder of $fpath
_tocsin() {
	local -a found
	found=("${(@f)$("${words[1]}" complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
	if [[ -n "${found[1]}" ]]; then
		compadd -- "${found[@]}"
	else
		_files
	fi
}
if [ "${funcstack[1]}" = "_tocsin" ]; then _tocsin "$@"; else compdef _tocsin tocsin; fi
`,
	"fish": `# tocsin completion for fish: put it into ~/.config/fish/completions/tocsin.fish
function __tocsin_complete
	set -l words (commandline -opc) (commandline -ct)
	$words[1] complete -- $words[2..-1] 2>/dev/null
end
complete -c tocsin -n 'test -n "$(__tocsin_complete)"' -f -a '(__tocsin_complete)'
`,
}

type completionCmd struct {
	Shell string `arg:"" help:"bash, zsh or fish."`
}

// Run prints the lines that make a shell complete the verbs and flags.
func (c *completionCmd) Run(a *app) error {
	shells := slices.Sorted(keys(completions))
	if err := knownWord("shell", c.Shell, shells); err != nil {
		return err
	}
	_, err := fmt.Fprint(a.out, completions[c.Shell])
	return err
}

type completeCmd struct {
	Words []string `arg:"" optional:"" help:"The words typed so far; the last is to be completed."`
}

// Run prints what the last word may become, one a line; nothing where a file or
// a word of the person's own belongs.
func (c *completeCmd) Run(a *app, k *kong.Kong) error {
	for _, word := range complete(k.Model.Node, c.Words) {
		if _, err := fmt.Fprintln(a.out, word); err != nil {
			return err
		}
	}
	return nil
}

// complete follows the words down the verbs and lists what may stand last.
func complete(n *kong.Node, words []string) []string {
	last := ""
	if len(words) > 0 {
		words, last = words[:len(words)-1], words[len(words)-1]
	}
	flags := slices.Clone(n.Flags)
	var wants *kong.Flag // the flag whose value comes next
	for _, word := range words {
		if wants != nil {
			wants = nil
			continue
		}
		if name, ok := strings.CutPrefix(word, "--"); ok {
			if f := flagOf(flags, name); f != nil && !f.IsBool() {
				wants = f
			}
			continue
		}
		if i := slices.IndexFunc(n.Children, func(c *kong.Node) bool { return c.Name == word || slices.Contains(c.Aliases, word) }); i >= 0 {
			n = n.Children[i]
			flags = append(flags, n.Flags...)
		}
	}
	var out []string
	switch {
	case wants != nil:
		out = wants.EnumSlice()
		if wants.Enum == "" {
			return nil
		}
	case strings.HasPrefix(last, "-"):
		for _, f := range flags {
			if !f.Hidden {
				out = append(out, "--"+f.Name)
			}
		}
	default:
		for _, c := range n.Children {
			if !c.Hidden {
				out = append(out, c.Name)
			}
		}
	}
	out = slices.DeleteFunc(out, func(s string) bool { return !strings.HasPrefix(s, last) })
	slices.Sort(out)
	return slices.Compact(out)
}

func flagOf(flags []*kong.Flag, name string) *kong.Flag {
	for _, f := range flags {
		if f.Name == name {
			return f
		}
	}
	return nil
}
