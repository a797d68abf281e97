package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.trigger.EventName;

/** Parses the names of events. */
final class EventNames {
  private EventNames() {}

  static EventName named(String name) {
    return EventName.of(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no event '%s'; there are %s."
                        .formatted(name, String.join(", ", EventName.names()))));
  }
}
