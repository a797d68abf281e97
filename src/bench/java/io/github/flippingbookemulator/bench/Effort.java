package io.github.flippingbookemulator.bench;

/**
 * How long to measure.
 *
 * @param rounds how often all contestants take their turn, each time in a fresh JVM
 * @param seconds how long a turn warms up, and then how long it is measured
 * @param coldStarts how many JVMs each contestant starts
 * @param publications how many publications a big account has
 * @param sources how many sources are converted in a row
 * @param webhooks how many webhooks are delivered in a row
 */
record Effort(
    int rounds, int seconds, int coldStarts, int publications, int sources, int webhooks) {
  static final Effort FULL = new Effort(5, 8, 15, 100_000, 10_000, 10_000);
  static final Effort QUICK = new Effort(1, 4, 3, 20_000, 2_000, 10_000);
}
