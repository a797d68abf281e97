package io.github.flippingbookemulator.source;

import io.github.flippingbookemulator.account.Account;
import io.github.flippingbookemulator.account.Accounts;
import io.github.flippingbookemulator.account.PerAccount;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.http.Access;
import io.github.flippingbookemulator.http.Answer;
import io.github.flippingbookemulator.http.Call;
import io.github.flippingbookemulator.http.Endpoints;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.publication.PublicationUrls;
import io.github.flippingbookemulator.publication.Publications;
import io.github.flippingbookemulator.source.Sources.ActivePdf;

/** The pictures below a publication's content root: its cover (O) and its pages (E). */
public final class PictureRoutes {
  private static final String JPEG = "image/jpeg";

  private final Accounts accounts;
  private final PerAccount<Publications> publications;
  private final AllSources sources;

  /**
   * Makes the routes.
   *
   * @param accounts all accounts: an address does not tell whose publication it is of
   * @param publications the publications of each account
   * @param sources the sources of each account
   */
  public PictureRoutes(
      Accounts accounts, PerAccount<Publications> publications, AllSources sources) {
    this.accounts = accounts;
    this.publications = publications;
    this.sources = sources;
  }

  /**
   * Adds the files to the table.
   *
   * @param endpoints the table
   */
  public void addTo(Endpoints<Account> endpoints) {
    String root = PublicationUrls.CONTENT;
    endpoints.add("GET", root + "/" + PublicationUrls.COVER, Access.NOTHING, this::cover);
    endpoints.add("GET", root + "/pages/{page}.jpg", Access.NOTHING, this::page);
  }

  private Answer cover(Call<Account> call) {
    return Answer.after(
        sources.pictures().cover(shown(call).pdf), bytes -> new Answer.File(JPEG, bytes));
  }

  private Answer page(Call<Account> call) {
    Shown shown = shown(call);
    if (!shown.publication.customization().password().isEmpty()) {
      throw noPicture("its pages are protected by a password");
    }
    String wanted = call.id("page");
    if (!wanted.matches("\\d+")) {
      throw Refusal.of(ErrorCode.NOT_FOUND, "Pages have numbers, unlike '" + wanted + "'.");
    }
    int page = wanted.length() <= 4 ? Integer.parseInt(wanted) : 0;
    if (page < 1 || page > shown.pdf.pages()) {
      throw noPicture("it has the pages 1 to " + shown.pdf.pages() + ", not " + wanted);
    }
    return Answer.after(
        sources.pictures().page(shown.pdf, page), bytes -> new Answer.File(JPEG, bytes));
  }

  private Shown shown(Call<Account> call) {
    String hashId = call.id("hashId");
    for (Account account : accounts.all()) {
      Publication publication = publications.of(account).byHashId(hashId).orElse(null);
      if (publication != null && !publication.isTrashed()) {
        return sources
            .of(account)
            .active(publication.id())
            .map(pdf -> new Shown(publication, pdf))
            .orElseThrow(() -> noPicture("there is nothing to see of it yet"));
      }
    }
    throw Refusal.notFound("publication", hashId);
  }

  private record Shown(Publication publication, ActivePdf pdf) {}

  private static Refusal noPicture(String why) {
    return Refusal.of(
        ErrorCode.OBJECT_NOT_FOUND, "There is no such picture of this publication: " + why + ".");
  }
}
