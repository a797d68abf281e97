package io.github.flippingbookemulator.internal.reader;

import io.github.flippingbookemulator.reader.Lead;
import io.github.flippingbookemulator.reader.ReaderEvent.Downloaded;
import io.github.flippingbookemulator.reader.ReaderEvent.LeadSubmitted;
import io.github.flippingbookemulator.reader.ReaderEvent.LinkClicked;
import io.github.flippingbookemulator.reader.ReaderEvent.Printed;
import io.github.flippingbookemulator.reader.Session;
import io.github.flippingbookemulator.reader.VisitControl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A visit of a reader to a publication, with the reader's possible actions. */
public final class Visit implements VisitControl {
  private final Session session;
  private final Readers readers;

  Visit(Session session, Readers readers) {
    this.session = session;
    this.readers = readers;
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public void print() {
    print(readers.allPages(session));
  }

  @Override
  public void print(String pages) {
    readers.tell(session, at -> new Printed(at, session, pages));
  }

  @Override
  public void download() {
    readers.tell(session, at -> new Downloaded(at, session, readers.allPages(session)));
  }

  @Override
  public void click(String url, int page) {
    readers.tell(session, at -> new LinkClicked(at, session, url, page));
  }

  @Override
  public void submitLead(String... values) {
    List<Lead.Field> form = form();
    if (values.length != form.size()) {
      throw new IllegalArgumentException("the lead form has the fields " + form);
    }
    List<Lead.Answer> answers = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      answers.add(new Lead.Answer(form.get(i), values[i]));
    }
    submit(new Lead(answers, false));
  }

  @Override
  public void skipLead() {
    submit(new Lead(form().stream().map(field -> new Lead.Answer(field, "")).toList(), true));
  }

  private List<Lead.Field> form() {
    return readers.leadForm(session.publicationId());
  }

  @Override
  public void leave() {
    leaveAfter(Duration.between(session.started(), readers.now()));
  }

  @Override
  public void leaveAfter(Duration time) {
    readers.end(session, time);
  }

  void submit(Lead lead) {
    readers.tell(session, at -> new LeadSubmitted(at, session, lead));
  }
}
