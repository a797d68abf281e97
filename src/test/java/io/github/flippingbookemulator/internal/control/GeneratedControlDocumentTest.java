package io.github.flippingbookemulator.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The parts of the control plane's document that follow from code are written from it: the calls of
 * the tables of {@link ControlOperation}, and the schemas of records.
 */
class GeneratedControlDocumentTest {
  private static final Path DOCUMENT =
      Path.of("main/resources/io/github/flippingbookemulator/control-openapi.yaml");

  private static final Pattern PART =
      Pattern.compile("(?s)( *# The rest of \\w+ is generated[^\\n]*\\n).*?( *# End of it\\.\\n)");

  @Test
  void the_generated_parts_are_up_to_date() throws IOException {
    String document = Files.readString(DOCUMENT);
    String generated = withParts(document);

    if (System.getenv("WRITE_DOCS") != null) {
      Files.writeString(DOCUMENT, generated);
    }
    assertThat(Files.readString(DOCUMENT))
        .as(
            "WRITE_DOCS=1 mvn -pl src test -Dtest=GeneratedControlDocumentTest writes these parts;"
                + " then build again")
        .isEqualTo(generated);
  }

  private static String withParts(String document) {
    List<ControlOperation<?, ?>> operations = new ArrayList<>();
    operations.addAll(ClockOperations.ALL);
    operations.addAll(ConversionOperations.ALL);
    operations.addAll(RecordOperations.ALL);
    operations.addAll(DeliveryOperations.ALL);
    operations.addAll(FaultOperations.ALL);
    operations.addAll(FidelityOperations.ALL);
    RecordSchemas schemas = new RecordSchemas();
    List<String> parts = List.of(OperationPaths.of(operations, schemas), schemas.yaml(document));

    StringBuilder generated = new StringBuilder();
    Matcher part = PART.matcher(document);
    for (String text : parts) {
      assertThat(part.find()).isTrue();
      part.appendReplacement(
          generated, Matcher.quoteReplacement(part.group(1) + text + part.group(2)));
    }
    part.appendTail(generated);
    return generated.toString();
  }
}
