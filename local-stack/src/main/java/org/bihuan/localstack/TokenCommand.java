package org.bihuan.localstack;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code ./bihuan token}. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description =
        "Prints a token for the services of this stack; it works at once and needs nothing running.")
final class TokenCommand implements Callable<Integer> {

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      completionCandidates = RoleNames.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private String role;

  @Option(
      names = "--unit",
      paramLabel = "CODE",
      description = "The person's unit; roles of a unit need it.")
  private String unit;

  @Option(names = "--line", paramLabel = "CODE", description = "The work line the person leads.")
  private String line;

  @Option(names = "--subdistrict", paramLabel = "CODE", description = "The person's sub-district.")
  private String subdistrict;

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description = "Tells two persons of one role and unit apart (default: made from both).")
  private String subject;

  @Option(
      names = "--ttl",
      defaultValue = "PT12H",
      paramLabel = "DURATION",
      description = "How long it is valid, such as PT30M (default: ${DEFAULT-VALUE}).")
  private Duration validity;

  @Override
  public Integer call() {
    Identity identity =
        Identity.of(Role.named(role))
            .called(subject)
            .ofUnit(unit)
            .ofLine(line)
            .ofSubdistrict(subdistrict);
    System.out.println(Tokens.of(Main.layout()).sign(identity, validity));
    return ExitCode.OK;
  }

  /** For the help text. */
  static final class RoleNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Role.values()).map(Role::name).iterator();
    }
  }
}
