package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.internal.account.Account;
import java.util.concurrent.CompletableFuture;

/**
 * Where a publication's PDFs go: the sources take them, and know of publications, not vice versa.
 */
public interface UploadSink {
  /**
   * Takes in a PDF as a new source of a publication.
   *
   * @param account the account
   * @param publicationId its publication, which is there and not trashed
   * @param upload the PDF
   * @return the id of the new source; complete once the call that brought it may be answered
   */
  CompletableFuture<String> take(Account account, String publicationId, Upload upload);

  /**
   * Hears that a client asked for a publication, which may move its conversions on.
   *
   * @param account the account
   * @param publicationId the publication
   * @return complete once the call may be answered
   */
  CompletableFuture<?> polled(Account account, String publicationId);
}
