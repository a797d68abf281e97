package io.github.flippingbookemulator.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.flippingbookemulator.account.Folder;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.control.Fidelity;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.fault.FaultRule;
import io.github.flippingbookemulator.journal.JournalControl;
import io.github.flippingbookemulator.journal.JournalEntry;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.reader.Lead;
import io.github.flippingbookemulator.reader.Session;
import io.github.flippingbookemulator.source.Outcome;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.source.SourceState;
import io.github.flippingbookemulator.time.Pending;
import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.InboxControl;
import io.github.flippingbookemulator.trigger.Mail;
import io.github.flippingbookemulator.trigger.Trigger;
import io.github.flippingbookemulator.trigger.TriggerScope;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record that the control plane brings or takes comes through JSON as it was. */
class RecordsAsJsonTest {
  /** Values that the records' own rules accept; any other value is made up by its type. */
  private static final Map<Class<?>, List<Object>> SAMPLES =
      Map.of(
          CallMatcher.class,
              List.of(new CallMatcher(2, "GET", "/fbonline/**", 7), CallMatcher.every()),
          Fault.Refuse.class,
              List.of(
                  new Fault.Refuse(ErrorCode.NOT_FOUND),
                  new Fault.Refuse(ErrorCode.INVALID_DATA, 418, "ä\n")),
          Fault.ProxyError.class, List.of(new Fault.ProxyError(502)),
          InboxControl.Reaction.Status.class, List.of(new InboxControl.Reaction.Status(204)),
          Outcome.Stuck.class, List.of(new Outcome.Stuck(SourceState.QUEUED)));

  static Stream<Class<?>> types() {
    Stream<Class<?>> plain =
        Stream.of(
            Plan.class,
            Folder.class,
            Publication.class,
            Source.class,
            TrackedLink.class,
            Trigger.class,
            Session.class,
            Lead.class,
            Delivery.class,
            Mail.class,
            InboxControl.Message.class,
            FaultRule.class,
            CallMatcher.class,
            JournalControl.Page.class,
            Pending.class,
            Fidelity.class);
    Stream<Class<?>> kinds =
        Stream.of(
                DomainEvent.class,
                Fault.class,
                Outcome.class,
                TriggerScope.class,
                JournalEntry.class,
                InboxControl.Reaction.class)
            .flatMap(RecordTypes::kinds);
    return Stream.concat(plain, kinds);
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_record_is_read_as_it_was_written(Class<?> type) {
    List<Object> values =
        SAMPLES.getOrDefault(type, List.of(sample(type, false), sample(type, true)));
    for (Object value : values) {
      byte[] json = ControlJson.write(value);

      assertThat((Object) ControlJson.read(json, type)).as(new String(json)).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void one_of_several_kinds_is_read_by_its_name(Class<?> type) {
    for (Class<?> common : type.getInterfaces()) {
      Object value = SAMPLES.getOrDefault(type, List.of(sample(type, true))).get(0);

      assertThat((Object) ControlJson.read(ControlJson.write(value), common)).isEqualTo(value);
    }
  }

  @Test
  void every_event_of_the_emulator_is_among_them() {
    Stream<JavaClass> events =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.github.flippingbookemulator")
                .stream()
                .filter(type -> type.isAssignableTo(DomainEvent.class) && !type.isInterface());

    assertThat(events.map(JavaClass::getName))
        .containsExactlyInAnyOrderElementsOf(
            RecordTypes.kinds(DomainEvent.class).map(Class::getName).toList());
  }

  @Test
  void no_two_kinds_of_a_thing_have_the_same_name() {
    for (Class<?> common :
        List.of(DomainEvent.class, Fault.class, Outcome.class, JournalEntry.class)) {
      assertThat(RecordTypes.kinds(common).map(RecordTypes::name)).doesNotHaveDuplicates();
    }
  }

  @Test
  void words_and_values_look_as_in_the_api() {
    Source source =
        new Source(
            "a",
            "p",
            Instant.parse("2030-01-31T12:00:00.5Z"),
            SourceState.WAIT_AUTO_QUEUE,
            null,
            3,
            null);
    assertThat(json(source))
        .isEqualTo(
            "{'id':'a','publicationId':'p','received':'2030-01-31T12:00:00.500Z',"
                + "'state':'WaitAutoQueue','totalPages':3}");
    assertThat(json(new ConversionsRoutes.NewPace(Pace.PER_POLL))).isEqualTo("{'pace':'per-poll'}");
    assertThat(json(new Fault.Delay(Duration.ofMillis(1500))))
        .isEqualTo("{'type':'delay','time':'PT1.5S'}");
    assertThat(json(new Delivery.Try(Instant.EPOCH, Duration.ZERO, OptionalInt.empty(), "x")))
        .isEqualTo("{'at':'1970-01-01T00:00:00Z','took':'PT0S','failure':'x'}");
  }

  private static String json(Object value) {
    return new String(ControlJson.write(value)).replace('"', '\'');
  }

  /** Makes up a value; what may be absent is there or not. */
  private static Object sample(Type type, boolean full) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
        case "List" -> full ? List.of(sample(of[0], true), sample(of[0], false)) : List.of();
        case "Set" -> full ? Set.of(sample(of[0], true)) : Set.of();
        case "Map" -> full ? Map.of("A-Name", sample(of[1], true)) : Map.of();
        default -> throw new AssertionError(type);
      };
    }
    Class<?> plain = (Class<?>) type;
    if (SAMPLES.containsKey(plain)) {
      return SAMPLES.get(plain).get(0);
    }
    if (plain.isRecord()) {
      return record(plain, full);
    }
    if (plain.isEnum()) {
      return plain.getEnumConstants()[full ? plain.getEnumConstants().length - 1 : 0];
    }
    if (plain.isInterface()) {
      return sample(RecordTypes.kinds(plain).findFirst().orElseThrow(), full);
    }
    return switch (plain.getSimpleName()) {
      case "String" -> full ? "ä \"'\n\u0000 \uD83D\uDE00" : "";
      case "int", "Integer" -> full ? Integer.MAX_VALUE : 0;
      case "long" -> full ? Long.MAX_VALUE : 0L;
      case "double" -> full ? 1e-300 : 0.0;
      case "boolean", "Boolean" -> full;
      case "Instant" -> full ? Instant.parse("2030-01-31T12:00:00.123456Z") : Instant.EPOCH;
      case "Duration" -> full ? Duration.ofSeconds(1, 1) : Duration.ofMillis(1);
      case "OptionalInt" -> full ? OptionalInt.of(7) : OptionalInt.empty();
      default -> throw new AssertionError(type);
    };
  }

  private static Object record(Class<?> type, boolean full) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values =
        Arrays.stream(components)
            .map(each -> nullable(each) && !full ? null : sample(each.getGenericType(), full))
            .toArray();
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type.getName(), e);
    }
  }

  private static boolean nullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
