package io.github.flippingbookemulator.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.flippingbookemulator.testkit.EmulatorProcess;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, with 96 MB of heap, under mixed traffic: nothing fails and nothing grows. */
class SoakTest {
  private static final Duration LENGTH =
      Duration.ofSeconds(Math.round(60 * Double.parseDouble(System.getProperty("soak.minutes"))));

  /** Between two resets. The clients pause for every second one, and the process is looked at. */
  private static final Duration ROUND = Duration.ofSeconds(3);

  private static final Duration UNDER_WAY = Duration.ofMillis(500);

  /**
   * An instance that has ended is held for up to 20 seconds by what was under way for it, so the
   * curve under traffic goes up and down. What stays is seen after that.
   */
  private static final Duration CALM = Duration.ofSeconds(25);

  private final List<ProcessFigures> calm = new ArrayList<>();
  private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final ReadWriteLock pause = new ReentrantReadWriteLock(true);
  private volatile boolean over;

  @TempDir Path folder;

  @AutoClose("shutdownNow")
  private final ExecutorService clients = Executors.newCachedThreadPool();

  @Test
  void nothing_fails_and_nothing_grows() throws Exception {
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    receiver.start();
    try (EmulatorProcess process =
        EmulatorProcess.start(
            folder,
            List.of(
                "-Xmx96m",
                "-jar",
                System.getProperty("runnable.jar"),
                "--port=0",
                "--rate-limit=off",
                "--speed=100"))) {
      Traffic traffic =
          new Traffic(
              process.ready(),
              URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/"));
      for (int i = 0; i < 3; i++) {
        Random random = new Random(i);
        client(() -> traffic.user(random));
      }
      client(traffic::slowClient);
      client(traffic::stream);

      List<ProcessFigures> curve = watch(traffic, process.pid());

      assertThat(failures).isEmpty();
      assertThat(calm.get(1).heap() - calm.get(0).heap()).as("heap %s", calm).isLessThan(3_000_000);
      requireFlat("threads", curve, ProcessFigures::threads, 8);
      requireFlat("open files", curve, ProcessFigures::files, 12);
      process.end();
      assertThat(process.ended().errors())
          .noneMatch(line -> line.matches(".*(fault of the emulator|OutOfMemory|\tat ).*"));
    } finally {
      receiver.stop(0);
    }
  }

  private List<ProcessFigures> watch(Traffic traffic, long pid) throws Exception {
    long start = System.nanoTime();
    List<ProcessFigures> curve = new ArrayList<>();
    while (failures.isEmpty() && System.nanoTime() - start < LENGTH.toNanos()) {
      Thread.sleep(ROUND.toMillis());
      traffic.reset(); // in the middle of the traffic
      Thread.sleep(ROUND.toMillis());
      long second = Duration.ofNanos(System.nanoTime() - start).toSeconds();
      curve.add(quietly(() -> figures(traffic, pid, second, UNDER_WAY)));
      System.out.println(curve.get(curve.size() - 1));
      if (calm.isEmpty() && second > LENGTH.toSeconds() / 4) {
        lookCalmly(traffic, pid, second);
      }
    }
    over = true;
    lookCalmly(traffic, pid, LENGTH.toSeconds());
    System.out.println(traffic.calls() + " calls");
    return curve;
  }

  private void lookCalmly(Traffic traffic, long pid, long second) throws Exception {
    calm.add(quietly(() -> figures(traffic, pid, second, CALM)));
    System.out.println(calm.get(calm.size() - 1) + ", calm");
  }

  /** While no client calls, so that only what stays is counted. */
  private ProcessFigures quietly(Callable<ProcessFigures> look) throws Exception {
    pause.writeLock().lock();
    try {
      return look.call();
    } finally {
      pause.writeLock().unlock();
    }
  }

  private static ProcessFigures figures(Traffic traffic, long pid, long second, Duration rest)
      throws Exception {
    traffic.reset();
    Thread.sleep(rest.toMillis());
    return ProcessFigures.of(pid, second);
  }

  /**
   * Compares the lowest figures of the second and the last quarter; the first is for warming up.
   */
  private static void requireFlat(
      String what, List<ProcessFigures> curve, ToLongFunction<ProcessFigures> figure, long most) {
    int quarter = curve.size() / 4;
    assertThat(quarter).as("quarters of the curve").isPositive();
    long before = lowest(curve.subList(quarter, 2 * quarter), figure);
    long after = lowest(curve.subList(curve.size() - quarter, curve.size()), figure);
    assertThat(after - before).as("%s grew from %d to %d", what, before, after).isLessThan(most);
  }

  private static long lowest(List<ProcessFigures> part, ToLongFunction<ProcessFigures> figure) {
    return part.stream().mapToLong(figure).min().orElseThrow();
  }

  private void client(Turn turn) {
    clients.execute(
        () -> {
          while (!over && failures.isEmpty()) {
            pause.readLock().lock();
            try {
              turn.take();
            } catch (InterruptedException e) {
              return;
            } catch (Exception | AssertionError e) {
              if (!over) {
                failures.add(e);
              }
            } finally {
              pause.readLock().unlock();
            }
          }
        });
  }

  private interface Turn {
    void take() throws Exception;
  }
}
