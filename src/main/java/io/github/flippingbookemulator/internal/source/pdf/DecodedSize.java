package io.github.flippingbookemulator.internal.source.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/**
 * The size of a decoded stream, measured without keeping the result.
 *
 * @param bytes the decoded bytes
 * @param tokens an upper bound of the number of PDF objects in them
 */
record DecodedSize(long bytes, long tokens) {
  /** Heap bytes of a parsed object at most, with its slot in an array or dictionary; measured. */
  private static final long TOKEN_BYTES = 128;

  private static final Set<String> PICTURE_FILTERS =
      Set.of("DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF");

  /**
   * Decodes a stream; throws {@link DocumentBudget.Exceeded} as soon as it exceeds the budget. A
   * picture filter, the last of its chain, is not run: the number of pixels gives the size of its
   * result.
   *
   * @param raw the encoded bytes
   * @param dictionary of the stream, with the parameters of its filters
   * @param filters a name, an array of names, or null for none
   * @param budget the limit of each filter's result
   * @throws IOException if the data does not fit the filters
   */
  static DecodedSize of(
      InputStream raw, COSDictionary dictionary, @Nullable COSBase filters, DocumentBudget budget)
      throws IOException {
    checkRows(dictionary, budget);
    InputStream stage = raw;
    int index = 0;
    for (COSName name : names(filters)) {
      if (isPictureFilter(name)) {
        PictureSize.check(stage, dictionary, name, budget);
        return new DecodedSize(0, 0);
      }
      Keeper decoded = new Keeper(budget);
      FilterFactory.INSTANCE.getFilter(name).decode(stage, decoded, dictionary, index++);
      stage = decoded.content();
    }
    Counter counter = new Counter(budget);
    stage.transferTo(counter);
    return counter.size();
  }

  /** Tells whether one of the filters decodes pixels; streams that are parsed never need one. */
  static boolean isPicture(@Nullable COSBase filters) throws IOException {
    return names(filters).stream().anyMatch(DecodedSize::isPictureFilter);
  }

  /** Heap bytes of the objects of an object stream, and of the text that they are parsed from. */
  long heapBytesOfObjects() {
    return bytes + TOKEN_BYTES * tokens;
  }

  private static boolean isPictureFilter(COSName name) {
    return PICTURE_FILTERS.contains(name.getName());
  }

  /** The filters that PDFBox runs: it ignores repeated ones. */
  private static List<COSName> names(@Nullable COSBase filters) throws IOException {
    if (filters instanceof COSName name) {
      return List.of(name);
    }
    List<COSName> names = new ArrayList<>();
    List<Filter> known = new ArrayList<>();
    if (filters instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (!(array.get(i) instanceof COSName name)) {
          throw new IOException("the filter of a stream is not a name");
        }
        Filter filter = FilterFactory.INSTANCE.getFilter(name);
        if (!known.contains(filter)) {
          known.add(filter);
          names.add(name);
        }
      }
    }
    return names;
  }

  /** Predictors keep two rows in memory; the file can declare any length for them. */
  private static void checkRows(COSDictionary dictionary, DocumentBudget budget)
      throws IOException {
    COSBase declared = dictionary.getDictionaryObject(COSName.DP, COSName.DECODE_PARMS);
    if (declared instanceof COSDictionary parameters) {
      checkRow(parameters, budget);
    } else if (declared instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.getObject(i) instanceof COSDictionary parameters) {
          checkRow(parameters, budget);
        }
      }
    }
  }

  private static void checkRow(COSDictionary parameters, DocumentBudget budget) throws IOException {
    if (parameters.getInt(COSName.PREDICTOR) <= 1) {
      return;
    }
    double columns = parameters.getInt(COSName.COLUMNS, 1);
    double bits = parameters.getInt(COSName.BITS_PER_COMPONENT, 8);
    double colors = parameters.getInt(COSName.COLORS, 1);
    if (columns < 1 || bits < 1 || colors < 1) {
      throw new IOException("the rows of a stream have no length"); // PDFBox would loop forever
    }
    budget.allow((long) (2 * columns * bits * colors / 8));
  }

  /** Counts tokens at their first character. A name or a string is one token. */
  private static final class Counter extends OutputStream {
    private final DocumentBudget budget;
    private long bytes;
    private long tokens;
    private boolean inToken;

    Counter(DocumentBudget budget) {
      this.budget = budget;
    }

    @Override
    public void write(int value) {
      bytes++;
      budget.allow(bytes);
      budget.decoded(1);
      count((byte) value);
    }

    @Override
    public void write(byte[] data, int from, int length) {
      bytes += length;
      budget.allow(bytes);
      budget.decoded(length);
      for (int i = from; i < from + length; i++) {
        count(data[i]);
      }
    }

    private void count(byte character) {
      switch (character) {
        case '[', '<', '(', '/', '{' -> {
          tokens++;
          inToken = true;
        }
        case ' ', '\n', '\r', '\t', '\f', 0, ']', '>', ')', '}' -> inToken = false;
        default -> {
          if (!inToken) {
            tokens++;
            inToken = true;
          }
        }
      }
    }

    DecodedSize size() {
      return new DecodedSize(bytes, tokens);
    }
  }

  /** Keeps the result of one filter for the next one, within the budget. */
  private static final class Keeper extends ByteArrayOutputStream {
    private final DocumentBudget budget;

    Keeper(DocumentBudget budget) {
      this.budget = budget;
    }

    @Override
    public void write(int value) {
      budget.allow(count + 1L);
      budget.decoded(1);
      super.write(value);
    }

    @Override
    public void write(byte[] data, int from, int length) {
      budget.allow((long) count + length);
      budget.decoded(length);
      super.write(data, from, length);
    }

    InputStream content() {
      return new ByteArrayInputStream(buf, 0, count);
    }
  }
}
