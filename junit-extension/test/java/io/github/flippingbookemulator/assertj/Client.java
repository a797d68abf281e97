package io.github.flippingbookemulator.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of the API for one account, with the calls that the tests need. */
record Client(URI api, String key) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");

  static Client of(EmulatorControl emulator, AccountControl account) {
    return new Client(emulator.apiUrl(), account.apiKey());
  }

  static Client of(EmulatorControl emulator) {
    return of(emulator, emulator.accounts().defaultAccount());
  }

  HttpResponse<String> send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + path))
            .header("Authorization", "Bearer " + key)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Creates an object and returns its id. */
  String make(String path, String body) {
    String answer = send("POST", path, body).body();
    Matcher id = ID.matcher(answer);
    assertThat(id.find()).as(answer).isTrue();
    return id.group(1);
  }

  /** Creates a publication, with pages if {@code pages} is not 0, and returns its id. */
  String publish(String name, int pages) {
    return make(
        "/fbonline/publication",
        "{name: '%s'%s}"
            .formatted(name, pages == 0 ? "" : ", data: '" + SmallPdf.base64(pages) + "'"));
  }

  String link(String publicationId, String more) {
    return make(
        "/fbonline/tracked_links", "{publicationUid: '%s', %s}".formatted(publicationId, more));
  }

  String trigger(URI endpoint, String more, String... events) {
    return make(
        "/fbonline/triggers",
        "{trigger: {endpoint: '%s', events: ['%s'] %s}}"
            .formatted(endpoint, String.join("', '", events), more));
  }
}
