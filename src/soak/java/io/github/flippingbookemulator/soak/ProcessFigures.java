package io.github.flippingbookemulator.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process holds.
 *
 * @param second when, since the start
 * @param heap bytes of live objects, after a collection
 * @param threads of the JVM and of its code
 * @param files open files and connections
 */
record ProcessFigures(long second, long heap, int threads, int files) {
  /** Looks at a process, which collects its garbage for this. */
  static ProcessFigures of(long pid, long second) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process histogram =
        new ProcessBuilder(jcmd, String.valueOf(pid), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    List<String> lines = histogram.inputReader().lines().toList();
    histogram.waitFor();
    String total =
        lines.stream()
            .filter(line -> line.startsWith("Total"))
            .findFirst()
            .orElseThrow(() -> new IOException("jcmd said " + lines));
    long heap = Long.parseLong(total.trim().split("\\s+")[2]);
    Path proc = Path.of("/proc", String.valueOf(pid));
    return new ProcessFigures(second, heap, count(proc.resolve("task")), count(proc.resolve("fd")));
  }

  /** Only Linux tells; elsewhere nothing grows. */
  private static int count(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return (int) entries.count();
    }
  }

  @Override
  public String toString() {
    return "%5d s  %5.1f MB  %3d threads  %3d files".formatted(second, heap / 1e6, threads, files);
  }
}
