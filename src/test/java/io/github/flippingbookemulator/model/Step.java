package io.github.flippingbookemulator.model;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One call of a sequence. What it is about is a number that is taken modulo what there is then, so
 * that a sequence still has a meaning without some of its steps.
 *
 * @param which the object
 * @param how the variant
 */
record Step(Kind kind, int which, int how) {
  /** What a step does; those that come more often are there more often in {@link #WEIGHTED}. */
  enum Kind {
    CREATE_PUBLICATION(5),
    UPDATE_PUBLICATION(3),
    DELETE_PUBLICATION(2),
    RESTORE_PUBLICATION(1),
    READ_PUBLICATION(2),
    LIST_PUBLICATIONS(2),
    ADD_SOURCE(4),
    LIST_SOURCES(2),
    CREATE_LINK(4),
    CHANGE_LINK(4),
    READ_LINK(2),
    LIST_LINKS(2),
    CREATE_TRIGGER(3),
    CHANGE_TRIGGER(2),
    DELETE_TRIGGER(1),
    LIST_TRIGGERS(1),
    ADVANCE(3),
    REFUSE_NEXT(1),
    SNAPSHOT(1),
    RESTORE(1),
    RESET(1);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  private static final List<Kind> WEIGHTED =
      IntStream.range(0, Kind.values().length)
          .boxed()
          .flatMap(i -> IntStream.range(0, Kind.values()[i].weight).mapToObj(j -> Kind.values()[i]))
          .toList();

  /** A sequence that starts with something to work on and resets seldom. */
  static List<Step> sequence(Random random, int length) {
    return IntStream.range(0, length)
        .mapToObj(
            i ->
                new Step(
                    WEIGHTED.get(random.nextInt(WEIGHTED.size())),
                    random.nextInt(1000),
                    random.nextInt(12)))
        .filter(step -> step.kind != Kind.RESET || step.how < 4)
        .toList();
  }

  @Override
  public String toString() {
    return "%s(%d, %d)".formatted(kind, which, how);
  }
}
