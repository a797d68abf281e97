package io.github.flippingbookemulator.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "emulator",
        "A.example.com",
        "*.example.com",
        "xn--bcher-kva.example",
        "1.example",
        "a-b"
      })
  void a_certificate_can_hold_a_host_name(String name) {
    assertThat(HostNames.isUsable(name)).isTrue();
    assertThat(HostNames.isAddress(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.7",
        "255.255.255.255",
        "::",
        "::1",
        "FD00::7",
        "::ffff:1.2.3.4"
      })
  void a_certificate_can_hold_an_address(String address) {
    assertThat(HostNames.isUsable(address)).isTrue();
    assertThat(HostNames.isAddress(address)).isTrue();
  }

  /**
   * An underscore is not allowed: Java's TLS refuses the handshake of a client that asks for such a
   * name.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a_b",
        "-a",
        ".a",
        "a.",
        "a..b",
        "*",
        "*.",
        "a.*.b",
        "a*.b",
        "a:80",
        "http://a",
        "a/b",
        "b\u00fccher.example",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "01.2.3.4",
        "[::1]",
        "::1%lo",
        ":::",
        "1:2:3",
        "a.b.c.7"
      })
  void nothing_else_is_a_name(String text) {
    assertThat(HostNames.isUsable(text)).isFalse();
  }

  @Test
  void a_name_has_at_most_253_characters_and_63_between_dots() {
    assertThat(HostNames.isUsable("a".repeat(63) + ".example")).isTrue();
    assertThat(HostNames.isUsable("a".repeat(64) + ".example")).isFalse();
    assertThat(HostNames.isUsable("ab.".repeat(84) + "a")).isTrue();
    assertThat(HostNames.isUsable("ab.".repeat(84) + "ab")).isFalse();
  }
}
