package miitool

import "strconv"

// chip is a transceiver that is known by its two registers of identification, the
// revision aside.
type chip struct {
	id1, id2 uint16
	name     string
}

var chips = [...]chip{
	{0x0022, 0x5610, "AdHoc AH101LF"},
	{0x0022, 0x5520, "Altimata AC101LF"},
	{0x0000, 0x6b90, "AMD 79C901A HomePNA"},
	{0x0000, 0x6b70, "AMD 79C901A 10baseT"},
	{0x0181, 0xb800, "Davicom DM9101"},
	{0x0043, 0x7410, "Enable EL40-331"},
	{0x0243, 0x0c50, "ICPlus IP101A"},
	{0x0015, 0xf410, "ICS 1889"},
	{0x0015, 0xf420, "ICS 1890"},
	{0x0015, 0xf430, "ICS 1892"},
	{0x02a8, 0x0150, "Intel 82555"},
	{0x7810, 0x0000, "Level One LXT970/971"},
	{0x0022, 0x1510, "Micrel KSZ8041"},
	{0x0022, 0x1610, "Micrel KSZ9021"},
	{0x2000, 0x5c00, "National DP83840A"},
	{0x2000, 0x5c70, "National DP83865"},
	{0x0181, 0x4410, "Quality QS6612"},
	{0x0282, 0x1c50, "SMSC 83C180"},
	{0x0203, 0x8460, "STMicroelectronics ST802RT"},
	{0x1c04, 0x0010, "STMicroelectronics STE100P"},
	{0x0300, 0xe540, "TDK 78Q2120"},
	{0x0141, 0x0c20, "Yukon 88E1011"},
	{0x0141, 0x0cc0, "Yukon-EC 88E1111"},
	{0x0141, 0x0c90, "Yukon-2 88E1112"},
}

// product is what a transceiver says that it is. Makers wrote their number in two
// ways, so that of an unknown one is shown in both.
func product(id1, id2 int) string {
	revision := " rev " + strconv.Itoa(id2&0xf)
	for _, c := range chips {
		if int(c.id1) == id1 && int(c.id2) == id2&0xfff0 {
			return c.name + revision
		}
	}
	number := id1<<6 | id2>>10&0x3f
	other := reversed(number>>16)<<16 | reversed(number>>8)<<8 | reversed(number)
	return "vendor " + maker(other) + " or " + maker(number) + ", model " + strconv.Itoa(id2>>4&0x3f) + revision
}

// reversed is a byte with its bits in the other order.
func reversed(b int) (r int) {
	for i := range 8 {
		r |= (b >> i & 1) << (7 - i)
	}
	return r
}

// maker is a number of three bytes as the start of a hardware address.
func maker(v int) string {
	return hexByte(v>>16) + ":" + hexByte(v>>8) + ":" + hexByte(v)
}

func hexByte(v int) string {
	const digits = "0123456789abcdef"
	return string([]byte{digits[v>>4&15], digits[v&15]})
}

func hex(v int) string { return strconv.FormatInt(int64(v), 16) }
