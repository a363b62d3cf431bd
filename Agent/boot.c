/* From the boot of the kernel to the boot of a stage, again and again.
 *
 * A stage begins as a kernel does after boot (TN14, S0-6): sigma0 with all frames and one
 * thread, the root task with one thread whose pager sigma0 is, and all other task numbers the
 * root task's. sigma0 is played by the root task of the kernel, the root task by a task that it
 * makes. What a program leaves behind is gone when that task is deleted: its clan with it, and
 * all mappings. (TN7, AS16) */

#include "stage.h"

struct stage stage;
uint8_t agent_boot_stack[AGENT_STACK];
static uint8_t controller_stack[2 * AGENT_STACK];
static uint8_t idler_stack[512];

static abi_id sigma0;
static uint32_t frames_held;
static uint8_t is_set_up;
static int has_filler;
/* The last known id of each number, in the order of stage tasks; 0 is the root task of the
 * kernel, and the one behind those of stages is the filler's. */
#define FILLER AGENT_TASKS
static abi_id numbers[AGENT_TASKS + 1];

/* Pages must be there before they are mapped to others as one flexpage. */
void touch(uint32_t begin, uint32_t order) {
  for (uint32_t page = begin; page < begin + (AGENT_PAGE << order); page += AGENT_PAGE) {
    volatile uint8_t *byte = (volatile uint8_t *)(uintptr_t)page;
    *byte = *byte;
  }
}

static void start_thread(uint32_t lthread, uint32_t ip, uint32_t sp, abi_id pager) {
  struct abi_thread_registers registers = {ip, sp, pager, abi_nil()};
  abi_ex_regs(lthread, &registers);
}

/* Called by lthread 0 of the root task, the thread that the kernel has started. It has no more
 * to do: it becomes sigma0's thread of the stage, and another one leads. */
__attribute__((noreturn)) void agent_boot(void) {
  struct abi_thread_registers registers = {
      ABI_UNCHANGED, ABI_UNCHANGED, abi_invalid(), abi_invalid()};
  abi_ex_regs(0, &registers);
  sigma0 = registers.pager;
  touch(AGENT_IMAGE, AGENT_IMAGE_ORDER);
  start_thread(
      AGENT_CONTROLLER, (uint32_t)(uintptr_t)agent_main,
      (uint32_t)(uintptr_t)controller_stack + sizeof controller_stack - 4, sigma0);
  for (;;) abi_switch(abi_nil());
}

static void idle(void) {
  for (;;) rest(abi_nil());
}

void set_priority(abi_id thread, uint32_t priority) {
  abi_id preempter = abi_invalid();
  abi_schedule(thread, priority | abi_slice(0), &preempter);
}

/* The controller is above all others. */
void begin_controller(void) {
  uint32_t type;
  abi_id preempter = abi_invalid();
  stage.controller = abi_nearest(abi_nil(), &type);
  numbers[0] = abi_thread(stage.controller, 0);
  for (uint32_t task = 1; task <= FILLER; task++)
    numbers[task] = abi_task(
        ABI_FIRST_TASK + task - 1, 0, abi_number(numbers[0]), abi_nest(numbers[0]) + 1);
  open_devices(sigma0);
  start_probing(0);
  stage.base_priority = (uint8_t)abi_schedule(stage.controller, ABI_UNCHANGED, &preempter);
  set_priority(stage.controller, AGENT_PRIORITY);
  start_thread(
      AGENT_IDLER, (uint32_t)(uintptr_t)idle,
      (uint32_t)(uintptr_t)idler_stack + sizeof idler_stack - 4, sigma0);
  set_priority(abi_thread(stage.controller, AGENT_IDLER), 0);
}

/* Frames are those behind the image; by address, so that they can be asked for again. (S0-2) */
static int get_frame(uint32_t frame) {
  uint32_t window = (abi_fpage(page_address(frame), 0, 0, 0) & ~3u) | ABI_WINDOW;
  uint32_t dope =
      abi_exchange(sigma0, 0, window, abi_never(), AGENT_FRAMES + frame * AGENT_PAGE, 0);
  return (dope & (ABI_ERROR | L4C_MAPPED)) == L4C_MAPPED;
}

static int get_frames(uint32_t count) {
  while (frames_held > count) {
    frames_held--;
    abi_unmap(abi_fpage(page_address(frames_held), 0, 0, 0), ABI_FLUSH | ABI_OWN_TOO);
  }
  while (frames_held < count) {
    if (!get_frame(frames_held)) return 0;
    frames_held++;
  }
  abi_unmap(abi_fpage(AGENT_STAGE, AGENT_PAGES_ORDER, 0, 0), ABI_FLUSH);
  for (uint32_t frame = 0; frame < count; frame++) fill_frame(frame);
  return 1;
}

/* Makes a number the root task's own and inactive, whatever it was. Its version may have gone up
 * meanwhile without a word, so the next ones are tried: those of the past have no effect. (TN2,
 * TN12) */
static int reclaim(uint32_t task) {
  abi_id last = numbers[task];
  for (uint32_t age = 0; age < ABI_VERSIONS; age++) {
    abi_id id = abi_task(
        abi_number(last), (abi_version(last) + age) % ABI_VERSIONS, abi_number(numbers[0]),
        abi_nest(numbers[0]) + 1);
    abi_id answer = abi_donate(id, numbers[0]);
    if (abi_same(answer, abi_nil())) continue;
    numbers[task] = answer;
    return 1;
  }
  return 0;
}

