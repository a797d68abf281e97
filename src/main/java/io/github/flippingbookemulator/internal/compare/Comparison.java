package io.github.flippingbookemulator.internal.compare;

import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.journal.Secrets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the probes against both sides and compares what they saw. */
final class Comparison {
  /** After so many probes without an answer there will be none. */
  private static final int PATIENCE = 3;

  private final Side emulator;
  private final Side service;
  private final Set<Probe.Need> allowed;
  private final Secrets secrets;
  private int unanswered;

  Comparison(Side emulator, Side service, Set<Probe.Need> allowed, Secrets secrets) {
    this.emulator = emulator;
    this.service = service;
    this.allowed = EnumSet.copyOf(allowed);
    this.secrets = secrets;
  }

  /** All probes. */
  static List<Probe> catalogue() {
    List<Probe> all = new ArrayList<>(ReadProbes.all());
    all.addAll(ErrorProbes.all());
    all.addAll(WriteProbes.all());
    return all;
  }

  /**
   * Runs the probes one after the other.
   *
   * @param progress gets each finding as soon as it is there
   * @return a finding for each statement of each probe; once the process ends, the others are not
   *     tried
   */
  List<Finding> run(List<Probe> probes, Consumer<Finding> progress) {
    List<Finding> findings = new ArrayList<>();
    boolean stopped = false;
    for (Probe probe : probes) {
      List<Finding> ofProbe = stopped ? List.of() : runUnlessStopped(probe);
      stopped = ofProbe.isEmpty();
      ofProbe.forEach(progress);
      findings.addAll(stopped ? notTried(probe, "the run was stopped") : ofProbe);
    }
    return findings;
  }

  /** Returns nothing if the process ends meanwhile; otherwise each probe has findings. */
  private List<Finding> runUnlessStopped(Probe probe) {
    try {
      return run(probe);
    } catch (Stopped e) {
      return List.of();
    }
  }

  private List<Finding> run(Probe probe) {
    if (!allowed.contains(probe.need())) {
      return notTried(probe, probe.need().missing());
    }
    if (unanswered >= PATIENCE) {
      return notTried(probe, "the service left " + PATIENCE + " probes without an answer");
    }
    Seen ours = run(probe, emulator);
    Seen theirs = run(probe, service);
    unanswered = theirs.unanswered() ? unanswered + 1 : 0;
    return probe.statements().stream().map(each -> compare(probe, each, ours, theirs)).toList();
  }

  /**
   * What a probe saw on one side.
   *
   * @param answers normalized, by statement
   * @param reason why it ended early; null if it did not
   * @param unanswered whether a call got no answer
   */
  private record Seen(
      Map<Statement, String> answers, @Nullable String reason, boolean unanswered) {}

  private static Seen run(Probe probe, Side side) {
    Steps steps = new Steps(side);
    try {
      probe.program().run(steps);
      return new Seen(steps.seen(), null, false);
    } catch (CannotTell e) {
      return new Seen(steps.seen(), e.getMessage(), false);
    } catch (NoAnswer e) {
      return new Seen(steps.seen(), "it " + e.getMessage(), true);
    }
  }

  private List<Finding> notTried(Probe probe, String reason) {
    return probe.statements().stream()
        .map(
            each -> new Finding(each.id(), probe.call(), Verdict.NOT_TRIED.words(), "", "", reason))
        .toList();
  }

  private Finding compare(Probe probe, Statement statement, Seen ours, Seen theirs) {
    String our = ours.answers().get(statement);
    String their = theirs.answers().get(statement);
    if (our == null || their == null) {
      String reason =
          their == null
              ? "service: " + (theirs.reason() == null ? "nothing was seen" : theirs.reason())
              : "emulator: " + (ours.reason() == null ? "nothing was seen" : ours.reason());
      return new Finding(
          statement.id(), probe.call(), Verdict.COULD_NOT_TELL.words(), "", "", clean(reason));
    }
    Verdict verdict = our.equals(their) ? Verdict.AGREES : Verdict.DIFFERS;
    return new Finding(statement.id(), probe.call(), verdict.words(), clean(our), clean(their), "");
  }

  private String clean(String text) {
    return secrets.mask(text).replaceAll("\\p{Cntrl}+", " ");
  }
}
