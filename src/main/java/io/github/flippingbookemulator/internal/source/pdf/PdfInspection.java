package io.github.flippingbookemulator.internal.source.pdf;

import io.github.flippingbookemulator.internal.source.pdf.InspectionResult.Readable;
import io.github.flippingbookemulator.internal.source.pdf.InspectionResult.Refused;
import io.github.flippingbookemulator.internal.time.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.jspecify.annotations.Nullable;

/**
 * Checks a file for the reasons for which the service fails a conversion (D: not a PDF, unreadable,
 * password, XFA form, more than 500 MB, more than 2000 pages).
 *
 * <p>A file with only an owner password opens without a password, so it passes (E). No content of a
 * file makes the inspection throw, or take more than a {@link DocumentBudget}.
 */
public final class PdfInspection {
  /** 500 MB, taken as 500 MiB, the larger of its two meanings (E). */
  public static final long MOST_BYTES = 500L << 20;

  /** The documented limit (D). */
  static final int MOST_PAGES = 2000;

  /** How many bytes may precede the header, as common PDF viewers accept. */
  private static final int HEADER_WITHIN = 1024;

  /** The pointer to the cross-reference table; an end marker and junk may follow it. */
  private static final Pattern END = Pattern.compile("startxref\\s+\\d+");

  private static final int END_WITHIN = 4096;

  private static final String HEADER = "%PDF-";

  private static final int LONGEST_DETAIL = 200;

  private PdfInspection() {}

  /**
   * Inspects a file. Blocks, usually for milliseconds.
   *
   * @param file a file that does not change meanwhile
   * @param deadline when it must have ended
   * @return the number of pages, or the reason for which the conversion fails
   */
  public static InspectionResult inspect(Path file, Deadline deadline) {
    try {
      long bytes = Files.size(file);
      if (bytes > MOST_BYTES) {
        return new Refused(
            "The file has " + bytes + " bytes; 500 MB (" + MOST_BYTES + " bytes) are accepted.");
      }
      String start = start(file);
      if (!start.contains(HEADER)) {
        return new Refused(notAPdf(start));
      }
      // PDFBox would repair a truncated file and show the pages that are left.
      return END.matcher(end(file)).find()
          ? parse(file, deadline)
          : new Refused(
              "The PDF is cut short: its end is missing, which says where its parts are.");
    } catch (IOException e) {
      return new Refused("The file cannot be read from the disk.");
    }
  }

  private static InspectionResult parse(Path file, Deadline deadline) {
    PdfLogs.silence();
    DocumentBudget budget = DocumentBudget.forInspection(deadline);
    try (PDDocument document = BoundedParser.open(file, budget)) {
      InspectionResult verdict = judge(document);
      return budget.exceeded() == null ? verdict : unreadable(budget.exceeded());
    } catch (InvalidPasswordException e) {
      return new Refused("The PDF is protected by a password.");
    } catch (DocumentBudget.Exceeded e) {
      return unreadable(budget.exceeded());
    } catch (OutOfMemoryError e) {
      return unreadable("it needs more memory than there is");
    } catch (StackOverflowError e) {
      return unreadable("its objects are nested too deeply");
    } catch (IOException e) {
      return unreadable(budget.exceeded() == null ? sentence(e) : budget.exceeded());
    } catch (LinkageError e) {
      // Encryption with certificates needs a library that the emulator does not include.
      return unreadable("it is protected in a way that needs more than a password");
    } catch (RuntimeException e) {
      return unreadable("its structure is damaged"); // its message would be about our code
    }
  }

  private static InspectionResult judge(PDDocument document) throws IOException {
    PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
    if (form != null && form.hasXFA()) {
      return new Refused("The PDF contains an XFA form.");
    }
    // Both numbers must be within the limit. The declared one makes the exact message possible
    // without a long walk; the counted one is what can be shown.
    int declared = PageTree.declaredPages(document);
    if (declared > MOST_PAGES) {
      return new Refused("The PDF has " + declared + " pages; " + MOST_PAGES + " are accepted.");
    }
    int pages = PageTree.firstPages(document, MOST_PAGES + 1).size();
    if (pages > MOST_PAGES) {
      return new Refused("The PDF has more than " + MOST_PAGES + " pages.");
    }
    return pages == 0 ? new Refused("The PDF has no pages.") : new Readable(pages);
  }

  /** PDFBox's own message; that of a wrapped exception would name classes. */
  private static @Nullable String sentence(IOException e) {
    return e.getCause() == null ? e.getMessage() : null;
  }

  private static Refused unreadable(@Nullable String why) {
    String detail = why == null || why.isBlank() ? "its structure is damaged" : oneLine(why);
    return new Refused("The PDF cannot be read: " + detail + (detail.endsWith(".") ? "" : "."));
  }

  private static String start(Path file) throws IOException {
    try (InputStream input = Files.newInputStream(file)) {
      byte[] start = input.readNBytes(HEADER_WITHIN + HEADER.length());
      return new String(start, StandardCharsets.ISO_8859_1);
    }
  }

  private static String end(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer end = ByteBuffer.allocate((int) Math.min(END_WITHIN, channel.size()));
      channel.position(channel.size() - end.capacity());
      while (end.hasRemaining() && channel.read(end) >= 0) {}
      return new String(end.array(), StandardCharsets.ISO_8859_1);
    }
  }

  private static String notAPdf(String start) {
    if (start.isEmpty()) {
      return "The file is not a PDF: it is empty.";
    }
    String shown = oneLine(start.substring(0, Math.min(20, start.length())));
    String more = start.length() > 20 ? "…" : "";
    return "The file is not a PDF: it starts with '"
        + shown
        + more
        + "' instead of "
        + HEADER
        + ".";
  }

  /** Makes text from a file or a library short printable ASCII on one line. */
  private static String oneLine(String text) {
    String plain = text.replaceAll("[^\\x20-\\x7E]+", " ").strip();
    return plain.length() > LONGEST_DETAIL ? plain.substring(0, LONGEST_DETAIL) + "…" : plain;
  }
}
