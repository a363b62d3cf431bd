/*
 * The model `mapping` for SPIN: S spaces of V pages each, F frames.
 *
 *   spin -DS=4 -DV=2 -DF=2 -a mapping.pml
 *
 * with V = 2 and S = 3, 4 or 5, or with V = 5 and S = 2; and F <= V, F <= 4.
 *
 * A cell is one byte: its rights (0 unmapped, 1 R, 3 RW), its frame, its parent. Cells 0 to V-1
 * belong to sigma0; the others are the outer cells. Every operation with every choice of its
 * parameters is one Promela transition, so pan counts what the description counts, and besides
 * it one state and two transitions: the state before the initialising step, which pan counts as
 * an arrival too, and that step.
 */
#define N (S * V)
#define rights(c) (cell[c] >> 6)
#define frame(c) ((cell[c] >> 4) & 3)
#define parent(c) (cell[c] & 15)
#define made(r, f, p) (((r) << 6) | ((f) << 4) | (p))
#define holds(c) ((set >> (c)) & 1)
#define NOTHING 0
#define ALL_BUT_W 127

byte cell[N];

/* Scratch of one step, zero between steps: pan's breadth-first search refuses `hidden`. */
byte x, c;
short set;

c_code {
  /* pan itself prints eight digits. */
  __attribute__((destructor)) static void print_exact_counts(void) {
    extern double nstates, truncs;
    printf("exact: %.0f stored, %.0f matched\n", nstates, truncs);
  }
};

/* x becomes b if b is a or above a, and otherwise a cell of sigma0. */
inline climb(a, b) {
  x = a;
  do
  :: x != b && x >= V -> x = parent(x)
  :: else -> break
  od
}

/* set := top and all below it; unmapped cells may join, to no effect. */
inline collect(top) {
  set = 1 << top;
  x = 1;
  do
  :: x != 0 ->
     x = 0;
     for (c : V .. N - 1) {
       if
       :: !holds(c) && holds(parent(c)) -> set = set | (1 << c); x = 1
       :: else
       fi
     }
  :: else -> break
  od
}

/* Outer cells of the set keep only the bits of mask. */
inline restrict(mask) {
  for (c : V .. N - 1) {
    if
    :: holds(c) -> cell[c] = cell[c] & mask
    :: else
    fi
  }
}

inline flush(b) {
  if
  :: cell[b] != 0 -> collect(b); restrict(NOTHING)
  :: else
  fi
}

inline tidy() {
  x = 0; c = 0; set = 0
}

inline map(a, b, r) {
  climb(a, b);
  if
  :: x != b -> flush(b); cell[b] = made(r, frame(a), a)
  :: else
  fi;
  tidy()
}

inline grant(a, b) {
  climb(a, b);
  if
  :: x != b ->
     flush(b);
     cell[b] = cell[a];
     for (c : V .. N - 1) {
       if
       :: cell[c] != 0 && parent(c) == a -> cell[c] = made(rights(c), frame(c), b)
       :: else
       fi
     }
     cell[a] = 0
  :: else
  fi;
  tidy()
}

/* except: the set of the cell itself if it stays, else the empty set. */
inline unmap(a, except, mask) {
  collect(a);
  set = set & ~(except);
  restrict(mask);
  tidy()
}

#define MAP(a, b) \
  :: d_step { cell[a] != 0 -> map(a, b, 1) } \
  :: d_step { rights(a) == 3 -> map(a, b, 3) }
#define MAP_AND_GRANT(a, b) \
  MAP(a, b) \
  :: d_step { cell[a] != 0 -> grant(a, b) }
#define UNMAP(a, except) \
  :: d_step { cell[a] != 0 -> unmap(a, except, NOTHING) } \
  :: d_step { cell[a] != 0 -> unmap(a, except, ALL_BUT_W) }

#if V == 2
#define LOW(EACH, a) EACH(a, 2) EACH(a, 3) EACH(a, 4)
#elif V == 5 && S == 2
#define LOW(EACH, a)
#else
#error the cells of this size are not listed
#endif
#if N > 6
#define MIDDLE(EACH, a) EACH(a, 6) EACH(a, 7)
#else
#define MIDDLE(EACH, a)
#endif
#if N > 8
#define HIGH(EACH, a) EACH(a, 8) EACH(a, 9)
#else
#define HIGH(EACH, a)
#endif
#define OUTER(EACH, a) LOW(EACH, a) EACH(a, 5) MIDDLE(EACH, a) HIGH(EACH, a)

#define FROM_SIGMA0(a) OUTER(MAP, a) UNMAP(a, 1 << a)
#define FROM_OUTER(a) OUTER(MAP_AND_GRANT, a) UNMAP(a, 1 << a) UNMAP(a, 0)

/* At most eight outer cells: nine steps to the parent end in sigma0 or run in a circle. */
#define up2(c) parent(parent(c))
#define up8(c) up2(up2(up2(up2(c))))
#define SOUND(unused, c) \
  && (cell[c] == 0 || (parent(c) != c && (rights(c) & ~rights(parent(c))) == 0 \
      && frame(c) == frame(parent(c)) && up8(parent(c)) < V))
#define INITIAL(c) (cell[c] == (c < F -> made(3, c, c) : 0))

active proctype spaces() {
  d_step {
    for (c : 0 .. F - 1) {
      cell[c] = made(3, c, c)
    }
    tidy()
  }
  do
  /* Evaluated once where a state is expanded, and never a transition. */
  :: !(INITIAL(0) && INITIAL(1)
#if V == 5
       && INITIAL(2) && INITIAL(3) && INITIAL(4)
#endif
       OUTER(SOUND, 0)) -> assert(false)
  FROM_SIGMA0(0) FROM_SIGMA0(1)
#if V == 5
  FROM_SIGMA0(2) FROM_SIGMA0(3) FROM_SIGMA0(4)
#else
  FROM_OUTER(2) FROM_OUTER(3) FROM_OUTER(4)
#endif
  FROM_OUTER(5)
#if N > 6
  FROM_OUTER(6) FROM_OUTER(7)
#endif
#if N > 8
  FROM_OUTER(8) FROM_OUTER(9)
#endif
  od
}
