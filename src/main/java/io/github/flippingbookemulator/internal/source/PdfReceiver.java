package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.outbound.WebUrl;
import io.github.flippingbookemulator.internal.publication.Upload;
import io.github.flippingbookemulator.internal.source.Conversion.ReceivedPdf;
import io.github.flippingbookemulator.internal.source.pdf.InspectionResult;
import io.github.flippingbookemulator.internal.source.pdf.PdfInspection;
import io.github.flippingbookemulator.internal.time.Background;
import io.github.flippingbookemulator.internal.time.Background.Work;
import io.github.flippingbookemulator.internal.time.FileWork;
import io.github.flippingbookemulator.source.Fetch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Decodes or fetches the files of new sources in the background, and checks whether they can be
 * used.
 */
final class PdfReceiver {
  private final SourceFiles files;
  private final RegisteredFiles registered;
  private final Downloads downloads;
  private final Fetch fetch;
  private final Background background;
  private final FileWork.Part fileWork;
  private final Duration limit;

  PdfReceiver(
      SourceFiles files,
      RegisteredFiles registered,
      Downloads downloads,
      ConversionOptions options,
      Background background,
      FileWork.Part fileWork) {
    this.files = files;
    this.registered = registered;
    this.downloads = downloads;
    this.fetch = options.fetch();
    this.limit = options.inspectionTimeout();
    this.background = background;
    this.fileWork = fileWork;
  }

  /**
   * Gets and checks a file, then passes on the result: on a worker thread, or on the calling one if
   * the fetch mode rules the file out.
   */
  void receive(String sourceId, Upload upload, Consumer<ReceivedPdf> checked) {
    Work work = background.begin();
    Reliance reliance = Reliance.here();
    CompletableFuture<Path> file =
        upload.content() instanceof Upload.Data data
            ? CompletableFuture.supplyAsync(() -> decode(sourceId, data), work.executor())
            : fetch(sourceId, ((Upload.Address) upload.content()).url(), work);
    file.thenCompose(this::inspect)
        .exceptionally(failure -> unusable(failure, reliance))
        .thenAcceptAsync(received -> received(sourceId, received, checked), work.executor())
        .whenComplete((done, failure) -> work.close());
  }

  private void received(String sourceId, ReceivedPdf received, Consumer<ReceivedPdf> checked) {
    if (received instanceof ReceivedPdf.Unusable) {
      discard(sourceId);
    }
    checked.accept(received);
  }

  /** The path of a usable file. */
  Path file(String sourceId) {
    return files.written(sourceId);
  }

  /** The content of a usable file. */
  FileContent content(String sourceId) {
    return files.content(sourceId);
  }

  /** Stores the content of a file from a snapshot, which has been checked before. */
  void keep(String sourceId, FileContent content) {
    files.keep(sourceId, content);
  }

  void discard(String sourceId) {
    files.delete(sourceId);
  }

  private Path decode(String sourceId, Upload.Data data) {
    try {
      byte[] pdf = Base64.getDecoder().decode(data.base64().replaceAll("\\s", ""));
      return Files.write(files.of(sourceId), pdf);
    } catch (IllegalArgumentException e) {
      throw new UnusableFile("The data is not base64.");
    } catch (IOException e) {
      throw new UnusableFile("The emulator cannot keep the file: " + e.getMessage());
    }
  }

  private CompletableFuture<Path> fetch(String sourceId, String url, Work work) {
    String named = WebUrl.masked(url);
    Optional<RegisteredFiles.Content> known = registered.find(url);
    if (fetch != Fetch.OFF && known.isPresent()) {
      return CompletableFuture.supplyAsync(
          () -> copy(known.get(), files.of(sourceId), named), work.executor());
    }
    return switch (fetch) {
      case NETWORK, LOOPBACK -> {
        work.outside(() -> "the download of " + named);
        yield CompletableFuture.supplyAsync(() -> files.of(sourceId), work.executor())
            .thenCompose(target -> downloads.download(url, target, fetch == Fetch.LOOPBACK))
            .whenComplete((path, failure) -> work.inside());
      }
      case REGISTERED ->
          CompletableFuture.failedFuture(
              new UnusableFile(
                  "No file is registered for " + named + ", and the network is not used."));
      case OFF ->
          CompletableFuture.failedFuture(
              new UnusableFile("Fetching is switched off, so " + named + " was not tried."));
    };
  }

  private static Path copy(RegisteredFiles.Content content, Path target, String named) {
    try {
      content.copyTo(target);
      return target;
    } catch (IOException e) {
      throw new UnusableFile(
          "The file registered for " + named + " cannot be read: " + e.getMessage());
    }
  }

  private CompletableFuture<ReceivedPdf> inspect(Path file) {
    return fileWork
        .run(limit, deadline -> PdfInspection.inspect(file, deadline))
        .thenApply(PdfReceiver::received);
  }

  private static ReceivedPdf received(InspectionResult verdict) {
    return verdict instanceof InspectionResult.Readable readable
        ? new ReceivedPdf.Usable(readable.pages())
        : new ReceivedPdf.Unusable(((InspectionResult.Refused) verdict).reason());
  }

  private ReceivedPdf unusable(Throwable failure, Reliance reliance) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof TimeoutException || cause instanceof RejectedExecutionException) {
      reliance.add(Statement.SOURCE_TIME_LIMITS);
      return new ReceivedPdf.Unusable(
          "The PDF cannot be read: it takes longer than the %s seconds that the emulator grants."
              .formatted(limit.toMillis() / 1000.0));
    }
    if (cause instanceof CancellationException) {
      return new ReceivedPdf.Unusable("The emulator was reset before the file was read.");
    }
    if (!(cause instanceof UnusableFile)) {
      System.getLogger(PdfReceiver.class.getName())
          .log(System.Logger.Level.ERROR, "Taking in a file failed", cause);
      return new ReceivedPdf.Unusable("The emulator failed on the file; its log has the details.");
    }
    return new ReceivedPdf.Unusable(cause.getMessage());
  }
}
