package io.github.flippingbookemulator.bench;

import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one JMH benchmark in one fresh JVM. */
final class Jmh {
  private Jmh() {}

  static RunResult run(Class<?> type, String method, Effort effort, Map<String, ?> parameters)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + type.getName().replace(".", "\\.") + "\\." + method + "$")
            .forks(1)
            .warmupTime(TimeValue.seconds(1))
            .warmupIterations(effort.seconds())
            .measurementTime(TimeValue.seconds(1))
            .measurementIterations(effort.seconds())
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    parameters.forEach((name, value) -> options.param(name, value.toString()));
    return new Runner(options.build()).runSingle();
  }

  /** The median of a benchmark that samples times. */
  static double median(RunResult result) {
    return result.getPrimaryResult().getStatistics().getPercentile(50);
  }
}
