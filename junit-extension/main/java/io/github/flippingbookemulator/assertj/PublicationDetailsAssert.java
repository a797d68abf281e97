package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.publication.Customization;
import io.github.flippingbookemulator.publication.Publication;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Assertions on the name, the location and the customization of a publication. */
abstract class PublicationDetailsAssert<SELF extends PublicationDetailsAssert<SELF>>
    extends RecordAssert<SELF, Publication> {
  PublicationDetailsAssert(
      AssertionContext context, String name, @Nullable Publication actual, Class<SELF> self) {
    super(context, name, actual, self);
  }

  /**
   * Verifies its name.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(catalog).hasName("Spring catalog");
   * // fails
   * assertThat(emulator).publication(catalog).hasName("Spring");
   * </code></pre>
   *
   * @param expected the whole name
   * @return this assertion
   */
  public SELF hasName(String expected) {
    return checkValue("the name", expected, publication -> publication.details().name());
  }

  /**
   * Verifies its description.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(catalog).hasDescription("All that grows");
   * // fails
   * assertThat(emulator).publication(draft).hasDescription("All that grows");
   * </code></pre>
   *
   * @param expected the whole description
   * @return this assertion
   */
  public SELF hasDescription(String expected) {
    return checkValue(
        "the description", expected, publication -> publication.details().description());
  }

  /**
   * Verifies in which folder it is.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(catalog).isInFolder("7");
   * // fails
   * assertThat(emulator).publication(draft).isInFolder("7");
   * </code></pre>
   *
   * @param expected the id of the folder
   * @return this assertion
   */
  public SELF isInFolder(String expected) {
    return check(
        "be in folder " + expected,
        publication -> expected.equals(publication.details().folder()),
        publication -> "it is in " + folder(publication));
  }

  /**
   * Verifies that it is in no folder.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(draft).isInHome();
   * // fails
   * assertThat(emulator).publication(catalog).isInHome();
   * </code></pre>
   *
   * @return this assertion
   */
  public SELF isInHome() {
    return check(
        "be in Home",
        publication -> publication.details().folder() == null,
        publication -> "it is in " + folder(publication));
  }

  /**
   * Verifies on which domain it is published.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(catalog).hasDomain("online.flippingbook.com");
   * // fails
   * assertThat(emulator).publication(catalog).hasDomain("read.example.com");
   * </code></pre>
   *
   * @param expected the domain
   * @return this assertion
   */
  public SELF hasDomain(String expected) {
    return checkValue("the domain", expected, publication -> publication.details().domain());
  }

  /**
   * Verifies that readers have to enter a password.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(catalog).isPasswordProtected();
   * // fails
   * assertThat(emulator).publication(draft).isPasswordProtected();
   * </code></pre>
   *
   * @return this assertion
   */
  public SELF isPasswordProtected() {
    return check(
        "be protected by a password",
        publication -> !publication.customization().password().isEmpty(),
        publication -> "it has none");
  }

  /**
   * Verifies that readers need no password.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(draft).hasNoPassword();
   * // fails
   * assertThat(emulator).publication(catalog).hasNoPassword();
   * </code></pre>
   *
   * @return this assertion
   */
  public SELF hasNoPassword() {
    return check(
        "have no password",
        publication -> publication.customization().password().isEmpty(),
        publication -> "it is '" + publication.customization().password() + "'");
  }

  /**
   * Verifies its customization, with assertions of the test's own.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(catalog).hasCustomizationSatisfying(look -&gt; assertThat(look.theme()).isEqualTo("dark"));
   * // fails
   * assertThat(emulator).publication(draft).hasCustomizationSatisfying(look -&gt; assertThat(look.theme()).isEqualTo("dark"));
   * </code></pre>
   *
   * @param requirement what to assert
   * @return this assertion
   */
  public SELF hasCustomizationSatisfying(Consumer<Customization> requirement) {
    Customization customization = found().customization();
    try {
      requirement.accept(customization);
    } catch (AssertionError e) {
      throw failed(
          new FailureMessage("Expected another customization of " + name())
              .show("There is", List.of(customization.toString()))
              .show(
                  "The requirement says", String.valueOf(e.getMessage()).strip().lines().toList()));
    }
    return myself;
  }

  private static String folder(Publication publication) {
    String folder = publication.details().folder();
    return folder == null ? "Home" : "folder " + folder;
  }
}
