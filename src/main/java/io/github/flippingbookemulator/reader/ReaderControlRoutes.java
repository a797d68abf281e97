package io.github.flippingbookemulator.reader;

import io.github.flippingbookemulator.account.Account;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.http.Answer;
import io.github.flippingbookemulator.http.Body;
import io.github.flippingbookemulator.http.Call;
import io.github.flippingbookemulator.http.Endpoints;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What readers do, without a browser: the same acts as in Java, over HTTP. */
public final class ReaderControlRoutes {
  private static final String VISITS = "/readers";
  private static final int LONGEST_VISIT = 1_000_000;

  private final Readers readers;

  /**
   * Makes the routes.
   *
   * @param readers the readers of all accounts
   */
  public ReaderControlRoutes(Readers readers) {
    this.readers = readers;
  }

  @FunctionalInterface
  private interface Act {
    void on(Visit visit, Body body);
  }

  /**
   * Adds the calls to the table.
   *
   * @param endpoints the table
   */
  public void addTo(Endpoints<Account> endpoints) {
    endpoints.addControl("POST", VISITS, this::open);
    add(endpoints, "print", (visit, body) -> visit.print());
    add(endpoints, "download", (visit, body) -> visit.download());
    add(endpoints, "click", ReaderControlRoutes::click);
    add(endpoints, "lead", this::lead);
    add(endpoints, "leave", (visit, body) -> visit.leave());
  }

  /**
   * Opens what is named by its hash id or, as a link, by its url name; for a time, if one is given.
   */
  private Answer open(Call<Account> call) {
    Body body = call.body();
    Optional<String> publication = body.text("publication").given();
    Optional<String> link = body.text("link").given();
    Optional<Integer> seconds = body.number("seconds", 0, LONGEST_VISIT).given();
    if (publication.isPresent() == link.isPresent()) {
      body.problem(
          "publication, link: one of the two is needed, a publication's hashId or a link's"
              + " urlName.");
    }
    body.check();
    Visit visit =
        publication.map(readers::open).orElseGet(() -> readers.openLink(link.orElseThrow()));
    seconds.map(Duration::ofSeconds).ifPresent(visit::leaveAfter);
    return Answer.ok().and("session", visit.session().id());
  }

  private void add(Endpoints<Account> endpoints, String what, Act act) {
    endpoints.addControl(
        "POST",
        VISITS + "/{sessionId}/" + what,
        call -> {
          String id = call.id("sessionId");
          Visit visit =
              readers.visit(id).orElseThrow(() -> Refusal.notFound("visit that goes on", id));
          act.on(visit, call.body());
          return Answer.ok();
        });
  }

  private static void click(Visit visit, Body body) {
    Optional<String> url = body.text("url").given();
    Optional<Integer> page = body.number("page", 1, 2000).given();
    if (url.isEmpty()) {
      body.problem("url: the address that the clicked link leads to is needed.");
    }
    body.check();
    visit.click(url.orElseThrow(), page.orElse(1));
  }

  private void lead(Visit visit, Body body) {
    boolean skipped = body.flag("skipped").given().orElse(false);
    List<String> values = body.texts("values").given().orElse(List.of());
    int fields = readers.leadForm(visit.session().publicationId()).size();
    if (!skipped && values.size() != fields) {
      body.problem("values: the lead form has " + fields + " fields, not " + values.size() + ".");
    }
    body.check();
    if (skipped) {
      visit.skipLead();
    } else {
      visit.submitLead(values.toArray(String[]::new));
    }
  }
}
