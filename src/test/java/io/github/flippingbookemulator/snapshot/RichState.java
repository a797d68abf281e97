package io.github.flippingbookemulator.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.account.Folder;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.reader.Lead;
import io.github.flippingbookemulator.reader.VisitControl;
import io.github.flippingbookemulator.source.Outcome;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.SourceState;
import io.github.flippingbookemulator.testkit.Api;
import java.time.Duration;
import java.util.List;

/**
 * A bit of everything: two accounts, publications in all conditions, conversions half-way, links
 * with statistics and windows, triggers of all scopes. The clock stands still.
 */
final class RichState {
  static final EmulatorOptions OPTIONS =
      EmulatorOptions.defaults().speed(0).seed(7).rateLimit(RateLimit.OFF);
  static final Duration WINDOW = Duration.ofDays(3);
  static final String REGISTERED = "https://files.example.com/registered.pdf";
  static final AccountOptions ANY_ACCOUNT = AccountOptions.defaults();
  static final Plan FULL = new Plan(1, 0, 0, true);
  static final Plan FOUR_TRIGGERS = new Plan(0, 0, 4, true);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] PDF = TestPdfs.pages(3);
  private static final byte[] OTHER_PDF = TestPdfs.pages(2);

  final String done;
  final String customized;
  final String trashed;
  final String halfWay;
  final String polled;
  final String stuck;
  final String otherAccounts;
  final JsonNode opened;
  final JsonNode openedOnce;
  final JsonNode watched;
  final String otherKey;

  private final Emulator emulator;
  private final Api api;

  private RichState(Emulator emulator) {
    this.emulator = emulator;
    api = new Api(emulator);
    AccountControl account = emulator.accounts().defaultAccount();
    account.folders(List.of(new Folder("1", "Spring"), new Folder("2", "Été \"2030\" \\ 🌻")));
    account.domains(List.of("a.example.com", "b.example.com"));
    account.addKey();
    emulator.files().register(REGISTERED, OTHER_PDF);

    done = publish("{name: 'Done', folder: 1, description: 'line 1\\nline 2', %s}", PDF);
    customized = publish("{name: 'Customized — наш', domain: 'b.example.com', %s}", PDF);
    api.post(
            "/fbonline/publication/" + customized + "/customize",
            "{setPasswordProtection: 'auto', hardCover: true, enableRtl: true, theme: 'dark',"
                + " logoUrl: 'https://example.com/logo.png'}")
        .ok();
    trashed = publish("{name: 'Trashed', %s}", PDF);
    emulator.conversions().finishAll();
    emulator.publications().seo(done, true);
    emulator.readers().leadForm(done, form());
    advance(Duration.ofMinutes(5));

    opened = link(done, "title: 'For Ada', onViewTrigger: true, onDownload: true");
    watched = link(done, "onNotOpenedUntil: '%s'".formatted(emulator.clock().now().plus(WINDOW)));
    openedOnce = link(done, "onViewTriggerSingle: true");
    link(customized, "title: 'Gone'");
    JsonNode deleted = link(customized, "title: 'Deleted'");
    api.put("/fbonline/tracked_links/" + deleted.get("id").textValue(), "{newState: 'Delete'}");
    visit();
    trigger("{triggerOn: ['publication'], events: ['created', 'updated', 'deleted'], %s}", "all");
    trigger(
        "{events: ['session', 'print'], limitTo: {parentObject: 'publication', parentObjectId: '"
            + done
            + "'}, %s}",
        "done");
    trigger(
        "{events: ['notViewedUntil'], limitTo: {parentObject: 'trackedlink', parentObjectId: '"
            + watched.get("id").textValue()
            + "'}, %s}",
        "watched");
    api.delete("/fbonline/publication/" + trashed).ok();
    advance(Duration.ofSeconds(1).plusMillis(5));

    halfWay = publish("{name: 'Half-way', %s}", PDF);
    addSource(done, OTHER_PDF);
    addSource(done, PDF);
    addSource(halfWay, OTHER_PDF);
    api.post("/fbonline/publication", "{name: 'Failed', data: '***'}").ok();
    advance(Duration.ofMillis(3_050)); // the first two make pages, the third waits
    emulator.conversions().finishNextAfterPolls(4);
    polled = publish("{name: 'Polled', %s}", PDF);
    api.get("/fbonline/publication/" + polled).ok();
    emulator.conversions().nextOutcome(new Outcome.Stuck(SourceState.QUEUED));
    stuck = publish("{name: 'Stuck', %s}", PDF);
    advance(Duration.ofMillis(1));

    AccountControl other =
        emulator
            .accounts()
            .open(
                new AccountOptions(
                    "owner@example.com",
                    null,
                    List.of(),
                    new Plan(10, 11, 12, true),
                    List.of(),
                    List.of(new Folder("1", "Theirs"))));
    otherKey = other.apiKey();
    otherAccounts =
        api.as(otherKey).post("/fbonline/publication", "{name: 'Theirs', folder: 1}").text("/id");
    api.as(otherKey)
        .post("/fbonline/publication/" + otherAccounts + "/source", "{url: '" + REGISTERED + "'}")
        .ok();
    emulator.conversions().nextPace(Pace.IMMEDIATE);
    emulator.conversions().failNext("on demand");
    advance(Duration.ZERO);
  }

  static RichState in(Emulator emulator) {
    return new RichState(emulator);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private void visit() {
    String urlName = opened.get("urlName").textValue();
    VisitControl visit = emulator.readers().openLink(urlName);
    visit.download();
    visit.leaveAfter(Duration.ofSeconds(90));
    emulator.links().seen(opened.get("id").textValue());
    advance(Duration.ofSeconds(5));
    emulator.readers().openLink(urlName).leaveAfter(Duration.ofMillis(1_500));
    emulator.readers().openLink(openedOnce.get("urlName").textValue());
  }

  private static List<Lead.Field> form() {
    return List.of(
        new Lead.Field("Your name", Lead.Type.TEXT), new Lead.Field("E-mail", Lead.Type.EMAIL));
  }

  private String publish(String body, byte[] pdf) {
    return api.post("/fbonline/publication", withPdf(body, pdf)).ok().text("/id");
  }

  private void addSource(String publication, byte[] pdf) {
    api.post("/fbonline/publication/" + publication + "/source", withPdf("{%s}", pdf)).ok();
  }

  private static String withPdf(String body, byte[] pdf) {
    return body.formatted("filename: 'a.pdf', data: '" + Api.base64(pdf) + "'");
  }

  private JsonNode link(String publication, String settings) {
    return api.post(
            "/fbonline/tracked_links",
            "{publicationUid: '%s', %s}".formatted(publication, settings))
        .ok()
        .at("/links/0");
  }

  private void trigger(String trigger, String inbox) {
    String endpoint = "endpoint: '" + emulator.inbox(inbox).url() + "'";
    api.post("/fbonline/triggers", "{trigger: " + trigger.formatted(endpoint) + "}").ok();
  }

  private void advance(Duration time) {
    emulator.clock().advance(time);
  }
}
