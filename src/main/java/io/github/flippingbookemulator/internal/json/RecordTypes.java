package io.github.flippingbookemulator.internal.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Describes the domain's records to Jackson, since they have no Jackson annotations: the names of
 * subtypes and enum constants, and which properties are optional.
 */
final class RecordTypes extends JacksonAnnotationIntrospector {
  /** The property that holds the name of the subtype. */
  static final String TYPE = "type";

  private static final long serialVersionUID = 1;

  private static final JsonTypeInfo.Value BY_NAME =
      JsonTypeInfo.Value.construct(
          JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, TYPE, null, false, true, null);

  /** The subtypes of interfaces that are not sealed. */
  private final Map<Class<?>, List<? extends Class<?>>> open;

  /**
   * Describes records.
   *
   * @param open the interfaces that have subtypes without being sealed, and these subtypes
   */
  RecordTypes(Map<Class<?>, List<? extends Class<?>>> open) {
    this.open = Map.copyOf(open);
  }

  @Override
  public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
      MapperConfig<?> config, Annotated annotated) {
    Class<?> raw = annotated.getRawType();
    boolean hasKinds = isKinds(raw) || Stream.of(raw.getInterfaces()).anyMatch(this::isKinds);
    return annotated instanceof AnnotatedClass && hasKinds ? BY_NAME : null;
  }

  /** The name is also needed where a record is written under its own type, not as a subtype. */
  @Override
  public @Nullable String findTypeName(AnnotatedClass type) {
    return type.getRawType().isRecord() ? name(type.getRawType()) : null;
  }

  @Override
  public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
    return isKinds(annotated.getRawType())
        ? kinds(annotated.getRawType()).map(kind -> new NamedType(kind, name(kind))).toList()
        : null;
  }

  @Override
  public String[] findEnumValues(
      MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
    for (int i = 0; i < constants.length; i++) {
      names[i] = word(constants[i]);
    }
    return names;
  }

  @Override
  public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
    RecordComponent component = component(member);
    return component == null ? null : !canBeAbsent(component);
  }

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    RecordComponent component = annotated instanceof AnnotatedMember m ? component(m) : null;
    if (component == null) {
      return JsonSetter.Value.empty();
    }
    Nulls nulls = canBeAbsent(component) ? Nulls.SET : Nulls.FAIL;
    return JsonSetter.Value.construct(nulls, Nulls.FAIL);
  }

  /** Returns the name of a subtype: that of its class, with a lowercase first letter. */
  static String name(Class<?> kind) {
    String name = kind.getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** Returns all subtypes of an interface: the records below it. */
  Stream<Class<?>> kinds(Class<?> type) {
    List<? extends Class<?>> listed =
        type.isSealed() ? List.of(type.getPermittedSubclasses()) : open.get(type);
    return listed == null ? Stream.of(type) : listed.stream().flatMap(this::kinds);
  }

  /** Returns the word for a constant: that of the API, or else its name as on the command line. */
  static String word(Enum<?> constant) {
    try {
      return (String) constant.getDeclaringClass().getMethod("wire").invoke(constant);
    } catch (NoSuchMethodException e) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("wire() tells a word", e);
    }
  }

  private boolean isKinds(Class<?> type) {
    return open.containsKey(type) || type.isInterface() && type.isSealed();
  }

  private static @Nullable RecordComponent component(AnnotatedMember member) {
    return member instanceof AnnotatedParameter parameter
            && parameter.getDeclaringClass().isRecord()
        ? parameter.getDeclaringClass().getRecordComponents()[parameter.getIndex()]
        : null;
  }

  private static boolean canBeAbsent(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        || component.getType() == OptionalInt.class;
  }
}
