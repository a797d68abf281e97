package io.github.flippingbookemulator.contract;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads bodies strictly, to find errors that a lenient client would accept. */
final class Body {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Body() {}

  /**
   * Reads a body according to its media type.
   *
   * @return the value; a missing node for pictures
   * @throws IOException if the body is not of that type
   */
  static JsonNode read(String mediaType, byte[] body) throws IOException {
    return switch (mediaType) {
      case "application/json" -> value(JSON.readTree(text(body)));
      case "application/yaml" -> value(YAML.readTree(text(body)));
      case "image/jpeg" -> picture(body);
      default -> throw new IOException("the harness cannot read it");
    };
  }

  private static String text(byte[] body) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException malformed) {
      throw new IOException("the bytes are not UTF-8", malformed);
    }
  }

  private static JsonNode value(JsonNode read) throws IOException {
    if (read.isMissingNode()) {
      throw new IOException("it is empty");
    }
    return read;
  }

  private static JsonNode picture(byte[] body) throws IOException {
    boolean startsAsJpeg =
        body.length > 3
            && body[0] == (byte) 0xFF
            && body[1] == (byte) 0xD8
            && body[2] == (byte) 0xFF;
    if (!startsAsJpeg) {
      throw new IOException("it does not begin with a JPEG signature");
    }
    return MissingNode.getInstance();
  }
}
