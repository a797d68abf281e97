package io.github.flippingbookemulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The memory of all bodies together is limited. */
class BodyMemoryTest {
  private final BodyMemory memory = new BodyMemory(100);

  @Test
  void bodies_wait_for_each_other_when_the_memory_is_used_up() {
    assertThat(memory.take(0, 60)).isTrue();
    assertThat(memory.take(0, 50)).isFalse();
    assertThat(memory.take(0, 40)).isTrue();

    memory.giveBack(60);
    assertThat(memory.take(0, 50)).isTrue();
  }

  @Test
  void a_body_that_is_alone_gets_all_it_needs() {
    assertThat(memory.take(0, 60)).isTrue();
    assertThat(memory.take(60, 600)).isTrue();
    assertThat(memory.take(0, 1)).isFalse();

    memory.giveBack(660);
    assertThat(memory.take(0, 100)).isTrue();
  }
}
