package io.github.flippingbookemulator.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Omitted, null and a value are three different changes. */
class PropertyChangeTest {
  @Test
  void what_is_omitted_stays_what_is_null_is_cleared_and_a_value_is_set() {
    assertThat(new Change.Absent<String>().or("old")).isEqualTo("old");
    assertThat(new Change.Cleared<String>().or("old")).isNull();
    assertThat(new Change.Set<>("new").or("old")).isEqualTo("new");
    assertThat(new Change.Absent<String>().or(null)).isNull();
    assertThat(new Change.Set<>("new").or(null)).isEqualTo("new");
  }

  @Test
  void only_a_value_is_given() {
    assertThat(new Change.Absent<String>().given()).isEmpty();
    assertThat(new Change.Cleared<String>().given()).isEmpty();
    assertThat(new Change.Set<>("new").given()).contains("new");
  }
}
