package io.github.flippingbookemulator.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.CookieClient;
import io.github.flippingbookemulator.testkit.CookieClient.Response;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A publication with a password: what is shown before and after it is entered. */
class PasswordGateTest {
  private static final String PASSWORD = "p&ss wörd+1";

  @AutoClose private final ReaderActions reader = new ReaderActions(TestPdfs.pages(3));

  @BeforeEach
  void protect() {
    protectWith(PASSWORD);
  }

  @Test
  void the_gate_stands_before_the_pages_and_is_no_visit() {
    for (String path :
        new String[] {reader.view(), reader.view() + "2", reader.trackedLink().path()}) {
      Response gate = reader.browser.get(path);

      assertThat(gate.status()).isEqualTo(200);
      assertThat(gate.text())
          .contains("type=\"password\"")
          .doesNotContain("data-session", PASSWORD);
    }
    assertThat(reader.events).isEmpty();
  }

  @Test
  void what_is_behind_the_gate_cannot_be_fetched() {
    for (String file :
        new String[] {"pages/1.jpg", "pages/1.json", "common/downloads/publication.pdf"}) {
      assertThat(reader.browser.get(reader.content(file)).status()).as(file).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong", "P&SS WÖRD+1", "p&ss wörd+1 "})
  void a_wrong_password_shows_the_gate_again(String guess) {
    Response gate = reader.browser.post(reader.view(), "password", guess);

    assertThat(gate.status()).isEqualTo(403);
    assertThat(gate.text()).contains("type=\"password\"", "That is not the password.");
    assertThat(gate.header("Set-Cookie")).isEmpty();
    assertThat(reader.events).isEmpty();
  }

  @Test
  void two_guesses_at_a_time_are_none() {
    assertThat(reader.browser.post(reader.view(), "password", "x", "password", PASSWORD).status())
        .isEqualTo(403);
  }

  @Test
  void the_right_password_opens_the_page_and_its_files() {
    Response entered = reader.browser.post(reader.view() + "2", "password", PASSWORD);
    assertThat(entered.status()).isEqualTo(303);
    assertThat(entered.header("Location")).isEqualTo(reader.view() + "2/");
    assertThat(entered.header("Set-Cookie"))
        .matches("reading-pass-" + reader.hashId + "=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Lax");
    assertThat(reader.events).isEmpty();

    Response page = reader.browser.get(entered.header("Location"));

    assertThat(page.text()).contains("data-page=\"2\"");
    assertThat(reader.events).hasSize(1);
    for (String file :
        new String[] {"pages/1.jpg", "pages/1.json", "common/downloads/publication.pdf"}) {
      assertThat(reader.browser.get(reader.content(file)).status()).as(file).isEqualTo(200);
    }
  }

  @Test
  void a_tracked_link_asks_for_the_password_too() {
    String path = reader.trackedLink().path();
    Response entered = reader.browser.post(path, "password", PASSWORD);

    assertThat(entered.header("Location")).isEqualTo(path + "/1/");
    assertThat(reader.browser.get(entered.header("Location")).session()).isNotEmpty();
    assertThat(reader.events.get(0).session().linkId()).isNotNull();
  }

  @Test
  void another_password_makes_the_pass_worthless() {
    enter();
    protectWith("another");

    assertThat(reader.browser.get(reader.view()).text()).contains("type=\"password\"");
    assertThat(reader.browser.get(reader.content("pages/1.jpg")).status()).isEqualTo(404);
  }

  @Test
  void the_pass_of_one_publication_opens_no_other() {
    String pass = enter().header("Set-Cookie").split("[=;]")[1];
    String other = reader.api.publish(TestPdfs.pages(1));
    reader.emulator.clock().advance(Duration.ofMinutes(1));
    reader
        .api
        .post(
            "/fbonline/publication/" + other + "/customize",
            "{\"setPasswordProtection\": \"manual\", \"manualPassword\": \"%s\"}"
                .formatted(PASSWORD))
        .ok();
    String hashId =
        reader.api.get("/fbonline/publication/" + other).ok().text("/publication/hashId");

    Response page =
        new CookieClient(reader.emulator.uri())
            .send(
                reader
                    .browser
                    .request("/view/" + hashId)
                    .header("Cookie", "reading-pass-" + hashId + "=" + pass));

    assertThat(page.text()).contains("type=\"password\"");
  }

  @Test
  void another_site_cannot_enter_the_password() {
    Response answer =
        reader.browser.send(
            reader
                .browser
                .form(reader.view(), "password", PASSWORD)
                .header("Origin", "https://elsewhere.example"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  private Response enter() {
    return reader.browser.post(reader.view(), "password", PASSWORD);
  }

  private void protectWith(String password) {
    reader.customize(
        "{\"setPasswordProtection\": \"manual\", \"manualPassword\": \"%s\"}".formatted(password));
  }
}
