package io.github.flippingbookemulator.internal.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A part of a snapshot as JSON. It knows where it stands, so that a complaint, which is always an
 * {@link IllegalArgumentException}, names the place.
 */
final class JsonReader {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern HASH_ID = Pattern.compile("[1-9][0-9]{8}");
  private static final Pattern LINE_ENDS = Pattern.compile("[\\p{Cntrl}\\v]+");
  private static final int SHOWN = 80;

  private final JsonNode node;
  private final String place;
  private final Set<String> known = new HashSet<>();

  private JsonReader(JsonNode node, String place) {
    this.node = node;
    this.place = place;
  }

  static JsonReader whole(JsonNode document) {
    return new JsonReader(document, "");
  }

  /** A complaint: a place and what is wrong with it. */
  static IllegalArgumentException unreadable(String what) {
    String line = LINE_ENDS.matcher(what).replaceAll(" ");
    return new IllegalArgumentException("This snapshot cannot be restored: " + line + ".");
  }

  IllegalArgumentException must(String what) {
    String found =
        node.isObject() ? "an object" : node.isArray() ? "a list" : abbreviated(node.toString());
    return unreadable((place.isEmpty() ? "it" : place) + " must be " + what + ", not " + found);
  }

  /** Makes something of what has been read, and puts the place before a complaint about that. */
  <T> T make(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw unreadable(place + ": " + e.getMessage());
    }
  }

  /** Reads an object; a property that the reader does not ask for is unknown. */
  <T> T object(Function<JsonReader, T> reader) {
    if (!node.isObject()) {
      throw must("an object");
    }
    T value = reader.apply(this);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw unreadable(placeOf(abbreviated(name)) + " is no known property");
              }
            });
    return value;
  }

  /** A property that has to be there. */
  JsonReader get(String name) {
    return find(name).orElseThrow(() -> unreadable(placeOf(name) + " is missing"));
  }

  Optional<JsonReader> find(String name) {
    known.add(name);
    return Optional.ofNullable(node.get(name)).map(value -> new JsonReader(value, placeOf(name)));
  }

  <T> List<T> list(Function<JsonReader, T> reader) {
    if (!node.isArray()) {
      throw must("a list");
    }
    List<T> elements = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      elements.add(reader.apply(new JsonReader(node.get(i), place + "[" + i + "]")));
    }
    return elements;
  }

  <T> List<T> objects(Function<JsonReader, T> reader) {
    return list(element -> element.object(reader));
  }

  /** The properties of an object whose names can be any. */
  void properties(BiConsumer<String, JsonReader> reader) {
    if (!node.isObject()) {
      throw must("an object");
    }
    node.properties()
        .forEach(
            property ->
                reader.accept(
                    property.getKey(),
                    new JsonReader(property.getValue(), placeOf(abbreviated(property.getKey())))));
  }

  boolean isText(String text) {
    return text.equals(node.textValue());
  }

  String text() {
    if (!node.isTextual()) {
      throw must("text");
    }
    return node.textValue();
  }

  String text(Pattern pattern, String what) {
    if (!node.isTextual() || !pattern.matcher(node.textValue()).matches()) {
      throw must(what);
    }
    return node.textValue();
  }

  String id() {
    return text(ID, "32 lowercase hex digits");
  }

  String hashId() {
    return text(HASH_ID, "nine digits");
  }

  boolean flag() {
    if (!node.isBoolean()) {
      throw must("true or false");
    }
    return node.booleanValue();
  }

  long number(long least, long most) {
    if (!node.isIntegralNumber()
        || !node.canConvertToLong()
        || node.longValue() < least
        || node.longValue() > most) {
      throw must("a whole number from " + least + " to " + most);
    }
    return node.longValue();
  }

  int count() {
    return (int) number(0, Integer.MAX_VALUE);
  }

  Instant instant() {
    return parsed(Instant::parse, "a time such as 2030-01-31T12:00:00Z");
  }

  Duration duration() {
    return parsed(Duration::parse, "a duration such as PT1.5S");
  }

  <E extends Enum<E>> E word(Class<E> words) {
    return Arrays.stream(words.getEnumConstants())
        .filter(word -> node.isTextual() && word.name().equals(node.textValue()))
        .findFirst()
        .orElseThrow(() -> must("one of " + Arrays.toString(words.getEnumConstants())));
  }

  private <T> T parsed(Function<String, T> parser, String what) {
    try {
      return parser.apply(text());
    } catch (DateTimeException | ArithmeticException e) {
      throw must(what);
    }
  }

  private String placeOf(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  private static String abbreviated(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
