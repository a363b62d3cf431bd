#!/bin/sh
# Compiles the reference kernel as Embedded Swift for a bare 32-bit PC, together with a machine to be
# specialised for; says how much code that makes, and fails if it needs what such a machine does not have.
set -eu
cd "$(dirname "$0")/.."

triple=i686-unknown-none-elf
output=${1:-.build/freestanding}
mkdir -p "$output"

swiftc -enable-experimental-feature Embedded -target "$triple" -swift-version 6 \
  -wmo -parse-as-library -Osize -warnings-as-errors -Xfrontend -function-sections \
  -module-name ReferenceKernel -c Sources/ReferenceKernel/*.swift Tests/Freestanding/*.swift \
  -o "$output/compiled.o"

# Only what the entries reach.
"${LD:-ld.lld}" -m elf_i386 -r --gc-sections -u l4_run -u l4_memory_size \
  "$output/compiled.o" -o "$output/kernel.o"

# Boot code has the bare_ functions and memset; the stack guard is the compiler's. Anything else, above
# all an allocator, has no place in a kernel.
allowed='^(bare_.*|memset|__stack_chk_(fail|guard)|_GLOBAL_OFFSET_TABLE_)$'
missing=$(llvm-nm -u -j "$output/kernel.o" | grep -Ev "$allowed" || true)
if [ -n "$missing" ]; then
  echo "freestanding: the kernel needs what a bare machine has not:" >&2
  echo "$missing" >&2
  exit 1
fi
"$(command -v llvm-size || command -v size)" "$output/kernel.o"
