package route

import (
	"classicnet/internal/cnum"
	"classicnet/internal/frame"
	"classicnet/ioctl"
)

func (r *inetRequest) step(k *keyword) func(string) error {
	if k.inet == nil {
		return nil
	}
	return func(value string) error { return k.inet(r, value) }
}

// metric sends one more than the number, as the kernel wants it; the field has
// 16 bits, so from 32767 on the priority comes out as a huge one.
func (r *inetRequest) metric(value string) error {
	if !startsWithDigit(value) {
		return misuse("route: metric " + value + ": not a number")
	}
	r.route.Metric = int16(cnum.Atoi(value) + 1)
	return nil
}

func startsWithDigit(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

// netmask takes a mask once; 0.0.0.0 counts as none.
func (r *inetRequest) netmask(value string) error {
	if r.masked() {
		return twice("netmask", value)
	}
	value = cut(value, addressRoom)
	mask, _, ok := r.resolver.Inet(value, false)
	if !ok {
		return unresolved(r.resolver.Failure(value))
	}
	r.route.Genmask, r.maskText = mask, value
	return nil
}

func (r *inetRequest) gateway(value string) error {
	if r.route.Flags&ioctl.RouteGateway != 0 {
		return twice("gateway", value)
	}
	value = cut(value, addressRoom)
	addr, network, ok := r.resolver.Inet(value, true)
	switch {
	case !ok:
		return unresolved(r.resolver.Failure(value))
	case network:
		return frame.Misused("route: " + value + ": cannot use a NETWORK as gateway!")
	}
	r.route.Gateway = addr
	r.route.Flags |= ioctl.RouteGateway
	return nil
}

func (r *inetRequest) mss(value string) error {
	n := cnum.Atoi(value)
	if n < 64 || n > 65536 {
		return frame.Misused("route: " + "Invalid MSS/MTU.")
	}
	r.route.MTU = uint64(n)
	r.route.Flags |= ioctl.RouteMSS
	return nil
}

// window compares without sign, as the classic tool does: negative numbers
// pass.
func (r *inetRequest) window(value string) error {
	n := uint64(int64(cnum.Atoi(value)))
	if n < 128 {
		return frame.Misused("route: " + "Invalid window.")
	}
	r.route.Window = n
	r.route.Flags |= ioctl.RouteWindow
	return nil
}

// irtt refuses nothing; the field has 16 bits.
func (r *inetRequest) irtt(value string) error {
	r.route.IRTT = uint16(cnum.Atoi(value))
	return r.flag(ioctl.RouteIRTT)
}

func (r *inetRequest) reject(string) error    { return r.flag(ioctl.RouteReject) }
func (r *inetRequest) modified(string) error  { return r.flag(ioctl.RouteModified) }
func (r *inetRequest) dynamic(string) error   { return r.flag(ioctl.RouteDynamic) }
func (r *inetRequest) reinstate(string) error { return r.flag(ioctl.RouteReinstate) }

func (r *inetRequest) flag(f ioctl.RouteFlags) error {
	r.route.Flags |= f
	return nil
}

// device takes an interface or label once. "" is sent as it is: the kernel
// knows none, and "del default dev $UNSET" doesn't fall on another's route.
func (r *inetRequest) device(name string) error {
	if r.named {
		return twice("interface", name)
	}
	r.named, r.route.Device = true, cut(name, nameRoom)
	r.route.EmptyDevice = name == ""
	return nil
}
