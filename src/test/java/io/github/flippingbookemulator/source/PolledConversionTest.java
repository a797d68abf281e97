package io.github.flippingbookemulator.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.FileServer;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Conversions whose steps are triggered by polls, and conversions in pace IMMEDIATE. */
class PolledConversionTest {
  private static final List<String> STEPS =
      List.of("Queued", "Queued Preview", "Completed L1", "CompletedAllStages");

  @AutoClose
  final TestEmulator service = TestEmulator.frozen(options -> options.pace(Pace.PER_POLL));

  @AutoClose
  final TestEmulator immediate = TestEmulator.frozen(options -> options.pace(Pace.IMMEDIATE));

  @AutoClose final FileServer web = new FileServer();

  @Test
  void each_get_of_a_source_is_a_step() {
    String source = service.addSource(service.create("{}"), TestEmulator.data(TestPdfs.pages(1)));

    assertThat(polled(source, "/source", 5))
        .containsExactlyElementsOf(Stream.concat(STEPS.stream(), Stream.of(STEPS.get(3))).toList());
  }

  @Test
  void each_get_of_the_list_is_a_step_of_every_source() {
    String path = service.publish(TestPdfs.pages(1));
    service.addSource(path, TestEmulator.data(TestPdfs.pages(2)));

    for (String step : STEPS) {
      Reply list = service.api().get(path + "/source").ok();
      assertThat(List.of(seen(list, "/sources/0"), seen(list, "/sources/1"))).containsOnly(step);
    }
  }

  @Test
  void each_get_of_the_publication_is_a_step() {
    String path = service.publish(TestPdfs.pages(1));

    assertThat(polled(path, "/publication", 4))
        .containsExactly(
            "Empty", "Empty", "HasContent, Published", "HasContent, Published, CompletedAllStages");
  }

  @Test
  void different_gets_count_alike() {
    String path = service.create("{}");
    String source = service.addSource(path, TestEmulator.data(TestPdfs.pages(1)));

    service.api().get(path).ok();
    service.api().get(path + "/source").ok();
    assertThat(polled(source, "/source", 2)).isEqualTo(STEPS.subList(2, 4));
  }

  @Test
  void the_next_source_arrives_with_the_poll_that_was_set_for_it_and_not_before() {
    service.emulator().conversions().finishNextAfterPolls(6);
    service.emulator().conversions().finishNextAfterPolls(1);
    String slow = service.addSource(service.create("{}"), TestEmulator.data(TestPdfs.pages(1)));
    String quick = service.addSource(service.create("{}"), TestEmulator.data(TestPdfs.pages(1)));
    String usual = service.addSource(service.create("{}"), TestEmulator.data(TestPdfs.pages(1)));

    assertThat(polled(slow, "/source", 6))
        .containsExactly(
            "Queued",
            "Queued Preview",
            "Completed L1",
            "Completed L1",
            "Completed L1",
            "CompletedAllStages");
    assertThat(polled(quick, "/source", 1)).containsExactly("CompletedAllStages");
    assertThat(polled(usual, "/source", 4)).isEqualTo(STEPS);
  }

  @Test
  void a_source_that_is_there_can_be_given_a_number_of_polls_whatever_its_pace() {
    ConversionsControl conversions = service.emulator().conversions();
    conversions.nextPace(Pace.MANUAL);
    String source = service.addSource(service.create("{}"), TestEmulator.data(TestPdfs.pages(1)));
    service.api().get(source).ok();
    conversions.finishAfterPolls(TestEmulator.id(source), 2);
    assertThat(polled(source, "/source", 2)).containsExactly("Queued", "CompletedAllStages");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> conversions.finishAfterPolls(TestEmulator.id(source), 0))
        .withMessage("polls is 1 or more, not 0");
  }

  @Test
  void nothing_else_moves_it() {
    String path = service.create("{}");
    String source = service.addSource(path, TestEmulator.data(TestPdfs.pages(1)));
    service.emulator().clock().advance(Duration.ofDays(1));
    service.api().get("/fbonline/publication").ok();
    service.api().post(path, "{name: 'Spring'}").ok();
    service.publication(service.publish(TestPdfs.pages(1)));

    assertThat(polled(source, "/source", 1)).containsExactly("Queued");
  }

  @Test
  void a_file_that_cannot_be_used_fails_with_the_first_step() {
    String path = service.create("{data: 'not base64!'}");

    assertThat(service.state(path)).isEqualTo("Empty, Trashed");
  }

  @Test
  void how_many_gets_it_takes_does_not_depend_on_the_download() {
    CountDownLatch asked = new CountDownLatch(1);
    byte[] pdf = TestPdfs.pages(1);
    String url =
        web.on(
            "/slow.pdf",
            exchange -> {
              try {
                asked.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              exchange.sendResponseHeaders(200, pdf.length);
              exchange.getResponseBody().write(pdf);
              exchange.close();
            });
    String source = service.addSource(service.create("{}"), "{url: '" + url + "'}");
    CompletableFuture<Reply> first = service.api().getLater(source);
    assertThat(first).isNotDone();
    asked.countDown();

    assertThat(seen(first.join().ok(), "/source")).isEqualTo(STEPS.get(0));
    assertThat(polled(source, "/source", 3)).isEqualTo(STEPS.subList(1, 4));
  }

  @Test
  void at_once_means_before_the_call_that_brought_the_source_is_answered() {
    Reply created =
        immediate.api().post("/fbonline/publication", TestEmulator.data(TestPdfs.pages(2))).ok();
    Reply listed = immediate.api().get("/fbonline/publication").ok();

    assertThat(listed.at("/publications/0/id")).isEqualTo(created.at("/id"));
    assertThat(listed.text("/publications/0/state"))
        .isEqualTo("HasContent, Published, CompletedAllStages");
    String source =
        immediate.addSource(
            "/fbonline/publication/" + created.text("/id"),
            "{url: '" + web.file("/a.pdf", 200, "text/plain", TestPdfs.pages(5)) + "'}");
    assertThat(immediate.state(source)).isEqualTo("CompletedAllStages");
    assertThat(immediate.api().get("/fbonline/publication").at("/publications/0/totalPages"))
        .hasToString("5");
  }

  @Test
  void at_once_also_means_that_a_failure_is_there_when_the_call_is_answered() {
    Reply created = immediate.api().post("/fbonline/publication", "{data: '?'}").ok();

    assertThat(created.at("/createdSource/success").booleanValue()).isTrue();
    assertThat(immediate.api().get("/fbonline/publication").ok().text("/publications/0/state"))
        .isEqualTo("Empty, Trashed");
  }

  private List<String> polled(String path, String pointer, int times) {
    return IntStream.range(0, times)
        .mapToObj(i -> seen(service.api().get(path).ok(), pointer))
        .toList();
  }

  private static String seen(Reply reply, String pointer) {
    String stage = reply.at(pointer + "/stage").asText();
    return (reply.text(pointer + "/state") + " " + stage).strip();
  }
}
