package mktun

import (
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sys/unix"
)

// The transmit ring, see packet_mmap in the kernel's documentation.
const (
	slots    = 64
	slotSize = 1 << 17
	// dataOffset is where a frame begins in its slot: struct tpacket2_hdr.
	dataOffset = 32
	// maxBulk leaves room for the head in a frame that the socket takes.
	maxBulk = 65000
)

// bulk sends frames through a ring buffer that already holds them, so that
// each costs little.
func bulk(name string, count, size int) error {
	if size > maxBulk {
		return fmt.Errorf("%d bytes: at most %d", size, maxBulk)
	}
	s, err := packetSocket(name)
	if err != nil {
		return err
	}
	defer unix.Close(s)
	ring, err := transmitRing(s)
	if err != nil {
		return err
	}
	defer unix.Munmap(ring) //nolint:errcheck // the process ends soon
	data := frame(size, unix.ETH_P_IP)
	for i := range slots {
		copy(slot(ring, i)[dataOffset:], data)
	}
	next := 0
	for left := count; left > 0; {
		batch := min(left, slots)
		for range batch {
			if err := fill(slot(ring, next), size); err != nil {
				return err
			}
			next = (next + 1) % slots
		}
		if err := unix.Send(s, nil, 0); err != nil {
			return fmt.Errorf("send %s: %w", name, err)
		}
		left -= batch
	}
	return drained(ring)
}

func transmitRing(s int) ([]byte, error) {
	if err := unix.SetsockoptInt(s, unix.SOL_PACKET, unix.PACKET_VERSION, unix.TPACKET_V2); err != nil {
		return nil, fmt.Errorf("PACKET_VERSION: %w", err)
	}
	req := unix.TpacketReq{Block_size: slotSize, Block_nr: slots, Frame_size: slotSize, Frame_nr: slots}
	if err := unix.SetsockoptTpacketReq(s, unix.SOL_PACKET, unix.PACKET_TX_RING, &req); err != nil {
		return nil, fmt.Errorf("PACKET_TX_RING: %w", err)
	}
	// the ring holds more than a socket may queue by default; without the
	// right to force it, sending is only slower
	unix.SetsockoptInt(s, unix.SOL_SOCKET, unix.SO_SNDBUFFORCE, 1<<28) //nolint:errcheck // see above
	ring, err := unix.Mmap(s, 0, slots*slotSize, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	if err != nil {
		return nil, fmt.Errorf("mmap: %w", err)
	}
	return ring, nil
}

func slot(ring []byte, i int) []byte { return ring[i*slotSize : (i+1)*slotSize] }

// fill hands a slot to the kernel, when that has done with it.
func fill(slot []byte, size int) error {
	if err := free(slot); err != nil {
		return err
	}
	binary.NativeEndian.PutUint32(slot[4:], uint32(size))
	binary.NativeEndian.PutUint32(slot, unix.TP_STATUS_SEND_REQUEST)
	return nil
}

// drained waits until every frame was sent.
func drained(ring []byte) error {
	for i := range slots {
		if err := free(slot(ring, i)); err != nil {
			return err
		}
	}
	return nil
}

// free waits until the kernel has sent the frame of a slot.
func free(slot []byte) error {
	for range 100_000 { // at 0.1 ms
		switch binary.NativeEndian.Uint32(slot) {
		case unix.TP_STATUS_AVAILABLE:
			return nil
		case unix.TP_STATUS_WRONG_FORMAT:
			return errors.New("the kernel refuses the frame")
		}
		time.Sleep(100 * time.Microsecond)
	}
	return errors.New("the kernel does not send")
}
