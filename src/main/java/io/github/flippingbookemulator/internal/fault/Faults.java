package io.github.flippingbookemulator.internal.fault;

import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.fault.FaultRule;
import io.github.flippingbookemulator.fault.FaultsControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The active faults. Each use of a fault applies to one call only. */
public final class Faults implements FaultsControl {
  private final List<Operation> api;
  private volatile List<FaultRule> rules = List.of();
  private int lastId;

  /**
   * Creates an empty list.
   *
   * @param api all operations, with names in braces for ids
   */
  public Faults(List<Operation> api) {
    this.api = List.copyOf(api);
  }

  @Override
  public synchronized FaultRule add(Fault fault, CallMatcher calls) {
    requireTarget(fault, calls);
    FaultRule rule = new FaultRule(++lastId, fault, calls, calls.times());
    List<FaultRule> more = new ArrayList<>(rules);
    more.add(rule);
    rules = List.copyOf(more);
    return rule;
  }

  @Override
  public List<FaultRule> all() {
    return rules;
  }

  @Override
  public synchronized void remove(int id) {
    rules = rules.stream().filter(rule -> rule.id() != id).toList();
  }

  @Override
  public synchronized void clear() {
    rules = List.of();
  }

  /**
   * Returns whether there is no fault: a quick check without a lock, for each call.
   *
   * @return true if there is none
   */
  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /**
   * Takes the fault that applies to a call, which uses up one use of it.
   *
   * @param call the call
   * @return the fault; empty if none applies
   */
  public synchronized Optional<Fault> take(Incoming call) {
    List<FaultRule> left = new ArrayList<>(rules);
    for (int i = 0; i < left.size(); i++) {
      FaultRule rule = left.get(i);
      if (includes(rule.calls(), call) && appliesTo(rule.fault(), call)) {
        if (rule.remaining() == 1) {
          left.remove(i);
        } else if (rule.remaining() != CallMatcher.NO_END) {
          left.set(i, new FaultRule(rule.id(), rule.fault(), rule.calls(), rule.remaining() - 1));
        }
        rules = List.copyOf(left);
        return Optional.of(rule.fault());
      }
    }
    return Optional.empty();
  }

  private static boolean includes(CallMatcher calls, Incoming call) {
    return (calls.accountId() == 0 || calls.accountId() == call.accountId())
        && calls.matches(call.operation().method(), call.operation().path());
  }

  private static boolean appliesTo(Fault fault, Incoming call) {
    if (fault instanceof Fault.RevokeKey) {
      return call.byKey();
    }
    return !(fault instanceof Fault.QuotaHit) || call.operation().quota().isPresent();
  }

  private void requireTarget(Fault fault, CallMatcher calls) {
    List<Operation> matching =
        api.stream().filter(each -> calls.matches(each.method(), each.path())).toList();
    if (matching.isEmpty()) {
      CallMatcher anyMethod = CallMatcher.every().to(calls.path());
      List<String> methods =
          api.stream()
              .filter(each -> anyMethod.matches(each.method(), each.path()))
              .map(Operation::method)
              .distinct()
              .toList();
      throw new IllegalArgumentException(
          methods.isEmpty()
              ? ("No call of the API has the path '%s'. Write one as in the documentation, with '*'"
                      + " for an id, or with '**' at the end for all that follows:"
                      + " '/fbonline/publication/*/source', '/fbonline/**'.")
                  .formatted(calls.path())
              : "The path '%s' has only %s, not %s."
                  .formatted(calls.path(), String.join(", ", methods), calls.method()));
    }
    if (fault instanceof Fault.QuotaHit
        && matching.stream().noneMatch(each -> each.quota().isPresent())) {
      throw new IllegalArgumentException(
          "QuotaHit applies to calls that create something limited; write one of these: "
              + api.stream()
                  .filter(each -> each.quota().isPresent())
                  .map(each -> (each.method() + " " + each.path()).replaceAll("\\{\\w+}", "*"))
                  .toList());
    }
  }
}
