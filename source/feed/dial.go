package feed

import (
	"context"
	"net"
	"net/netip"
	"syscall"
	"time"

	"tocsin"
)

// closed are the networks that no feed of the open web lies in: this machine,
// private and shared networks, links, test and transition ranges (IANA's
// registries of special-purpose addresses).
var closed = prefixes("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
	"192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
	"::/127", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/9", "ff00::/8")

// home are those of them that a feed added with local may lie in.
var home = prefixes("10.0.0.0/8", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")

func prefixes(list ...string) []netip.Prefix {
	var out []netip.Prefix
	for _, s := range list {
		out = append(out, netip.MustParsePrefix(s))
	}
	return out
}

func within(ip netip.Addr, list []netip.Prefix) bool {
	for _, p := range list {
		if p.Contains(ip) {
			return true
		}
	}
	return false
}

// fit refuses an address that may not be connected to.
func fit(address string, local bool) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return tocsin.Errorf(tocsin.Invalid, "check the address", "%q is no address", address)
	}
	ip := at.Addr().Unmap().WithZone("")
	if !within(ip, closed) || local && within(ip, home) {
		return nil
	}
	return tocsin.Errorf(tocsin.Invalid, "if it is a feed of your own network, add it with --local", "leads to %s, which is no address of the open web", ip)
}

// dialer connects to addresses that are fit. The check is made on the address
// that is about to be connected to, after names are resolved, so that neither a
// redirect nor a name that resolves otherwise the second time gets by it.
func (o Options) dialer(local bool) func(ctx context.Context, network, address string) (net.Conn, error) {
	check := func(_, address string, _ syscall.RawConn) error { return fit(address, local) }
	d := &net.Dialer{Timeout: 15 * time.Second, Resolver: o.Resolver, Control: check}
	if o.Dial == nil {
		return d.DialContext
	}
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		if err := fit(address, local); err != nil {
			return nil, err
		}
		return o.Dial(ctx, network, address)
	}
}
