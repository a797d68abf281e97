package io.github.flippingbookemulator.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The start must stay fast: the JSON5 library is loaded with the first document that needs it. */
class LazyJson5Test {
  @Test
  void strict_json_loads_nothing_of_json5() throws Exception {
    Watching loader = new Watching();

    parse(loader, "{\"a\": [1, true, null, \"x\"]}");
    assertThat(loader.json5).isEmpty();

    parse(loader, "{a: 1}");
    assertThat(loader.json5).contains("de.marhali.json5.stream.Json5Lexer");
  }

  private static void parse(ClassLoader loader, String document) throws Exception {
    loader
        .loadClass(RelaxedJson.class.getName())
        .getMethod("parse", byte[].class)
        .invoke(null, (Object) document.getBytes(UTF_8));
  }

  /**
   * Defines this package's classes again, so that it gets all requests for classes they refer to.
   */
  private static final class Watching extends ClassLoader {
    final List<String> json5 = new ArrayList<>();

    Watching() {
      super(LazyJson5Test.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("de.marhali.")) {
        json5.add(name);
      }
      if (!name.startsWith(RelaxedJson.class.getPackageName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] code = in.readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
