package org.bihuan.localstack.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import org.bihuan.localstack.layout.Layout;

/** The random secrets of one stack: made once, kept in files that only their owner may read. */
public final class Secrets {
  /** How a file ends that is being written. */
  static final String UNFINISHED = ".unfinished";

  private static final int KEY_BYTES = 32;

  private final Path folder;

  public Secrets(Layout layout) {
    this.folder = layout.keys();
  }

  /** The file with the password of the database owner. */
  public Path postgresPasswordFile() {
    keptFile("postgres-password", Secrets::randomKey);
    return folder.resolve("postgres-password");
  }

  public String postgresPassword() {
    return keptFile("postgres-password", Secrets::randomKey);
  }

  /** Base64 of the 32 bytes with which intake encrypts what it knows about reporters. */
  public String personalDataKey() {
    return keptFile("personal-data-key", Secrets::randomKey);
  }

  /** Base64 of the 32 bytes under which secrets shared with other systems are kept. */
  public String secretsKey() {
    return keptFile("secrets-key", Secrets::randomKey);
  }

  /** Base64 of the private key in PKCS#8 form that signs the heads of the ledger's days. */
  public String ledgerSigningKey() {
    return keptFile("ledger-signing-key", Secrets::signingKey);
  }

  /** The text of a file in the key folder; made by {@code create} when there is none. */
  String keptFile(String name, Supplier<String> create) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        write(file, create.get());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read or make " + file, e);
    }
  }

  /** Writes a new file that its owner alone may read, in a folder of the same kind. */
  static void write(Path file, String text) throws IOException {
    Path folder = file.getParent();
    Layout.ensure(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    Path unfinished =
        Files.createTempFile(
            folder,
            file.getFileName().toString(),
            UNFINISHED,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(unfinished, text);
    try {
      // A link, unlike a move, never replaces what another start has made in the meantime.
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException e) {
      return;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static String signingKey() {
    try {
      byte[] key =
          KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
      return Base64.getEncoder().encodeToString(key);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java from 15 on has Ed25519", e);
    }
  }

  private static String randomKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
