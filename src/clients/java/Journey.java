import com.example.flippingbook.ApiClient;
import com.example.flippingbook.ApiException;
import com.example.flippingbook.api.PublicationsApi;
import com.example.flippingbook.api.SourcesApi;
import com.example.flippingbook.api.TrackedLinksApi;
import com.example.flippingbook.api.TriggersApi;
import com.example.flippingbook.model.CustomizeRequest;
import com.example.flippingbook.model.ErrorAnswer;
import com.example.flippingbook.model.ErrorCode;
import com.example.flippingbook.model.EventName;
import com.example.flippingbook.model.NewTrigger;
import com.example.flippingbook.model.PublicationCreateRequest;
import com.example.flippingbook.model.PublicationUpdateRequest;
import com.example.flippingbook.model.PublicationWriteAnswer;
import com.example.flippingbook.model.Source;
import com.example.flippingbook.model.SourceState;
import com.example.flippingbook.model.TrackedLink;
import com.example.flippingbook.model.TrackedLinkRequest;
import com.example.flippingbook.model.TriggerCreateRequest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** What a team does with the client that openapi-generator makes for Java; see .ci/clients. */
public final class Journey {
  private Journey() {}

  /** Publishes, links and is refused; the arguments are the base URL, a key and a PDF. */
  public static void main(String[] arguments) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + arguments[1]));
    PublicationsApi publications = new PublicationsApi(client);

    String pdf = Base64.getEncoder().encodeToString(Files.readAllBytes(Path.of(arguments[2])));
    PublicationWriteAnswer made =
        publications.createPublication(
            null, new PublicationCreateRequest().name("Spring").filename("spring.pdf").data(pdf));
    String id = made.getId();

    SourcesApi sources = new SourcesApi(client);
    Source source = sources.getSource(id, made.getCreatedSource().getId()).getSource();
    while (source.getState() != SourceState.COMPLETED_ALL_STAGES) {
      require(source.getState() != SourceState.COMPLETED_WITH_ERRORS, "the PDF converts");
      Thread.sleep(100);
      source = sources.getSource(id, source.getId()).getSource();
    }
    require(publications.getPublication(id).getPublication().getTotalPages() > 0, "it has pages");

    publications.updatePublication(id, new PublicationUpdateRequest().name("Summer"));
    publications.customizePublication(id, new CustomizeRequest().hardCover(true));
    require(
        publications.listPublications(10, 0, "Summer", null, null).getPublications().size() == 1,
        "it is found by its new name");

    TrackedLink link =
        new TrackedLinksApi(client)
            .createTrackedLink(new TrackedLinkRequest().title("For Ann").publicationUid(id))
            .getLinks()
            .get(0);
    require(link.getPublication().getId().getHashId().equals(made.getHashId()), "it links there");

    new TriggersApi(client)
        .createTrigger(
            new TriggerCreateRequest()
                .trigger(
                    new NewTrigger()
                        .events(List.of(EventName.SESSION))
                        .endpoint(arguments[0] + "/_emulator/inbox/java")));

    publications.deletePublication(id);
    try {
      publications.updatePublication(id, new PublicationUpdateRequest().name("Autumn"));
      throw new AssertionError("a deleted publication cannot be changed");
    } catch (ApiException refused) {
      ErrorAnswer answer =
          new ObjectMapper().readValue(refused.getResponseBody(), ErrorAnswer.class);
      require(refused.getCode() == 404, "the status tells");
      require(answer.getWellKnownError() == ErrorCode.OBJECT_NOT_FOUND, "and so does the code");
    }
    System.out.println("The Java client works.");
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError("not so: " + what);
    }
  }
}
