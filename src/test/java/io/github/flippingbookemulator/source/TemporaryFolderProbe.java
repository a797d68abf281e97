package io.github.flippingbookemulator.source;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api;
import java.io.File;
import java.util.Arrays;

/** Prints, in a process of its own, the temporary files of an emulator at several moments. */
final class TemporaryFolderProbe {
  private TemporaryFolderProbe() {}

  public static void main(String[] arguments) {
    try (Emulator emulator = Emulator.start(EmulatorOptions.defaults().speed(0))) {
      Api api = new Api(emulator);
      print("started");
      api.post("/fbonline/publication", "{}").ok();
      print("publication");
      api.publish(TestPdfs.pages(1));
      emulator.conversions().finishAll();
      print("source");
      api.publish(TestPdfs.pages(1));
      emulator.conversions().finishAll();
      print("second source");
      emulator.reset();
      print("reset");
      api.publish(TestPdfs.pages(1));
      emulator.conversions().finishAll();
      print("source after reset");
    }
    print("closed");
  }

  private static void print(String moment) {
    String[] names = new File(System.getProperty("java.io.tmpdir")).list();
    System.out.println(
        moment
            + ": "
            + Arrays.stream(names)
                .map(name -> name.replaceFirst("^(flippingbook-emulator-)\\d{2,}$", "$1*"))
                .toList());
  }
}
