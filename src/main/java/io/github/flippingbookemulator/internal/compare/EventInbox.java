package io.github.flippingbookemulator.internal.compare;

import java.util.List;

/** Where one side sends its notifications. */
public interface EventInbox {
  /** Returns the address that the side is to call. */
  String url();

  /** Returns the bodies that have come in, oldest first. */
  List<String> bodies();
}
