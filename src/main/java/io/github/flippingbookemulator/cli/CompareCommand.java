package io.github.flippingbookemulator.cli;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.Folder;
import io.github.flippingbookemulator.internal.compare.Compare;
import io.github.flippingbookemulator.internal.compare.CompareOptions;
import io.github.flippingbookemulator.internal.compare.CompareReport;
import io.github.flippingbookemulator.internal.compare.EventInbox;
import io.github.flippingbookemulator.internal.compare.ServiceUrl;
import io.github.flippingbookemulator.internal.compare.Stopped;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionException;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.journal.LogFormat;
import io.github.flippingbookemulator.journal.LogLevel;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.io.Console;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The subcommand {@code compare}: its flags, its question, its emulator. */
final class CompareCommand {
  private static final String KEY_VARIABLE = "COMPARE_API_KEY";
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  /** How long the process may still live after Ctrl-C to remove what was made, in seconds. */
  private static final long END = 60;

  private static final int INCOMPLETE = 1;

  private final CommandLine commandLine;

  private CompareCommand(CommandLine commandLine) {
    this.commandLine = commandLine;
  }

  /**
   * Compares, or merges reports.
   *
   * @param arguments what follows {@code compare}
   * @return the exit code
   * @throws OptionException if a flag, a file, the address or the key cannot be used
   */
  static int run(String... arguments) throws InterruptedException {
    ProcessLog.use(LogLevel.QUIET, LogFormat.TEXT);
    CommandLine commandLine =
        CommandLine.parse(CompareOptions.OPTIONS, withRepeatedReport(arguments));
    if (commandLine.wantsHelp()) {
      System.out.print(HelpText.compare(CompareOptions.OPTIONS));
      return 0;
    }
    if (commandLine.wantsVersion()) {
      System.out.println(HelpText.version());
      return 0;
    }
    List<String> reports = commandLine.value(CompareOptions.REPORT).orElseThrow();
    if (!reports.isEmpty()) {
      System.out.println(Compare.merge(reports.stream().map(Path::of).toList(), System.err));
      return 0;
    }
    return new CompareCommand(commandLine).compare();
  }

  /** Gives each file after {@code --report} a flag of its own. */
  private static String[] withRepeatedReport(String... arguments) {
    String report = CompareOptions.REPORT.flag();
    List<String> repeated = new ArrayList<>();
    boolean files = false;
    for (String argument : arguments) {
      boolean flag = argument.startsWith("-");
      boolean another = files && !flag && !repeated.get(repeated.size() - 1).equals(report);
      files = flag ? argument.equals(report) : files;
      repeated.add(another ? report + "=" + argument : argument);
    }
    return repeated.toArray(String[]::new);
  }

  private int compare() throws InterruptedException {
    // All that can be wrong is found before anything is printed or called.
    Compare.Plan plan = plan();
    boolean yes = commandLine.value(CompareOptions.YES).orElseThrow();
    Path json = reportFile(CompareOptions.JSON);
    Path markdown = reportFile(CompareOptions.MARKDOWN);
    Compare compare = new Compare(plan, System.out);
    compare.printPlan();
    if (!yes && !isConfirmed()) {
      System.out.println("Nothing was done.");
      return 2;
    }
    CountDownLatch ended = new CountDownLatch(1);
    Threads.whenProcessEnds(
        () -> {
          if (ended.getCount() > 0) {
            compare.stop();
            await(ended, plan.name());
          }
        });
    try (Emulator emulator = emulator();
        Threads threads = new Threads()) {
      CompareReport report = compare.run(own(emulator, plan.name()), threads);
      report.write(json, markdown);
      return report.exitCode();
    } catch (Stopped e) {
      return INCOMPLETE; // nobody sees it: the process is ending already
    } finally {
      ended.countDown();
    }
  }

  /** Where a report goes; a comparison takes minutes, too long to be lost in the end. */
  private @Nullable Path reportFile(Option<Path> option) {
    Path file = commandLine.value(option).orElse(null);
    if (file == null) {
      return null;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw new OptionException(
          option.flag() + " must be a file in a folder that exists, not '" + file + "'");
    }
    return file;
  }

  private Compare.Plan plan() {
    URI given =
        commandLine
            .value(CompareOptions.URL)
            .orElseThrow(() -> new OptionException("--url is missing; see compare --help"));
    ServiceUrl url = ServiceUrl.of(given);
    Duration interval = commandLine.value(CompareOptions.INTERVAL).orElseThrow();
    if (interval.compareTo(ONE_SECOND) < 0 && !url.isLoopback()) {
      throw new OptionException("--interval must be 1s or more for a service of others");
    }
    boolean write = commandLine.value(CompareOptions.WRITE).orElseThrow();
    boolean events = commandLine.value(CompareOptions.WEBHOOK_URL).isPresent();
    if (events && !write) {
      throw new OptionException("--webhook-url needs --write, since only changes are notified");
    }
    String run = UUID.randomUUID().toString().substring(0, 8);
    return new Compare.Plan(
        url,
        key(),
        Compare.needs(write, events),
        interval,
        commandLine.value(CompareOptions.TIMEOUT).orElseThrow(),
        run);
  }

  private String key() {
    String variable = System.getenv(KEY_VARIABLE);
    if (variable == null || variable.isBlank()) {
      return commandLine
          .value(CompareOptions.API_KEY)
          .orElseThrow(
              () ->
                  new OptionException(
                      "there is no API key: give --api-key, or set " + KEY_VARIABLE));
    }
    return commandLine
        .value(CompareOptions.API_KEY)
        .orElseGet(() -> CompareOptions.API_KEY.type().read(KEY_VARIABLE, variable.strip()));
  }

  private static boolean isConfirmed() {
    Console console = System.console();
    String answer = console == null ? null : console.readLine("Begin? [y/N] ");
    if (answer == null) {
      throw new OptionException("there is no terminal to ask on: add --yes to begin");
    }
    return answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }

  private Emulator emulator() {
    return Emulator.start(
        EmulatorOptions.defaults()
            .port(commandLine.value(CompareOptions.PORT).orElseThrow())
            .speed(Compare.OWN_SPEED));
  }

  private Compare.Own own(Emulator emulator, String name) {
    AccountControl account = emulator.accounts().defaultAccount();
    account.folders(List.of(new Folder("1", "Catalogs")));
    return new Compare.Own(
        emulator.uri(),
        account.addKey(),
        HelpText.version(),
        emulator.clock().now().toString().substring(0, 10),
        commandLine
            .value(CompareOptions.WEBHOOK_URL)
            .map(url -> inbox(emulator.inbox(name + "-own"), null))
            .orElse(null),
        commandLine
            .value(CompareOptions.WEBHOOK_URL)
            .map(url -> inbox(emulator.inbox(name), url))
            .orElse(null));
  }

  /** An inbox of the emulator, which others reach through a given address. */
  private static EventInbox inbox(InboxControl inbox, @Nullable URI through) {
    URI own = inbox.url();
    String url =
        through == null
            ? own.toString()
            : through.toString().replaceFirst("/+$", "") + own.getRawPath();
    return new EventInbox() {
      @Override
      public String url() {
        return url;
      }

      @Override
      public List<String> bodies() {
        return inbox.messages().stream().map(InboxControl.Message::body).toList();
      }
    };
  }

  private static void await(CountDownLatch ended, String name) {
    try {
      if (!ended.await(END, TimeUnit.SECONDS)) {
        System.err.println("Not everything could be removed in time: look for " + name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
