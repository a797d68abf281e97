package io.github.flippingbookemulator.internal.source;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.flippingbookemulator.internal.source.Sources.ActivePdf;
import io.github.flippingbookemulator.internal.source.pdf.PagePictures;
import io.github.flippingbookemulator.internal.time.Background;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The pictures of pages: drawn on first use, then cached as JPEG files. */
final class PictureCache {
  private static final long CACHE_BYTES = 64L << 20;
  // The longer side in pixels. That of the cover is in its file name (O); that of pages is E.
  private static final int COVER_SIDE = 600;
  private static final int PAGE_SIDE = 1200;

  private final SourceFiles files;
  private final Background background;
  // Made on first use: most emulators never draw a picture, and the classes are slow to load.
  private @Nullable AsyncLoadingCache<Wanted, byte[]> cache;

  PictureCache(SourceFiles files, Background background) {
    this.files = files;
    this.background = background;
  }

  CompletableFuture<byte[]> cover(ActivePdf pdf) {
    return cache().get(new Wanted(pdf, 1, COVER_SIDE));
  }

  CompletableFuture<byte[]> page(ActivePdf pdf, int page) {
    return cache().get(new Wanted(pdf, page, PAGE_SIDE));
  }

  private synchronized AsyncLoadingCache<Wanted, byte[]> cache() {
    if (cache == null) {
      cache =
          Caffeine.newBuilder()
              .maximumWeight(CACHE_BYTES)
              .weigher((Wanted wanted, byte[] picture) -> picture.length)
              .executor(background.executor())
              .buildAsync(
                  wanted ->
                      new PagePictures(files.fonts())
                          .jpeg(wanted.pdf.path(), wanted.page, wanted.side, wanted.side));
    }
    return cache;
  }

  private record Wanted(ActivePdf pdf, int page, int side) {}
}
