package io.github.flippingbookemulator.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.source.SourceEvent.ConversionFailed;
import io.github.flippingbookemulator.testkit.FileServer;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registered files, which need no network, and emulators that may not use the network. */
class RegisteredFilesTest {
  private static final String URL = "https://files.example/a.pdf";
  private static final byte[] PDF = TestPdfs.pages(3);

  @AutoClose final TestEmulator network = TestEmulator.frozen();

  @AutoClose
  final TestEmulator registeredOnly = TestEmulator.frozen(o -> o.fetch(Fetch.REGISTERED));

  @AutoClose final TestEmulator off = TestEmulator.frozen(o -> o.fetch(Fetch.OFF));
  @AutoClose final FileServer web = new FileServer();
  @TempDir Path folder;

  @Test
  void a_registered_file_is_what_is_at_its_address() {
    network.emulator().files().register(URL, PDF);
    registeredOnly.emulator().files().register(URL, PDF);

    assertThat(pages(network, URL)).isEqualTo(3);
    assertThat(pages(registeredOnly, URL)).isEqualTo(3);
  }

  @Test
  void a_registered_file_wins_over_the_network() {
    AtomicInteger asked = new AtomicInteger();
    String url = web.on("/a.pdf", exchange -> asked.incrementAndGet());
    network.emulator().files().register(url, PDF);

    assertThat(pages(network, url)).isEqualTo(3);
    assertThat(asked).hasValue(0);
  }

  @Test
  void what_the_caller_does_to_its_bytes_later_does_not_matter() {
    byte[] mine = PDF.clone();
    network.emulator().files().register(URL, mine);
    mine[0] = 0;

    assertThat(pages(network, URL)).isEqualTo(3);
  }

  @Test
  void a_file_on_disk_is_read_each_time() throws IOException {
    Path file = folder.resolve("a.pdf");
    network.emulator().files().register(URL, file);

    Files.write(file, TestPdfs.pages(1));
    assertThat(pages(network, URL)).isEqualTo(1);
    Files.write(file, TestPdfs.pages(2));
    assertThat(pages(network, URL)).isEqualTo(2);
    Files.delete(file);
    assertThat(reason(network, URL)).contains(URL, "cannot be read");
  }

  @Test
  void a_file_of_the_options_is_there_from_the_start_and_after_a_reset() throws IOException {
    Path file = Files.write(folder.resolve("a.pdf"), PDF);
    EmulatorOptions options =
        EmulatorOptions.defaults().fetch(Fetch.REGISTERED).registeredFiles(Map.of(URL, file));
    try (TestEmulator configured = TestEmulator.frozen(defaults -> options.speed(0))) {
      assertThat(pages(configured, URL)).isEqualTo(3);
      configured.emulator().reset();
      assertThat(pages(configured, URL)).isEqualTo(3);
    }
  }

  @Test
  void a_registration_ends_with_its_removal_and_with_a_reset() {
    registeredOnly.emulator().files().register(URL, PDF);
    registeredOnly.emulator().files().unregister(URL);
    assertThat(reason(registeredOnly, URL)).contains("No file is registered");

    registeredOnly.emulator().files().register(URL, PDF);
    registeredOnly.emulator().reset();
    assertThat(reason(registeredOnly, URL)).contains("No file is registered");
  }

  @Test
  void without_network_an_unregistered_address_fails_and_nobody_is_asked() {
    AtomicInteger asked = new AtomicInteger();
    String url = web.on("/a.pdf", exchange -> asked.incrementAndGet());

    assertThat(reason(registeredOnly, url)).contains(url, "the network is not used");
    assertThat(reason(off, url)).contains(url, "switched off");
    assertThat(asked).hasValue(0);
  }

  @Test
  void a_registered_address_fails_where_fetching_is_off() {
    off.emulator().files().register(URL, PDF);

    assertThat(reason(off, URL)).contains("switched off");
  }

  @Test
  void uploads_need_no_network() {
    String path = off.publish(PDF);
    off.emulator().conversions().finishAll();

    assertThat(off.state(path)).isEqualTo("HasContent, Published, CompletedAllStages");
  }

  private static int pages(TestEmulator service, String url) {
    String path = service.create("{url: '" + url + "'}");
    service.emulator().conversions().finishAll();
    return service.publication(path).get("totalPages").intValue();
  }

  private static String reason(TestEmulator service, String url) {
    String path = service.create("{url: '" + url + "'}");
    service.emulator().conversions().finishAll();
    return service.happened(ConversionFailed.class).stream()
        .filter(failed -> failed.publicationId().equals(TestEmulator.id(path)))
        .findFirst()
        .orElseThrow()
        .reason();
  }
}
