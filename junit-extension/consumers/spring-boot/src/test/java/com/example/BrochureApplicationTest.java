package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.FlippingBookClient.Created;
import com.example.FlippingBookClient.NewPublication;
import com.example.FlippingBookClient.Publication;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.junit.FlippingBookExtension;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** The whole application, in its servlet container, with the emulator for FlippingBook. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BrochureApplicationTest {
  private static final String PDF = "https://files.example.com/brochure.pdf";

  // docs: shown
  @RegisterExtension
  static final FlippingBookExtension FLIPPING_BOOK = FlippingBookExtension.create();

  @DynamicPropertySource
  static void flippingBook(DynamicPropertyRegistry properties) {
    properties.add("flippingbook.url", FLIPPING_BOOK::apiUrl);
    properties.add("flippingbook.key", FLIPPING_BOOK::apiKey);
  }

  // docs: end

  @LocalServerPort private int port;

  @Test
  void a_brochure_of_the_application_becomes_a_publication(Emulator emulator) throws IOException {
    emulator.files().register(PDF, brochure());
    RestClient application = RestClient.create("http://localhost:" + port + "/brochures");

    Created created =
        application.post().body(new NewPublication("Spring", PDF)).retrieve().body(Created.class);
    emulator.conversions().finishAll();

    assertThat(application.get().retrieve().body(Publication[].class))
        .containsExactly(
            new Publication(
                created.id(), "Spring", "HasContent, Published, CompletedAllStages", 2));
  }

  @Test
  void the_application_keeps_its_container_and_its_libraries(
      @Autowired ServletWebServerApplicationContext context) {
    assertThat(context.getWebServer()).isInstanceOf(TomcatWebServer.class);
    assertThat(context.getBean(JsonMapper.class)).isNotNull();
    assertThat(
            List.of(
                "org.eclipse.jetty.server.Server",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "com.github.benmanes.caffeine.cache.Cache",
                "kotlin.Unit"))
        .noneMatch(name -> ClassUtils.isPresent(name, null));
  }

  private static byte[] brochure() throws IOException {
    try (InputStream pdf = BrochureApplicationTest.class.getResourceAsStream("/brochure.pdf")) {
      return pdf.readAllBytes();
    }
  }
}
