package linktype

import (
	"testing"

	"golang.org/x/sys/unix"
)

// The numbers stand in the table as digits so that it builds everywhere.
func TestNumbersAreTheKernels(t *testing.T) {
	tests := []struct {
		keyword string
		want    uint16
	}{
		{"loop", unix.ARPHRD_LOOPBACK},
		{"slip", unix.ARPHRD_SLIP},
		{"cslip", unix.ARPHRD_CSLIP},
		{"slip6", unix.ARPHRD_SLIP6},
		{"cslip6", unix.ARPHRD_CSLIP6},
		{"adaptive", unix.ARPHRD_ADAPT},
		{"ether", unix.ARPHRD_ETHER},
		{"ax25", unix.ARPHRD_AX25},
		{"netrom", unix.ARPHRD_NETROM},
		{"rose", unix.ARPHRD_ROSE},
		{"tunnel", unix.ARPHRD_TUNNEL},
		{"ppp", unix.ARPHRD_PPP},
		{"hdlc", unix.ARPHRD_CISCO},
		{"lapb", unix.ARPHRD_LAPB},
		{"arcnet", unix.ARPHRD_ARCNET},
		{"dlci", unix.ARPHRD_DLCI},
		{"frad", unix.ARPHRD_FRAD},
		{"sit", unix.ARPHRD_SIT},
		{"fddi", unix.ARPHRD_FDDI},
		{"hippi", unix.ARPHRD_HIPPI},
		{"irda", unix.ARPHRD_IRDA},
		{"ec", unix.ARPHRD_ECONET},
		{"x25", unix.ARPHRD_X25},
		{"ash", unix.ARPHRD_ASH},
		{"eui64", unix.ARPHRD_EUI64},
		{"unspec", unix.ARPHRD_VOID},
	}
	for _, test := range tests {
		if got := NetTools210.ByKeyword(test.keyword); got == nil || got.ARPHRD != test.want {
			t.Errorf("%s is %+v, want number %d", test.keyword, got, test.want)
		}
	}
	for want, got := range map[uint16]string{
		unix.ARPHRD_IEEE802:    Classic.ByNumber(unix.ARPHRD_IEEE802).Title,
		unix.ARPHRD_IEEE802_TR: Classic.ByNumber(unix.ARPHRD_IEEE802_TR).Title,
		unix.ARPHRD_INFINIBAND: RedHat.ByNumber(unix.ARPHRD_INFINIBAND).Title,
	} {
		if got == "UNSPEC" {
			t.Errorf("number %d is not in the table", want)
		}
	}
}
