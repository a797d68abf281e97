package io.github.flippingbookemulator.internal.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a probe can do with a side, and what it has seen there. */
final class Steps {
  static final String PUBLICATIONS = "/fbonline/publication";
  static final String LINKS = "/fbonline/tracked_links";
  static final String TRIGGERS = "/fbonline/triggers";

  /** An id that no side has. */
  static final String UNKNOWN = "00000000000040008000000000000000";

  private static final int MOST_POLLS = 60;
  private static final Duration POLL = Duration.ofMillis(50);

  private final Side side;
  private final Map<Statement, List<Object>> seen = new EnumMap<>(Statement.class);

  Steps(Side side) {
    this.side = side;
  }

  /** Says what was seen about a statement; it can be said in several steps. */
  void observe(Statement statement, Object what) {
    seen.computeIfAbsent(statement, key -> new ArrayList<>()).add(what);
  }

  /** What was seen, normalized. */
  Map<Statement, String> seen() {
    Map<Statement, String> normal = new EnumMap<>(Statement.class);
    seen.forEach((statement, what) -> normal.put(statement, side.normalizer().normal(what)));
    return normal;
  }

  String key() {
    return side.key();
  }

  int refusals() {
    return side.client().refusals();
  }

  Reply send(ApiRequest request) {
    return side.client().send(request);
  }

  Reply get(String path) {
    return send(ApiRequest.get(path));
  }

  Reply post(String path, String body) {
    return send(ApiRequest.post(path, body));
  }

  /** Creates a publication from the sample and returns the answer. */
  JsonNode createPublication(Map<String, Object> more) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", side.creations().name());
    body.put("filename", side.creations().name() + ".pdf");
    body.put("data", SamplePdf.base64());
    body.putAll(more);
    body.values().removeIf(""::equals);
    JsonNode answer = create(PUBLICATIONS, body, "the new publication");
    side.creations().publication(answer.path("id").asText());
    return answer;
  }

  /** Creates a link to a publication and returns it. */
  JsonNode createLink(String publication, Map<String, Object> more) {
    Map<String, Object> body = new LinkedHashMap<>(more);
    body.put("publicationUid", publication);
    JsonNode link = create(LINKS, body, "the new link").at("/links/0");
    side.creations().link(link.path("id").asText());
    return link;
  }

  /** Tries to create something that should be refused; if it is not, it is removed all the same. */
  Reply tryToCreate(String path, String body) {
    Reply reply = createOrLose(path, body);
    if (reply.isSuccess()) {
      JsonNode json = reply.json();
      if (path.equals(LINKS)) {
        side.creations().link(json.at("/links/0/id").asText());
      } else if (path.startsWith(TRIGGERS) || path.endsWith("/trigger")) {
        side.creations().trigger(json.path("id").asText());
      }
    }
    return reply;
  }

  void remove(String path) {
    send(ApiRequest.of("DELETE", path)).ok("the removal");
    side.creations().removed(path.substring(path.lastIndexOf('/') + 1));
  }

  /** Waits for the end of the conversion of a new publication, and reads it. */
  JsonNode converted(String id) {
    return poll(
        "the conversion",
        () -> {
          JsonNode publication =
              get(PUBLICATIONS + "/" + id).ok("the publication").path("publication");
          return publication.path("state").asText().contains("CompletedAllStages")
              ? publication
              : null;
        });
  }

  /** A publication that the account has; the oldest one that can be read. */
  JsonNode anyPublication() {
    JsonNode all = get(PUBLICATIONS + "?count=100").ok("the list of publications");
    for (JsonNode each : all.path("publications")) {
      if (each.path("state").asText().contains("Published")) {
        return each;
      }
    }
    throw new CannotTell("the account has no publication that can be looked at");
  }

  /** An endpoint for triggers that are not to fire; it can be recognized. */
  String unusedEndpoint() {
    return "https://example.com/" + side.creations().name();
  }

  String inboxUrl() {
    return inbox().url();
  }

  /** Waits for a notification about an object. */
  String notification(String objectId) {
    return poll(
        "the notification",
        () ->
            inbox().bodies().stream()
                .filter(body -> body.contains(objectId))
                .findFirst()
                .orElse(null));
  }

  private EventInbox inbox() {
    EventInbox inbox = side.inbox();
    if (inbox == null) {
      throw new CannotTell("there is no inbox");
    }
    return inbox;
  }

  private <T> T poll(String what, Supplier<@Nullable T> look) {
    for (int i = 0; i < MOST_POLLS; i++) {
      T found = look.get();
      if (found != null) {
        return found;
      }
      side.pauses().pause(POLL); // for the own emulator, which is called without a real interval
      side.pauses().untilNext(Duration.ZERO);
    }
    throw new CannotTell(what + " took longer than " + MOST_POLLS + " looks");
  }

  private JsonNode create(String path, Map<String, Object> body, String what) {
    Reply reply = createOrLose(path, new String(Json.write(body), StandardCharsets.UTF_8));
    if (!reply.isSuccess()) {
      side.creations().answerLost(); // it failed, but perhaps only after it had made something
    }
    return reply.ok(what);
  }

  private Reply createOrLose(String path, String body) {
    try {
      Reply reply = post(path, body);
      reply.json();
      return reply;
    } catch (NoAnswer e) {
      side.creations().answerLost();
      throw e;
    }
  }
}
