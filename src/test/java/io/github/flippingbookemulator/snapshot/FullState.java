package io.github.flippingbookemulator.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an emulator answers to every GET there is, by the path; without its own address. */
final class FullState {
  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  private final Emulator emulator;
  private final boolean pictures;
  private final Map<String, String> answers = new LinkedHashMap<>();
  private long account;

  private FullState(Emulator emulator, boolean pictures) {
    this.emulator = emulator;
    this.pictures = pictures;
  }

  /** All but pictures, which take their time. */
  static Map<String, String> of(Emulator emulator) {
    return of(emulator, false);
  }

  static Map<String, String> withPictures(Emulator emulator) {
    return of(emulator, true);
  }

  private static Map<String, String> of(Emulator emulator, boolean pictures) {
    FullState everything = new FullState(emulator, pictures);
    for (AccountControl account : emulator.accounts().all()) {
      if (!account.apiKeys().isEmpty()) {
        everything.add(account);
      }
    }
    return everything.answers;
  }

  private void add(AccountControl owner) {
    account = owner.id();
    Api api = new Api(emulator.uri(), owner.apiKey());
    for (String path :
        new String[] {
          "/auth/me",
          "/auth/key",
          "/fbonline/custom-domains",
          "/fbonline/folders",
          "/fbonline/webhook",
          "/fbonline/publication?count=3&offset=1"
        }) {
      add(api, path);
    }
    for (JsonNode link : add(api, "/fbonline/tracked_links?count=1000").at("/links")) {
      add(api, "/fbonline/tracked_links/" + link.get("id").textValue());
    }
    for (JsonNode each : add(api, "/fbonline/publication?count=1000").at("/publications")) {
      String path = "/fbonline/publication/" + each.get("id").textValue();
      add(api, path);
      for (JsonNode source : add(api, path + "/source").at("/sources")) {
        add(api, path + "/source/" + source.get("id").textValue());
      }
      add(api, path + "/trigger");
      addPages(each);
    }
  }

  private void addPages(JsonNode publication) {
    String root = path(publication.get("contentRoot").textValue());
    addRaw(path(publication.get("canonicalLink").textValue()));
    addRaw(root + "common/downloads/publication.pdf");
    if (pictures) {
      addRaw(path(publication.get("cover").textValue()));
    }
    for (int page = 1; page <= publication.get("totalPages").intValue(); page++) {
      if (pictures) {
        addRaw(root + "pages/" + page + ".jpg");
      }
      addRaw(root + "pages/" + page + ".json");
    }
  }

  private Reply add(Api api, String path) {
    Reply reply = api.get(path);
    answers.put(path + " of " + account, text(reply.response()));
    return reply;
  }

  /** What no client of the API asks for: the contract has it not. */
  private void addRaw(String path) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.uri() + path)).build();
    try {
      answers.put(path, text(BROWSER.send(request, BodyHandlers.ofByteArray())));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }

  private String text(HttpResponse<byte[]> response) {
    return response.statusCode()
        + " "
        + new String(response.body(), StandardCharsets.ISO_8859_1)
            .replace(emulator.uri().toString(), "http://emulator");
  }

  private String path(String url) {
    return url.replace(emulator.uri().toString(), "");
  }
}
