package io.github.flippingbookemulator.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is found in JSON text, and what is only similar and not found. */
class JsonTextTest {
  private static final String JSON =
      """
      {"event":"lead","objectId":null,"info" : { "page" : 12, "done":true,
      "Value":"say \\"event\\":\\"created\\" \\\\ here", "list":["a","b"], "last":-1.5}}\
      """;

  @Test
  void a_property_is_found_with_its_whole_value() {
    assertThat(JsonSearch.hasProperty(JSON, "event", "lead")).isTrue();
    assertThat(JsonSearch.hasProperty(JSON, "objectId", null)).isTrue();
    assertThat(JsonSearch.hasProperty(JSON, "page", 12)).isTrue();
    assertThat(JsonSearch.hasProperty(JSON, "done", true)).isTrue();
    assertThat(JsonSearch.hasProperty(JSON, "last", -1.5)).isTrue();
    assertThat(JsonSearch.hasProperty(JSON, "Value", "say \"event\":\"created\" \\ here")).isTrue();
  }

  @Test
  void a_part_of_a_value_or_a_name_is_not_enough() {
    assertThat(JsonSearch.hasProperty(JSON, "event", "lea")).isFalse();
    assertThat(JsonSearch.hasProperty(JSON, "page", 1)).isFalse();
    assertThat(JsonSearch.hasProperty(JSON, "page", "12")).isFalse();
    assertThat(JsonSearch.hasProperty(JSON, "vent", "lead")).isFalse();
    assertThat(JsonSearch.hasProperty(JSON, "objectId", "null")).isFalse();
  }

  @Test
  void what_stands_inside_of_a_string_is_no_property() {
    assertThat(JsonSearch.hasProperty(JSON, "event", "created")).isFalse();
    assertThat(JsonSearch.hasProperty(JSON, "event\\", "created\\")).isFalse();
  }

  @Test
  void a_value_is_found_under_any_name() {
    assertThat(JsonSearch.hasValue(JSON, "lead")).isTrue();
    assertThat(JsonSearch.hasValue(JSON, "event")).isFalse();
    assertThat(JsonSearch.hasValue(JSON, "created")).isFalse();
  }
}
