package netlab

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// probe tries whether the machine has what Need names.
func probe(what string) error {
	switch what {
	case Root:
		return tryLab(false)
	case Namespace:
		if Lacks(Root) == nil {
			return nil
		}
		return tryLab(true)
	case OwnUser:
		return tryLab(true)
	case OtherUser:
		return tryLab(userNamespace(), request{Op: opRun,
			Command: Command{Args: []string{"/bin/true"}, UID: 65534}})
	case TxQueueLen, Map:
		return tryLab(userNamespace(), request{Op: opIoctl, Name: what})
	}
	if script := probeScript(what); script != "" {
		return tryLab(userNamespace(), request{Op: opRun, Command: Command{
			Args: []string{"/bin/sh", "-e"}, Stdin: script, Env: baseEnv(nil)}})
	}
	_, err := lookPath(what, baseEnv(nil))
	return err
}

// probeScript makes a link of the kind that is needed.
func probeScript(what string) string {
	switch what {
	case Tun:
		return "mktun probe0 none"
	case Veth:
		return "ip link add type veth"
	case Bridge:
		return "ip link add type bridge"
	case Ifb:
		return "ip link add type ifb"
	case Macvlan:
		return "ip link add name probe0 type veth; ip link add link probe0 type macvlan"
	case Vxlan:
		return "ip link add type vxlan id 1 dstport 4789"
	}
	return ""
}

// userNamespace tells which way labs are made here.
func userNamespace() bool { return Lacks(Root) != nil }

// tryLab tells what goes wrong in a lab that is asked for these things.
func tryLab(user bool, requests ...request) error {
	k, err := startKeeper(user)
	if err != nil {
		return err
	}
	defer k.stop()
	for _, r := range requests {
		a, err := k.ask(r)
		if err != nil {
			return err
		}
		if e := a.Result.Exit; e != "" && e != "0" {
			return fmt.Errorf("exit %s: %s", e, a.Result.Stderr)
		}
	}
	return nil
}

// tryIoctl tries whether an ioctl is refused for want of a privilege. The
// kernel looks at that first, so what else is wrong with it doesn't matter.
func tryIoctl(name string) error {
	s, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer unix.Close(s)
	lo, err := unix.NewIfreq("lo")
	if err != nil {
		return err
	}
	lo.SetUint32(1000) // a queue length; as a map it has no meaning
	request := uint(unix.SIOCSIFTXQLEN)
	if name == Map {
		request = unix.SIOCSIFMAP
	}
	if err := unix.IoctlIfreq(s, request, lo); err == unix.EPERM {
		return err
	}
	return nil
}
