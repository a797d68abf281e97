package io.github.flippingbookemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.internal.control.DashboardRoutes;
import io.github.flippingbookemulator.internal.source.pdf.LinkedPdf;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The files of the dashboard over HTTP; its functions are tested in a browser. */
class DashboardRoutesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml");

  @AutoClose final TestEmulator test = TestEmulator.frozen();

  @Test
  void the_page_is_at_the_root_and_forbids_whatever_comes_from_elsewhere() {
    HttpResponse<String> page = send("GET", "/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().map())
        .containsEntry("Content-Type", List.of("text/html;charset=utf-8"))
        .containsEntry("X-Content-Type-Options", List.of("nosniff"))
        .containsEntry("Referrer-Policy", List.of("no-referrer"))
        .containsEntry("Cache-Control", List.of("no-cache"));
    assertThat(header(page, "Content-Security-Policy").split("; "))
        .containsExactlyInAnyOrder(
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");
  }

  @Test
  void every_file_is_served_with_its_type_and_names_no_other_host() throws Exception {
    for (Path file : files()) {
      String name = file.getFileName().toString();
      HttpResponse<String> answer =
          send("GET", name.equals("index.html") ? "/" : "/dashboard/" + name);
      assertThat(answer.statusCode()).as(name).isEqualTo(200);
      assertThat(header(answer, "Content-Type"))
          .isEqualTo(TYPES.get(name.substring(name.indexOf('.') + 1)));
      assertThat(answer.body()).as(name).isEqualTo(Files.readString(file));
      assertThat(answer.body().replace("http://www.w3.org/2000/svg", ""))
          .as(name)
          .doesNotContain("http://", "https://");
    }
  }

  @Test
  void whatever_a_file_asks_for_is_there() throws Exception {
    Pattern reference = Pattern.compile("(?:from '\\.|(?:src|href)=\"/dashboard)/([^'\"]+)");
    for (Path file : files()) {
      List<String> names =
          reference.matcher(Files.readString(file)).results().map(m -> m.group(1)).toList();
      for (String name : names) {
        assertThat(send("GET", "/dashboard/" + name).statusCode()).as(name).isEqualTo(200);
      }
    }
  }

  @Test
  void nothing_turns_text_into_markup_or_code() throws Exception {
    Pattern dangerous =
        Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|eval\\(|Function\\("
                + "|setHTMLUnsafe|createContextualFragment|srcdoc|\\son\\w+=|<script>|style=");
    for (Path file : files()) {
      assertThat(dangerous.matcher(Files.readString(file)).results().map(MatchResult::group))
          .as(file.toString())
          .isEmpty();
    }
  }

  @Test
  void a_browser_that_has_a_file_is_not_sent_it_again() {
    String tag = header(send("GET", "/dashboard/main.js"), "ETag");
    assertThat(tag).matches("\"[0-9a-f]{24}\"");
    for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
      HttpResponse<String> answer = send("GET", "/dashboard/main.js", "If-None-Match", known);
      assertThat(answer.statusCode()).as(known).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
      assertThat(header(answer, "ETag")).isEqualTo(tag);
      assertThat(answer.headers().map()).doesNotContainKey("Content-Length");
    }
    String other = header(send("GET", "/"), "ETag");
    assertThat(other).isNotEqualTo(tag);
    assertThat(send("GET", "/dashboard/main.js", "If-None-Match", other).statusCode())
        .isEqualTo(200);
  }

  @Test
  void head_tells_what_get_would_without_its_body() {
    for (String path : List.of("/", "/dashboard/main.js", "/dashboard/base.css")) {
      HttpResponse<String> get = send("GET", path);
      HttpResponse<String> head = send("HEAD", path);
      assertThat(head.statusCode()).as(path).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      for (String name : List.of("ETag", "Content-Type", "Content-Length")) {
        assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
      }
    }
  }

  @Test
  void what_is_not_there_is_said_in_words() {
    for (String method : List.of("GET", "HEAD")) {
      HttpResponse<String> answer = send(method, "/dashboard/nothing.js");
      assertThat(answer.statusCode()).isEqualTo(404);
    }
    assertThat(send("GET", "/dashboard/nothing.js").body())
        .contains("The dashboard has no file 'nothing.js'.");
    for (String path :
        List.of("/dashboard/", "/dashboard/index.html", "/dashboard/..%2f..%2ffidelity.js")) {
      assertThat(send("GET", path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void who_watches_is_not_in_the_journal_but_a_client_with_a_wrong_address_is() {
    test.api().publish(new LinkedPdf(1, 420, 595).bytes());
    test.emulator().clock().advance(Duration.ofMinutes(1));
    String hashId = test.emulator().publications().all().get(0).hashId();
    send("GET", "/?from=a-bookmark");
    send("GET", "/dashboard/main.js");
    send("GET", "/dashboard/nothing.js");
    HttpResponse<String> cover = send("GET", "/dashboard/covers/" + hashId + ".jpg");
    assertThat(cover.statusCode()).isEqualTo(200);
    assertThat(header(cover, "Content-Type")).isEqualTo("image/jpeg");
    assertThat(test.emulator().journal().requests()).hasSize(1);

    assertThat(send("POST", "/").statusCode()).isEqualTo(404);
    assertThat(test.emulator().journal().requests()).hasSize(2);
  }

  private static List<Path> files() throws Exception {
    URI folder = DashboardRoutes.class.getResource("dashboard").toURI();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.sorted().toList();
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private HttpResponse<String> send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(test.emulator().uri() + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
