package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.internal.event.Events;
import io.github.flippingbookemulator.internal.publication.Publications;
import io.github.flippingbookemulator.internal.publication.Upload;
import io.github.flippingbookemulator.internal.publication.UploadSink;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.time.Background;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationPurged;
import io.github.flippingbookemulator.time.Pending;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The sources of all accounts, and what they share: files, pictures, and the control over them. */
public final class AllSources implements UploadSink, AutoCloseable {
  private final SourceFiles sourceFiles = new SourceFiles();
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
   * @param ids where ids come from
   * @param clock what timed conversions go by
   * @param events where changes are told
   * @param background where files are fetched and looked at
   * @param downloads what fetches files
   * @param options how sources are converted
   */
  public AllSources(
      PerAccount<Publications> publications,
      Ids ids,
      EmulatorClock clock,
      Events events,
      Background background,
      Downloads downloads,
      ConversionOptions options) {
    PdfReceiver receiver =
        new PdfReceiver(sourceFiles, registered, downloads, options.fetch(), background);
    upcoming = new UpcomingConversions(options.pace());
    pictures = new PictureCache(sourceFiles, background);
    links = new PageLinkCache(background);
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
   * @return what a test steers them with
   */
  public Conversions conversions() {
    return conversions;
  }

  /**
   * Returns the files that are known by their address.
   *
   * @return the list, to read and to add to
   */
  public RegisteredFiles files() {
    return registered;
  }

  /**
   * Tells which sources have not arrived.
   *
   * @return account by account, oldest first
   */
  public List<Pending> pending() {
    return sources.all().stream().flatMap(each -> each.pending().stream()).toList();
  }

  /**
   * Keeps all files where they are, also those of publications that go meanwhile.
   *
   * @return ends that
   */
  public FileHold holdFiles() {
    return sourceFiles.hold();
  }

  /**
   * Tells what new sources are to go through.
   *
   * @return the pace, and exceptions for the next ones
   */
  public ConversionsState conversionsState() {
    return upcoming.state();
  }

  /**
   * Decides what new sources are to go through.
   *
   * @param state what was to be at another time
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
  public CompletableFuture<?> polled(Account account, String publicationId) {
    return of(account).polled(publicationId);
  }

  /** Removes all files. */
  @Override
  public void close() {
    sourceFiles.close();
  }

  private void forget(PublicationPurged purged) {
    sources.byId(purged.accountId()).ifPresent(each -> each.forget(purged.publicationId()));
  }
}
