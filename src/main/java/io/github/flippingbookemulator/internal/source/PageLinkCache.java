package io.github.flippingbookemulator.internal.source;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.flippingbookemulator.internal.source.Sources.ActivePdf;
import io.github.flippingbookemulator.internal.source.pdf.LinkAnnotations;
import io.github.flippingbookemulator.internal.source.pdf.PageLink;
import io.github.flippingbookemulator.internal.time.FileWork;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The links of pages: read on first use, then cached. */
final class PageLinkCache {
  /** Usually a few megabytes; about 80 MB if every URL has the greatest length. */
  private static final int CACHED_LINKS = 20_000;

  private final FileWork.Part fileWork;
  private final Duration limit;
  private @Nullable AsyncLoadingCache<Wanted, List<PageLink>> cache;

  PageLinkCache(FileWork.Part fileWork, Duration limit) {
    this.fileWork = fileWork;
    this.limit = limit;
  }

  CompletableFuture<List<PageLink>> of(ActivePdf pdf, int page) {
    return cache().get(new Wanted(pdf, page)).exceptionally(PageLinkCache::noneUnlessEnded);
  }

  /** Made on first use, for the same reason as the cache of {@link PictureCache}. */
  private synchronized AsyncLoadingCache<Wanted, List<PageLink>> cache() {
    if (cache == null) {
      cache =
          Caffeine.newBuilder()
              .maximumWeight(CACHED_LINKS)
              .weigher((Wanted wanted, List<PageLink> links) -> 1 + links.size())
              .executor(Runnable::run) // the loader has threads of its own
              .buildAsync(
                  (wanted, executor) ->
                      fileWork.run(
                          limit,
                          deadline ->
                              LinkAnnotations.of(wanted.pdf.path(), wanted.page, deadline)));
    }
    return cache;
  }

  /** A page stays usable without its links. */
  private static List<PageLink> noneUnlessEnded(Throwable failure) {
    if (failure instanceof TimeoutException || failure instanceof RejectedExecutionException) {
      return List.of();
    }
    throw new CompletionException(failure);
  }

  private record Wanted(ActivePdf pdf, int page) {}
}
