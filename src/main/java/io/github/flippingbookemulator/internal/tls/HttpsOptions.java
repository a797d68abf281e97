package io.github.flippingbookemulator.internal.tls;

import io.github.flippingbookemulator.internal.option.NumberTypes;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionException;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.option.TextFile;
import io.github.flippingbookemulator.internal.option.TextTypes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how the emulator can be called by HTTPS.
 *
 * @param port where it listens, 0 for any free port; null for nowhere
 * @param hostNames what a generated certificate is good for beside the names that each has
 * @param certificateFile a certificate in PEM form to use instead of a generated one
 * @param keyFile its key
 */
public record HttpsOptions(
    @Nullable Integer port,
    List<String> hostNames,
    @Nullable Path certificateFile,
    @Nullable Path keyFile) {
  /** Where to listen for HTTPS. */
  public static final Option<Integer> HTTPS_PORT =
      new Option<>(
          "httpsPort",
          OptionGroup.HTTPS,
          new NumberTypes.WholeNumber(0, 65535),
          null,
          "Port to listen on for HTTPS, too; 0 for any free one. Default: no HTTPS. Clients trust"
              + " the certificate authority at /_emulator/ca.pem.");

  /** What a generated certificate is good for. */
  public static final Option<List<String>> HTTPS_HOST_NAME =
      new Option<>(
          "httpsHostName",
          OptionGroup.HTTPS,
          new TextTypes.TextList(
              "NAME",
              "host names or IP addresses such as books.example.com, *.example.com or 10.0.0.7",
              ".*") {
            @Override
            protected boolean allows(List<String> value) {
              return value.stream().allMatch(HostNames::isUsable);
            }
          },
          List.of(),
          "A name or IP address that the certificate is good for, beside localhost, 127.0.0.1, ::1"
              + " and api-tc.is.flippingbook.com; for more, repeat it or use commas.");

  /** A certificate to use instead of a generated one. */
  public static final Option<Path> HTTPS_CERTIFICATE =
      new Option<>(
          "httpsCertificate",
          OptionGroup.HTTPS,
          new TextTypes.FilePath(),
          null,
          "A PEM file with a certificate to use instead of a generated one, and with those of its"
              + " issuers after it.");

  /** Its key. */
  public static final Option<Path> HTTPS_KEY =
      new Option<>(
          "httpsKey",
          OptionGroup.HTTPS,
          new TextTypes.FilePath(),
          null,
          "A PEM file with the private key of the certificate, not encrypted.");

  /** All of them. */
  public static final List<Option<?>> OPTIONS =
      List.of(HTTPS_PORT, HTTPS_HOST_NAME, HTTPS_CERTIFICATE, HTTPS_KEY);

  /** Copies the list. */
  public HttpsOptions {
    hostNames = List.copyOf(hostNames);
  }

  /** Takes them from the values of all options. */
  public static HttpsOptions of(OptionValues values) {
    return new HttpsOptions(
        values.find(HTTPS_PORT).orElse(null),
        values.get(HTTPS_HOST_NAME),
        values.find(HTTPS_CERTIFICATE).orElse(null),
        values.find(HTTPS_KEY).orElse(null));
  }

  /**
   * Reads or makes what the emulator shows to those who call it.
   *
   * @param host the address that the emulator listens on
   * @param plainPort the port that it listens on without encryption
   * @param now the real time
   * @return the certificate, or null if HTTPS is off
   * @throws IllegalArgumentException if the options contradict each other, or a file does not hold
   *     what it should
   * @throws java.io.UncheckedIOException if a file cannot be read
   */
  public @Nullable ServerCertificate certificate(String host, int plainPort, Instant now) {
    if ((certificateFile == null) != (keyFile == null)) {
      throw new OptionException(
          certificateFile == null
              ? "an HTTPS key needs its certificate: name the file of that, too"
              : "an HTTPS certificate needs its key: name the file of that, too");
    }
    if (port == null) {
      if (certificateFile != null || !hostNames.isEmpty()) {
        throw new OptionException("HTTPS needs a port: choose one, or 0 for any free one");
      }
      return null;
    }
    if (port != 0 && port == plainPort) {
      throw new OptionException("HTTP and HTTPS need a port each, not both " + port);
    }
    if (certificateFile == null || keyFile == null) {
      return CertificateAuthority.issue(hostNamesAnd(host), now);
    }
    if (!hostNames.isEmpty()) {
      throw new OptionException(
          "HTTPS host names are for a generated certificate; one that is given has its own");
    }
    return new PemFiles(
            certificateFile.toString(),
            TextFile.read("certificate", certificateFile),
            keyFile.toString(),
            TextFile.read("key", keyFile))
        .read();
  }

  private List<String> hostNamesAnd(String host) {
    List<String> all = new ArrayList<>(hostNames);
    if (HostNames.isUsable(host) && !host.equals("0.0.0.0") && !host.equals("::")) {
      all.add(host);
    }
    return all;
  }
}
