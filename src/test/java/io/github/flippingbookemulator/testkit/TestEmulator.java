package io.github.flippingbookemulator.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.journal.JournalEntry;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The emulator of a test: started before it and stopped after it. Publications and sources are
 * named by their paths.
 */
public final class TestEmulator implements BeforeEachCallback, AfterEachCallback {
  private static final String PUBLICATIONS = "/fbonline/publication";

  private final EmulatorOptions options;
  private Emulator emulator;
  private Api api;

  private TestEmulator(EmulatorOptions options) {
    this.options = options;
  }

  public static TestEmulator frozen() {
    return frozen(options -> options);
  }

  public static TestEmulator frozen(UnaryOperator<EmulatorOptions> more) {
    return with(more.apply(EmulatorOptions.defaults().speed(0)));
  }

  /** An emulator with just these options. */
  public static TestEmulator with(EmulatorOptions options) {
    return new TestEmulator(options);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    emulator = Emulator.start(options);
    api = new Api(emulator);
  }

  @Override
  public void afterEach(ExtensionContext context) {
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
