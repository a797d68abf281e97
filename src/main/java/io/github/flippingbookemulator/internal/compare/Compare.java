package io.github.flippingbookemulator.internal.compare;

import io.github.flippingbookemulator.internal.control.ControlJson;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.journal.Secrets;
import io.github.flippingbookemulator.internal.option.OptionException;
import io.github.flippingbookemulator.internal.time.Threads;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A comparison from its plan to its reports. */
public final class Compare {
  /** What the own emulator's clock runs at, so that nothing there takes long. */
  public static final double OWN_SPEED = 60;

  private static final Duration OWN_INTERVAL = Duration.ofMillis(20);

  private final Plan plan;
  private final PrintStream out;
  private final Secrets secrets = new Secrets();
  private final CompletableFuture<Object> stopped = new CompletableFuture<>();

  /**
   * What is compared with what.
   *
   * @param url of the service
   * @param key of the account there
   * @param needs what the probes may do
   * @param interval the pause between calls to the service
   * @param timeout how long a call may take
   * @param run a word that is different for each comparison
   */
  public record Plan(
      ServiceUrl url,
      String key,
      Set<Probe.Need> needs,
      Duration interval,
      Duration timeout,
      String run) {
    /** What the names of all that is created begin with. */
    public String name() {
      return "flippingbook-emulator-compare-" + run;
    }
  }

  /**
   * The emulator that is started for this.
   *
   * @param root its address, without a path
   * @param key of its account
   * @param version of the emulator
   * @param date today
   * @param inbox where its notifications go; null without events
   * @param serviceInbox where those of the service go; null without events
   */
  public record Own(
      URI root,
      String key,
      String version,
      String date,
      @Nullable EventInbox inbox,
      @Nullable EventInbox serviceInbox) {}

  /**
   * Prepares a comparison.
   *
   * @param out gets the plan, the progress and the table
   */
  public Compare(Plan plan, PrintStream out) {
    this.plan = plan;
    this.out = out;
    secrets.add(plan.key());
  }

  /** Which probes may run. */
  public static Set<Probe.Need> needs(boolean write, boolean events) {
    Set<Probe.Need> needs = EnumSet.of(Probe.Need.NOTHING);
    if (write) {
      needs.add(Probe.Need.WRITE);
    }
    if (write && events) {
      needs.add(Probe.Need.EVENTS);
    }
    return needs;
  }

  /** Returns the statements that are checked, by call, in the order of the probes. */
  public static Map<String, Set<Statement>> statementsByCall() {
    Map<String, Set<Statement>> byCall = new LinkedHashMap<>();
    for (Probe each : Comparison.catalogue()) {
      byCall
          .computeIfAbsent(each.call(), call -> EnumSet.noneOf(Statement.class))
          .addAll(each.statements());
    }
    return byCall;
  }

  /** Prints what is going to happen. */
  public void printPlan() {
    List<Probe> probes = Comparison.catalogue();
    long tried = probes.stream().filter(each -> plan.needs().contains(each.need())).count();
    say("Compares this emulator with " + plan.url().root() + ":");
    say(
        "- %d of %d probes, with a pause of %s s between calls."
            .formatted(tried, probes.size(), plan.interval().toMillis() / 1000.0));
    if (plan.needs().contains(Probe.Need.WRITE)) {
      say("- It creates publications, tracked links and triggers named " + plan.name() + ",");
      say("  and removes them at the end. Removed publications may stay in the trash.");
    } else {
      say("- It only reads, and changes nothing; some calls are wrong on purpose.");
    }
    if (plan.needs().contains(Probe.Need.EVENTS)) {
      say("- A trigger of the account is there meanwhile, and posts to the given address.");
    }
    say("- The reports have forms and error codes, no contents of the account and no key.");
  }

  /**
   * Runs the probes, and removes what they made.
   *
   * @return what was found out
   * @throws OptionException if nothing can be compared there, with a sentence that says why
   */
  public CompareReport run(Own own, Threads threads) {
    Side service = service(own, threads);
    ServiceCheck.check(service.client(), plan.url().root());
    Side emulator = emulator(own, threads);
    new OwnAccount(emulator).prepare();
    Progress progress = new Progress(out);
    try {
      List<Finding> findings =
          new Comparison(emulator, service, plan.needs(), secrets)
              .run(Comparison.catalogue(), progress::show);
      CompareReport report =
          CompareReport.of(
              plan.run(),
              own.date(),
              own.version(),
              plan.url().root().getHost(),
              !plan.url().isLoopback(),
              stopped.isDone(),
              findings);
      progress.end(report);
      return report;
    } finally {
      removeAll(service, threads);
    }
  }

  /** Makes no further call of a probe; {@link #run} then removes what was made, and ends. */
  public void stop() {
    stopped.complete("stopped");
  }

  /**
   * Merges reports.
   *
   * @param notes gets what the user should know about them
   * @return JSON, the content of {@code confirmations.json}
   */
  public static String merge(List<Path> files, PrintStream notes) {
    MergedReports merged = new MergedReports();
    files.forEach(merged::add);
    merged.notes().forEach(note -> notes.println(note.replaceAll("\\p{Cntrl}+", " ")));
    return new String(ControlJson.write(merged.confirmations()), StandardCharsets.UTF_8);
  }

  private Side service(Own own, Threads threads) {
    URI root = plan.url().root();
    Pauses pauses = new Pauses(plan.interval(), threads, stopped);
    ApiClient client = new ApiClient(root, plan.key(), pauses, plan.timeout(), threads);
    return new Side(
        client,
        pauses,
        new Creations(plan.name()),
        own.serviceInbox(),
        new Normalizer(root),
        plan.key());
  }

  private Side emulator(Own own, Threads threads) {
    Pauses pauses = new Pauses(OWN_INTERVAL, threads, stopped);
    ApiClient client = new ApiClient(own.root(), own.key(), pauses, plan.timeout(), threads);
    return new Side(
        client,
        pauses,
        new Creations(plan.name()),
        own.inbox(),
        new Normalizer(own.root()),
        own.key());
  }

  private void removeAll(Side service, Threads threads) {
    Pauses pauses = new Pauses(plan.interval(), threads, new CompletableFuture<>());
    ApiClient client =
        new ApiClient(plan.url().root(), plan.key(), pauses, plan.timeout(), threads);
    for (String left : service.creations().removeAll(client)) {
      say("Not removed, please do it by hand: " + secrets.mask(left));
    }
  }

  private void say(String line) {
    out.println(line.replaceAll("\\p{Cntrl}+", " "));
  }
}
