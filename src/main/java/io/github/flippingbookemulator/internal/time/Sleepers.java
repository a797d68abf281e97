package io.github.flippingbookemulator.internal.time;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The delays that wait on a clock. Each ends at its own time, unless all are ended before. */
final class Sleepers {
  private final Set<CompletableFuture<Void>> waiting = new LinkedHashSet<>();

  synchronized void add(CompletableFuture<Void> delay) {
    waiting.add(delay);
  }

  void end(CompletableFuture<Void> delay) {
    synchronized (this) {
      waiting.remove(delay);
    }
    delay.complete(null);
  }

  void endAll() {
    takeAll().forEach(delay -> delay.complete(null));
  }

  void failAll(Throwable why) {
    takeAll().forEach(delay -> delay.completeExceptionally(why));
  }

  private synchronized List<CompletableFuture<Void>> takeAll() {
    List<CompletableFuture<Void>> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }
}
