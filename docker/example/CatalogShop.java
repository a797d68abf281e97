import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An application that publishes a catalog and is told by webhook when it can be read. It knows FLIPPINGBOOK_URL and
 * FLIPPINGBOOK_KEY, and WEBHOOK_URL, where others reach its port 9000; that there is an emulator it does not know.
 */
public class CatalogShop {
  private static final String PDF =
      """
      %PDF-1.4
      1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
      2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
      3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 420 595]>> endobj
      trailer <</Root 1 0 R>>
      startxref
      0
      %%EOF
      """;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  public static void main(String[] arguments) throws Exception {
    BlockingQueue<String> webhooks = new LinkedBlockingQueue<>();
    HttpServer server = HttpServer.create(new InetSocketAddress(9000), 0);
    server.createContext(
        "/",
        exchange -> {
          webhooks.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();

    post(
        "/fbonline/triggers",
        "{\"trigger\": {\"events\": [\"created\"], \"endpoint\": \"%s\"}}".formatted(System.getenv("WEBHOOK_URL")));
    String data = Base64.getEncoder().encodeToString(PDF.getBytes(StandardCharsets.US_ASCII));
    System.out.println("Published: " + post("/fbonline/publication", "{\"name\": \"Spring\", \"data\": \"" + data + "\"}"));

    String told = webhooks.poll(60, TimeUnit.SECONDS);
    if (told == null) {
      throw new IOException("no webhook within 60 s");
    }
    System.out.println("Told by webhook: " + told);
    server.stop(0);
  }

  private static String post(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(System.getenv("FLIPPINGBOOK_URL") + path))
            .header("Authorization", "Bearer " + System.getenv("FLIPPINGBOOK_KEY"))
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
    }
    return response.body();
  }
}
