package tocsin

import "sort"

// Page is the page, from 1, on which the byte at of Text stands; 0 where the
// report came without pages.
func (r Report) Page(at int) int {
	return sort.Search(len(r.Pages), func(i int) bool { return r.Pages[i] > at })
}
