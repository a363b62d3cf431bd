#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "$0")/.."
output=.build/pc
mkdir -p "$output"
triple=i686-unknown-none-elf
clang=$(command -v clang)
swift_flags=(-enable-experimental-feature Embedded -target "$triple" -swift-version 6 -wmo
  -parse-as-library -Ounchecked -Xfrontend -disable-stack-protector -warnings-as-errors -Xfrontend -function-sections
  -Xcc -ffreestanding -Xcc -fno-stack-protector -Xcc -mno-sse)

assemble() {
  "$clang" -target "$triple" -c "$1" -o "$2"
}
kernel() {
  for file in boot entries runtime; do
    assemble Sources/PC/Kernel/$file.S "$output/$file.o"
  done
  swiftc "${swift_flags[@]}" -I Sources/PC/Hardware -module-name ReferenceKernel \
    -c Sources/ReferenceKernel/*.swift Sources/PC/Kernel/*.swift -o "$output/compiled.o"
  ld.lld -m elf_i386 --gc-sections -T Sources/PC/Kernel/kernel.ld \
    "$output"/{boot,entries,runtime,compiled}.o -o "$output/kernel.elf"
}
program() {
  swiftc "${swift_flags[@]}" -I Sources/PC/User -module-name "$1" \
    -c Sources/PC/User/*.swift Sources/PC/"$1"/*.swift -o "$output/$1.o"
  ld.lld -m elf_i386 --gc-sections -T Sources/PC/User/user.ld --defsym=program_base="$2" \
    "$output"/{start,calls,runtime,"$1"}.o -o "$output/$3.elf"
}
kernel
assemble Sources/PC/User/start.S "$output/start.o"
assemble Sources/PC/User/calls.S "$output/calls.o"
program Sigma0 0x401000 sigma0
program Root 0x800000 root
exit
  -icount shift=0,sleep=off -device isa-debug-exit,iobase=0xf4,iosize=4 \
  -kernel "$output/kernel.elf" -initrd "$output/sigma0.elf,$output/root.elf"
