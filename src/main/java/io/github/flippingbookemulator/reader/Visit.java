package io.github.flippingbookemulator.reader;

import io.github.flippingbookemulator.reader.ReaderEvent.Downloaded;
import io.github.flippingbookemulator.reader.ReaderEvent.LeadSubmitted;
import io.github.flippingbookemulator.reader.ReaderEvent.LinkClicked;
import io.github.flippingbookemulator.reader.ReaderEvent.Printed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A reader before an open publication, and what he can do with it. */
public final class Visit {
  private final Session session;
  private final Readers readers;

  Visit(Session session, Readers readers) {
    this.session = session;
    this.readers = readers;
  }

  /**
   * Returns what the visit is known by.
   *
   * @return the view session
   */
  public Session session() {
    return session;
  }

  /** Prints all pages. */
  public void print() {
    print(readers.allPages(session));
  }

  /**
   * Prints pages.
   *
   * @param pages which, such as {@code 1-12}
   */
  public void print(String pages) {
    readers.tell(session, at -> new Printed(at, session, pages));
  }

  /** Downloads the publication. */
  public void download() {
    readers.tell(session, at -> new Downloaded(at, session, readers.allPages(session)));
  }

  /**
   * Clicks a link in the publication.
   *
   * @param url where it leads
   * @param page the page it is on, from 1
   */
  public void click(String url, int page) {
    readers.tell(session, at -> new LinkClicked(at, session, url, page));
  }

  /**
   * Sends the lead form.
   *
   * @param values what is filled in, in the order of the form's fields
   */
  public void submitLead(String... values) {
    List<Lead.Field> form = readers.leadForm(session.publicationId());
    if (values.length != form.size()) {
      throw new IllegalArgumentException("the lead form has the fields " + form);
    }
    List<Lead.Answer> answers = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      answers.add(new Lead.Answer(form.get(i), values[i]));
    }
    submit(new Lead(answers, false));
  }

  /** Closes the lead form without filling it in. */
  public void skipLead() {
    submit(new Lead(List.of(), true));
  }

  /** Leaves; the visit has taken what the emulator's clock says. */
  public void leave() {
    leaveAfter(Duration.between(session.started(), readers.now()));
  }

  /**
   * Leaves; a second time does nothing.
   *
   * @param time how long the visit is to have taken
   */
  public void leaveAfter(Duration time) {
    readers.end(session, time);
  }

  void submit(Lead lead) {
    readers.tell(session, at -> new LeadSubmitted(at, session, lead));
  }
}
