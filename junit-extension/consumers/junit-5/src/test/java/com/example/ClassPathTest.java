package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the emulator brings along, and what it leaves alone. */
class ClassPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.fasterxml.jackson.databind.ObjectMapper",
        "com.github.benmanes.caffeine.cache.Cache",
        "de.marhali.json5.Json5",
        "io.javalin.Javalin",
        "jakarta.servlet.Servlet",
        "kotlin.Unit",
        "org.apache.commons.logging.Log",
        "org.apache.pdfbox.Loader",
        "org.eclipse.jetty.server.Server",
        "org.slf4j.Logger"
      })
  void the_libraries_of_the_emulator_cannot_be_seen(String name) {
    assertThrows(ClassNotFoundException.class, () -> Class.forName(name));
  }

  /** The emulator names an older version of JUnit, which must not win. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.junit.jupiter.api.Test",
        "org.junit.jupiter.params.ParameterizedTest",
        "org.junit.jupiter.engine.JupiterTestEngine"
      })
  void junit_has_the_version_that_the_project_names(String name) throws Exception {
    assertEquals(
        System.getProperty("junit.version"),
        Class.forName(name).getPackage().getImplementationVersion());
  }
}
