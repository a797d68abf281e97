package io.github.flippingbookemulator.internal.source.pdf;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessStreamCache;

/**
 * A stream that is first decoded only to measure its size, before PDFBox decodes it into memory.
 *
 * <p>These two methods are the only access to the decoded data: PDFBox parses cross-reference,
 * object and content streams through {@link #createView()}, and reads all others through {@link
 * #createInputStream(DecodeOptions)}.
 */
final class BoundedStream extends COSStream {
  private final DocumentBudget budget;
  private boolean paid;

  BoundedStream(RandomAccessStreamCache cache, RandomAccessReadView data, DocumentBudget budget)
      throws IOException {
    super(cache, data);
    this.budget = budget;
  }

  @Override
  public RandomAccessRead createView() throws IOException {
    if (DecodedSize.isPicture(getFilters())) {
      throw new IOException("a stream that should hold objects holds a picture");
    }
    DecodedSize size = measure();
    if (containsKey(COSName.N) && !paid) {
      paid = true;
      // Only a stream with /N can be an object stream, whose objects stay in memory. Entries of
      // cross-reference streams are counted one by one; content streams are freed after use.
      budget.spend(size.heapBytesOfObjects());
    }
    return super.createView();
  }

  @Override
  public COSInputStream createInputStream(DecodeOptions options) throws IOException {
    measure();
    return super.createInputStream(options);
  }

  private DecodedSize measure() throws IOException {
    try (InputStream raw = createRawInputStream()) {
      return DecodedSize.of(raw, this, getFilters(), budget);
    }
  }
}
