package io.github.flippingbookemulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.testkit.ApiClient;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A configuration file beside the test class, and attributes that override it. */
@FlippingBookEmulator(config = "catalog.json5")
class ConfigurationTest {
  @Test
  void the_file_is_taken_where_the_annotation_says_nothing(Emulator emulator, @ApiKey String key) {
    assertThat(emulator.clock().speed()).isEqualTo(7);
    assertThat(emulator.conversions().pace()).isEqualTo(Pace.IMMEDIATE);
    assertThat(key).isEqualTo("of-file");
    assertThat(emulator.accounts().defaultAccount().plan().maxPublications()).isEqualTo(5);
    assertThat(emulator.accounts().defaultAccount().domains()).containsExactly("d.example.com");
  }

  @Nested
  @FlippingBookEmulator(
      config = "/io/github/flippingbookemulator/junit/catalog.json5",
      speed = 0,
      pace = Pace.MANUAL,
      maxPublications = 2,
      customDomains = false,
      apiKey = "chosen")
  class WithAttributes {
    @Test
    void what_the_annotation_says_comes_first(Emulator emulator, @ApiKey String key) {
      assertThat(emulator.clock().speed()).isZero();
      assertThat(emulator.conversions().pace()).isEqualTo(Pace.MANUAL);
      assertThat(key).isEqualTo("chosen");
      var plan = emulator.accounts().defaultAccount().plan();
      assertThat(plan.maxPublications()).isEqualTo(2);
      assertThat(plan.maxTriggers()).isEqualTo(6);
      assertThat(plan.customDomainsEnabled()).isFalse();
    }
  }

  @Nested
  @FlippingBookEmulator(seed = 5, speed = 0, rateLimit = RateLimit.OFF)
  class WithSeed {
    @Test
    void a_seed_makes_ids_and_keys_the_same_in_each_run(Emulator emulator, @ApiKey String key) {
      assertThat(key).isEqualTo("emulator-key");
      String id = new ApiClient(emulator).create();
      emulator.reset();
      assertThat(new ApiClient(emulator).create()).isEqualTo(id);
    }
  }

  @Nested
  @FlippingBookEmulator(flatErrors = true, applicationErrorsAs200 = true, productionUrls = true)
  class WithSwitches {
    @Test
    void switches_are_switched_on(Emulator emulator) {
      ApiClient calls = new ApiClient(emulator);
      String id = calls.create();

      assertThat(calls.get("/fbonline/publication/" + id.replace('a', 'b') + "0")).isEqualTo(200);
      assertThat(calls.read("/nothing")).contains("\"error\":\"NotFound\"");
      assertThat(calls.read("/fbonline/publication/" + id))
          .contains("\"canonicalLink\":\"https://online.flippingbook.com/");
    }
  }
}
