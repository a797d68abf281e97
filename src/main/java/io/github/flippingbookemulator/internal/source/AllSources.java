package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.internal.event.Events;
import io.github.flippingbookemulator.internal.publication.Publications;
import io.github.flippingbookemulator.internal.publication.Upload;
import io.github.flippingbookemulator.internal.publication.UploadSink;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.time.Background;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.internal.time.FileWork;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationPurged;
import io.github.flippingbookemulator.time.Pending;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The sources of all accounts, and what these share: files, caches, and the control of conversions.
 */
public final class AllSources implements UploadSink, AutoCloseable {
  private final SourceFiles sourceFiles = new SourceFiles();
  private final FileWork.Part inspections;
  private final FileWork.Part drawings;
  private final RegisteredFiles registered = new RegisteredFiles();
  private final UpcomingConversions upcoming;
  private final PictureCache pictures;
  private final PageLinkCache links;
  private final PerAccount<Sources> sources;
  private final Conversions conversions;

  /**
   * Makes the sources of one instance of the emulator.
   *
   * @param publications the publications of each account
   * @param ids makes the ids
   * @param clock times the timed conversions
   * @param events where changes are published
   * @param background fetches and inspects files
   * @param downloads fetches files over HTTP
   * @param threads inspect files and draw pages
   * @param options how sources are converted
   */
  public AllSources(
      PerAccount<Publications> publications,
      Ids ids,
      EmulatorClock clock,
      Events events,
      Background background,
      Downloads downloads,
      Threads threads,
      ConversionOptions options) {
    inspections = threads.inspections().part();
    drawings = threads.drawings().part();
    PdfReceiver receiver =
        new PdfReceiver(sourceFiles, registered, downloads, options, background, inspections);
    upcoming = new UpcomingConversions(options.pace());
    pictures = new PictureCache(sourceFiles, drawings, options.drawingTimeout());
    links = new PageLinkCache(drawings, options.inspectionTimeout());
    sources =
        new PerAccount<>(
            account ->
                new Sources(
                    account,
                    publications.of(account),
                    ids,
                    clock,
                    events,
                    receiver,
                    upcoming,
                    options.times()));
    conversions = new Conversions(sources, upcoming);
    events.on(PublicationPurged.class, this::forget);
  }

  /**
   * Returns the sources of an account.
   *
   * @param account the account
   * @return always the same object for the same account
   */
  public Sources of(Account account) {
    return sources.of(account);
  }

  /**
   * Returns the control over conversions.
   *
   * @return the control, for tests
   */
  public Conversions conversions() {
    return conversions;
  }

  /**
   * Returns the registered files.
   *
   * @return the live list, to read and to change
   */
  public RegisteredFiles files() {
    return registered;
  }

  /**
   * Returns what the unfinished sources wait for.
   *
   * @return account by account, oldest first
   */
  public List<Pending> pending() {
    return sources.all().stream().flatMap(each -> each.pending().stream()).toList();
  }

  /**
   * Postpones the deletion of files, also of those whose publication is purged meanwhile.
   *
   * @return to be closed, which ends this
   */
  public FileHold holdFiles() {
    return sourceFiles.hold();
  }

  /**
   * Returns the settings for new sources.
   *
   * @return the pace, and the exceptions for the next sources
   */
  public ConversionsState conversionsState() {
    return upcoming.state();
  }

  /**
   * Restores the settings for new sources.
   *
   * @param state the settings, from a snapshot
   */
  public void load(ConversionsState state) {
    upcoming.load(state);
  }

  PictureCache pictures() {
    return pictures;
  }

  PageLinkCache links() {
    return links;
  }

  @Override
  public CompletableFuture<String> take(Account account, String publicationId, Upload upload) {
    return of(account).add(publicationId, upload);
  }

  @Override
  public Optional<Refusal> refusal() {
    return upcoming
        .refused()
        .map(refused -> Refusal.of(ErrorCode.INTERNAL_ERROR, refused.message()));
  }

  @Override
  public CompletableFuture<?> polled(Account account, String publicationId) {
    return of(account).polled(publicationId);
  }

  /** Ends all work on files, and removes them. */
  @Override
  public void close() {
    inspections.close();
    drawings.close();
    sourceFiles.close();
  }

  private void forget(PublicationPurged purged) {
    sources.byId(purged.accountId()).ifPresent(each -> each.forget(purged.publicationId()));
  }
}
