package io.github.flippingbookemulator.internal.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a URL, and what is asked for there. */
class WebUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "http://a.example               > http://a.example/",
        "HTTP://A.Example:80/B          > http://a.example/B",
        "https://a.example:443?q        > https://a.example/?q",
        "http://a.example:8080/b        > http://a.example:8080/b",
        "http://a.example:/b            > http://a.example/b",
        "http://my_app:9999/hook        > http://my_app:9999/hook",
        "http://-a-.example./           > http://-a-.example./",
        "http://käse.example/           > http://xn--kse-qla.example/",
        "http://k%C3%A4se.example/      > http://xn--kse-qla.example/",
        "http://例え.テスト/            > http://xn--r8jz45g.xn--zckzah/",
        "http://[::1]:80/a              > http://[::1]/a",
        "http://h/my catalog.pdf        > http://h/my%20catalog.pdf",
        "http://h/a|b?c|d               > http://h/a%7Cb?c%7Cd",
        "http://h/käse?ö=ü              > http://h/k%C3%A4se?%C3%B6=%C3%BC",
        "http://h/a%2Fb%20c?d=%2F       > http://h/a%2Fb%20c?d=%2F",
        "http://h/100%?a=%zz            > http://h/100%25?a=%25zz",
        "http://h/{a}[b]?{c}[d]         > http://h/%7Ba%7D%5Bb%5D?%7Bc%7D[d]",
        "http://h/a/./b/../c/           > http://h/a/c/",
        "http://h/a/%2e%2E/b            > http://h/b",
        "http://h/../..                 > http://h/",
        "http://h/a\\b                  > http://h/a/b",
        "http://h//a//b                 > http://h//a//b",
        "http://h/a#b?c                 > http://h/a",
        "http://h?a/../b                > http://h/?a/../b",
        "http://ann:secret@h/           > http://ann:***@h/",
        "http://token@h/                > http://***@h/",
        "http://a@b:c@h:81/             > http://a@b:***@h:81/",
      })
  void requests_go_to(String given, String asked) {
    assertThat(WebUrl.parse(given)).hasToString(asked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "ftp://h/a              > is not an absolute http or https address",
        "/a                     > is not an absolute http or https address",
        "http:///a              > is not an absolute http or https address",
        "http://:80/a           > is not an absolute http or https address: it has no host",
        "http://user@/a         > is not an absolute http or https address: it has no host",
        "http://h:70000/        > has the port 70000, and ports are numbers up to 65535",
        "http://h:8a/           > has the port 8a, and ports are numbers up to 65535",
        "http://a b/            > has the host 'a b', which no host name can be",
        "http://a%00b/          > has the host 'a%00b', which no host name can be",
        "http://a|b/            > has the host 'a|b', which no host name can be",
        "http://[::1/           > has no host that can be read",
        "http://[zz]/           > has the host '[zz]', which no host name can be",
      })
  void what_cannot_be_asked_is_told_why(String given, String reason) {
    assertThatThrownBy(() -> WebUrl.parse(given)).isInstanceOf(BadUrl.class).hasMessage(reason);
  }

  @Test
  void a_line_break_is_refused_so_that_no_header_can_be_slipped_in() {
    assertThatThrownBy(() -> WebUrl.parse("http://h/a\r\nX: y"))
        .hasMessage("has a control character in it, such as a line break");
    assertThatThrownBy(() -> WebUrl.parse("http://h/").resolve("a\r\nX: y"))
        .hasMessage("has a control character in it, such as a line break");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "https://other.example/x > https://other.example/x",
        "//other.example/x       > http://other.example/x",
        "\\\\other.example\\x    > http://other.example/x",
        "/x                      > http://h:81/x",
        "x                       > http://h:81/d/e/x",
        "./x?y                   > http://h:81/d/e/x?y",
        "../x                    > http://h:81/d/x",
        "?v=2                    > http://h:81/d/e/f?v=2",
        "#part                   > http://h:81/d/e/f?q=1",
        "``                      > http://h:81/d/e/f?q=1",
        "my catalog.pdf          > http://h:81/d/e/my%20catalog.pdf",
        "/käse                   > http://h:81/k%C3%A4se",
        "a?http://b              > http://h:81/d/e/a?http://b",
      })
  void a_redirect_leads_to(String location, String asked) {
    assertThat(WebUrl.parse("http://h:81/d/e/f?q=1").resolve(location)).hasToString(asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "javascript:alert(1)", "http:x", "//"})
  void a_redirect_leads_to_http_only(String location) {
    assertThatThrownBy(() -> WebUrl.parse("http://h/").resolve(location))
        .isInstanceOf(BadUrl.class);
  }

  @Test
  void a_redirect_within_a_server_keeps_the_user() {
    WebUrl url = WebUrl.parse("http://ann:secret@h/a");

    assertThat(url.resolve("/b").userInfo()).isEqualTo("ann:secret");
    assertThat(url.resolve("http://h/b").userInfo()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "a.localhost, true",
    "LOCALHOST, true",
    "localhost., true",
    "127.0.0.1, true",
    "127.9.9.9, true",
    "[::1], true",
    "[0:0:0:0:0:0:0:1], true",
    "128.0.0.1, false",
    "127.0.0.1.example.com, false",
    "localhost.example.com, false",
    "notlocalhost, false",
    "[::2], false",
    "[::11], false",
    "0.0.0.0, false",
  })
  void loopback_is_seen_by_the_name(String host, boolean loopback) {
    assertThat(WebUrl.parse("http://" + host + "/").isLoopback()).isEqualTo(loopback);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "http://ann:s@cret@h/a@b > http://ann:***@h/a@b",
        "' HTTPS://token@h'      > ' HTTPS://***@h'",
        "http://ann:@h/          > http://ann:***@h/",
        "http://h/a@b            > http://h/a@b",
        "http://h?a@b            > http://h?a@b",
        "http://ann:'\"@[zz]/   > http://ann:***@[zz]/",
      })
  void a_secret_is_masked_in_what_need_not_be_a_url(String given, String masked) {
    assertThat(WebUrl.masked(given)).isEqualTo(masked);
  }
}
