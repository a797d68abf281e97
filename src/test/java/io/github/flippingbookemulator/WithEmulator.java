package io.github.flippingbookemulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.flippingbookemulator.Api.Reply;
import io.github.flippingbookemulator.account.Account;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.reader.Visit;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.pdf.TestPdfs;
import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.Delivery.State;
import io.github.flippingbookemulator.trigger.Inbox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test with an emulator of its own: the clock stands still, conversions are done at once, and
 * calls are not slowed down.
 */
abstract class WithEmulator {
  static final ObjectMapper JSON = new ObjectMapper();
  static final String LINKS = "/fbonline/tracked_links";
  static final String TRIGGERS = "/fbonline/triggers";
  private static final byte[] PDF = TestPdfs.pages(3);

  Emulator emulator;
  Api api;

  @BeforeEach
  void start() {
    emulator = Emulator.start(options());
    api = new Api(emulator);
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  EmulatorOptions options() {
    return EmulatorOptions.defaults()
        .speed(0)
        .pace(Pace.IMMEDIATE)
        .webhookTimeout(Duration.ofMillis(400));
  }

  /** Lets all deliveries and other work in the background end. */
  void settle() {
    emulator.clock().advance(Duration.ZERO);
  }

  void advance(Duration time) {
    emulator.clock().advance(time);
  }

  /** The API as another account sees it. */
  Api stranger() {
    Account other = emulator.accounts().open(AccountOptions.defaults());
    return api.as(other.apiKey());
  }

  /** Makes a publication of three pages that can be read, and returns its id. */
  String publish() {
    return publish("Spring");
  }

  String publish(String name) {
    return api.post(
            "/fbonline/publication",
            "{name: '%s', filename: 'a.pdf', data: '%s'}".formatted(name, Api.base64(PDF)))
        .ok()
        .text("/id");
  }

  String addSource(String publicationId) {
    return api.post(
            "/fbonline/publication/" + publicationId + "/source",
            "{filename: 'b.pdf', data: '%s'}".formatted(Api.base64(PDF)))
        .ok()
        .text("/id");
  }

  String hashId(String publicationId) {
    return api.get("/fbonline/publication/" + publicationId).ok().text("/publication/hashId");
  }

  String canonicalLink(String publicationId) {
    return api.get("/fbonline/publication/" + publicationId)
        .ok()
        .text("/publication/canonicalLink");
  }

  /** Makes a link with these settings, as the inside of a JSON object, and returns it. */
  JsonNode link(String publicationId, String settings) {
    return api.post(LINKS, "{publicationUid: '%s', %s}".formatted(publicationId, settings))
        .ok()
        .at("/links/0");
  }

  JsonNode link(String publicationId) {
    return link(publicationId, "");
  }

  JsonNode readLink(JsonNode link) {
    return api.get(path(link)).ok().at("/links/0");
  }

  JsonNode changeLink(JsonNode link, String body) {
    return api.put(path(link), body).ok().at("/links/0");
  }

  static String path(JsonNode link) {
    return LINKS + "/" + id(link);
  }

  static String id(JsonNode json) {
    return json.get("id").textValue();
  }

  Visit open(JsonNode link) {
    return emulator.readers().openLink(link.get("urlName").textValue());
  }

  /** Makes a trigger of the whole account that tells an inbox. */
  Inbox trigger(String... events) {
    Inbox inbox = emulator.inbox("all");
    trigger(inbox, "", events);
    return inbox;
  }

  /** Makes a trigger with further properties, each with a comma before it. */
  String trigger(Inbox inbox, String more, String... events) {
    return createTrigger(inbox.url().toString(), more, events).ok().text("/id");
  }

  Reply createTrigger(String endpoint, String more, String... events) {
    return api.post(
        TRIGGERS,
        "{trigger: {events: ['%s'], endpoint: '%s'%s}}"
            .formatted(String.join("', '", events), endpoint, more));
  }

  /** What an inbox has got when all deliveries are done. */
  List<JsonNode> received(Inbox inbox) {
    settle();
    return inbox.messages().stream().map(message -> json(message.body())).toList();
  }

  /** What the events that an inbox has got are about. */
  List<String> objects(Inbox inbox) {
    return received(inbox).stream().map(body -> body.get("objectId").textValue()).toList();
  }

  /** How far all deliveries are, oldest first. */
  List<State> states() {
    return emulator.deliveries().all().stream().map(Delivery::state).toList();
  }

  /** The names of the events that an inbox has got. */
  List<String> events(Inbox inbox) {
    return received(inbox).stream().map(body -> body.get("event").textValue()).toList();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
