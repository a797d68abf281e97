package io.github.flippingbookemulator.internal.compare;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.account.Folder;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The own emulator of a comparison, and what a comparison of it says. */
final class ComparingEmulator implements AutoCloseable {
  static final String RUN = "0test0";

  private final Emulator emulator =
      Emulator.start(EmulatorOptions.defaults().speed(Compare.OWN_SPEED));

  private final Threads threads = new Threads();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private Duration interval = Duration.ZERO;

  /** An emulator that stands for the service, with an account that is in use. */
  static Emulator service(EmulatorOptions options) {
    Emulator service = Emulator.start(options);
    use(service);
    service.accounts().defaultAccount().addKey();
    return service;
  }

  static EmulatorOptions fast() {
    return EmulatorOptions.defaults().speed(Compare.OWN_SPEED);
  }

  void interval(Duration newInterval) {
    interval = newInterval;
  }

  CompareReport readOnly(Emulator service) {
    return run(service.uri(), service.apiKey(), false, false);
  }

  CompareReport writing(Emulator service) {
    return run(service.uri(), service.apiKey(), true, false);
  }

  CompareReport writingWithEvents(Emulator service) {
    return run(service.uri(), service.apiKey(), true, true);
  }

  CompareReport run(URI service, String key, boolean write, boolean events) {
    return compare(service, key, write, events).run(own(), threads);
  }

  Compare compare(URI service, String key, boolean write, boolean events) {
    return new Compare(
        new Compare.Plan(
            ServiceUrl.of(service),
            key,
            Compare.needs(write, events),
            interval,
            Duration.ofMillis(1500),
            RUN),
        new PrintStream(output, true, StandardCharsets.UTF_8));
  }

  Compare.Own own() {
    use(emulator);
    return new Compare.Own(
        emulator.uri(),
        emulator.accounts().defaultAccount().addKey(),
        "test",
        "2026-12-31",
        inbox(emulator.inbox("own")),
        inbox(emulator.inbox("service")));
  }

  String output() {
    return output.toString(StandardCharsets.UTF_8);
  }

  /** The statements with a verdict, in alphabetical order. */
  static Set<String> statements(CompareReport report, Verdict verdict) {
    Set<String> statements = new TreeSet<>();
    for (Finding each : report.findings()) {
      if (each.is(verdict)) {
        statements.add(each.statement());
      }
    }
    return statements;
  }

  @Override
  public void close() {
    threads.close();
    emulator.close();
  }

  private static void use(Emulator emulator) {
    emulator.accounts().defaultAccount().folders(List.of(new Folder("1", "Catalogs")));
  }

  private static EventInbox inbox(InboxControl inbox) {
    return new EventInbox() {
      @Override
      public String url() {
        return inbox.url().toString();
      }

      @Override
      public List<String> bodies() {
        return inbox.messages().stream().map(InboxControl.Message::body).toList();
      }
    };
  }
}
