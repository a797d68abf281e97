package io.github.flippingbookemulator.junit;

import static org.awaitility.Awaitility.await;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.testkit.ApiClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A build in a JVM of its own: runs tests, then prints to standard output what is left. */
final class ResourceLeaksProbe {
  private static final Set<URI> ADDRESSES = ConcurrentHashMap.newKeySet();

  private ResourceLeaksProbe() {}

  /**
   * Runs the samples; with the argument {@code exit}, a test ends the JVM; with {@code idle}, there
   * are no tests.
   */
  public static void main(String[] arguments) throws InterruptedException {
    boolean exit = List.of(arguments).contains("exit");
    boolean idle = List.of(arguments).contains("idle");
    try (LauncherSession session = LauncherFactory.openSession()) {
      if (idle) {
        await().until(() -> threads().anyMatch(name -> name.startsWith("flippingbook-http")));
        System.out.println("head start");
        return;
      }
      session
          .getLauncher()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(
                      selectClass(ForEach.class),
                      selectClass(ForSuite.class),
                      selectClass(InField.class),
                      selectClass(exit ? Exit.class : Failing.class))
                  .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                  .configurationParameter(
                      "junit.jupiter.execution.parallel.mode.default", "concurrent")
                  .build());
    }
    System.out.println("addresses " + ADDRESSES.size());
    for (URI address : ADDRESSES) {
      try {
        new ApiClient(address.resolve("/api/v1"), "any").get("/auth/me");
        System.out.println("still serves: " + address);
      } catch (UncheckedIOException e) {
        System.out.println("stopped: " + address);
      }
    }
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("flippingbook")) {
        thread.join(5000);
      }
      if (thread.isAlive() && thread.getName().startsWith("flippingbook")) {
        System.out.println("still runs: " + thread.getName());
      }
    }
  }

  private static Stream<String> threads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
  }

  private static void use(Emulator emulator) {
    ADDRESSES.add(emulator.uri());
    ApiClient calls = new ApiClient(emulator);
    calls.publish();
    calls.trigger(emulator.inbox("test").url(), "", "deleted");
    calls.delete(calls.create());
    emulator.inbox("test").await(1);
  }

  @FlippingBookEmulator
  static class ForEach {
    @RepeatedTest(20)
    void test(Emulator emulator) {
      use(emulator);
    }
  }

  @FlippingBookEmulator(scope = Scope.SUITE)
  static class ForSuite {
    @Test
    void test(Emulator emulator) {
      use(emulator);
    }
  }

  static class InField {
    @RegisterExtension
    static final FlippingBookExtension FLIPPING_BOOK = FlippingBookExtension.create();

    @Test
    void test() {
      use(FLIPPING_BOOK.emulator());
    }
  }

  @FlippingBookEmulator
  static class Failing {
    @Test
    void test(Emulator emulator) {
      use(emulator);
      throw new IllegalStateException("on purpose");
    }
  }

  @FlippingBookEmulator
  static class Exit {
    /** This one is not registered with JUnit. */
    private static final FlippingBookExtension FORGOTTEN = FlippingBookExtension.create();

    @Test
    void test(Emulator emulator) {
      use(emulator);
      new ApiClient(FORGOTTEN.emulator()).publish();
      System.exit(7);
    }
  }
}
