package io.github.flippingbookemulator;

import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.internal.tls.CertificateAuthority;
import io.github.flippingbookemulator.internal.tls.HostNames;
import io.github.flippingbookemulator.internal.tls.PemFiles;
import io.github.flippingbookemulator.internal.tls.ServerCertificate;
import java.nio.file.Path;
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
record HttpsOptions(
    @Nullable Integer port,
    List<String> hostNames,
    @Nullable Path certificateFile,
    @Nullable Path keyFile) {
  static final HttpsOptions OFF = new HttpsOptions(null, List.of(), null, null);

  HttpsOptions withPort(int other) {
    return new HttpsOptions(other, hostNames, certificateFile, keyFile);
  }

  HttpsOptions withHostNames(List<String> others) {
    return new HttpsOptions(port, List.copyOf(others), certificateFile, keyFile);
  }

  HttpsOptions withCertificateFile(Path other) {
    return new HttpsOptions(port, hostNames, other, keyFile);
  }

  HttpsOptions withKeyFile(Path other) {
    return new HttpsOptions(port, hostNames, certificateFile, other);
  }

  /**
   * Reads or makes what the emulator shows to those who call it.
   *
   * @param host the address that the emulator listens on
   * @param plainPort the port that it listens on without encryption
   * @return the certificate, or null if HTTPS is off
   * @throws IllegalArgumentException if the options contradict each other, or a file does not hold
   *     what it should
   * @throws java.io.UncheckedIOException if a file cannot be read
   */
  @Nullable ServerCertificate certificate(String host, int plainPort) {
    if ((certificateFile == null) != (keyFile == null)) {
      throw new IllegalArgumentException(
          certificateFile == null
              ? "an HTTPS key needs its certificate: name the file of that, too"
              : "an HTTPS certificate needs its key: name the file of that, too");
    }
    if (port == null) {
      if (certificateFile != null || !hostNames.isEmpty()) {
        throw new IllegalArgumentException("HTTPS needs a port: choose one, or 0 for any free one");
      }
      return null;
    }
    if (port != 0 && port == plainPort) {
      throw new IllegalArgumentException("HTTP and HTTPS need a port each, not both " + port);
    }
    if (certificateFile == null || keyFile == null) {
      return CertificateAuthority.issue(hostNamesAnd(host), EmulatorClock.realTime());
    }
    if (!hostNames.isEmpty()) {
      throw new IllegalArgumentException(
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
