package io.github.flippingbookemulator.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.NullNode;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes an error in a document: the property, what was received and what is accepted. */
final class JsonErrorMessage {
  private static final int SHOWN = 60;

  private JsonErrorMessage() {}

  /** Turns an exception of Jackson into a sentence for the author of the document. */
  static String sentence(JsonProcessingException failure, JsonNode document, RecordTypes types) {
    if (!(failure instanceof JsonMappingException mapping)) {
      return "A number is larger than any that is accepted.";
    }
    String place = place(mapping.getPath());
    if (failure instanceof UnrecognizedPropertyException unknown) {
      return unknown(place, unknown.getKnownPropertyIds());
    }
    if (failure instanceof ValueInstantiationException
        && failure.getCause() instanceof IllegalArgumentException no) {
      Class<?> type = ((ValueInstantiationException) failure).getType().getRawClass();
      Optional<String> mistyped = mistyped(document, mapping.getPath(), type);
      return mistyped.isPresent()
          ? mistyped.get()
          : (place.isEmpty() ? "" : place + ": ") + no.getMessage();
    }
    JsonNode received = at(document, mapping.getPath());
    if (received.isMissingNode()) {
      // If a name is mistyped, the property with the right name is missing.
      List<Reference> path = mapping.getPath();
      Reference last = path.get(path.size() - 1);
      Optional<String> mistyped =
          last.getFrom() instanceof Class<?> type
              ? mistyped(document, path.subList(0, path.size() - 1), type)
              : Optional.empty();
      if (mistyped.isPresent()) {
        return mistyped.get();
      }
    }
    if (failure instanceof InvalidTypeIdException kind) {
      if (!received.isObject()) {
        return complaint(place, received, "an object with a type");
      }
      place = place.isEmpty() ? RecordTypes.TYPE : place + "." + RecordTypes.TYPE;
      received = received.path(RecordTypes.TYPE);
      String words =
          types
              .kinds(kind.getBaseType().getRawClass())
              .map(RecordTypes::name)
              .sorted()
              .collect(Collectors.joining(", "));
      return complaint(place, received, "one of " + words);
    }
    Class<?> wanted =
        failure instanceof MismatchedInputException mismatch
            ? mismatch.getTargetType()
            : failure.getCause() instanceof InputCoercionException tooLarge
                ? tooLarge.getTargetType()
                : null;
    return complaint(place, received, accepted(wanted));
  }

  /** Returns the message for a document that is null, which Jackson would read as a null record. */
  static String nothing() {
    return complaint("", NullNode.getInstance(), accepted(Object.class));
  }

  private static String complaint(String place, JsonNode received, String accepted) {
    String subject = place.isEmpty() ? "The body" : place;
    return received.isMissingNode()
        ? "%s: it is missing.".formatted(subject)
        : "%s: received %s; accepted is %s.".formatted(subject, shown(received), accepted);
  }

  private static String unknown(String place, @Nullable Collection<?> known) {
    String names =
        known == null || known.isEmpty()
            ? "none is needed"
            : known.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "there are: ", ""));
    return "There is no property '%s' here; %s.".formatted(cut(place), names);
  }

  /** Returns a message if the document has a property that the record does not have. */
  private static Optional<String> mistyped(
      JsonNode document, List<Reference> around, Class<?> type) {
    if (!type.isRecord()) {
      return Optional.empty();
    }
    List<String> known =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    String place = around.isEmpty() ? "" : place(around) + ".";
    return at(document, around).properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !known.contains(name) && !name.equals(RecordTypes.TYPE))
        .findFirst()
        .map(name -> unknown(place + name, known));
  }

  private static String accepted(@Nullable Class<?> type) {
    if (type == null) {
      return "another value";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> RecordTypes.word((Enum<?>) constant))
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "a whole number of " + (type.getName().matches("(?i).*int.*") ? "32" : "64") + " bits";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == Duration.class) {
      return "a duration such as 'PT1H30M', or a number of seconds";
    }
    if (type == Instant.class) {
      return "a date and time such as '2030-01-31T12:00:00Z'";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return type == String.class ? "a string" : "an object";
  }

  /** Returns the path of a property, such as {@code fault.time} or {@code folders[1].id}. */
  private static String place(List<Reference> path) {
    StringBuilder place = new StringBuilder();
    for (Reference each : path) {
      if (each.getFieldName() == null) {
        place.append('[').append(each.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(each.getFieldName());
      }
    }
    return place.toString();
  }

  private static JsonNode at(JsonNode document, List<Reference> path) {
    JsonNode node = document;
    for (Reference each : path) {
      node =
          each.getFieldName() == null ? node.path(each.getIndex()) : node.path(each.getFieldName());
    }
    return node;
  }

  private static String shown(JsonNode node) {
    if (node.isObject()) {
      return "an object";
    }
    if (node.isArray()) {
      return "a list";
    }
    return node.isTextual() ? "'" + cut(node.textValue()) + "'" : cut(node.asText());
  }

  private static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
