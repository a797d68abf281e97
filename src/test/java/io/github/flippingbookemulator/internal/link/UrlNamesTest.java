package io.github.flippingbookemulator.internal.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.store.Ids;
import java.util.HashSet;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The numbers at the ends of the URLs of tracked links. */
class UrlNamesTest {
  private final UrlNames names = new UrlNames();
  private final Ids ids = new Ids(7);

  @Test
  void every_number_of_six_digits_is_given_once_and_then_the_call_is_refused() {
    Set<String> given = new HashSet<>();
    for (int i = 0; i < 900_000; i++) {
      given.add(names.take(ids));
    }

    assertThat(given).hasSize(900_000).allMatch(name -> name.matches("[1-9]\\d{5}"));
    assertThatThrownBy(() -> names.take(ids))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("900,000")
        .extracting("code", InstanceOfAssertFactories.type(ErrorCode.class))
        .isEqualTo(ErrorCode.TRACKED_LINK_LIMIT_EXCEEDED);

    names.free("123456");
    assertThat(names.take(ids)).isEqualTo("123456");
  }

  @Test
  void the_name_of_a_restored_link_is_not_given_again() {
    String first = new UrlNames().take(new Ids(7));
    names.keep(first);
    names.keep("171yhd7oprnf");

    assertThat(names.take(ids)).isNotEqualTo(first).matches("\\d{6}");
    names.free("171yhd7oprnf");
  }

  @Test
  void the_same_seed_gives_the_same_names() {
    assertThat(names.take(ids)).isEqualTo(new UrlNames().take(new Ids(7)));
  }
}
