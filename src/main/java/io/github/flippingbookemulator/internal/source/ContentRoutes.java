package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.account.Accounts;
import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.http.Access;
import io.github.flippingbookemulator.internal.http.Answer;
import io.github.flippingbookemulator.internal.http.Call;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.http.Endpoints.Action;
import io.github.flippingbookemulator.internal.publication.PasswordCookie;
import io.github.flippingbookemulator.internal.publication.PublicationUrls;
import io.github.flippingbookemulator.internal.publication.Publications;
import io.github.flippingbookemulator.internal.source.Sources.ActivePdf;
import io.github.flippingbookemulator.publication.Publication;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The files below a publication's content root: its covers and its PDF (O), and its pages and their
 * links (E). If the publication has a password, all but the cover need the reader's cookie (E).
 */
public final class ContentRoutes {
  private static final String JPEG = "image/jpeg";

  /** The longer sides of covers in pixels, as in their file names (O). */
  private static final int[] COVER_SIDES = {300, 600, 2000};

  private static final int DASHBOARD_SIDE = 600;

  /** The same covers for the dashboard, whose requests are not in the journal. */
  private static final String DASHBOARD_COVERS = Endpoints.DASHBOARD_FILES + "covers/{hashId}.jpg";

  private final Accounts accounts;
  private final PerAccount<Publications> publications;
  private final AllSources sources;
  private final PasswordCookie passwordCookie;

  /**
   * Makes the routes.
   *
   * @param accounts all accounts, since a hash id does not say which account it belongs to
   * @param publications the publications of each account
   * @param sources the sources of each account
   * @param passwordCookie the cookie that readers of protected publications send
   */
  public ContentRoutes(
      Accounts accounts,
      PerAccount<Publications> publications,
      AllSources sources,
      PasswordCookie passwordCookie) {
    this.accounts = accounts;
    this.publications = publications;
    this.sources = sources;
    this.passwordCookie = passwordCookie;
  }

  /**
   * Adds the endpoints of the files.
   *
   * @param endpoints the table of all endpoints
   */
  public void addTo(Endpoints<Account> endpoints) {
    String root = PublicationUrls.CONTENT;
    for (int side : COVER_SIDES) {
      endpoints.add(
          "GET",
          root + "/cover" + side + ".jpg",
          Access.NOTHING,
          whileThere(
              call -> {
                if (!PublicationUrls.COVER.equals("cover" + side + ".jpg")) {
                  Reliance.on(Statement.PUBLICATION_FILES);
                }
                return cover(call, side);
              }));
    }
    endpoints.add(
        "GET", DASHBOARD_COVERS, Access.DASHBOARD, whileThere(call -> cover(call, DASHBOARD_SIDE)));
    endpoints.add("GET", root + "/pages/{page}.jpg", Access.NOTHING, whileThere(this::page));
    endpoints.add("GET", root + "/pages/{page}.json", Access.NOTHING, whileThere(this::links));
    endpoints.add("GET", root + "/" + PublicationUrls.PDF, Access.NOTHING, whileThere(this::pdf));
  }

  private Answer cover(Call<Account> call, int side) {
    Reliance.on(Statement.SOURCE_PICTURES);
    return Answer.after(
        sources.pictures().cover(shown(call).pdf, side), bytes -> new Answer.File(JPEG, bytes));
  }

  private Answer page(Call<Account> call) {
    Reliance.on(Statement.PUBLICATION_PAGE_PICTURES);
    Reliance.on(Statement.SOURCE_PICTURES);
    ActivePdf pdf = open(call).pdf;
    return Answer.after(
        sources.pictures().page(pdf, pageOf(pdf, call)), bytes -> new Answer.File(JPEG, bytes));
  }

  private Answer links(Call<Account> call) {
    ActivePdf pdf = open(call).pdf;
    return Answer.after(sources.links().of(pdf, pageOf(pdf, call)), Answer.Plain::new);
  }

  private Answer pdf(Call<Account> call) {
    Reliance.on(Statement.PUBLICATION_FILES);
    Shown shown = open(call);
    if (!Files.exists(shown.pdf.path())) {
      throw gone();
    }
    return new Answer.StoredFile(
        "application/pdf",
        shown.pdf.path(),
        Map.of(
            "Content-Disposition",
            DownloadName.attachment(shown.publication.details().name()),
            "X-Content-Type-Options",
            "nosniff"));
  }

  /** A reset may delete the files while a call is answered. */
  private static Action<Account> whileThere(Action<Account> action) {
    return call -> {
      try {
        Answer answer = action.answer(call);
        return answer instanceof Answer.Later later
            ? new Answer.Later(later.answer().handle(ContentRoutes::unlessGone))
            : answer;
      } catch (UnusableFile e) {
        throw gone();
      }
    };
  }

  private static Answer unlessGone(@Nullable Answer answer, @Nullable Throwable failure) {
    if (answer != null) {
      return answer;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnusableFile || cause instanceof CancellationException) {
        throw gone();
      }
    }
    throw new CompletionException(failure);
  }

  private static Refusal gone() {
    return nothing("it was deleted meanwhile, or the emulator was reset");
  }

  private static int pageOf(ActivePdf pdf, Call<Account> call) {
    String wanted = call.id("page");
    if (!wanted.matches("\\d+")) {
      throw Refusal.of(ErrorCode.NOT_FOUND, "Pages have numbers, unlike '" + wanted + "'.");
    }
    int page = wanted.length() <= 4 ? Integer.parseInt(wanted) : 0;
    if (page < 1 || page > pdf.pages()) {
      throw nothing("it has the pages 1 to " + pdf.pages() + ", not " + wanted);
    }
    return page;
  }

  private Shown open(Call<Account> call) {
    Shown shown = shown(call);
    String pass = call.cookie(passwordCookie.cookie(shown.publication)).orElse("");
    if (!passwordCookie.opens(shown.publication, pass)) {
      throw nothing("it is protected by a password, which its view page asks for");
    }
    return shown;
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
            .orElseThrow(() -> nothing("there is nothing to see of it yet"));
      }
    }
    throw Refusal.notFound("publication", hashId);
  }

  private record Shown(Publication publication, ActivePdf pdf) {}

  private static Refusal nothing(String why) {
    return Refusal.of(
        ErrorCode.OBJECT_NOT_FOUND, "There is no such file of this publication: " + why + ".");
  }
}
