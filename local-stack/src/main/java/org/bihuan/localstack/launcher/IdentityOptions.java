package org.bihuan.localstack.launcher;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import picocli.CommandLine.Option;

/** Who somebody is, for the commands that let people in. */
final class IdentityOptions {
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

  Identity identity() {
    Identity identity =
        Identity.of(Role.named(role))
            .called(subject)
            .ofUnit(unit)
            .ofLine(line)
            .ofSubdistrict(subdistrict)
            .ofChannels(channels);
    return bare ? identity.withoutUsualClaims() : identity;
  }

  /** For the help text. */
  static final class RoleNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Role.values()).map(Role::name).iterator();
    }
  }
}
