package io.github.flippingbookemulator.internal.reader;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.http.Access;
import io.github.flippingbookemulator.internal.http.Answer;
import io.github.flippingbookemulator.internal.http.Call;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.publication.PasswordCookie;
import io.github.flippingbookemulator.internal.publication.PublicationUrls;
import io.github.flippingbookemulator.internal.reader.Readers.Target;
import io.github.flippingbookemulator.publication.Publication;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The pages at the URLs of publications and tracked links. Each load of a publication begins a
 * visit; the password page and the error page begin none.
 */
public final class ReaderRoutes {
  private static final String LINK = "/link/{urlName}";
  private static final String ASSETS = "/reader/assets/";
  private static final String NOTHING_HERE =
      "The publication may have been deleted, its first PDF may still be converting, or the link"
          + " may have been switched off or have expired. Whoever sent you the address can tell.";

  private final Readers readers;
  private final PasswordCookie passwordCookie;
  private final ReaderPages pages = new ReaderPages();

  /**
   * Creates the routes.
   *
   * @param readers begins the visits
   * @param passwordCookie makes the cookie for the right password
   */
  public ReaderRoutes(Readers readers, PasswordCookie passwordCookie) {
    this.readers = readers;
    this.passwordCookie = passwordCookie;
  }

  /**
   * Adds the pages to the table.
   *
   * @param endpoints the table
   */
  public void addTo(Endpoints<Account> endpoints) {
    Function<Call<Account>, Target> publication = call -> readers.publication(call.id("hashId"));
    // Before the path with a number, which it would match.
    addPage(endpoints, PublicationUrls.VIEW + "/index.html", publication, call -> 1);
    addPage(endpoints, PublicationUrls.VIEW, publication);
    addPage(endpoints, LINK, call -> readers.link(call.id("urlName")));
    addAsset(endpoints, "reader.css", "text/css;charset=utf-8");
    addAsset(endpoints, "icon.svg", "image/svg+xml");
    addAsset(endpoints, "reader.js", "text/javascript;charset=utf-8");
  }

  private void addPage(
      Endpoints<Account> endpoints, String path, Function<Call<Account>, Target> target) {
    addPage(endpoints, path, target, call -> 1);
    addPage(endpoints, path + "/{page}", target, ReaderRoutes::page);
  }

  private void addPage(
      Endpoints<Account> endpoints,
      String path,
      Function<Call<Account>, Target> target,
      Function<Call<Account>, Integer> page) {
    endpoints.addForPeople(
        "GET", path, call -> show(call, target.apply(call), page.apply(call)), this::missing);
    endpoints.addForPeople(
        "POST", path, call -> enter(call, target.apply(call), page.apply(call)), this::missing);
  }

  private static void addAsset(Endpoints<Account> endpoints, String name, String type) {
    Map<String, String> headers =
        Map.of("Cache-Control", "no-cache", "X-Content-Type-Options", "nosniff");
    endpoints.add(
        "GET",
        ASSETS + name,
        Access.NOTHING,
        call -> new Answer.File(200, type, Template.resource(name), headers));
  }

  private Answer show(Call<Account> call, Target target, int page) {
    Publication publication = target.publication();
    String pass = call.cookie(passwordCookie.cookie(publication)).orElse("");
    if (!passwordCookie.opens(publication, pass)) {
      return page(200, pages.gate(publication, false));
    }
    int shown = Math.max(1, Math.min(page, publication.content().totalPages()));
    // A HEAD request is of a program that checks the URL: nobody reads.
    Visit visit = call.isHead() ? readers.preview(target) : readers.begin(target);
    Html html =
        pages.view(publication, address(target), shown, visit, readers.leadForm(publication.id()));
    return page(200, html);
  }

  /** Redirects a reader who knows the password; the visit begins with the redirected request. */
  private Answer enter(Call<Account> call, Target target, int page) {
    Publication publication = target.publication();
    String password = publication.customization().password();
    if (call.isCrossSite()
        || !password.isEmpty() && !call.form("password").equals(List.of(password))) {
      return page(403, pages.gate(publication, true));
    }
    String secure = call.baseUrl().startsWith("https:") ? "; Secure" : "";
    return new Answer.File(
        303,
        "text/plain",
        new byte[0],
        Map.of(
            "Location",
            address(target) + "/" + page + "/",
            "Set-Cookie",
            passwordCookie.cookie(publication)
                + "="
                + passwordCookie.of(publication)
                + "; Path=/; HttpOnly; SameSite=Lax"
                + secure));
  }

  private Answer.File missing(Refusal refusal) {
    int status = refusal.code().status();
    Html html =
        status == 404
            ? pages.missing("Nothing to read here", NOTHING_HERE)
            : pages.missing("That did not work", refusal.getMessage());
    return page(status, html);
  }

  private static String address(Target target) {
    return target
        .link()
        .map(link -> LINK.replace("{urlName}", link.urlName()))
        .orElse(PublicationUrls.VIEW.replace("{hashId}", target.publication().hashId()));
  }

  /**
   * Returns the page number in the path. It can exceed the last page, since a new PDF may be
   * shorter.
   */
  private static int page(Call<Account> call) {
    String page = call.id("page");
    if (!page.matches("\\d+")) {
      throw Refusal.of(ErrorCode.NOT_FOUND, "A page has a number, unlike '" + page + "'.");
    }
    return page.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(page);
  }

  /** Other sites may show a page in a frame, because publications are meant to be embedded. */
  private static Answer.File page(int status, Html html) {
    return new Answer.File(
        status,
        "text/html;charset=utf-8",
        html.markup().getBytes(StandardCharsets.UTF_8),
        Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                + " form-action 'self'; base-uri 'none'; img-src 'self'",
            "Cache-Control",
            "no-store",
            "Referrer-Policy",
            "same-origin", // a stricter policy would make forms send no origin
            "X-Content-Type-Options",
            "nosniff"));
  }
}
