package org.bihuan.localstack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.TestStacks;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.LoginCodes;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.Layout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Links that log people in to the console: one by command, one for each role after a start. */
class LinkCommandTest {
  private static final Pattern LINK =
      Pattern.compile("http://localhost:8081/console/login#code=(\\S+)");

  private final PrintStream console = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Layout layout;

  @BeforeEach
  void enterCheckout() {
    layout = Layout.ofCheckout(TestStacks.empty("links").directory());
    System.setProperty(Main.ROOT, layout.root().toString());
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void leaveCheckout() {
    System.setOut(console);
    System.clearProperty(Main.ROOT);
  }

  private Identity whoLogsInBy(String text) {
    Matcher link = LINK.matcher(text);
    assertTrue(link.find(), text);
    return LoginCodes.of(layout).redeem(link.group(1)).orElseThrow();
  }

  private Identity link(String... options) {
    printed.reset();
    assertEquals(0, new CommandLine(new LinkCommand()).execute(options));
    return whoLogsInBy(printed.toString(StandardCharsets.UTF_8));
  }

  @Test
  void a_link_is_of_whom_the_options_describe() {
    assertEquals(Identity.of(Role.SPECIAL_TEAM), link("--role", "special-team"));
    assertEquals(
        Identity.of(Role.UNIT_HANDLER).ofUnit("URBAN_MANAGEMENT_BUREAU").called("li"),
        link("--role", "UNIT_HANDLER", "--unit", "URBAN_MANAGEMENT_BUREAU", "--subject", "li"));
    assertEquals(
        Identity.of(Role.CHANNEL_CLERK).ofChannels(List.of("A", "B")).withoutUsualClaims(),
        link("--role", "CHANNEL_CLERK", "--channel", "A", "--channel", "B", "--bare"));
  }

  @Test
  void a_token_is_described_by_the_same_options() {
    assertEquals(
        0,
        new CommandLine(new TokenCommand())
            .execute("--role", "UNIT_HANDLER", "--unit", "HOUSING_BUREAU", "--ttl", "PT5M"));
    assertTrue(
        printed.toString(StandardCharsets.UTF_8).strip().matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+"));
  }

  @Test
  void without_a_role_nobody_is_let_in() {
    CommandLine command = new CommandLine(new LinkCommand()).setErr(new PrintWriter(printed, true));

    assertEquals(2, command.execute());
  }

  @Test
  void after_a_start_each_role_has_a_link() throws IOException {
    Layout.ensure(layout.console().getParent());
    Files.createFile(layout.console());

    String text = links();

    Map<Role, Identity> found = new TreeMap<>();
    for (String line : text.lines().skip(1).toList()) {
      Identity identity = whoLogsInBy(line);
      assertTrue(line.contains(identity.role().chinese() + " (" + identity.role().english()), line);
      found.put(identity.role(), identity);
    }
    assertEquals(List.of(Role.values()), List.copyOf(found.keySet()));
  }

  @Test
  void without_a_console_it_says_why() throws IOException {
    assertTrue(links().contains("The console is missing: it has not been built."), links());
    Path reason = layout.whyNoConsole();
    Layout.ensure(reason.getParent());
    Files.writeString(reason, "there is no Node; install it.\n");

    assertEquals("The console is missing: there is no Node; install it.", links().strip());
    assertTrue(Files.notExists(layout.logins()), "nobody can use a code");
  }

  private String links() {
    return new ConsoleLinks(layout, Stack.attach(layout)).toText();
  }
}
