package io.github.flippingbookemulator.internal.compare;

import io.github.flippingbookemulator.internal.fidelity.Statement;
import java.util.List;

/**
 * A short program that runs against both sides in the same way.
 *
 * @param call the call that it is about, as method and path
 * @param need what it takes to run it
 * @param statements what it checks
 * @param program says what it saw about each of them
 */
record Probe(String call, Need need, List<Statement> statements, Program program) {
  /** What the user must allow before a probe runs. */
  enum Need {
    /** Changes nothing. */
    NOTHING(""),
    /** Creates something and removes it. */
    WRITE("needs --write"),
    /** Waits for a notification as well. */
    EVENTS("needs --write and --webhook-url");

    private final String missing;

    Need(String missing) {
      this.missing = missing;
    }

    String missing() {
      return missing;
    }
  }

  /** What a probe does with one side. */
  interface Program {
    void run(Steps steps);
  }

  static Probe reads(String call, Program program, Statement... statements) {
    return new Probe(call, Need.NOTHING, List.of(statements), program);
  }

  static Probe writes(String call, Program program, Statement... statements) {
    return new Probe(call, Need.WRITE, List.of(statements), program);
  }
}
