package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.internal.json.Json;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.MimeTypes;

/**
 * Loads what the server and the first answer need on a second thread, once in a JVM, while the
 * first thread has other things to load. Whoever needs one of these early waits for it.
 */
public final class ClassPreloader {
  private static final AtomicBoolean TAKEN = new AtomicBoolean();

  private ClassPreloader() {}

  /**
   * Starts loading, unless that has been done before.
   *
   * @param executor the second thread
   */
  public static void take(Executor executor) {
    if (TAKEN.compareAndSet(false, true)) {
      executor.execute(ClassPreloader::load);
    }
  }

  private static void load() {
    MimeTypes.DEFAULTS.getMimeMap(); // Jetty lists all languages of the JVM first
    Json.write(Map.of("success", true));
    RateLimiter.load();
  }
}
