package io.github.flippingbookemulator.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.json.IsoTime;
import io.github.flippingbookemulator.internal.store.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, read property by property. Names are matched without regard to case (E).
 *
 * <p>Reading never throws: a value of the wrong type is recorded and counts as omitted, so that
 * {@link #check} can report all broken rules at once.
 */
public final class Body {
  private static final int SHOWN = 60;

  private final TreeMap<String, JsonNode> properties = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<String> problems;
  private final Set<String> read = new HashSet<>();
  private final List<Body> nested = new ArrayList<>();
  private final boolean empty;
  private boolean asked;

  /**
   * Begins to read.
   *
   * @param root the parsed body
   * @param empty whether nothing was sent
   */
  Body(JsonNode root, boolean empty) {
    this(root, empty, new ArrayList<>());
  }

  private Body(JsonNode root, boolean empty, List<String> problems) {
    this.empty = empty;
    this.problems = problems;
    if (root.isObject()) {
      root.properties().forEach(property -> properties.put(property.getKey(), property.getValue()));
    } else {
      problem("The body must be a JSON object, not " + describe(root) + ".");
    }
  }

  /**
   * Tells whether a property has a value.
   *
   * @param name the property
   * @return false if it is omitted, null or an empty array
   */
  public boolean has(String name) {
    JsonNode node = node(name);
    return node != null && !node.isNull() && !(node.isArray() && node.isEmpty());
  }

  /**
   * Reads a property that holds text.
   *
   * @param name the property
   * @return the value; absent if omitted or of the wrong type; cleared if null
   */
  public Change<String> text(String name) {
    return read(name, "a string", node -> node.isTextual() ? node.textValue() : null);
  }

  /**
   * Reads an id that is a string today and was a whole number earlier (H), so that both are
   * accepted (E).
   *
   * @param name the property
   * @return the value, a number in its decimal digits; absent if omitted or of the wrong type;
   *     cleared if null
   */
  public Change<String> textOrNumber(String name) {
    return read(name, "a string, or a whole number of at most 32 bits", Body::asTextOrNumber);
  }

  /**
   * Reads a property that holds a boolean, or a string with one (E).
   *
   * @param name the property
   * @return the value; absent if omitted or of the wrong type; cleared if null
   */
  public Change<Boolean> flag(String name) {
    return read(name, "true or false", Body::asBoolean);
  }

  /**
   * Reads a property that holds a whole number, or a string with one (E).
   *
   * @param name the property
   * @param min the smallest number accepted
   * @param max the largest number accepted
   * @return the value; absent if omitted or of the wrong type; cleared if null
   */
  public Change<Integer> number(String name, int min, int max) {
    String wanted = "a whole number from " + min + " to " + max;
    return read(name, wanted, node -> asWholeNumber(node, min, max));
  }

  /**
   * Reads a property that holds one of a few words; upper and lower case are distinguished.
   *
   * @param name the property
   * @param words the words accepted
   * @return the value; absent if omitted or of the wrong type; cleared if null
   */
  public Change<String> word(String name, List<String> words) {
    return read(
        name,
        "one of " + words,
        node -> node.isTextual() && words.contains(node.textValue()) ? node.textValue() : null);
  }

  /**
   * Reads a property that holds a time in a usual form of ISO 8601, or {@code false} or an empty
   * string for none (E: the reference gives the type of this property as boolean, but describes a
   * time).
   *
   * @param name the property
   * @return the value; {@code false} and an empty string clear it, as null does
   */
  public Change<Instant> instantOrFalse(String name) {
    JsonNode node = node(name);
    if (node == null) {
      return new Change.Absent<>();
    }
    boolean none =
        node.isTextual() && node.textValue().isEmpty() || Boolean.FALSE.equals(asBoolean(node));
    if (none || node.isNull()) {
      if (!node.isBoolean()) {
        Reliance.on(Statement.LINK_NOT_OPENED_FORMS);
      }
      return new Change.Cleared<>();
    }
    if (Boolean.TRUE.equals(asBoolean(node))) {
      Reliance.on(Statement.LINK_NOT_OPENED_WITHOUT_DATE);
    }
    String missing = IsoTime.missingIn(node.asText());
    return read(
        name,
        "a date and time in ISO 8601 such as 2026-12-01T10:00:00Z, or false; what is missing is "
            + missing,
        Body::asInstant);
  }

  /**
   * Reads a property that holds an object.
   *
   * @param name the property
   * @return the object, as a body that adds its problems to this one's
   */
  public Change<Body> object(String name) {
    return read(name, "an object", node -> node.isObject() ? inside(node) : null);
  }

  /**
   * Reads a property that holds an array of strings.
   *
   * @param name the property
   * @return the value; absent if omitted or of the wrong type; cleared if null
   */
  public Change<List<String>> texts(String name) {
    return read(name, "an array of strings", Body::asTexts);
  }

  /**
   * Records a rule that the body breaks.
   *
   * @param sentence a sentence that names the property, what was received and what is accepted
   */
  public void problem(String sentence) {
    problems.add(sentence);
  }

  /**
   * Refuses the request if anything that was read broke a rule.
   *
   * @throws Refusal with {@code InternalError}, with one message for each broken rule
   */
  public void check() {
    if (empty && asked) {
      Reliance.on(Statement.GENERAL_EMPTY_BODY);
    }
    noteUnread();
    if (!problems.isEmpty()) {
      throw Refusal.badFormat(problems);
    }
  }

  private Body inside(JsonNode object) {
    Body body = new Body(object, false, problems);
    nested.add(body);
    return body;
  }

  private void noteUnread() {
    if (read.size() < properties.size()) {
      Reliance.on(Statement.GENERAL_UNKNOWN_PROPERTIES);
    }
    nested.forEach(Body::noteUnread);
  }

  private @Nullable JsonNode node(String name) {
    asked = true;
    JsonNode node = properties.get(name);
    if (node != null && read.add(name) && !name.equals(properties.ceilingKey(name))) {
      Reliance.on(Statement.GENERAL_NAMES_ANY_CASE);
    }
    return node;
  }

  private <T> Change<T> read(String name, String wanted, Function<JsonNode, @Nullable T> reader) {
    JsonNode node = node(name);
    if (node == null) {
      return new Change.Absent<>();
    }
    if (node.isNull()) {
      return new Change.Cleared<>();
    }
    T value = reader.apply(node);
    if (value == null) {
      problem(name + ": received " + describe(node) + "; accepted is " + wanted + ".");
      return new Change.Absent<>();
    }
    return new Change.Set<>(value);
  }

  private static @Nullable Boolean asBoolean(JsonNode node) {
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    Boolean value =
        switch (node.isTextual() ? node.textValue().toLowerCase(Locale.ROOT) : "") {
          case "true" -> Boolean.TRUE;
          case "false" -> Boolean.FALSE;
          default -> null;
        };
    if (value != null) {
      Reliance.on(Statement.GENERAL_VALUES_IN_STRINGS);
    }
    return value;
  }

  private static @Nullable Instant asInstant(JsonNode node) {
    return node.isTextual() ? IsoTime.parse(node.textValue()).orElse(null) : null;
  }

  private static @Nullable List<String> asTexts(JsonNode node) {
    if (!node.isArray()) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : node) {
      if (!element.isTextual()) {
        return null;
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  private static @Nullable String asTextOrNumber(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    }
    Integer number = asWholeNumber(node, Integer.MIN_VALUE, Integer.MAX_VALUE);
    Reliance.on(Statement.FOLDERS_NUMBERS);
    return number == null ? null : number.toString();
  }

  private static @Nullable Integer asWholeNumber(JsonNode node, int min, int max) {
    BigDecimal number;
    if (node.isNumber() && Double.isFinite(node.doubleValue())) {
      number = node.decimalValue();
    } else if (node.isTextual() && node.textValue().matches("[+-]?\\d{1,18}")) {
      Reliance.on(Statement.GENERAL_VALUES_IN_STRINGS);
      number = new BigDecimal(node.textValue());
    } else {
      return null;
    }
    boolean inRange =
        number.compareTo(BigDecimal.valueOf(min)) >= 0
            && number.compareTo(BigDecimal.valueOf(max)) <= 0;
    // The range is checked first: the integral part of 1e1000000 has a million digits.
    return inRange && number.stripTrailingZeros().scale() <= 0 ? number.intValueExact() : null;
  }

  private static String describe(JsonNode node) {
    if (node.isObject()) {
      return "an object";
    }
    if (node.isArray()) {
      return "an array";
    }
    String shown = node.isTextual() ? "'" + node.textValue() + "'" : node.asText();
    return shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "…'";
  }
}
