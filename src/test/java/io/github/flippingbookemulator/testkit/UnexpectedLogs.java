package io.github.flippingbookemulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails every test during which the emulator logs a warning or a fault without {@link ExpectedLog}.
 * A test may be about something else; its output, which nobody reads, is in a file. Conversions
 * that fail are the subject of many tests, and never unexpected.
 */
public final class UnexpectedLogs implements BeforeEachCallback, AfterEachCallback {
  private static final Logger EMULATOR = Logger.getLogger("io.github.flippingbookemulator");
  private static final String CONVERSIONS =
      "io.github.flippingbookemulator.internal.source.ConversionStateMachine";

  @Override
  public void beforeEach(ExtensionContext test) {
    Records records = new Records(new CopyOnWriteArrayList<>());
    EMULATOR.addHandler(records);
    store(test).put(Records.class, records);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    Records records = store(test).get(Records.class, Records.class);
    EMULATOR.removeHandler(records);
    Optional<String> expected =
        test.getTestMethod()
            .map(method -> method.getAnnotation(ExpectedLog.class))
            .map(ExpectedLog::value);
    if (test.getExecutionException().isEmpty()) {
      assertThat(records.messages)
          .as("what the emulator logged without @ExpectedLog")
          .allMatch(message -> expected.isPresent() && message.startsWith(expected.get()));
      expected.ifPresent(
          start -> assertThat(records.messages).as("what was logged of '%s'", start).isNotEmpty());
    }
  }

  private static ExtensionContext.Store store(ExtensionContext test) {
    return test.getStore(Namespace.create(UnexpectedLogs.class, test.getUniqueId()));
  }

  /** Keeps the messages of warnings and faults. */
  static final class Records extends Handler {
    private final List<String> messages;

    Records(List<String> messages) {
      this.messages = messages;
    }

    @Override
    public void publish(LogRecord record) {
      if (record.getLevel().intValue() >= Level.WARNING.intValue()
          && !CONVERSIONS.equals(record.getLoggerName())) {
        messages.add(new SimpleFormatter().formatMessage(record));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
