package org.bihuan.intake.ledger.head;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.bihuan.contract.ledger.SignedHead;
import org.jboss.logging.Logger;

/** The key that signs heads, if one is configured. */
@ApplicationScoped
class SigningKey {

  private static final Logger LOG = Logger.getLogger(SigningKey.class);

  private final Optional<Pair> pair;

  SigningKey(HeadConfig config) {
    this.pair = config.signingKey().map(SigningKey::read);
  }

  /**
   * Both halves.
   *
   * @param id by which the public one is known
   */
  record Pair(EdECPrivateKey secret, PublicKey open, String id) {

    SignedHead sign(LocalDate day, long sequence, byte[] hash, byte[] root) {
      return SignedHead.sign(day, sequence, hash, root, secret, id);
    }
  }

  /** A key that cannot be read keeps the service from starting. */
  void start(@Observes StartupEvent start) {
    pair.ifPresentOrElse(
        key -> LOG.infof("Heads of the ledger are signed by the key %s", key.id()),
        () -> LOG.warn("No bihuan.ledger.signing-key: heads of the ledger are not signed"));
  }

  Optional<Pair> pair() {
    return pair;
  }

  private static Pair read(String base64) {
    try {
      byte[] encoded = Base64.getDecoder().decode(base64.strip());
      EdECPrivateKey secret =
          (EdECPrivateKey)
              KeyFactory.getInstance(SignedHead.ALGORITHM)
                  .generatePrivate(new PKCS8EncodedKeySpec(encoded));
      PublicKey open = publicKey(secret);
      return new Pair(secret, open, SignedHead.keyId(open));
    } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
      throw new IllegalStateException(
          "bihuan.ledger.signing-key must be a private key of Ed25519, PKCS#8 in base64", e);
    }
  }

  /** Java tells the public half only while it makes a pair, so it makes this one again. */
  private static PublicKey publicKey(EdECPrivateKey secret) throws GeneralSecurityException {
    byte[] seed =
        secret.getBytes().orElseThrow(() -> new GeneralSecurityException("the key hides itself"));
    KeyPairGenerator generator = KeyPairGenerator.getInstance(SignedHead.ALGORITHM);
    generator.initialize(NamedParameterSpec.ED25519, new Same(seed));
    return generator.generateKeyPair().getPublic();
  }

  /** Gives the seed instead of something random. */
  private static final class Same extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Same(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
