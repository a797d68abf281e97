package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.internal.json.Json;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.MimeTypes;

/**
 * Loads classes that the server and the first response need on a second thread, once per JVM, while
 * the first thread loads others. A thread that needs such a class earlier waits until it is loaded.
 */
public final class ClassPreloader {
  private static final AtomicBoolean TAKEN = new AtomicBoolean();

  private ClassPreloader() {}

  /**
   * Starts loading; does nothing in later calls.
   *
   * @param executor runs the loading
   */
  public static void take(Executor executor) {
    if (TAKEN.compareAndSet(false, true)) {
      executor.execute(ClassPreloader::load);
    }
  }

  private static void load() {
    MimeTypes.DEFAULTS.getMimeMap(); // slow: Jetty first lists all languages of the JVM
    Json.write(Map.of("success", true));
    RateLimiter.load();
  }
}
