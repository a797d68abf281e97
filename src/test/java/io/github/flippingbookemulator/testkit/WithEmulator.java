package io.github.flippingbookemulator.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.reader.VisitControl;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.Delivery.State;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What tests of links, triggers and readers do again and again. The clock stands still, and
 * conversions are done at once.
 */
public abstract class WithEmulator {
  public static final ObjectMapper JSON = new ObjectMapper();
  public static final String LINKS = "/fbonline/tracked_links";
  public static final String TRIGGERS = "/fbonline/triggers";
  private static final byte[] PDF = TestPdfs.pages(3);

  /** Starts and stops the emulator, as in all other tests. */
  @RegisterExtension final TestEmulator service = TestEmulator.with(options());

  public Emulator emulator;
  public Api api;

  @BeforeEach
  void takeEmulator() {
    emulator = service.emulator();
    api = service.api();
  }

  protected EmulatorOptions options() {
    return EmulatorOptions.defaults()
        .speed(0)
        .pace(Pace.IMMEDIATE)
        .webhookTimeout(Duration.ofMillis(400));
  }

  /** Lets all deliveries and other work in the background end. */
  public void settle() {
    emulator.clock().advance(Duration.ZERO);
  }

  public void advance(Duration time) {
    emulator.clock().advance(time);
  }

  /** The API as another account sees it. */
  public Api stranger() {
    AccountControl other = emulator.accounts().open(AccountOptions.defaults());
    return api.as(other.apiKey());
  }

  /** Makes a publication of three pages that can be read, and returns its id. */
  public String publish() {
    return publish("Spring");
  }

  public String publish(String name) {
    return api.post(
            "/fbonline/publication",
            "{name: '%s', filename: 'a.pdf', data: '%s'}".formatted(name, Api.base64(PDF)))
        .ok()
        .text("/id");
  }

  public String addSource(String publicationId) {
    return api.post(
            "/fbonline/publication/" + publicationId + "/source",
            "{filename: 'b.pdf', data: '%s'}".formatted(Api.base64(PDF)))
        .ok()
        .text("/id");
  }

  public String hashId(String publicationId) {
    return api.get("/fbonline/publication/" + publicationId).ok().text("/publication/hashId");
  }

  public String canonicalLink(String publicationId) {
    return api.get("/fbonline/publication/" + publicationId)
        .ok()
        .text("/publication/canonicalLink");
  }

  /** Makes a link with these settings, as the inside of a JSON object, and returns it. */
  public JsonNode link(String publicationId, String settings) {
    return api.post(LINKS, "{publicationUid: '%s', %s}".formatted(publicationId, settings))
        .ok()
        .at("/links/0");
  }

  public JsonNode link(String publicationId) {
    return link(publicationId, "");
  }

  public JsonNode readLink(JsonNode link) {
    return api.get(path(link)).ok().at("/links/0");
  }

  public JsonNode changeLink(JsonNode link, String body) {
    return api.put(path(link), body).ok().at("/links/0");
  }

  public static String path(JsonNode link) {
    return LINKS + "/" + id(link);
  }

  public static String id(JsonNode json) {
    return json.get("id").textValue();
  }

  public VisitControl open(JsonNode link) {
    return emulator.readers().openLink(link.get("urlName").textValue());
  }

  /** Makes a trigger of the whole account that tells an inbox. */
  public InboxControl trigger(String... events) {
    InboxControl inbox = emulator.inbox("all");
    trigger(inbox, "", events);
    return inbox;
  }

  /** Makes a trigger with further properties, each with a comma before it. */
  public String trigger(InboxControl inbox, String more, String... events) {
    return createTrigger(inbox.url().toString(), more, events).ok().text("/id");
  }

  public Reply createTrigger(String endpoint, String more, String... events) {
    return api.post(
        TRIGGERS,
        "{trigger: {events: ['%s'], endpoint: '%s'%s}}"
            .formatted(String.join("', '", events), endpoint, more));
  }

  /** What an inbox has got when all deliveries are done. */
  public List<JsonNode> received(InboxControl inbox) {
    settle();
    return inbox.messages().stream().map(message -> json(message.body())).toList();
  }

  /** What the events that an inbox has got are about. */
  public List<String> objects(InboxControl inbox) {
    return received(inbox).stream().map(body -> body.get("objectId").textValue()).toList();
  }

  /** How far all deliveries are, oldest first. */
  public List<State> states() {
    return emulator.deliveries().all().stream().map(Delivery::state).toList();
  }

  /** The names of the events that an inbox has got. */
  public List<String> events(InboxControl inbox) {
    return received(inbox).stream().map(body -> body.get("event").textValue()).toList();
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
