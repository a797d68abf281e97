package io.github.flippingbookemulator.source;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.flippingbookemulator.source.Sources.ActivePdf;
import io.github.flippingbookemulator.time.Background;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The links of pages: found when first asked for, then kept for a while. */
final class PageLinks {
  /** Some megabytes at most, since a page has {@link LinkAnnotations#MOST} links at most. */
  private static final int CACHED_LINKS = 20_000;

  private final AsyncLoadingCache<Wanted, List<PageLink>> cache;

  PageLinks(Background background) {
    cache =
        Caffeine.newBuilder()
            .maximumWeight(CACHED_LINKS)
            .weigher((Wanted wanted, List<PageLink> links) -> 1 + links.size())
            .executor(background.executor())
            .buildAsync(wanted -> LinkAnnotations.of(wanted.pdf.path(), wanted.page));
  }

  CompletableFuture<List<PageLink>> of(ActivePdf pdf, int page) {
    return cache.get(new Wanted(pdf, page));
  }

  /**
   * A link on a page. Its rectangle is in parts of the page as it is shown, turned and cropped.
   *
   * @param url where it leads: http, https or mailto
   * @param left from the left edge, 0 to 1
   * @param top from the upper edge, 0 to 1
   * @param width 0 to 1
   * @param height 0 to 1
   */
  record PageLink(String url, double left, double top, double width, double height) {}

  private record Wanted(ActivePdf pdf, int page) {}
}
