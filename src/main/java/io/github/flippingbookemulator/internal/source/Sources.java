package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.event.Events;
import io.github.flippingbookemulator.internal.publication.Publications;
import io.github.flippingbookemulator.internal.publication.Upload;
import io.github.flippingbookemulator.internal.source.Conversion.ReceivedPdf;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.source.ConversionTimes;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.source.SourceEvent.SourceReceived;
import io.github.flippingbookemulator.source.SourceState;
import io.github.flippingbookemulator.time.Pending;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The sources of one account, and the triggers of their conversions. */
public final class Sources {
  private final Account account;
  private final Publications publications;
  private final Ids ids;
  private final EmulatorClock clock;
  private final Events events;
  private final PdfReceiver receiver;
  private final UpcomingConversions upcoming;
  private final SourceStore store = new SourceStore();
  private final ConversionStateMachine steps;
  private final ConversionQueue line;

  Sources(
      Account account,
      Publications publications,
      Ids ids,
      EmulatorClock clock,
      Events events,
      PdfReceiver receiver,
      UpcomingConversions upcoming,
      ConversionTimes times) {
    this.account = account;
    this.publications = publications;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
    this.receiver = receiver;
    this.upcoming = upcoming;
    this.steps = new ConversionStateMachine(account, publications, store, times, clock, events);
    this.line = new ConversionQueue(account, steps, times, clock);
  }

  /**
   * Lists the sources of a publication.
   *
   * @param publicationId the publication
   * @return its sources, oldest first
   */
  public List<Source> of(String publicationId) {
    return store.of(publicationId).stream().map(Conversion::source).toList();
  }

  /**
   * Finds a source.
   *
   * @param publicationId its publication
   * @param sourceId its id
   * @return the source as it is now
   * @throws Refusal {@link ErrorCode#OBJECT_NOT_FOUND} if the publication has none with this id
   */
  public Source get(String publicationId, String sourceId) {
    return find(sourceId)
        .filter(source -> source.publicationId().equals(publicationId))
        .orElseThrow(() -> Refusal.notFound("source of this publication", sourceId));
  }

  /**
   * Finds a source.
   *
   * @param sourceId its id
   * @return the source as it is now, if the account has it
   */
  public Optional<Source> find(String sourceId) {
    return store.find(sourceId).map(Conversion::source);
  }

  /**
   * Finds the PDF that readers of a publication see.
   *
   * @param publicationId the publication
   * @return the PDF of its active source, if it has one
   */
  public Optional<ActivePdf> active(String publicationId) {
    return account
        .write(
            () ->
                store
                    .shown(publicationId)
                    .filter(conversion -> conversion.file() instanceof ReceivedPdf.Usable)
                    .map(Conversion::source))
        .map(source -> new ActivePdf(source.id(), receiver.file(source.id()), source.totalPages()));
  }

  /**
   * A PDF that readers see.
   *
   * @param sourceId the id of its source
   * @param path the file
   * @param pages how many pages it has
   */
  public record ActivePdf(String sourceId, Path path, int pages) {}

  /**
   * Adds a source and begins to receive its file.
   *
   * @param publicationId the publication
   * @param upload the PDF
   * @return the id of the new source; completes when the call may be answered, which in pace
   *     IMMEDIATE is after the conversion
   * @throws Refusal {@link ErrorCode#OBJECT_NOT_FOUND} if there is no such publication, or it is
   *     trashed
   */
  public CompletableFuture<String> add(String publicationId, Upload upload) {
    Conversion conversion =
        account.write(
            () -> {
              publications.received(publicationId, upload.pdfName().orElse(null));
              Source source =
                  new Source(
                      ids.next(),
                      publicationId,
                      clock.now(),
                      SourceState.WAIT_AUTO_QUEUE,
                      null,
                      0,
                      null);
              Conversion added = upcoming.forNext(source);
              added.upload(upload);
              store.add(added);
              events.publish(
                  new SourceReceived(account.id(), source.received(), publicationId, source.id()));
              goOn(added);
              return added;
            });
    String id = conversion.source().id();
    receive(conversion, upload);
    return conversion.pace() == Pace.IMMEDIATE
        ? conversion.fileChecked.thenApply(checked -> id)
        : CompletableFuture.completedFuture(id);
  }

