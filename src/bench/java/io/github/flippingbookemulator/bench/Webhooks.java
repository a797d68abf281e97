package io.github.flippingbookemulator.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.source.Pace;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How many webhooks a second reach one endpoint, from the first event to the last arrival, and
 * whether they suffer from another endpoint that is told of the same events and takes 1 s for each.
 * To one endpoint all go in order, each after the answer to the one before.
 */
final class Webhooks {
  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final int WARM_UPS = 2;

  private Webhooks() {}

  static void measure(Effort effort, Table table) throws Exception {
    Samples alone = new Samples();
    Samples besideSlow = new Samples();
    for (int round = 0; round < effort.rounds(); round++) {
      double[] rates = Child.run(Webhooks.class, Child.emulatorClassPath(), effort.webhooks());
      alone.add(rates[0]);
      besideSlow.add(rates[1]);
    }
    String question = Table.number(effort.webhooks()) + " webhooks to one endpoint";
    table.add(question, "1/s", alone, Goal.atLeast(3000));
    table.add(
        question + ", another takes 1 s each",
        "1/s",
        besideSlow,
        "without the other",
        alone,
        Goal.ratioAtLeast(0.9));
  }

  /** The fresh JVM: prints the rates of the endpoint alone, and beside a slow one. */
  public static void main(String[] args) throws Exception {
    int count = Integer.parseInt(args[0]);
    for (int i = 0; i < WARM_UPS; i++) {
      rate(count, false);
      rate(count, true);
    }
    System.out.println(rate(count, false) + " " + rate(count, true));
    System.exit(0);
  }

  private static double rate(int count, boolean besideSlow) throws Exception {
    try (Receiver fast = new Receiver(Duration.ZERO);
        Receiver slow = new Receiver(SLOW);
        Emulator emulator = Emulator.start(EmulatorOptions.defaults().pace(Pace.IMMEDIATE));
        KeepAlive client = new KeepAlive(emulator.uri().getPort())) {
      String hashId =
          new ObjectMapper()
              .readTree(client.exchange(OnePagePdf.publish()))
              .get("hashId")
              .textValue();
      if (besideSlow) {
        tell(client, slow);
      }
      tell(client, fast);
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        emulator.readers().open(hashId);
      }
      if (!fast.arrived().tryAcquire(count, 1, TimeUnit.MINUTES)) {
        throw new IllegalStateException(
            fast.arrived().availablePermits() + " of " + count + " arrived");
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      if (slow.arrived().tryAcquire() != besideSlow) {
        throw new IllegalStateException("the slow endpoint was told: " + !besideSlow);
      }
      return count / seconds;
    }
  }

  private static void tell(KeepAlive client, Receiver receiver) throws IOException {
    client.exchange(
        KeepAlive.post(
            "/api/v1/fbonline/triggers",
            "{\"trigger\":{\"triggerOn\":[\"publication\"],\"events\":[\"session\"],\"endpoint\":\""
                + receiver.endpoint()
                + "\",\"limitTo\":null}}"));
  }
}
