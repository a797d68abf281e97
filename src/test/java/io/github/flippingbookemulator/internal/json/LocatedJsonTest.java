package io.github.flippingbookemulator.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import org.junit.jupiter.api.Test;

/** Errors in a configuration file can be reported with their line. */
class LocatedJsonTest {
  private static int line(LocatedJson document, String pointer) {
    return document.lineOf(JsonPointer.compile(pointer));
  }

  @Test
  void every_property_and_element_has_its_line() {
    LocatedJson config =
        RelaxedJson.parseWithLines(
            """
            // A comment
            {
              speed: 100, port: 0, /* two
              on one line */ 'host':
                'localhost',
              "accounts": [
                {key: 'a'}, [],
                {
                  key: 'b',
                  plan: {
                    limits: [1,
                      2]
                  },
                },
              ], "a/b~c": null
            }
            """);

    assertThat(line(config, "")).isEqualTo(2);
    assertThat(line(config, "/speed")).isEqualTo(3);
    assertThat(line(config, "/port")).isEqualTo(3);
    assertThat(line(config, "/host")).as("a property stands where its name stands").isEqualTo(4);
    assertThat(line(config, "/accounts")).isEqualTo(6);
    assertThat(line(config, "/accounts/0")).isEqualTo(7);
    assertThat(line(config, "/accounts/0/key")).isEqualTo(7);
    assertThat(line(config, "/accounts/1")).isEqualTo(7);
    assertThat(line(config, "/accounts/2")).isEqualTo(8);
    assertThat(line(config, "/accounts/2/key")).isEqualTo(9);
    assertThat(line(config, "/accounts/2/plan/limits/0")).isEqualTo(11);
    assertThat(line(config, "/accounts/2/plan/limits/1")).isEqualTo(12);
    assertThat(line(config, "/a~1b~0c")).isEqualTo(15);
    assertThat(config.document().at("/accounts/2/plan/limits/1").intValue()).isEqualTo(2);
  }

  @Test
  void what_is_missing_is_missing_in_the_innermost_part_around_it() {
    LocatedJson config = RelaxedJson.parseWithLines("{\n a: {\n  b: 1\n }\n}");

    assertThat(line(config, "/a/c")).isEqualTo(2);
    assertThat(line(config, "/a/b/c/d")).isEqualTo(3);
    assertThat(line(config, "/x")).isEqualTo(1);
  }

  @Test
  void of_equal_names_the_last_one_counts_with_all_below_it() {
    LocatedJson config = RelaxedJson.parseWithLines("{a: {b: 1,\n c: 2},\n a: {b:\n 3}}");

    assertThat(config.document()).hasToString("{\"a\":{\"b\":3}}");
    assertThat(line(config, "/a")).isEqualTo(3);
    assertThat(line(config, "/a/b")).isEqualTo(3);
    assertThat(line(config, "/a/c")).isEqualTo(3);
  }

  @Test
  void strict_json_has_lines_too_however_they_end() {
    LocatedJson config = RelaxedJson.parseWithLines("\ufeff{\r\n\"a\":1,\r\"b\":2,\n\"c\":[]}");

    assertThat(line(config, "/a")).isEqualTo(2);
    assertThat(line(config, "/b")).isEqualTo(3);
    assertThat(line(config, "/c")).isEqualTo(4);
  }

  @Test
  void an_empty_file_is_an_empty_object() {
    LocatedJson config = RelaxedJson.parseWithLines(" \n");

    assertThat(config.document()).hasToString("{}");
    assertThat(line(config, "/speed")).isEqualTo(1);
  }

  @Test
  void a_malformed_file_is_refused_with_the_place() {
    assertThatThrownBy(() -> RelaxedJson.parseWithLines("{\n speed: fast\n}"))
        .isInstanceOf(UnreadableJson.class)
        .hasMessage("'fast' is neither a value nor in quotes at line 2, column 9.");
  }
}
