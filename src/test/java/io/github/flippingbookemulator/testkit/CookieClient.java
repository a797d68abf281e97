package io.github.flippingbookemulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gets pages and sends forms, with cookies, as a browser without scripts does. */
public final class CookieClient {
  private static final Pattern SESSION = Pattern.compile("data-session=\"([0-9a-f]{32})\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(cookies).followRedirects(Redirect.NEVER).build();
  private final URI root;

  public CookieClient(URI root) {
    this.root = root;
  }

  /** A response. */
  public record Response(HttpResponse<byte[]> response) {
    public int status() {
      return response.statusCode();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Returns the id of the visit that the page began; fails if there is none. */
    public String session() {
      Matcher matcher = SESSION.matcher(text());
      assertThat(matcher.find()).as(text()).isTrue();
      return matcher.group(1);
    }
  }

  public Response get(String path) {
    return send(request(path).GET());
  }

  /** Sends a form; the fields are a name, its value, the next name and so on. */
  public Response post(String path, String... fields) {
    return send(form(path, fields));
  }

  public HttpRequest.Builder form(String path, String... fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(i == 0 ? "" : "&").append(encode(fields[i])).append('=');
      form.append(encode(fields[i + 1]));
    }
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form.toString()));
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root.resolve(path));
  }

  public Response send(HttpRequest.Builder request) {
    try {
      return new Response(client.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
