extension KnownPrograms {
  static let text = """
    # access
    # access, page fault
    # call, 0x20 receive timeout
    # call, 0x20 receive timeout, another 0x00 ok
    # call, 0x20 receive timeout, m
    # call, 0x20 receive timeout, page kept
    # call, 0x20 receive timeout, page notHeld
    # call, 0x20 receive timeout, page ontoAncestor
    # call, it waits
    # call, it waits, another 0x00 ok
    # call, it waits, d
    # call, it waits, m
    # call, it waits, page mapped
    # fpage_unmap
    # fpage_unmap, page unmapped
    # reply and wait, it waits
    # reply and wait, it waits, another 0x00 ok
    # reply and wait, it waits, i
    # reply and wait, it waits, m
    # reply and wait, it waits, page notHeld
    # reply and wait, it waits, r
    # send, 0x00 ok
    # send, 0x00 ok, another 0x00 ok
    # send, 0x00 ok, m
    # send, 0x00 ok, page kept
    # send, 0x00 ok, page mapped
    # send, 0x00 ok, page notHeld
    # send, 0x00 ok, r
    # send, it waits
    # wait, 0x00 ok
    # wait, 0x00 ok, another 0x00 ok
    # wait, 0x00 ok, i
    # wait, 0x00 ok, m
    # wait, 0x00 ok, page noPlace
    # wait, 0x00 ok, r
    # wait, it waits
    stage: limits
    operations:
      t4.0 wait into p1
      t2.0 call t4.0 as t0.0 word 1 map p0 → p0 rw and receive into p0
      t0.0 reply t2.0 word 1 grant p1+4 → p3 rw and wait into all within 2 ticks
      t1.0 reads p2
      t4.0 reply t0.0 map p0+4 → p3 rw now and wait into all within 1 tick
      t2.0 send t5.0 map p0+4 → p3 rw within 3 ticks
      t2.0 unmap p1 remap others
      t4.0 send t1.0 word 1 map p0+2 → p3 rw
      t2.0 wait into all now
      t2.0 wait into all
      t3.0 reads p3
      t4.0 call t2.0 word 1 map p0+4 → p1 r- within 3 ticks and receive now

    # reply and wait, 0x00 ok
    # reply and wait, 0x00 ok, another 0x00 ok
    # reply and wait, 0x00 ok, m
    # reply and wait, 0x00 ok, page mapped
    # reply and wait, 0x00 ok, page notHeld
    # reply and wait, 0x20 receive timeout
    # reply and wait, 0x20 receive timeout, another 0x00 ok
    # reply and wait, 0x20 receive timeout, m
    # reply and wait, 0x20 receive timeout, page ontoAncestor
    # reply and wait, 0x60 receive map failed
    # reply and wait, 0x60 receive map failed, another 0x00 ok
    # reply and wait, 0x60 receive map failed, another 0x70 send map failed
    # reply and wait, 0x60 receive map failed, d
    # reply and wait, 0x60 receive map failed, m
    # reply and wait, 0x60 receive map failed, page notHeld
    # reply and wait, 0x60 receive map failed, page shortage
    # reply and wait, 0xF0 send message cut
    # reply and wait, 0xF0 send message cut, another 0xE0 receive message cut
    # reply and wait, 0xF0 send message cut, i
    # reply and wait, 0xF0 send message cut, r
    # wait, 0x00 ok, page granted
    # wait, 0x00 ok, page grantedReplacing
    # wait, 0xE0 receive message cut
    # wait, 0xE0 receive message cut, another 0xF0 send message cut
    # wait, 0xE0 receive message cut, i
    # wait, 0xE0 receive message cut, r
    stage: shortage
    operations:
      t1.0 call t2.0 grant p0+2 → p0 r- within 3 ticks and receive within 2 ticks
      t3.0 send t0.0 word 1 grant p1 → p1 rw
      t2.0 wait into all now
      t0.0 wait into all
      t2.0 reply t0.0 map p0 → p0 rw now and wait into all within 2 ticks
      t2.0 call t3.0 word 1 map p0 → p0 r- within 1 tick and receive into p0 within 2 ticks
      t1.0 wait
      t1.0 wait into all
      t3.0 reply t1.0 map p0+2 → p0 r- now and wait into p0 within 3 ticks
      t3.0 call t0.0 word 1 map p0 → p0 r- within 5 ticks and receive into all within 2 ticks
      t1.0 reply t0.0 as t2.0 map p0+2 → p1 rw now and wait into p1 within 1 tick
      t3.0 reply t2.0 map p0 → p0 rw within 3 ticks and wait into p1 now

    # access, another 0x00 ok
    # access, page accessed
    # call, 0x00 ok
    # call, 0x00 ok, page fault
    # call, 0x00 ok, page kept
    # call, 0x00 ok, page notHeld
    # call, 0x10 not existent
    # receive, 0x00 ok
    # receive, 0x00 ok, another 0x00 ok
    # receive, 0x00 ok, m
    # receive, 0x00 ok, page rootStays
    # receive, 0x00 ok, r
    # receive, 0x20 receive timeout
    # reply and wait, 0x00 ok, another 0x20 receive timeout
    # reply and wait, 0x00 ok, i
    # reply and wait, 0x00 ok, page accessed
    # reply and wait, 0x00 ok, page fault
    # reply and wait, 0x00 ok, page granted
    # reply and wait, 0x00 ok, page grantedReplacing
    # reply and wait, 0x00 ok, r
    # reply and wait, 0x00 ok, retried
    # wait, 0x00 ok, d
    # wait, 0x00 ok, page rootStays
    stage: shortage
    operations:
      t3.0 receive nobody into all now
      t2.0 writes p0
      t1.0 reply t0.0 as t2.0 word 1 map p1 → p0 rw and wait into all
      t0.0 wait naming t3.0 into all within 2 ticks
      t3.0 writes p1
      t1.0 call irq99 now
      t1.0 reply t3.0 grant p0 → p1 r- within 2 ticks and wait into all
      t0.0 send t3.0 word 1 grant p0 → p0 r- within 3 ticks
      t2.0 call t0.0 as t0.0 grant p0 → p0 r- and receive into p1 now
      t1.0 receive t0.0 into p1
      t1.0 call t3.0 map p0+2 → p1 r- now and receive within 3 ticks
      t1.0 reply t3.0 grant p0+2 → p1 rw within 3 ticks and wait into p0 within 8 ticks

    # call, 0x20 receive timeout, another 0x30 send timeout
    # call, 0x20 receive timeout, page mapped
    # receive, 0xE0 receive message cut
    # receive, 0xE0 receive message cut, another 0xF0 send message cut
    # receive, 0xE0 receive message cut, i
    # receive, 0xE0 receive message cut, r
    # reply and wait, 0xE0 receive message cut
    # reply and wait, 0xE0 receive message cut, another 0x00 ok
    # reply and wait, 0xE0 receive message cut, another 0xF0 send message cut
    # reply and wait, 0xE0 receive message cut, i
    # reply and wait, 0xE0 receive message cut, m
    # reply and wait, 0xE0 receive message cut, page kept
    # reply and wait, 0xE0 receive message cut, r
    # send, 0x00 ok, page accessed
    # send, 0x00 ok, page granted
    # send, 0x00 ok, retried
    # send, 0x10 not existent
    # send, it waits, another 0x00 ok
    # send, it waits, page fault
    # wait, 0x20 receive timeout
    stage: transfers
    operations:
      t3.0 writes p0
      t2.1 call t0.0 map p1 → p1 rw within 3 ticks and receive into p0 now
      t1.0 receive t3.0
      t1.0 receive t2.1 short buffer now no faults
      t2.1 reply t0.0 parts 1 within 2 ticks and wait into p0 buffer faults within 1 tick
      t1.0 send t3.0 grant p0 → p0 rw now
      t3.0 wait into p0 short buffer no faults
      t1.0 send t0.0 parts 1 header in page map p0 → p0 r- now faults within 4 ticks
      t0.0 wait now
      t0.0 call t1.0 word 1 map p1 → p0 r- now and receive into all buffer now no faults
      t1.0 send t1.0 word 1 parts 2 within 1 tick
      t1.0 reply t3.0 map p1 → p1 r- now and wait into all within 2 ticks

    # call, 0x70 send map failed
    # call, 0x70 send map failed, another 0x60 receive map failed
    # call, 0x70 send map failed, page shortage
    # call, 0x70 send map failed, page widened
    # id_nearest, innerClan
    # lthread_ex_regs, changed
    # receive, 0x60 receive map failed
    # receive, 0x60 receive map failed, another 0x70 send map failed
    # receive, 0x60 receive map failed, page shortage
    # receive, 0x60 receive map failed, page widened
    # receive, it waits
    # reply and wait, 0x10 not existent
    # reply and wait, it waits, page accessed
    # reply and wait, it waits, page granted
    # reply and wait, it waits, retried
    # send, 0x30 send timeout
    # tick
    stage: shortage
    operations:
      t1.0 ex_regs t1.0 registers 3
      t1.0 writes p1
      t1.0 receive t3.0 into all
      tick
      t3.0 writes p0
      t1.0 reply t3.0 word 1 grant p1 → p0 rw within 3 ticks and wait into all within 1 tick
      t0.0 call t1.0 word 1 map p0+2 → p0 rw and receive into all
      t1.0 reply t1.0 word 1 map p0 → p1 r- within 2 ticks and wait into all
      t3.0 send t1.0 grant p0 → p1 r- now
      t0.0 call t3.0 word 1 map p0+2 → p0 rw within 1 tick and receive into all within 2 ticks
      t1.0 receive t0.0 into all now
      t0.0 id_nearest t3.0

    # call, 0x20 receive timeout, page accessed
    # call, 0x20 receive timeout, page granted
    # call, 0x20 receive timeout, retried
    # call, it waits, i
    # call, it waits, page kept
    # call, it waits, page notHeld
    # call, it waits, r
    # exception, shut down
    # id_nearest, outerClan
    # plain call, it waits
    # receive, 0x00 ok, page kept
    # receive, 0x00 ok, page notHeld
    # reply and wait, it waits, d
    # reply and wait, it waits, page kept
    # task_new, tooDeep
    stage: limits
    operations:
      t4.0 writes p0
      t0.0 call t1.0 word 1
      t2.0 wait into p2
      t2.0 call t4.0 grant p1 → p0 rw and receive into p1 now
      t3.0 receive t4.0 into p2 within 2 ticks
      t4.0 id_nearest t3.0
      t1.0 exception
      t2.0 call t4.0 map p0+2 → p0 r- within 1 tick and receive into all within 3 ticks
      t4.0 receive t2.0 into all now
      t4.0 task_new task5 mcp 3 registers 7 pager t1.0
      t4.0 call t1.0 map p0+4 → p2 r- now and receive into p0 within 3 ticks
      t2.0 reply t5.0 as t1.0 map p0 → p1 rw within 4 ticks and wait into all within 3 ticks

    # receive, 0x10 not existent
    # reply and wait, 0xA0 receive page fault timeout (receive)
    # reply and wait, 0xA0 receive page fault timeout (receive), another 0x00 ok
    # reply and wait, 0xA0 receive page fault timeout (receive), another 0xB0 send page fault timeout (receive)
    # reply and wait, 0xB0 send page fault timeout (receive)
    # reply and wait, 0xB0 send page fault timeout (receive), another 0xA0 receive page fault timeout (receive)
    # send, 0x90 send page fault timeout (send)
    # send, 0x90 send page fault timeout (send), another 0x80 receive page fault timeout (send)
    # send, 0xF0 send message cut
    # send, 0xF0 send message cut, another 0xE0 receive message cut
    # send, 0xF0 send message cut, d
    # send, 0xF0 send message cut, i
    # send, 0xF0 send message cut, r
    # task_new, created
    # thread_switch, yielded
    stage: whole
    operations:
      t2.1 receive former t2.1 now
      t1.0 wait
      t3.0 wait into all buffer faults within 1 tick
      t0.0 wait naming t0.0 buffer within 2 ticks
      t2.1 send t0.0 as t4.0 word 1 parts 1 faults within 4 ticks
      t2.1 send t3.0 parts 2 map p0 → p3 r- no faults
      t3.1 send t0.0 parts 1 faults within 1 tick
      t2.1 task_new task4 mcp 0 registers 3 pager t2.1
      t3.0 thread_switch nobody
      t1.0 reply t0.0 as t0.0 word 1 and wait buffer no faults
      t1.0 wait into io0 short buffer no faults
      t3.1 reply t1.0 as t1.0 parts 2 within 3 ticks no faults and wait buffer now no faults

    # plain call, 0x00 ok
    # plain call, 0x00 ok, page fault
    # receive, 0x00 ok, another 0x20 receive timeout
    # receive, 0x00 ok, i
    # receive, 0x00 ok, page grantedReplacing
    # reply and wait, 0x70 send map failed
    # reply and wait, 0x70 send map failed, another 0x60 receive map failed
    # reply and wait, 0x70 send map failed, page shortage
    # reply and wait, 0x70 send map failed, page widened
    # send, 0x70 send map failed
    # send, 0x70 send map failed, page accessed
    # send, 0x70 send map failed, page mapped
    # send, 0x70 send map failed, page shortage
    # send, 0x70 send map failed, retried
    stage: shortage
    operations:
      t0.0 reply t2.0 word 1 within 4 ticks and wait within 6 ticks
      t1.0 receive t3.0 into p0
      t3.0 writes p0
      t1.0 wait into all
      t2.0 wait into all within 3 ticks
      t1.0 reply t3.0 word 1 within 1 tick and wait into p1 within 3 ticks
      t1.0 reply t2.0 word 1 map p0+2 → p1 r- now and wait into p0
      t2.0 call t0.0 word 1 grant p0 → p0 rw within 3 ticks and receive now
      t1.0 ex_regs t1.0 registers 4 pager t2.0
      t1.0 call t3.0 word 1
      t1.0 receive t2.0 into p1 now
      t1.0 send t3.0 word 1 map p0+2 → p0 rw within 3 ticks

    # call, 0x00 ok, page mapped
    # call, 0x00 ok, page widened
    # call, 0xE0 receive message cut
    # call, 0xE0 receive message cut, another 0xF0 send message cut
    # call, 0xE0 receive message cut, page mapped
    # call, it waits, page fault
    # plain reply and wait, 0x00 ok
    # plain reply and wait, 0x00 ok, another 0x00 ok
    # plain reply and wait, 0x00 ok, r
    # plain reply and wait, it waits
    # receive, 0x80 receive page fault timeout (send)
    # receive, 0x80 receive page fault timeout (send), another 0x90 send page fault timeout (send)
    # task_new, notChief
    stage: strings
    operations:
      t2.0 wait
      t4.0 call t2.0 parts 1 header in page grant p0+2 → p1 rw faults within 4 ticks and receive buffer now no faults
      t3.1 task_new task1 mcp 0 registers 3 pager t3.1
      t2.0 call t4.0 map p0 → p0 r- and receive into all
      t4.0 writes p1
      t2.0 receive t4.0 into all buffer now no faults
      t0.0 reply t2.1 and wait
      t2.0 call t4.0 map p0+2 → p1 r- within 1 tick
      t1.0 send t3.1 parts 2 within 3 ticks no faults
      t2.0 wait
      t3.1 receive t1.0 into p0 buffer
      t1.0 reply t2.0 and wait

    # call, 0x30 send timeout
    # call, it waits, page accessed
    # call, it waits, page granted
    # call, it waits, page grantedReplacing
    # call, it waits, retried
    # reply and wait, 0x20 receive timeout, i
    # reply and wait, 0x20 receive timeout, page mapped
    # reply and wait, 0x20 receive timeout, r
    # send, skipped
    # wait, 0x60 receive map failed
    # wait, 0x60 receive map failed, another 0x70 send map failed
    # wait, 0x60 receive map failed, page shortage
    stage: shortage
    operations:
      t3.0 receive t3.0 into all
      t1.0 reply t2.0 word 1 map p0 → p1 r- within 1 tick and wait into p1
      t2.0 call t0.0 as t0.0 word 1 now and receive into all
      t2.0 wait into all within 2 ticks
      t1.0 call t0.0 word 1 map p0 → p0 rw now and receive into p1 within 2 ticks
      t1.0 wait into all
      t0.0 receive t2.0 into all
      t1.0 send t3.0 word 1 grant p0+2 → p1 rw
      t2.0 reads p1
      t1.0 call t2.0 grant p0+2 → p1 rw and receive into all
      t2.0 reply t0.0 map p0 → p0 rw and wait into p0 now

    # LIDT
    # id_nearest, direct
    # ipc without phases, 0x10 not existent
    # reply and wait, 0x30 send timeout
    # wait, 0x00 ok, another 0x20 receive timeout
    # wait, 0x00 ok, another 0x60 receive map failed
    # wait, 0x00 ok, another 0x70 send map failed
    # wait, 0x00 ok, page kept
    # wait, 0x00 ok, page notHeld
    # wait, 0x00 ok, page ontoAncestor
    # wait, 0x00 ok, page shortage
    stage: shortage
    operations:
      t1.0 ipc t0.0 without phases
      t2.0 send t0.0 word 1 map p0+2 → p1 r-
      t1.0 wait into all now
      t2.0 id_nearest t2.0
      t2.0 send t3.0 map p0 → p0 rw within 3 ticks
      t0.0 receive nobody into p1 within 1 tick
      t3.0 reply t0.0 as t1.0 now and wait into p1 now
      t3.0 reply t1.0 within 2 ticks and wait into all within 3 ticks
      t1.0 wait into all now
      t3.0 lidt valid
      t2.0 call t1.0 map p0 → p1 r- within 3 ticks and receive into p1 now
      t1.0 wait into p1 now

    # call, 0xD0 send aborted
    # call, 0xD0 send aborted, another 0xC0 receive aborted
    # reply and wait, 0xC0 receive aborted
    # reply and wait, 0xC0 receive aborted, another 0x00 ok
    # reply and wait, 0xC0 receive aborted, another 0xD0 send aborted
    # reply and wait, 0xC0 receive aborted, i
    # reply and wait, 0xC0 receive aborted, r
    # thread_schedule, set
    # wait, 0xC0 receive aborted
    # wait, 0xC0 receive aborted, another 0xD0 send aborted
    stage: transfers
    operations:
      t3.0 ex_regs t3.0 pager nobody
      t3.0 send t0.0 parts 1 within 2 ticks
      t2.1 receive nobody into all within 3 ticks
      t1.0 wait into all buffer
      t2.0 send t3.0 word 1 parts 2 header in page map p1+2 → p0 r- within 1 tick faults within 4 ticks
      t1.0 thread_schedule t2.0 priority 1 slice 2
      t1.0 wait buffer within 7 ticks
      t3.0 call t0.0 parts 1 map p0 → p1 rw and receive now
      t1.0 wait buffer within 3 ticks
      t3.0 receive invalid within 2 ticks
      t3.0 reply t0.0 as t0.0 word 1 within 3 ticks and wait buffer faults within 1 tick
      t1.0 send t0.0 as t2.1 parts 1 map p1 → p1 r- now faults within 1 tick

    # access, i
    # access, r
    # lthread_ex_regs, changed, another 0x00 ok
    # lthread_ex_regs, changed, another 0x40 receive cancelled
    # lthread_ex_regs, changed, i
    # lthread_ex_regs, changed, page fault
    # lthread_ex_regs, changed, r
    # plain call, skipped
    # plain send, skipped
    # receive, skipped
    stage: scheduling
    operations:
      t2.1 receive t3.1
      t1.0 task_new former task1 mcp 1 registers 4 pager t1.0
      t1.0 wait within 1 tick
      t2.0 send t3.0 now
      t2.0 ex_regs t2.1 registers 9 pager t0.0
      t2.1 reads p0
      t1.0 wait within 1 tick
      t2.0 ex_regs t2.1
      t2.0 call t2.1
      t3.0 receive t0.0 within 2 ticks
      t3.1 send t2.1 word 1
      t1.0 reply t0.0 word 1 grant p0 → p0 rw within 1 tick and wait into p0

    # call, 0x20 receive timeout, another 0xE0 receive message cut
    # call, 0x20 receive timeout, another 0xF0 send message cut
    # call, 0x20 receive timeout, i
    # call, 0x20 receive timeout, page widened
    # call, 0x20 receive timeout, r
    # call, 0x80 receive page fault timeout (send)
    # call, 0x80 receive page fault timeout (send), another 0x90 send page fault timeout (send)
    # call, 0x80 receive page fault timeout (send), page granted
    # receive, it waits, another 0x00 ok
    # reply and wait, it waits, page fault
    stage: transfers
    operations:
      t3.0 reply t0.0 word 1 parts 2 header in page within 2 ticks no faults and wait into p1 buffer faults within 1 tick
      t2.1 receive t2.0 into all buffer now
      t2.1 call t0.0 word 1 parts 2 grant p0 → p0 r- within 3 ticks
      t1.0 wait buffer now
      tick
      t1.0 call t3.0 grant p0 → p0 rw within 1 tick and receive buffer within 3 ticks
      t2.0 reply t2.1 parts 1 header in page within 3 ticks and wait into p1 within 2 ticks
      t1.0 unmap p1 remap others
      t1.0 receive t2.1 buffer now faults within 4 ticks
      t3.0 receive t2.1 buffer within 3 ticks faults within 4 ticks
      t0.0 ex_regs t0.0 registers 8 pager t0.0
      t0.0 call t1.0 map p0+2 → p0 rw and receive now

    # call, 0x00 ok, another 0x00 ok
    # call, 0x00 ok, i
    # call, 0x00 ok, r
    # reply and wait, 0x80 receive page fault timeout (send)
    # reply and wait, 0x80 receive page fault timeout (send), another 0x00 ok
    # reply and wait, 0x80 receive page fault timeout (send), another 0x90 send page fault timeout (send)
    # reply and wait, 0x80 receive page fault timeout (send), i
    # reply and wait, 0x80 receive page fault timeout (send), m
    # reply and wait, 0x80 receive page fault timeout (send), page kept
    # reply and wait, 0x80 receive page fault timeout (send), r
    stage: transfers
    operations:
      t3.0 send t0.0 word 1 parts 1 header in page now
      t2.1 call t3.0 word 1 parts 2 map p0 → p1 rw within 3 ticks no faults and receive buffer within 2 ticks
      t1.0 wait now
      t1.0 call t3.0 word 1 map p1 → p0 r- and receive into p0 buffer faults within 4 ticks
      t2.0 wait buffer within 3 ticks faults within 1 tick
      t1.0 wait naming t3.0 into all within 3 ticks
      t3.0 ex_regs t3.0 registers 9 preempter t3.0
      t3.0 reply t0.0 word 1 map p0 → p0 r- within 2 ticks and wait buffer now faults within 4 ticks
      t2.1 receive t1.0
      t1.0 send t3.0 word 1 within 2 ticks
      t3.0 reply t2.0 word 1 now and wait into all short buffer now faults within 4 ticks

    # reply and wait, 0xA0 receive page fault timeout (receive), i
    # reply and wait, 0xA0 receive page fault timeout (receive), m
    # reply and wait, 0xA0 receive page fault timeout (receive), page ontoAncestor
    # reply and wait, 0xA0 receive page fault timeout (receive), r
    # reply and wait, it waits, another 0xE0 receive message cut
    # reply and wait, it waits, another 0xF0 send message cut
    # reply and wait, it waits, page mapped
    # reply and wait, it waits, page widened
    # task_new, created, another 0x10 not existent
    stage: strings
    operations:
      t1.0 wait into all within 2 ticks
      t2.1 wait short buffer within 1 tick faults within 1 tick
      t3.1 reply t2.1 parts 2 map p0 → p1 r- now and wait buffer faults within 1 tick
      t3.0 thread_switch t3.0
      t1.0 reply t3.1 map p0+2 → p1 r- within 1 tick and wait into all buffer
      t2.0 receive t0.0 short buffer within 6 ticks
      tick
      t3.1 reply t4.0 word 1 and wait buffer now faults within 1 tick
      t4.0 call t3.0 parts 2 map p0 → p1 rw faults within 1 tick and receive into p1 within 6 ticks
      t3.0 reply t0.0 parts 2 map p0 → p0 rw within 1 tick faults within 1 tick and wait buffer no faults
      t3.0 exception
      t1.0 task_new task4 mcp 0 registers 3 pager t1.0

    # receive, 0x00 ok, d
    # receive, 0x00 ok, page ontoAncestor
    # reply and wait, 0x00 ok, d
    # reply and wait, 0x00 ok, page rootStays
    # reply and wait, 0x20 receive timeout, page accessed
    # reply and wait, 0x20 receive timeout, page granted
    # reply and wait, 0x20 receive timeout, retried
    # send, 0x70 send map failed, another 0x60 receive map failed
    # wait, skipped
    stage: shortage
    operations:
      t1.0 reply t0.0 as t3.0 word 1 map p1 → p1 r- within 3 ticks and wait into all now
      t3.0 reads p0
      t0.0 receive t3.0 into all now
      t1.0 receive t0.0 into all within 2 ticks
      t2.0 wait into all within 2 ticks
      t0.0 reply t1.0 word 1 and wait into all
      t1.0 reply t3.0 word 1 grant p0 → p0 rw now and wait into all now
      t0.0 wait into all now
      t3.0 call t1.0 word 1 within 2 ticks and receive into p0 now
      t1.0 send t2.0 map p1 → p1 rw within 4 ticks
      t2.0 reply t0.0 word 1 within 1 tick and wait into p1 within 2 ticks
      t1.0 reply t0.0 as t3.0 grant p1 → p0 r- and wait into all now

    # call, 0x90 send page fault timeout (send)
    # call, 0x90 send page fault timeout (send), another 0x80 receive page fault timeout (send)
    # call, 0x90 send page fault timeout (send), another 0xE0 receive message cut
    # call, 0x90 send page fault timeout (send), another 0xF0 send message cut
    # id_nearest, oneself
    # id_nearest, skipped
    # reply and wait, it waits, page grantedReplacing
    # tick, another 0xA0 receive page fault timeout (receive)
    # tick, another 0xB0 send page fault timeout (receive)
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 parts 1 within 7 ticks and receive into all short buffer within 1 tick no faults
      t2.1 reply t0.0 word 1 parts 1 faults within 1 tick and wait into p1 buffer no faults
      t1.0 receive t3.0 into all buffer now faults within 1 tick
      t2.0 send t1.0 word 1 parts 1 map p0 → p1 rw
      tick
      t1.0 receive nobody short buffer now no faults
      t1.0 wait buffer now faults within 1 tick
      t3.0 id_nearest nobody
      t3.0 wait buffer within 2 ticks faults within 4 ticks
      t1.0 reply t2.1 as t2.1 word 1 parts 1 grant p1 → p0 rw and wait buffer now no faults
      t1.0 id_nearest t2.1
      t2.1 call t3.0 parts 1 within 1 tick no faults and receive within 1 tick

    # plain send, 0x10 not existent
    # receive, 0x00 ok, another 0x60 receive map failed
    # receive, 0x00 ok, another 0x70 send map failed
    # receive, 0x00 ok, page shortage
    # reply and wait, 0x00 ok, page kept
    # reply and wait, 0x00 ok, page widened
    # task_new, belowItself
    # thread_schedule, no such thread
    # tick, another 0x20 receive timeout
    stage: shortage
    operations:
      t2.0 wait into p0 within 2 ticks
      t0.0 call t2.0 word 1 map p1 → p1 rw and receive into all within 1 tick
      t1.0 reply t2.0 map p0+2 → p1 r- within 3 ticks and wait into all now
      t3.0 send t3.0 word 1
      t2.0 send t3.0 word 1 map p0+2 → p1 rw within 2 ticks
      t3.0 reply t1.0 word 1 grant p0+2 → p0 rw within 7 ticks and wait into all now
      tick
      t1.0 receive t3.0 into all within 2 ticks
      t1.0 task_new task2 chief task2
      t2.0 thread_schedule former t2.0 priority 1 slice 1 preempter t3.0

    # call, 0xF0 send message cut
    # call, 0xF0 send message cut, another 0xE0 receive message cut
    # interrupt
    # plain call, 0xE0 receive message cut
    # plain call, 0xE0 receive message cut, another 0x00 ok
    # plain call, 0xE0 receive message cut, another 0xF0 send message cut
    # plain call, 0xE0 receive message cut, d
    # plain call, 0xE0 receive message cut, i
    # plain call, 0xE0 receive message cut, r
    stage: whole
    operations:
      t3.1 receive t5.0 into all buffer
      t1.0 thread_switch nobody
      t2.0 wait into p2
      t3.1 ex_regs t3.0 pager nobody
      t2.1 send t4.0 as t3.0 word 1 grant small p0 → p1 r- within 7 ticks
      t4.0 call t3.0 word 1
      t3.1 receive t3.1 into all buffer now
      t3.1 reply t4.0 and wait
      t4.0 send t3.1 word 1 now
      interrupt 0
      t2.0 receive t3.1 buffer
      t2.1 call t3.1 word 1 parts 1 within 3 ticks and receive buffer now no faults

    # plain reply and wait, 0xE0 receive message cut
    # plain reply and wait, 0xE0 receive message cut, another 0x00 ok
    # plain reply and wait, 0xE0 receive message cut, another 0xF0 send message cut
    # plain reply and wait, 0xE0 receive message cut, i
    # plain reply and wait, 0xE0 receive message cut, r
    # send, it waits, another 0x20 receive timeout
    # send, it waits, i
    # send, it waits, r
    # thread_switch, switched
    stage: transfers
    operations:
      t3.0 reply t0.0 word 1 parts 1 header in page within 2 ticks and wait buffer now faults within 4 ticks
      t2.1 writes p0
      t2.1 thread_switch t1.0
      t1.0 wait
      t1.0 call t3.0 map p0+2 → p0 r- and receive into all buffer within 7 ticks
      t2.1 unmap p0 remap all
      t2.1 unmap p0 remap others
      t2.1 writes p1
      t2.1 send t0.0 parts 2 map p0+2 → p0 rw within 3 ticks
      t2.0 wait buffer
      t1.0 reply t0.0 word 1 and wait
      t2.1 send t2.0 word 1 parts 1 grant small p0 → p0 rw within 2 ticks no faults

    # plain send, it waits
    # thread_switch, skipped
    # thread_switch, yielded, another 0x00 ok
    # thread_switch, yielded, another 0x20 receive timeout
    # thread_switch, yielded, i
    # thread_switch, yielded, m
    # thread_switch, yielded, page kept
    # thread_switch, yielded, r
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 parts 1 header in page map p1 → p0 r- within 1 tick and receive buffer now
      t2.1 unmap p0 flush all
      t2.1 send t0.0
      t1.0 reply t0.0 word 1 and wait
      t0.0 lidt invalid
      t0.0 wait
      t1.0 receive t1.0 into p0 buffer now
      t1.0 reply t3.0 word 1 map p0+2 → p1 rw within 3 ticks and wait into all
      t2.1 send t3.0 as t3.0 word 1 parts 1 map p1 → p1 r-
      t2.0 thread_switch nobody
      t1.0 wait into all buffer within 3 ticks faults within 1 tick
      t2.0 thread_switch nobody

    # reply and wait, 0x20 receive timeout, another 0x20 receive timeout
    # reply and wait, 0x20 receive timeout, page grantedReplacing
    # reply and wait, 0x20 receive timeout, page notHeld
    # reply and wait, 0x20 receive timeout, page widened
    # reply and wait, 0xF0 send message cut, d
    # reply and wait, it waits, another 0x30 send timeout
    # send, 0x00 ok, page grantedReplacing
    # wait, it waits, another 0x00 ok
    stage: transfers
    operations:
      t3.0 send t2.0 parts 2 header in page grant p1 → p1 rw now no faults
      t2.1 receive t1.0 short buffer faults within 4 ticks
      t1.0 receive t3.0 into p1 buffer within 1 tick no faults
      t1.0 reply t3.0 grant p1 → p0 rw within 2 ticks and wait into p0 within 1 tick
      t3.0 reply t2.0 word 1 parts 1 map p0+2 → p0 rw faults within 4 ticks and wait into p0 now
      t2.0 send t1.0 as t0.0 word 1 grant p1 → p1 rw within 2 ticks
      t1.0 reads p0
      t1.0 wait buffer within 3 ticks
      t2.0 wait into all buffer
      t1.0 reply t2.0 word 1 map p0+2 → p0 r- now and wait within 3 ticks
      t1.0 reply t2.0 word 1 grant p0 → p0 rw within 2 ticks and wait into p0 buffer now no faults
      t1.0 reply t0.0 as t2.1 parts 2 map small p0 → p1 rw now and wait buffer within 1 tick

    # call, it waits, another 0x80 receive page fault timeout (send)
    # call, it waits, another 0x90 send page fault timeout (send)
    # plain send, 0x00 ok
    # plain send, 0x00 ok, another 0x00 ok
    # reply and wait, skipped
    # wait, 0x00 ok, another 0xE0 receive message cut
    # wait, 0x00 ok, another 0xF0 send message cut
    # wait, 0x00 ok, page mapped
    stage: strings
    operations:
      t2.1 call t3.1 parts 1 map p0 → p0 rw within 5 ticks faults within 1 tick and receive into p1 buffer within 1 tick faults within 4 ticks
      t3.1 reply t4.0 map p0 → p1 rw within 3 ticks and wait within 5 ticks
      t1.0 wait into all buffer faults within 4 ticks
      t4.0 wait into all short buffer no faults
      t1.0 reply t0.0 word 1 map p1 → p0 rw now and wait
      t3.1 send t4.0 parts 1 header in page grant p1+2 → p0 r- within 3 ticks no faults
      t1.0 unmap p0 remap others
      t4.0 wait short buffer faults within 1 tick
      t3.0 reads p1
      t1.0 call t3.1 word 1 map p1 → p1 rw and receive buffer no faults
      t3.1 wait into all buffer no faults
      t4.0 send t3.1

    # receive, 0x00 ok, another 0xE0 receive message cut
    # receive, 0x00 ok, another 0xF0 send message cut
    # receive, 0x00 ok, page widened
    # task_new, donated
    # task_new, donated, another 0x10 not existent
    # wait, 0xA0 receive page fault timeout (receive)
    # wait, 0xA0 receive page fault timeout (receive), another 0xB0 send page fault timeout (receive)
    stage: strings
    operations:
      t1.0 reply t2.1 word 1 parts 1 map p1 → p1 rw and wait
      t3.1 reply t2.0 as t4.0 word 1 parts 1 within 1 tick faults within 4 ticks and wait within 3 ticks
      t4.0 writes p0
      t0.0 call t4.0 word 1 parts 2 header in page within 2 ticks and receive short buffer now no faults
      t2.0 wait buffer now no faults
      t2.0 reply t4.0 word 1 parts 2 header in page map p1 → p0 rw and wait short buffer now no faults
      t3.0 task_new task4 mcp 0 registers 6 pager t3.0
      t3.1 send former t3.0 word 1
      t2.1 receive t1.0 into p1 buffer faults within 1 tick
      t1.0 task_new task4 chief task3

    # lthread_ex_regs, changed, page accessed
    # lthread_ex_regs, changed, retried
    # receive, 0x00 ok, page mapped
    # reply and wait, 0xE0 receive message cut, page accessed
    # reply and wait, 0xE0 receive message cut, page granted
    # reply and wait, 0xE0 receive message cut, page grantedReplacing
    # reply and wait, 0xE0 receive message cut, retried
    stage: paging
    operations:
      t3.1 writes p3
      t1.0 receive t4.0
      t2.0 call t3.0 word 1 map p1+2 → p2 rw and receive into all within 2 ticks
      tick
      t0.0 wait into all within 1 tick
      t3.0 receive t2.0 into all now
      t3.0 ex_regs t3.1
      t2.1 reply t2.0 map p0+2 → p1 rw and wait into p0
      t3.0 writes p1
      t3.1 receive nobody
      t4.0 reads p2
      t2.0 reply t3.0 word 1 grant p0+2 → p1 rw now and wait within 2 ticks

    # lthread_ex_regs, inactive
    # receive, 0xA0 receive page fault timeout (receive)
    # receive, 0xA0 receive page fault timeout (receive), another 0xB0 send page fault timeout (receive)
    # send, 0xD0 send aborted
    # send, 0xD0 send aborted, another 0xC0 receive aborted
    # wait, 0x00 ok, another 0xC0 receive aborted
    # wait, 0x00 ok, another 0xD0 send aborted
    stage: strings
    operations:
      t1.0 task_new task2 mcp 0 registers 3 pager t2.1
      t2.0 send t1.0 parts 1 no faults
      t1.0 receive t2.0 short buffer now no faults
      t1.0 reply t4.0 word 1 and wait into all short buffer now faults within 1 tick
      t2.0 ex_regs t2.1 pager t3.1
      t0.0 ipc t2.0 without phases
      t3.1 id_nearest t1.0
      t3.0 wait into all buffer within 2 ticks
      t0.0 ex_regs t0.0 registers 1 preempter t3.0
      t2.0 send t3.0 word 1 parts 1 map p1 → p0 rw no faults
      t2.0 call t0.0 word 1 parts 1 and receive into all buffer within 3 ticks faults within 1 tick
      t4.0 wait

    # call, 0xB0 send page fault timeout (receive)
    # call, 0xB0 send page fault timeout (receive), another 0xA0 receive page fault timeout (receive)
    # plain reply and wait, 0x00 ok, another 0xE0 receive message cut
    # plain reply and wait, 0x00 ok, another 0xF0 send message cut
    # reply and wait, it waits, page withinOneSpace
    # send, 0xB0 send page fault timeout (receive)
    # send, 0xB0 send page fault timeout (receive), another 0xA0 receive page fault timeout (receive)
    stage: strings
    operations:
      t1.0 reply t2.0 word 1 parts 2 map p1 → p1 rw now and wait into all buffer no faults
      t2.0 wait naming t3.1 buffer within 3 ticks no faults
      t1.0 send t4.0 word 1 parts 1 map p0 → p1 r- within 2 ticks
      t4.0 call t2.0 as t2.1 parts 1 no faults
      t2.0 reply t3.0 word 1 now and wait now
      t3.0 receive t3.0 into p1 buffer now faults within 1 tick
      t4.0 reply t3.1 and wait
      t2.1 receive t2.0 into p0
      t2.0 wait naming t3.1 buffer faults within 1 tick
      t3.1 reply t2.0 and wait
      t2.0 reply t2.1 word 1 grant p1 → p0 rw and wait short buffer no faults
      t3.1 send t2.0 parts 1 now no faults

    # plain call, it waits, another 0x00 ok
    # plain call, it waits, r
    # plain reply and wait, it waits, another 0x00 ok
    # reply and wait, 0x60 receive map failed, page accessed
    # reply and wait, 0x60 receive map failed, page granted
    # reply and wait, 0x60 receive map failed, retried
    # send, 0x70 send map failed, page fault
    stage: shortage
    operations:
      t3.0 reads p0
      t1.0 wait
      t1.0 send t3.0 map p1 → p0 r-
      t0.0 task_new task2 mcp 1 registers 5 pager t0.0
      t1.0 wait into all
      t2.0 send t1.0 word 1 map p0+2 → p1 rw within 4 ticks
      t1.0 wait into all within 3 ticks
      t0.0 reply t2.0 map p1 → p1 rw within 2 ticks and wait into p0
      t1.0 reply t3.0 word 1 grant p1 → p0 r- now and wait into p1
      t3.0 wait
      t1.0 reply t3.0 and wait
      t0.0 call t3.0

    # call, 0x20 receive timeout, d
    # call, 0x20 receive timeout, page rootStays
    # call, 0xE0 receive message cut, i
    # call, 0xE0 receive message cut, page widened
    # call, 0xE0 receive message cut, r
    # wait, 0x80 receive page fault timeout (send)
    # wait, 0x80 receive page fault timeout (send), another 0x90 send page fault timeout (send)
    stage: strings
    operations:
      t3.1 wait buffer within 2 ticks faults within 4 ticks
      t1.0 call t3.0 word 1 parts 2 now and receive into p0 short buffer now faults within 4 ticks
      t1.0 send t3.1 parts 1 map p0 → p0 rw no faults
      t1.0 wait into p1 buffer now faults within 1 tick
      t0.0 wait into p1 buffer
      t3.1 reply t0.0 word 1 parts 2 header in page map p0 → p1 rw and wait into all buffer now faults within 1 tick
      t2.1 send t4.0 parts 1 header in page map p1 → p0 r- no faults
      t1.0 receive t3.1 into all buffer now no faults
      t4.0 wait buffer within 2 ticks
      t4.0 writes p0
      t1.0 call t0.0 as t4.0 parts 1 map p0+2 → p0 r- no faults and receive into p1 buffer now
      t1.0 call t3.1 word 1 map p0+2 → p1 rw and receive into p1

    # call, skipped
    # exception, skipped
    # lthread_ex_regs, skipped
    # plain reply and wait, 0x00 ok, page fault
    # task_new, skipped
    # thread_schedule, skipped
    stage: whole scheduled
    operations:
      t2.1 lidt valid
      t2.1 wait into all
      t1.0 reads p1
      t0.0 reply t2.1 word 1 and wait
      t2.0 reply t2.1 grant p0 → p0 rw within 3 ticks and wait now
      interrupt 1
      t2.1 call t2.1 as t2.0 within 1 tick and receive within 1 tick
      t2.1 call t3.1 word 1 grant p1 → p1 r- within 1 tick and receive within 1 tick
      t2.0 thread_schedule t2.0 priority 3 slice 3 preempter former t2.1
      t2.0 ex_regs t2.1
      t2.1 exception
      t2.1 task_new task1 chief task4

    # access, skipped
    # reply and wait, 0xE0 receive message cut, page mapped
    # wait, it waits, another 0xE0 receive message cut
    # wait, it waits, another 0xF0 send message cut
    # wait, it waits, i
    # wait, it waits, r
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 parts 2 header in page now faults within 1 tick and receive into all buffer now
      t2.1 send t0.0 parts 1 header in page within 2 ticks
      t1.0 wait buffer now no faults
      t1.0 call t2.0 word 1 now and receive into p1 short buffer now
      t1.0 reply t3.0 word 1 map p0+2 → p0 rw now and wait into all within 2 ticks
      t2.1 wait short buffer within 1 tick no faults
      t1.0 writes p1
      t1.0 wait within 1 tick
      t2.0 wait within 1 tick
      t3.0 reads p0
      t3.0 send t0.0 within 3 ticks
      t1.0 wait short buffer within 2 ticks faults within 4 ticks

    # call, 0x00 ok, page granted
    # call, 0x00 ok, page ontoAncestor
    # reply and wait, 0x70 send map failed, page mapped
    # reply and wait, 0xE0 receive message cut, page fault
    # reply and wait, 0xE0 receive message cut, page notHeld
    # reply and wait, 0xE0 receive message cut, page ontoAncestor
    stage: shortage
    operations:
      t2.0 call t1.0 word 1 grant p0 → p1 rw and receive into all
      t3.0 writes p1
      t1.0 receive t2.0 into all now
      t1.0 receive t3.0 now
      t0.0 exception
      t1.0 unmap p0 remap all
      t1.0 reply t2.0 word 1 map p0+2 → p0 rw now and wait into all
      t1.0 call t3.0 word 1 grant p0 → p1 r- now and receive into all
      t2.0 reads p0
      t2.0 call t0.0 as t1.0 map p0+2 → p1 r- and receive into all within 1 tick
      t1.0 call t3.0 word 1 map p1 → p1 rw now and receive into all within 2 ticks
      t1.0 reply t3.0 map p1+2 → p1 rw and wait now

    # call, it waits, page ontoAncestor
    # reply and wait, 0x00 ok, another 0xE0 receive message cut
    # reply and wait, 0x00 ok, another 0xF0 send message cut
    # reply and wait, 0x00 ok, page ontoAncestor
    # reply and wait, it waits, page noPlace
    # task_new, noSuchChief
    stage: limits
    operations:
      t4.0 call t1.0 word 1 map p3 → p3 rw and receive into p1 within 2 ticks
      t1.0 task_new task3 chief task5
      t0.0 thread_schedule t2.0 priority 2 slice 3 preempter t1.0
      t0.0 wait into all
      t1.0 call t0.0 as t3.0 word 1 grant p0+4 → p2 r- within 3 ticks and receive into all within 2 ticks
      t2.0 reply t0.0 and wait
      tick
      t3.0 task_new task3 chief task5
      t0.0 reply t1.0 word 1 map p0 → p3 r- now and wait into p0 within 3 ticks
      t1.0 reply t0.0 word 1 map p0 → p3 rw now and wait into all
      t0.0 send t0.0 word 1 map p0 → p1 rw within 1 tick
      t2.0 thread_schedule t5.0 priority 2 slice 3 preempter t2.0

    # call, 0xF0 send message cut, d
    # call, 0xF0 send message cut, i
    # call, 0xF0 send message cut, r
    # receive, 0x00 ok, former destination
    # wait, 0x00 ok, former destination
    # wait, 0x00 ok, page widened
    stage: limits
    operations:
      t4.0 wait into all within 2 ticks
      t3.0 send t4.0 word 1 map p2 → p1 r-
      t2.0 call t5.0 word 1 grant p1 → p0 r-
      t0.0 reply t1.0 as t1.0 map p1 → p0 r- and wait into p3
      t4.0 id_nearest t5.0
      t1.0 send t5.0 map p1+4 → p3 r-
      t4.0 call t1.0 as t5.0 word 1 grant p0 → p3 rw within 2 ticks and receive into p3 now
      t2.0 task_new task4 mcp 0 registers 2 pager t2.0
      t2.0 receive t3.0 into p3 within 3 ticks
      t4.0 wait
      t3.0 reads p2
      t2.0 wait into all within 1 tick

    # receive, 0xC0 receive aborted
    # receive, 0xC0 receive aborted, another 0xD0 send aborted
    # reply and wait, 0x90 send page fault timeout (send)
    # reply and wait, 0x90 send page fault timeout (send), another 0x80 receive page fault timeout (send)
    # reply and wait, 0xD0 send aborted
    # reply and wait, 0xD0 send aborted, another 0xC0 receive aborted
    stage: strings
    operations:
      t1.0 task_new task2 mcp 3 registers 9 pager t1.0
      t0.0 send t3.0 word 1
      t3.1 reads p0
      t3.0 wait into p1 buffer
      t4.0 reply t3.0 parts 1 and wait short buffer now no faults
      t3.0 writes p0
      t1.0 task_new task3 chief task0
      t4.0 wait short buffer faults within 1 tick
      t1.0 reply t4.0 word 1 parts 2 map p1 → p1 rw within 2 ticks no faults and wait buffer within 3 ticks
      tick
      t1.0 reply t4.0 word 1 parts 1 grant p1 → p0 rw within 2 ticks and wait into p1
      t4.0 receive t1.0 buffer now no faults

    # exception, shut down, page accessed
    # exception, shut down, retried
    # plain send, 0x00 ok, i
    # plain send, 0x00 ok, r
    # reply and wait, it waits, another 0x10 not existent
    stage: transfers
    operations:
      t3.0 receive t0.0 now
      t3.0 reads p1
      t2.1 call t0.0 and receive now
      t1.0 unmap p0 remap others
      t1.0 wait into all
      t1.0 reply t3.0 word 1 grant p1 → p1 rw within 2 ticks and wait now
      t2.1 reply t3.0 within 2 ticks and wait into p0 buffer now no faults
      t1.0 wait into p0 buffer no faults
      t2.0 exception
      t3.0 send former t0.0 word 1 parts 1 header in page map p1 → p1 rw now no faults
      t1.0 reply t3.0 word 1 map p0+2 → p1 rw now and wait short buffer within 3 ticks no faults
      t3.0 send t0.0

    # exception, shut down, another 0x00 ok
    # exception, shut down, i
    # exception, shut down, r
    # reply and wait, it waits, another 0x80 receive page fault timeout (send)
    # reply and wait, it waits, another 0x90 send page fault timeout (send)
    stage: transfers
    operations:
      t3.0 send t2.1 word 1 parts 1 within 8 ticks no faults
      t2.1 wait buffer now
      tick
      t1.0 wait buffer now
      t1.0 call t3.0 within 2 ticks and receive into p0 buffer within 7 ticks
      t2.0 id_nearest former t2.0
      t2.0 wait within 8 ticks
      t1.0 call t2.0 word 1 parts 2 header in page map p0+2 → p1 rw now no faults and receive buffer now no faults
      t2.0 send t0.0 parts 1 header in page
      t1.0 reply t3.0 grant p1 → p0 r- now and wait buffer now faults within 1 tick
      t2.1 exception
      t1.0 reply t0.0 now and wait now

    # call, 0x20 receive timeout, page fault
    # call, 0x20 receive timeout, page withinOneSpace
    # reply and wait, it waits, page notExistent
    # send, 0x00 ok, page fault
    # send, 0x00 ok, page withinOneSpace
    stage: whole scheduled
    operations:
      t2.1 unmap p1 remap others
      t2.1 send t0.0 map p0 → p0 r- within 3 ticks
      t1.0 reply t0.0 as t4.0 word 1 within 3 ticks and wait into all within 3 ticks
      t2.1 ex_regs t2.1 pager t2.0
      t2.1 wait naming invalid into all now
      t2.1 wait into all within 2 ticks
      t1.0 reply t2.1 map io0 → io0 r- and wait into p1 within 1 tick
      t2.1 reads p1
      t2.0 wait into all
      t2.0 send t2.1 map p0+2 → p1 r- now
      t2.0 wait now
      t2.0 call t2.1 grant p0 → p0 r- and receive into all now

    # call, 0x70 send map failed, page accessed
    # call, 0x70 send map failed, page mapped
    # call, 0x70 send map failed, retried
    # reply and wait, 0x70 send map failed, page accessed
    # reply and wait, 0x70 send map failed, retried
    stage: shortage
    operations:
      t3.0 reads p0
      t2.0 task_new task1 mcp 255 registers 2 pager t2.0
      t0.0 receive nobody
      t2.0 call t0.0 word 1 grant p0 → p0 rw within 2 ticks and receive into p1 now
      t1.0 wait
      t1.0 wait into p1 within 2 ticks
      t1.0 call t3.0 map p0+2 → p0 r- within 1 tick and receive into all within 2 ticks
      t1.0 wait into all
      t2.0 wait into all
      t3.0 writes p0
      tick
      t1.0 reply t3.0 map p0+2 → p0 rw within 3 ticks and wait into all within 1 tick

    # ipc without phases, skipped
    # thread_schedule, set, another 0xE0 receive message cut
    # thread_schedule, set, another 0xF0 send message cut
    # thread_schedule, set, i
    # thread_schedule, set, r
    stage: transfers
    operations:
      t3.0 ex_regs t3.0 registers 5 pager t2.1
      t3.0 call t0.0 as t1.0 now and receive into all short buffer now no faults
      t3.0 send t0.0 word 1 parts 2 map p1 → p1 rw
      t2.1 thread_schedule t0.0 priority 1 slice 2 preempter t2.0
      t2.1 send t0.0 as t2.0 parts 2 grant p0 → p0 r- now faults within 4 ticks
      t2.1 wait into all buffer
      t1.0 ex_regs t1.0
      t1.0 wait buffer within 3 ticks
      t2.1 send t3.0 word 1 map p1 → p0 rw within 2 ticks
      t2.1 thread_schedule t2.1 priority 1 slice 2
      t2.0 receive t2.1 buffer within 2 ticks
      t1.0 ipc t0.0 without phases

    # call, it waits, another 0x30 send timeout
    # call, it waits, another 0xA0 receive page fault timeout (receive)
    # call, it waits, another 0xB0 send page fault timeout (receive)
    # call, it waits, page widened
    # reply and wait, 0xE0 receive message cut, page rootStays
    stage: transfers
    operations:
      t3.0 send t0.0 word 1 parts 2 within 3 ticks no faults
      t2.1 wait now
      t2.1 wait naming t1.0
      t1.0 reply t2.1 now and wait into p1 buffer no faults
      t2.1 unmap p1 flush all
      t2.1 call t0.0 as t0.0 word 1 parts 2 map p0 → p1 rw within 1 tick no faults
      t2.0 receive t1.0 into p1 buffer within 3 ticks
      t1.0 send t2.0 parts 2 grant p0 → p1 rw within 3 ticks faults within 1 tick
      t3.0 receive t3.0 short buffer faults within 1 tick
      t1.0 send t2.1 parts 1 header in page now
      t0.0 call t1.0 map p0+2 → p0 rw and receive into p1
      t1.0 reply t0.0 grant p0 → p0 rw within 6 ticks and wait within 1 tick

    # reply and wait, 0xC0 receive aborted, d
    # reply and wait, 0xC0 receive aborted, m
    # reply and wait, 0xC0 receive aborted, page ontoAncestor
    # task_new, created, another 0xC0 receive aborted
    # task_new, created, another 0xD0 send aborted
    stage: strings
    operations:
      t3.0 wait into all
      t4.0 wait into p0 buffer within 3 ticks
      t2.0 unmap p0 flush all
      t0.0 wait into p0 buffer within 3 ticks
      t2.1 call t3.0 word 1 map p0+2 → p1 rw
      t3.1 send t4.0 word 1 parts 1
      t1.0 task_new task2 mcp 0 registers 9 pager t1.0
      t3.1 receive t4.0 into p1 buffer within 1 tick
      t4.0 reply t0.0 parts 2 no faults and wait
      t3.0 wait buffer now no faults
      t1.0 reply t0.0 as t2.0 word 1 map p0+2 → p0 r- within 1 tick and wait into all buffer within 3 ticks
      t4.0 writes p0

    # reply and wait, 0x20 receive timeout, another 0x80 receive page fault timeout (send)
    # reply and wait, 0x20 receive timeout, another 0x90 send page fault timeout (send)
    # reply and wait, 0x80 receive page fault timeout (send), page granted
    # wait, it waits, page accessed
    # wait, it waits, retried
    stage: transfers
    operations:
      t2.1 writes p0
      t3.0 reads p0
      t2.1 unmap p0 remap all
      t2.1 reply t0.0 word 1 parts 1 within 1 tick no faults and wait
      t1.0 wait buffer
      t1.0 reply t3.0 grant p0 → p0 r- within 2 ticks and wait buffer within 2 ticks no faults
      t2.1 wait into all buffer within 3 ticks
      t2.0 wait
      t3.0 task_new task3 mcp 1 registers 6 pager t3.0
      t3.0 wait buffer within 2 ticks
      t1.0 send t3.0 parts 2 header in page map p1 → p1 rw now no faults
      t0.0 reply t1.0 map p1 → p0 rw now and wait now

    # lthread_ex_regs, changed, another 0xC0 receive aborted
    # lthread_ex_regs, changed, another 0xD0 send aborted
    # reply and wait, 0xA0 receive page fault timeout (receive), page fault
    # reply and wait, 0xA0 receive page fault timeout (receive), page granted
    # reply and wait, 0xA0 receive page fault timeout (receive), page notHeld
    stage: strings
    operations:
      t2.1 send t4.0 as t2.0 word 1 parts 2 map p1 → p0 rw
      t0.0 id_nearest t4.0
      t4.0 receive t2.1 buffer within 2 ticks faults within 4 ticks
      t1.0 unmap p0 flush others
      t1.0 call t2.1 and receive now
      t2.0 ex_regs t2.1 preempter t1.0
      t2.0 wait buffer
      t4.0 send t3.0 parts 1 header in page
      t2.1 send t2.0 parts 2
      t0.0 send t0.0
      t3.1 reply t1.0 word 1 grant p0 → p0 rw and wait into all buffer now faults within 1 tick
      t2.0 reply t4.0 word 1 grant p0+2 → p0 r- and wait into all buffer within 5 ticks no faults

    # fpage_unmap, skipped
    # thread_switch, switched, another 0xE0 receive message cut
    # thread_switch, switched, another 0xF0 send message cut
    # tick, another 0x80 receive page fault timeout (send)
    # tick, another 0x90 send page fault timeout (send)
    stage: transfers
    operations:
      t3.0 wait buffer
      t2.1 reads p1
      t2.1 call t3.0 parts 1 map p0 → p0 r- now faults within 1 tick and receive buffer within 1 tick
      t1.0 thread_switch t1.0
      tick
      t2.1 reply t0.0 parts 2 map p0 → p0 rw faults within 1 tick and wait buffer within 3 ticks no faults
      t1.0 receive t3.0 buffer
      t2.0 wait into p0
      t3.0 reply t2.0 word 1 parts 2 header in page now and wait into p1 short buffer now faults within 1 tick
      t1.0 reply t3.0 word 1 grant p0 → p0 r- and wait within 1 tick
      t2.1 thread_switch t3.0
      t3.0 unmap p0 remap all

    # plain reply and wait, 0x00 ok, interrupt
    # plain reply and wait, skipped
    # thread_schedule, too high
    # tick, another 0x30 send timeout
    # wait, 0x00 ok, page notExistent
    stage: whole scheduled
    operations:
      tick
      t2.1 receive irq0 now
      interrupt 0
      t2.1 call t0.0 word 1 grant io0 → io0 rw within 2 ticks and receive into p1 now
      t1.0 wait into all
      tick
      t1.0 reply t3.1 word 1 and wait
      t2.1 reply t1.0 word 1 and wait into all
      t1.0 reply t0.0 word 1 and wait
      t2.1 call t2.0 grant p0 → p1 r- within 1 tick and receive into all within 2 ticks
      tick
      t2.1 thread_schedule t3.1 priority 3 slice 3

    # lthread_ex_regs, started
    # plain reply and wait, 0x10 not existent
    # plain send, 0x00 ok, page accessed
    # plain send, 0x00 ok, retried
    # reply and wait, 0x00 ok, another 0x10 not existent
    stage: whole
    operations:
      t2.0 receive t2.0 buffer faults within 1 tick
      t3.1 send t2.1 parts 2 header in page now faults within 4 ticks
      t3.0 writes p1
      t1.0 thread_schedule t2.0
      t1.0 task_new task2 mcp 1 registers 5 pager t1.0
      t2.0 ex_regs t2.1 registers 9
      t1.0 wait
      t2.0 receive t3.1
      t1.0 reply t3.1 word 1 map p0+2 → p1 rw within 2 ticks and wait short buffer no faults
      t3.1 send t2.0 word 1 map p0 → p1 r-
      t1.0 reply nobody word 1 and wait
      t1.0 send t3.0

    # reply and wait, 0x20 receive timeout, another 0x30 send timeout
    # send, 0x00 ok, another 0xE0 receive message cut
    # send, 0x00 ok, another 0xF0 send message cut
    # send, 0x00 ok, i
    # send, 0x00 ok, page widened
    stage: transfers
    operations:
      t3.0 send t0.0 word 1 parts 2 header in page now no faults
      t2.1 reply t3.0 grant p0+2 → p0 rw within 3 ticks and wait into all short buffer
      t1.0 wait short buffer within 3 ticks
      t1.0 reply t3.0 grant p0 → p0 rw within 4 ticks and wait buffer now faults within 1 tick
      t3.0 thread_switch t0.0
      t1.0 wait buffer
      t2.0 thread_schedule t1.0 preempter t2.0
      t2.0 send t0.0 parts 2 map p1 → p0 r- faults within 1 tick
      t3.0 send t2.0 word 1 parts 1 header in page within 3 ticks
      t0.0 id_nearest invalid
      t0.0 send t1.0 map p0+2 → p0 rw now

    # call, it waits, page rootStays
    # reply and wait, 0x20 receive timeout, d
    # reply and wait, 0x20 receive timeout, page kept
    # reply and wait, 0x20 receive timeout, page rootStays
    stage: paging
    operations:
      t0.0 wait into all within 1 tick
      t3.1 wait into p0
      t2.0 receive t3.1
      t2.1 wait into all within 3 ticks
      t3.0 call t0.0 word 1 grant p0 → p1 r- and receive into p2
      t1.0 reply t3.1 map p3 → p1 r- within 3 ticks and wait into p2
      t1.0 call t0.0 as t2.1 word 1 map p2+4 → p0 r- and receive into all
      t0.0 reply t1.0 grant p3 → p2 rw now and wait now
      t3.1 receive t3.0 into all now
      t1.0 reply t2.1 as t0.0 map p2+2 → p0 rw and wait into p0 now

    # interrupt, another 0x00 ok
    # interrupt, interrupt
    # thread_schedule, out of reach
    # wait, 0x00 ok, interrupt
    stage: scheduling
    operations:
      t2.1 send t3.0 as t1.0 within 2 ticks
      t1.0 thread_schedule t3.1 priority 3 slice 2 preempter t2.1
      t3.1 thread_switch t3.1
      t3.1 thread_schedule t3.1 preempter t0.0
      t3.1 receive irq0 now
      t3.1 reply t1.0 word 1 now and wait now
      t3.1 wait within 4 ticks
      interrupt 0
      t3.1 thread_schedule t2.0 priority 0 slice 3
      t3.1 thread_schedule t3.1 priority 1 slice 1
      interrupt 0
      t3.1 wait within 2 ticks

    # thread_switch, switched, another 0x00 ok
    # thread_switch, switched, another 0x20 receive timeout
    # thread_switch, switched, i
    # thread_switch, switched, r
    stage: transfers
    operations:
      t3.0 call t0.0 parts 2 header in page within 1 tick faults within 1 tick and receive now
      t2.1 send former t2.1 within 3 ticks
      t2.1 thread_switch t2.1
      t2.1 call t2.0 as t2.0 parts 1 now and receive into all buffer now
      t2.1 call t0.0 within 2 ticks and receive buffer now
      t1.0 ex_regs t1.0 registers 1 pager t2.0 preempter t2.1
      t1.0 id_nearest t1.0
      t1.0 wait buffer within 2 ticks
      t1.0 reply t3.0 word 1 map p0 → p0 r- now and wait into p0 buffer within 2 ticks
      t2.1 receive t2.0 buffer
      t1.0 wait buffer within 2 ticks
      t2.0 thread_switch t3.0

    # call, 0x20 receive timeout, page grantedReplacing
    # receive, it waits, another 0xE0 receive message cut
    # receive, it waits, another 0xF0 send message cut
    # receive, it waits, r
    stage: transfers
    operations:
      t3.0 reply t0.0 and wait buffer no faults
      t2.1 wait now
      t2.1 wait into p0 buffer
      t2.0 wait buffer now no faults
      t1.0 writes p1
      t1.0 reply t0.0 within 1 tick and wait into p1 buffer
      t0.0 send t2.1 parts 2 within 2 ticks
      t1.0 call t2.1 word 1 grant p0+2 → p1 rw now and receive buffer now
      t2.1 send t3.0 parts 2 grant p0 → p0 rw now faults within 4 ticks
      t1.0 receive t3.0 buffer within 1 tick no faults
      t1.0 reply t3.0 map p0 → p0 rw now and wait short buffer within 1 tick faults within 1 tick
      t2.1 receive t0.0 into p1 buffer

    # call, 0x00 ok, another 0xE0 receive message cut
    # call, 0x00 ok, another 0xF0 send message cut
    # call, 0x00 ok, page rootStays
    # reply and wait, 0xF0 send message cut, page fault
    stage: transfers
    operations:
      t3.0 reply t0.0 as t2.0 parts 2 no faults and wait into all buffer no faults
      t2.1 task_new task2 chief task3
      t2.1 send t0.0 parts 1 map p0+2 → p0 r- within 4 ticks no faults
      t1.0 unmap p0 flush all
      t1.0 reply t0.0 parts 1 header in page now faults within 4 ticks and wait
      t0.0 reply t2.0 word 1 parts 2 now and wait buffer within 2 ticks no faults
      tick
      t2.0 send t1.0 word 1 map p1 → p0 rw within 1 tick
      t0.0 reply t0.0 parts 1 header in page and wait into p1 buffer faults within 1 tick
      t0.0 receive t1.0
      t0.0 call t1.0 grant p0 → p1 rw and receive buffer within 3 ticks
      t0.0 call t1.0 word 1 map p0+2 → p0 r- now and receive buffer within 2 ticks no faults

    # reply and wait, 0x80 receive page fault timeout (send), page accessed
    # reply and wait, 0x80 receive page fault timeout (send), page mapped
    # reply and wait, 0x80 receive page fault timeout (send), page notHeld
    # reply and wait, 0x80 receive page fault timeout (send), retried
    stage: strings
    operations:
      t3.0 reads p1
      t1.0 ex_regs t1.0
      t0.0 call t4.0 as t1.0 parts 1 map p1 → p1 rw within 8 ticks no faults and receive buffer now no faults
      t2.0 receive t1.0 buffer within 1 tick
      t2.1 ipc nobody without phases
      t2.1 reply t4.0 and wait into all buffer within 1 tick
      t1.0 reply t2.0 as t1.0 word 1 parts 1 within 3 ticks no faults and wait into p0 buffer
      t2.0 reply t2.1 parts 1 and wait buffer now
      t4.0 wait
      t2.1 ipc t3.1 without phases
      t1.0 unmap p0 flush all
      t1.0 reply t3.0 map p0+2 → p1 r- now and wait into p0 buffer faults within 4 ticks

    # call, it waits, another 0xE0 receive message cut
    # call, it waits, another 0xF0 send message cut
    # send, 0x00 ok, another 0x80 receive page fault timeout (send)
    # send, 0x00 ok, another 0x90 send page fault timeout (send)
    stage: transfers
    operations:
      t3.0 send t2.0 word 1 parts 2 within 5 ticks no faults
      t2.1 exception
      tick
      t1.0 wait buffer within 2 ticks
      t2.0 wait buffer now
      t1.0 reads p1
      t1.0 send t3.0 grant p0 → p0 r- within 2 ticks
      tick
      t1.0 wait naming t0.0 short buffer within 2 ticks
      t2.0 receive t3.0 into p0 short buffer within 8 ticks
      t3.0 call t2.0 word 1 parts 2 header in page map p0 → p0 rw within 3 ticks faults within 1 tick and receive buffer within 1 tick
      t1.0 call t2.0 as t2.1 word 1 grant p1 → p0 rw now and receive into p1 buffer

    # plain call, 0x10 not existent
    # reply and wait, 0x00 ok, another 0x60 receive map failed
    # reply and wait, 0x00 ok, another 0x70 send map failed
    # reply and wait, 0x00 ok, page shortage
    stage: shortage
    operations:
      t0.0 wait into all within 3 ticks
      t2.0 ex_regs t2.0 registers 2 preempter t3.0
      t2.0 call t3.0 map p0 → p1 r- and receive into p1
      t3.0 reply t0.0 as t3.0 word 1 map p0 → p0 rw within 2 ticks and wait into all now
      t1.0 reply t0.0 map p0 → p0 rw and wait into all within 1 tick
      t3.0 send t1.0 now
      t2.0 reply t1.0 and wait into p0
      t3.0 writes p1
      t0.0 call t0.0
      t0.0 call t0.0 word 1 map p1 → p1 rw and receive into p0 within 2 ticks
      t1.0 receive t3.0 into p0 now

    # plain send, 0x00 ok, page fault
    # receive, 0x00 ok, page withinOneSpace
    # reply and wait, 0xE0 receive message cut, page withinOneSpace
    # wait, 0x00 ok, page withinOneSpace
    stage: paging
    operations:
      t3.1 reply t2.0 as t0.0 map p0 → p2 r- and wait into p1 within 3 ticks
      t3.0 call t3.1 map p0+2 → p1 rw and receive into all
      t4.0 writes p2
      t0.0 receive former t3.1 into p2
      t0.0 unmap p2 remap others
      t2.0 wait into p1
      t2.0 reply t2.1 as t2.0 map p2 → p3 r- within 3 ticks and wait
      t2.1 receive t2.0 into all
      t2.0 send t4.0
      t2.0 send t3.0 grant p1 → p2 r- now
      t1.0 call t3.1 word 1 map p2 → p1 r- and receive into p2
      t3.1 reply t3.0 grant p0 → p3 rw and wait now

    # call, 0x00 ok, page noPlace
    # reply and wait, 0x00 ok, page noPlace
    # reply and wait, 0x20 receive timeout, page fault
    # reply and wait, 0x20 receive timeout, page noPlace
    stage: limits
    operations:
      t1.0 wait into all
      t2.0 id_nearest t2.0
      t4.0 reads p2
      t0.0 wait into p0
      t2.0 reply t1.0 map p1+2 → p3 rw within 3 ticks and wait into all within 3 ticks
      t1.0 unmap p0 flush all
      t3.0 receive t1.0
      t2.0 call t4.0 word 1 map p0+2 → p2 rw and receive within 2 ticks
      t1.0 writes p2
      t0.0 receive t0.0 into p3 within 2 ticks
      t2.0 writes p1
      t2.0 reply t4.0 word 1 grant p1+2 → p2 rw now and wait now

    # call, 0x70 send map failed, page fault
    # call, 0x70 send map failed, page notHeld
    # reply and wait, 0x70 send map failed, page fault
    # reply and wait, it waits, page ontoAncestor
    stage: shortage
    operations:
      t1.0 call t3.0 within 2 ticks and receive into p0
      t3.0 wait
      t3.0 writes p0
      t3.0 call t1.0 word 1 map p0 → p0 r- within 1 tick
      t1.0 wait into p0
      t2.0 reply t1.0 word 1 grant p0 → p0 rw within 5 ticks and wait into p1 within 1 tick
      t1.0 call t3.0 map small p1 → p0 rw within 3 ticks and receive into all
      t1.0 reply t3.0 word 1 map p0 → p0 rw within 1 tick and wait into all
      t0.0 reply t2.0 map p1 → p1 r- and wait into p0 now
      t1.0 reply t2.0 word 1 grant p0 → p1 rw within 1 tick and wait into all within 1 tick
      t2.0 call t1.0 grant p0+2 → p1 r- now and receive into p0 now
      t1.0 call t3.0 as t1.0 word 1 map p0+2 → p0 rw within 2 ticks and receive into p1

    # call, 0xC0 receive aborted
    # call, 0xC0 receive aborted, another 0xD0 send aborted
    # call, 0xC0 receive aborted, page granted
    # task_new, donated, another 0xC0 receive aborted
    stage: transfers
    operations:
      t3.0 wait buffer within 7 ticks faults within 1 tick
      t2.1 writes p1
      t2.1 call t3.0 parts 1 map p0 → p1 r- now and receive within 3 ticks
      t1.0 task_new task1 chief task2
      t1.0 ex_regs t1.0 pager nobody
      t1.0 task_new task2 chief task3
      t1.0 thread_switch t1.0
      t1.0 wait into all within 2 ticks
      t3.0 unmap p1 remap all
      tick
      t3.0 call t1.0 word 1 parts 1 header in page grant p1 → p0 r- now faults within 1 tick and receive into p1 buffer now
      t1.0 call t3.0 word 1 grant p0 → p0 rw now and receive buffer within 2 ticks

    # plain reply and wait, 0x00 ok, another 0x20 receive timeout
    # plain reply and wait, 0x00 ok, i
    # thread_schedule, set, another 0x00 ok
    # thread_schedule, set, page fault
    stage: scheduling
    operations:
      t2.1 reply t0.0 now and wait now
      t2.1 wait into p0
      t1.0 thread_switch t2.0
      t2.0 writes p0
      interrupt 0
      t1.0 reply t2.1 word 1 now and wait now
      t2.1 call t0.0 now and receive now
      t2.1 reply t0.0 word 1 and wait now
      t1.0 reply t2.0 word 1 and wait
      t2.1 wait within 3 ticks
      t1.0 wait within 3 ticks
      t3.0 thread_schedule t2.0 priority 2 slice 2

    # call, 0x00 ok, another 0x20 receive timeout
    # call, 0x00 ok, m
    # wait, 0x00 ok, another 0x80 receive page fault timeout (send)
    # wait, 0x00 ok, another 0x90 send page fault timeout (send)
    stage: strings
    operations:
      t3.1 wait buffer within 2 ticks faults within 4 ticks
      t1.0 call t3.0 word 1 parts 2 now and receive into p0 short buffer now faults within 4 ticks
      t1.0 send t3.1 parts 1 map p0 → p0 rw no faults
      t1.0 wait into p1 buffer now faults within 1 tick
      t0.0 wait into p1 buffer
      t3.1 reply t0.0 word 1 parts 2 header in page map p0 → p1 rw and wait into all buffer now faults within 1 tick
      t2.1 send t4.0 parts 1 header in page map p1 → p0 r- no faults
      t1.0 receive t3.1 into all buffer now no faults
      t1.0 call t3.1 word 1 grant p1 → p1 rw within 1 tick and receive into p0 buffer faults within 4 ticks
      t2.0 reply t3.1 parts 1 faults within 1 tick and wait buffer
      t4.0 reply t0.0 as t2.0 and wait into all buffer now no faults
      t1.0 wait into p1 now

    # plain call, it waits, i
    # send, 0x00 ok, d
    # send, 0x00 ok, page noPlace
    stage: limits
    operations:
      t2.0 wait into p3
      t4.0 call t1.0
      t3.0 send t2.0 word 1
      t1.0 reply t4.0 word 1 map p1 → p2 rw and wait into p3 within 1 tick
      t0.0 thread_schedule t1.0 preempter t2.0
      t2.0 id_nearest t3.0
      t2.0 receive t3.0 into all now
      t2.0 receive t1.0 into p0
      t3.0 wait into all within 2 ticks
      t2.0 send t0.0 as t4.0 grant p0 → p2 rw within 6 ticks

    # receive, it waits, another 0xA0 receive page fault timeout (receive)
    # receive, it waits, another 0xB0 send page fault timeout (receive)
    # send, 0x00 ok, another 0x30 send timeout
    stage: transfers
    operations:
      t3.0 send t1.0 word 1 parts 2 within 1 tick
      t2.1 reads p1
      t2.1 wait into p1 buffer within 1 tick no faults
      t1.0 reply t2.1 word 1 parts 2 grant p0 → p1 rw now no faults and wait into all buffer now no faults
      t2.1 receive nobody buffer within 2 ticks faults within 4 ticks
      t2.0 reply t0.0 parts 2 within 3 ticks and wait buffer within 1 tick faults within 1 tick
      t1.0 send t0.0 parts 1 header in page now faults within 1 tick
      t0.0 call t1.0
      t3.0 id_nearest irq99
      t3.0 wait buffer within 2 ticks no faults
      t0.0 send t1.0 word 1 map p0+2 → p1 r- within 2 ticks

    # reply and wait, 0x60 receive map failed, page fault
    # reply and wait, 0x60 receive map failed, page grantedReplacing
    # reply and wait, 0x60 receive map failed, page mapped
    stage: shortage
    operations:
      t1.0 unmap p1 flush all
      t3.0 writes p1
      t0.0 call t3.0 map p0 → p0 r- and receive into p0 now
      t1.0 receive t3.0
      t2.0 receive t3.0 within 6 ticks
      t1.0 reply t3.0 word 1 map p0 → p1 r- now and wait into p1 now
      t1.0 thread_schedule t0.0 priority 1 slice 2
      t0.0 id_nearest t3.0
      t1.0 wait into all within 2 ticks
      t0.0 call t1.0 word 1 map p0+2 → p0 rw and receive within 3 ticks
      t1.0 reply t3.0 word 1 grant p0 → p1 rw within 2 ticks and wait into all now
      t3.0 call t2.0 map p1 → p0 r- and receive into all

    # exception, mirrored
    # receive, 0x60 receive map failed, page ontoAncestor
    # reply and wait, 0x60 receive map failed, page widened
    stage: shortage
    operations:
      t0.0 send t2.0 map p0+2 → p0 r- within 1 tick
      t2.0 lidt valid
      t2.0 wait into all within 2 ticks
      t1.0 reply t2.0 as t3.0 grant p1 → p1 r- now and wait into all now
      t2.0 exception
      t3.0 reply t2.0 as t2.0 map p0 → p1 rw and wait
      t1.0 send t1.0 word 1
      t2.0 receive t3.0
      t2.0 call t0.0 map p0+2 → p0 rw and receive now
      t0.0 call t2.0 as t2.0 grant p0 → p0 rw and receive within 8 ticks
      t3.0 send t0.0 word 1 map p0 → p1 rw within 6 ticks
      t1.0 receive t2.0 into all now

    # call, 0xE0 receive message cut, page kept
    # call, 0xE0 receive message cut, page notHeld
    # reply and wait, 0x00 ok, another 0x30 send timeout
    stage: whole
    operations:
      t3.1 receive t1.0 into io0 buffer faults within 1 tick
      t3.0 send t0.0 word 1 parts 1 header in page now no faults
      t1.0 call t3.1 word 1 parts 2 no faults and receive into all buffer now
      t3.1 task_new task5 chief task5
      t0.0 wait into p3 within 2 ticks
      t3.1 send t0.0 parts 2 header in page
      t2.1 reads p0
      t2.1 reads io0
      t1.0 reply t0.0 word 1 and wait now
      t1.0 reply t3.0 word 1 grant p2 → p0 r- and wait buffer within 6 ticks
      t3.0 call t4.0 word 1 now and receive within 5 ticks
      t1.0 call t3.1 map p0+4 → p1 rw now

    # receive, 0x00 ok, page noPlace
    # reply and wait, 0xE0 receive message cut, d
    # reply and wait, 0xE0 receive message cut, page noPlace
    stage: limits
    operations:
      t1.0 reply t2.0 grant p0 → p2 r- and wait
      t0.0 call t4.0 map p0 → p1 r-
      t4.0 wait into p2 within 2 ticks
      t3.0 unmap p3 remap others
      t3.0 reply t2.0 word 1 grant p0+2 → p1 rw within 1 tick and wait
      t2.0 receive t1.0 into all now
      t1.0 call t3.0 map p1 → p1 rw and receive into all
      t2.0 ex_regs t2.0 registers 2
      t2.0 wait into p1 within 1 tick
      t3.0 send t4.0 word 1 grant p2 → p3 rw
      t1.0 reply t5.0 map p3 → p2 rw and wait into all now
      t2.0 reply t4.0 as t1.0 word 1 map p0+2 → p3 rw within 3 ticks and wait

    # reply and wait, 0xC0 receive aborted, page fault
    # reply and wait, 0xC0 receive aborted, page grantedReplacing
    # reply and wait, 0xC0 receive aborted, page notHeld
    stage: strings
    operations:
      t2.0 task_new former task4 mcp 2 registers 3 pager t3.1
      t2.1 wait
      t0.0 lidt invalid
      t0.0 task_new task2 mcp 0 registers 8 pager former t3.0
      t2.0 receive t4.0
      t4.0 writes p0
      t2.0 ex_regs t2.1 pager t2.1 preempter t1.0
      t2.0 call t4.0 grant p1 → p0 r- within 1 tick and receive into all within 2 ticks
      t2.0 call t4.0 word 1 map p0 → p0 r- within 3 ticks
      t2.1 send t2.0 parts 2
      t2.0 reply t4.0 word 1 grant p0+2 → p0 r- and wait buffer within 1 tick
      t2.1 thread_switch nobody

    # reply and wait, 0xA0 receive page fault timeout (receive), page accessed
    # reply and wait, 0xA0 receive page fault timeout (receive), page mapped
    # reply and wait, 0xA0 receive page fault timeout (receive), retried
    stage: whole
    operations:
      t4.0 reads p2
      t0.0 wait buffer
      t1.0 reply t0.0 parts 2 within 3 ticks faults within 1 tick and wait
      tick
      t2.0 writes p0
      t3.0 send t1.0 word 1 parts 1 header in page within 2 ticks faults within 1 tick
      t1.0 task_new task3 mcp 2 registers 4 pager t2.0
      t2.0 wait
      t3.0 ex_regs t3.1
      t3.0 send t4.0 parts 1 map p0 → p1 r- no faults
      t2.1 wait into all
      t2.0 reply t4.0 map p0+2 → p2 rw now and wait buffer no faults

    # LIDT, skipped
    # access, another 0xE0 receive message cut
    # access, another 0xF0 send message cut
    stage: transfers
    operations:
      t3.0 send t0.0 parts 1 header in page now faults within 1 tick
      t2.1 send t0.0 word 1
      t1.0 receive t3.0 buffer now no faults
      t1.0 unmap p1 remap others
      t1.0 reply t3.0 map p1 → p0 rw now and wait into p1 buffer
      t2.1 wait buffer
      t1.0 receive t3.0 into all within 1 tick
      t2.0 call t2.0 within 1 tick and receive short buffer now
      t2.0 writes p1
      t3.0 lidt valid
      t3.0 receive t2.1 into p0 buffer within 2 ticks no faults
      t1.0 receive t1.0 into p0 now

    # reply and wait, 0xC0 receive aborted, page accessed
    # reply and wait, 0xC0 receive aborted, page mapped
    # reply and wait, 0xC0 receive aborted, retried
    stage: strings
    operations:
      t2.0 send t2.1
      t2.1 reads p0
      t4.0 ex_regs t4.0 registers 7 pager t4.0
      t4.0 send t0.0 word 1 parts 2 within 2 ticks
      t1.0 wait
      t1.0 call nobody word 1 parts 2 now and receive into p1 buffer now no faults
      t1.0 wait short buffer now
      t3.0 reads p1
      t4.0 send t1.0 word 1 parts 1
      t1.0 receive t3.0 into p0 now
      t0.0 wait short buffer within 2 ticks
      t1.0 reply t3.0 map p0 → p1 r- now and wait buffer now

    # send, 0x00 ok, another 0x10 not existent
    # thread_switch, switched, page accessed
    # thread_switch, switched, retried
    stage: transfers
    operations:
      t3.0 task_new task0 mcp 3 registers 1 pager t0.0
      t3.0 reads p0
      t2.1 wait into p0 now
      t2.1 send t0.0 word 1 grant p0+2 → p1 r-
      t1.0 wait into all buffer within 1 tick
      t1.0 reply t3.0 word 1 grant p0+2 → p0 rw now and wait into p1 now
      t2.1 ipc t2.1 without phases
      t2.1 call t1.0 word 1 parts 1 grant p0 → p1 rw within 5 ticks and receive into p1 buffer within 2 ticks
      t1.0 send t1.0 parts 2 header in page grant p0 → p0 r- within 2 ticks faults within 1 tick
      t0.0 call t0.0 word 1 within 2 ticks and receive buffer now no faults
      t0.0 send t1.0 word 1 map p0+2 → p0 r-
      t1.0 thread_switch t3.0

    # call, 0xF0 send message cut, page accessed
    # call, 0xF0 send message cut, page fault
    # call, 0xF0 send message cut, retried
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 now and receive buffer
      t3.0 reply t1.0 map p1 → p0 rw now and wait into p1 buffer now
      t3.0 reads p1
      t2.1 call t0.0 word 1 parts 1 within 3 ticks faults within 1 tick
      t1.0 reply t2.0 word 1 within 3 ticks and wait buffer within 1 tick no faults
      t2.0 wait naming t3.0 short buffer now no faults
      t2.0 exception
      tick
      t1.0 reply t3.0 word 1 grant p0 → p1 r- now and wait within 6 ticks
      t2.1 writes p0
      t1.0 call t0.0 parts 1 header in page now no faults and receive buffer within 3 ticks
      t0.0 call t3.0 word 1 parts 1 now faults within 4 ticks and receive buffer

    # call, 0x20 receive timeout, another 0x10 not existent
    # call, 0xF0 send message cut, another 0xA0 receive page fault timeout (receive)
    # call, 0xF0 send message cut, another 0xB0 send page fault timeout (receive)
    stage: transfers
    operations:
      t3.0 wait into all buffer within 2 ticks faults within 1 tick
      t2.1 send t1.0 as t2.0 word 1 parts 1 map p1 → p0 r- faults within 1 tick
      t1.0 reply t2.0 word 1 grant p0 → p1 r- within 1 tick and wait into all buffer within 3 ticks no faults
      t2.0 wait into all buffer
      t2.0 wait into p1 now
      t2.0 call t2.1 word 1
      t0.0 unmap p0 flush all
      t0.0 call t3.0 parts 2 header in page within 1 tick and receive buffer now
      t2.1 reply irq99 parts 1 header in page within 3 ticks and wait buffer now
      t0.0 reply t3.0 as t3.0 word 1 parts 1 faults within 1 tick and wait into p0 buffer within 7 ticks
      t1.0 wait
      t1.0 call t2.1 map p0+2 → p1 r- within 3 ticks and receive buffer now faults within 1 tick

    # call, 0x00 ok, another 0x80 receive page fault timeout (send)
    # call, 0x00 ok, another 0x90 send page fault timeout (send)
    # send, 0xF0 send message cut, page fault
    stage: transfers
    operations:
      t3.0 send t0.0 word 1 parts 1 header in page within 2 ticks no faults
      t2.1 unmap p0 flush others
      t2.1 reply t1.0 word 1 and wait into all
      t1.0 id_nearest t2.1
      t1.0 receive t3.0 into all
      t1.0 reply t3.0 word 1 grant p0 → p0 rw now and wait into p1 buffer within 3 ticks faults within 1 tick
      t1.0 reply t0.0 parts 2 header in page faults within 4 ticks and wait into all short buffer
      t0.0 send t2.1 word 1 parts 2 map small p1 → p1 r- now
      t2.0 wait into all
      tick
      t0.0 wait
      t0.0 call t1.0 word 1 map p0 → p0 r- now and receive buffer within 1 tick faults within 1 tick

    # receive, 0xE0 receive message cut, former destination
    # receive, 0xE0 receive message cut, page accessed
    # receive, 0xE0 receive message cut, retried
    stage: transfers
    operations:
      t3.0 unmap p1 remap others
      t3.0 reads p0
      t2.1 send t0.0 parts 1 map p0 → p0 rw no faults
      t1.0 receive t3.0 within 3 ticks
      t1.0 reply t3.0 map p0 → p0 rw now and wait now
      tick
      tick
      t2.1 wait
      t1.0 call t0.0 word 1 parts 2 within 2 ticks faults within 1 tick and receive into p0 buffer faults within 4 ticks
      t0.0 call t2.1 parts 2 header in page map p0+2 → p0 rw within 1 tick and receive buffer within 1 tick
      t1.0 task_new task2 mcp 3 registers 5 pager t1.0
      t1.0 receive t0.0 buffer within 2 ticks

    # plain reply and wait, it waits, another 0xA0 receive page fault timeout (receive)
    # plain reply and wait, it waits, another 0xB0 send page fault timeout (receive)
    # reply and wait, 0xE0 receive message cut, page widened
    stage: transfers
    operations:
      t3.0 call t0.0 as t2.1 parts 1 within 1 tick and receive into p0 short buffer
      t2.1 wait into all buffer faults within 1 tick
      t1.0 reply t2.1 word 1 within 2 ticks and wait buffer within 3 ticks no faults
      t2.1 thread_switch nobody
      t2.1 reply t2.0 word 1 and wait
      t2.0 thread_switch nobody
      t1.0 unmap p0 flush all
      t1.0 send t0.0 word 1 parts 2 header in page now
      t0.0 receive t2.0 into all now
      t0.0 reply t1.0 word 1 map p0+2 → p0 rw within 3 ticks and wait into all within 3 ticks

    # send, 0x00 ok, another 0xA0 receive page fault timeout (receive)
    # send, 0x00 ok, another 0xB0 send page fault timeout (receive)
    # send, 0x00 ok, page rootStays
    stage: transfers
    operations:
      t3.0 wait into all buffer within 2 ticks faults within 1 tick
      t2.1 send t1.0 as t2.0 word 1 parts 1 map p1 → p0 r- faults within 1 tick
      t1.0 reply t2.0 word 1 grant p0 → p1 r- within 1 tick and wait into all buffer within 3 ticks no faults
      t2.0 wait into all buffer
      t2.0 thread_schedule t0.0 preempter t1.0
      t2.0 exception
      t0.0 thread_switch t1.0
      t0.0 send t3.0 word 1 parts 1 map p0 → p0 rw within 2 ticks
      t0.0 call nobody map p0 → p0 rw now and receive buffer within 2 ticks
      t0.0 unmap p0 flush all
      t0.0 receive t1.0 into p0 now
      t0.0 send t1.0 word 1 grant p1+2 → p0 r- within 2 ticks

    # lthread_ex_regs, changed, another 0x50 send cancelled
    # reply and wait, 0xE0 receive message cut, another 0x30 send timeout
    # reply and wait, it waits, page rootStays
    stage: whole
    operations:
      t2.1 call t3.1 parts 2 header in page within 8 ticks and receive into p0 now
      t0.0 wait into all buffer within 3 ticks faults within 4 ticks
      t1.0 wait into all buffer within 2 ticks no faults
      t3.1 reply t3.0 and wait into all
      t3.0 send t0.0 word 1 parts 1 within 2 ticks no faults
      t1.0 reply t0.0 word 1 parts 2 grant p0 → p3 rw within 1 tick and wait buffer within 1 tick
      t4.0 reply t3.0 grant p1 → p0 rw within 7 ticks and wait buffer within 2 ticks
      t3.0 send t4.0 parts 1 header in page now faults within 1 tick
      t0.0 reply t3.1 parts 1 header in page map p1 → p3 rw within 2 ticks and wait into all buffer
      t2.0 wait short buffer now
      t1.0 reply t3.0 as t2.1 grant p0 → p0 r- now and wait
      t3.0 ex_regs t3.1 pager t2.1

    # reply and wait, 0x20 receive timeout, another 0xE0 receive message cut
    # reply and wait, 0x20 receive timeout, another 0xF0 send message cut
    # reply and wait, 0x20 receive timeout, former source
    stage: whole
    operations:
      t3.0 send t5.0 as t2.0 word 1
      t2.1 send t4.0 as t5.0 word 1 parts 2 map p1 → p3 rw faults within 1 tick
      tick
      t4.0 send former t3.1 parts 1 map io0 → io0 rw faults within 1 tick
      t1.0 send t1.0
      t1.0 call t2.1 parts 2 map p0 → p2 r- now and receive into p2 buffer now
      t1.0 call t3.0 word 1 parts 2 header in page within 2 ticks faults within 1 tick and receive buffer faults within 1 tick
      t2.0 wait into all
      t0.0 receive nobody into all within 2 ticks
      t3.0 task_new task5 chief task4
      t4.0 wait into all short buffer now
      t2.0 reply t4.0 word 1 map p0+4 → p0 rw and wait short buffer now

    # plain reply and wait, 0x00 ok, d
    # plain reply and wait, 0x00 ok, m
    # plain reply and wait, 0x00 ok, page noPlace
    stage: limits
    operations:
      t0.0 send t3.0 now
      t2.0 wait
      t0.0 wait
      t4.0 reads p1
      t2.0 unmap p1 remap all
      t2.0 call t4.0 map p0+4 → p1 rw and receive now
      t2.0 id_nearest former t5.0
      t4.0 ex_regs t4.0 registers 3
      t3.0 id_nearest former t0.0
      t4.0 send t0.0 as t5.0 map p0 → p1 rw within 2 ticks
      t2.0 reply t0.0 within 6 ticks and wait into p2
      t1.0 reply t0.0 and wait

    # receive, 0x00 ok, another 0x80 receive page fault timeout (send)
    # receive, 0x00 ok, another 0x90 send page fault timeout (send)
    # receive, 0x00 ok, page granted
    stage: whole
    operations:
      t2.1 ex_regs t2.0 registers 2
      t3.0 reply t2.0 as t1.0 within 1 tick and wait into io0 buffer now no faults
      t1.0 call t5.0 parts 2 grant p3 → p3 rw within 2 ticks no faults and receive short buffer now faults within 1 tick
      t4.0 reply t2.0 map p2 → p3 rw within 3 ticks and wait into all buffer now no faults
      t2.0 receive t3.0
      t3.0 call nobody word 1 parts 2 map p1 → p0 rw within 3 ticks and receive into p1 buffer within 2 ticks no faults
      t2.0 reply t3.1 word 1 grant p1+4 → p3 r- and wait
      t1.0 wait
      t3.1 receive t2.0 into all buffer now faults within 1 tick

    # receive, 0x00 ok, another 0xA0 receive page fault timeout (receive)
    # receive, 0x00 ok, another 0xB0 send page fault timeout (receive)
    # receive, 0x00 ok, interrupt
    stage: whole
    operations:
      t3.1 writes p2
      t0.0 receive irq1 now
      t2.1 wait buffer now faults within 1 tick
      t4.0 reply t3.1 word 1 parts 1 and wait
      t2.0 reply t0.0 word 1 parts 1 header in page no faults and wait buffer no faults
      t1.0 receive t2.0 buffer faults within 4 ticks
      t4.0 send t2.0 parts 2
      t2.0 task_new task4 chief task0
      t0.0 reply t1.0 word 1 and wait
      interrupt 1
      t2.0 wait into p3 buffer within 8 ticks
      t1.0 receive t0.0 into all buffer

    # reply and wait, 0x20 receive timeout, page withinOneSpace
    # task_new, donated, another 0xD0 send aborted
    stage: strings
    operations:
      t2.0 send t2.1 as t3.1 word 1 within 3 ticks
      t3.1 wait buffer
      t0.0 wait buffer now
      t4.0 send t3.1 as t3.1 parts 1 now no faults
      t1.0 task_new task2 chief task4
      t1.0 reply t2.0 as t0.0 and wait buffer faults within 1 tick
      t4.0 wait into all buffer within 2 ticks
      t3.0 wait into p1 buffer within 1 tick
      t4.0 reply t1.0 parts 2 no faults and wait
      t4.0 receive t3.0 into p0 buffer faults within 1 tick
      t3.1 reply t3.0 map p0+2 → p1 rw and wait into p1 buffer now
      t3.0 call t4.0 parts 2 map p0 → p0 r- and receive buffer

    # wait, 0x00 ok, another 0xA0 receive page fault timeout (receive)
    # wait, 0x00 ok, another 0xB0 send page fault timeout (receive)
    stage: transfers
    operations:
      t3.0 call t2.1 parts 1 and receive short buffer now
      t2.1 task_new task2 mcp 3 registers 5 pager t2.1
      t3.0 writes p1
      t2.1 reply t0.0 as t2.0 parts 1 map p1 → p0 rw faults within 1 tick and wait buffer now no faults
      t1.0 wait into all buffer now faults within 4 ticks
      t2.1 receive nobody buffer
      t2.0 wait
      t1.0 wait buffer within 8 ticks
      t3.0 reply t2.0 word 1 parts 1 header in page and wait now
      t1.0 thread_schedule former t1.0 priority 0 slice 2
      t1.0 send t3.0 grant p0 → p0 r- now
      t3.0 id_nearest t2.0

    # send, it waits, another 0xA0 receive page fault timeout (receive)
    # send, it waits, another 0xB0 send page fault timeout (receive)
    stage: transfers
    operations:
      t3.0 send t1.0 word 1 parts 2 within 1 tick faults within 1 tick
      t2.1 unmap p0 flush all
      t2.1 thread_schedule t0.0 priority 2 slice 1
      t2.1 send t2.0 parts 2 within 1 tick
      t1.0 reads p0
      t1.0 reply t0.0 now and wait into all buffer within 3 ticks no faults
      t0.0 send t3.0 word 1 map p1 → p1 r-
      t2.0 receive t2.1 buffer now
      tick
      t1.0 task_new task3 mcp 1 registers 4 pager t1.0
      t1.0 wait into all now

    # send, it waits, another 0xE0 receive message cut
    # send, it waits, another 0xF0 send message cut
    stage: transfers
    operations:
      t3.0 receive t1.0 into all buffer now faults within 1 tick
      t3.0 call t0.0 word 1 parts 2 header in page no faults and receive into p1 buffer faults within 1 tick
      t2.1 send t0.0 as t0.0
      t1.0 wait buffer now
      tick
      t1.0 reply t3.0 word 1 grant p0 → p0 rw now and wait within 1 tick
      t2.1 call t3.0 parts 1 within 1 tick faults within 1 tick and receive buffer within 3 ticks faults within 1 tick
      t1.0 send t0.0 word 1 parts 2 header in page now
      t0.0 reply t3.0 word 1 map p1 → p0 rw and wait into p1 buffer now no faults
      t1.0 wait naming t2.0 into all short buffer within 1 tick faults within 4 ticks
      t2.0 thread_schedule t3.0 priority 1 slice 2
      t2.0 send t3.0 word 1 grant p1 → p1 r- within 1 tick

    # send, it waits, page accessed
    # send, it waits, retried
    stage: transfers
    operations:
      t3.0 writes p0
      t2.1 thread_schedule t0.0 priority 1 slice 1
      t2.1 send t0.0 word 1 parts 2 map p0 → p0 rw within 1 tick faults within 1 tick
      t1.0 reads p0
      t1.0 wait now
      t1.0 reply t3.0 grant p0 → p0 rw now and wait within 1 tick
      t2.1 receive nobody into p1 buffer
      t1.0 send t0.0 word 1 parts 1 header in page map p1 → p1 rw now
      t0.0 call t1.0 word 1 map p0+2 → p0 rw and receive into all buffer within 3 ticks faults within 1 tick
      t2.0 send t0.0 map p0 → p1 r-
      t3.0 thread_switch nobody
      t0.0 id_nearest t2.0

    # plain call, it waits, page accessed
    # plain call, it waits, retried
    stage: strings
    operations:
      t4.0 receive t2.1 into all now
      t0.0 ex_regs t0.0
      t2.1 wait naming t4.0 now
      t2.1 receive nobody buffer
      t1.0 unmap p0 flush others
      t3.0 writes p0
      t2.0 receive nobody
      t1.0 reply t3.1 map p1 → p0 rw and wait buffer no faults
      t3.1 wait into all buffer faults within 4 ticks
      t1.0 call t3.0

    # reply and wait, 0x00 ok, another 0x80 receive page fault timeout (send)
    # reply and wait, 0x00 ok, another 0x90 send page fault timeout (send)
    stage: transfers
    operations:
      t3.0 reply t0.0 parts 2 map p1 → p1 r- within 1 tick and wait into all now
      t2.1 thread_switch t2.1
      t2.1 call t3.0 as t2.1 word 1 parts 1 grant p0+2 → p0 r- no faults and receive into all buffer now
      t1.0 writes p0
      t1.0 receive t3.0 short buffer no faults
      t2.0 thread_switch t3.0
      t3.0 reply t0.0 word 1 within 2 ticks and wait buffer now faults within 1 tick
      t2.0 call t0.0 word 1 parts 2 and receive into p0 buffer now faults within 1 tick
      t1.0 reply t0.0 word 1 now and wait buffer now
      tick
      t2.1 receive t0.0
      t1.0 call t2.1 as t0.0 within 1 tick and receive into p0 buffer now

    # plain reply and wait, it waits, i
    # plain reply and wait, it waits, r
    stage: strings
    operations:
      t2.1 wait buffer within 3 ticks no faults
      t4.0 task_new task0 mcp 0 registers 8 pager t4.0
      t3.1 reply t2.1 word 1 parts 1 faults within 1 tick and wait within 2 ticks
      t2.0 reply t3.1 within 1 tick and wait into all buffer faults within 1 tick
      t3.1 reads p0
      t4.0 writes p1
      t3.0 reply t2.1 and wait within 1 tick
      t1.0 wait into p1 buffer no faults
      t2.1 wait into p1 now
      tick
      t3.0 reply t0.0 word 1 and wait
      t2.0 receive t4.0 into p1 buffer now faults within 1 tick

    # reply and wait, 0x70 send map failed, page notHeld
    # send, 0x70 send map failed, page notHeld
    stage: shortage
    operations:
      t1.0 unmap p1 remap others
      t3.0 writes p0
      t1.0 receive t3.0 into all
      t0.0 receive t0.0 into all
      t1.0 reply t3.0 word 1 grant p0 → p0 r- now and wait
      t2.0 call t0.0 within 3 ticks and receive now
      t1.0 wait into p1
      t1.0 reply t3.0 map p0+2 → p0 r- within 1 tick and wait into all within 2 ticks
      t1.0 reply t2.0 as t2.0 map p1 → p0 rw within 2 ticks and wait into all now
      t2.0 receive nobody into all now
      t2.0 receive t1.0 into p0 within 3 ticks
      t1.0 send t3.0 map p0+2 → p0 r- now

    # call, 0x70 send map failed, page kept
    # send, 0x70 send map failed, page kept
    stage: shortage
    operations:
      t3.0 wait into all
      t2.0 wait now
      t1.0 call t3.0 map p0 → p0 r- and receive into all
      t3.0 writes p0
      t0.0 call t3.0 map p0 → p1 rw within 8 ticks and receive within 1 tick
      t1.0 task_new task2 chief task1
      t1.0 wait now
      t1.0 call t3.0 word 1 map p1 → p0 r- within 2 ticks and receive into all
      t1.0 reply t0.0 word 1 now and wait
      t1.0 send t3.0 map p0+2 → p0 rw within 5 ticks
      t1.0 receive t3.0 into p0 now
      t1.0 call t3.0 map p0+2 → p0 r- now and receive within 6 ticks

    # lthread_ex_regs, changed, another 0xE0 receive message cut
    # lthread_ex_regs, changed, another 0xF0 send message cut
    stage: strings
    operations:
      t2.0 receive t3.1 buffer no faults
      t3.1 task_new task0 mcp 255 registers 1 pager t3.1
      t0.0 reply t2.0 as t2.0 parts 2 map p0 → p0 rw and wait short buffer faults within 1 tick
      t3.1 wait buffer within 2 ticks no faults
      t2.1 reply t3.1 parts 1 no faults and wait buffer
      t3.1 reply t2.0 word 1 parts 1 header in page grant p0 → p1 rw within 1 tick faults within 1 tick and wait into p0
      t3.0 wait into all buffer
      t4.0 reads p0
      t1.0 reply t3.0 as t0.0 word 1 map p0 → p1 r- within 1 tick and wait into all buffer now
      t2.1 wait buffer within 1 tick faults within 1 tick
      t3.0 ex_regs t3.1 pager t4.0
      t3.0 reply t2.1 word 1 map p0 → p0 rw now and wait buffer now

    # receive, 0xE0 receive message cut, d
    # reply and wait, 0xE0 receive message cut, former destination
    stage: clans
    operations:
      t1.0 send t7.0 word 1 map p0 → p0 rw within 6 ticks
      tick
      t4.0 call t0.0 as t5.0 word 1 map p0 → p0 rw within 2 ticks and receive into all now
      t5.0 send t7.0 word 1
      t0.0 receive t0.0 within 1 tick
      t2.0 receive t5.0
      t3.0 task_new task7 mcp 0 registers 6 pager t1.0
      t4.0 receive t5.0
      t2.0 send t5.0
      t7.0 call t4.0 word 1
      t2.1 receive t3.0 into p0
      t3.0 reply t2.1 word 1 map p0 → p0 rw now and wait now

    # plain send, it waits, another 0xA0 receive page fault timeout (receive)
    # plain send, it waits, another 0xB0 send page fault timeout (receive)
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 parts 2 within 3 ticks faults within 1 tick and receive buffer now no faults
      t2.1 thread_switch t1.0
      t1.0 ex_regs t1.0
      t1.0 lidt valid
      t1.0 reads p0
      t1.0 exception
      t1.0 receive t3.0 buffer no faults
      t2.1 send t0.0 word 1
      tick
      t2.0 receive t1.0 into all buffer within 3 ticks no faults
      t1.0 thread_switch t2.1
      t3.0 receive t2.1 into p0 buffer now

    # thread_switch, yielded, page accessed
    # thread_switch, yielded, retried
    stage: transfers
    operations:
      t3.0 reads p0
      t2.1 reply t1.0 as t2.0 map p0+2 → p1 r- and wait now
      t1.0 wait into all within 1 tick
      t1.0 reply t3.0 as t1.0 word 1 grant p0 → p0 rw and wait now
      t2.1 send t0.0 word 1 parts 2 map p1 → p1 r- faults within 1 tick
      t1.0 thread_switch t1.0
      t1.0 wait into p1 buffer within 3 ticks no faults
      t2.0 thread_switch t2.1
      t3.0 receive t2.0 short buffer within 1 tick faults within 4 ticks
      t0.0 call t2.0 parts 1 header in page map p0 → p1 r- within 3 ticks and receive short buffer now
      tick
      t2.1 reply t2.1 parts 1 faults within 1 tick and wait short buffer within 3 ticks

    # reply and wait, 0x90 send page fault timeout (send), another 0xE0 receive message cut
    # reply and wait, 0x90 send page fault timeout (send), another 0xF0 send message cut
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 parts 1 within 7 ticks and receive into all short buffer within 1 tick no faults
      t2.1 reply t0.0 word 1 parts 1 faults within 1 tick and wait into p1 buffer no faults
      t1.0 receive t3.0 into all buffer now faults within 1 tick
      t2.0 send t1.0 word 1 parts 1 map p0 → p1 rw
      tick
      t1.0 receive nobody short buffer now no faults
      t1.0 wait buffer now faults within 1 tick
      t3.0 id_nearest nobody
      t3.0 wait buffer within 2 ticks faults within 4 ticks
      t1.0 reply t2.1 as t2.1 word 1 parts 1 grant p1 → p0 rw and wait buffer now no faults
      t2.1 reply t3.0 parts 1 map p1 → p0 r- now no faults and wait into p1 buffer now no faults

    # reply and wait, 0xA0 receive page fault timeout (receive), d
    # reply and wait, it waits, another 0x20 receive timeout
    stage: strings
    operations:
      t2.0 wait into all
      t0.0 wait
      t3.0 wait into p0 buffer
      t4.0 ipc t2.1 without phases
      t4.0 send t3.0 word 1 parts 1 header in page no faults
      t2.0 unmap p0 remap others
      t3.1 call t1.0 word 1 parts 1 within 3 ticks faults within 1 tick and receive into p0 buffer
      t1.0 reply t0.0 as t2.1 word 1 within 1 tick and wait into p0 buffer no faults
      t1.0 wait into p0 buffer
      t2.1 reply t2.0 word 1 parts 1 map p1 → p0 rw faults within 1 tick and wait now
      t3.1 call t3.0 word 1 parts 1 map p0 → p1 r- within 1 tick faults within 1 tick and receive buffer now
      t1.0 reply t3.1 word 1 map p1 → p1 r- and wait

    # thread_switch, switched, another 0x80 receive page fault timeout (send)
    # thread_switch, switched, another 0x90 send page fault timeout (send)
    stage: transfers
    operations:
      t1.0 unmap p1 remap all
      t3.0 send t2.1 parts 2 within 3 ticks no faults
      t2.1 thread_switch t1.0
      t1.0 wait into all buffer within 1 tick
      t3.0 id_nearest t0.0
      t2.1 unmap p1 remap others
      t2.1 thread_schedule former t3.0 priority 1 slice 2
      t2.1 wait into p0 buffer within 3 ticks faults within 1 tick
      t2.0 call t0.0 word 1 parts 1 header in page map p0 → p0 rw within 1 tick no faults and receive buffer within 4 ticks
      t1.0 reply t2.0 word 1 parts 1 header in page map p1 → p0 r- now faults within 4 ticks and wait into all buffer now faults within 4 ticks
      t1.0 reply t3.0 word 1 grant p0 → p0 rw within 1 tick and wait into all short buffer within 1 tick
      t2.1 thread_switch t3.0

    # reply and wait, 0x20 receive timeout, another 0xC0 receive aborted
    # reply and wait, 0x20 receive timeout, another 0xD0 send aborted
    stage: whole
    operations:
      t2.1 task_new task4 mcp 3 registers 2 pager t2.1
      tick
      t1.0 call nobody parts 1 map p0 → p2 rw within 3 ticks no faults and receive buffer now
      t1.0 task_new task2 mcp 0 registers 8 pager t2.0
      t1.0 reply t2.0 word 1 parts 1 header in page map p0+2 → p1 rw and wait short buffer no faults
      t2.0 wait into io0 buffer no faults
      t1.0 wait into all buffer
      t3.0 reply t2.0 parts 1 grant p0+2 → p3 r- within 1 tick and wait
      t2.0 wait into all buffer within 1 tick
      t1.0 call irq99 word 1 within 2 ticks
      t1.0 reply t3.0 word 1 map p2 → p0 rw now and wait now
      t2.0 ex_regs t2.1 registers 3

    # send, 0xF0 send message cut, page accessed
    # send, 0xF0 send message cut, retried
    stage: transfers
    operations:
      t3.0 receive t1.0 buffer now
      t3.0 writes p1
      t2.1 reply t0.0 word 1 map p0 → p1 r- within 1 tick and wait into p1 now
      t1.0 wait short buffer
      t1.0 reply t3.0 word 1 map p0+2 → p1 rw within 2 ticks and wait into p1 now
      t2.1 writes p1
      t2.1 wait within 4 ticks
      t1.0 reply t0.0 within 1 tick and wait buffer within 5 ticks
      t0.0 send t2.1 map p0+2 → p0 rw now
      t1.0 wait naming t0.0 buffer within 4 ticks
      t2.0 send t1.0 parts 2 grant p0+2 → p1 rw within 3 ticks faults within 1 tick

    # send, 0xB0 send page fault timeout (receive), page accessed
    # send, 0xB0 send page fault timeout (receive), retried
    stage: transfers
    operations:
      t3.0 reads p1
      t2.1 call t0.0 word 1 parts 1 grant p0+2 → p1 rw and receive into all within 3 ticks
      t1.0 wait short buffer within 1 tick
      t1.0 thread_switch t2.1
      t2.0 wait buffer within 1 tick no faults
      t1.0 reply t3.0 word 1 map p1 → p1 r- now and wait into all within 3 ticks
      t2.1 unmap p1 flush all
      t2.1 thread_schedule t3.0 priority 2 slice 2
      t2.1 send t2.0 parts 1 within 3 ticks no faults

    # thread_switch, yielded, another 0xE0 receive message cut
    # thread_switch, yielded, another 0xF0 send message cut
    stage: transfers
    operations:
      t3.0 reply t0.0 word 1 parts 1 header in page now and wait buffer now
      t2.1 unmap p0 remap others
      t2.1 send t0.0 word 1 map p1+2 → p0 r-
      t1.0 receive t3.0 short buffer
      t1.0 reply t3.0 map p1 → p0 rw within 3 ticks and wait into all buffer
      t2.1 exception
      t1.0 send t1.0 word 1 parts 2 now faults within 1 tick
      t1.0 wait within 2 ticks
      t2.0 call t2.1 word 1 parts 1 grant small p0 → p1 r- now and receive into all short buffer now no faults
      t2.0 thread_switch t0.0
      t3.0 thread_switch t1.0
      t1.0 reply t0.0 as t2.0 word 1 parts 1 map p0 → p1 r- faults within 1 tick and wait buffer within 3 ticks faults within 1 tick

    # wait, it waits, m
    # wait, it waits, page ontoAncestor
    stage: transfers
    operations:
      t3.0 thread_schedule t2.1
      t3.0 thread_schedule t2.0 priority 3 slice 3
      t2.0 call t0.0 within 1 tick and receive short buffer now faults within 4 ticks
      t2.1 call t0.0 parts 2 header in page map p0 → p1 rw no faults and receive within 3 ticks
      tick
      t2.0 thread_switch t1.0
      t1.0 ex_regs t1.0 preempter t2.1
      t1.0 wait into p0 buffer within 1 tick faults within 4 ticks
      t2.0 wait within 1 tick
      t3.0 reply t0.0 map p0 → p0 rw within 3 ticks and wait within 2 ticks
      t1.0 thread_schedule former t2.1

    # receive, 0x00 ok, page notExistent
    # reply and wait, 0x00 ok, page notExistent
    stage: whole scheduled
    operations:
      interrupt 1
      t2.1 call t1.0 word 1 map io0 → io0 r- and receive now
      t1.0 receive t2.1 into all
      t2.1 thread_schedule t2.1 priority 255 slice 3
      t2.1 reads io0
      t1.0 send t0.0 word 1 within 3 ticks
      t0.0 id_nearest t3.0
      t0.0 wait into all
      t1.0 reply t0.0 word 1 map io0 → io0 r- now and wait into p0 within 1 tick

    # reply and wait, 0x20 receive timeout, another 0xA0 receive page fault timeout (receive)
    # reply and wait, 0x20 receive timeout, another 0xB0 send page fault timeout (receive)
    stage: transfers
    operations:
      t3.0 ex_regs t3.0 registers 7
      t3.0 call t0.0 parts 2 header in page now no faults and receive buffer within 3 ticks
      t2.1 wait into all buffer within 1 tick
      t1.0 reply t2.1 parts 2 grant p0 → p1 rw now and wait buffer within 3 ticks
      t2.1 reply t2.1 word 1 parts 1 now and wait into all
      t2.1 thread_switch t3.0
      t2.1 call t3.0 word 1 parts 1 within 7 ticks faults within 4 ticks and receive within 2 ticks
      t2.0 reply t0.0 parts 1 within 5 ticks and wait buffer within 2 ticks
      t1.0 receive t2.0 into all short buffer within 2 ticks no faults
      t0.0 unmap p0 flush all
      t0.0 reply t2.0 word 1 within 1 tick and wait into p0 short buffer now
      t0.0 task_new task1 mcp 0 registers 7 pager t0.0

    # send, 0xF0 send message cut, another 0xA0 receive page fault timeout (receive)
    # send, 0xF0 send message cut, another 0xB0 send page fault timeout (receive)
    stage: transfers
    operations:
      t3.0 call t1.0
      t2.1 send t0.0 word 1 parts 1 map p1 → p1 rw faults within 1 tick
      t1.0 unmap p0 remap all
      t1.0 wait buffer within 3 ticks no faults
      t2.1 ex_regs t2.1 registers 9
      t1.0 wait into p1 buffer within 1 tick no faults
      t2.0 wait buffer within 1 tick
      t0.0 thread_switch nobody
      t0.0 thread_switch nobody
      t0.0 unmap p1 flush others
      t0.0 send t3.0 parts 1 within 1 tick faults within 1 tick
      t2.1 wait naming t1.0 into all buffer now

    # exception, shut down, another 0xE0 receive message cut
    # exception, shut down, another 0xF0 send message cut
    stage: transfers
    operations:
      t3.0 call t0.0 grant p1 → p1 r- now and receive buffer within 1 tick faults within 4 ticks
      t3.0 reply t0.0 as t1.0 map p1 → p1 rw and wait into p1 now
      t2.1 thread_schedule t2.0 priority 0 slice 1 preempter t0.0
      t2.1 wait buffer within 2 ticks
      t1.0 call t2.0 grant p0+2 → p0 rw and receive buffer
      t2.0 wait into all buffer now
      t2.0 send t0.0 parts 2 grant p0+2 → p1 rw
      t0.0 ipc t2.1 without phases
      t0.0 send t1.0 word 1 map p0+2 → p0 rw within 3 ticks
      t0.0 exception
      t1.0 wait into p0 within 3 ticks

    # reply and wait, it waits, another 0xC0 receive aborted
    # reply and wait, it waits, another 0xD0 send aborted
    stage: whole
    operations:
      t2.1 task_new task4 mcp 3 registers 2 pager t2.1
      tick
      t1.0 call nobody parts 1 map p0 → p2 rw within 3 ticks no faults and receive buffer now
      t1.0 task_new task2 mcp 0 registers 8 pager t2.0
      t1.0 reply t2.0 word 1 parts 1 header in page map p0+2 → p1 rw and wait short buffer no faults
      t2.0 wait into io0 buffer no faults
      t1.0 wait into all buffer
      t3.0 reply t2.0 parts 1 grant p0+2 → p3 r- within 1 tick and wait
      t2.0 wait into all buffer within 1 tick
      t1.0 task_new task4 chief task5
      t1.0 reply t3.0 word 1 map p0+2 → p0 r- within 1 tick and wait short buffer
      t2.0 send t1.0 word 1 parts 2 now

    # reply and wait, 0x00 ok, another 0xA0 receive page fault timeout (receive)
    # reply and wait, 0x00 ok, another 0xB0 send page fault timeout (receive)
    stage: transfers
    operations:
      tick
      t3.0 reply t0.0 within 3 ticks and wait into p1 buffer within 1 tick no faults
      t2.1 call t0.0 grant p1 → p0 rw within 2 ticks and receive now
      t1.0 receive t2.1 into all buffer now
      tick
      t2.1 send t0.0 parts 2 now
      t2.1 send t3.0 word 1 parts 1 within 2 ticks no faults
      t1.0 reply t0.0 word 1 within 3 ticks and wait now
      t2.1 send t2.0 word 1
      t2.0 thread_switch t0.0
      t1.0 call invalid word 1 and receive into all

    # receive, 0x00 ok, page accessed
    # receive, 0x00 ok, retried
    stage: transfers
    operations:
      tick
      t3.0 writes p1
      t2.1 reply t0.0 word 1 now and wait now
      t2.1 send t0.0 as t3.0 word 1 map p0 → p0 rw within 3 ticks
      t1.0 reply t0.0 as t2.1 word 1 within 1 tick and wait buffer within 2 ticks
      t0.0 send t3.0 as t1.0 parts 2 within 2 ticks
      t1.0 receive t2.0 within 1 tick
      t2.0 call t2.1 word 1 parts 2 within 4 ticks faults within 1 tick and receive buffer now
      tick
      t1.0 reply t3.0 word 1 map p0 → p1 rw within 3 ticks and wait buffer now
      t2.1 call t1.0 parts 2 map p0 → p1 rw within 1 tick and receive into all buffer within 2 ticks faults within 1 tick
      t1.0 receive t2.1 into all buffer within 1 tick

    # thread_schedule, set, page accessed
    # thread_schedule, set, retried
    stage: transfers
    operations:
      t3.0 task_new task0 mcp 3 registers 1 pager t0.0
      t3.0 reads p0
      t2.1 wait into p0 now
      t2.1 send t0.0 word 1 grant p0+2 → p1 r-
      t1.0 wait into all buffer within 1 tick
      t1.0 reply t3.0 word 1 grant p0+2 → p0 rw now and wait into p1 now
      t2.1 ipc t2.1 without phases
      t2.1 call t1.0 word 1 parts 1 grant p0 → p1 rw within 5 ticks and receive into p1 buffer within 2 ticks
      t1.0 send t1.0 parts 2 header in page grant p0 → p0 r- within 2 ticks faults within 1 tick
      t0.0 thread_schedule t2.1 priority 2 slice 3
      t0.0 reply t1.0 map p0 → p0 rw within 3 ticks and wait buffer
      t1.0 thread_schedule t3.0 priority 3 slice 1 preempter t2.0

    # exception, shut down, another 0xA0 receive page fault timeout (receive)
    # exception, shut down, another 0xB0 send page fault timeout (receive)
    stage: transfers
    operations:
      t3.0 send t0.0 word 1 parts 2 within 3 ticks no faults
      t2.1 wait now
      t2.1 wait naming t1.0
      t1.0 reply t2.1 now and wait into p1 buffer no faults
      t2.1 exception
      t2.0 call t0.0 parts 2 header in page now and receive short buffer faults within 1 tick
      t2.0 task_new task3 chief task1
      t2.0 task_new task0 mcp 0 registers 9 pager t2.0
      t2.0 thread_schedule t2.0 priority 0 slice 255
      t1.0 reply t0.0 as t2.0 word 1 parts 2 map p1 → p1 rw now and wait buffer now no faults

    # call, 0x20 receive timeout, another 0x80 receive page fault timeout (send)
    # call, 0x20 receive timeout, another 0x90 send page fault timeout (send)
    stage: strings
    operations:
      t2.0 wait into all
      t0.0 wait
      t3.0 wait into p0 buffer
      t4.0 ipc t2.1 without phases
      t4.0 send t3.0 word 1 parts 1 header in page no faults
      t3.1 unmap p0 flush all
      tick
      t2.0 call t4.0 word 1 map p1 → p0 rw now and receive buffer now
      t4.0 reply t3.0 word 1 parts 2 map p0 → p1 rw faults within 1 tick and wait into all buffer
      t2.1 wait into all buffer within 3 ticks faults within 4 ticks
      t3.1 thread_switch nobody
      t2.0 call t2.1 map p0 → p1 rw and receive now

    # call, 0x20 receive timeout, page notExistent
    # send, 0x00 ok, page notExistent
    stage: whole scheduled
    operations:
      t2.1 thread_schedule t3.1
      t2.1 wait into all within 3 ticks
      t1.0 thread_switch t4.0
      t4.0 receive nobody into p0
      t1.0 task_new task3 chief former task2
      t1.0 call t0.0 as t2.0 now and receive into all within 3 ticks
      t0.0 task_new task1 chief task0
      t0.0 reply t2.1 word 1 grant io0 → io0 rw now and wait into all within 7 ticks
      t1.0 wait into all within 1 tick
      t2.0 send t1.0 map io0 → io0 rw within 3 ticks
      t1.0 thread_switch t1.0
      t1.0 call t2.1 word 1 grant io0 → io0 r- within 2 ticks and receive now

    # reply and wait, 0xF0 send message cut, page accessed
    # reply and wait, 0xF0 send message cut, retried
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 now and receive buffer
      t3.0 reply t1.0 map p1 → p0 rw now and wait into p1 buffer now
      t3.0 reads p1
      t2.1 call t0.0 word 1 parts 1 within 3 ticks faults within 1 tick
      t1.0 reply t2.0 word 1 within 3 ticks and wait buffer within 1 tick no faults
      t2.0 wait naming t3.0 short buffer now no faults
      t2.0 exception
      tick
      t1.0 reply t3.0 word 1 grant p0 → p1 r- now and wait within 6 ticks
      t2.1 writes p0
      t1.0 call t0.0 parts 1 header in page now no faults and receive buffer within 3 ticks
      t0.0 reply t2.1 word 1 parts 2 now and wait buffer within 1 tick

    # thread_switch, switched, page fault
    # wait, it waits, page fault
    stage: whole scheduled
    operations:
      t2.1 reads p0
      t1.0 unmap p1 flush all
      t1.0 unmap p0 remap all
      t1.0 thread_schedule t2.0 priority 2 slice 255 preempter t4.0
      t2.0 ex_regs t2.1
      t2.0 thread_switch t2.1
      t2.0 ex_regs t2.1
      tick
      t2.0 wait into p1 within 1 tick
      t1.0 task_new task2 chief task2
      t1.0 call t4.0 as t0.0 map p1 → p1 r- now and receive now

    # reply and wait, 0x60 receive map failed, i
    # reply and wait, 0x60 receive map failed, r
    stage: shortage
    operations:
      t2.0 reply t3.0 map p0 → p1 rw and wait into p0 now
      tick
      t0.0 receive t1.0 into all within 3 ticks
      t1.0 wait into all within 3 ticks
      t3.0 reply t0.0 map p0 → p1 r- within 1 tick and wait into p1 now
      t2.0 wait into all
      t3.0 id_nearest t1.0
      t3.0 ex_regs t3.0
      t3.0 thread_switch former t2.0
      t1.0 reply t0.0 grant p1 → p1 r- within 2 ticks and wait into p0 now

    # wait, it waits, another 0xA0 receive page fault timeout (receive)
    # wait, it waits, another 0xB0 send page fault timeout (receive)
    stage: transfers
    operations:
      t3.0 send t0.0 word 1 now
      t3.0 reply t0.0 parts 1 within 1 tick faults within 1 tick and wait buffer now
      t2.1 wait naming t2.1 buffer
      t1.0 thread_switch t2.0
      t2.0 receive nobody into all
      t1.0 reply t2.1 parts 1 now faults within 1 tick and wait into p0 short buffer now no faults
      t2.1 receive nobody into all now
      t2.0 reply t0.0 grant p0+2 → p1 r- within 1 tick and wait into all buffer now
      t2.1 wait within 3 ticks
      t1.0 wait into p1 buffer now faults within 1 tick

    # call, it waits, another 0xC0 receive aborted
    # call, it waits, another 0xD0 send aborted
    stage: strings
    operations:
      t2.0 wait buffer within 1 tick
      t4.0 send t2.0 as t0.0 parts 2 faults within 1 tick
      t1.0 task_new task2 mcp 3 registers 1 pager t1.0
      t2.0 reply t4.0 word 1 now and wait short buffer
      t3.1 send t2.0 parts 2 within 3 ticks
      t2.0 send t4.0 parts 1 header in page map p0+2 → p0 rw
      t0.0 receive t1.0 within 3 ticks
      t1.0 wait short buffer
      t3.0 unmap p0 remap others
      t3.0 call t0.0 word 1 grant p0 → p1 rw and receive into p1 buffer
      t4.0 wait buffer within 2 ticks faults within 1 tick
      t1.0 call t2.0 word 1 map p1 → p0 rw within 3 ticks and receive into p1 within 3 ticks

    # thread_switch, yielded, another 0x80 receive page fault timeout (send)
    # thread_switch, yielded, another 0x90 send page fault timeout (send)
    stage: transfers
    operations:
      t3.0 call t2.0 word 1 now and receive short buffer now faults within 1 tick
      t3.0 send t1.0 word 1 parts 2 header in page within 1 tick no faults
      t2.1 ex_regs t2.0 registers 6
      t2.1 thread_switch t3.0
      t2.1 send t0.0 within 3 ticks
      t1.0 receive t3.0 into all within 2 ticks
      t1.0 reply t3.0 word 1 grant p0 → p0 r- now and wait into all now
      t2.1 reply t3.0 word 1 grant p0 → p0 r- within 3 ticks and wait into all buffer
      t1.0 wait buffer faults within 1 tick
      t2.0 thread_switch t1.0
      t2.0 ex_regs t2.1 registers 7 preempter t0.0

    # receive, it waits, page accessed
    # receive, it waits, retried
    stage: transfers
    operations:
      t3.0 thread_schedule t3.0 priority 1 slice 2
      t3.0 reads p1
      t2.1 call t0.0 within 3 ticks and receive into p0 now
      t1.0 wait now
      t1.0 reply t3.0 map p0+2 → p0 rw now and wait buffer now no faults
      t2.1 wait buffer no faults
      t1.0 wait naming t0.0 buffer within 3 ticks faults within 1 tick
      t2.0 reply t0.0 now and wait into all
      t1.0 call t2.0 as t0.0 word 1 map p1+2 → p1 r- within 2 ticks and receive into p0 buffer
      t2.0 ex_regs t2.1 registers 3 pager nobody
      t2.1 receive t2.1 buffer within 3 ticks faults within 1 tick
      t3.0 ipc t0.0 without phases

    # call, 0x20 receive timeout, another 0xA0 receive page fault timeout (receive)
    # call, 0x20 receive timeout, another 0xB0 send page fault timeout (receive)
    stage: transfers
    operations:
      t3.0 send t0.0 parts 1 within 3 ticks
      t2.1 reply t3.0 as t1.0 parts 1 faults within 1 tick and wait short buffer now no faults
      t1.0 reply t0.0 as t2.0 and wait buffer within 2 ticks faults within 1 tick
      tick
      t0.0 thread_switch nobody
      t2.0 reply t3.0 word 1 parts 1 and wait into all short buffer now no faults
      t1.0 wait into all buffer within 1 tick no faults
      t3.0 wait into all short buffer no faults
      t0.0 thread_switch t2.0
      t1.0 unmap p1 flush all
      t1.0 send t0.0 word 1 parts 1 header in page now no faults
      t1.0 call t3.0 word 1 now and receive into all now

    # wait, 0x00 ok, page accessed
    # wait, 0x00 ok, retried
    stage: transfers
    operations:
      tick
      t3.0 writes p1
      t2.1 reply t0.0 word 1 now and wait now
      t2.1 send t0.0 as t3.0 word 1 map p0 → p0 rw within 3 ticks
      t1.0 reply t0.0 as t2.1 word 1 within 1 tick and wait buffer within 2 ticks
      t0.0 send t3.0 as t1.0 parts 2 within 2 ticks
      t1.0 receive t2.0 within 1 tick
      t2.0 call t2.1 word 1 parts 2 within 4 ticks faults within 1 tick and receive buffer now
      tick
      t1.0 reply t3.0 word 1 map p0 → p1 rw within 3 ticks and wait buffer now
      t2.1 receive t1.0 within 1 tick
      t1.0 wait into all buffer

    # tick, page accessed
    # tick, retried
    stage: transfers
    operations:
      t3.0 reads p0
      t2.1 call t0.0 map p1 → p1 r- and receive now
      tick
      t1.0 wait
      t1.0 reply t3.0 as t3.0 map p0 → p0 r- now and wait buffer within 1 tick no faults
      t2.1 wait buffer faults within 4 ticks
      t1.0 ex_regs t1.0
      tick
      t1.0 reads p1
      t1.0 task_new task2 chief task3
      tick
      t3.0 unmap p0 remap all

    # wait, 0xE0 receive message cut, page accessed
    # wait, 0xE0 receive message cut, retried
    stage: transfers
    operations:
      t3.0 writes p1
      t2.1 call t0.0 as t1.0 word 1 map p1 → p1 rw and receive short buffer within 2 ticks
      t1.0 thread_switch t2.1
      t2.0 reply t0.0 word 1 parts 1 header in page grant p0 → p1 r- no faults and wait into all buffer within 2 ticks
      t1.0 writes p0
      t1.0 thread_switch nobody
      t1.0 reply t0.0 and wait into all short buffer within 1 tick faults within 1 tick
      t0.0 wait within 1 tick
      t1.0 reply t3.0 map p0 → p1 rw now and wait buffer within 1 tick
      t2.1 ex_regs t2.1
      t2.1 reply t0.0 word 1 and wait into p1 now
      t1.0 wait buffer now

    # send, it waits, another 0x80 receive page fault timeout (send)
    # send, it waits, another 0x90 send page fault timeout (send)
    stage: transfers
    operations:
      t3.0 call t2.1 word 1 parts 2 header in page no faults and receive short buffer now
      t2.1 call t0.0 now and receive into p0 buffer now
      t2.1 wait short buffer within 3 ticks
      t1.0 call t0.0 word 1 parts 2 map p0 → p0 r- and receive into all buffer within 1 tick faults within 4 ticks
      t0.0 unmap p0 flush others
      t0.0 send t1.0 parts 1 map p1 → p0 rw no faults
      t1.0 wait
      t1.0 reply t2.1 word 1 now and wait buffer no faults
      t2.1 send t0.0 parts 1 within 3 ticks no faults
      t2.0 wait into all
      t0.0 send t1.0 map p1 → p0 rw within 3 ticks
      t1.0 send t3.0 word 1 map p1+2 → p0 rw within 2 ticks

    # receive, it waits, another 0x80 receive page fault timeout (send)
    # receive, it waits, another 0x90 send page fault timeout (send)
    stage: transfers
    operations:
      t3.0 call t2.1 word 1 parts 2 header in page no faults and receive short buffer now
      t2.1 call t0.0 now and receive into p0 buffer now
      t2.1 wait short buffer within 3 ticks
      t1.0 call t0.0 word 1 parts 2 map p0 → p0 r- and receive into all buffer within 1 tick faults within 4 ticks
      t0.0 unmap p0 flush others
      t0.0 send t1.0 parts 1 map p1 → p0 rw no faults
      t1.0 wait
      t1.0 reply t2.1 word 1 now and wait buffer no faults
      t2.1 receive nobody buffer within 2 ticks
      t2.0 send t2.1 word 1 within 2 ticks
      tick
      t0.0 ipc nobody without phases

    # call, 0x20 receive timeout, another 0xC0 receive aborted
    # call, 0x20 receive timeout, another 0xD0 send aborted
    stage: whole
    operations:
      t2.1 task_new task4 mcp 3 registers 2 pager t2.1
      tick
      t1.0 call nobody parts 1 map p0 → p2 rw within 3 ticks no faults and receive buffer now
      t1.0 task_new task2 mcp 0 registers 8 pager t2.0
      t1.0 reply t2.0 word 1 parts 1 header in page map p0+2 → p1 rw and wait short buffer no faults
      t2.0 wait into io0 buffer no faults
      t1.0 wait into all buffer
      t3.0 reply t2.0 parts 1 grant p0+2 → p3 r- within 1 tick and wait
      t2.0 wait into all buffer within 1 tick
      t1.0 call irq99 word 1 within 2 ticks
      t1.0 lidt valid
      t1.0 call t3.0 map p2+4 → p0 r- now and receive into all now

    # send, 0x00 ok, another 0xC0 receive aborted
    # send, 0x00 ok, another 0xD0 send aborted
    stage: whole
    operations:
      t2.1 task_new task4 mcp 3 registers 2 pager t2.1
      tick
      t1.0 call nobody parts 1 map p0 → p2 rw within 3 ticks no faults and receive buffer now
      t1.0 task_new task2 mcp 0 registers 8 pager t2.0
      t1.0 reply t2.0 word 1 parts 1 header in page map p0+2 → p1 rw and wait short buffer no faults
      t2.0 wait into io0 buffer no faults
      t1.0 wait into all buffer
      t3.0 reply t2.0 parts 1 grant p0+2 → p3 r- within 1 tick and wait
      t2.0 wait into all buffer within 1 tick
      tick
      t1.0 task_new task4 chief task4
      t1.0 send t3.0 grant p0+2 → p0 r- now

    # reply and wait, 0x00 ok, another 0xC0 receive aborted
    # reply and wait, 0x00 ok, another 0xD0 send aborted
    stage: whole
    operations:
      t2.1 task_new task4 mcp 3 registers 2 pager t2.1
      tick
      t1.0 call nobody parts 1 map p0 → p2 rw within 3 ticks no faults and receive buffer now
      t1.0 task_new task2 mcp 0 registers 8 pager t2.0
      t1.0 reply t2.0 word 1 parts 1 header in page map p0+2 → p1 rw and wait short buffer no faults
      t2.0 wait into io0 buffer no faults
      t1.0 wait into all buffer
      t3.0 reply t2.0 parts 1 grant p0+2 → p3 r- within 1 tick and wait
      t2.0 wait into all buffer within 1 tick
      t1.0 call irq99 word 1 within 2 ticks
      t0.0 call t5.0 word 1
      t1.0 reply t3.0 as t5.0 map p2 → p0 rw and wait into all now

    # wait, it waits, another 0x80 receive page fault timeout (send)
    # wait, it waits, another 0x90 send page fault timeout (send)
    stage: transfers
    operations:
      t3.0 send t0.0 word 1 parts 1 header in page within 2 ticks no faults
      t2.1 unmap p0 flush others
      t2.1 reply t1.0 word 1 and wait into all
      t1.0 id_nearest t2.1
      t1.0 receive t3.0 into all
      t1.0 reply t3.0 word 1 grant p0 → p0 rw now and wait into p1 buffer within 3 ticks faults within 1 tick
      t1.0 reply t2.1 map small p1 → p0 r- and wait into all buffer within 7 ticks faults within 4 ticks
      tick
      t2.1 wait buffer within 2 ticks no faults
      t2.0 wait into p1 buffer within 3 ticks
      t1.0 reply t0.0 word 1 map p0 → p0 rw and wait buffer now faults within 1 tick

    # thread_schedule, set, another 0xA0 receive page fault timeout (receive)
    # thread_schedule, set, another 0xB0 send page fault timeout (receive)
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 parts 2 within 3 ticks faults within 1 tick and receive into all buffer now
      t2.1 receive t1.0 buffer within 6 ticks faults within 1 tick
      t3.0 lidt valid
      t1.0 reply t2.1 parts 1 within 1 tick and wait into all buffer within 3 ticks no faults
      t2.1 id_nearest irq99
      t2.1 thread_schedule t2.1 priority 3 slice 0
      t2.0 reads p1
      t2.0 send t0.0
      t1.0 wait buffer

    # task_new, created, page accessed
    # task_new, created, retried
    stage: transfers
    operations:
      t3.0 writes p1
      t2.1 send t0.0 word 1 map p1 → p0 rw within 4 ticks
      t1.0 wait into p1 buffer now
      t1.0 call t0.0 as t3.0 map p0 → p0 rw and receive into all short buffer no faults
      t0.0 call t3.0 parts 1 header in page no faults and receive into all now
      t1.0 reply t3.0 word 1 map p1 → p1 rw now and wait short buffer within 1 tick
      t2.1 ex_regs t2.0 pager t2.0
      t2.1 reply t2.0 word 1 parts 1 grant p0 → p0 rw within 3 ticks and wait short buffer now faults within 1 tick
      t1.0 wait buffer now faults within 1 tick
      tick
      t2.0 thread_switch t1.0
      t1.0 task_new task2 mcp 2 registers 2 pager t1.0

    # exception, shut down, another 0x80 receive page fault timeout (send)
    # exception, shut down, another 0x90 send page fault timeout (send)
    stage: transfers
    operations:
      t3.0 wait buffer no faults
      t2.1 send t2.1 within 1 tick
      t2.1 thread_switch t1.0
      tick
      t1.0 lidt valid
      t1.0 send t3.0 word 1 parts 1 grant p0 → p1 r- within 2 ticks no faults
      t2.1 exception
      t2.0 ex_regs t2.1 registers 7
      t2.1 thread_switch t2.0

    # access, another 0xA0 receive page fault timeout (receive)
    # access, another 0xB0 send page fault timeout (receive)
    stage: transfers
    operations:
      t3.0 send t2.0 parts 1 within 1 tick
      t2.1 receive t2.0 short buffer within 2 ticks no faults
      t1.0 thread_schedule t2.0 priority 2 slice 3
      t2.0 reads p0
      t2.0 call t2.1 as t0.0 word 1 within 2 ticks and receive into all
      t2.1 unmap p1 remap all
      t2.1 call t2.0 word 1 parts 1 header in page within 3 ticks and receive into p1 buffer within 3 ticks faults within 4 ticks
      t2.0 receive t3.0 into p0 short buffer no faults
      t2.1 thread_schedule t3.0
      t2.1 unmap p0 remap others
      t2.1 writes p1
      t2.0 exception

    # wait, it waits, another 0xC0 receive aborted
    # wait, it waits, another 0xD0 send aborted
    stage: transfers
    operations:
      t3.0 ex_regs t3.0 registers 5 pager former t2.0
      t3.0 send t0.0 map p0 → p1 rw now
      t3.0 task_new task0 chief task3
      t3.0 reply t0.0 parts 2 within 1 tick and wait buffer now no faults
      t2.1 thread_switch t1.0
      t1.0 receive t3.0 into all buffer within 6 ticks faults within 1 tick
      t2.1 thread_schedule t2.0
      t2.1 wait within 1 tick
      t2.0 unmap p0 remap all
      t2.0 receive nobody buffer within 3 ticks
      t1.0 exception
      t3.0 thread_switch t3.0

    # plain send, it waits, another 0xC0 receive aborted
    # plain send, it waits, another 0xD0 send aborted
    stage: transfers
    operations:
      t3.0 ex_regs t3.0 registers 5 pager former t2.0
      t3.0 send t0.0 map p0 → p1 rw now
      t3.0 task_new task0 chief task3
      t3.0 reply t0.0 parts 2 within 1 tick and wait buffer now no faults
      t2.1 thread_switch t1.0
      t1.0 receive t3.0 into all buffer within 6 ticks faults within 1 tick
      tick
      t2.1 writes p1
      t2.1 send t0.0
      t2.0 thread_schedule t2.1 priority 3 slice 3
      t2.0 call t0.0 grant small p1 → p0 rw within 2 ticks and receive into p1 short buffer within 5 ticks faults within 1 tick
      t1.0 wait into p0 buffer now no faults

    # reply and wait, 0xE0 receive message cut, another 0x80 receive page fault timeout (send)
    # reply and wait, 0xE0 receive message cut, another 0x90 send page fault timeout (send)
    stage: whole
    operations:
      t3.0 wait into p1 buffer now
      t4.0 receive t4.0 into p0 buffer now no faults
      t2.0 task_new task0 mcp 0 registers 6 pager t2.0
      t3.1 call t3.0 word 1 parts 1 within 1 tick no faults and receive into all buffer now
      t2.0 receive nobody
      t1.0 receive t3.1 buffer within 3 ticks
      t3.0 wait into p3 short buffer within 2 ticks faults within 1 tick
      t2.1 call t2.1 parts 2 header in page grant p1 → p1 rw now and receive into all buffer
      t4.0 ex_regs t4.0 registers 2 pager t3.0
      t0.0 call t3.0 map p1 → p1 r- and receive into all within 3 ticks
      t1.0 receive irq1 now
      t1.0 reply t3.1 word 1 map p1 → p1 r- within 3 ticks and wait buffer within 3 ticks no faults

    # access, another 0x80 receive page fault timeout (send)
    # access, another 0x90 send page fault timeout (send)
    stage: transfers
    operations:
      t3.0 send t0.0 parts 1 map p1 → p0 r- within 3 ticks
      t2.1 wait into all short buffer
      t1.0 wait
      t1.0 reads p1
      t1.0 unmap p0 remap all
      t1.0 reply t0.0 parts 1 map p1 → p1 r- now faults within 1 tick and wait into p1 within 1 tick
      t0.0 reply t2.1 word 1 now and wait buffer now faults within 4 ticks
      t0.0 reply t3.0 as t2.1 word 1 parts 2 map p1 → p0 r- within 3 ticks no faults and wait buffer within 3 ticks faults within 1 tick
      t1.0 ex_regs t1.0 registers 3 preempter former t3.0
      t1.0 reply t2.1 word 1 map p1 → p0 r- now and wait into p0 buffer faults within 1 tick
      t2.1 writes p0

    # thread_switch, switched, another 0xA0 receive page fault timeout (receive)
    # thread_switch, switched, another 0xB0 send page fault timeout (receive)
    stage: transfers
    operations:
      t3.0 send t0.0 now
      t3.0 call t0.0 as t0.0 word 1 parts 1 map p1 → p0 rw no faults and receive short buffer now faults within 4 ticks
      t2.1 wait into p0 buffer within 3 ticks
      t1.0 reply t2.1 parts 2 header in page within 4 ticks and wait buffer within 3 ticks no faults
      t2.1 reply former t0.0 map small p1 → p1 r- now and wait buffer within 3 ticks
      t2.1 thread_switch t2.0
      t2.0 receive nobody
      t2.1 wait
      t1.0 reply t0.0 word 1 now and wait
      t0.0 thread_switch t3.0
      t3.0 writes p0

    # call, 0x00 ok, page accessed
    # call, 0x00 ok, retried
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 now and receive buffer
      t3.0 reply t1.0 map p1 → p0 rw now and wait into p1 buffer now
      t3.0 reads p1
      t2.1 call t0.0 word 1 parts 1 within 3 ticks faults within 1 tick
      t1.0 reply t2.0 word 1 within 3 ticks and wait buffer within 1 tick no faults
      t2.0 wait naming t3.0 short buffer now no faults
      t2.0 exception
      tick
      t1.0 reply t3.0 word 1 grant p0 → p1 r- now and wait within 6 ticks
      t2.1 writes p0
      t1.0 call t0.0 parts 1 header in page now no faults and receive buffer within 3 ticks
      t0.0 call t1.0 as t1.0 word 1 map p1 → p0 r- within 1 tick and receive into all buffer

    # exception, shut down, another 0xC0 receive aborted
    # exception, shut down, another 0xD0 send aborted
    stage: transfers
    operations:
      t3.0 reply t1.0 word 1 within 3 ticks and wait
      t2.1 wait into all buffer within 6 ticks
      t1.0 task_new task3 mcp 255 registers 4 pager t3.0
      t1.0 wait
      t2.0 receive t2.0 into all buffer within 1 tick no faults
      t3.0 thread_schedule former t2.1 priority 1 slice 255
      t3.0 send t3.0 word 1 now
      t3.0 send t1.0 parts 2 within 1 tick
      t1.0 send t3.0 word 1 parts 2 header in page within 2 ticks
      t3.0 reply t2.1 within 3 ticks and wait short buffer within 2 ticks
      t2.1 exception
      t1.0 reply t0.0 word 1 grant p0 → p1 rw now and wait buffer now

    # receive, it waits, another 0x20 receive timeout
    # receive, it waits, i
    stage: transfers
    operations:
      t3.0 call t0.0 parts 2 header in page within 1 tick faults within 1 tick and receive now
      t2.1 send former t2.1 within 3 ticks
      t2.1 thread_switch t2.1
      t2.1 call t2.0 as t2.0 parts 1 now and receive into all buffer now
      t2.1 call t0.0 within 2 ticks and receive buffer now
      t1.0 ex_regs t1.0 registers 1 pager t2.0 preempter t2.1
      t1.0 id_nearest t1.0
      t1.0 wait buffer within 2 ticks
      t1.0 reply t3.0 word 1 map p0 → p0 r- now and wait into p0 buffer within 2 ticks
      t2.1 receive t2.0 buffer
      t1.0 wait buffer within 2 ticks
      t2.0 receive t1.0 into p0 buffer faults within 4 ticks

    # call, 0x00 ok, page grantedReplacing
    # reply and wait, 0xE0 receive message cut, another 0xE0 receive message cut
    stage: transfers
    operations:
      t3.0 wait into p1 within 2 ticks
      t2.1 wait buffer within 1 tick
      t1.0 wait
      t2.0 reply t3.0 word 1 parts 2 header in page map p1 → p0 r- and wait short buffer within 2 ticks
      t3.0 send t2.1 parts 2 map p1 → p1 rw now
      t2.0 send t1.0 map p0 → p0 rw within 3 ticks
      t1.0 unmap p0 flush others
      t1.0 reply t3.0 word 1 map p1 → p0 rw within 3 ticks and wait buffer now no faults
      t2.1 send irq99 word 1 parts 1 within 3 ticks faults within 1 tick
      t2.1 writes p0
      t1.0 receive t2.1 now
      t1.0 call t2.1 word 1 grant p0+2 → p0 r- within 3 ticks and receive buffer within 1 tick faults within 4 ticks

    # plain reply and wait, 0xE0 receive message cut, d
    # plain reply and wait, 0xE0 receive message cut, former source
    stage: limits
    operations:
      t4.0 call t1.0 as t3.0 word 1 now and receive now
      t2.0 send t0.0 word 1 grant p1 → p3 r-
      tick
      t3.0 reply t1.0 grant p2 → p0 rw now and wait into all within 3 ticks
      t0.0 wait into all within 2 ticks
      t1.0 receive t2.0 into p0 within 3 ticks
      t2.0 reply t0.0 as t5.0 map p2+2 → p2 rw within 6 ticks and wait into p2
      t4.0 task_new task5 chief task1
      t1.0 reply t0.0 word 1 and wait

    # plain send, 0x00 ok, another 0xA0 receive page fault timeout (receive)
    # plain send, 0x00 ok, another 0xB0 send page fault timeout (receive)
    stage: strings
    operations:
      t2.1 call t4.0 word 1 parts 1 header in page and receive buffer now faults within 4 ticks
      tick
      t4.0 ipc t4.0 without phases
      t2.0 wait short buffer within 2 ticks no faults
      t4.0 thread_switch t1.0
      t4.0 wait short buffer within 3 ticks no faults
      t2.0 unmap p1 flush all
      tick
      t2.0 send t4.0
      t2.1 unmap p0 flush others
      t2.0 call t3.0 word 1 parts 2 and receive into all now
      t4.0 ipc t2.1 without phases

    # reply and wait, it waits, another 0xA0 receive page fault timeout (receive)
    # reply and wait, it waits, another 0xB0 send page fault timeout (receive)
    stage: strings
    operations:
      t2.1 call t4.0 word 1 parts 1 header in page and receive buffer now faults within 4 ticks
      tick
      t4.0 ipc t4.0 without phases
      t2.0 wait short buffer within 2 ticks no faults
      t4.0 thread_switch t1.0
      t4.0 wait short buffer within 3 ticks no faults
      t3.1 reads p0
      t2.0 wait naming t2.0 buffer
      t3.1 thread_schedule t2.0 priority 1 slice 1
      t1.0 call t2.0 word 1
      t0.0 wait into p0 buffer now
      t2.0 reply t4.0 grant p1 → p0 r- and wait

    # plain reply and wait, it waits, page accessed
    # plain reply and wait, it waits, retried
    stage: whole
    operations:
      t2.0 send t3.0 word 1 parts 2 header in page faults within 4 ticks
      t1.0 wait
      t3.0 wait into all buffer
      t4.0 reads p2
      t0.0 call t5.0 word 1 map p2 → p1 rw and receive buffer within 3 ticks
      interrupt 0
      t1.0 wait
      t3.1 reads p1
      t1.0 reply t3.0 grant p2 → p1 r- and wait into p2 short buffer
      t1.0 wait into all now
      t1.0 call t3.0 map p0 → p0 r- and receive buffer no faults
      t1.0 reply t3.1 and wait

    # reply and wait, 0xF0 send message cut, another 0xA0 receive page fault timeout (receive)
    # reply and wait, 0xF0 send message cut, another 0xB0 send page fault timeout (receive)
    stage: transfers
    operations:
      t3.0 reply t0.0 and wait
      t2.1 thread_schedule t2.0 priority 1 slice 2
      t2.1 send t0.0 parts 2 faults within 1 tick
      t1.0 thread_switch nobody
      t2.0 wait into p1 within 3 ticks
      t1.0 thread_schedule t1.0 priority 0 slice 255
      t1.0 reply t2.0 word 1 grant p0 → p1 r- within 3 ticks and wait buffer now faults within 4 ticks
      t2.0 receive t3.0 within 1 tick
      t1.0 wait into all buffer within 1 tick no faults
      t0.0 receive former t1.0 into all buffer
      t0.0 unmap p0 flush others
      t0.0 reply t3.0 word 1 parts 2 within 1 tick and wait buffer now no faults

    # plain send, it waits, page accessed
    # plain send, it waits, retried
    stage: transfers
    operations:
      t3.0 reads p1
      t2.1 call t0.0 word 1 grant p1 → p0 rw and receive into all within 1 tick
      t1.0 reads p0
      t1.0 receive t3.0 into all short buffer within 2 ticks faults within 1 tick
      t1.0 reply t3.0 word 1 grant p1+2 → p1 rw within 2 ticks and wait
      t2.1 lidt valid
      t2.1 wait into all within 1 tick
      t1.0 thread_switch t0.0
      t2.0 send t0.0 word 1
      t3.0 thread_switch t1.0

    # plain call, it waits, another 0xE0 receive message cut
    # plain call, it waits, another 0xF0 send message cut
    stage: strings
    operations:
      t2.0 receive t3.1 buffer no faults
      t3.1 task_new task0 mcp 255 registers 1 pager t3.1
      t0.0 reply t2.0 as t2.0 parts 2 map p0 → p0 rw and wait short buffer faults within 1 tick
      t3.1 wait buffer within 2 ticks no faults
      t2.1 reply t3.1 parts 1 no faults and wait buffer
      t3.1 reply t2.0 word 1 parts 1 header in page grant p0 → p1 rw within 1 tick faults within 1 tick and wait into p0
      t3.0 wait into all buffer
      t4.0 reads p0
      t1.0 reply t3.0 as t0.0 word 1 map p0 → p1 r- within 1 tick and wait into all buffer now
      t2.1 id_nearest t2.0
      t1.0 wait into all buffer now no faults
      t1.0 call t3.1 word 1

    # plain send, 0x00 ok, another 0xE0 receive message cut
    # plain send, 0x00 ok, another 0xF0 send message cut
    stage: strings
    operations:
      t2.0 receive t3.1 buffer no faults
      t3.1 task_new task0 mcp 255 registers 1 pager t3.1
      t0.0 reply t2.0 as t2.0 parts 2 map p0 → p0 rw and wait short buffer faults within 1 tick
      t3.1 wait buffer within 2 ticks no faults
      t2.1 reply t3.1 parts 1 no faults and wait buffer
      t3.1 reply t2.0 word 1 parts 1 header in page grant p0 → p1 rw within 1 tick faults within 1 tick and wait into p0
      t3.0 wait into all buffer
      t4.0 reads p0
      t1.0 reply t3.0 as t0.0 word 1 map p0 → p1 r- within 1 tick and wait into all buffer now
      t1.0 receive t3.1 into p0
      t1.0 send t3.1 word 1

    # call, 0x00 ok, page withinOneSpace
    # reply and wait, 0x00 ok, page withinOneSpace
    stage: slices
    operations:
      t2.0 ex_regs t2.0 registers 7 pager t2.1
      t2.0 writes p0
      t2.1 send t2.0 map p0 → p0 r- within 1 tick
      t1.0 call t3.0 word 1 now and receive into p0 within 1 tick
      t3.0 call t1.0 word 1 within 2 ticks
      t1.0 thread_schedule t2.1 priority 3 slice 2 preempter t0.0
      t2.1 wait within 6 ticks
      t2.1 task_new task1 mcp 0 registers 5 pager t2.1
      t2.1 reply t2.0 word 1 map p0 → p0 rw and wait into p0 within 1 tick
      tick
      t2.1 call t2.0 map p0 → p0 rw now and receive within 3 ticks

    # plain reply and wait, 0xE0 receive message cut, former destination
    # plain reply and wait, 0xE0 receive message cut, page fault
    stage: strings
    operations:
      t3.0 reads p1
      t1.0 ex_regs t1.0
      t0.0 call t4.0 as t1.0 parts 1 map p1 → p1 rw within 8 ticks no faults and receive buffer now no faults
      t2.0 receive t1.0 buffer within 1 tick
      t2.1 ipc nobody without phases
      t2.1 reply t4.0 and wait into all buffer within 1 tick
      t1.0 reply t2.0 as t1.0 word 1 parts 1 within 3 ticks no faults and wait into p0 buffer
      t3.1 call t0.0 as t3.1 parts 2 within 3 ticks and receive short buffer within 2 ticks no faults
      t1.0 task_new task4 mcp 0 registers 7 pager t2.0
      t1.0 reply t3.0 word 1 and wait
      t1.0 wait buffer no faults
      t1.0 wait naming t2.1 buffer within 2 ticks

    # reply and wait, 0x80 receive page fault timeout (send), page fault
    # reply and wait, 0x80 receive page fault timeout (send), page grantedReplacing
    stage: whole
    operations:
      t3.0 send t2.1 parts 1 header in page now no faults
      t2.0 task_new task4 chief task2
      t1.0 receive t3.0 into all now
      t5.0 call t1.0 within 2 ticks and receive into p2 within 3 ticks
      t1.0 ex_regs t1.0 pager nobody
      t1.0 call t3.0 word 1 map p1 → p0 r- and receive buffer
      t2.0 ex_regs t2.1 pager t0.0
      t3.1 reply t0.0 parts 1 no faults and wait
      t3.0 writes p2
      t1.0 reply t3.0 word 1 grant p0+4 → p2 r- within 3 ticks and wait buffer
      t1.0 reply t3.0 and wait
      t3.1 ex_regs t3.0 pager t2.0

    # plain reply and wait, 0x00 ok, page accessed
    # plain reply and wait, 0x00 ok, retried
    stage: paging
    operations:
      t4.0 wait into all
      t3.1 writes p0
      t4.0 unmap p2 flush others
      t2.1 wait within 1 tick
      t2.0 reply t2.1 word 1 and wait
      t3.0 reply t4.0 word 1 map p0+2 → p0 rw now and wait into all within 1 tick
      t2.1 reply t3.0 word 1 grant p0+2 → p1 rw now and wait into p2 within 1 tick
      t4.0 task_new task4 mcp 2 registers 3 pager t1.0
      t4.0 reads p1
      t3.0 reads p2
      t2.0 reply t3.1 word 1 and wait

    # plain reply and wait, 0xE0 receive message cut, page accessed
    # plain reply and wait, 0xE0 receive message cut, retried
    stage: paging
    operations:
      tick
      t4.0 writes p3
      t2.1 wait into all within 2 ticks
      t3.0 call t2.1 word 1 grant p0+4 → p2 r- now and receive into all within 3 ticks
      t2.1 reply t3.0 word 1 grant p0+4 → p1 rw and wait into all
      t0.0 wait into all
      t2.0 reads p2
      t3.0 call t0.0 word 1 grant p1 → p3 r- and receive into all now
      t1.0 unmap p3 remap others
      tick
      t1.0 reply t2.1 word 1 map p2+2 → p2 r- and wait into all
      t1.0 reply t2.0 word 1 and wait

    # receive, 0x60 receive map failed, page mapped
    # wait, 0x60 receive map failed, page widened
    stage: shortage
    operations:
      t1.0 reply t2.0 map p0+2 → p1 rw and wait into all now
      t3.0 receive t1.0 into all
      t0.0 receive t3.0
      t2.0 ex_regs t2.0 registers 3 pager t2.0 preempter t1.0
      t2.0 id_nearest invalid
      t2.0 unmap p0 flush all
      t2.0 receive t1.0 into all now
      t1.0 call t3.0 now and receive now
      t2.0 call t3.0 map p0 → p0 r- and receive into all within 1 tick
      t1.0 call t2.0 map p1+2 → p0 r- within 3 ticks and receive into all now
      t3.0 wait into p1 now
      t2.0 wait into all within 2 ticks

    # plain send, it waits, another 0x00 ok
    # plain send, it waits, page fault
    stage: transfers
    operations:
      t3.0 task_new task0 mcp 0 registers 5 pager t3.0
      t3.0 writes p1
      tick
      t2.1 reply t0.0 and wait now
      t1.0 ex_regs t1.0
      t1.0 ipc t1.0 without phases
      t1.0 wait into all buffer faults within 1 tick
      t1.0 reply t3.0 word 1 map p1 → p1 r- and wait buffer within 3 ticks no faults
      t2.1 receive t3.0 into p1
      t1.0 wait
      t2.1 receive irq99 into p0 buffer now no faults
      t2.0 send t3.0 word 1

    # plain call, it waits, another 0xA0 receive page fault timeout (receive)
    # plain call, it waits, another 0xB0 send page fault timeout (receive)
    stage: transfers
    operations:
      t3.0 send t1.0 word 1 parts 2 within 1 tick faults within 1 tick
      t2.1 unmap p0 flush all
      t2.1 thread_schedule t0.0 priority 2 slice 1
      t2.1 send t2.0 parts 2 within 1 tick
      t1.0 reads p0
      t1.0 reply t0.0 now and wait into all buffer within 3 ticks no faults
      t0.0 ex_regs t0.0 registers 2
      t0.0 receive t0.0 into p0 buffer now
      t1.0 wait into all within 1 tick
      t0.0 call t2.1 word 1
      t2.0 reply t0.0 parts 1 map p0+2 → p1 r- within 1 tick and wait short buffer now faults within 1 tick
      t1.0 receive t0.0 within 3 ticks

    # call, 0x20 receive timeout, page noPlace
    # wait, 0xE0 receive message cut, former destination
    stage: ports
    operations:
      t3.0 unmap io1 flush all
      t2.0 send t2.0 grant p0 → p0 rw
      t3.0 wait into io0 within 5 ticks
      t1.0 call t3.0 map p0 → p0 r- now and receive into all now
      t1.0 receive t3.0
      t0.0 call t2.0 as t3.0 map p0 → p0 r- and receive into all within 2 ticks
      t2.0 call t3.0 word 1 map p0 → p0 rw and receive into p0 now
      t4.0 call t2.0 word 1 grant p0 → p0 r- and receive now
      t3.0 receive t2.0 into all
      t3.0 call t1.0 as t2.0 word 1 and receive now
      t1.0 task_new task2 chief task4
      t1.0 wait

    # reply and wait, 0x20 receive timeout, another 0x10 not existent
    # send, 0x00 ok, page ontoAncestor
    stage: transfers
    operations:
      t3.0 call t3.0 word 1 parts 1 header in page now no faults and receive buffer within 3 ticks faults within 4 ticks
      t2.1 call t0.0 word 1 within 2 ticks and receive into all buffer
      t1.0 receive t3.0 into p0 buffer now faults within 4 ticks
      t1.0 reply t3.0 word 1 grant p1 → p1 rw within 1 tick and wait into all buffer no faults
      t1.0 wait into all buffer faults within 4 ticks
      t1.0 reply t3.0 word 1 grant p0 → p0 r- now and wait now
      t3.0 thread_schedule t0.0 priority 2 slice 1 preempter former t1.0
      t3.0 call t0.0 and receive into all buffer now
      t1.0 wait buffer within 2 ticks
      t1.0 reply t2.0 word 1 parts 1 header in page now and wait into all buffer within 2 ticks faults within 4 ticks
      t0.0 call t1.0 map p0+2 → p0 rw now and receive into p1 within 1 tick
      t1.0 send t0.0 word 1 map p1 → p0 rw now

    # call, it waits, another 0x10 not existent
    # call, it waits, page withinOneSpace
    stage: whole
    operations:
      t3.1 call t5.0 word 1 parts 2 header in page map p3 → p3 rw faults within 4 ticks and receive into p1
      t2.0 reply t3.0 word 1 map p0 → p0 rw and wait into all
      t1.0 wait buffer
      t2.1 call t2.0 map p0 → p0 r- and receive into p2 buffer
      t3.0 receive t2.0 into p1 buffer faults within 1 tick
      t1.0 call t3.1 as t2.1 map p1 → p1 r- within 5 ticks
      tick
      t2.0 call t2.1 grant p1 → p3 rw and receive into all short buffer within 1 tick
      t1.0 task_new task3 mcp 1 registers 1 pager t2.1
      t3.1 task_new task5 mcp 1 registers 8 pager t3.1
      t3.1 reply t1.0 word 1 parts 1 and wait into io0 buffer now

    # plain send, it waits, another 0x80 receive page fault timeout (send)
    # plain send, it waits, another 0x90 send page fault timeout (send)
    stage: transfers
    operations:
      t3.0 call t0.0 parts 1 grant p0 → p0 rw faults within 4 ticks and receive within 4 ticks
      t2.1 reply t0.0 word 1 within 2 ticks and wait into p1 short buffer within 2 ticks no faults
      t1.0 reply t0.0 now and wait into all buffer within 5 ticks no faults
      t0.0 thread_switch t1.0
      t1.0 wait naming t1.0 into p0 buffer within 1 tick faults within 1 tick
      t1.0 thread_switch t2.0
      t2.0 reply t3.0 and wait
      tick
      t0.0 call t1.0 word 1 parts 2 header in page within 1 tick no faults and receive short buffer no faults
      t1.0 reply t2.1 grant p1+2 → p0 r- within 2 ticks and wait buffer within 6 ticks
      t2.1 send t2.0 word 1
      t3.0 receive t2.0

    # call, it waits, page noPlace
    # plain reply and wait, 0x00 ok, former destination
    stage: limits
    operations:
      t0.0 receive t1.0 into p2
      t2.0 receive t2.0 now
      t4.0 send t3.0
      t1.0 task_new task3 mcp 255 registers 5 pager t1.0
      t1.0 wait into all now
      t1.0 call t0.0 map p0 → p2 rw now and receive into p2
      t0.0 reply t1.0 word 1 map p1 → p3 r- within 1 tick and wait now
      t2.0 id_nearest t2.0
      t3.0 call t2.0 and receive into all
      t1.0 wait into all
      t0.0 wait into all within 2 ticks
      t2.0 reply t1.0 and wait

    # call, 0xE0 receive message cut, page granted
    # call, 0xE0 receive message cut, page grantedReplacing
    stage: transfers
    operations:
      t3.0 thread_schedule t2.1 priority 0 slice 2
      t3.0 writes p1
      t1.0 reads p1
      t1.0 writes p1
      t1.0 wait buffer no faults
      t1.0 call t3.0 map p1 → p1 rw now and receive into all now
      t3.0 reply t0.0 parts 2 header in page within 1 tick faults within 1 tick and wait
      t1.0 task_new task2 chief task0
      t1.0 wait buffer now
      t1.0 call t3.0 word 1 grant p0+2 → p0 rw within 1 tick and receive within 2 ticks
      t3.0 call t1.0 word 1 within 2 ticks and receive into all
      t1.0 reads p0

    # wait, 0xE0 receive message cut, d
    # wait, 0xE0 receive message cut, former source
    stage: clans
    operations:
      t0.0 task_new task5 mcp 0 registers 3 pager t7.0
      t2.0 send t5.0
      t2.1 thread_schedule t5.0 priority 2 slice 2
      t2.1 task_new task4 chief task1
      t2.1 ipc t2.1 without phases
      t1.0 reply t0.0 as t5.0 word 1 map p0 → p0 r- within 3 ticks and wait
      t2.0 task_new task5 mcp 1 registers 5 pager t2.0
      t0.0 wait within 3 ticks

    # plain reply and wait, 0x00 ok, page notHeld
    # plain reply and wait, 0x00 ok, page ontoAncestor
    stage: paging
    operations:
      t2.1 wait into p1 now
      t1.0 send t4.0 map p2 → p1 r-
      t2.1 send t3.1
      t3.0 receive nobody into p0 now
      t3.1 receive t2.1
      t2.1 reply t2.0 word 1 and wait into all
      t3.0 reply t2.1 grant p0+4 → p3 rw and wait now
      t3.1 wait into p0
      t4.0 receive former t4.0 into p1 within 1 tick
      tick
      t4.0 wait into all
      t2.0 reply t3.1 word 1 and wait

    # receive, 0x00 ok, another 0xC0 receive aborted
    # receive, 0x00 ok, another 0xD0 send aborted
    stage: strings
    operations:
      t1.0 task_new task2 mcp 3 registers 9 pager t1.0
      t0.0 send t3.0 word 1
      t3.1 reads p0
      t3.0 wait into p1 buffer
      t4.0 reply t3.0 parts 1 and wait short buffer now no faults
      t3.0 writes p0
      t3.1 task_new task4 chief task0
      t2.0 call t1.0 map p0+2 → p0 r- within 3 ticks and receive into p1 buffer faults within 4 ticks
      t3.1 reply t1.0 word 1 and wait short buffer within 1 tick
      t1.0 send t3.0 now
      t4.0 call t3.1 parts 1 and receive into p0 now
      t1.0 receive t3.1 into p0 buffer

    # call, it waits, page notExistent
    stage: whole
    operations:
      t3.0 wait into p1 buffer now
      t4.0 receive t4.0 into p0 buffer now no faults
      t2.0 task_new task0 mcp 0 registers 6 pager t2.0
      t3.1 call t3.0 word 1 parts 1 within 1 tick no faults and receive into all buffer now
      t2.0 receive nobody
      t1.0 receive t3.1 buffer within 3 ticks
      t3.0 wait into p3 short buffer within 2 ticks faults within 1 tick
      t1.0 call t3.1 as t1.0 word 1 map p0 → p1 r- within 1 tick and receive into all buffer within 2 ticks
      t3.1 task_new task5 mcp 2 registers 9 pager t3.1
      t5.0 call t3.1 word 1
      t3.0 writes p1
      t3.1 call t1.0 word 1 grant io0 → io0 r- now and receive buffer within 2 ticks faults within 1 tick

    # reply and wait, 0x00 ok, interrupt
    stage: whole scheduled
    operations:
      t2.1 thread_schedule t2.0 priority 0 slice 255
      t2.1 call t0.0 grant p0 → p0 rw within 1 tick and receive now
      t1.0 receive irq0 now
      t1.0 receive t2.1
      interrupt 0
      t2.1 reply t4.0 word 1 within 3 ticks and wait into p0 within 2 ticks
      t1.0 writes p1
      t0.0 receive nobody now
      t0.0 reply t1.0 word 1 map p0 → p1 rw and wait into io0
      t1.0 receive irq0 now
      interrupt 0
      t1.0 reply t0.0 map p1 → p0 rw and wait into p1 within 1 tick

    # exception, shut down, page fault
    stage: transfers
    operations:
      t3.0 reads p1
      t2.1 send t0.0 map p0 → p0 r- within 2 ticks
      t1.0 unmap p0 flush all
      t1.0 reads p1
      t1.0 wait buffer within 1 tick faults within 4 ticks
      t1.0 reply t3.0 as t2.1 within 2 ticks and wait buffer no faults
      t2.1 ex_regs t2.0 registers 3
      t2.1 call t3.0 word 1 parts 2 header in page no faults and receive into p1 buffer
      t1.0 reply t0.0 word 1 parts 1 header in page map p1 → p1 r- within 1 tick faults within 1 tick and wait buffer now
      t0.0 call t1.0 map p0+2 → p0 r- within 3 ticks and receive into p0 buffer
      t2.0 exception
      t0.0 thread_schedule t3.0

    # plain reply and wait, 0x00 ok, former source
    stage: whole
    operations:
      t2.0 call t3.0 as t4.0 and receive into all now
      t1.0 unmap p0 flush others
      t2.1 task_new task4 mcp 0 registers 1 pager t2.1
      t2.1 wait naming t1.0
      t3.0 reply t2.1 word 1 and wait

    # lthread_ex_regs, changed, another 0x30 send timeout
    stage: whole
    operations:
      t3.1 reads p1
      t2.0 wait into p1 buffer within 1 tick no faults
      t3.0 call t1.0 parts 1 header in page map p1 → p2 rw now faults within 1 tick
      t1.0 reads p0
      t1.0 reply t2.0 word 1 parts 2 map io0 → io0 r- and wait into all buffer now faults within 4 ticks
      t0.0 wait into all
      t2.0 reads p1
      t1.0 reply t3.1 word 1 map p0+4 → p1 rw and wait buffer within 3 ticks no faults
      t3.1 ex_regs t3.0 pager t3.0
      t5.0 receive former t2.1 into all buffer no faults
      t1.0 send t0.0 as t5.0 grant p1 → p3 rw now
      t3.1 unmap p0 flush others

    # wait, 0x60 receive map failed, page notHeld
    stage: shortage
    operations:
      t3.0 wait into p0 within 2 ticks
      t0.0 send t3.0 map p1 → p0 rw
      t1.0 reply t3.0 word 1 grant p0 → p1 r- now and wait into all within 3 ticks
      t1.0 wait into all
      t2.0 unmap p0 remap all
      t0.0 send t1.0 map p1 → p0 r-
      t1.0 reply t3.0 word 1 map p1+2 → p0 rw and wait into p0 now
      t3.0 wait into all now
      t1.0 send t0.0 word 1 map p1 → p0 rw
      t3.0 call t2.0 word 1 map p0+2 → p1 rw and receive now
      t2.0 reads p0
      t2.0 wait into all now

    # wait, 0x00 ok, page fault
    stage: transfers
    operations:
      t3.0 writes p0
      t2.1 receive t0.0 within 1 tick
      t1.0 id_nearest t3.0
      t1.0 thread_schedule t0.0 priority 3 slice 3
      t1.0 receive t3.0 buffer within 2 ticks
      t1.0 send t0.0 word 1 within 2 ticks
      t0.0 send t2.1 parts 2 header in page within 2 ticks no faults
      t1.0 reply t3.0 grant p1 → p1 rw within 1 tick and wait into p1 now
      t0.0 call t2.1 parts 1 within 2 ticks faults within 1 tick and receive buffer within 2 ticks no faults
      t1.0 task_new task2 mcp 0 registers 5 pager t1.0
      t1.0 wait buffer within 1 tick

    # reply and wait, 0x00 ok, former destination
    stage: whole
    operations:
      t4.0 wait
      t3.1 thread_switch t2.1
      t0.0 call t4.0 word 1
      t2.1 receive t5.0 into all buffer within 2 ticks
      t1.0 receive t3.1
      t3.1 send t4.0 word 1 parts 2 header in page within 1 tick faults within 1 tick
      t1.0 task_new task2 mcp 3 registers 1 pager t1.0
      t2.0 writes p3
      t1.0 reply t3.1 grant p3 → p1 r- and wait into p0 buffer now no faults
      t3.1 wait short buffer faults within 4 ticks
      t1.0 receive irq0 now
      t1.0 call t3.1 parts 2 within 1 tick no faults and receive buffer now

    # reply and wait, 0x80 receive page fault timeout (send), page ontoAncestor
    stage: strings
    operations:
      t4.0 ex_regs t4.0 pager former t2.1
      t3.0 send t2.0 word 1 parts 2 map p0 → p1 r- no faults
      t4.0 wait into all buffer within 2 ticks no faults
      t3.1 wait buffer within 2 ticks faults within 1 tick
      tick
      t1.0 send t4.0 parts 1 header in page
      t1.0 reply t3.1 now and wait into p1 buffer
      t2.0 unmap p0 flush all
      t2.0 reply t1.0 map p1 → p0 r- now and wait into all buffer no faults
      t3.0 wait buffer no faults
      t2.0 reply t3.0 word 1 parts 1 and wait short buffer
      t1.0 exception

    # send, 0x70 send map failed, page widened
    stage: shortage
    operations:
      t2.0 unmap p0 flush others
      t0.0 call t3.0 word 1 map p1 → p0 rw and receive into all
      t2.0 wait
      t3.0 writes p0
      t1.0 receive t3.0 now
      t1.0 reply t3.0 grant p1 → p0 r- now and wait into p1 now
      t1.0 writes p1
      t0.0 lidt valid
      t0.0 wait into all
      t0.0 exception
      t0.0 send t1.0 map p0+2 → p1 r- now
      t0.0 exception

    # wait, 0x60 receive map failed, page mapped
    stage: shortage
    operations:
      t2.0 unmap p0 flush all
      t3.0 call t3.0 word 1 map p1 → p1 r- and receive now
      t2.0 unmap p0 remap all
      t0.0 wait into p1
      t2.0 call t0.0 word 1 map p1 → p0 rw and receive into all
      t1.0 reply t0.0 map p1 → p0 rw within 2 ticks and wait within 2 ticks
      t2.0 ex_regs t2.0 pager t2.0
      t0.0 call t3.0 word 1 grant p1 → p0 r- and receive into p0 within 1 tick
      t1.0 send t2.0 word 1 map p0+2 → p1 r-
      t2.0 wait naming t1.0 into all within 1 tick
      t3.0 wait into p1
      t1.0 reply t3.0 word 1 map p0 → p1 rw within 3 ticks and wait within 4 ticks

    # call, it waits, another 0x20 receive timeout
    stage: transfers
    operations:
      t3.0 call t2.1 word 1 parts 1 within 2 ticks no faults and receive buffer now
      t2.1 wait buffer now
      t1.0 receive t3.0 buffer within 3 ticks faults within 1 tick
      t1.0 call t3.0 grant p0 → p0 r- within 4 ticks and receive buffer
      t2.1 reply t0.0 word 1 within 3 ticks and wait into all
      t2.0 call t0.0 word 1 parts 2 map p1 → p1 r- no faults and receive into p0
      t3.0 call t0.0 map p0 → p0 r- now and receive into p1 short buffer within 3 ticks faults within 4 ticks
      t1.0 receive t2.0 into p1 buffer now
      t3.0 send t2.1 parts 2 within 2 ticks no faults
      t1.0 wait into all buffer

    # wait, 0x60 receive map failed, page kept
    stage: shortage
    operations:
      t1.0 call t3.0 word 1 map p1+2 → p0 r- and receive now
      t0.0 call irq99 word 1
      tick
      t0.0 send t1.0 map p0 → p1 rw
      t3.0 call t2.0 word 1 grant p0 → p0 rw now and receive within 3 ticks
      t3.0 receive t1.0 into all now
      t3.0 writes p1
      t1.0 task_new task2 mcp 1 registers 9 pager t1.0
      t2.0 receive t1.0 into all
      t1.0 call t2.0 map p1 → p0 rw and receive now
      t1.0 send t2.0 map p1+2 → p0 rw within 3 ticks
      t2.0 wait into all within 7 ticks

    # reply and wait, 0xA0 receive page fault timeout (receive), page grantedReplacing
    stage: transfers
    operations:
      t3.0 send t0.0 parts 1 within 1 tick faults within 1 tick
      t2.1 wait
      t1.0 reply t2.1 word 1 now and wait into p0 buffer now no faults
      t2.1 receive t2.1 buffer within 3 ticks faults within 1 tick
      t2.0 receive t1.0 into all buffer within 6 ticks faults within 1 tick
      t1.0 call t2.1 word 1 parts 2 header in page within 1 tick faults within 1 tick
      t3.0 reply nobody word 1 parts 2 map p1 → p1 rw within 2 ticks faults within 1 tick and wait into p1
      t3.0 call t0.0 word 1 parts 2 map p0+2 → p0 rw within 7 ticks and receive within 3 ticks
      tick
      t1.0 thread_schedule t1.0 priority 3 slice 255
      tick
      t1.0 reply t2.0 grant p0 → p0 r- within 2 ticks and wait into p0 buffer now no faults

    # reply and wait, 0x20 receive timeout, page notExistent
    stage: whole scheduled
    operations:
      t2.1 wait into all within 3 ticks
      t1.0 reply t2.1 word 1 map io0 → io0 rw now and wait into p1 now
      t2.1 call t0.0 map io0 → io0 rw and receive into p0 within 3 ticks
      t1.0 wait into all now
      t1.0 receive irq99 now
      t1.0 reply t0.0 within 3 ticks and wait into all now
      t0.0 send t2.1 map p0+2 → p0 r- within 3 ticks
      t1.0 wait into all

    # send, 0x00 ok, another 0x20 receive timeout
    stage: transfers
    operations:
      t3.0 reply t0.0 word 1 now and wait
      t3.0 unmap p0 remap all
      t3.0 wait naming invalid buffer within 3 ticks
      t2.1 call t3.0 parts 1 faults within 4 ticks and receive into all buffer now no faults
      t1.0 wait into all buffer within 2 ticks faults within 1 tick
      t1.0 send t3.0 word 1 grant p0 → p0 rw within 2 ticks
      t2.1 receive t0.0
      t1.0 reads p1
      t1.0 reply former t0.0 now and wait into p0
      t1.0 task_new former task2 mcp 0 registers 8 pager t1.0
      t1.0 send t0.0 word 1 parts 2 header in page now
      t0.0 send t1.0 map p0+2 → p0 r- now

    # reply and wait, 0x60 receive map failed, page rootStays
    stage: shortage
    operations:
      t3.0 wait into p0
      t0.0 wait into all within 1 tick
      t2.0 call t0.0 and receive into all
      t1.0 call t0.0 word 1 grant p1 → p0 rw now and receive into all
      t0.0 reply t3.0 word 1 grant p0 → p1 rw within 3 ticks and wait now
      t0.0 send t0.0 map p1 → p1 rw now
      t0.0 wait now
      t1.0 reply t3.0 as t1.0 grant p0 → p1 rw now and wait into p0 within 2 ticks
      tick
      t0.0 wait into p0
      t3.0 send t0.0 map p0+2 → p1 rw
      t1.0 reply t0.0 word 1 grant p1 → p0 rw and wait into all now

    # call, 0x20 receive timeout, another 0x20 receive timeout
    stage: transfers
    operations:
      t3.0 thread_switch nobody
      t2.1 call t3.0 as t0.0 word 1 parts 1 grant p0 → p1 r- within 2 ticks faults within 1 tick and receive now
      t1.0 wait buffer
      t2.0 wait short buffer within 2 ticks
      t3.0 wait into all buffer
      t1.0 call t3.0 word 1 map p0+2 → p0 rw now and receive now
      t2.1 call t0.0 word 1 parts 1 now no faults and receive into p0 short buffer now no faults
      t2.1 call t0.0 word 1 grant p1 → p1 rw within 1 tick and receive into all now
      t1.0 reply t0.0 word 1 and wait buffer now faults within 1 tick
      t2.1 send t2.0 word 1 parts 2 map p1 → p1 rw now no faults

    # reply and wait, 0x70 send map failed, page ontoAncestor
    stage: shortage
    operations:
      t3.0 reply t2.0 and wait
      tick
      t0.0 lidt valid
      t2.0 call t3.0 map p0 → p1 r- within 8 ticks and receive into all within 3 ticks
      t0.0 call t2.0 word 1 grant p1 → p0 rw within 1 tick and receive into p1 within 5 ticks
      t1.0 task_new task3 chief task0
      t1.0 receive t0.0 into p1
      tick
      t1.0 reply t2.0 grant p0 → p0 rw and wait into all
      t2.0 wait into p0
      t2.0 reply t0.0 word 1 map p0 → p0 rw now and wait into all within 1 tick
      t1.0 reply t2.0 word 1 map p0+2 → p1 rw within 3 ticks and wait into all now

    # reply and wait, 0x80 receive page fault timeout (send), page rootStays
    stage: transfers
    operations:
      t3.0 wait
      t2.1 send t0.0 parts 2
      t1.0 unmap p0 remap all
      t1.0 ex_regs t1.0 pager nobody preempter t2.0
      t1.0 reply t3.0 now and wait into all buffer now
      t2.1 thread_switch nobody
      t2.1 exception
      t2.0 send t0.0 parts 2 no faults
      t3.0 send t0.0 as t1.0 parts 2 grant p0 → p1 r- faults within 1 tick
      t1.0 send t0.0 grant p0 → p1 r- within 4 ticks
      t0.0 wait into all buffer within 2 ticks
      t1.0 reply t0.0 as t0.0 map p1 → p0 r- and wait into all buffer now no faults

    # receive, 0xE0 receive message cut, page fault
    stage: transfers
    operations:
      t3.0 writes p1
      t2.1 reply t0.0 word 1 within 4 ticks and wait short buffer now no faults
      t1.0 wait within 2 ticks
      t1.0 reply t3.0 map p1 → p1 r- now and wait now
      t2.1 send t3.0
      t1.0 call t0.0 map p0 → p1 r- and receive into all
      t0.0 reply t2.0 word 1 parts 2 within 1 tick faults within 1 tick and wait within 2 ticks
      t1.0 task_new task2 mcp 3 registers 9 pager t1.0
      t1.0 ex_regs t1.0 registers 1
      t1.0 receive t0.0 into p1 short buffer within 2 ticks

    # receive, it waits, page fault
    stage: transfers
    operations:
      t3.0 writes p1
      t2.1 call t0.0 map small p0+2 → p1 rw within 3 ticks and receive into p1
      t1.0 wait into all buffer within 3 ticks
      t1.0 reply t3.0 grant p1 → p1 r- and wait now
      t2.1 reply t2.0 map p0+2 → p1 rw and wait within 3 ticks
      t1.0 writes p1
      t0.0 call t1.0 map p0 → p1 rw and receive short buffer faults within 4 ticks
      t1.0 wait buffer within 2 ticks faults within 4 ticks
      t2.0 receive nobody into p1 buffer within 1 tick
      tick
      t1.0 id_nearest t2.1
      t1.0 call t3.0 as t1.0 word 1 grant p0+2 → p1 rw now and receive now

    # reply and wait, 0x60 receive map failed, page kept
    stage: shortage
    operations:
      t0.0 call t3.0 word 1 map p1 → p1 r- and receive into p1 now
      t3.0 writes p1
      t1.0 receive t0.0 into all
      t0.0 call t2.0 word 1 map p0 → p0 rw and receive into all
      t2.0 reply t3.0 word 1 map p0 → p0 rw within 2 ticks and wait into all within 8 ticks
      t1.0 wait into all now
      t1.0 reply t3.0 word 1 grant p0 → p1 r- within 3 ticks and wait into p0
      t0.0 task_new task0 chief former task1
      t1.0 reply t0.0 word 1 map p1 → p0 r- within 2 ticks and wait within 2 ticks
      t0.0 wait into all now
      t0.0 send t1.0 word 1 map p0+2 → p1 rw within 1 tick
      t1.0 reply t3.0 map p1 → p1 r- now and wait into all within 3 ticks

    # reply and wait, 0xA0 receive page fault timeout (receive), page noPlace
    stage: whole
    operations:
      t3.1 reply t0.0 word 1 parts 1 within 8 ticks and wait buffer
      t4.0 wait buffer no faults
      t2.0 wait short buffer now faults within 1 tick
      t2.0 reply t4.0 parts 1 grant p0 → p3 r- no faults and wait
      t2.0 wait into p3 buffer no faults
      t3.0 wait into io0 buffer now
      t2.0 task_new task4 mcp 0 registers 7 pager t4.0
      t1.0 reply t2.0 word 1 map io0 → io0 r- within 3 ticks and wait buffer no faults
      t1.0 call t3.1 word 1 parts 2 no faults and receive into io0 buffer
      t3.1 receive t1.0 into io0 short buffer
      t0.0 reply t3.1 word 1 parts 2 and wait buffer now faults within 1 tick
      t1.0 wait buffer within 7 ticks

    # receive, 0x60 receive map failed, page notHeld
    stage: shortage
    operations:
      t1.0 send t3.0 as t0.0 word 1 grant p0 → p1 r-
      t3.0 wait naming t3.0 into p1 within 3 ticks
      t0.0 call t3.0 grant p0+2 → p0 r- and receive into p0
      t1.0 reply t3.0 map p1 → p0 rw within 2 ticks and wait now
      t3.0 receive t1.0 into p1 now
      t3.0 ex_regs t3.0 registers 9 preempter t3.0
      t1.0 thread_schedule t2.0 priority 1 slice 1 preempter t0.0
      t0.0 receive invalid into all
      t1.0 reply t2.0 word 1 map p0+2 → p0 r- and wait into p1
      t3.0 receive t1.0 into all within 2 ticks
      t2.0 receive t1.0 into all now

    # receive, 0x00 ok, page fault
    stage: transfers
    operations:
      t3.0 writes p0
      t2.1 receive t0.0 within 1 tick
      t1.0 id_nearest t3.0
      t1.0 thread_schedule t0.0 priority 3 slice 3
      t1.0 receive t3.0 buffer within 2 ticks
      t1.0 send t0.0 word 1 within 2 ticks
      t0.0 send t2.1 parts 2 header in page within 2 ticks no faults
      t1.0 reply t3.0 grant p1 → p1 rw within 1 tick and wait into p1 now
      t0.0 call t2.1 parts 1 within 2 ticks faults within 1 tick and receive buffer within 2 ticks no faults
      t1.0 task_new task2 mcp 0 registers 5 pager t1.0
      t1.0 send t0.0 word 1 now
      t1.0 receive t0.0 buffer now

    # call, 0x80 receive page fault timeout (send), page grantedReplacing
    stage: strings
    operations:
      t4.0 wait short buffer no faults
      t3.0 call t4.0 parts 1 now faults within 1 tick and receive now
      t1.0 lidt valid
      t1.0 receive t3.1
      t3.1 ex_regs t3.0 pager t2.1
      t4.0 task_new task2 mcp 2 registers 1 pager t4.0
      t3.1 send t1.0 parts 1 header in page no faults
      t4.0 call t1.0 parts 1 now
      t0.0 task_new task0 mcp 1 registers 9 pager t0.0
      t1.0 task_new task2 chief task2
      t3.0 task_new task3 mcp 3 registers 8 pager t3.0
      t1.0 call t3.1 word 1 grant p0+2 → p1 rw and receive into all short buffer

    # reply and wait, 0xE0 receive message cut, another 0x10 not existent
    stage: whole
    operations:
      t3.0 wait into all
      t1.0 task_new task2 mcp 0 registers 3 pager t5.0
      t1.0 writes p3
      t2.0 reads p2
      t1.0 wait buffer
      t0.0 task_new task2 chief task3
      t0.0 unmap p0 remap all
      t3.0 send irq0 parts 2 header in page map p2 → p0 rw now
      t0.0 send t4.0 parts 1
      t3.1 wait buffer faults within 1 tick
      t1.0 task_new task4 chief task1
      t1.0 reply t3.0 word 1 map p1 → p0 r- within 3 ticks and wait now

    # reply and wait, 0xA0 receive page fault timeout (receive), page kept
    stage: transfers
    operations:
      t3.0 thread_schedule t2.0 priority 1 slice 3
      t3.0 reply t1.0 as t3.0 word 1 parts 1 within 2 ticks and wait into all now
      t2.1 wait naming t2.1 into p0 buffer
      t1.0 ex_regs t1.0 registers 4 pager t2.1
      t1.0 thread_schedule t2.1 priority 0 slice 255
      t1.0 reply t2.1 parts 2 map p1 → p0 r- and wait into all buffer within 2 ticks no faults
      tick
      t2.0 reply t0.0 word 1 parts 1 map p1 → p0 rw no faults and wait into all now
      t1.0 wait now
      t1.0 wait
      t3.0 reply invalid word 1 parts 1 header in page within 5 ticks and wait buffer within 2 ticks
      t1.0 reply t3.0 map p0 → p0 rw within 5 ticks and wait into p1 within 1 tick

    # reply and wait, 0x60 receive map failed, page ontoAncestor
    stage: shortage
    operations:
      t3.0 reply t2.0 word 1 map p0 → p1 rw and wait into p1 now
      t1.0 call t3.0 word 1 grant p0 → p0 rw within 3 ticks and receive into all within 2 ticks
      tick
      t3.0 reply t3.0 and wait into p1 now
      t2.0 unmap p0 remap all
      t2.0 receive t3.0 into all within 3 ticks
      t2.0 send t0.0 map p0 → p0 r-
      t0.0 wait into p0 now
      t3.0 call t1.0 word 1 map p0+2 → p1 rw now and receive into all now
      t0.0 wait into all within 3 ticks
      t1.0 reply t0.0 word 1 grant p0+2 → p0 r- now and wait into all within 2 ticks

    # wait, it waits, another 0x20 receive timeout
    stage: transfers
    operations:
      t3.0 call t0.0 parts 2 header in page within 1 tick faults within 1 tick and receive now
      t2.1 send former t2.1 within 3 ticks
      t2.1 thread_switch t2.1
      t2.1 call t2.0 as t2.0 parts 1 now and receive into all buffer now
      t2.1 call t0.0 within 2 ticks and receive buffer now
      t1.0 ex_regs t1.0 registers 1 pager t2.0 preempter t2.1
      t1.0 id_nearest t1.0
      t1.0 wait buffer within 2 ticks
      t1.0 reply t3.0 word 1 map p0 → p0 r- now and wait into p0 buffer within 2 ticks
      t2.1 receive t2.0 buffer
      t1.0 wait buffer within 2 ticks
      t2.0 wait into all within 2 ticks

    # reply and wait, 0xC0 receive aborted, page kept
    stage: strings
    operations:
      t2.1 thread_schedule t0.0 priority 3 slice 2
      t2.1 wait into all
      t3.0 call t3.1 parts 1 map p0+2 → p0 r- within 1 tick and receive into all buffer faults within 1 tick
      t2.0 wait into all buffer
      t3.1 ex_regs t3.1 pager nobody
      t1.0 call t2.0 word 1 parts 1 grant p0+2 → p1 rw now and receive into all buffer
      t0.0 send t2.1 as t2.1 now
      t2.0 wait into p1 buffer
      t4.0 call t2.1 word 1 map p0 → p1 rw and receive into all now
      t4.0 thread_schedule t2.0 priority 1 slice 255
      t3.1 reply t2.0 map p0 → p1 r- within 3 ticks and wait buffer now

    # reply and wait, 0x70 send map failed, page kept
    stage: shortage
    operations:
      t2.0 reads p1
      t0.0 call t1.0 map p0 → p0 rw and receive into all within 4 ticks
      t1.0 wait within 2 ticks
      t3.0 call t1.0 map p1 → p0 rw within 3 ticks and receive into p1 now
      t1.0 reply t2.0 word 1 grant p1 → p0 rw within 2 ticks and wait into p1 within 1 tick
      t1.0 id_nearest nobody
      t1.0 reply t0.0 as t0.0 word 1 map p1 → p1 r- now and wait into all within 3 ticks
      t1.0 wait now
      t3.0 unmap p1 remap others
      tick
      t1.0 reply t2.0 as t1.0 map p0+2 → p1 rw now and wait into p0

    # thread_switch, yielded, page fault
    stage: transfers
    operations:
      t3.0 writes p0
      t2.1 receive t0.0 within 1 tick
      t1.0 id_nearest t3.0
      t1.0 thread_schedule t0.0 priority 3 slice 3
      t1.0 receive t3.0 buffer within 2 ticks
      t1.0 send t0.0 word 1 within 2 ticks
      t0.0 send t2.1 parts 2 header in page within 2 ticks no faults
      t1.0 reply t3.0 grant p1 → p1 rw within 1 tick and wait into p1 now
      t0.0 receive nobody into all buffer within 1 tick no faults
      t1.0 send t1.0 word 1 parts 2 map p0 → p0 r- within 3 ticks faults within 1 tick
      t1.0 wait buffer within 1 tick
      t2.0 thread_switch t1.0

    # reply and wait, 0xA0 receive page fault timeout (receive), page widened
    stage: strings
    operations:
      t3.1 send t0.0 word 1 parts 1
      tick
      t2.1 wait into all buffer within 3 ticks
      t1.0 reply t2.1 word 1 map p0 → p0 rw now and wait short buffer no faults
      t3.0 reply t2.0 word 1 parts 2 within 3 ticks faults within 1 tick and wait into p1 buffer
      t3.1 wait into all buffer
      t0.0 call t3.0 within 2 ticks and receive into all buffer
      t1.0 wait into p1 buffer within 1 tick no faults
      t2.0 id_nearest t0.0
      t4.0 receive t0.0
      t2.0 send t3.1 as t4.0 parts 1 faults within 4 ticks
      t1.0 task_new task2 mcp 1 registers 9 pager t3.1

    # call, 0x20 receive timeout, former destination
    stage: whole
    operations:
      t2.1 reads p1
      t4.0 wait into all
      t3.0 call t4.0 word 1 parts 2 and receive into all
      t2.0 reply t4.0 word 1 map p0+4 → p1 rw and wait buffer within 2 ticks
      interrupt 1
      t2.1 task_new task4 mcp 3 registers 3 pager t5.0
      t1.0 receive t3.0 short buffer no faults
      t2.1 task_new task4 chief task3
      t1.0 receive nobody now
      t1.0 call t3.0 map p0+4 → p0 rw and receive short buffer now no faults

    # wait, 0x00 ok, former source
    stage: clans
    operations:
      t1.0 receive nobody within 1 tick
      t3.0 call t1.0 word 1 and receive into p0 within 5 ticks
      t5.0 send t2.1 now
      t5.0 call t3.0 map p0 → p0 rw within 3 ticks and receive into p0
      tick
      t1.0 reply t0.0 as t4.0 word 1 within 2 ticks and wait into all
      t2.1 task_new task4 mcp 255 registers 7 pager t2.1
      t4.0 wait into p0 now
      t2.0 reads p0
      t0.0 wait into p0 now

    # reply and wait, 0xA0 receive page fault timeout (receive), page notExistent
    stage: whole
    operations:
      t2.0 task_new task4 mcp 3 registers 7 pager t2.0
      t3.0 wait into p2 buffer within 8 ticks faults within 4 ticks
      t1.0 send nobody word 1 parts 1 header in page
      t2.0 id_nearest invalid
      t1.0 receive t2.0 into all short buffer faults within 1 tick
      t2.0 call t3.0 as t2.0 word 1 parts 2 within 2 ticks no faults and receive into p0 buffer
      t4.0 exception
      t2.1 call t3.0 word 1 and receive into p1 within 1 tick
      t3.1 send t2.0 word 1 parts 1 within 2 ticks no faults
      t3.0 wait buffer now no faults
      t3.0 wait into io0 buffer no faults
      t2.0 reply t1.0 word 1 map io0 → io0 rw now and wait into io0 buffer now no faults

    # lthread_ex_regs, changed, another 0x10 not existent
    stage: whole
    operations:
      t3.1 call t5.0 word 1 parts 2 header in page map p3 → p3 rw faults within 4 ticks and receive into p1
      t2.0 reply t3.0 word 1 map p0 → p0 rw and wait into all
      t1.0 wait buffer
      t2.1 call t2.0 map p0 → p0 r- and receive into p2 buffer
      t3.0 receive t2.0 into p1 buffer faults within 1 tick
      t3.0 writes p1
      t0.0 id_nearest t2.1
      t3.0 ex_regs t3.1 pager t5.0
      t2.0 receive t5.0 now
      t3.1 ex_regs t3.0 registers 1 pager t0.0
      t1.0 unmap p3 remap all
      t3.0 receive t5.0 into p2 buffer

    # reply and wait, 0xE0 receive message cut, another 0x20 receive timeout
    stage: transfers
    operations:
      t3.0 send t0.0 parts 1 within 3 ticks
      t2.1 reply t3.0 as t1.0 parts 1 faults within 1 tick and wait short buffer now no faults
      t1.0 reply t0.0 as t2.0 and wait buffer within 2 ticks faults within 1 tick
      tick
      t0.0 thread_switch nobody
      t2.0 reply t3.0 word 1 parts 1 and wait into all short buffer now no faults
      t1.0 wait into all buffer within 1 tick no faults
      t3.0 receive t2.0 buffer within 3 ticks faults within 1 tick
      t0.0 send t2.1 as t0.0 parts 2 within 2 ticks no faults
      t1.0 thread_switch nobody
      t1.0 reply t3.0 as t2.1 map p0 → p0 rw now and wait now
      t1.0 id_nearest nobody

    # wait, 0x60 receive map failed, page ontoAncestor
    stage: shortage
    operations:
      t3.0 receive t0.0
      t1.0 send t2.0 as t3.0 word 1 now
      t0.0 unmap p0 remap all
      t1.0 call t2.0 as t0.0 word 1 grant p1 → p1 rw within 3 ticks and receive within 2 ticks
      t2.0 wait into all within 3 ticks
      t2.0 reply t1.0 word 1 grant p0 → p1 rw and wait within 1 tick
      t2.0 send t1.0 word 1 map p1+2 → p0 rw
      t1.0 call t0.0 map small p0 → p0 rw now and receive into p0 now
      t1.0 unmap p0 remap all
      t1.0 wait into all now

    # call, 0x80 receive page fault timeout (send), page mapped
    stage: strings
    operations:
      t3.0 call t0.0 map p0+2 → p0 r- now and receive short buffer faults within 1 tick
      t3.1 reads p1
      t1.0 unmap p0 remap all
      t2.0 reads p1
      t2.0 wait buffer
      t2.1 unmap p0 remap others
      t3.0 receive t2.0 buffer no faults
      t4.0 call t2.0 parts 2 header in page no faults and receive now
      t0.0 send t3.1
      t2.0 send t2.0 word 1 within 3 ticks
      t2.0 call t4.0 as t1.0 word 1 map p1 → p0 r- and receive into all short buffer no faults
      t4.0 call t1.0 now and receive now

    # reply and wait, 0xA0 receive page fault timeout (receive), page withinOneSpace
    stage: whole
    operations:
      t2.0 reply t1.0 word 1 grant p1 → p3 rw and wait into p1 buffer faults within 1 tick
      t1.0 wait into p3 buffer faults within 1 tick
      t4.0 send t2.0 parts 1 within 4 ticks faults within 1 tick
      t2.1 task_new task4 mcp 255 registers 4 pager t1.0
      t2.0 call t3.1 word 1 parts 2
      t0.0 send t1.0 parts 1 header in page map p1+2 → p3 rw
      t4.0 unmap p1 remap all
      t3.1 reads p2
      t4.0 call t2.1 word 1 parts 2 faults within 1 tick and receive buffer faults within 1 tick
      t2.1 ex_regs t2.0 registers 2 pager former t5.0
      t2.0 wait into all buffer within 3 ticks no faults
      t2.1 reply t2.0 map p0+4 → p0 r- and wait short buffer now no faults

    # access, retried
    stage: transfers
    operations:
      t3.0 reads p0
      t2.1 call t0.0 map p1 → p1 r- and receive now
      tick
      t1.0 wait
      t1.0 reply t3.0 as t3.0 map p0 → p0 r- now and wait buffer within 1 tick no faults
      t2.1 wait buffer faults within 4 ticks
      t1.0 call t2.0 word 1 grant p1 → p0 rw within 3 ticks and receive into p1 short buffer faults within 1 tick
      t2.0 unmap p1 remap all
      t2.0 call t2.1 word 1 within 3 ticks and receive into all buffer within 2 ticks
      t2.1 writes p1

    # call, 0x70 send map failed, page ontoAncestor
    stage: shortage
    operations:
      tick
      t2.0 wait into all within 3 ticks
      t3.0 receive nobody into p1
      t0.0 call t1.0 word 1 map p0+2 → p0 r- and receive now
      t1.0 receive t0.0 into all within 7 ticks
      t0.0 send t1.0 word 1 map p0 → p0 rw within 1 tick
      t1.0 call t2.0 as t0.0 word 1 grant p1 → p1 rw now and receive into all
      t2.0 writes p0
      t2.0 call t1.0 as t3.0 map p1+2 → p1 rw now

    # wait, 0xE0 receive message cut, page fault
    stage: transfers
    operations:
      t3.0 writes p1
      t2.1 call t0.0 as t1.0 word 1 map p1 → p1 rw and receive short buffer within 2 ticks
      t1.0 thread_switch t2.1
      t2.0 reply t0.0 word 1 parts 1 header in page grant p0 → p1 r- no faults and wait into all buffer within 2 ticks
      t1.0 writes p0
      tick
      t1.0 wait into p0 within 8 ticks
      t1.0 thread_switch t2.1
      tick
      t1.0 reply t3.0 grant p1 → p1 r- within 2 ticks and wait buffer now faults within 4 ticks
      t2.1 receive t2.0 within 3 ticks
      t1.0 wait buffer now

    # reply and wait, 0xE0 receive message cut, page notExistent
    stage: whole scheduled
    operations:
      t2.1 ex_regs t2.0 registers 4 pager former t2.1
      t2.1 unmap p1 remap others
      t2.1 wait into all within 1 tick
      t1.0 reply t0.0 grant p1 → p0 rw within 1 tick and wait now
      t0.0 call t2.1 grant p0 → p1 rw within 3 ticks and receive within 2 ticks
      t1.0 reply t2.1 word 1 grant io0 → io0 rw now and wait now
      t2.1 task_new task3 chief task2
      t2.1 call t0.0 word 1 map p0 → p0 r- within 2 ticks and receive into all now
      t1.0 receive t2.1 into all now
      t2.1 thread_schedule t3.0 priority 3 slice 255

    # thread_schedule, set, another 0x30 send timeout
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 parts 1 header in page now and receive now
      t2.1 task_new task3 chief task2
      t2.1 receive nobody buffer now
      t2.1 thread_switch t2.1
      t2.1 call t1.0 map p0 → p1 rw within 2 ticks and receive now
      t1.0 wait within 3 ticks
      t1.0 unmap p0 remap all
      t1.0 reads p0
      t1.0 reply t3.0 word 1 map p1 → p0 r- and wait buffer within 2 ticks faults within 4 ticks
      t2.1 send t0.0 parts 1
      t1.0 reply t0.0 word 1 now and wait buffer within 3 ticks
      t0.0 thread_schedule t3.0 priority 2 slice 1

    # thread_switch, switched, another 0x30 send timeout
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 parts 1 header in page now and receive now
      t2.1 task_new task3 chief task2
      t2.1 receive nobody buffer now
      t2.1 thread_switch t2.1
      t2.1 call t1.0 map p0 → p1 rw within 2 ticks and receive now
      t1.0 wait within 3 ticks
      t1.0 unmap p0 remap all
      t1.0 reads p0
      t1.0 reply t3.0 word 1 map p1 → p0 r- and wait buffer within 2 ticks faults within 4 ticks
      t2.1 ex_regs t2.0 registers 9
      t2.1 thread_switch t3.0
      t3.0 wait within 1 tick

    # call, 0x90 send page fault timeout (send), another 0x30 send timeout
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 parts 1 header in page now and receive now
      t2.1 task_new task3 chief task2
      t2.1 receive nobody buffer now
      t2.1 thread_switch t2.1
      t2.1 call t1.0 map p0 → p1 rw within 2 ticks and receive now
      t1.0 wait within 3 ticks
      t1.0 unmap p0 remap all
      t1.0 reads p0
      t1.0 reply t3.0 word 1 map p1 → p0 r- and wait buffer within 2 ticks faults within 4 ticks
      t2.1 receive t0.0
      t1.0 wait buffer within 2 ticks
      t2.0 call t0.0 parts 2 now no faults and receive into all buffer within 1 tick no faults

    # send, it waits, another 0x30 send timeout
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 parts 1 header in page now and receive now
      t2.1 task_new task3 chief task2
      t2.1 receive nobody buffer now
      t2.1 thread_switch t2.1
      t2.1 call t1.0 map p0 → p1 rw within 2 ticks and receive now
      t1.0 wait within 3 ticks
      t1.0 unmap p0 remap all
      t1.0 reads p0
      t1.0 reply t3.0 word 1 map p1 → p0 r- and wait buffer within 2 ticks faults within 4 ticks
      t2.1 receive t0.0
      t1.0 task_new task2 mcp 255 registers 7 pager t1.0
      t1.0 send t2.0 word 1 within 2 ticks

    # thread_switch, yielded, another 0x30 send timeout
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 parts 1 header in page now and receive now
      t2.1 task_new task3 chief task2
      t2.1 receive nobody buffer now
      t2.1 thread_switch t2.1
      t2.1 call t1.0 map p0 → p1 rw within 2 ticks and receive now
      t1.0 wait within 3 ticks
      t1.0 unmap p0 remap all
      t1.0 reads p0
      t1.0 reply t3.0 word 1 map p1 → p0 r- and wait buffer within 2 ticks faults within 4 ticks
      t2.1 receive t0.0
      t1.0 task_new task2 mcp 255 registers 7 pager t1.0
      t1.0 thread_switch nobody

    # receive, it waits, another 0x30 send timeout
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 parts 1 header in page now and receive now
      t2.1 task_new task3 chief task2
      t2.1 receive nobody buffer now
      t2.1 thread_switch t2.1
      t2.1 call t1.0 map p0 → p1 rw within 2 ticks and receive now
      t1.0 wait within 3 ticks
      t1.0 unmap p0 remap all
      t1.0 reads p0
      t1.0 reply t3.0 word 1 map p1 → p0 r- and wait buffer within 2 ticks faults within 4 ticks
      t2.1 receive t0.0
      t1.0 task_new task2 mcp 255 registers 7 pager t1.0
      t1.0 receive t2.0 buffer

    # access, another 0x30 send timeout
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 parts 1 header in page now and receive now
      t2.1 task_new task3 chief task2
      t2.1 receive nobody buffer now
      t2.1 thread_switch t2.1
      t2.1 call t1.0 map p0 → p1 rw within 2 ticks and receive now
      t1.0 wait within 3 ticks
      t1.0 unmap p0 remap all
      t1.0 reads p0
      t1.0 reply t3.0 word 1 map p1 → p0 r- and wait buffer within 2 ticks faults within 4 ticks
      t2.1 send t0.0 parts 1
      t1.0 exception
      t2.0 writes p0

    # exception, shut down, another 0x30 send timeout
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 parts 1 header in page now and receive now
      t2.1 task_new task3 chief task2
      t2.1 receive nobody buffer now
      t2.1 thread_switch t2.1
      t2.1 call t1.0 map p0 → p1 rw within 2 ticks and receive now
      t1.0 wait within 3 ticks
      t1.0 unmap p0 remap all
      t1.0 reads p0
      t1.0 reply t3.0 word 1 map p1 → p0 r- and wait buffer within 2 ticks faults within 4 ticks
      t2.1 receive t0.0
      t1.0 reply t2.1 word 1 parts 2 grant p0+2 → p0 r- and wait into all buffer now faults within 1 tick
      t2.0 exception

    # wait, it waits, another 0x30 send timeout
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 parts 1 header in page now and receive now
      t2.1 task_new task3 chief task2
      t2.1 receive nobody buffer now
      t2.1 thread_switch t2.1
      t2.1 call t1.0 map p0 → p1 rw within 2 ticks and receive now
      t1.0 wait within 3 ticks
      t1.0 unmap p0 remap all
      t1.0 reads p0
      t1.0 reply t3.0 word 1 map p1 → p0 r- and wait buffer within 2 ticks faults within 4 ticks
      t2.1 send t0.0 parts 1
      t1.0 call t3.0 word 1 parts 2 header in page map p0 → p1 rw within 6 ticks no faults and receive into all short buffer within 1 tick faults within 1 tick
      t2.0 wait buffer within 3 ticks faults within 1 tick

    # reply and wait, 0xC0 receive aborted, page rootStays
    stage: strings
    operations:
      t3.0 wait into all
      t4.0 wait into p0 buffer within 3 ticks
      t2.0 unmap p0 flush all
      t0.0 wait into p0 buffer within 3 ticks
      t2.1 call t3.0 word 1 map p0+2 → p1 rw
      t3.1 send t4.0 word 1 parts 1
      t1.0 task_new task2 mcp 0 registers 9 pager t1.0
      t3.1 call t2.0 word 1 within 3 ticks and receive into p0
      t1.0 ex_regs t1.0
      t4.0 reply t0.0 word 1 parts 2 grant p1 → p1 r- and wait buffer within 3 ticks
      tick
      t1.0 reply t0.0 map p1 → p0 rw now and wait buffer

    # reply and wait, 0x80 receive page fault timeout (send), d
    stage: transfers
    operations:
      t3.0 call t2.0 word 1 now and receive short buffer now faults within 1 tick
      t3.0 send t1.0 word 1 parts 2 header in page within 1 tick no faults
      t2.1 wait into all buffer within 3 ticks
      t1.0 unmap p1 remap others
      t1.0 send t2.1 word 1 parts 1 map p1 → p0 r- now no faults
      t2.1 exception
      tick
      t2.0 call t0.0 within 2 ticks and receive now
      t1.0 wait naming invalid into p1 buffer now
      t1.0 reply t3.0 word 1 grant p0 → p0 rw within 2 ticks and wait now
      t1.0 reply t0.0 as t2.1 word 1 within 3 ticks and wait buffer now
      t0.0 call t2.1 word 1 parts 2 header in page map p0 → p1 rw now faults within 4 ticks and receive buffer now

    # task_new, created, page fault
    stage: scheduling
    operations:
      t2.1 thread_switch t2.0
      t2.0 writes p0
      t2.1 reply t0.0 and wait now
      t1.0 call invalid within 2 ticks and receive into all within 1 tick
      t1.0 wait into all now
      t1.0 reply t2.0 now and wait into all within 2 ticks
      t2.1 wait into p0 within 2 ticks
      t1.0 wait into p0
      t3.0 writes p0
      t1.0 task_new task3 mcp 255 registers 3 pager t1.0
      t1.0 thread_switch t3.0
      t3.0 ex_regs t3.1 registers 5

    # reply and wait, 0x80 receive page fault timeout (send), another 0x30 send timeout
    stage: transfers
    operations:
      t3.0 reply t0.0 parts 1 header in page now faults within 1 tick and wait into p0 buffer within 3 ticks faults within 4 ticks
      t2.1 call t3.0 as t1.0 word 1 now and receive buffer now faults within 1 tick
      t2.1 call t0.0 grant p1 → p0 rw within 1 tick and receive buffer no faults
      t1.0 send t0.0 word 1 map p0 → p1 rw within 1 tick
      t0.0 lidt invalid
      t0.0 send t2.0 word 1 parts 2 header in page within 3 ticks no faults
      t1.0 id_nearest t3.0
      t1.0 thread_schedule former t3.0 priority 2 slice 3
      t1.0 task_new task2 mcp 255 registers 9 pager t1.0
      t1.0 wait naming t3.0 short buffer within 2 ticks no faults
      t1.0 reply t3.0 word 1 grant p0 → p0 rw now and wait buffer within 2 ticks no faults
      t3.0 thread_schedule t2.0 priority 0 slice 255

    # send, 0x70 send map failed, page ontoAncestor
    stage: shortage
    operations:
      t3.0 reply t1.0 map small p0 → p1 rw within 3 ticks and wait into all now
      t1.0 reply t2.0 as t2.0 grant p1 → p1 r- within 1 tick and wait into p0
      t0.0 call t2.0 word 1
      t2.0 unmap p1 flush all
      t2.0 send t0.0 as t0.0 now
      t2.0 wait into all within 3 ticks
      t3.0 writes p0
      t1.0 call t2.0 as t0.0 map p0 → p1 r- within 3 ticks and receive into all within 3 ticks
      t2.0 reply nobody word 1 map p0 → p0 r- now and wait into all within 2 ticks
      t2.0 wait into p1 now
      t2.0 send t1.0 map p0+2 → p1 rw now

    # receive, 0xE0 receive message cut, another 0x30 send timeout
    stage: transfers
    operations:
      t2.1 call t0.0 word 1 within 2 ticks and receive into all buffer within 3 ticks no faults
      t3.0 reply t0.0 parts 1 header in page now no faults and wait within 2 ticks
      t2.1 send t0.0 as t1.0 word 1 map p0+2 → p0 rw within 3 ticks
      t1.0 wait buffer faults within 4 ticks
      tick
      t1.0 reply t3.0 map p0 → p0 r- within 2 ticks and wait into p1 buffer within 2 ticks no faults
      t2.1 reads p0
      t2.1 unmap p0 flush others
      t2.1 reads p0
      t2.1 send t0.0 word 1 within 1 tick
      t1.0 call t2.0 as t2.1 parts 2 grant p0 → p0 rw within 3 ticks no faults and receive short buffer within 2 ticks
      t2.0 receive t1.0 buffer now

    # reply and wait, 0xC0 receive aborted, page granted
    stage: strings
    operations:
      t2.0 send t2.1
      t2.1 reads p0
      t4.0 ex_regs t4.0 registers 7 pager t4.0
      t4.0 send t0.0 word 1 parts 2 within 2 ticks
      tick
      t0.0 unmap p0 remap all
      t1.0 ex_regs t1.0 registers 5
      t3.1 send t2.1 word 1 parts 2 header in page grant p0 → p1 rw
      t1.0 receive t3.1 into all buffer now
      t2.1 writes p0
      t4.0 call t1.0 word 1 and receive into p0 buffer within 3 ticks
      t1.0 reply t3.1 grant p0 → p1 rw and wait buffer

    # reply and wait, 0x80 receive page fault timeout (send), page withinOneSpace
    stage: strings
    operations:
      t3.0 call t4.0 word 1
      t1.0 task_new task4 chief task3
      t3.0 wait naming t3.0 into all buffer
      t3.1 wait buffer within 3 ticks
      t2.0 task_new task4 chief former task4
      t1.0 receive invalid
      t1.0 wait buffer within 2 ticks no faults
      t2.0 wait buffer now
      t2.0 call t3.1 word 1 parts 2 within 1 tick and receive now
      t1.0 task_new task2 chief task1
      t1.0 send t3.1 parts 1 no faults
      t3.1 reply t3.0 word 1 map p0 → p0 rw within 6 ticks and wait into p0 short buffer no faults

    # call, 0x00 ok, d
    stage: clans
    operations:
      tick
      t2.1 send t4.0 as t0.0 word 1
      t2.0 wait
      t0.0 wait
      t3.0 ex_regs t3.0 registers 9 pager t2.1
      t4.0 call t0.0 as t2.0 within 3 ticks and receive now
      t2.0 wait into all within 2 ticks
      t5.0 call t2.1
      t3.0 ex_regs t3.0 registers 2 preempter t0.0
      t2.1 reply t2.0 word 1 map p0 → p0 rw within 3 ticks and wait
      t4.0 call t2.1 word 1 map p0 → p0 rw within 3 ticks and receive now

    # call, 0x00 ok, page notExistent
    stage: whole
    operations:
      tick
      interrupt 1
      t3.0 wait buffer faults within 1 tick
      t2.1 send t3.0 word 1 parts 1 map p1 → p3 rw now faults within 1 tick
      t1.0 task_new task2 mcp 1 registers 4 pager t1.0
      t3.0 send t0.0 word 1 parts 1 header in page map io0 → io0 r-
      t1.0 wait buffer now
      t1.0 wait now
      t0.0 reply t2.0 word 1 parts 1 faults within 1 tick and wait into p2 now
      t2.0 call t0.0 and receive short buffer
      t1.0 call t3.0 map p2 → p0 rw now and receive into all buffer within 3 ticks no faults
      t1.0 wait into all buffer within 3 ticks no faults

    # task_new, donated, page fault
    stage: transfers
    operations:
      t3.0 ex_regs t3.0 preempter nobody
      t3.0 writes p1
      t2.1 call t0.0 word 1 and receive into all buffer now
      t1.0 wait into all buffer within 4 ticks
      t1.0 reply t3.0 grant p0 → p1 r- now and wait into all buffer now faults within 1 tick
      t2.1 reads p0
      t2.1 send t0.0 as t2.0 parts 2 within 7 ticks no faults
      t1.0 unmap p1 remap others
      t1.0 wait naming t3.0 into p0 buffer now no faults
      t2.1 thread_switch t1.0
      t1.0 task_new task2 chief task0

    # reply and wait, it waits, former source
    stage: whole
    operations:
      t0.0 send t4.0 as t1.0 word 1 parts 1 grant p2 → p0 rw now
      t3.1 send t2.1 as t5.0 parts 2 map p2 → p1 rw
      t0.0 receive t2.0 buffer
      t1.0 wait
      t4.0 receive irq1
      t2.1 wait buffer now faults within 1 tick
      interrupt 1
      t1.0 id_nearest t2.1
      t2.0 reads p1
      t3.0 task_new task5 mcp 255 registers 2 pager t3.0
      t1.0 reply t3.1 map p1 → p1 rw and wait into all buffer
      t2.1 send t1.0 word 1 parts 1 header in page map p1+2 → p3 rw

    # send, 0x00 ok, former source
    stage: whole
    operations:
      t0.0 send t4.0 as t1.0 word 1 parts 1 grant p2 → p0 rw now
      t3.1 send t2.1 as t5.0 parts 2 map p2 → p1 rw
      t0.0 receive t2.0 buffer
      t1.0 wait
      t4.0 receive irq1
      t2.1 wait buffer now faults within 1 tick
      t3.0 id_nearest t0.0
      t1.0 call t3.1
      t3.0 task_new task5 mcp 2 registers 4 pager t3.0
      t1.0 ex_regs t1.0
      t1.0 send t3.1 grant p3 → p1 r- now

    # call, 0x20 receive timeout, former source
    stage: whole
    operations:
      t0.0 send t4.0 as t1.0 word 1 parts 1 grant p2 → p0 rw now
      t3.1 send t2.1 as t5.0 parts 2 map p2 → p1 rw
      t0.0 receive t2.0 buffer
      t1.0 wait
      t4.0 receive irq1
      t2.1 wait buffer now faults within 1 tick
      t1.0 thread_schedule t4.0 priority 3 slice 2 preempter t2.0
      t3.0 task_new task5 mcp 0 registers 4 pager t3.0
      t1.0 call t3.1 word 1 map p3 → p1 r- and receive now
      tick
      t3.0 call t3.1 word 1 parts 2
      t3.1 receive t3.0 into io0 buffer no faults

    # thread_schedule, set, another 0x10 not existent
    stage: transfers
    operations:
      t3.0 reply former t0.0 word 1 parts 2 header in page now and wait buffer no faults
      t2.1 reply t0.0 within 5 ticks and wait now
      t1.0 wait into p1 within 2 ticks
      t1.0 reply t3.0 word 1 grant p1 → p0 rw now and wait buffer within 3 ticks no faults
      tick
      t2.1 reply t2.1 within 3 ticks and wait into p0 buffer within 3 ticks no faults
      t2.1 call t0.0 word 1 parts 1 header in page now and receive into all now
      t2.1 wait into p1 buffer
      t1.0 thread_schedule t3.0 priority 2 slice 1 preempter t2.1
      t3.0 call t0.0
      t1.0 send t2.0 parts 1 header in page map p0+2 → p1 rw
      t2.0 wait into all buffer now faults within 4 ticks

    # thread_switch, switched, another 0x10 not existent
    stage: transfers
    operations:
      t3.0 reply former t0.0 word 1 parts 2 header in page now and wait buffer no faults
      t2.1 reply t0.0 within 5 ticks and wait now
      t1.0 wait into p1 within 2 ticks
      t1.0 reply t3.0 word 1 grant p1 → p0 rw now and wait buffer within 3 ticks no faults
      tick
      t2.1 reply t2.1 within 3 ticks and wait into p0 buffer within 3 ticks no faults
      t2.1 thread_switch t3.0
      t3.0 reply t3.0 map p0+2 → p0 rw within 1 tick and wait buffer within 1 tick no faults
      t3.0 receive t0.0 within 3 ticks
      t2.1 send t0.0 grant p0+2 → p0 rw within 3 ticks
      t1.0 task_new task0 mcp 3 registers 5 pager t1.0
      t1.0 reply t0.0 and wait into p0 now

    # thread_switch, yielded, another 0x10 not existent
    stage: transfers
    operations:
      t3.0 reply former t0.0 word 1 parts 2 header in page now and wait buffer no faults
      t2.1 reply t0.0 within 5 ticks and wait now
      t1.0 wait into p1 within 2 ticks
      t1.0 reply t3.0 word 1 grant p1 → p0 rw now and wait buffer within 3 ticks no faults
      tick
      t2.1 reply t2.1 within 3 ticks and wait into p0 buffer within 3 ticks no faults
      tick
      t2.1 wait into all buffer within 1 tick
      t1.0 task_new task2 chief task0
      t1.0 thread_switch nobody
      t3.0 call t0.0 map p0 → p0 rw within 3 ticks and receive buffer within 2 ticks no faults
      t1.0 wait into all buffer within 1 tick no faults

    # wait, it waits, another 0x10 not existent
    stage: transfers
    operations:
      t3.0 reply former t0.0 word 1 parts 2 header in page now and wait buffer no faults
      t2.1 reply t0.0 within 5 ticks and wait now
      t1.0 wait into p1 within 2 ticks
      t1.0 reply t3.0 word 1 grant p1 → p0 rw now and wait buffer within 3 ticks no faults
      tick
      t2.1 reply t2.1 within 3 ticks and wait into p0 buffer within 3 ticks no faults
      t2.1 call t0.0 word 1 map p1 → p0 rw within 7 ticks and receive within 1 tick
      t1.0 wait into p1 buffer now
      t1.0 receive t1.0 buffer
      t2.0 send t3.0 word 1 map p0+2 → p0 rw now
      t2.0 wait into all buffer no faults
      t3.0 ipc t1.0 without phases

    # send, it waits, another 0x10 not existent
    stage: transfers
    operations:
      t3.0 reply former t0.0 word 1 parts 2 header in page now and wait buffer no faults
      t2.1 reply t0.0 within 5 ticks and wait now
      t1.0 wait into p1 within 2 ticks
      t1.0 reply t3.0 word 1 grant p1 → p0 rw now and wait buffer within 3 ticks no faults
      tick
      t2.1 reply t2.1 within 3 ticks and wait into p0 buffer within 3 ticks no faults
      t2.1 call t0.0 word 1 map p1 → p0 rw within 7 ticks and receive within 1 tick
      t1.0 wait into p1 buffer now
      t1.0 reply t1.0 word 1 within 3 ticks and wait into p0 within 1 tick
      t1.0 send t2.1 word 1 parts 2
      t2.0 send t0.0 word 1 grant p1 → p0 rw
      t3.0 receive nobody into all now

    # receive, it waits, another 0x10 not existent
    stage: transfers
    operations:
      t3.0 reply former t0.0 word 1 parts 2 header in page now and wait buffer no faults
      t2.1 reply t0.0 within 5 ticks and wait now
      t1.0 wait into p1 within 2 ticks
      t1.0 reply t3.0 word 1 grant p1 → p0 rw now and wait buffer within 3 ticks no faults
      tick
      t2.1 reply t2.1 within 3 ticks and wait into p0 buffer within 3 ticks no faults
      t2.1 call t0.0 word 1 map p1 → p0 rw within 7 ticks and receive within 1 tick
      t1.0 wait into p1 buffer now
      t1.0 unmap p1 flush all
      t1.0 thread_switch nobody
      t2.0 receive t1.0 within 2 ticks
      t3.0 call t0.0 parts 1 now and receive into p0 buffer now faults within 1 tick

    # reply and wait, 0xA0 receive page fault timeout (receive), page rootStays
    stage: strings
    operations:
      t4.0 ex_regs t4.0
      t3.0 ipc nobody without phases
      t0.0 call t0.0 word 1 now and receive buffer now no faults
      t3.0 wait into p0 buffer within 1 tick faults within 4 ticks
      t0.0 reply t3.0 grant p1 → p0 rw and wait into p0 buffer
      t1.0 reply t3.0 as t0.0 grant p0 → p1 rw within 2 ticks and wait into p0 buffer faults within 1 tick
      t3.1 send t3.0
      t3.0 unmap p0 flush all
      t2.0 call t0.0 word 1 parts 2 no faults and receive buffer
      t1.0 reply t0.0 grant p1 → p0 rw now and wait into all buffer within 8 ticks no faults
      t4.0 send t4.0 as t1.0 word 1 parts 2 map p0 → p1 rw no faults
      t1.0 lidt invalid

    # receive, 0x60 receive map failed, page kept
    stage: shortage
    operations:
      t2.0 wait into all
      t3.0 wait into p0
      t1.0 reply t3.0 map p0+2 → p1 rw now and wait into all now
      tick
      t1.0 task_new task3 chief task2
      t1.0 call t3.0 word 1 grant p1 → p1 rw and receive into p0 now
      t1.0 call t2.0 word 1 grant p0+2 → p0 rw within 3 ticks and receive into all within 3 ticks
      t2.0 wait naming t0.0 into all now
      t0.0 call t2.0 word 1 map p0+2 → p1 rw within 2 ticks and receive into p1
      t2.0 call t1.0 map p0+2 → p0 rw within 2 ticks and receive into all within 3 ticks
      t1.0 thread_schedule t0.0 priority 3 slice 2
      t1.0 receive t0.0 into all

    # tick, page fault
    stage: whole scheduled
    operations:
      t2.1 reads p0
      t1.0 ex_regs t1.0 registers 7 pager t4.0
      t1.0 wait into io0 now
      t1.0 thread_schedule t2.0 priority 2 slice 1
      t2.0 ex_regs t2.1
      tick
      t2.0 send t1.0 word 1 map p0 → p0 rw within 5 ticks
      t1.0 call t4.0 word 1 grant p1 → p0 r- now and receive into all now
      interrupt 0
      t1.0 receive t2.1 into all
      t1.0 reply t2.1 word 1 grant p1 → p0 rw now and wait now
      t2.0 thread_schedule t2.0 priority 3 slice 3 preempter t2.0

    # plain call, it waits, page fault
    stage: interrupts
    operations:
      t0.0 call t3.0 now and receive now
      t1.0 reads p0
      t2.0 send t3.0 within 2 ticks
      t0.0 wait now
      tick
      t0.0 call t2.1
      t2.1 reads p0
      t3.0 wait into p0 within 2 ticks
      t2.0 ipc t3.0 without phases
      t3.0 thread_schedule t2.1 priority 2 slice 255
      t3.0 task_new task0 mcp 3 registers 5 pager t3.0
      t2.0 ipc t1.0 without phases

    # reply and wait, 0xE0 receive message cut, former source
    stage: transfers
    operations:
      t3.0 wait buffer within 2 ticks
      tick
      t2.1 send t3.0 word 1 parts 2 grant p0 → p0 rw now faults within 1 tick
      t1.0 wait short buffer within 1 tick
      t1.0 send t3.0 word 1 map p1 → p0 rw
      t2.1 reply t0.0 word 1 parts 2 header in page grant p1 → p1 rw within 7 ticks faults within 1 tick and wait buffer faults within 4 ticks
      t1.0 task_new task3 chief task2
      t1.0 wait buffer
      t2.1 send t0.0 as t3.0 parts 2 within 3 ticks no faults
      t2.0 task_new task3 mcp 2 registers 4 pager t2.0
      t2.0 receive t1.0 into p0 buffer within 1 tick
      t1.0 reply t0.0 as t3.0 word 1 and wait short buffer within 3 ticks

    # plain reply and wait, 0x00 ok, page withinOneSpace
    stage: paging
    operations:
      t1.0 reads p3
      t1.0 reads p0
      t0.0 wait within 2 ticks
      t2.1 thread_schedule t2.1 priority 3 slice 1
      t1.0 wait within 2 ticks
      t0.0 ex_regs t0.0 registers 4 preempter t1.0
      t2.1 call t2.0 grant p0 → p3 r-
      t3.0 call t0.0 as t0.0 grant p0 → p0 r- within 1 tick and receive into all now
      t2.0 reply t0.0 word 1 within 3 ticks and wait into all within 1 tick
      t1.0 reply t0.0 and wait

    # plain reply and wait, it waits, page fault
    stage: whole scheduled
    operations:
      t2.1 wait into p0 within 1 tick
      t1.0 unmap p1 flush others
      t1.0 thread_schedule t2.0 priority 2 slice 2
      t2.0 writes io0
      t1.0 receive irq1 now
      t1.0 thread_switch t3.1
      t3.1 id_nearest t2.0
      tick
      t2.1 ex_regs t2.0 pager former t3.0
      t2.1 receive irq1 now
      t2.1 reply t0.0 word 1 and wait

    # wait, 0x00 ok, another 0x30 send timeout
    stage: transfers
    operations:
      t3.0 call t0.0 word 1 parts 2 header in page now faults within 1 tick and receive into all buffer now
      t2.1 send t0.0 parts 1 header in page within 2 ticks
      t1.0 wait buffer now no faults
      t1.0 call t2.0 word 1 now and receive into p1 short buffer now
      t1.0 reply t3.0 word 1 map p0+2 → p0 rw now and wait into all within 2 ticks
      t2.1 call t2.0 parts 2 map p0+2 → p0 rw and receive short buffer within 3 ticks no faults
      t1.0 thread_switch nobody
      tick
      t2.0 wait into all buffer within 3 ticks faults within 4 ticks
      t3.0 ex_regs t3.0 registers 5
      t3.0 thread_schedule t2.0 priority 2 slice 2
      t2.0 ex_regs t2.1 registers 3

    # plain reply and wait, 0x00 ok, page grantedReplacing
    stage: strings
    operations:
      t2.1 wait buffer within 3 ticks no faults
      t4.0 task_new task0 mcp 0 registers 8 pager t4.0
      t3.1 reply t2.1 word 1 parts 1 faults within 1 tick and wait within 2 ticks
      t2.0 reply t3.1 within 1 tick and wait into all buffer faults within 1 tick
      t3.1 reads p0
      t1.0 call t2.0 word 1 grant p0+2 → p0 rw within 2 ticks and receive now
      t3.0 wait buffer
      t0.0 call t3.0
      t2.1 ipc t2.1 without phases
      t4.0 send t4.0 word 1 parts 1 now
      t3.1 reply t3.0 word 1 and wait

    # reply and wait, 0xF0 send message cut, another 0x30 send timeout
    stage: transfers
    operations:
      t3.0 id_nearest invalid
      t3.0 call t0.0 word 1 parts 2 header in page now and receive into all buffer
      tick
      t2.1 send t0.0
      t1.0 wait buffer now faults within 1 tick
      t1.0 reply t3.0 word 1 map p1 → p0 rw within 2 ticks and wait within 2 ticks
      t2.1 receive t1.0 into all buffer
      t1.0 receive irq99 into all within 3 ticks
      t1.0 wait short buffer within 3 ticks
      t2.0 reply t0.0 parts 1 within 1 tick and wait into all buffer
      t3.0 reply t0.0 and wait buffer no faults
      t1.0 reply t2.1 grant p1 → p0 r- within 4 ticks and wait buffer within 3 ticks no faults

    # plain send, it waits, another 0x30 send timeout
    stage: transfers
    operations:
      t3.0 send t0.0 word 1 parts 2 header in page now
      t2.1 call t0.0 word 1 within 2 ticks and receive into all now
      t1.0 writes p0
      t1.0 writes p1
      t1.0 thread_schedule t1.0 priority 0 slice 1 preempter t1.0
      t2.0 send t0.0 as t1.0 word 1 now
      t2.0 reply t0.0 word 1 parts 1 grant p0 → p1 r- within 1 tick faults within 1 tick and wait within 3 ticks
      t1.0 receive t3.0 within 2 ticks
      t1.0 task_new former task0 chief task1
      t1.0 reply t3.0 as t1.0 map p0 → p0 r- within 1 tick and wait now
      t2.1 send t0.0 word 1
      t3.0 send invalid parts 1 map p0 → p0 r- within 7 ticks

    # plain call, it waits, another 0x30 send timeout
    stage: transfers
    operations:
      t3.0 send t0.0 word 1 parts 2 header in page now
      t2.1 call t0.0 word 1 within 2 ticks and receive into all now
      t1.0 writes p0
      t1.0 writes p1
      t1.0 thread_schedule t1.0 priority 0 slice 1 preempter t1.0
      t2.0 send t0.0 as t1.0 word 1 now
      t2.0 reply t0.0 word 1 parts 1 grant p0 → p1 r- within 1 tick faults within 1 tick and wait within 3 ticks
      t1.0 receive t3.0 within 2 ticks
      t1.0 task_new former task0 chief task1
      t1.0 reply t3.0 as t1.0 map p0 → p0 r- within 1 tick and wait now
      t2.1 call t0.0 word 1
      t3.0 receive invalid into p1 short buffer within 3 ticks faults within 1 tick
    """
}
