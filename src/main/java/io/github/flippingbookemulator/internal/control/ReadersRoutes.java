package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.reader.Lead;
import io.github.flippingbookemulator.reader.ReadersControl;
import io.github.flippingbookemulator.reader.VisitControl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Simulates readers over HTTP, without a browser. */
public final class ReadersRoutes {
  private static final String VISIT = "/readers/{sessionId}";
  private static final String FORM = "/readers/lead-form/{publicationId}";
  private static final Duration LONGEST_VISIT = Duration.ofDays(365);

  private final EmulatorControl emulator;

  ReadersRoutes(EmulatorControl emulator) {
    this.emulator = emulator;
  }

  /**
   * Opens a publication by its hashId, or a link by its urlName. If a duration is given, the visit
   * ends at once and has this duration.
   */
  public record NewVisit(
      @Nullable String publication, @Nullable String link, @Nullable Duration seconds) {
    public NewVisit {
      if ((publication == null) == (link == null)) {
        throw new IllegalArgumentException(
            "publication, link: one of the two is needed, a publication's hashId or a link's"
                + " urlName.");
      }
      requireVisit(seconds);
    }
  }

  public record PrintedPages(@Nullable String pages) {}

  public record ClickedLink(String url, @Nullable Integer page) {
    public ClickedLink {
      if (page != null && (page < 1 || page > 2000)) {
        throw new IllegalArgumentException("page: a number from 1 to 2000, unlike " + page + ".");
      }
    }
  }

  public record SentLead(@Nullable List<String> values, @Nullable Boolean skipped) {}

  public record VisitEnd(@Nullable Duration after) {
    public VisitEnd {
      requireVisit(after);
    }
  }

  public record LeadForm(List<Lead.Field> fields) {}

  /** A visit that has begun. A record, since a {@code Map.of} has another order in each run. */
  public record OpenedVisit(boolean success, String session) {}

  void addTo(ControlEndpoints table) {
    table.ask("POST", "/readers", "Open a publication or a tracked link.", this::open);
    table.ask(
        "GET",
        FORM,
        "Read the lead form of a publication.",
        call -> Map.of("fields", readers().leadForm(call.id("publicationId"))));
    table.act(
        "PUT",
        FORM,
        "Set the lead form of a publication.",
        call -> readers().leadForm(call.id("publicationId"), call.body(LeadForm.class).fields()));
    table.ask("GET", VISIT, "Read the session of a visit.", call -> visit(call).session());
    add(
        table,
        "print",
        "Print pages, or all of them.",
        PrintedPages.class,
        (visit, body) -> {
          if (body.pages() == null) {
            visit.print();
          } else {
            visit.print(body.pages());
          }
        });
    add(
        table,
        "download",
        "Download the publication.",
        ControlOperation.Nothing.class,
        (visit, body) -> visit.download());
    add(
        table,
        "click",
        "Click a link in the publication.",
        ClickedLink.class,
        (visit, body) -> visit.click(body.url(), body.page() == null ? 1 : body.page()));
    add(
        table,
        "lead",
        "Send the lead form, or cause the event of a skipped one.",
        SentLead.class,
        this::lead);
    add(
        table,
        "leave",
        "Leave, after what the clock says or a time of one's choice.",
        VisitEnd.class,
        (visit, body) -> {
          if (body.after() == null) {
            visit.leave();
          } else {
            visit.leaveAfter(body.after());
          }
        });
  }

  private Object open(ControlCall call) {
    NewVisit body = call.body(NewVisit.class);
    VisitControl visit =
        body.publication() != null
            ? readers().open(body.publication())
            : readers().openLink(String.valueOf(body.link()));
    if (body.seconds() != null) {
      visit.leaveAfter(body.seconds());
    }
    return new OpenedVisit(true, visit.session().id());
  }

  private <B> void add(
      ControlEndpoints table,
      String what,
      String summary,
      Class<B> type,
      BiConsumer<VisitControl, B> how) {
    table.act(
        "POST", VISIT + "/" + what, summary, call -> how.accept(visit(call), call.body(type)));
  }

  private void lead(VisitControl visit, SentLead lead) {
    if (Boolean.TRUE.equals(lead.skipped())) {
      visit.skipLead();
      return;
    }
    List<String> values = lead.values() == null ? List.of() : lead.values();
    int fields = readers().leadForm(visit.session().publicationId()).size();
    if (values.size() != fields) {
      throw new IllegalArgumentException(
          "values: the lead form has " + fields + " fields, not " + values.size() + ".");
    }
    visit.submitLead(values.toArray(String[]::new));
  }

  private VisitControl visit(ControlCall call) {
    String id = call.id("sessionId");
    return readers()
        .visit(id)
        .map(visit -> (VisitControl) visit)
        .orElseThrow(() -> Refusal.notFound("visit that goes on", id));
  }

  private ReadersControl readers() {
    return emulator.readers();
  }

  private static void requireVisit(@Nullable Duration time) {
    if (time != null && (time.isNegative() || time.compareTo(LONGEST_VISIT) > 0)) {
      throw new IllegalArgumentException("A visit takes no time at least and a year at most.");
    }
  }
}
