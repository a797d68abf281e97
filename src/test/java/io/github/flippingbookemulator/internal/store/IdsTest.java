package io.github.flippingbookemulator.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids, keys and passwords from one seed. */
class IdsTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE})
  void hash_ids_have_nine_digits_and_never_repeat(long seed) {
    Ids ids = new Ids(seed);
    Set<String> seen = new HashSet<>();

    for (int i = 0; i < 200_000; i++) {
      String id = ids.nextHashId();
      assertThat(seen.add(id)).as("%s, the %d-th", id, i).isTrue();
    }
    assertThat(seen).allMatch(id -> id.matches("[1-9]\\d{8}"));
  }

  @Test
  void the_same_seed_gives_the_same_values() {
    assertThat(some(new Ids(7))).isEqualTo(some(new Ids(7)));
  }

  @Test
  void another_seed_gives_other_values() {
    assertThat(some(new Ids(7))).doesNotContainAnyElementsOf(some(new Ids(8)));
  }

  @Test
  void without_a_seed_the_values_are_others_each_time() {
    assertThat(some(Ids.random())).doesNotContainAnyElementsOf(some(Ids.random()));
  }

  @Test
  void ids_are_uuids_of_version_4_without_dashes() {
    Ids ids = new Ids(1);

    assertThat(Stream.generate(ids::next).limit(10_000))
        .allMatch(id -> id.matches("[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 64})
  void passwords_have_the_length_and_the_characters_asked_for(int length) {
    Ids ids = new Ids(1);

    assertThat(ids.password(length)).matches("[A-Za-z0-9]{" + length + "}");
    assertThat(ids.numericPassword(length)).matches("\\d{" + length + "}");
  }

  @Test
  void threads_that_share_a_source_get_different_values() {
    Ids ids = new Ids(1);

    List<String> hashIds = Stream.generate(ids::nextHashId).parallel().limit(20_000).toList();

    assertThat(hashIds).doesNotHaveDuplicates();
  }

  @Test
  void a_source_goes_on_where_another_stood() {
    Ids ids = new Ids(7);
    some(ids);
    Ids later = new Ids(ids.state());

    assertThat(some(later)).isEqualTo(some(ids));
  }

  @Test
  void a_seed_gives_what_it_has_always_given() {
    Ids ids = new Ids(7);

    assertThat(List.<Object>of(ids.next(), ids.nextHashId(), ids.number(900_000), ids.password(8)))
        .containsExactly("044c3cd7f43c461ca6984080bab12a02", "733607724", 286521, "fMrbW6bG");
  }

  private static List<String> some(Ids ids) {
    return List.of(
        ids.next(), ids.nextHashId(), ids.password(20), ids.numericPassword(20), ids.next());
  }
}
