package io.github.flippingbookemulator.bench;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fresh JVM that measures something and prints numbers in one line. */
final class Child {
  private Child() {}

  static double[] run(Class<?> main, String classPath, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                main.getName()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    Process child = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    String line = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (child.waitFor() != 0) {
      throw new IOException("failed: " + String.join(" ", command));
    }
    return Arrays.stream(line.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /** Joins class paths, and the places that classes are loaded from. */
  static String classPath(Object... parts) {
    return Stream.of(parts)
        .map(part -> part instanceof Class<?> type ? place(type) : part.toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The class path of an emulator in use, without what tests and benchmarks need. */
  static String emulatorClassPath() {
    return classPath(System.getProperty("bench.runtime"), Child.class);
  }

  private static String place(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).getPath();
  }
}