/* Nobody is left of the program before: all numbers are the root task's own again. (TN7, TN9) */
static const char *tear_down(void) {
  if (is_set_up)
    for (uint32_t task = 1; task < stage.as_told.tasks; task++)
      numbers[task] = stage.tasks[task].id;
  is_set_up = 0;
  end_shortage();
  for (uint32_t task = 1; task < AGENT_TASKS; task++)
    if (!reclaim(task)) return "a task number cannot be had back";
  return 0;
}

static void lay_out(const l4c_stage *told) {
  uint8_t thread = 0;
  stage.as_told = *told;
  for (uint32_t task = 0; task < told->tasks; task++) {
    stage.first_thread[task] = thread;
    for (uint32_t i = 0; i < told->threads_of_task[task]; i++)
      stage.task_of_thread[thread++] = (uint8_t)task;
    stage.tasks[task].id = numbers[task];
    stage.tasks[task].name_count = 0;
    stage.tasks[task].chief = task < 2 ? 0 : 1;
    stage.tasks[task].is_active = 0;
  }
  for (uint32_t i = 0; i < AGENT_THREADS; i++) {
    stage.boxes[i].state = BOX_ABSENT;
    stage.boxes[i].is_first = 0;
    stage.boxes[i].events = 0;
    stage.boxes[i].slice = told->slice;
  }
  stage.step = 0;
  stage.naps = 0;
}

/* Gives a thread what it has at boot: priority 1 of the stage, its slice, no preempter. */
static void begin_scheduling(abi_id thread) {
  abi_id preempter = abi_nil();
  abi_schedule(thread, stage.base_priority | abi_slice(stage.as_told.slice), &preempter);
}

static const char *begin_tasks(void) {
  struct box *box = &stage.boxes[0];
  abi_id root = stage.tasks[1].id;
  stage.tasks[0].is_active = 1;
  /* sigma0 has no pager. (PF-11) Whatever its thread was in ends here. */
  box->is_first = 1;
  box->state = BOX_STARTING;
  box->pager = abi_nil();
  start_thread(0, worker_address(), stack_top(0), abi_nil());
  begin_scheduling(numbers[0]);
  settle();
  if (box->state != BOX_IDLE) return "sigma0's thread does not begin";
  box = &stage.boxes[stage.first_thread[1]];
  box->is_first = 1;
  box->pager = numbers[0];
  root = abi_create(
      root, 255, worker_address(), stack_top(stage.first_thread[1]), stage.controller);
  if (abi_same(root, abi_nil())) return "the root task cannot be made";
  numbers[1] = root;
  note_created(1, 0, root);
  begin_scheduling(root);
  if (!bring_up(stage.first_thread[1], root)) return "the root task does not begin";
  for (uint32_t task = 2; task < stage.as_told.tasks; task++) {
    abi_id id = abi_donate(numbers[task], root);
    if (abi_same(id, abi_nil())) return "a task number cannot be given away";
    note_donated(task, 0, 1, id);
  }
  return 0;
}

/* Whether there are more places than mappings. */
static int is_short(const l4c_stage *told) {
  uint32_t places = (uint32_t)(told->tasks - 1) * (told->pages + told->ports);
  return told->nodes < places && told->nodes != 0xFF;
}

/* Why a stage cannot be had here; NULL if it can. */
const char *stage_refusal(const l4c_stage *told) {
  if (told->tasks < 2 || told->tasks > AGENT_TASKS || told->threads > AGENT_THREADS)
    return "too many tasks or threads";
  if (told->pages > AGENT_PAGES || told->ports > AGENT_MOST_PORTS) return "too many pages or ports";
  if (told->schedules) return "who runs is not observed";
  if (told->user_pages < told->pages) return "pages of the kernel's area";
  if (is_short(told) && !can_be_short(told)) return "a kernel short of memory";
  if (told->frames > told->pages) return "more frames than pages";
  for (uint32_t task = 0; task < told->tasks; task++)
    if (told->threads_of_task[task] < 1) return "a task without threads";
  for (uint32_t thread = 0; thread < told->threads; thread++)
    if (told->buffers[thread] != 0xFF && told->buffers[thread] >= told->pages)
      return "a buffer that is nowhere";
  /* A thread of the root task that has begun is there for ever. (EX12) */
  return told->threads_of_task[0] != 1 ? "more than one thread of sigma0" : 0;
}

/* Takes the kernel back to the state after boot, on a stage that is not refused. NULL, or what
 * the kernel did not do. */
const char *set_up(const l4c_stage *told) {
  const char *why = tear_down();
  if (why) return why;
  lay_out(told);
  is_set_up = 1;
  if (!get_frames(told->frames)) return "sigma0 gives no frames";
  if ((why = begin_tasks())) return why;
  stage.is_short = (uint8_t)is_short(told);
  if (!stage.is_short) return 0;
  if (!has_filler && !(has_filler = reclaim(FILLER) && make_filler(numbers[FILLER])))
    return "the task that takes memory cannot be made";
  ration_mappings(told->nodes);
  return 0;
}
