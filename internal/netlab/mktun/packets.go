package mktun

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"net"

	"golang.org/x/sys/unix"
)

// etherUnknown is an EtherType for local experiments: no protocol handles it.
const etherUnknown = 0x88b5

// receive writes frames into a device, which takes them as received. unknown
// ones are dropped for their protocol; the others, IPv4 with a bad header,
// are dropped by IP after they were counted.
func receive(name string, count, size int, unknown bool) error {
	kind := unix.IFF_TAP
	fd, err := attach(name, unix.IFF_TUN|unix.IFF_NO_PI)
	switch {
	case err != nil:
		fd, err = attach(name, unix.IFF_TAP|unix.IFF_NO_PI)
	case unknown:
		// only with a head of its own can a tun be told a protocol
		unix.Close(fd)
		kind = unix.IFF_TUN
		fd, err = attach(name, unix.IFF_TUN)
	default:
		kind = unix.IFF_TUN
	}
	if err != nil {
		return err
	}
	defer unix.Close(fd)
	data := receivedPacket(kind, size, unknown)
	for range count {
		if _, err := unix.Write(fd, data); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
	}
	return nil
}

func receivedPacket(kind, size int, unknown bool) []byte {
	ip := append([]byte{0x45}, make([]byte, size)...)[:size]
	switch {
	case kind == unix.IFF_TAP && unknown:
		return frame(size, etherUnknown)
	case kind == unix.IFF_TAP:
		return frame(size, unix.ETH_P_IP)
	case unknown:
		// struct tun_pi: flags, protocol
		return append(binary.BigEndian.AppendUint16([]byte{0, 0}, etherUnknown), ip...)
	}
	return ip
}

// frame is an Ethernet frame of size bytes, cut short if that is less than its head.
func frame(size int, protocol uint16) []byte {
	b := []byte{2, 0xff, 0xff, 0xff, 0xff, 0xfe, 2, 0xff, 0xff, 0xff, 0xff, 0xff}
	b = binary.BigEndian.AppendUint16(b, protocol)
	return append(b, bytes.Repeat([]byte{0}, size)...)[:size]
}

// send sends frames out of a link. That the link refuses some is what a test of
// its error counters wants, so it is no error here.
func send(name string, count, size int, direct bool) error {
	s, err := packetSocket(name)
	if err != nil {
		return err
	}
	defer unix.Close(s)
	if direct {
		if err := unix.SetsockoptInt(s, unix.SOL_PACKET, unix.PACKET_QDISC_BYPASS, 1); err != nil {
			return fmt.Errorf("PACKET_QDISC_BYPASS: %w", err)
		}
	}
	data := frame(size, unix.ETH_P_IP)
	for range count {
		unix.Write(s, data) //nolint:errcheck // see above
	}
	return nil
}

// packetSocket is a socket that sends raw frames out of a link and receives nothing.
func packetSocket(name string) (int, error) {
	link, err := net.InterfaceByName(name)
	if err != nil {
		return -1, fmt.Errorf("%s: %w", name, err)
	}
	s, err := unix.Socket(unix.AF_PACKET, unix.SOCK_RAW|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return -1, fmt.Errorf("packet socket: %w", err)
	}
	if err := unix.Bind(s, &unix.SockaddrLinklayer{Ifindex: link.Index}); err != nil {
		unix.Close(s)
		return -1, fmt.Errorf("bind %s: %w", name, err)
	}
	return s, nil
}
