package org.bihuan.intake.ledger.head;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.util.Optional;

/** How the ends of the ledger's days are signed and where they are put. */
@ConfigMapping(prefix = "bihuan.ledger")
interface HeadConfig {

  /**
   * Private key of Ed25519 in base64 of its PKCS#8 form, as {@code openssl genpkey -algorithm
   * ed25519 -outform DER | base64 -w0} makes it. Without one no day is signed until there is one.
   */
  @WithName("signing-key")
  Optional<String> signingKey();

  /** A folder that gets one file for each signed head, from where others can fetch them. */
  @WithName("heads-directory")
  Optional<Path> headsDirectory();
}