  /**
   * Takes the steps that a request for all sources of a publication triggers.
   *
   * @param publicationId the publication
   * @return completes when the sources in pace PER_POLL have taken their steps
   */
  public CompletableFuture<?> polled(String publicationId) {
    return CompletableFuture.allOf(
        store.of(publicationId).stream().map(this::polled).toArray(CompletableFuture<?>[]::new));
  }

  /**
   * Takes the step that a request for a source triggers.
   *
   * @param sourceId the source
   * @return completes when it has taken its step, or at once outside pace PER_POLL
   */
  public CompletableFuture<?> polledSource(String sourceId) {
    return store.find(sourceId).map(this::polled).orElseGet(Sources::nothingToDo);
  }

  /**
   * Removes the sources of a purged publication, and their files.
   *
   * @param publicationId the publication
   */
  public void forget(String publicationId) {
    List<Conversion> forgotten =
        account.write(
            () -> {
              List<Conversion> gone = store.forget(publicationId);
              gone.forEach(line::letGo);
              line.startNext();
              return gone;
            });
    forgotten.forEach(conversion -> receiver.discard(conversion.source().id()));
  }

  /** What the unfinished sources wait for. All events of the finished ones have been published. */
  List<Pending> pending() {
    return account.write(
        () ->
            store.all().stream()
                .filter(conversion -> !conversion.source().state().isFinal())
                .map(Conversion::pending)
                .toList());
  }

  /**
   * Copies the state of all sources. The caller holds the account's lock.
   *
   * @return reads the files, without a lock; to be called while {@link AllSources#holdFiles} is
   *     open
   */
  public Supplier<SourcesState> state() {
    return SourceStates.of(store, line, receiver);
  }

  /**
   * Restores sources from a snapshot and continues their conversions. Files that were not checked
   * are received again.
   *
   * @param state the sources; their publications exist already, and no sources yet
   */
  public void load(SourcesState state) {
    account.write(() -> SourceStates.load(state, store, line, receiver)).forEach(this::receive);
  }

  private void receive(Conversion conversion, Upload upload) {
    receiver.receive(conversion.source().id(), upload, file -> fileChecked(conversion, file));
  }

  List<Conversion> all() {
    return store.all();
  }

  Optional<Conversion> conversion(String sourceId) {
    return store.find(sourceId);
  }

  /** Changes one source, then continues its conversion in its pace. */
  void steer(Conversion conversion, Consumer<ConversionStateMachine> how) {
    account.write(
        () -> {
          how.accept(steps);
          line.letGo(conversion);
          goOn(conversion);
          line.startNext();
          return null;
        });
  }

  private CompletableFuture<?> polled(Conversion conversion) {
    if (conversion.pace() != Pace.PER_POLL || conversion.source().state().isFinal()) {
      return nothingToDo();
    }
    // The number of polls of a conversion must not depend on the speed of the download.
    return conversion.fileChecked.thenRun(
        () ->
            account.write(
                () -> {
                  steps.polled(conversion);
                  return null;
                }));
  }

  private void fileChecked(Conversion conversion, ReceivedPdf file) {
    String id = conversion.source().id();
    boolean wanted =
        account.write(
            () -> {
              conversion.file(file);
              if (conversion.pace() == Pace.IMMEDIATE) {
                goOn(conversion);
              }
              return store.find(id).isPresent();
            });
    if (!wanted) {
      receiver.discard(id); // its publication was purged meanwhile
    }
    conversion.fileChecked.complete(null);
  }

  private void goOn(Conversion conversion) {
    if (conversion.pace() == Pace.TIMED) {
      line.takeOver(conversion);
    } else if (conversion.pace() == Pace.IMMEDIATE) {
      while (steps.next(conversion)) {}
    }
  }

  private static CompletableFuture<@Nullable Void> nothingToDo() {
    return CompletableFuture.completedFuture(null);
  }
}
