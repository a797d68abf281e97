package io.github.flippingbookemulator.standalone;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * A program that uses every library in the jar: server, JSON5, PDF, fonts, cache and certificates.
 */
final class Publishing {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Publishing() {}

  /** Publishes a PDF and prints what can be seen of it. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (Emulator emulator = Emulator.start(EmulatorOptions.defaults().httpsPort(0));
        InputStream pdf = Publishing.class.getResourceAsStream("/brochure.pdf")) {
      String data = Base64.getEncoder().encodeToString(pdf.readAllBytes());
      HttpRequest.Builder call =
          HttpRequest.newBuilder(URI.create(emulator.apiUrl() + "/fbonline/publication"))
              .header("Authorization", "Bearer " + emulator.apiKey());
      CLIENT.send(
          call.POST(BodyPublishers.ofString("{name: 'Spring', /* JSON5 */ data: '" + data + "',}"))
              .build(),
          BodyHandlers.discarding());
      emulator.conversions().finishAll();
      String publications = CLIENT.send(call.GET().build(), BodyHandlers.ofString()).body();
      System.out.println("name: " + property("name", publications));
      System.out.println("state: " + property("state", publications));

      BufferedImage cover =
          ImageIO.read(new ByteArrayInputStream(get(property("cover", publications))));
      System.out.println("text on the cover: " + isDrawnOn(cover));

      String contract = new String(get(emulator.uri() + "/_emulator/openapi.yaml"));
      System.out.println("contract: " + contract.lines().findFirst().orElse(""));
      System.out.println("the application's font cache: " + System.getProperty("pdfbox.fontcache"));

      int status =
          HttpClient.newBuilder()
              .sslContext(emulator.sslContext())
              .build()
              .send(
                  HttpRequest.newBuilder(URI.create(emulator.httpsUri() + "/_emulator/ca.pem"))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode();
      System.out.println("by HTTPS: " + status);
    }
  }

  private static byte[] get(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return CLIENT.send(request, BodyHandlers.ofByteArray()).body();
  }

  private static String property(String name, String json) {
    Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    return matcher.find() ? matcher.group(1) : "none in " + json;
  }

  /** Whether there is something dark on the white page. */
  private static boolean isDrawnOn(BufferedImage page) {
    return IntStream.range(0, page.getWidth() * page.getHeight())
        .map(i -> page.getRGB(i % page.getWidth(), i / page.getWidth()) & 0xff)
        .anyMatch(blue -> blue < 64);
  }
}
