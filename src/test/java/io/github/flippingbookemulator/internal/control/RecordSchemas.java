package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.json.RecordMapper;
import io.github.flippingbookemulator.journal.JournalControl;
import io.github.flippingbookemulator.reader.Session;
import io.github.flippingbookemulator.time.Pending;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes records, the interfaces above them and enums as schemas, with the words of their Javadoc.
 */
final class RecordSchemas {
  /**
   * Types whose simple name says enough, since what is around them is a group of calls or kinds.
   */
  private static final String PLAIN =
      ".*(Operations|Routes|Operation|Event|Fault|ControlOperation)";

  /** What the calls that are not in a table send and get. */
  private static final List<Class<?>> REQUESTS =
      List.of(
          AccountsRoutes.NewAccount.class,
          AccountsRoutes.NewPlan.class,
          AccountsRoutes.ApiKey.class,
          AccountsRoutes.Domains.class,
          AccountsRoutes.Folders.class,
          ReadersRoutes.NewVisit.class,
          ReadersRoutes.PrintedPages.class,
          ReadersRoutes.ClickedLink.class,
          ReadersRoutes.SentLead.class,
          ReadersRoutes.VisitEnd.class,
          ReadersRoutes.LeadForm.class,
          InboxesRoutes.AwaitedMessages.class,
          InboxesRoutes.NewReactions.class,
          ControlRoutes.Settle.class,
          ControlRoutes.Login.class);

  private static final List<Class<?>> ANSWERS =
      List.of(
          AccountsRoutes.AccountView.class,
          InboxesRoutes.InboxContent.class,
          InboxControl.Message.class,
          JournalControl.Page.class,
          Session.class,
          Pending.class,
          ControlRoutes.Index.class);

  private final Map<String, String> schemas = new TreeMap<>();
  private final Set<Class<?>> requests = new HashSet<>();
  private final Deque<Class<?>> waiting = new ArrayDeque<>();

  RecordSchemas() {
    REQUESTS.forEach(this::addRequest);
    ANSWERS.forEach(this::add);
  }

  /** Adds a record that is read from a body, where a duration may be a number of seconds. */
  String addRequest(Class<?> type) {
    requests.add(type);
    return add(type);
  }

  /** Adds a record and returns the name of its schema. */
  String add(Class<?> type) {
    waiting.add(type);
    return name(type);
  }

  /** Adds a list as the only property of an object, and returns the name of that schema. */
  String addList(String property, Class<?> element) {
    String name = OperationPaths.capital(property);
    schemas.put(
        name,
        """
            %s:
              type: object
              required: [%s]
              properties:
                %2$s: {type: array, items: %s}
              additionalProperties: false
        """
            .indent(0)
            .formatted(name, property, reference(element)));
    return name;
  }

  /** Returns the name of a schema: that of the type, after that of the one around it. */
  static String name(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    if (type == Endpoints.Entry.class) {
      return "Endpoint";
    }
    return around == null || around.getSimpleName().matches(PLAIN)
        ? type.getSimpleName()
        : name(around).replaceFirst("Control$", "") + type.getSimpleName();
  }

  String yaml(String document) {
    Set<String> done = new HashSet<>();
    while (!waiting.isEmpty()) {
      Class<?> type = waiting.remove();
      if (done.add(name(type))) {
        schemas.put(name(type), schema(type));
      }
    }
    return String.join("", schemas.values());
  }

  private String schema(Class<?> type) {
    StringBuilder yaml = new StringBuilder("    " + name(type) + ":\n");
    String about = JavadocOf.type(type);
    if (!about.isEmpty()) {
      yaml.append("      description: ").append(quoted(about)).append('\n');
    }
    if (type.isEnum()) {
      yaml.append("      type: string\n      enum:\n");
      for (Object constant : type.getEnumConstants()) {
        yaml.append("        - ").append(RecordMapper.wordOf((Enum<?>) constant)).append('\n');
      }
      return yaml.toString();
    }
    if (!type.isRecord()) {
      yaml.append("      oneOf:\n");
      subtypes(type)
          // The compilers of different JDKs list permitted subclasses in different orders.
          .sorted(Comparator.comparing(RecordMapper::nameOf))
          .forEach(each -> yaml.append("        - ").append(reference(each)).append('\n'));
      return yaml.toString();
    }
    return yaml.append(properties(type)).toString();
  }

  private Stream<Class<?>> subtypes(Class<?> type) {
    Stream<Class<?>> below =
        type.isSealed()
            ? Stream.of(type.getPermittedSubclasses())
            : ControlJson.mapper().subtypes(type);
    return below.flatMap(each -> each.isRecord() ? Stream.of(each) : subtypes(each));
  }

  private String properties(Class<?> type) {
    List<String> required = new ArrayList<>();
    StringBuilder properties = new StringBuilder();
    boolean hasType =
        Stream.of(type.getInterfaces())
            .anyMatch(each -> each.isSealed() || isSubtypeOfOpen(each, type));
    if (hasType) {
      required.add("type");
      properties.append("        'type': {const: ").append(RecordMapper.nameOf(type)).append("}\n");
    }
    for (RecordComponent each : type.getRecordComponents()) {
      boolean optional =
          each.getAnnotatedType().isAnnotationPresent(Nullable.class)
              || each.getType() == OptionalInt.class;
      if (!optional) {
        required.add(each.getName());
      }
      String about = JavadocOf.component(type, each.getName());
      properties
          .append("        '")
          .append(each.getName()) // in quotes, since YAML takes on for true
          .append("': {")
          .append(value(each.getGenericType(), requests.contains(type)))
          .append(about.isEmpty() ? "" : ", description: " + quoted(about))
          .append("}\n");
    }
    return "      type: object\n"
        + (required.isEmpty()
            ? ""
            : required.stream()
                .map(RecordSchemas::quoted)
                .collect(Collectors.joining(", ", "      required: [", "]\n")))
        + (properties.isEmpty() ? "" : "      properties:\n" + properties)
        + "      additionalProperties: false\n";
  }

  private static boolean isSubtypeOfOpen(Class<?> open, Class<?> type) {
    return ControlJson.mapper().subtypes(open).anyMatch(each -> each == type && open != type);
  }

  private String value(Type type, boolean request) {
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      Type[] arguments = generic.getActualTypeArguments();
      return Collection.class.isAssignableFrom(raw)
          ? "type: array, items: {" + value(arguments[0], request) + "}"
          : "type: object, additionalProperties: true";
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return "type: string";
    }
    if (plain == URI.class) {
      return "type: string, format: uri";
    }
    if (plain == int.class || plain == Integer.class || plain == OptionalInt.class) {
      return "type: integer, format: int32";
    }
    if (plain == long.class || plain == Long.class) {
      return "type: integer, format: int64";
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return "type: boolean";
    }
    if (plain == double.class) {
      return "type: number";
    }
    if (plain == Instant.class) {
      return "$ref: '#/components/schemas/Instant'";
    }
    if (plain == Duration.class) {
      return "$ref: '#/components/schemas/Duration" + (request ? "OrSeconds'" : "'");
    }
    String reference = reference(plain);
    return reference.substring(1, reference.length() - 1);
  }

  private String reference(Class<?> type) {
    add(type);
    return "{$ref: '#/components/schemas/" + name(type) + "'}";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
