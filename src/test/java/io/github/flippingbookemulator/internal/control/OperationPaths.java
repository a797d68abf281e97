package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.internal.control.ControlOperation.Nothing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the calls of a table of operations as paths of an OpenAPI document. */
final class OperationPaths {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final Map<String, String> QUERIES =
      Map.of("account", "AccountFilter", "publication", "PublicationFilter", "used", "Used");

  private final RecordSchemas schemas;
  private final StringBuilder yaml = new StringBuilder();

  private OperationPaths(RecordSchemas schemas) {
    this.schemas = schemas;
  }

  static String of(List<ControlOperation<?, ?>> operations, RecordSchemas schemas) {
    OperationPaths paths = new OperationPaths(schemas);
    operations.stream()
        .collect(
            Collectors.groupingBy(ControlOperation::path, LinkedHashMap::new, Collectors.toList()))
        .forEach(paths::add);
    return paths.yaml.toString();
  }

  private void add(String path, List<ControlOperation<?, ?>> operations) {
    line(2, "/_emulator" + path + ":");
    List<String> parameters =
        PARAMETER.matcher(path).results().map(found -> capital(found.group(1))).toList();
    parameters(4, parameters);
    operations.forEach(each -> add(each, !parameters.isEmpty()));
    yaml.append('\n');
  }

  private void add(ControlOperation<?, ?> operation, boolean hasParameters) {
    boolean hasBody = operation.method().matches("POST|PUT");
    line(4, operation.method().toLowerCase(Locale.ROOT) + ":");
    line(6, "operationId: " + id(operation));
    line(6, "tags: [" + capital(operation.path().split("/")[1]) + "]");
    line(6, "summary: " + quoted(operation.summary()));
    if (operation.query() != null) {
      parameters(6, List.of(QUERIES.get(operation.query())));
    }
    if (hasBody) {
      line(6, "requestBody:");
      line(8, "description: " + quoted(JavadocOf.type(operation.body())));
      line(8, "content:");
      line(10, "'application/json':");
      line(12, "schema: " + reference("schemas", schemas.addRequest(operation.body())));
    }
    line(6, "responses:");
    answer(operation);
    if (hasBody || operation.query() != null) {
      response(400, "Bad");
    }
    response(401, "NoToken");
    response(403, hasBody ? "Limit" : "NotSame");
    if (hasParameters || operation.query() != null) {
      response(404, "Unknown");
    }
    if (hasBody) {
      response(409, "NotNow");
    }
    response(413, "TooLarge");
    response(429, "TooMany");
    response(500, "Failed");
  }

  private void answer(ControlOperation<?, ?> operation) {
    if (operation.result() == Nothing.class) {
      response(200, "Done");
      return;
    }
    String name =
        operation.list() == null
            ? schemas.add(operation.result())
            : schemas.addList(operation.list(), operation.result());
    line(8, "'200':");
    line(10, "description: " + name + ".");
    line(10, "content:");
    line(12, "'application/json':");
    line(14, "schema: " + reference("schemas", name));
  }

  private void parameters(int indent, List<String> names) {
    if (!names.isEmpty()) {
      line(indent, "parameters:");
      names.forEach(name -> line(indent + 2, "- " + reference("parameters", name)));
    }
  }

  private void response(int status, String name) {
    line(8, "'" + status + "': " + reference("responses", name));
  }

  private void line(int indent, String text) {
    yaml.append(" ".repeat(indent)).append(text).append('\n');
  }

  private static String id(ControlOperation<?, ?> operation) {
    StringBuilder id = new StringBuilder(operation.method().toLowerCase(Locale.ROOT));
    for (String segment : operation.path().replaceAll("[{}]", "").substring(1).split("/")) {
      id.append(capital(segment));
    }
    return id.toString();
  }

  private static String reference(String group, String name) {
    return "{$ref: '#/components/" + group + "/" + name + "'}";
  }

  static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
