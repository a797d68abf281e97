package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.FlippingBookClient.Created;
import com.example.FlippingBookClient.NewPublication;
import com.example.FlippingBookClient.Publication;
import io.github.flippingbookemulator.Emulator;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

/** The whole application, in its servlet container, with the emulator for FlippingBook. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BrochureApplicationTest {
  private static final String PDF = "https://files.example.com/brochure.pdf";
  private static final Emulator EMULATOR = Emulator.start();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void flippingBook(DynamicPropertyRegistry properties) {
    properties.add("flippingbook.url", EMULATOR::apiUrl);
    properties.add("flippingbook.key", EMULATOR::apiKey);
  }

  @AfterAll
  static void stop() {
    EMULATOR.close();
  }

  @Test
  void a_brochure_of_the_application_becomes_a_publication() throws IOException {
    EMULATOR.files().register(PDF, brochure());
    RestClient application = RestClient.create("http://localhost:" + port + "/brochures");

    Created created =
        application.post().body(new NewPublication("Spring", PDF)).retrieve().body(Created.class);
    EMULATOR.conversions().finishAll();

    assertThat(application.get().retrieve().body(Publication[].class))
        .containsExactly(
            new Publication(
                created.id(), "Spring", "HasContent, Published, CompletedAllStages", 2));
  }

  private static byte[] brochure() throws IOException {
    try (InputStream pdf = BrochureApplicationTest.class.getResourceAsStream("/brochure.pdf")) {
      return pdf.readAllBytes();
    }
  }
}
