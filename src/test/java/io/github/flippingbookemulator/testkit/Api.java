package io.github.flippingbookemulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.contract.OpenApiContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/**
 * A client of the emulated API, as a test sees it. Every answer that it gets is held to the OpenAPI
 * document.
 */
public final class Api {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI root;
  private final String key;

  public Api(Emulator emulator) {
    this(emulator.uri(), emulator.apiKey());
  }

  public Api(URI root, String key) {
    this.root = root;
    this.key = key;
  }

  /** The API as another account uses it, which is opened for this. */
  public static Api ofNewAccount(Emulator emulator) {
    AccountControl account = emulator.accounts().open(AccountOptions.defaults());
    return new Api(emulator.uri(), account.apiKey());
  }

  /** The same API with another key. */
  public Api as(String otherKey) {
    return new Api(root, otherKey);
  }

  public Reply get(String path) {
    return send(request(path).GET());
  }

  public Reply post(String path, String body) {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  public Reply put(String path, String body) {
    return send(request(path).PUT(BodyPublishers.ofString(body)));
  }

  public Reply delete(String path) {
    return send(request(path).DELETE());
  }

  /** Follows an absolute URL of an answer. */
  public Reply follow(String method, String url) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + key)
            .method(method, BodyPublishers.noBody()));
  }

  public CompletableFuture<Reply> getLater(String path) {
    return CLIENT
        .sendAsync(request(path).GET().build(), BodyHandlers.ofByteArray())
        .thenApply(Api::checked);
  }

  /** Starts a request below the API's prefix, with the key. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + "/api/v1" + path))
        .header("Authorization", "Bearer " + key);
  }

  /** Starts a request of any path, without a key. */
  public HttpRequest.Builder rawRequest(String path) {
    return HttpRequest.newBuilder(URI.create(root + path));
  }

  public Reply send(HttpRequest.Builder request) {
    try {
      return checked(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Creates a publication from a PDF and returns its id. */
  public String publish(byte[] pdf) {
    return post("/fbonline/publication", "{\"data\": \"" + base64(pdf) + "\"}").ok().text("/id");
  }

  public static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Reply checked(HttpResponse<byte[]> response) {
    OpenApiContract.check(response);
    return new Reply(response);
  }

  /** An answer. */
  public record Reply(HttpResponse<byte[]> response) {
    public int status() {
      return response.statusCode();
    }

    public byte[] bytes() {
      return response.body();
    }

    public JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The value at a JSON pointer. */
    public JsonNode at(String pointer) {
      return json().at(pointer);
    }

    /** The text at a JSON pointer, which has to be there. */
    public String text(String pointer) {
      assertThat(at(pointer).isTextual()).as("%s in %s", pointer, json()).isTrue();
      return at(pointer).textValue();
    }

    public Reply ok() {
      assertThat(status()).as(new String(bytes())).isEqualTo(200);
      assertThat(at("/success").booleanValue()).isTrue();
      return this;
    }

    /** Requires an error in the default form and returns its message. */
    public String refused(int status, String code) {
      assertThat(status()).as(new String(bytes())).isEqualTo(status);
      assertThat(text("/wellKnownError")).as(new String(bytes())).isEqualTo(code);
      return text("/message");
    }
  }
}
