package org.bihuan.kit.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.Collection;
import java.util.Set;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.Role;

/**
 * Who reads a {@link FreeText} as it was written. A request decides by its caller; what is written
 * where there is none is masked, unless it is said for whom it is.
 */
public final class FreeTexts {

  /** Those who take complaints and those who decide about them. */
  private static final Set<String> READ_AS_WRITTEN = Set.of(Role.CHANNEL_CLERK, Role.SPECIAL_TEAM);

  /** Attribute of a writer: whether texts stay as they were written. */
  static final Object AS_WRITTEN = FreeTexts.class;

  private FreeTexts() {}

  /** Whether somebody with these roles reads texts as they were written. */
  public static boolean areReadAsWrittenBy(Collection<String> roles) {
    return roles.stream().anyMatch(READ_AS_WRITTEN::contains);
  }

  /** Writes texts as they were written, or masked, whoever asks. */
  public static ObjectWriter writer(ObjectMapper json, boolean asWritten) {
    return json.writer().withAttribute(AS_WRITTEN, asWritten);
  }
}
