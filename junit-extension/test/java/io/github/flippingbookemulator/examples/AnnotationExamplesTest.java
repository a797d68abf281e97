package io.github.flippingbookemulator.examples;

import static io.github.flippingbookemulator.assertj.EmulatorAssertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.junit.ApiKey;
import io.github.flippingbookemulator.junit.ApiUrl;
import io.github.flippingbookemulator.junit.Baseline;
import io.github.flippingbookemulator.junit.FlippingBookEmulator;
import io.github.flippingbookemulator.junit.Isolation;
import io.github.flippingbookemulator.junit.Leak;
import io.github.flippingbookemulator.junit.Scope;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Uses of the annotation's attributes, as docs/junit.md shows them. */
class AnnotationExamplesTest {
  private static final byte[] PDF = Pdfs.catalog();
  private static Emulator process;

  @BeforeAll
  static void startWhatStandsInForAnotherProcess() {
    process = Emulator.start();
    System.setProperty("flippingbook.url", process.uri().toString());
  }

  @AfterAll
  static void stop() {
    System.clearProperty("flippingbook.url");
    process.close();
  }

  // docs: shown
  static final class TwoCatalogs implements Baseline {
    @Override
    public void prepare(EmulatorControl flippingBook) throws Exception {
      var publisher = new CatalogPublisher(flippingBook.apiUrl(), flippingBook.apiKey());
      publisher.publish("Spring catalog", PDF);
      publisher.publish("Autumn catalog", PDF);
    }
  }

  @Test
  @FlippingBookEmulator(baseline = TwoCatalogs.class)
  void starts_with_two_catalogs(Emulator flippingBook) {
    assertThat(flippingBook).publications().hasSize(2);
  }

  // docs: end

  // docs: shown
  @Test
  @FlippingBookEmulator(failOn = {Leak.UNKNOWN_ENDPOINTS, Leak.SWALLOWED_RATE_LIMITS})
  void calls_only_what_the_service_has(@ApiUrl URI url, @ApiKey String key) throws Exception {
    new CatalogPublisher(url, key).publish("Spring catalog", PDF);
  }

  // docs: end

  // docs: shown
  @Nested
  @FlippingBookEmulator(scope = Scope.SUITE, isolation = Isolation.ACCOUNT)
  class OneEmulatorForAllTests {
    @Test
    void sees_its_own_publications_only(Emulator flippingBook, AccountControl account)
        throws Exception {
      var publisher = new CatalogPublisher(flippingBook.apiUrl(), account.apiKey());
      publisher.publish("Spring catalog", PDF);

      assertThat(flippingBook).inAccount(account).publications().hasSize(1);
    }
  }

  // docs: end

  // docs: shown
  @Nested
  @FlippingBookEmulator(url = "${flippingbook.url}")
  class WithAnEmulatorInAnotherProcess {
    @Test
    void publishes(EmulatorControl flippingBook) throws Exception {
      flippingBook.clock().speed(100);
      var publisher = new CatalogPublisher(flippingBook.apiUrl(), flippingBook.apiKey());
      String id = publisher.publish("Spring catalog", PDF);

      assertThat(flippingBook).publication(id).isConverted();
    }
  }
  // docs: end
}
