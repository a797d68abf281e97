package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.outbound.BadUrl;
import io.github.flippingbookemulator.internal.outbound.OutboundClient;
import io.github.flippingbookemulator.internal.outbound.WebUrl;
import io.github.flippingbookemulator.internal.source.pdf.PdfInspection;
import io.github.flippingbookemulator.internal.time.Threads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Fetches files over HTTP: accepts any content type (D), writes the bytes to disk as they come. */
public final class Downloads {
  private final OutboundClient client;
  private final Threads threads;
  private final Supplier<Duration> timeout;
  private final long mostBytes;

  /**
   * Prepares for downloads.
   *
   * @param client sends the requests
   * @param threads where files are unpacked
   * @param timeout the limit for a whole download, in real time; asked for each download
   */
  public Downloads(OutboundClient client, Threads threads, Supplier<Duration> timeout) {
    this(client, threads, timeout, PdfInspection.MOST_BYTES);
  }

  Downloads(OutboundClient client, Threads threads, Supplier<Duration> timeout, long mostBytes) {
    this.client = client;
    this.threads = threads;
    this.timeout = timeout;
    this.mostBytes = mostBytes;
  }

  /**
   * Fetches a file; throws or completes with an {@link UnusableFile} that says why it cannot.
   *
   * @param url where it is
   * @param target where to write it
   * @param loopbackOnly whether other machines are out of bounds, also for redirects
   */
  CompletableFuture<Path> download(String url, Path target, boolean loopbackOnly) {
    String named = WebUrl.masked(url);
    WebUrl first;
    try {
      first = WebUrl.parse(url);
    } catch (BadUrl e) {
      throw new UnusableFile("The url '" + named + "' " + e.reason() + ".");
    }
    Duration limit = timeout.get();
    Download download = new Download(client, threads, target, loopbackOnly, limit, mostBytes);
    return threads
        .within(limit, download.from(first))
        .handle(
            (file, failure) -> {
              if (failure == null) {
                return file;
              }
              throw new UnusableFile(
                  "The url " + named + " cannot be used: " + download.giveUp(failure) + ".");
            });
  }
}
