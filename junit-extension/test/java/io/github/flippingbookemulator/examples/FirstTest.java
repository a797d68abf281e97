package io.github.flippingbookemulator.examples;

// docs: shown
import static io.github.flippingbookemulator.assertj.EmulatorAssertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.junit.FlippingBookEmulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@FlippingBookEmulator
class FirstTest {
  @Test
  void publishes_a_catalog(Emulator flippingBook) throws Exception {
    byte[] pdf = FirstTest.class.getResourceAsStream("catalog.pdf").readAllBytes();
    String data = Base64.getEncoder().encodeToString(pdf);
    HttpRequest publish =
        HttpRequest.newBuilder(URI.create(flippingBook.apiUrl() + "/fbonline/publication"))
            .header("Authorization", "Bearer " + flippingBook.apiKey())
            .POST(BodyPublishers.ofString("{name: 'Spring', data: '%s'}".formatted(data)))
            .build();

    HttpClient.newHttpClient().send(publish, BodyHandlers.discarding());
    flippingBook.conversions().finishAll();

    assertThat(flippingBook).publications().named("Spring").single().isConverted().hasPages(12);
  }
}
// docs: end
