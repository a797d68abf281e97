package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.internal.control.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports the timeline of a failed test: prints its end, and writes all of it to a file. */
final class FailureReport {
  private static final int LINES = 25;

  private FailureReport() {}

  /**
   * Prints and writes the report. An error such as a full disk is not thrown, since it must not
   * hide the failure.
   */
  static void print(TestName test, Timeline timeline, String folder) {
    StringBuilder text = new StringBuilder();
    try {
      text.append("What happened at the FlippingBook emulator of ").append(test).append(":\n");
      text.append(timeline.brief(LINES).indent(2));
      text.append("in full: ").append(write(test, timeline, folder));
    } catch (IOException | RuntimeException e) {
      text.append("(the journal could not be written to ")
          .append(folder)
          .append(": ")
          .append(e)
          .append(')');
    }
    System.err.println(text);
  }

  private static Path write(TestName test, Timeline timeline, String folder) throws IOException {
    Path file = Path.of(folder, test.folder(), test.file() + ".log");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, timeline.full());
  }
}
