package io.github.flippingbookemulator.internal.source.pdf;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.io.ScratchFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdfparser.XrefTrailerResolver;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * PDFBox's parser, with a time limit, and a memory estimate for everything that grows:
 * cross-reference entries, parsed objects, long strings and names, decoded streams.
 *
 * <p>PDFBox keeps decoded streams wholly in memory and offers no limit (its stream cache does not
 * apply to them). So this class replaces the parser's protected fields by counting versions.
 * PDFBox's repair of damaged files uses the same source and document, so it is counted, too.
 */
final class BoundedParser extends PDFParser {
  /** Heap bytes of one entry: key, offset and a slot in two maps. Measured, rounded up. */
  private static final long XREF_ENTRY_BYTES = 250;

  /** Decrypted streams use a temporary file above 1 MiB; the limit is 1 GiB. */
  private static final MemoryUsageSetting SCRATCH = MemoryUsageSetting.setupMixed(1 << 20, 1 << 30);

  private final DocumentBudget budget;

  private BoundedParser(RandomAccessReadBufferedFile source, DocumentBudget budget)
      throws IOException {
    super(source);
    this.budget = budget;
    document.close();
    document = new BoundedDocument(new ScratchFile(SCRATCH), this, budget);
    xrefTrailerResolver = new BoundedXref(budget);
  }

  /**
   * Opens a document. The caller closes it, which also removes its temporary file.
   *
   * @param file the PDF
   * @param budget the limit of parsing and decoding
   * @throws IOException if PDFBox cannot parse the file
   */
  static PDDocument open(Path file, DocumentBudget budget) throws IOException {
    CountingFile source = new CountingFile(file, budget);
    boolean opened = false;
    try {
      PDDocument document = new BoundedParser(source, budget).parse();
      opened = true;
      return document;
    } finally {
      if (!opened) {
        source.close();
      }
    }
  }

  @Override
  protected COSString parseCOSString() throws IOException {
    long start = source.getPosition();
    COSString string = super.parseCOSString();
    budget.spend(Math.max(0, source.getPosition() - start));
    return string;
  }

  @Override
  protected COSName parseCOSName() throws IOException {
    long start = source.getPosition();
    COSName name = super.parseCOSName();
    budget.spend(Math.max(0, source.getPosition() - start));
    return name;
  }

  /**
   * Counts objects by calls of {@code peek}: PDFBox peeks at the first character of each object
   * that it parses or repairs, but not while it searches.
   */
  private static final class CountingFile extends RandomAccessReadBufferedFile {
    /** An object takes 10 to 150 bytes of heap, and two or three peeks; measured. */
    private static final long PEEK_BYTES = 72;

    private final DocumentBudget budget;

    CountingFile(Path file, DocumentBudget budget) throws IOException {
      super(file);
      this.budget = budget;
    }

    @Override
    public int peek() throws IOException {
      budget.spend(PEEK_BYTES);
      return super.peek();
    }

    @Override
    public int read() throws IOException {
      budget.step(); // also while PDFBox searches a damaged file
      return super.read();
    }

    @Override
    public boolean isEOF() throws IOException {
      return getPosition() >= length();
    }
  }

  /** A document whose streams count what they decode. */
  private static final class BoundedDocument extends COSDocument {
    private final RandomAccessStreamCache cache;
    private final ICOSParser parser;
    private final DocumentBudget budget;

    BoundedDocument(RandomAccessStreamCache cache, ICOSParser parser, DocumentBudget budget) {
      super(() -> cache, parser);
      this.cache = cache;
      this.parser = parser;
      this.budget = budget;
    }

    @Override
    public COSStream createCOSStream(COSDictionary dictionary, long start, long length)
        throws IOException {
      COSStream stream =
          new BoundedStream(cache, parser.createRandomAccessReadView(start, length), budget);
      dictionary.forEach(stream::setItem);
      stream.setKey(dictionary.getKey());
      return stream;
    }
  }

  /** Counts each entry before it is stored: a stream of a few bytes can declare two billion. */
  private static final class BoundedXref extends XrefTrailerResolver {
    private final DocumentBudget budget;

    BoundedXref(DocumentBudget budget) {
      this.budget = budget;
    }

    @Override
    public void nextXrefObj(long start, XRefType type) {
      budget.spend(2 * XREF_ENTRY_BYTES);
      super.nextXrefObj(start, type);
    }

    @Override
    public void setXRef(COSObjectKey key, long offset) {
      budget.spend(XREF_ENTRY_BYTES);
      super.setXRef(key, offset);
    }
  }
}
