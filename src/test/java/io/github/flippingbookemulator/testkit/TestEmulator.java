package io.github.flippingbookemulator.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.journal.JournalEntry;
import io.github.flippingbookemulator.source.Pace;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The emulator of a test, started with the field that holds it and stopped by JUnit's
 * {@code @AutoClose}, with the calls about publications and sources, which are named by their
 * paths.
 */
public final class TestEmulator implements AutoCloseable {
  /** The clock stands still, and conversions are done at once. */
  public static final EmulatorOptions IMMEDIATE =
      EmulatorOptions.defaults()
          .speed(0)
          .pace(Pace.IMMEDIATE)
          .webhookTimeout(Duration.ofSeconds(3));

  private static final String PUBLICATIONS = "/fbonline/publication";

  private final Emulator emulator;
  private final Api api;

  private TestEmulator(EmulatorOptions options) {
    emulator = Emulator.start(options);
    api = new Api(emulator);
  }

  public static TestEmulator frozen() {
    return frozen(options -> options);
  }

  public static TestEmulator frozen(UnaryOperator<EmulatorOptions> more) {
    return new TestEmulator(more.apply(EmulatorOptions.defaults().speed(0)));
  }

  @Override
  public void close() {
    emulator.close();
  }

  public Emulator emulator() {
    return emulator;
  }

  public Api api() {
    return api;
  }

  /** Creates a publication and returns its path. */
  public String create(String body) {
    return PUBLICATIONS + "/" + api.post(PUBLICATIONS, body).ok().text("/id");
  }

  /** Creates a publication from a PDF and returns its path. */
  public String publish(byte[] pdf) {
    return create(data(pdf));
  }

  /** Adds a source to a publication and returns its path. */
  public String addSource(String publication, String body) {
    return publication + "/source/" + api.post(publication + "/source", body).ok().text("/id");
  }

  /** The path of a publication's oldest source. */
  public String firstSource(String publication) {
    return publication + "/source/" + api.get(publication + "/source").ok().text("/sources/0/id");
  }

  public JsonNode publication(String path) {
    return api.get(path).ok().at("/publication");
  }

  public JsonNode source(String path) {
    return api.get(path).ok().at("/source");
  }

  /** The value of a property of a publication or source that is text. */
  public String state(String path) {
    return api.get(path)
        .ok()
        .text(path.contains("/source/") ? "/source/state" : "/publication/state");
  }

  /** What happened of one kind, oldest first. */
  public <E extends DomainEvent> List<E> happened(Class<E> kind) {
    return emulator.journal().entries().stream()
        .filter(JournalEntry.Happening.class::isInstance)
        .map(entry -> ((JournalEntry.Happening) entry).event())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** The last part of a path. */
  public static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A body that brings a PDF along. */
  public static String data(byte[] pdf) {
    return "{data: '" + Api.base64(pdf) + "'}";
  }
}
