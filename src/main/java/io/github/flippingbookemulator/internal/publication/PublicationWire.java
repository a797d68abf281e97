package io.github.flippingbookemulator.internal.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.http.Body;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.http.Link;
import io.github.flippingbookemulator.internal.json.Timestamp;
import io.github.flippingbookemulator.internal.publication.CustomizationChange.PasswordChange;
import io.github.flippingbookemulator.internal.store.Change;
import io.github.flippingbookemulator.publication.Customization;
import io.github.flippingbookemulator.publication.Publication;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Publications as JSON, and the parsing of request bodies. */
final class PublicationWire {
  private static final int MAX_PASSWORD = 64;
  private static final int DEFAULT_PASSWORD = 8;
  private static final List<String> PASSWORD_MODES =
      List.of("keep", "disable", "manual", "numeric", "auto");

  private PublicationWire() {}

  @JsonPropertyOrder(alphabetic = false)
  record PublicationJson(
      String id,
      String hashId,
      String name,
      @Nullable String description,
      List<Link> links,
      String state,
      boolean seoEnabled,
      String ownerHashId,
      String contentRoot,
      String cover,
      String canonicalLink,
      int totalPages,
      @Nullable String lastPdfName,
      String domain,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String folder,
      String creationTime,
      String modificationTime,
      boolean isDemoPublication,
      CustomizationJson customizationOptions) {}

  record CustomizationJson(
      String password,
      boolean hardcoverEnabled,
      boolean companyLogoEnabled,
      String companyLogoUrl,
      boolean rtlEnabled,
      String theme) {}

  record SourceCreatedJson(
      boolean success,
      @Nullable String id,
      @Nullable String wellKnownError,
      @Nullable String message,
      @Nullable String error) {
    static SourceCreatedJson of(String sourceId) {
      return new SourceCreatedJson(true, sourceId, null, null, null);
    }

    static SourceCreatedJson of(Refusal refusal) {
      String code = refusal.code().wire();
      return new SourceCreatedJson(false, null, code, refusal.getMessage(), code);
    }
  }

  static PublicationJson json(
      Publication publication, Account account, PublicationUrls urls, String base) {
    String contentRoot = urls.contentRoot(publication, base);
    Publication.Details details = publication.details();
    Customization look = publication.customization();
    return new PublicationJson(
        publication.id(),
        publication.hashId(),
        details.name(),
        details.description(),
        links(publication.id(), base),
        publication.state(),
        details.seoEnabled(),
        account.hashId(),
        contentRoot,
        contentRoot + PublicationUrls.COVER,
        urls.canonical(publication, base),
        publication.content().totalPages(),
        details.lastPdfName(),
        details.domain(),
        details.folder(),
        Timestamp.of(publication.created()),
        Timestamp.of(publication.modified()),
        false,
        new CustomizationJson(
            look.password(),
            look.hardCover(),
            !look.logoUrl().isEmpty(),
            look.logoUrl(),
            look.rightToLeft(),
            look.theme()));
  }

  /** The links of a publication, in the order of the service (O). */
  static List<Link> links(String id, String base) {
    String api = base + Endpoints.API + "/fbonline";
    String self = api + "/publication/" + id;
    return List.of(
        new Link("self", "GET", self),
        new Link("edit", "POST", self),
        new Link("delete", "DELETE", self),
        new Link("fbonline/sources", "GET", self + "/source"),
        new Link("fbonline/triggers", "GET", self + "/trigger"),
        new Link("fbonline/tracked-links", "GET", api + "/tracked_links?publication-uid=" + id));
  }

  static PublicationDraft draft(Body body) {
    PublicationDraft draft =
        new PublicationDraft(
            body.text("name"),
            body.text("description"),
            body.textOrNumber("folder"),
            body.text("domain"));
    if (Stream.of(draft.name(), draft.description(), draft.domain())
        .anyMatch(Change.Cleared.class::isInstance)) {
      Reliance.on(Statement.PUBLICATION_NULLS);
    }
    if (draft.domain().given().filter(Publication.DEFAULT_DOMAIN::equals).isPresent()) {
      Reliance.on(Statement.PUBLICATION_POSTED_BACK);
    }
    return draft;
  }

  static CustomizationChange customization(Body body) {
    return new CustomizationChange(
        password(body),
        body.flag("hardCover"),
        body.text("logoUrl"),
        body.flag("enableRtl"),
        body.text("theme"));
  }

  private static PasswordChange password(Body body) {
    Optional<String> manual = body.text("manualPassword").given();
    Change<Integer> length = body.number("generatePasswordLength", 1, MAX_PASSWORD);
    Change<String> given = body.word("setPasswordProtection", PASSWORD_MODES);
    if (given.isAbsent() && body.has("setPasswordProtection")) {
      Reliance.on(Statement.CUSTOMIZE_UNKNOWN_MODE);
    }
    String mode = given.given().orElse("keep");
    if (mode.equals("manual") && manual.orElse("").isEmpty()) {
      Reliance.on(Statement.CUSTOMIZE_MANUAL_WITHOUT_PASSWORD);
      body.problem("manualPassword: 'manual' needs a password that is not empty.");
    }
    return switch (mode) {
      case "disable" -> new PasswordChange.Disable();
      case "manual" -> new PasswordChange.Manual(manual.orElse(""));
      case "numeric", "auto" ->
          new PasswordChange.Generated(
              mode.equals("numeric"), length.given().orElse(DEFAULT_PASSWORD));
      default -> new PasswordChange.Keep();
    };
  }
}
