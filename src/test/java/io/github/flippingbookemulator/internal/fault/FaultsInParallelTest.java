package io.github.flippingbookemulator.internal.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.fault.FaultRule;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Concurrent calls never share one use of a fault, and no use is lost. */
class FaultsInParallelTest {
  private static final Operation READ = new Operation("GET", "/auth/me");
  private static final Incoming CALL = new Incoming(READ, 1, true);

  @Test
  void each_use_of_a_fault_goes_to_one_call() {
    Faults faults = new Faults(List.of(READ));
    faults.add(new Fault.CutBefore(), CallMatcher.next(30_000));
    faults.add(new Fault.CutAfter(), CallMatcher.next(20_000));

    List<String> applied =
        IntStream.range(0, 100_000)
            .parallel()
            .mapToObj(i -> faults.take(CALL).map(Fault::label).orElse("none"))
            .toList();

    assertThat(applied).filteredOn("cutBefore"::equals).hasSize(30_000);
    assertThat(applied).filteredOn("cutAfter"::equals).hasSize(20_000);
    assertThat(faults.all()).isEmpty();
  }

  @Test
  void faults_that_are_added_meanwhile_are_all_there() {
    Faults faults = new Faults(List.of(READ));
    faults.add(new Fault.CutBefore(), CallMatcher.every());

    IntStream.range(0, 2_000)
        .parallel()
        .forEach(
            i -> {
              faults.take(CALL);
              if (i % 10 == 0) {
                faults.add(new Fault.CutAfter(), CallMatcher.next());
              }
            });

    assertThat(faults.all()).hasSize(201).extracting(FaultRule::id).doesNotHaveDuplicates();
  }
}
