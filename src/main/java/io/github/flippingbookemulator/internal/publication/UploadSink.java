package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.account.Account;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Takes the PDFs of publications. The package of sources implements it, so that publications do not
 * depend on sources.
 */
public interface UploadSink {
  /**
   * Adds a PDF as a new source of a publication.
   *
   * @param account the account
   * @param publicationId its publication, which exists and is not trashed
   * @param upload the PDF
   * @return the id of the new source; completes when the call may be answered
   */
  CompletableFuture<String> take(Account account, String publicationId, Upload upload);

  /**
   * Asks whether a test wants the next PDF to be refused, which is then done.
   *
   * @return the refusal; empty if the PDF can be taken
   */
  Optional<Refusal> refusal();

  /**
   * Takes the steps of conversions that a request for a publication triggers.
   *
   * @param account the account
   * @param publicationId the publication
   * @return completes when the call may be answered
   */
  CompletableFuture<?> polled(Account account, String publicationId);
}
