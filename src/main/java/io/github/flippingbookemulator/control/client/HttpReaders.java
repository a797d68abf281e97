package io.github.flippingbookemulator.control.client;

import static io.github.flippingbookemulator.control.client.ControlClient.encoded;

import io.github.flippingbookemulator.internal.control.ReadersRoutes.ClickedLink;
import io.github.flippingbookemulator.internal.control.ReadersRoutes.LeadForm;
import io.github.flippingbookemulator.internal.control.ReadersRoutes.NewVisit;
import io.github.flippingbookemulator.internal.control.ReadersRoutes.OpenedVisit;
import io.github.flippingbookemulator.internal.control.ReadersRoutes.PrintedPages;
import io.github.flippingbookemulator.internal.control.ReadersRoutes.SentLead;
import io.github.flippingbookemulator.internal.control.ReadersRoutes.VisitEnd;
import io.github.flippingbookemulator.reader.Lead.Field;
import io.github.flippingbookemulator.reader.ReadersControl;
import io.github.flippingbookemulator.reader.Session;
import io.github.flippingbookemulator.reader.VisitControl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The readers of a remote emulator. */
record HttpReaders(ControlClient calls) implements ReadersControl {
  private static final String ALL = "/readers";

  @Override
  public VisitControl open(String hashId) {
    return open(new NewVisit(hashId, null, null));
  }

  @Override
  public VisitControl openLink(String urlName) {
    return open(new NewVisit(null, urlName, null));
  }

  @Override
  public Optional<? extends VisitControl> visit(String sessionId) {
    return HttpRecords.found(() -> get(sessionId));
  }

  @Override
  public List<Field> leadForm(String publicationId) {
    return calls.list(form(publicationId), "fields", Field.class);
  }

  @Override
  public void leadForm(String publicationId, List<Field> fields) {
    calls.put(form(publicationId), new LeadForm(fields));
  }

  private VisitControl open(NewVisit what) {
    return get(calls.post(ALL, what, OpenedVisit.class).session());
  }

  private VisitControl get(String sessionId) {
    String path = ALL + "/" + encoded(sessionId);
    return new HttpVisit(calls, path, calls.get(path, Session.class));
  }

  private static String form(String publicationId) {
    return ALL + "/lead-form/" + encoded(publicationId);
  }

  private record HttpVisit(ControlClient calls, String path, Session session)
      implements VisitControl {
    @Override
    public void print() {
      calls.post(path + "/print");
    }

    @Override
    public void print(String pages) {
      calls.post(path + "/print", new PrintedPages(pages));
    }

    @Override
    public void download() {
      calls.post(path + "/download");
    }

    @Override
    public void click(String url, int page) {
      calls.post(path + "/click", new ClickedLink(url, page));
    }

    @Override
    public void submitLead(String... values) {
      calls.post(path + "/lead", new SentLead(List.of(values), null));
    }

    @Override
    public void skipLead() {
      calls.post(path + "/lead", new SentLead(null, true));
    }

    @Override
    public void leave() {
      end(new VisitEnd(null));
    }

    @Override
    public void leaveAfter(Duration time) {
      end(new VisitEnd(time));
    }

    /** Ends the visit; if it is not there, because it has ended before, nothing happens. */
    private void end(VisitEnd how) {
      HttpRecords.found(() -> calls.post(path + "/leave", how));
    }
  }
}
