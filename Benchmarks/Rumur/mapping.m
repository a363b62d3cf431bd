-- The model `mapping` for Rumur: S spaces of V pages each, F frames (F <= V).
--
-- Cells 0 to V-1 belong to sigma0; the others are the outer cells. Rights are 0 for an unmapped
-- cell, 1 for R and 3 for RW. Every operation with every choice of its parameters is one rule
-- instance, so the fired rules are the transitions of the description.
-- Small predicates are written out: calls cost the verifier a third of its speed.

-- `Benchmarks/run` replaces these three lines.
const
  S: 3;
  V: 2;
  F: 2;

type
  Cell: 0 .. S * V - 1;
  Outer: V .. S * V - 1;
  Frame: 0 .. F - 1;
  Rights: 0 .. 3;
  Set: 0 .. (1 << (S * V)) - 1;

var
  rights: array [Cell] of Rights;
  frame: array [Cell] of Frame;
  parent: array [Cell] of Cell;

procedure vacate(c: Cell);
begin
  rights[c] := 0;
  frame[c] := 0;
  parent[c] := 0;
end;

-- Whether b is a or above a.
function isUp(b: Cell; a: Cell): boolean;
var x: Cell;
begin
  x := a;
  while x != b & x >= V do
    x := parent[x];
  endwhile;
  return x = b;
end;

-- top and all below it; unmapped cells may join, to no effect.
function below(top: Cell): Set;
var set, before: Set;
begin
  set := 1 << top;
  before := 0;
  while set != before do
    before := set;
    for c: Outer do
      if (set >> parent[c]) % 2 = 1 & (set >> c) % 2 = 0 then
        set := set + (1 << c);
      endif;
    endfor;
  endwhile;
  return set;
end;

procedure flush(b: Cell);
var set: Set;
begin
  if rights[b] != 0 then
    set := below(b);
    for c: Outer do
      if (set >> c) % 2 = 1 then vacate(c); endif;
    endfor;
  endif;
end;

procedure map(a: Cell; b: Outer; r: Rights);
begin
  if !isUp(b, a) then
    flush(b);
    rights[b] := r;
    frame[b] := frame[a];
    parent[b] := a;
  endif;
end;

procedure grant(a: Outer; b: Outer);
begin
  if !isUp(b, a) then
    flush(b);
    rights[b] := rights[a];
    frame[b] := frame[a];
    parent[b] := parent[a];
    for c: Outer do
      if rights[c] != 0 & parent[c] = a then parent[c] := b; endif;
    endfor;
    vacate(a);
  endif;
end;

procedure unmap(a: Cell; self: boolean; onlyW: boolean);
var set: Set;
begin
  set := below(a);
  for c: Outer do
    if (set >> c) % 2 = 1 & (self | c != a) then
      if !onlyW then
        vacate(c);
      elsif rights[c] = 3 then
        rights[c] := 1;
      endif;
    endif;
  endfor;
end;

startstate
begin
  for c: Cell do
    vacate(c);
  endfor;
  for f: Frame do
    rights[f] := 3;
    frame[f] := f;
    parent[f] := f;
  endfor;
end;

ruleset a: Cell do
  ruleset b: Outer do
    rule "map R" rights[a] != 0 ==> begin map(a, b, 1); end;
    rule "map RW" rights[a] = 3 ==> begin map(a, b, 3); end;
  end;
  ruleset onlyW: boolean do
    rule "unmap, not itself" rights[a] != 0 ==> begin unmap(a, false, onlyW); end;
  end;
end;

ruleset a: Outer do
  ruleset b: Outer do
    rule "grant" rights[a] != 0 ==> begin grant(a, b); end;
  end;
  ruleset onlyW: boolean do
    rule "unmap, itself too" rights[a] != 0 ==> begin unmap(a, true, onlyW); end;
  end;
end;

invariant "sigma0 keeps its cells"
  forall c: 0 .. V - 1 do
    c < F & rights[c] = 3 & frame[c] = c & parent[c] = c
    | c >= F & rights[c] = 0 & frame[c] = 0 & parent[c] = 0
  end;

invariant "no cell has more than its parent"
  forall c: Outer do
    rights[c] != 0 ->
      parent[c] != c & rights[parent[c]] >= rights[c] & frame[parent[c]] = frame[c]
  end;

function endsInSigma0(c: Cell): boolean;
var x: Cell; steps: 0 .. S * V;
begin
  x := c;
  steps := 0;
  while x >= V & steps < S * V do
    x := parent[x];
    steps := steps + 1;
  endwhile;
  return x < V;
end;

invariant "all parents end in sigma0"
  forall c: Outer do rights[c] != 0 -> endsInSigma0(c) end;
