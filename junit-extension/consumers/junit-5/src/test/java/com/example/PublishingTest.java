package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.junit.FlippingBookEmulator;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A client of the API without any library, as plain as can be. */
@FlippingBookEmulator
class PublishingTest {
  private static final String PDF = "https://files.example.com/brochure.pdf";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Emulator emulator;

  PublishingTest(Emulator emulator) {
    this.emulator = emulator;
  }

  @Test
  void a_pdf_becomes_a_publication_with_a_cover() throws Exception {
    emulator.files().register(PDF, brochure());

    HttpResponse<String> created =
        call("POST", "{name: 'Spring', /* relaxed JSON */ url: '" + PDF + "',}");
    assertEquals(200, created.statusCode(), created.body());

    emulator.conversions().finishAll();
    String publications = call("GET", "").body();
    assertEquals("Spring", property("name", publications));
    assertEquals("HasContent, Published, CompletedAllStages", property("state", publications));

    BufferedImage cover = ImageIO.read(URI.create(property("cover", publications)).toURL());
    assertTrue(isDrawnOn(cover), "the text of the page can be seen");
  }

  @Test
  void the_limits_of_a_full_plan_are_kept_and_told() throws Exception {
    emulator.accounts().defaultAccount().plan(new Plan(0, 0, 0, false));

    HttpResponse<String> refused = call("POST", "{name: 'Spring', url: '" + PDF + "'}");
    assertEquals(403, refused.statusCode(), refused.body());
    assertEquals("PublicationLimitExceeded", property("wellKnownError", refused.body()));
    assertEquals(1, emulator.journal().requests().size(), "another test's calls are not there");
  }

  private HttpResponse<String> call(String method, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(emulator.apiUrl() + "/fbonline/publication"))
            .header("Authorization", "Bearer " + emulator.apiKey())
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static byte[] brochure() throws IOException {
    try (InputStream pdf = PublishingTest.class.getResourceAsStream("/brochure.pdf")) {
      return pdf.readAllBytes();
    }
  }

  private static String property(String name, String json) {
    Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    assertTrue(matcher.find(), json);
    return matcher.group(1);
  }

  /** Whether there is something dark on the white page. */
  private static boolean isDrawnOn(BufferedImage page) {
    return IntStream.range(0, page.getWidth() * page.getHeight())
        .map(i -> page.getRGB(i % page.getWidth(), i / page.getWidth()) & 0xff)
        .anyMatch(blue -> blue < 64);
  }
}
