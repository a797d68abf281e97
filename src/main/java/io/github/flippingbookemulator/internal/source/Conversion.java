package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.publication.Upload;
import io.github.flippingbookemulator.source.Outcome;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.source.SourceState;
import io.github.flippingbookemulator.time.Pending;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A source and all that its conversion depends on. Of the fields that change, only {@link #source}
 * may be read without the account's lock.
 */
final class Conversion {
  /** Completes when it is known whether the file can be used; never fails. */
  final CompletableFuture<@Nullable Void> fileChecked = new CompletableFuture<>();

  private volatile Source source;
  private volatile Pace pace;
  private Outcome outcome;

  /** The number of polls left, the last of which finishes it; 0 if each poll is a step. */
  private int pollsLeft;

  private @Nullable Upload upload;
  private @Nullable ReceivedPdf file;

  Conversion(Source source, Pace pace, Outcome outcome) {
    this.source = source;
    this.pace = pace;
    this.outcome = outcome;
  }

  /** Restores a source from a snapshot. */
  static Conversion of(SourcesState.Entry entry) {
    Conversion conversion = new Conversion(entry.source(), Pace.MANUAL, entry.outcome());
    conversion.paceSetting(entry.paceSetting());
    if (entry.pdf() instanceof SourcesState.OnItsWay onItsWay) {
      conversion.upload(onItsWay.upload());
      return conversion;
    }
    conversion.file(
        entry.pdf() instanceof SourcesState.Usable usable
            ? new ReceivedPdf.Usable(usable.pages())
            : new ReceivedPdf.Unusable(((SourcesState.Unusable) entry.pdf()).reason()));
    conversion.fileChecked.complete(null);
    return conversion;
  }

  /** Copies the state now; the supplier reads the file's content, later and without a lock. */
  Supplier<SourcesState.Entry> state(boolean shown, Function<String, FileContent> content) {
    Source now = source;
    PaceSetting paceSetting = paceSetting();
    Outcome outcomeNow = outcome;
    ReceivedPdf fileNow = file;
    Upload uploadNow = upload;
    return () -> {
      SourcesState.Pdf pdf;
      if (fileNow instanceof ReceivedPdf.Usable usable) {
        pdf = new SourcesState.Usable(content.apply(now.id()), usable.pages());
      } else if (fileNow instanceof ReceivedPdf.Unusable unusable) {
        pdf = new SourcesState.Unusable(unusable.reason());
      } else {
        pdf = new SourcesState.OnItsWay(Objects.requireNonNull(uploadNow));
      }
      return new SourcesState.Entry(now, paceSetting, outcomeNow, pdf, shown);
    };
  }

  Source source() {
    return source;
  }

  void source(Source source) {
    this.source = source;
  }

  Pace pace() {
    return pace;
  }

  void pace(Pace pace) {
    this.pace = pace;
    this.pollsLeft = 0;
  }

  void arriveAfter(int polls) {
    pace = Pace.PER_POLL;
    pollsLeft = polls;
  }

  void paceSetting(PaceSetting paceSetting) {
    pace = paceSetting.pace();
    pollsLeft = paceSetting.polls();
  }

  PaceSetting paceSetting() {
    return new PaceSetting(pace, pollsLeft);
  }

  int pollsLeft() {
    return pollsLeft;
  }

  void pollsLeft(int polls) {
    pollsLeft = polls;
  }

  Outcome outcome() {
    return outcome;
  }

  void outcome(Outcome outcome) {
    this.outcome = outcome;
  }

  /** What it waits for; only for a source that is not final. */
  Pending pending() {
    SourceState state = source.state();
    boolean held =
        state == SourceState.WAIT_MANUAL_QUEUE
            || outcome instanceof Outcome.Stuck stuck && stuck.state() == state;
    Pending.On on =
        held || pace == Pace.MANUAL
            ? Pending.On.TEST
            : file == null
                ? Pending.On.WORK
                : pace == Pace.PER_POLL ? Pending.On.CLIENT : Pending.On.CLOCK;
    return new Pending(
        "source %s of publication %s is %s"
            .formatted(source.id(), source.publicationId(), state.wire()),
        on);
  }

  /** The result of the check; null until the file has been checked. */
  @Nullable ReceivedPdf file() {
    return file;
  }

  void file(ReceivedPdf file) {
    this.file = file;
    this.upload = null;
  }

  /** Keeps the upload until the file is checked: a snapshot needs it to get the file again. */
  void upload(Upload upload) {
    this.upload = upload;
  }

  /** The result of the check of a source's file. */
  sealed interface ReceivedPdf {
    /** It can be converted. */
    record Usable(int pages) implements ReceivedPdf {}

    /** It cannot be converted. */
    record Unusable(String reason) implements ReceivedPdf {}
  }
}
