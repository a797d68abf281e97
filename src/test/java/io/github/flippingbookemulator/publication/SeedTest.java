package io.github.flippingbookemulator.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same seed gives the same responses. */
class SeedTest {
  private static final String LIST = "/fbonline/publication";

  @Test
  void the_same_calls_under_the_same_seed_get_the_same_bytes() {
    byte[] pdf = TestPdfs.pages(2);

    List<String> first = answers(42, pdf);
    assertThat(answers(42, pdf)).isEqualTo(first).hasSize(10);
    assertThat(answers(43, pdf).get(0)).isNotEqualTo(first.get(0));
  }

  @Test
  void a_reset_begins_the_same_run_again() {
    EmulatorOptions options = EmulatorOptions.defaults().speed(0).seed(42);
    try (Emulator emulator = Emulator.start(options)) {
      Api api = new Api(emulator);
      String id = api.post(LIST, "{}").ok().text("/id");
      assertThat(api.post(LIST, "{}").ok().text("/id")).isNotEqualTo(id);
      emulator.reset();

      api.get(LIST + "/" + id).refused(404, "ObjectNotFound");
      assertThat(api.post(LIST, "{}").ok().text("/id")).isEqualTo(id);
    }
  }

  /** Makes one call of each kind and returns the responses, without addresses and times. */
  private static List<String> answers(long seed, byte[] pdf) {
    EmulatorOptions options = EmulatorOptions.defaults().speed(0).seed(seed);
    try (Emulator emulator = Emulator.start(options)) {
      Api api = new Api(emulator);
      List<Reply> replies = new ArrayList<>();
      replies.add(api.post(LIST, "{filename: 'a.pdf', data: '" + Api.base64(pdf) + "'}"));
      String path = LIST + "/" + replies.get(0).text("/id");
      replies.add(api.post(path + "/source", "{data: '" + Api.base64(pdf) + "'}"));
      replies.add(api.post(path + "/customize", "{setPasswordProtection: 'auto'}"));
      replies.add(api.post(path + "/customize", "{setPasswordProtection: 'numeric'}"));
      emulator.conversions().finishAll();
      replies.add(api.post(path, "{name: 'b'}"));
      replies.add(api.get(path));
      replies.add(api.get(path + "/source"));
      replies.add(api.delete(path));
      replies.add(api.post(LIST, "{name: 'c'}"));
      replies.add(api.get(LIST));
      return replies.stream().map(reply -> alike(reply.ok(), emulator)).toList();
    }
  }

  private static String alike(Reply reply, Emulator emulator) {
    return new String(reply.bytes(), StandardCharsets.UTF_8)
        .replace(emulator.uri().toString(), "http://emulator")
        .replace(emulator.clock().now().toString(), "now");
  }
}
