package io.github.flippingbookemulator.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.reader.ReaderEvent.LeadSubmitted;
import io.github.flippingbookemulator.reader.ReaderEvent.LinkClicked;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.testkit.Api;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The actions of readers through the control plane. */
class ReaderControlTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final List<DomainEvent> events = new CopyOnWriteArrayList<>();

  @AutoClose
  private final Emulator emulator = Emulator.start(EmulatorOptions.defaults().pace(Pace.IMMEDIATE));

  private String hashId;

  @BeforeEach
  void publish() {
    Api api = new Api(emulator);
    String id = api.publish(TestPdfs.pages(2));
    hashId = api.get("/fbonline/publication/" + id).text("/publication/hashId");
    emulator.events().on(ReaderEvent.class, events::add);
  }

  @Test
  void a_visit_is_opened_acted_in_and_left() throws Exception {
    String visit = "/" + open("{publication: '%s'}".formatted(hashId));
    assertThat(post(visit + "/print", "").statusCode()).isEqualTo(200);
    assertThat(post(visit + "/download", "").statusCode()).isEqualTo(200);
    assertThat(post(visit + "/click", "{url: 'https://example.com/', page: 2}").statusCode())
        .isEqualTo(200);
    assertThat(post(visit + "/lead", "{values: ['<b>ann</b>@example.com']}").statusCode())
        .isEqualTo(200);
    assertThat(post(visit + "/leave", "").statusCode()).isEqualTo(200);

    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "SessionStarted",
            "Printed",
            "Downloaded",
            "LinkClicked",
            "LeadSubmitted",
            "SessionEnded");
    assertThat(((LinkClicked) events.get(3)).page()).isEqualTo(2);
    assertThat(((LeadSubmitted) events.get(4)).lead().answers().get(0).value())
        .isEqualTo("<b>ann</b>@example.com");
    assertThat(post(visit + "/print", "").statusCode()).isEqualTo(404);
  }

  @Test
  void a_link_is_opened_for_a_time() throws Exception {
    Api api = new Api(emulator);
    JsonNode link =
        api.post("/fbonline/tracked_links", "{publicationHashId: '%s'}".formatted(hashId))
            .ok()
            .at("/links/0");

    open("{link: '%s', seconds: 75}".formatted(link.at("/urlName").textValue()));

    String stats = "/fbonline/tracked_links/" + link.at("/id").textValue();
    assertThat(api.get(stats).at("/links/0/shortStats/fullStats/viewDuration").intValue())
        .isEqualTo(75);
  }

  @Test
  void what_is_wrong_is_said_in_words_with_a_status_of_4xx() throws Exception {
    assertThat(post("", "{}").statusCode()).isEqualTo(400);
    assertThat(post("", "{}").body()).contains("publication, link: one of the two is needed");
    assertThat(post("", "{publication: '123456789'}").statusCode()).isEqualTo(404);
    assertThat(post("", "{").statusCode()).isEqualTo(400);
    String visit = "/" + open("{publication: '%s'}".formatted(hashId));
    assertThat(post(visit + "/lead", "{values: []}").body()).contains("1 fields, not 0");
    assertThat(post(visit + "/click", "{}").body()).contains("url: ");
  }

  @Test
  void pages_of_other_sites_are_refused() throws Exception {
    HttpResponse<String> answer =
        CLIENT.send(
            request("", "{publication: '%s'}".formatted(hashId))
                .header("Origin", "https://evil.example")
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(events).isEmpty();
  }

  private String open(String body) throws Exception {
    HttpResponse<String> answer = post("", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body()).at("/session").textValue();
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return CLIENT.send(request(path, body).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String body) {
    return HttpRequest.newBuilder(URI.create(emulator.uri() + "/_emulator/readers" + path))
        .POST(BodyPublishers.ofString(body));
  }
}
