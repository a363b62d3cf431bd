#!/usr/bin/env bash
# Builds the conformance agent: for all ABIs that it has, and as a root task of the reference kernel.
#
#   scripts/agent.sh              compiles for all ABIs, links .build/agent/{v2,fiasco,x0}.elf and, for
#                                 the reference kernel, .build/agent/agent.elf
#
# Status 0: all compiled without a warning. 1: it did not.
set -euo pipefail
cd "$(dirname "$0")/.."

output=.build/agent
flags=(-target i686-unknown-none-elf -std=c99 -ffreestanding -fno-stack-protector -fno-pic -mno-sse
  -Os -Wall -Wextra -Werror)
sources=(start agent boot controller worker message probe names devices frame wire)
mkdir -p "$output"

# build NAME FLAG...
build() {
  local name=$1 source
  local objects=()
  shift
  for source in "${sources[@]}"; do
    "${CLANG:-clang}" "${flags[@]}" "$@" -I Agent/include -c "Agent/$source.c" \
      -o "$output/$name-$source.o"
    objects+=("$output/$name-$source.o")
  done
  "${LD:-ld.lld}" -m elf_i386 -T Agent/agent.ld "${objects[@]}" -o "$output/$name.elf"
}

build v2 -DAGENT_ABI_V2
build fiasco -DAGENT_ABI_FIASCO
build x0 -DAGENT_ABI_X0
build agent -DAGENT_ABI_V2 -DAGENT_REFERENCE_KERNEL
"$(command -v llvm-size || command -v size)" "$output"/{v2,fiasco,x0,agent}.elf
