package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.journal.JournalEntry.Request;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.Delivery.Try;
import io.github.flippingbookemulator.trigger.Mail;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes objects in one line, for failure messages. */
final class Descriptions {
  private Descriptions() {}

  static String of(Publication publication) {
    List<String> facts = new ArrayList<>();
    facts.add(publication.state());
    facts.add(count(publication.content().totalPages(), "page", "pages"));
    String folder = publication.details().folder();
    facts.add(folder == null ? "in Home" : "in folder " + folder);
    facts.add("on " + publication.details().domain());
    if (publication.trashed() != null) {
      facts.add("trashed at " + publication.trashed());
    }
    return "publication %s '%s' (hashId %s): %s"
        .formatted(
            publication.id(),
            publication.details().name(),
            publication.hashId(),
            String.join(", ", facts));
  }

  static String of(Source source, Instant now) {
    String text = "source " + source.id() + ": " + source.state().wire();
    if (source.work() != null) {
      text += ", " + source.work().stage().wire() + " " + source.progress(now);
    }
    if (source.totalPages() > 0) {
      text += ", " + count(source.totalPages(), "page", "pages");
    }
    return source.failure() == null ? text : text + " because: " + source.failure();
  }

  static String of(TrackedLink link) {
    return "tracked link %s '%s': %s, %s, viewed for %s, leads to publication %s"
        .formatted(
            link.id(),
            link.title(),
            link.state(),
            link.all().count() == 0 ? "never opened" : "opened " + times(link.all().count()),
            seconds(link.all().duration()),
            link.publicationId());
  }

  static String of(Delivery delivery) {
    String tries =
        delivery.tries().stream().map(Descriptions::of).collect(Collectors.joining("; "));
    return "#%d '%s' to %s: %s, %s%s"
        .formatted(
            delivery.number(),
            delivery.event().wire(),
            delivery.endpoint() == null ? "no endpoint" : delivery.endpoint(),
            delivery.state(),
            count(delivery.tries().size(), "try", "tries"),
            tries.isEmpty() ? "" : " (" + tries + ")");
  }

  static String of(Try once) {
    return once.status().isPresent()
        ? String.valueOf(once.status().getAsInt())
        : String.valueOf(once.failure());
  }

  static String of(Request request) {
    String text = request.method() + " " + request.path() + ": " + answer(request);
    if (request.message() != null) {
      text += ": " + request.message();
    }
    return request.fault() == null ? text : text + " (fault: " + request.fault() + ")";
  }

  /** Returns status and error code of a call, without its message. */
  static String answer(Request request) {
    if (request.status() == Request.NO_ANSWER) {
      return "no answer";
    }
    return request.status() + (request.code() == null ? "" : " " + request.code());
  }

  static String of(Mail mail) {
    return "mail to " + mail.recipient() + ": " + mail.subject();
  }

  static String count(int number, String one, String more) {
    return switch (number) {
      case 0 -> "no " + more;
      case 1 -> "1 " + one;
      default -> number + " " + more;
    };
  }

  static String times(int number) {
    return number == 0 ? "never" : count(number, "time", "times");
  }

  static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }

  static String quoted(@Nullable Object value) {
    return value instanceof String ? "'" + value + "'" : String.valueOf(value);
  }
}
