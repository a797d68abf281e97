package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.internal.journal.Secrets;
import io.github.flippingbookemulator.journal.JournalEntry;
import io.github.flippingbookemulator.journal.JournalEntry.Exchanged;
import io.github.flippingbookemulator.journal.JournalEntry.Happening;
import io.github.flippingbookemulator.journal.JournalEntry.Request;
import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.Delivery.State;
import io.github.flippingbookemulator.trigger.Delivery.Try;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The calls, events and deliveries as lines of text, in the order of the emulator's clock. They
 * help to find out why a test failed.
 */
public final class Timeline {
  private static final String NEW_LINE = System.lineSeparator();
  private static final int SHOWN = 200;
  private static final Pattern ID = Pattern.compile("\\b([0-9a-f]{8})[0-9a-f]{24}\\b");

  /** A record as the value of a component, with no other record in it. */
  private static final Pattern INSIDE =
      Pattern.compile("(?<==)[A-Z]\\w*\\[(?:id=(\\w+))?[^\\[\\]]*]");

  private final EmulatorControl emulator;
  private final LongPredicate accounts;

  private Timeline(EmulatorControl emulator, LongPredicate accounts) {
    this.emulator = emulator;
    this.accounts = accounts;
  }

  /**
   * Makes a timeline of all accounts.
   *
   * @param emulator the emulator
   * @return the timeline, which reads the emulator each time it is printed
   */
  public static Timeline of(EmulatorControl emulator) {
    return new Timeline(emulator, account -> true);
  }

  /**
   * Restricts the timeline to one account.
   *
   * @param accountId its id
   * @return the timeline of this account, and of calls that belong to none because their key is
   *     unknown
   */
  public Timeline account(long accountId) {
    return new Timeline(emulator, id -> id == accountId || id == 0);
  }

  /**
   * Returns the newest lines, one for each entry, with ids and long lines shortened.
   *
   * @param lines how many at most, 1 or more
   * @return the lines, the oldest first, and how many were left out
   */
  public String brief(int lines) {
    List<Moment> all = moments();
    if (all.isEmpty()) {
      return "(nothing was called and nothing happened)";
    }
    int hidden = Math.max(0, all.size() - lines);
    Secrets secrets = KnownSecrets.of(emulator);
    String first = hidden == 0 ? "" : "(" + hidden + " earlier lines left out)" + NEW_LINE;
    return all.stream()
        .skip(hidden)
        .map(moment -> secrets.maskKnown(moment.line()))
        .map(line -> cut(ID.matcher(withoutInsides(line)).replaceAll("$1…")))
        .collect(Collectors.joining(NEW_LINE, first, ""));
  }

  /**
   * Returns everything, with headers and bodies of calls and deliveries; keys are masked.
   *
   * @return the lines, the oldest first
   */
  public String full() {
    return KnownSecrets.of(emulator)
        .maskKnown(
            moments().stream()
                .map(moment -> moment.line() + moment.more())
                .collect(Collectors.joining(NEW_LINE)));
  }

  private List<Moment> moments() {
    List<Moment> moments = new ArrayList<>();
    for (JournalEntry entry : emulator.journal().entries()) {
      if (accounts.test(entry.accountId())) {
        moments.add(entry instanceof Request call ? moment(call) : moment((Happening) entry));
      }
    }
    for (Delivery delivery : emulator.deliveries().all()) {
      if (accounts.test(delivery.accountId())) {
        addTo(moments, delivery);
      }
    }
    // Sorting is stable: entries of the same time, as on a frozen clock, keep their order.
    moments.sort(Comparator.comparing(Moment::at));
    return moments;
  }

  private record Moment(Instant at, String what, String more) {
    String line() {
      return at.truncatedTo(ChronoUnit.MILLIS) + "  " + what;
    }
  }

  private static Moment moment(Request call) {
    StringBuilder what = new StringBuilder(call.method() + " " + call.path() + " -> ");
    what.append(call.status() == Request.NO_ANSWER ? "no answer" : call.status());
    if (call.code() != null) {
      what.append(' ').append(call.code()).append(": ").append(call.message());
    }
    if (!call.waited().isZero()) {
      what.append(" (waited ").append(seconds(call.waited().toMillis())).append(')');
    }
    if (call.fault() != null) {
      what.append(" (fault: ").append(call.fault()).append(')');
    }
    Exchanged exchange = call.exchange();
    String more = "";
    if (exchange != null) {
      more =
          exchange.requestHeaders().entrySet().stream()
                  .map(header -> indented("> " + header.getKey() + ": " + header.getValue()))
                  .collect(Collectors.joining())
              + indented("> ", exchange.requestBody())
              + indented("< ", exchange.responseBody());
    }
    return new Moment(call.at(), what.toString(), more);
  }

  /** Events are records, so their {@code toString()} says enough. */
  private static Moment moment(Happening happening) {
    String text =
        happening.event().toString().replaceAll("\\b(accountId|at)=[^,\\]]*(, |(?=\\]))", "");
    return new Moment(happening.at(), text, "");
  }

  private static void addTo(List<Moment> moments, Delivery delivery) {
    String what =
        "webhook %d '%s' to %s"
            .formatted(
                delivery.number(),
                delivery.event().wire(),
                delivery.endpoint() == null ? "nowhere" : delivery.endpoint());
    if (delivery.state() == State.UNDELIVERABLE) {
      moments.add(
          new Moment(
              delivery.created(),
              what + " -> not sent, " + delivery.reason(),
              indented("> ", delivery.body())));
    }
    for (Try each : delivery.tries()) {
      String answer =
          each.status().isPresent()
              ? "" + each.status().getAsInt()
              : "no answer, " + each.failure();
      moments.add(
          new Moment(
              each.at(),
              what + " -> " + answer + " (took " + seconds(each.took().toMillis()) + ")",
              indented("> ", delivery.body())));
    }
    if (delivery.state() == State.PENDING && delivery.tries().isEmpty()) {
      moments.add(
          new Moment(delivery.created(), what + " -> waits", indented("> ", delivery.body())));
    }
  }

  private static String indented(String sign, String body) {
    return body.isEmpty() ? "" : indented(sign + body);
  }

  private static String indented(String text) {
    return NEW_LINE + "    " + text.replaceAll("\\R", NEW_LINE + "      ");
  }

  /** Replaces each record within a record by its id. */
  private static String withoutInsides(String line) {
    String before;
    String after = line;
    do {
      before = after;
      after = INSIDE.matcher(before).replaceAll("$1");
    } while (!after.equals(before));
    return after;
  }

  private static String cut(String line) {
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  private static String seconds(long millis) {
    return millis / 1000.0 + " s";
  }
}
