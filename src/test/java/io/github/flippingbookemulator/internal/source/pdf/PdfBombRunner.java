package io.github.flippingbookemulator.internal.source.pdf;

import io.github.flippingbookemulator.internal.time.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * The main class of a process with a small heap. It inspects all files of a folder, two at a time,
 * while a bystander thread holds 20 MiB of the heap and allocates all the time. It prints one
 * result per file and the state of the bystander.
 */
final class PdfBombRunner {
  private static final Deadline DEADLINE = Deadline.after(Duration.ofHours(1));

  private PdfBombRunner() {}

  public static void main(String[] arguments) throws Exception {
    Queue<Path> files = new ConcurrentLinkedQueue<>();
    try (Stream<Path> listed = Files.list(Path.of(arguments[0]))) {
      listed.sorted().forEach(files::add);
    }
    Bystander bystander = new Bystander();
    Thread working = new Thread(bystander, "bystander");
    working.setDaemon(true);
    working.start();
    List<Thread> inspectors = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Thread inspector = new Thread(() -> inspectAll(files), "inspector " + i);
      inspector.start();
      inspectors.add(inspector);
    }
    for (Thread inspector : inspectors) {
      inspector.join();
    }
    System.out.println("bystander: " + bystander.state);
  }

  private static void inspectAll(Queue<Path> files) {
    for (Path file = files.poll(); file != null; file = files.poll()) {
      String verdict;
      try {
        verdict = PdfInspection.inspect(file, DEADLINE).toString();
      } catch (Throwable e) {
        verdict = "threw " + e;
      }
      System.out.println(file.getFileName() + ": " + verdict);
    }
  }

  private static final class Bystander implements Runnable {
    private static final int BLOCKS = 20;
    private static final int BLOCK_BYTES = 1 << 20;

    private volatile String state = "never ran";

    @Override
    public void run() {
      byte[][] held = new byte[BLOCKS][];
      try {
        for (int round = 0; ; round++) {
          byte[] block = new byte[BLOCK_BYTES];
          Arrays.fill(block, (byte) round);
          held[round % BLOCKS] = block;
          state = "well";
        }
      } catch (OutOfMemoryError e) {
        state = "killed";
      }
    }
  }

  /** Writes a file with a name made from words. */
  static void put(Path folder, String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".pdf"), content);
  }
}
