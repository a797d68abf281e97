package io.github.flippingbookemulator.internal.source;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.flippingbookemulator.internal.source.Sources.ActivePdf;
import io.github.flippingbookemulator.internal.source.pdf.PagePictures;
import io.github.flippingbookemulator.internal.time.FileWork;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The pictures of pages: drawn on first use, then cached as JPEG files. */
final class PictureCache {
  private static final long CACHE_BYTES = 64L << 20;
  // The longer side in pixels (E).
  private static final int PAGE_SIDE = 1200;

  private final SourceFiles files;
  private final FileWork.Part fileWork;
  private final Duration limit;
  // Made on first use: most emulators never draw a picture, and the classes are slow to load.
  private @Nullable AsyncLoadingCache<Wanted, byte[]> cache;

  PictureCache(SourceFiles files, FileWork.Part fileWork, Duration limit) {
    this.files = files;
    this.fileWork = fileWork;
    this.limit = limit;
  }

  CompletableFuture<byte[]> cover(ActivePdf pdf, int side) {
    return picture(new Wanted(pdf, 1, side));
  }

  CompletableFuture<byte[]> page(ActivePdf pdf, int page) {
    return picture(new Wanted(pdf, page, PAGE_SIDE));
  }

  private CompletableFuture<byte[]> picture(Wanted wanted) {
    return cache()
        .get(wanted)
        .handle(
            (picture, failure) -> {
              if (failure instanceof RejectedExecutionException) {
                return placeholder(wanted);
              }
              if (failure != null) {
                throw new CompletionException(failure);
              }
              return picture;
            });
  }

  /** Whether it can be drawn in time does not change, so the result is kept in any case. */
  private CompletableFuture<byte[]> draw(Wanted wanted) {
    return fileWork
        .run(
            limit,
            deadline ->
                new PagePictures(files.fonts())
                    .jpeg(wanted.pdf.path(), wanted.page, wanted.side, wanted.side, deadline))
        .exceptionallyCompose(
            failure ->
                failure instanceof TimeoutException
                    ? CompletableFuture.completedFuture(placeholder(wanted))
                    : CompletableFuture.failedFuture(failure));
  }

  private static byte[] placeholder(Wanted wanted) {
    return PagePictures.placeholder(wanted.page, wanted.side, wanted.side);
  }

  private synchronized AsyncLoadingCache<Wanted, byte[]> cache() {
    if (cache == null) {
      cache =
          Caffeine.newBuilder()
              .maximumWeight(CACHE_BYTES)
              .weigher((Wanted wanted, byte[] picture) -> picture.length)
              .executor(Runnable::run) // the loader has threads of its own
              .buildAsync((wanted, executor) -> draw(wanted));
    }
    return cache;
  }

  private record Wanted(ActivePdf pdf, int page, int side) {}
}
