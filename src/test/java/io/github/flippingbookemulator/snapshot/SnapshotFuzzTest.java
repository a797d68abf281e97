package io.github.flippingbookemulator.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.internal.snapshot.StateSnapshot;
import io.github.flippingbookemulator.source.Fetch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged snapshots are refused in a sentence; what is not refused can be restored and works. */
@Timeout(300)
class SnapshotFuzzTest {
  private static final int SEEDS = Integer.getInteger("snapshot.seeds", 600);

  @Test
  void every_damaged_snapshot_is_refused_or_works() {
    int accepted = 0;
    try (Emulator emulator = Emulator.start(RichState.OPTIONS.fetch(Fetch.REGISTERED))) {
      for (int seed = 0; seed < SEEDS; seed++) {
        String json = damaged(new Random(seed));
        try {
          Snapshot snapshot = Snapshot.fromJson(json);
          accepted++;
          check(snapshot, emulator, seed % 10 == 0);
        } catch (IllegalArgumentException e) {
          assertThat(e.getMessage())
              .as("seed %d", seed)
              .matches("This snapshot cannot be restored: \\V+\\.")
              .doesNotContain("Exception", "java", "jackson");
        } catch (RuntimeException | Error e) {
          throw new AssertionError("seed " + seed, e);
        }
      }
    }
    assertThat(accepted).isBetween(SEEDS / 20, SEEDS / 2);
  }

  private static void check(Snapshot snapshot, Emulator emulator, boolean thoroughly) {
    assertThat(Snapshot.fromJson(snapshot.toJson())).isEqualTo(snapshot);
    emulator.restore(snapshot);
    assertThat(emulator.accounts().all())
        .hasSize(StateSnapshot.stateOf(snapshot).accounts().size());
    emulator.clock().advance(Duration.ofSeconds(10));
    Snapshot later = emulator.snapshot();
    assertThat(Snapshot.fromJson(later.toJson())).isEqualTo(later);
    if (thoroughly) {
      assertThat(FullState.of(emulator).values()).noneMatch(answer -> answer.startsWith("500"));
    }
  }

  private static String damaged(Random random) {
    if (random.nextInt(5) == 0) {
      return damagedText(new StringBuilder(GoldenFile.TEXT), random);
    }
    JsonNode tree = GoldenFile.tree();
    for (int i = random.nextInt(2); i >= 0; i--) {
      List<JsonNode> nodes = containers(tree);
      JsonNode node = nodes.get(random.nextInt(nodes.size()));
      if (node instanceof ObjectNode object) {
        damage(object, nodes, random);
      } else {
        damage((ArrayNode) node, nodes, random);
      }
    }
    return tree.toString();
  }

  private static void damage(ObjectNode object, List<JsonNode> nodes, Random random) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.isEmpty() ? "new" : names.get(random.nextInt(names.size()));
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name + "x", object.remove(name));
      default -> object.set(name, value(nodes, random));
    }
  }

  private static void damage(ArrayNode list, List<JsonNode> nodes, Random random) {
    if (list.isEmpty()) {
      list.add(value(nodes, random));
      return;
    }
    int place = random.nextInt(list.size());
    switch (random.nextInt(4)) {
      case 0 -> list.remove(place);
      case 1 -> list.add(list.get(place).deepCopy());
      case 2 -> list.insert(0, list.remove(place));
      default -> list.set(place, value(nodes, random));
    }
  }

  /** Something that stands elsewhere, or that stands nowhere. */
  private static JsonNode value(List<JsonNode> nodes, Random random) {
    JsonNode elsewhere = nodes.get(random.nextInt(nodes.size()));
    List<JsonNode> parts = new ArrayList<>();
    elsewhere.forEach(parts::add);
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (random.nextInt(12)) {
      case 0 -> json.numberNode(random.nextLong());
      case 1 -> json.numberNode(random.nextInt(5));
      case 2 -> json.numberNode(random.nextDouble());
      case 3 -> json.booleanNode(random.nextBoolean());
      case 4 -> json.textNode("\n\ud800 <\u0000>" + "long ".repeat(random.nextInt(100)));
      case 5 -> json.textNode("0001-01-01T00:00:00Z");
      case 6 -> json.textNode("+999999999-12-31T23:59:59.999999999Z");
      case 7 -> json.textNode("PT9223372036854775807S");
      case 8 -> json.nullNode();
      default ->
          parts.isEmpty() ? json.objectNode() : parts.get(random.nextInt(parts.size())).deepCopy();
    };
  }

  private static List<JsonNode> containers(JsonNode node) {
    List<JsonNode> all = new ArrayList<>();
    if (node.isContainerNode()) {
      all.add(node);
      node.forEach(child -> all.addAll(containers(child)));
    }
    return all;
  }

  private static String damagedText(StringBuilder text, Random random) {
    int place = random.nextInt(text.length());
    switch (random.nextInt(4)) {
      case 0 -> text.setLength(place);
      case 1 -> text.deleteCharAt(place);
      case 2 -> text.insert(place, (char) random.nextInt(0x10000));
      default -> text.setCharAt(place, "{}[]\",:0 e-".charAt(random.nextInt(11)));
    }
    return text.toString();
  }
}
