package io.github.flippingbookemulator.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is found in JSON text, and what only looks like it. */
class JsonTextTest {
  private static final String JSON =
      """
      {"event":"lead","objectId":null,"info" : { "page" : 12, "done":true,
      "Value":"say \\"event\\":\\"created\\" \\\\ here", "list":["a","b"], "last":-1.5}}\
      """;

  @Test
  void a_property_is_found_with_its_whole_value() {
    assertThat(JsonText.hasProperty(JSON, "event", "lead")).isTrue();
    assertThat(JsonText.hasProperty(JSON, "objectId", null)).isTrue();
    assertThat(JsonText.hasProperty(JSON, "page", 12)).isTrue();
    assertThat(JsonText.hasProperty(JSON, "done", true)).isTrue();
    assertThat(JsonText.hasProperty(JSON, "last", -1.5)).isTrue();
    assertThat(JsonText.hasProperty(JSON, "Value", "say \"event\":\"created\" \\ here")).isTrue();
  }

  @Test
  void a_part_of_a_value_or_a_name_is_not_enough() {
    assertThat(JsonText.hasProperty(JSON, "event", "lea")).isFalse();
    assertThat(JsonText.hasProperty(JSON, "page", 1)).isFalse();
    assertThat(JsonText.hasProperty(JSON, "page", "12")).isFalse();
    assertThat(JsonText.hasProperty(JSON, "vent", "lead")).isFalse();
    assertThat(JsonText.hasProperty(JSON, "objectId", "null")).isFalse();
  }

  @Test
  void what_stands_inside_of_a_string_is_no_property() {
    assertThat(JsonText.hasProperty(JSON, "event", "created")).isFalse();
    assertThat(JsonText.hasProperty(JSON, "event\\", "created\\")).isFalse();
  }

  @Test
  void a_value_is_found_under_any_name() {
    assertThat(JsonText.hasValue(JSON, "lead")).isTrue();
    assertThat(JsonText.hasValue(JSON, "event")).isFalse();
    assertThat(JsonText.hasValue(JSON, "created")).isFalse();
  }
}
