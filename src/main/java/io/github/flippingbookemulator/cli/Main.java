package io.github.flippingbookemulator.cli;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.control.KnownSecrets;
import io.github.flippingbookemulator.internal.http.ControlOptions;
import io.github.flippingbookemulator.internal.http.ServerOptions;
import io.github.flippingbookemulator.internal.journal.LogOptions;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.runtime.StateFile;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.internal.tls.HttpsOptions;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The emulator as a process of its own. */
final class Main {
  /** The options or the address cannot be used. */
  private static final int STATE_LOST = 1;

  private static final int BAD_START = 2;

  /** The one subcommand; its classes are loaded with it only. */
  private static final String COMPARE = "compare";

  private Main() {}

  /**
   * Runs the emulator until the process is told to end.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) throws InterruptedException {
    System.setProperty("java.awt.headless", "true");
    ProcessLog.takeOver();
    try {
      if (arguments.length > 0 && arguments[0].equals(COMPARE)) {
        System.exit(CompareCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
      }
      CommandLine commandLine = CommandLine.parse(arguments);
      if (commandLine.wantsHelp()) {
        System.out.print(HelpText.help());
      } else if (commandLine.wantsVersion()) {
        System.out.println(HelpText.version());
      } else {
        Environment environment = Environment.of(System.getenv());
        environment.warnings().forEach(System.err::println);
        run(commandLine.options(environment));
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      System.err.println(String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " "));
      System.exit(BAD_START);
    }
  }

  private static void run(EmulatorOptions options) throws InterruptedException {
    ProcessLog.use(
        value(options, LogOptions.LOG).orElseThrow(),
        value(options, LogOptions.LOG_FORMAT).orElseThrow());
    if (value(options, StateFile.STATE).isPresent()) {
      ProcessLog.begin();
    }
    Emulator emulator = Emulator.start(options);
    ProcessLog.secrets(() -> KnownSecrets.of(emulator));
    Threads.whenProcessEnds(() -> stop(emulator));
    String host = value(options, ServerOptions.HOST).orElseThrow();
    if (!isLoopback(host)) {
      boolean open =
          value(options, ControlOptions.CONTROL).orElseThrow()
              && value(options, ControlOptions.CONTROL_TOKEN).isEmpty();
      System.err.printf(
          "Warning: listening on %s, where other machines may call the emulator%s%n",
          host, open ? " and control it" : "");
    }
    System.out.print(ready(emulator, options));
    // All threads are daemons; this one holds the process until a signal ends it.
    new CountDownLatch(1).await();
  }

  private static void stop(Emulator emulator) {
    try {
      emulator.close();
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage()); // the log may have ended before
      System.err.flush();
      Runtime.getRuntime().halt(STATE_LOST); // otherwise the exit code would be that of the signal
    }
  }

  private static <T> Optional<T> value(EmulatorOptions options, Option<T> option) {
    return options.get(option.name()).map(text -> option.type().read(option.name(), text));
  }

  /** In one piece, so that whoever reads the first line can read the second at once. */
  private static String ready(Emulator emulator, EmulatorOptions options) {
    String ready =
        "FlippingBook emulator ready: %s (API key: %s)%n"
            .formatted(emulator.apiUrl(), apiKey(emulator));
    if (value(options, HttpsOptions.HTTPS_PORT).isEmpty()) {
      return ready;
    }
    String authority =
        value(options, HttpsOptions.HTTPS_CERTIFICATE).isEmpty()
            ? " (CA: " + emulator.uri() + "/_emulator/ca.pem)"
            : "";
    return ready + "HTTPS: %s%s%n".formatted(emulator.httpsApiUrl(), authority);
  }

  private static String apiKey(Emulator emulator) {
    // A state that was kept can have none.
    return emulator.accounts().defaultAccount().apiKeys().stream().findFirst().orElse("none");
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
