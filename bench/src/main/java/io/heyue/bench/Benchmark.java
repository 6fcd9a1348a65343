package io.heyue.bench;

import java.util.List;

/** Measures one part of the house. It starts what it needs and leaves nothing behind. */
interface Benchmark {
  String name();

  /** Measures; takes a bounded time, which the trial's scale sets. */
  List<Figure> measure(Trial trial);
}
