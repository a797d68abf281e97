package io.github.flippingbookemulator.junit;

import java.lang.reflect.Method;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The name of a test, in parts that are valid in every file system.
 *
 * @param folder the class
 * @param file the test method and the numbers of its invocation, without an extension
 */
record TestName(String folder, String file) {
  private static final int LONGEST = 100;
  private static final Pattern INVOCATION = Pattern.compile("-invocation:#(\\d+)");
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");

  /** Names that Windows reserves for devices, with any extension. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  static TestName of(ExtensionContext context) {
    Class<?> type = context.getRequiredTestClass();
    Method method = context.getRequiredTestMethod();
    String file = safe(method.getName());
    if (hasNamesake(type, method)) {
      file += hash(method.toGenericString());
    }
    StringBuilder name = new StringBuilder(file);
    for (Matcher each = INVOCATION.matcher(context.getUniqueId()); each.find(); ) {
      name.append('-').append(each.group(1));
    }
    return new TestName(safe(type.getName().replace('$', '.')), name.toString());
  }

  @Override
  public String toString() {
    return folder + "." + file;
  }

  /** A name that had to be changed gets a hash, so that different names stay different. */
  private static String safe(String name) {
    String safe = UNSAFE.matcher(name).replaceAll("_");
    if (safe.length() > LONGEST) {
      safe = safe.substring(safe.length() - LONGEST);
    }
    if (DEVICE.matcher(safe).matches() || safe.startsWith(".") || safe.endsWith(".")) {
      safe = "_" + safe + "_";
    }
    return safe.equals(name) ? name : safe + hash(name);
  }

  /** Tells whether another method has the same name in a file system that ignores case. */
  private static boolean hasNamesake(Class<?> type, Method method) {
    return !ReflectionSupport.findMethods(
            type,
            other ->
                other.getName().equalsIgnoreCase(method.getName())
                    && !other.isSynthetic()
                    && !other.equals(method),
            HierarchyTraversalMode.BOTTOM_UP)
        .isEmpty();
  }

  private static String hash(String text) {
    return "-" + Integer.toHexString(text.hashCode());
  }
}
