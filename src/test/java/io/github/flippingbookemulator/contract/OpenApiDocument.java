package io.github.flippingbookemulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import io.github.flippingbookemulator.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The emulator's OpenAPI document, its schemas compiled once. */
final class OpenApiDocument {
  /** The keys of a path item that are operations. */
  static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private static final String FOLDER = "/io/github/flippingbookemulator/";
  private static final String IRI = "urn:flippingbook-emulator:openapi";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

  private final JsonNode root;
  private final SchemaRegistry schemas;
  private final List<Operation> operations;
  private final Operation noOperation;
  private final Set<String> applicationErrorCodes = new TreeSet<>();

  private OpenApiDocument(JsonNode root) {
    this.root = root;
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(),
            registry ->
                registry
                    .schemas(Map.of(IRI, root.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .locale(Locale.ROOT)
                            .build()));
    this.operations = readOperations();
    this.noOperation =
        new Operation(
            "a path that is no operation",
            "",
            Pattern.compile(""),
            0,
            new TreeMap<>(Map.of(404, answer(at("/components/responses/NoEndpoint")))));
    root.at("/components/schemas/ApplicationErrorCode/enum")
        .forEach(code -> applicationErrorCodes.add(code.textValue()));
  }

  /** The document of the emulated API, as it is served. */
  static OpenApiDocument load() {
    return load("openapi.yaml");
  }

  /** The document of the emulated API, as strict as its answers are. */
  static OpenApiDocument loadStrict() {
    return new OpenApiDocument(StrictDocument.of(load().root));
  }

  /** The document of the control plane. */
  static OpenApiDocument loadControl() {
    return load("control-openapi.yaml");
  }

  private static OpenApiDocument load(String name) {
    try {
      return new OpenApiDocument(Body.read("application/yaml", bytes(name)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }

  /** Returns the document of the emulated API as it is shipped. */
  static byte[] bytes() {
    return bytes("openapi.yaml");
  }

  private static byte[] bytes(String name) {
    try (InputStream yaml =
        Objects.requireNonNull(ErrorCode.class.getResourceAsStream(FOLDER + name), name)) {
      return yaml.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }

  JsonNode root() {
    return root;
  }

  List<Operation> operations() {
    return operations;
  }

  /** Returns the codes that the switch "application errors as 200" maps. */
  Set<String> applicationErrorCodes() {
    return applicationErrorCodes;
  }

  /**
   * Finds the operation that a call is for.
   *
   * @param path without the query; one trailing slash is accepted
   * @return the operation, or one whose only response is 404
   */
  Operation find(String method, String path) {
    String exact =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return operations.stream()
        .filter(operation -> operation.matches(method, exact))
        .findFirst()
        .orElse(noOperation);
  }

  boolean has(String method, String path) {
    return find(method, path) != noOperation;
  }

  /** Follows references within the document; throws if one is broken. */
  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? at(node.get("$ref").textValue().substring(1)) : node;
  }

  Schema schema(String pointer) {
    return schemas.getSchema(SchemaLocation.of(IRI + "#" + pointer));
  }

  private JsonNode at(String pointer) {
    JsonNode found = root.at(pointer);
    if (found.isMissingNode()) {
      throw new IllegalStateException("the document has no " + pointer);
    }
    return resolve(found);
  }

  private List<Operation> readOperations() {
    List<Operation> read = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        entry -> {
                          if (METHODS.contains(entry.getKey())) {
                            read.add(operation(path.getKey(), path.getValue(), entry.getKey()));
                          }
                        }));
    read.sort(Comparator.comparingInt(Operation::placeholders));
    return List.copyOf(read);
  }

  private Operation operation(String template, JsonNode pathItem, String key) {
    String method = key.toUpperCase(Locale.ROOT);
    SortedMap<Integer, ExpectedAnswer> answers = new TreeMap<>();
    pathItem
        .path(key)
        .path("responses")
        .properties()
        .forEach(
            response ->
                answers.put(
                    Integer.valueOf(response.getKey()), answer(resolve(response.getValue()))));
    return new Operation(
        method + " " + template,
        method,
        pattern(template, pathItem.path("parameters")),
        (int) PLACEHOLDER.matcher(template).results().count(),
        answers);
  }

  private ExpectedAnswer answer(JsonNode response) {
    Map.Entry<String, JsonNode> content = response.path("content").properties().iterator().next();
    JsonNode reference = content.getValue().path("schema").path("$ref");
    return new ExpectedAnswer(
        content.getKey(),
        reference.isMissingNode() ? null : schema(reference.textValue().substring(1)));
  }

  private Pattern pattern(String template, JsonNode parameters) {
    StringBuilder regex = new StringBuilder();
    Matcher placeholder = PLACEHOLDER.matcher(template);
    int end = 0;
    while (placeholder.find()) {
      regex.append(Pattern.quote(template.substring(end, placeholder.start())));
      regex.append("(?:").append(parameterPattern(placeholder.group(1), parameters)).append(')');
      end = placeholder.end();
    }
    return Pattern.compile(regex.append(Pattern.quote(template.substring(end))).toString());
  }

  private String parameterPattern(String name, JsonNode parameters) {
    for (JsonNode entry : parameters) {
      JsonNode parameter = resolve(entry);
      if (parameter.path("name").asText().equals(name)) {
        // The pattern matches the whole value; its anchors must be removed inside a path.
        String whole = resolve(parameter.path("schema")).path("pattern").textValue();
        return whole.substring(1, whole.length() - 1);
      }
    }
    throw new IllegalStateException("the document has no parameter " + name);
  }
}
