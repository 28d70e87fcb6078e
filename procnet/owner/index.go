package owner

// index is a hash table of inodes, each with the number of a process. It takes
// 12 bytes a place and is at most three quarters full.
type index struct {
	keys   []uint64 // 0 is a free place
	values []uint32
	zero   int64 // the number of inode 0 and one more, 0 for none
	count  int
}

const firstSize = 64

// newIndex has room for n inodes.
func newIndex(n int) index {
	size := firstSize
	for size*3 < n*4 {
		size *= 2
	}
	return index{keys: make([]uint64, size), values: make([]uint32, size)}
}

// place is where a key is, or would be.
func (x *index) place(key uint64) int {
	mask := len(x.keys) - 1
	i := int(key*0x9e3779b97f4a7c15>>32) & mask
	for x.keys[i] != 0 && x.keys[i] != key {
		i = (i + 1) & mask
	}
	return i
}

func (x *index) get(key uint64) (value uint32, ok bool) {
	if key == 0 {
		return uint32(x.zero - 1), x.zero > 0
	}
	if len(x.keys) == 0 {
		return 0, false
	}
	i := x.place(key)
	return x.values[i], x.keys[i] != 0
}

// add takes an inode that isn't there yet, and tells whether it wasn't.
func (x *index) add(key uint64, value uint32) bool {
	if key == 0 {
		return x.addZero(value)
	}
	if len(x.keys) == 0 {
		x.grow()
	}
	i := x.place(key)
	if x.keys[i] != 0 {
		return false
	}
	if x.count++; x.count*4 > len(x.keys)*3 {
		x.grow()
		i = x.place(key)
	}
	x.keys[i], x.values[i] = key, value
	return true
}

func (x *index) addZero(value uint32) bool {
	if x.zero > 0 {
		return false
	}
	x.zero = int64(value) + 1
	x.count++
	return true
}

// addFirst takes an inode; of two values it has the lower one.
func (x *index) addFirst(key uint64, value uint32) {
	if x.add(key, value) {
		return
	}
	if key == 0 {
		x.zero = min(x.zero, int64(value)+1)
		return
	}
	i := x.place(key)
	x.values[i] = min(x.values[i], value)
}

func (x *index) grow() {
	old := *x
	*x = newIndex(max(2*len(old.keys), firstSize) * 3 / 4)
	x.zero, x.count = old.zero, old.count
	for i, key := range old.keys {
		if key != 0 {
			to := x.place(key)
			x.keys[to], x.values[to] = key, old.values[i]
		}
	}
}
