package io.github.flippingbookemulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.flippingbookemulator.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document itself: valid, complete, strict, graded. */
class OpenApiDocumentTest {
  private static final OpenApiDocument DOCUMENT = OpenApiDocument.load();
  private static final OpenApiDocument STRICT = OpenApiDocument.loadStrict();

  /** Schemas whose required properties are not all described. */
  private static final Set<String> OPEN_ANSWERS = Set.of("MeAnswer", "OpenApiAnswer");

  @Test
  void the_document_is_open_api_3_1_and_its_schemas_are_json_schema_2020_12() throws IOException {
    assertThat(structureErrors(DOCUMENT.root())).isEmpty();
    assertThat(structureErrors(STRICT.root())).isEmpty();
  }

  @Test
  void the_structure_check_finds_a_misspelt_keyword_deep_in_a_schema() throws IOException {
    JsonNode broken = DOCUMENT.root().deepCopy();
    ((ObjectNode) broken.at("/components/schemas/Publication/properties/name"))
        .put("minimumLength", 1);

    assertThat(structureErrors(broken))
        .singleElement()
        .asString()
        .contains("/components/schemas/Publication/properties/name", "minimumLength");
  }

  @Test
  void every_reference_resolves() {
    List<JsonNode> references = DOCUMENT.root().findValues("$ref");

    assertThat(references).isNotEmpty();
    for (JsonNode reference : references) {
      assertThat(DOCUMENT.root().at(reference.textValue().substring(1)).isMissingNode())
          .as(reference.textValue())
          .isFalse();
    }
  }

  @Test
  void every_component_is_used() {
    List<String> used =
        DOCUMENT.root().findValues("$ref").stream().map(JsonNode::textValue).toList();

    for (String group : List.of("schemas", "responses", "parameters", "requestBodies")) {
      DOCUMENT
          .root()
          .at("/components/" + group)
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!name.equals("ApplicationErrorCode")) {
                  assertThat(used).contains("#/components/" + group + "/" + name);
                }
              });
    }
  }

  @Test
  void every_schema_compiles() {
    names("schemas")
        .forEach(
            name ->
                assertThatCode(
                        () -> DOCUMENT.schema("/components/schemas/" + name).initializeValidators())
                    .as(name)
                    .doesNotThrowAnyException());
  }

  @Test
  void operation_ids_are_unique() {
    assertThat(DOCUMENT.root().at("/paths").findValuesAsText("operationId"))
        .hasSameSizeAs(DOCUMENT.operations())
        .doesNotHaveDuplicates();
  }

  @Test
  void every_call_with_a_key_documents_the_failures_common_to_all() {
    for (Operation operation : DOCUMENT.operations()) {
      boolean api = operation.name().contains(" /api/v1/");
      assertThat(operation.answers().keySet())
          .as(operation.name())
          .contains(200, 413, 500)
          .containsAll(api ? Set.of(400, 401, 403, 404, 429) : Set.of());
    }
  }

  @Test
  void only_calls_outside_the_api_do_without_a_key() {
    for (Map.Entry<String, JsonNode> path : DOCUMENT.root().path("paths").properties()) {
      for (JsonNode operation : path.getValue()) {
        boolean keyless =
            operation.path("security").isArray() && operation.at("/security/0").isMissingNode();
        if (operation.has("operationId")) {
          assertThat(keyless).as(path.getKey()).isEqualTo(!path.getKey().startsWith("/api/v1/"));
        }
      }
    }
  }

  @Test
  void clients_must_accept_what_the_vendor_adds_and_our_answers_have_nothing_more() {
    assertThat(DOCUMENT.root().findValues("additionalProperties")).isEmpty();
    assertThat(STRICT.root().at("/components/schemas/Publication/additionalProperties").toString())
        .isEqualTo("false");
    assertThat(STRICT.root().at("/components/schemas/NewTrigger").has("additionalProperties"))
        .isFalse();
  }

  /** Generators of clients make no type, a wrong one or one that does not compile of these. */
  @Test
  void nothing_is_in_it_that_generators_trip_over() {
    for (String name : names("schemas").toList()) {
      JsonNode schema = DOCUMENT.root().at("/components/schemas/" + name);
      assertThat(schema.fieldNames())
          .toIterable()
          .as(name)
          .doesNotContain("if", "oneOf", "anyOf", "allOf", "not", "dependentRequired", "const");
      for (JsonNode each : schema.findParents("$ref")) {
        assertThat(each).as(name).hasSize(1);
      }
      for (JsonNode each : schema.findParents("enum")) {
        assertThat(each.path("type").isTextual()).as(name).isTrue();
      }
    }
    assertThat(names("schemas")).doesNotContain("Error", "Exception", "Object");
  }

  @Test
  void what_is_required_is_also_described() {
    for (String name : names("schemas").filter(n -> !OPEN_ANSWERS.contains(n)).toList()) {
      JsonNode schema = DOCUMENT.root().at("/components/schemas/" + name);
      for (JsonNode required : schema.path("required")) {
        assertThat(schema.path("properties").has(required.textValue()))
            .as(name + " " + required)
            .isTrue();
      }
    }
  }

  @Test
  void every_description_is_graded() {
    List<String> sentences =
        new ArrayList<>(DOCUMENT.root().at("/paths").findValuesAsText("summary"));
    sentences.addAll(DOCUMENT.root().at("/paths").findValuesAsText("description"));
    for (JsonNode group : DOCUMENT.root().path("components")) {
      for (JsonNode component : group) {
        sentences.add(component.path("description").asText());
        component.path("properties").forEach(p -> sentences.add(p.path("description").asText("")));
      }
    }
    assertThat(sentences)
        .filteredOn(s -> !s.isEmpty())
        .hasSizeGreaterThan(150)
        .allMatch(s -> s.matches("(?s).*\\b[DHOE]\\).*\\."));
  }

  @Test
  void the_error_codes_are_those_of_the_code() {
    assertThat(DOCUMENT.root().at("/components/schemas/ErrorCode/enum"))
        .extracting(JsonNode::textValue)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ErrorCode.values()).map(ErrorCode::wire).toList());
  }

  @Test
  void the_application_errors_are_those_of_the_code() {
    assertThat(DOCUMENT.applicationErrorCodes())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ErrorCode.values())
                .filter(ErrorCode::wasAnsweredWith200)
                .map(ErrorCode::wire)
                .toList());
  }

  private static Stream<String> names(String group) {
    List<String> names = new ArrayList<>();
    DOCUMENT.root().at("/components/" + group).fieldNames().forEachRemaining(names::add);
    return names.stream();
  }

  static List<String> structureErrors(JsonNode document) throws IOException {
    try (InputStream yaml =
        Objects.requireNonNull(
            OpenApiDocumentTest.class.getResourceAsStream("openapi-structure.yaml"))) {
      JsonNode structure = Body.read("application/yaml", yaml.readAllBytes());
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(structure)
          .validate(document)
          .stream()
          .sorted(Comparator.comparing(e -> e.getInstanceLocation().toString()))
          .map(Error::toString)
          .toList();
    }
  }
}
