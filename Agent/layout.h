/* Where things lie in the spaces of all tasks of the agent. agent.ld agrees with it.
 *
 *   AGENT_IMAGE    the agent's code, data and stacks: the same pages in all tasks, at the same
 *                  addresses
 *   AGENT_FRAMES   the frames of the stage, as far as sigma0 is concerned: they are reserved
 *                  behind the image, and never touched there
 *   AGENT_STAGE    the pages of the stage
 *
 * The stage lies in the same 4 MB as the image, so that a task needs one page table. */

#ifndef AGENT_LAYOUT_H
#define AGENT_LAYOUT_H

#define AGENT_PAGE 4096u

#define AGENT_IMAGE 0x800000u
#define AGENT_IMAGE_ORDER 5 /* 2 to that many pages */
#define AGENT_IMAGE_SIZE (AGENT_PAGE << AGENT_IMAGE_ORDER)

#define AGENT_FRAMES (AGENT_IMAGE + AGENT_IMAGE_SIZE)

#define AGENT_STAGE 0xA00000u
#define AGENT_PAGES 16 /* of a stage, at most; a power of two, for the window of all of them */
#define AGENT_PAGES_ORDER 4
/* A page of the stage's region that is never mapped: behind the others. */
#define AGENT_HOLE (AGENT_STAGE + AGENT_PAGES * AGENT_PAGE)

#define AGENT_TASKS 8
#define AGENT_THREADS 16
#define AGENT_STACK 2048
/* The stage has the threads of each task from 0 on. The one of the root task that leads: */
#define AGENT_CONTROLLER 48
/* The one of the root task that is below all others in priority: */
#define AGENT_IDLER 47
/* Those of every task that find out what it holds: */
#define AGENT_PROBER 49
#define AGENT_SUPERVISOR 50

#ifndef __ASSEMBLER__
#include <stdint.h>
static inline uint32_t page_address(uint32_t page) { return AGENT_STAGE + page * AGENT_PAGE; }
#endif

#endif
