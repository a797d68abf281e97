package io.github.flippingbookemulator.internal.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.internal.error.Suggestion;
import io.github.flippingbookemulator.internal.json.LocatedJson;
import io.github.flippingbookemulator.internal.json.RelaxedJson;
import io.github.flippingbookemulator.internal.json.UnreadableJson;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionException;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.option.TextFile;
import io.github.flippingbookemulator.internal.option.TextTypes;
import io.github.flippingbookemulator.internal.option.ValueType;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A configuration file, or a part of one. It knows where it stands, so that a complaint names file
 * and line.
 */
final class ConfigFile {
  /** Text that is not empty. */
  static final ValueType<String> TEXT =
      new TextTypes.Text("TEXT", "text that is not empty", "(?s).*\\S.*");

  private final Path file;
  private final LocatedJson json;
  private final JsonPointer at;
  private final String name;

  private ConfigFile(Path file, LocatedJson json, JsonPointer at, String name) {
    this.file = file;
    this.json = json;
    this.at = at;
    this.name = name;
  }

  /**
   * Reads a file.
   *
   * @throws OptionException if it cannot be read, or is no JSON5 object
   */
  static ConfigFile read(Path file) {
    try {
      LocatedJson json = RelaxedJson.parseWithLines(TextFile.read("configuration", file));
      return new ConfigFile(file, json, JsonPointer.empty(), "a configuration");
    } catch (UnreadableJson e) {
      throw new OptionException(file + ", line " + e.line() + ": " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw new OptionException(String.valueOf(e.getMessage()));
    }
  }

  /** Where the part stands: {@code accounts[0].plan}. */
  String name() {
    return name;
  }

  /**
   * Requires an object that has no other properties.
   *
   * @throws OptionException about the first property that is unknown
   */
  void requireOnly(Collection<String> known) {
    for (ConfigFile property : properties()) {
      String key = property.lastName();
      if (!known.contains(key)) {
        throw property.wrong("unknown key '" + key + "'" + Suggestion.ending(key, known));
      }
    }
  }

  /** The part of that name, if there is one. */
  Optional<ConfigFile> find(String key) {
    return properties().stream().filter(property -> property.lastName().equals(key)).findFirst();
  }

  /**
   * The part of that name.
   *
   * @throws OptionException if there is none
   */
  ConfigFile get(String key) {
    return find(key).orElseThrow(() -> wrong(name + " needs the key '" + key + "'"));
  }

  /**
   * The parts of an object.
   *
   * @throws OptionException if it is none
   */
  List<ConfigFile> properties() {
    if (!node().isObject()) {
      throw mustBe("an object");
    }
    List<ConfigFile> properties = new ArrayList<>();
    node()
        .fieldNames()
        .forEachRemaining(
            key -> {
              String longName = at.matches() ? key : name + "." + key;
              properties.add(new ConfigFile(file, json, at.appendProperty(key), longName));
            });
    return properties;
  }

  /**
   * The parts of a list.
   *
   * @throws OptionException if it is none
   */
  List<ConfigFile> elements() {
    if (!node().isArray()) {
      throw mustBe("a list");
    }
    List<ConfigFile> elements = new ArrayList<>();
    for (int i = 0; i < node().size(); i++) {
      elements.add(new ConfigFile(file, json, at.appendIndex(i), name + "[" + i + "]"));
    }
    return elements;
  }

  /**
   * Reads a single value.
   *
   * @throws OptionException if it is not what it must be
   */
  <T> T as(ValueType<T> value) {
    return value.read(place() + name, text(value));
  }

  /**
   * Reads an id: text that is not empty, or a whole number.
   *
   * @throws OptionException if it is neither
   */
  String id() {
    boolean isId = node().isTextual() ? !node().textValue().isBlank() : node().isIntegralNumber();
    if (!isId) {
      throw mustBe("text that is not empty, or a whole number");
    }
    return node().asText();
  }

  /**
   * Chooses this value for an option. Paths are relative to the file.
   *
   * @throws OptionException if it is not what it must be
   */
  <T> OptionValues choose(OptionValues values, Option<T> option) {
    String text = text(option.type());
    if (option.type() instanceof TextTypes.FilePath path) {
      text = beside(path.read(place() + name, text)).toString();
    }
    return values.withText(option, place() + name, text);
  }

  /** What a path in the file means. */
  Path beside(Path path) {
    return file.toAbsolutePath().resolveSibling(path).normalize();
  }

  /** The name of a property in its object. */
  String lastName() {
    return at.last().getMatchingProperty();
  }

  /** A complaint about this part. */
  OptionException wrong(String what) {
    return new OptionException(place() + what);
  }

  private String text(ValueType<?> value) {
    JsonNode node = node();
    return switch (value.form()) {
      case LIST ->
          node.isTextual()
              ? node.textValue()
              : elements().stream()
                  .map(element -> element.as(TEXT))
                  .collect(Collectors.joining(","));
      case TEXT -> {
        if (!node.isTextual()) {
          throw mustBe(value.rule());
        }
        yield node.textValue();
      }
      case STRUCTURE -> throw mustBe(value.rule());
      case SCALAR, SWITCH -> {
        if (!node.isValueNode() || node.isNull()) {
          throw mustBe(value.rule());
        }
        yield node.asText();
      }
    };
  }

  private OptionException mustBe(String what) {
    JsonNode node = node();
    String found =
        node.isObject()
            ? "an object"
            : node.isArray() ? "a list" : node.isTextual() ? "text" : node.asText();
    return wrong(name + " must be " + what + ", not " + found);
  }

  private JsonNode node() {
    return json.document().at(at);
  }

  private String place() {
    return file + ", line " + json.lineOf(at) + ": ";
  }
}
