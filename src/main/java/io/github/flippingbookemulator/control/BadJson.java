package io.github.flippingbookemulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a document: the property, what was received and what is accepted. */
final class BadJson {
  private static final int SHOWN = 60;

  private BadJson() {}

  /** Turns what Jackson says to programmers into a sentence for who wrote the document. */
  static String sentence(JsonProcessingException failure, JsonNode document) {
    if (!(failure instanceof JsonMappingException mapping)) {
      return "A number is larger than any that is accepted.";
    }
    String place = place(mapping.getPath());
    if (failure instanceof UnrecognizedPropertyException unknown) {
      return "There is no property '%s' here; %s."
          .formatted(cut(place), known(unknown.getKnownPropertyIds()));
    }
    if (failure instanceof ValueInstantiationException
        && failure.getCause() instanceof IllegalArgumentException no) {
      return (place.isEmpty() ? "" : place + ": ") + no.getMessage();
    }
    JsonNode received = at(document, mapping.getPath());
    if (failure instanceof InvalidTypeIdException kind && received.isObject()) {
      place = place.isEmpty() ? DomainTypes.TYPE : place + "." + DomainTypes.TYPE;
      received = received.path(DomainTypes.TYPE);
      String words =
          DomainTypes.kinds(kind.getBaseType().getRawClass())
              .map(DomainTypes::name)
              .sorted()
              .collect(Collectors.joining(", "));
      return complaint(place, received, "one of " + words);
    }
    Class<?> wanted =
        failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    return complaint(place, received, accepted(wanted));
  }

  private static String complaint(String place, JsonNode received, String accepted) {
    String subject = place.isEmpty() ? "The body" : place;
    return received.isMissingNode()
        ? "%s: it is missing.".formatted(subject)
        : "%s: received %s; accepted is %s.".formatted(subject, shown(received), accepted);
  }

  private static String known(@Nullable Collection<Object> names) {
    return names == null || names.isEmpty()
        ? "nothing is needed"
        : names.stream()
            .map(String::valueOf)
            .filter(name -> !name.equals(DomainTypes.TYPE) || names.size() == 1)
            .collect(Collectors.joining(", ", "there are: ", ""));
  }

  private static String accepted(@Nullable Class<?> type) {
    if (type == null) {
      return "another value";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> DomainTypes.word((Enum<?>) constant))
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

  /** Names a place as in {@code fault.time} or {@code folders[1].id}. */
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
