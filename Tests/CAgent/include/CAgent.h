// The parts of the agent that need no kernel, with the ids of Version 2.

#ifndef CAGENT_H
#define CAGENT_H

#include <stdint.h>

/// A stage after boot, on which all tasks have one thread; all numbers have version 1.
void CAgent_begin(uint8_t tasks);

/// A task was created, or a number given away: what the kernel answers has that version.
void CAgent_created(uint8_t task, uint8_t by, uint32_t version);
void CAgent_donated(uint8_t task, uint8_t by, uint8_t chief, uint32_t version);

/// The bits of an id: as the agent would name the task now, and as anybody might.
uint64_t CAgent_nameOf(uint8_t task);
uint64_t CAgent_formerNameOf(uint8_t task);
uint64_t CAgent_id(uint8_t task, uint32_t version, uint8_t chief, uint32_t nest);

/// The kind of an id that a kernel gave, and its number in the high byte.
uint16_t CAgent_see(uint64_t id);

#endif
