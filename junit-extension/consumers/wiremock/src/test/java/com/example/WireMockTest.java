package com.example;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.junit.Emulated;
import io.github.flippingbookemulator.junit.FlippingBookEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** WireMock is the web around the emulator: it serves the PDF and receives the webhook. */
@FlippingBookEmulator
class WireMockTest {
  @RegisterExtension
  static final WireMockExtension WEB =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  @Emulated private Emulator emulator;

  @Test
  void the_emulator_fetches_from_wiremock_and_calls_it_back() throws Exception {
    WEB.stubFor(get("/brochure.pdf").willReturn(aResponse().withBody(brochure())));
    WEB.stubFor(post("/hook").willReturn(ok()));

    call(
        "/fbonline/triggers",
        "{trigger: {triggerOn: ['publication'], events: ['created'], endpoint: '%s', limitTo: null}}"
            .formatted(WEB.url("/hook")));
    JsonNode created =
        call(
            "/fbonline/publication",
            "{name: 'Spring', url: '%s'}".formatted(WEB.url("/brochure.pdf")));
    emulator.conversions().finishAll();

    emulator.settle();
    WEB.verify(
        postRequestedFor(urlEqualTo("/hook"))
            .withRequestBody(matchingJsonPath("$.event", equalTo("created")))
            .withRequestBody(
                matchingJsonPath("$.objectId", equalTo(created.get("id").textValue()))));
  }

  private JsonNode call(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(emulator.apiUrl() + path))
                .header("Authorization", "Bearer " + emulator.apiKey())
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return json.readTree(answer.body());
  }

  private static byte[] brochure() throws IOException {
    try (InputStream pdf = WireMockTest.class.getResourceAsStream("/brochure.pdf")) {
      return pdf.readAllBytes();
    }
  }
}
