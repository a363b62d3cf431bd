/// Mixes the words of a code: a 128-bit product for each word, folded (as in wyhash).
@inlinable @inline(__always)
func stateHash<Code: StateCode>(_ code: Code, words: Int) -> UInt64 {
  var hash = fold(code.word(0) ^ 0xa076_1d64_78bd_642f, 0xe703_7ed1_a0b4_28db)
  var index = 1
  while index < words {
    hash = fold(code.word(index) ^ hash, 0x8ebc_6af0_9c88_c6e3)
    index += 1
  }
  return fold(hash, 0x5899_65cc_7537_4cc3)
}

@inlinable @inline(__always)
func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
  let product = left.multipliedFullWidth(by: right)
  return product.high ^ product.low
}
