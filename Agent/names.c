/* Who is who: ids of the stage and of the kernel.
 *
 * The version of a task number goes up whenever it is made anew, and when its task ends with a
 * clan (TN12), of which nobody is told; so the agent keeps the clans of the stage. What it keeps
 * is only used to name threads: what the kernel answers is never changed by it. */

#include "stage.h"

/* The number that a task of the stage has in the kernel. */
uint32_t task_number(uint32_t task) {
  return task == 0 ? abi_number(stage.tasks[0].id) : ABI_FIRST_TASK + task - 1;
}

static abi_id former(abi_id id) {
  uint32_t version = (abi_version(id) + ABI_VERSIONS - 1) % ABI_VERSIONS;
  return abi_thread(
      abi_task(abi_number(id), version, abi_chief(id), abi_nest(id)), abi_lthread(id));
}

abi_id task_id(l4c_id name) {
  abi_id id = stage.tasks[name.number].id;
  return name.kind == L4C_FORMER ? former(id) : id;
}

abi_id thread_id(l4c_id name) {
  uint32_t task;
  if (name.kind != L4C_CURRENT && name.kind != L4C_FORMER) return abi_nil();
  task = stage.task_of_thread[name.number];
  return abi_thread(
      task_id((l4c_id){name.kind, (uint8_t)task}), name.number - stage.first_thread[task]);
}

abi_id current_id(uint32_t thread) { return thread_id((l4c_id){L4C_CURRENT, (uint8_t)thread}); }

abi_id partner_id(l4c_id name) {
  switch (name.kind) {
  case L4C_INTERRUPT:
    /* A source that the stage has not is one that does not exist. (INT-4) */
    return abi_interrupt(
        name.number < stage.as_told.sources ? line_of_source(name.number)
                                            : AGENT_NO_LINE + name.number);
  case L4C_INVALID: return abi_invalid();
  default: return thread_id(name);
  }
}

/* A task has got another chief, or another incarnation: its id says so. */
static void call_task(uint32_t task, uint32_t chief, abi_id id) {
  struct stage_task *entry = &stage.tasks[task];
  entry->chief = (uint8_t)chief;
  if (abi_same(entry->id, id)) return;
  if (abi_version(entry->id) != abi_version(id)) entry->name_count = 0;
  else if (entry->name_count < AGENT_TASKS) entry->names[entry->name_count++] = entry->id;
  entry->id = id;
}

static void rename_task(uint32_t task, uint32_t chief, uint32_t versions) {
  abi_id head = stage.tasks[chief].id;
  uint32_t version = (abi_version(stage.tasks[task].id) + versions) % ABI_VERSIONS;
  call_task(
      task, chief, abi_task(task_number(task), version, abi_number(head), abi_nest(head) + 1));
}

/* A task ends, and its clan and the clans below with it; what they might have created is the
 * chief's. (TN7, TN9) */
static void end_task(uint32_t task, uint32_t chief) {
  if (!stage.tasks[task].is_active) return;
  stage.tasks[task].is_active = 0;
  for (uint32_t thread = 0; thread < stage.as_told.threads; thread++)
    if (stage.task_of_thread[thread] == task) stage.boxes[thread].state = BOX_ABSENT;
  for (uint32_t other = 1; other < stage.as_told.tasks; other++) {
    if (other == task || stage.tasks[other].chief != task) continue;
    uint32_t was_active = stage.tasks[other].is_active;
    end_task(other, chief);
    rename_task(other, chief, was_active);
  }
}

void note_created(uint32_t task, uint32_t by, abi_id id) {
  end_task(task, stage.tasks[task].chief);
  stage.tasks[task].is_active = 1;
  call_task(task, by, id);
}

void note_donated(uint32_t task, uint32_t by, uint32_t chief, abi_id id) {
  end_task(task, by);
  call_task(task, chief, id);
}

/* Whether a task was called so, by the version that it has still. */
static int was_called(const struct stage_task *task, abi_id id) {
  for (uint32_t name = 0; name < task->name_count; name++)
    if (abi_same(id, task->names[name])) return 1;
  return 0;
}

/* An id as the kernel gave it, in terms of the stage. */
void see(abi_id id, l4c_seen *seen) {
  uint32_t line;
  seen->value = 0;
  seen->number = 0;
  if (abi_same(id, abi_nil())) {
    seen->kind = L4C_NOBODY;
    return;
  }
  if (abi_same(id, abi_invalid())) {
    seen->kind = L4C_INVALID;
    return;
  }
  if (abi_is_interrupt(id, &line)) {
    seen->kind = L4C_INTERRUPT;
    seen->number = (uint8_t)(line - AGENT_NO_LINE);
    if (line >= AGENT_NO_LINE) return;
    for (uint32_t source = 0; source < stage.as_told.sources; source++) {
      seen->number = (uint8_t)source;
      if (line_of_source(source) == line) return;
    }
  }
  for (uint32_t thread = 0; thread < stage.as_told.threads; thread++) {
    uint32_t task = stage.task_of_thread[thread];
    abi_id current = current_id(thread);
    if (abi_number(id) != task_number(task) || abi_lthread(id) != abi_lthread(current)) continue;
    seen->number = (uint8_t)thread;
    seen->kind = abi_same(id, current) ? L4C_CURRENT : L4C_FORMER;
    /* The same version but a chief that it never had is nobody's id, and so is a version that is
     * still to come. */
    uint32_t age = (abi_version(current) - abi_version(id)) % ABI_VERSIONS;
    if (seen->kind == L4C_CURRENT || (age > 0 && age < ABI_VERSIONS / 2)) return;
    if (was_called(&stage.tasks[task], abi_thread(id, 0))) return;
  }
  seen->kind = L4C_UNKNOWN;
  seen->number = 0;
  seen->value = abi_bits(id);
}
