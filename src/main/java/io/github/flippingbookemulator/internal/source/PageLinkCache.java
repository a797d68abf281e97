package io.github.flippingbookemulator.internal.source;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.flippingbookemulator.internal.source.Sources.ActivePdf;
import io.github.flippingbookemulator.internal.source.pdf.LinkAnnotations;
import io.github.flippingbookemulator.internal.source.pdf.PageLink;
import io.github.flippingbookemulator.internal.time.Background;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The links of pages: read on first use, then cached. */
final class PageLinkCache {
  /** Usually a few megabytes; about 80 MB if every URL has the greatest length. */
  private static final int CACHED_LINKS = 20_000;

  private final Background background;
  private @Nullable AsyncLoadingCache<Wanted, List<PageLink>> cache;

  PageLinkCache(Background background) {
    this.background = background;
  }

  CompletableFuture<List<PageLink>> of(ActivePdf pdf, int page) {
    return cache().get(new Wanted(pdf, page));
  }

  /** Made on first use, for the same reason as the cache of {@link PictureCache}. */
  private synchronized AsyncLoadingCache<Wanted, List<PageLink>> cache() {
    if (cache == null) {
      cache =
          Caffeine.newBuilder()
              .maximumWeight(CACHED_LINKS)
              .weigher((Wanted wanted, List<PageLink> links) -> 1 + links.size())
              .executor(background.executor())
              .buildAsync(wanted -> LinkAnnotations.of(wanted.pdf.path(), wanted.page));
    }
    return cache;
  }

  private record Wanted(ActivePdf pdf, int page) {}
}
