#define AGENT_ABI_V2
#include "../../Agent/names.c"

#include "include/CAgent.h"

struct stage stage;

uint32_t line_of_source(uint32_t source) { return source; }

static abi_id id_of(uint8_t task, uint32_t version, uint8_t chief) {
  return abi_task(
      task_number(task), version, abi_number(stage.tasks[chief].id),
      abi_nest(stage.tasks[chief].id) + 1);
}

void CAgent_begin(uint8_t tasks) {
  stage = (struct stage){0};
  stage.as_told.tasks = stage.as_told.threads = tasks;
  stage.as_told.sources = 2;
  stage.tasks[0].id = abi_task(4, 1, 2, 1);
  stage.tasks[0].is_active = 1;
  for (uint8_t task = 0; task < tasks; task++) {
    stage.as_told.threads_of_task[task] = 1;
    stage.first_thread[task] = stage.task_of_thread[task] = task;
    if (task == 0) continue;
    stage.tasks[task].chief = task == 1 ? 0 : 1;
    stage.tasks[task].id = id_of(task, 1, stage.tasks[task].chief);
  }
  stage.tasks[1].is_active = 1;
}

void CAgent_created(uint8_t task, uint8_t by, uint32_t version) {
  note_created(task, by, id_of(task, version, by));
}

void CAgent_donated(uint8_t task, uint8_t by, uint8_t chief, uint32_t version) {
  note_donated(task, by, chief, id_of(task, version, chief));
}

uint64_t CAgent_nameOf(uint8_t task) { return abi_bits(task_id((l4c_id){L4C_CURRENT, task})); }

uint64_t CAgent_formerNameOf(uint8_t task) { return abi_bits(task_id((l4c_id){L4C_FORMER, task})); }

uint64_t CAgent_id(uint8_t task, uint32_t version, uint8_t chief, uint32_t nest) {
  return abi_bits(abi_task(task_number(task), version, task_number(chief), nest));
}

uint16_t CAgent_see(uint64_t id) {
  l4c_seen seen;
  see((abi_id){(uint32_t)id, (uint32_t)(id >> 32)}, &seen);
  return (uint16_t)(seen.kind | seen.number << 8);
}
