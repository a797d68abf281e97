package io.github.flippingbookemulator.bench;

/** Something to be measured. */
interface Question {
  /** Measures and adds the figures to the table. */
  void answer(Effort effort, Table table) throws Exception;
}
