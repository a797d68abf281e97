import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/** Fetches the emulator's authority and writes it to a folder: as ca.pem, and as ca.p12 for Java. */
public class Trust {
  public static void main(String[] arguments) throws Exception {
    Path pem = Path.of(arguments[1], "ca.pem");
    try (InputStream in = URI.create(arguments[0]).toURL().openStream()) {
      Files.write(pem, in.readAllBytes());
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(pem)) {
      store.setCertificateEntry("emulator", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    try (OutputStream out = Files.newOutputStream(Path.of(arguments[1], "ca.p12"))) {
      store.store(out, "changeit".toCharArray());
    }
  }
}
