// Package serve shows a desk to a person with a browser: the brief, the reports
// with their statements lit in the text, the verdicts with the rows behind
// them, a box to paste a text into, and the forms by which a person judges what
// was read; they are all that changes the desk.
//
// In goes an open [desk.Desk] and who may look ([Access]); out comes an
// [http.Handler]. There are no accounts: who brings the token gets a session,
// whose cookie no other site can use. A request under a name the desk does not
// go by is refused, and so are a form that another site sends or that none of
// the session's pages made, a body that is too large and a client that asks too
// often. It assumes that who listens has TLS in front of everything but
// loopback; package cmd sees to it.
//
// Pages are made on the server from embedded templates and one style sheet.
// There is no script at all, and the Content-Security-Policy on every response,
// refusals too, admits none. Texts of reports are shown as text. What is pasted
// is read, judged, shown and forgotten. No word of a report is in a log line,
// in the page of an error or in an address.
//
// It does no arithmetic and does not listen: package cmd does.
package serve
