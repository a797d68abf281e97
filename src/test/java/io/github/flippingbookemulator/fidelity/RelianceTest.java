package io.github.flippingbookemulator.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.journal.JournalEntry;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.RawHttp;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which undocumented statements a call relies on: those, and no others. */
class RelianceTest {
  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final Api api = new Api(emulator);
  private String publication;

  @BeforeEach
  void publish() {
    publication = api.post("/fbonline/publication", "{\"name\": \"Spring\"}").ok().text("/id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          GET    | /auth/me                                      |                                        |
          GET    | /auth/key                                     |                                        |
          GET    | /auth/key?accessToken=x                       |                                        | auth.header-before-token
          GET    | /auth/me/                                     |                                        | general.trailing-slash
          GET    | /fbonline/folders                             |                                        |
          GET    | /fbonline/publication                         |                                        |
          GET    | /fbonline/publication?count=1001              |                                        | publication.count
          GET    | /fbonline/publication?count=x                 |                                        | publication.bad-count
          GET    | /fbonline/publication?query=a&hashid=1        |                                        | publication.filters
          GET    | /fbonline/publication/ID                      |                                        |
          GET    | /fbonline/publication/0a-ID                   |                                        | publication.id-dashes errors.object-not-found
          GET    | /fbonline/publication/NONE                    |                                        | publication.id-characters
          GET    | /fbonline/publication/none                    |                                        | errors.object-not-found
          OPTIONS| /auth/me                                      |                                        | general.options
          POST   | /fbonline/publication                         | {"name": "x"}                          |
          POST   | /fbonline/publication                         | {name: 'x'}                            |
          POST   | /fbonline/publication                         | {name: 'x',}                           | general.json5
          POST   | /fbonline/publication                         | {"NAME": "x"}                          | general.names-any-case
          POST   | /fbonline/publication                         | {"name": "x", "title": "y"}            | general.unknown-properties
          POST   | /fbonline/publication                         |                                        | general.empty-body publication.without-name
          POST   | /fbonline/publication                         | {"filename": "x.pdf"}                  | publication.without-name
          POST   | /fbonline/publication                         | {"name": "x", "folder": "none"}        | errors.object-not-found publication.unknown-folder
          POST   | /fbonline/publication                         | {"name": "x", "folder": 1}             | errors.object-not-found folders.numbers publication.unknown-folder
          POST   | /fbonline/publication                         | {"name": "x", "domain": "a.example"}   | publication.unknown-domain
          POST   | /fbonline/publication                         | {"name": "x", "url": "u", "data": "d"} | publication.url-and-data
          POST   | /fbonline/publication                         | {"name": "x", "url": ""}               | publication.empty-strings
          POST   | /fbonline/publication                         | {"name": 1, "description": 2}          | errors.several
          POST   | /fbonline/publication?hashid=1                | {"name": "x"}                          | errors.object-not-found publication.by-hash-id
          POST   | /fbonline/publication/ID                      | {"name": "x"}                          |
          POST   | /fbonline/publication/ID                      | {"name": null}                         | publication.nulls
          POST   | /fbonline/publication/ID                      | {"domain": "online.flippingbook.com"}  | publication.posted-back
          POST   | /fbonline/publication/ID/customize            | {"hardCover": true}                    |
          POST   | /fbonline/publication/ID/customize            | {"hardCover": "true"}                  | general.values-in-strings
          POST   | /fbonline/publication/ID/customize            | {"setPasswordProtection": "x"}         | customize.unknown-mode
          POST   | /fbonline/publication/ID/customize            | {"setPasswordProtection": "manual"}    | customize.manual-without-password
          POST   | /fbonline/publication/ID/source               | {}                                     | source.neither-url-nor-data
          POST   | /fbonline/tracked_links                       | {"title": "x", "publicationUid": "ID"} |
          POST   | /fbonline/tracked_links                       | {"publicationUid": "ID"}               | link.without-title
          POST   | /fbonline/tracked_links                       | {"title": "x"}                         | link.no-publication
          POST   | /fbonline/tracked_links                       | {"title": "x", "publicationUid": "ID", "onViewTrigger": true, "onViewTriggerSingle": true} | link.both-view-triggers
          POST   | /fbonline/tracked_links                       | {"title": "x", "publicationUid": "ID", "onNotOpenedUntil": "2030-01-01T00:00:00Z"} |
          POST   | /fbonline/tracked_links                       | {"title": "x", "publicationUid": "ID", "onNotOpenedUntil": "2030-01-01"} | link.not-opened-forms
          POST   | /fbonline/tracked_links                       | {"title": "x", "publicationUid": "ID", "onNotOpenedUntil": true} | link.not-opened-without-date
          POST   | /fbonline/triggers                            | {"trigger": {"triggerOn": ["publication"], "events": ["created"], "endpoint": "http://localhost/", "limitTo": null}} |
          POST   | /fbonline/triggers                            | {"trigger": {"events": ["created"], "endpoint": "http://localhost/"}} | trigger.scope-absent trigger.limit-absent
          POST   | /fbonline/triggers                            | {"trigger": {"triggerOn": ["Publication"], "events": ["created"], "endpoint": "http://localhost/", "limitTo": null}} | trigger.scope-any-case
          POST   | /fbonline/triggers                            | {"trigger": {"triggerOn": ["publication"], "events": ["no"], "endpoint": "http://localhost/", "limitTo": null}} | trigger.bad-values
          GET    | /fbonline/webhook                             |                                        | trigger.older-calls
          """)
  void a_call_relies_on(String method, String path, String body, String ids) {
    String sent = body == null ? "" : body.replace("ID", publication);
    api.send(
        api.request(path.replace("ID", publication)).method(method, BodyPublishers.ofString(sent)));

    assertThat(lastCall().relied())
        .containsExactlyInAnyOrderElementsOf(ids == null ? List.of() : List.of(ids.split(" ")));
  }

  @Test
  void the_form_of_the_header_is_noted() {
    api.send(api.rawRequest("/api/v1/auth/me").header("Authorization", "bearer emulator-key"));
    assertThat(lastCall().relied()).containsExactly("auth.scheme-any-case");

    api.send(api.rawRequest("/api/v1/auth/me").header("Authorization", "Bearer"));
    assertThat(lastCall().relied()).containsExactly("auth.empty-bearer");

    api.send(api.rawRequest("/api/v1/auth/key?accessToken=wrong"));
    assertThat(lastCall().relied()).containsExactly("auth.wrong-access-token");
  }

  @Test
  void an_escape_in_the_path_is_noted() throws IOException {
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      raw.send("GET /api/v1/auth/%6De?x=%31 HTTP/1.1\r\nHost: localhost\r\n")
          .send("Authorization: Bearer " + emulator.apiKey() + "\r\n\r\n");
      assertThat(raw.receive().status()).isEqualTo(200);
    }
    assertThat(lastCall().relied()).containsExactly("general.path-escapes");
  }

  @Test
  void a_trashed_publication_can_be_read_and_not_changed() {
    api.delete("/fbonline/publication/" + publication).ok();
    assertThat(lastCall().relied()).isEmpty();

    api.get("/fbonline/publication/" + publication).ok();
    assertThat(lastCall().relied()).containsExactly("publication.trashed");

    api.post("/fbonline/publication/" + publication, "{\"name\": \"x\"}");
    assertThat(lastCall().relied())
        .containsExactlyInAnyOrder("errors.object-not-found", "publication.trashed-writes");
  }

  @Test
  void a_limit_of_the_plan_is_noted() {
    emulator.accounts().defaultAccount().plan(new Plan(0, 0, 0, false));
    api.post("/fbonline/publication", "{\"name\": \"x\"}");
    assertThat(lastCall().relied()).containsExactly("errors.publication-limit");
  }

  @Test
  void what_is_used_is_told_until_the_reset() {
    assertThat(used()).isEmpty();
    api.get("/fbonline/publication?count=1001").ok();
    api.get("/auth/me/").ok();
    assertThat(used()).containsExactly("general.trailing-slash", "publication.count");

    emulator.reset();
    assertThat(used()).isEmpty();
  }

  @Test
  void what_the_control_plane_is_asked_for_is_not_used() {
    api.send(api.rawRequest("/_emulator/clock/").header("Accept", "*/*"));
    api.send(api.rawRequest("/_emulator/publications/none"));
    emulator.journal();
    assertThat(used()).isEmpty();
  }

  @Test
  void a_fault_on_demand_is_no_guess_about_the_service() {
    emulator.faults().add(new Fault.Refuse(ErrorCode.OBJECT_NOT_FOUND), CallMatcher.next());
    api.get("/fbonline/publication/" + publication);
    assertThat(lastCall().relied()).isEmpty();
  }

  @Test
  void a_webhook_counts_whoever_let_the_reader_in() {
    api.post(
            "/fbonline/triggers",
            "{\"trigger\": {\"triggerOn\": [\"publication\"], \"events\": [\"created\"], \"limitTo\": null, \"endpoint\": \"%s\"}}"
                .formatted(emulator.inbox("mine").url()))
        .ok();
    emulator.conversions().pace(Pace.MANUAL);
    api.post(
            "/fbonline/publication",
            "{\"name\": \"x\", \"data\": \"%s\"}".formatted(Api.base64(TestPdfs.pages(1))))
        .ok();
    assertThat(used()).isEmpty();

    emulator.conversions().finishAll();
    emulator.settle(Duration.ofSeconds(20));
    assertThat(used()).containsExactly("event.body");
  }

  private List<String> used() {
    return emulator.fidelity().used().stream().map(FidelityStatement::id).toList();
  }

  private JournalEntry.Request lastCall() {
    List<JournalEntry.Request> calls = emulator.journal().requests();
    return calls.get(calls.size() - 1);
  }
}
