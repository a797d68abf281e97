package io.github.flippingbookemulator.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.CookieClient;
import io.github.flippingbookemulator.testkit.CookieClient.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An emulator with a frozen clock and one publication, and the events of its readers. */
final class ReaderActions implements AutoCloseable {
  final Emulator emulator = Emulator.start(EmulatorOptions.defaults().speed(0));
  final Api api = new Api(emulator);
  final CookieClient browser = new CookieClient(emulator.uri());
  final List<ReaderEvent> events = new CopyOnWriteArrayList<>();
  final String id;
  final String hashId;

  ReaderActions(byte[] pdf) {
    emulator.events().on(ReaderEvent.class, events::add);
    id = api.publish(pdf);
    emulator.clock().advance(Duration.ofMinutes(1));
    hashId = api.get(publication()).ok().text("/publication/hashId");
  }

  String publication() {
    return "/fbonline/publication/" + id;
  }

  String view() {
    return "/view/" + hashId + "/";
  }

  String content(String file) {
    return "/content/" + hashId + "/" + file;
  }

  void customize(String json) {
    api.post(publication() + "/customize", json).ok();
  }

  /** Creates a tracked link. */
  Tracked trackedLink() {
    return trackedLink("false");
  }

  /** Creates a tracked link that expires unless it is opened before a time. */
  Tracked trackedLink(Instant until) {
    return trackedLink("'" + until + "'");
  }

  private Tracked trackedLink(String until) {
    String body = "{title: 'A link', publicationUid: '%s', onNotOpenedUntil: %s}";
    JsonNode link = links("", "POST", body.formatted(id, until));
    return new Tracked(link.at("/id").textValue(), link.at("/urlName").textValue());
  }

  /** A tracked link. */
  record Tracked(String id, String urlName) {
    String path() {
      return "/link/" + urlName;
    }
  }

  JsonNode tracked(Tracked link) {
    return links("/" + link.id(), "GET", "");
  }

  void change(Tracked link, String newState) {
    links("/" + link.id(), "PUT", "{newState: '%s'}".formatted(newState));
  }

  private JsonNode links(String path, String method, String body) {
    Response answer =
        browser.send(
            browser
                .request("/api/v1/fbonline/tracked_links" + path)
                .header("Authorization", "Bearer " + emulator.apiKey())
                .method(method, BodyPublishers.ofString(body)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    try {
      return new ObjectMapper().readTree(answer.response().body()).at("/links/0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the events of a type. */
  <E extends ReaderEvent> List<E> events(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void close() {
    emulator.close();
  }
}
