package org.bihuan.localstack.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.Layout;

/** What {@code ./bihuan up} says of the console: who can log in, or why it is missing. */
record ConsoleLinks(Layout layout, Stack stack) {

  String toText() {
    if (!Files.exists(layout.console())) {
      return "The console is missing: " + whyMissing() + "\n";
    }
    return Stream.of(Role.values())
        .map(this::line)
        .collect(
            Collectors.joining(
                "",
                "The console, for each of its people once and within 12 hours ('./bihuan link --role"
                    + " ...' makes another link):\n",
                ""));
  }

  private String line(Role role) {
    return "  %s  %s (%s)%n"
        .formatted(stack.loginLink(Identity.of(role)), role.chinese(), role.english());
  }

  private String whyMissing() {
    try {
      return Files.exists(layout.whyNoConsole())
          ? Files.readString(layout.whyNoConsole()).strip()
          : "it has not been built.";
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + layout.whyNoConsole(), e);
    }
  }
}
