package io.github.flippingbookemulator.internal.reader;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.http.Answer;
import io.github.flippingbookemulator.internal.http.Call;
import io.github.flippingbookemulator.internal.http.Endpoints;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The endpoints to which a reader's page reports what the reader does. */
public final class ReportRoutes {
  private static final int LONGEST_URL = 2048;
  private static final Pattern URL = Pattern.compile("(?is)(https?://|mailto:).+");

  private final Readers readers;

  /**
   * Creates the routes.
   *
   * @param readers the readers whose actions are reported
   */
  public ReportRoutes(Readers readers) {
    this.readers = readers;
  }

  private interface Report {
    void tell(Visit visit, Call<Account> call);
  }

  /**
   * Adds the endpoints to the table.
   *
   * @param endpoints the table
   */
  public void addTo(Endpoints<Account> endpoints) {
    add(endpoints, "print", (visit, call) -> visit.print());
    add(endpoints, "download", (visit, call) -> visit.download());
    add(endpoints, "click", ReportRoutes::click);
    add(endpoints, "lead", this::lead);
    add(endpoints, "leave", (visit, call) -> visit.leave());
  }

  private void add(Endpoints<Account> endpoints, String what, Report report) {
    endpoints.addForPeople(
        "POST",
        "/reader/{sessionId}/" + what,
        call -> {
          if (call.isCrossSite()) {
            return text(403, "Only the reader's own page can report what the reader did.");
          }
          String id = call.id("sessionId");
          Visit visit =
              readers
                  .visit(id)
                  .orElseThrow(
                      () ->
                          Refusal.of(
                              ErrorCode.OBJECT_NOT_FOUND,
                              "There is no visit '" + id + "', or it has ended."));
          report.tell(visit, call);
          return text(204, "");
        },
        refusal -> text(refusal.code().status(), refusal.getMessage()));
  }

  private static void click(Visit visit, Call<Account> call) {
    String url = first(call.form("url"));
    String page = first(call.form("page"));
    if (url.length() > LONGEST_URL || !URL.matcher(url).matches()) {
      throw Refusal.badFormat("url: accepted is an address of http, https or mailto.");
    }
    if (!page.matches("[1-9]\\d{0,3}")) {
      throw Refusal.badFormat("page: accepted is the number of a page.");
    }
    visit.click(url, Integer.parseInt(page));
  }

  private void lead(Visit visit, Call<Account> call) {
    List<String> values = call.form("value");
    int fields = readers.leadForm(visit.session().publicationId()).size();
    if (values.size() != fields) {
      throw Refusal.badFormat("value: the form has " + fields + " fields, not " + values.size());
    }
    visit.submitLead(values.toArray(String[]::new));
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.get(0);
  }

  private static Answer.File text(int status, String text) {
    return new Answer.File(
        status,
        "text/plain;charset=utf-8",
        text.getBytes(StandardCharsets.UTF_8),
        Map.of("X-Content-Type-Options", "nosniff"));
  }
}
