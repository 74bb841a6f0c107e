package org.bihuan.localstack.launcher;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.identity.Tokens;
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
      names = "--channel",
      paramLabel = "CODE",
      description = "A channel the clerk takes complaints in for; repeat it for more than one.")
  private List<String> channels = List.of();

  @Option(
      names = "--unit",
      paramLabel = "CODE",
      description = "The person's unit; an inspector may not judge what this unit fixes.")
  private String unit;

  @Option(names = "--line", paramLabel = "CODE", description = "The work line the person leads.")
  private String line;

  @Option(names = "--subdistrict", paramLabel = "CODE", description = "The person's sub-district.")
  private String subdistrict;

  @Option(
      names = "--bare",
      description =
          "Leave out the claim that bounds the role unless it is given here; otherwise a clerk is of"
              + " HOTLINE_12319, a handler or leader of HOUSING_BUREAU, a sub-district 370203021, an"
              + " inspector of SPECIAL_TEAM and a line leader of CITY_APPEARANCE.")
  private boolean bare;

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
            .ofSubdistrict(subdistrict)
            .ofChannels(channels);
    System.out.println(
        Tokens.of(Main.layout()).sign(bare ? identity.withoutUsualClaims() : identity, validity));
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
