package io.github.flippingbookemulator;

import io.github.flippingbookemulator.internal.time.Threads;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;

/** The emulator as a process of its own. */
final class Main {
  /** The options or the address cannot be used. */
  private static final int BAD_START = 2;

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
      CommandLineOptions commandLine = CommandLineOptions.parse(arguments);
      if (commandLine.wantsHelp()) {
        System.out.print(CommandLineSpec.help());
      } else if (commandLine.wantsVersion()) {
        System.out.println(CommandLineSpec.version());
      } else {
        run(commandLine.options(System.getenv()));
      }
    } catch (StartFailure e) {
      System.err.println(e.getMessage());
      System.exit(BAD_START);
    }
  }

  private static void run(EmulatorOptions options) throws InterruptedException {
    ProcessLog.use(options);
    Emulator emulator = start(options);
    Threads.whenProcessEnds(emulator::close);
    if (!isLoopback(options.host())) {
      boolean open = options.control().on() && options.control().token() == null;
      System.err.printf(
          "Warning: listening on %s, where other machines may call the emulator%s%n",
          options.host(), open ? " and control it" : "");
    }
    System.out.print(ready(emulator, options.https()));
    // All threads are daemons; this one holds the process until a signal ends it.
    new CountDownLatch(1).await();
  }

  /** In one piece, so that whoever reads the first line can read the second at once. */
  private static String ready(Emulator emulator, HttpsOptions https) {
    String ready =
        "FlippingBook emulator ready: %s (API key: %s)%n"
            .formatted(emulator.apiUrl(), apiKey(emulator));
    if (https.port() == null) {
      return ready;
    }
    String authority =
        https.certificateFile() == null ? " (CA: " + emulator.uri() + "/_emulator/ca.pem)" : "";
    return ready + "HTTPS: %s%s%n".formatted(emulator.httpsApiUrl(), authority);
  }

  private static String apiKey(Emulator emulator) {
    // A state that was kept can have none.
    return emulator.accounts().defaultAccount().apiKeys().stream().findFirst().orElse("none");
  }

  private static Emulator start(EmulatorOptions options) {
    try {
      return Emulator.start(options);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw new StartFailure(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
