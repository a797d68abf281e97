package io.github.flippingbookemulator.internal.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.testkit.RawServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.client.Origin;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests look like on the wire, and which answers are understood. */
@Timeout(60)
class OutboundClientTest {
  private static final byte[] OK = RawServer.response("200 OK", "", new byte[0]);

  @AutoClose private final OutboundClient client = client(null);

  @ParameterizedTest
  @ValueSource(strings = {"//a//b?c", "/a;b=c/@:d?e=/?f&g", "/%2e%2fa%00", "/a:b", "/*", "/?"})
  void the_target_is_sent_as_it_is(String target) {
    try (RawServer server = new RawServer((request, number) -> OK)) {
      assertThat(statusOf(server.url(target))).isEqualTo("200");
      assertThat(server.asked()).containsExactly("GET " + target);
    }
  }

  @Test
  void a_long_url_with_a_signature_is_sent() {
    String target = "/" + "a".repeat(30_000);
    try (RawServer server = new RawServer((request, number) -> OK)) {
      assertThat(statusOf(server.url(target))).isEqualTo("200");
      assertThat(server.asked()).containsExactly("GET " + target);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 201\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 201 \r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.0 201 Made\r\n\r\nbody",
        "HTTP/1.1 201 Made\nContent-Length: 0\n\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Made\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 201 Made\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 103 Hints\r\nLink: a\r\n\r\nHTTP/1.1 201 Made\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 201 Made\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nA: b\r\n\r\n",
      })
  void odd_answers_count_by_their_status(String answer) {
    try (RawServer server = new RawServer((request, number) -> RawServer.cut(answer))) {
      assertThat(statusOf(server.url("/"))).isEqualTo("201");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000\u0001\u0002\r\n\r\n",
        "220 mail.example.com ESMTP\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/1.1 OK\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 099 Early\r\n\r\n",
        "ICY 200 OK\r\n\r\n",
      })
  void what_is_not_http_is_told_as_such(String answer) {
    try (RawServer server = new RawServer((request, number) -> RawServer.cut(answer))) {
      assertThat(statusOf(server.url("/"))).isEqualTo("the answer is not HTTP");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1", "HTTP/1.1 20"})
  void an_end_before_the_status_is_told_as_such(String answer) {
    try (RawServer server = new RawServer((request, number) -> RawServer.cut(answer))) {
      assertThat(statusOf(server.url("/")))
          .isEqualTo("the connection was closed before the end of the answer");
    }
  }

  @Test
  void headers_without_end_are_given_up() {
    String answer = "HTTP/1.1 404 Not Found\r\n" + "A: b\r\n".repeat(100_000);
    try (RawServer server = new RawServer((request, number) -> RawServer.cut(answer))) {
      assertThat(statusOf(server.url("/")))
          .isEqualTo("404, the answer has too many or too long headers");
    }
  }

  /** As Java's own client does it, for who starts a JVM with a proxy. */
  @Test
  void the_proxy_of_the_jvm_is_used_but_not_for_this_machine() {
    try (RawServer proxy = new RawServer((request, number) -> OK);
        RawServer server = new RawServer((request, number) -> OK);
        OutboundClient proxied = client(selector(proxy.port()))) {
      assertThat(statusOf(proxied, "http://books.example/a b")).isEqualTo("200");
      assertThat(statusOf(proxied, server.url("/c"))).isEqualTo("200");

      assertThat(proxy.asked()).containsExactly("GET http://books.example/a%20b");
      assertThat(proxy.requests().get(0)).contains("\r\nHost: books.example\r\n");
      assertThat(server.asked()).containsExactly("GET /c");
    }
  }

  @Test
  void hosts_that_the_settings_name_have_no_proxy() {
    SystemProxy proxy = SystemProxy.of(selector(3128), "http").orElseThrow();

    assertThat(proxy.matches(new Origin("http", "books.example", 80))).isTrue();
    assertThat(proxy.matches(new Origin("http", "my_app", 80))).isTrue();
    assertThat(proxy.matches(new Origin("http", "direct.example", 80))).isFalse();
    assertThat(proxy.matches(new Origin("http", "a.localhost", 80))).isFalse();
  }

  /** A proxy on this machine for all hosts but one. */
  private static ProxySelector selector(int port) {
    Proxy proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", port));
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of("direct.example".equals(uri.getHost()) ? Proxy.NO_PROXY : proxy);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    };
  }

  private static OutboundClient client(ProxySelector proxies) {
    return new OutboundClient(
        () -> {
          throw new AssertionError("nothing here needs TLS");
        },
        () -> proxies);
  }

  private String statusOf(String url) {
    return statusOf(client, url);
  }

  private static String statusOf(OutboundClient client, String url) {
    WebUrl target = WebUrl.parse(url);
    List<String> seen = new CopyOnWriteArrayList<>();
    OutboundExchange exchange =
        client.send(
            new OutboundRequest("GET", target, Map.of(), null, true),
            new ResponseReader() {
              @Override
              public void status(int status) {
                seen.add(String.valueOf(status));
              }

              @Override
              public void content(ByteBuffer part) {}
            });
    try {
      exchange.end().join();
    } catch (CompletionException e) {
      seen.add(FailureText.of(e, target, Duration.ofSeconds(5)));
    }
    return String.join(", ", seen);
  }
}
