package io.github.flippingbookemulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.testkit.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document of the control plane: valid, complete, strict, and consistent with the index. */
class ControlDocumentTest {
  private static final OpenApiDocument DOCUMENT = OpenApiDocument.loadControl();

  @Test
  void the_document_is_open_api_3_1() throws IOException {
    assertThat(OpenApiDocumentTest.structureErrors(DOCUMENT.root())).isEmpty();
  }

  @Test
  void it_has_the_calls_of_the_index_and_no_others_with_the_same_words() {
    List<String> documented = new ArrayList<>();
    for (Operation operation : DOCUMENT.operations()) {
      String path = operation.name().substring(operation.method().length() + 1);
      JsonNode item = DOCUMENT.root().path("paths").path(path);
      String summary =
          item.path(operation.method().toLowerCase(Locale.ROOT)).path("summary").asText();
      documented.add(operation.name() + ": " + summary);
    }

    try (Emulator emulator = Emulator.start()) {
      Api api = new Api(emulator);
      JsonNode index = api.send(api.rawRequest("/_emulator")).json();
      List<String> indexed = new ArrayList<>();
      for (JsonNode each : index.path("endpoints")) {
        indexed.add(
            "%s %s: %s"
                .formatted(
                    each.path("method").asText(),
                    each.path("path").asText(),
                    each.path("summary").asText()));
      }
      assertThat(indexed).hasSizeGreaterThan(60).doesNotHaveDuplicates();
      assertThat(documented).containsExactlyInAnyOrderElementsOf(indexed);
    }
  }

  @Test
  void every_reference_resolves_and_every_component_is_used() {
    List<String> used = DOCUMENT.root().findValuesAsText("$ref");
    for (String reference : used) {
      assertThat(DOCUMENT.root().at(reference.substring(1)).isMissingNode())
          .as(reference)
          .isFalse();
    }
    for (String group : List.of("schemas", "responses", "parameters")) {
      names(group)
          .filter(name -> !name.equals("NoEndpoint")) // the response for all other paths
          .forEach(name -> assertThat(used).contains("#/components/" + group + "/" + name));
    }
  }

  @Test
  void every_schema_compiles_and_names_all_that_there_can_be() {
    names("schemas")
        .forEach(
            name -> {
              assertThatCode(
                      () -> DOCUMENT.schema("/components/schemas/" + name).initializeValidators())
                  .as(name)
                  .doesNotThrowAnyException();
              JsonNode schema = DOCUMENT.root().at("/components/schemas/" + name);
              if (schema.has("properties") && !name.equals("ApiError")) {
                assertThat(schema.path("additionalProperties").toString())
                    .as(name)
                    .isEqualTo("false");
              }
            });
  }

  @Test
  void operation_ids_are_unique_and_every_call_can_succeed() {
    assertThat(DOCUMENT.root().at("/paths").findValuesAsText("operationId"))
        .hasSameSizeAs(DOCUMENT.operations())
        .doesNotHaveDuplicates();
    for (Operation operation : DOCUMENT.operations()) {
      assertThat(operation.answers().keySet()).as(operation.name()).containsAll(Set.of(200, 500));
    }
  }

  private static Stream<String> names(String group) {
    List<String> names = new ArrayList<>();
    DOCUMENT.root().at("/components/" + group).fieldNames().forEachRemaining(names::add);
    return names.stream();
  }
}
