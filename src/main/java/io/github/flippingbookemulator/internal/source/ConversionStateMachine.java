package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.event.Events;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.publication.Publications;
import io.github.flippingbookemulator.internal.source.Conversion.ReceivedPdf;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.publication.Publication.Content;
import io.github.flippingbookemulator.publication.Publication.Extent;
import io.github.flippingbookemulator.source.ConversionTimes;
import io.github.flippingbookemulator.source.Outcome;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.source.Source.Work;
import io.github.flippingbookemulator.source.SourceEvent.ConversionFailed;
import io.github.flippingbookemulator.source.SourceEvent.SourceConverted;
import io.github.flippingbookemulator.source.SourceEvent.SourceMoved;
import io.github.flippingbookemulator.source.SourceState;
import io.github.flippingbookemulator.source.Stage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a conversion, and what each changes in the publication. When to take a step is
 * decided by the callers, who hold the account's lock.
 */
final class ConversionStateMachine {
  private final Account account;
  private final Publications publications;
  private final SourceStore store;
  private final ConversionTimes times;
  private final EmulatorClock clock;
  private final Events events;

  ConversionStateMachine(
      Account account,
      Publications publications,
      SourceStore store,
      ConversionTimes times,
      EmulatorClock clock,
      Events events) {
    this.account = account;
    this.publications = publications;
    this.store = store;
    this.times = times;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Takes the next step. Does nothing if the source is final, held back or stuck, if its file is
   * not checked yet, or if its publication has been purged.
   *
   * @return whether the source changed
   */
  boolean next(Conversion conversion) {
    Source before = conversion.source();
    boolean stuck =
        conversion.outcome() instanceof Outcome.Stuck where && where.state() == before.state();
    if (stuck || store.find(before.id()).isEmpty()) {
      return false;
    }
    switch (before.state()) {
      case WAIT_AUTO_QUEUE -> leaveQueue(conversion);
      case QUEUED -> {
        if (before.work() == null) {
          work(conversion, SourceState.QUEUED, Stage.PREVIEW);
        } else {
          finishPreview(conversion);
        }
      }
      case COMPLETED -> finishPages(conversion);
      default -> {}
    }
    return conversion.source() != before;
  }

  /** Takes the steps of one poll: a single one, unless a number of polls is set. */
  void polled(Conversion conversion) {
    int left = conversion.pollsLeft();
    if (left == 0) {
      next(conversion);
      return;
    }
    conversion.pollsLeft(left - 1);
    if (left == 1) {
      while (next(conversion)) {}
    } else if (conversion.source().state() != SourceState.COMPLETED) {
      next(conversion);
    }
  }

  /** Fails a conversion; does nothing if it is final. */
  void fail(Conversion conversion, String reason) {
    Source before = conversion.source();
    if (before.state().isFinal()) {
      return;
    }
    move(conversion, failed(before, reason));
    String publicationId = before.publicationId();
    events.publish(
        new ConversionFailed(account.id(), clock.now(), publicationId, before.id(), reason));
    System.getLogger(ConversionStateMachine.class.getName())
        .log(
            System.Logger.Level.WARNING,
            "Source {0} of publication {1} failed: {2}",
            before.id(),
            publicationId,
            reason);
    boolean onlySource = store.of(publicationId).size() == 1;
    if (onlySource && publications.find(publicationId).filter(p -> !p.isTrashed()).isPresent()) {
      Reliance.on(Statement.EVENT_DELETED_AFTER_FAILURE);
      publications.trash(publicationId);
    }
  }

  /** Holds a source back that is not queued yet. Returns whether it did. */
  boolean hold(Conversion conversion) {
    Source before = conversion.source();
    boolean waits = before.state() == SourceState.WAIT_AUTO_QUEUE;
    if (waits) {
      move(conversion, in(before, SourceState.WAIT_MANUAL_QUEUE, null));
    }
    return waits;
  }

  /** Ends the holding back of a source. Returns whether it was held back. */
  boolean release(Conversion conversion) {
    Source before = conversion.source();
    boolean held = before.state() == SourceState.WAIT_MANUAL_QUEUE;
    if (held) {
      move(conversion, in(before, SourceState.WAIT_AUTO_QUEUE, null));
    }
    return held;
  }

  private void leaveQueue(Conversion conversion) {
    ReceivedPdf file = conversion.file();
    if (conversion.outcome() instanceof Outcome.Stuck stuck
        && stuck.state() == SourceState.WAIT_MANUAL_QUEUE) {
      hold(conversion);
    } else if (conversion.outcome() instanceof Outcome.Failed failed) {
      fail(conversion, failed.reason());
    } else if (file instanceof ReceivedPdf.Unusable unusable) {
      Reliance.on(Statement.SOURCE_FAILURE_TIME);
      fail(conversion, unusable.reason());
    } else if (file instanceof ReceivedPdf.Usable usable) {
      move(conversion, queued(conversion.source(), usable.pages()));
    }
  }

  private void finishPreview(Conversion conversion) {
    work(conversion, SourceState.COMPLETED, Stage.L1);
    Source source = conversion.source();
    boolean othersShown =
        store
            .shown(source.publicationId())
            .filter(shown -> shown.source().state() != SourceState.COMPLETED_WITH_ERRORS)
            .isPresent();
    if (!othersShown) {
      show(conversion, Extent.PREVIEW);
    }
  }

  private void finishPages(Conversion conversion) {
    Source before = conversion.source();
    boolean first =
        publications
            .find(before.publicationId())
            .filter(publication -> publication.content().extent() == Extent.ALL_PAGES)
            .isEmpty();
    move(conversion, in(before, SourceState.COMPLETED_ALL_STAGES, null));
    show(conversion, Extent.ALL_PAGES);
    events.publish(
        new SourceConverted(account.id(), clock.now(), before.publicationId(), before.id(), first));
  }

  private void work(Conversion conversion, SourceState state, Stage stage) {
    Source before = conversion.source();
    if (conversion.pace() == Pace.TIMED) {
      Reliance.on(Statement.SOURCE_DURATIONS);
    }
    Duration takes =
        conversion.pace() != Pace.TIMED
            ? Duration.ZERO
            : stage == Stage.PREVIEW
                ? times.preview()
                : times.perPage().multipliedBy(before.totalPages());
    Instant now = clock.now();
    move(conversion, in(before, state, new Work(stage, now, takes)));
  }

  private void show(Conversion conversion, Extent extent) {
    Source source = conversion.source();
    store.show(conversion);
    publications.show(source.publicationId(), new Content(extent, source.totalPages()));
  }

  private void move(Conversion conversion, Source after) {
    conversion.source(after);
    events.publish(
        new SourceMoved(
            account.id(), clock.now(), after.publicationId(), after.id(), after.state()));
  }

  private static Source queued(Source source, int pages) {
    return copy(source, SourceState.QUEUED, null, pages, null);
  }

  private static Source in(Source source, SourceState state, @Nullable Work work) {
    return copy(source, state, work, source.totalPages(), null);
  }

  private static Source failed(Source source, String reason) {
    return copy(source, SourceState.COMPLETED_WITH_ERRORS, null, source.totalPages(), reason);
  }

  private static Source copy(
      Source of, SourceState state, @Nullable Work work, int totalPages, @Nullable String failure) {
    return new Source(of.id(), of.publicationId(), of.received(), state, work, totalPages, failure);
  }
}
