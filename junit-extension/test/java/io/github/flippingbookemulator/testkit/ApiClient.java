package io.github.flippingbookemulator.testkit;

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

/**
 * A client of the API for one account, as an application under test has it: it knows a URL and a
 * key, and does not depend on the emulator.
 */
public record ApiClient(URI api, String key) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");
  private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");
  private static final String PUBLICATIONS = "/fbonline/publication";

  public ApiClient(EmulatorControl emulator) {
    this(emulator.apiUrl(), emulator.apiKey());
  }

  public ApiClient(EmulatorControl emulator, AccountControl account) {
    this(emulator.apiUrl(), account.apiKey());
  }

  public HttpResponse<String> send(String method, String path, String body) {
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
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during a call", e);
    }
  }

  /** Returns the status of the answer. */
  public int get(String path) {
    return send("GET", path, "").statusCode();
  }

  /** Returns the body of the answer. */
  public String read(String path) {
    return send("GET", path, "").body();
  }

  /** Creates an object and returns its id. */
  public String create(String path, String body) {
    String answer = send("POST", path, body).body();
    Matcher id = ID.matcher(answer);
    if (!id.find()) {
      throw new IllegalStateException(answer);
    }
    return id.group(1);
  }

  /** Creates a publication without content and returns its id. */
  public String create() {
    return create(PUBLICATIONS, "{name: 'x'}");
  }

  /** Creates a publication of one page and returns its id. */
  public String publish() {
    return publish("x", 1);
  }

  /** Creates a publication, with pages if {@code pages} is not 0, and returns its id. */
  public String publish(String name, int pages) {
    String data = pages == 0 ? "" : ", data: '" + SmallPdf.base64(pages) + "'";
    return create(PUBLICATIONS, "{name: '%s'%s}".formatted(name, data));
  }

  /** Returns the status of the answer. */
  public int delete(String publication) {
    return send("DELETE", PUBLICATIONS + "/" + publication, "").statusCode();
  }

  /** Returns how many publications the account has. */
  public int publications() {
    Matcher total = TOTAL.matcher(read(PUBLICATIONS));
    return total.find() ? Integer.parseInt(total.group(1)) : -1;
  }

  /** Creates a tracked link and returns its id. */
  public String link(String publicationId, String more) {
    return create(
        "/fbonline/tracked_links", "{publicationUid: '%s', %s}".formatted(publicationId, more));
  }

  /** Creates a trigger and returns its id; {@code more} has a comma before each property. */
  public String trigger(URI endpoint, String more, String... events) {
    return create(
        "/fbonline/triggers",
        "{trigger: {endpoint: '%s', events: ['%s'] %s}}"
            .formatted(endpoint, String.join("', '", events), more));
  }
}
