package org.bihuan.contract.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The end of a day of the ledger. What is kept of it elsewhere binds every entry up to it: none can
 * be changed, added or taken away afterwards without its being seen.
 *
 * @param day on which its entries were sealed, in the district's time
 * @param sequence place of the last entry sealed on that day or before; 0 when there was none
 * @param hash of that entry in the chain
 * @param root of the tree of the hashes of the entries sealed on that day ({@link MerkleTree})
 * @param keyId of the key that signed, see {@link #keyId}
 * @param signature Ed25519 over {@link #text}
 */
public record SignedHead(
    LocalDate day, long sequence, byte[] hash, byte[] root, String keyId, byte[] signature) {

  /** Name of the signature in Java and in {@code GET /ledger/keys}. */
  public static final String ALGORITHM = "Ed25519";

  private static final int KEY_ID_BYTES = 8;

  /** What is signed: five lines in ASCII, each with a line feed at its end. */
  public static byte[] text(LocalDate day, long sequence, byte[] hash, byte[] root) {
    HexFormat hex = HexFormat.of();
    String text =
        "bihuan-ledger-head-v1\n%s\n%d\n%s\n%s\n"
            .formatted(day, sequence, hex.formatHex(hash), hex.formatHex(root));
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * A head signed by a key.
   *
   * @throws IllegalArgumentException when it is no key of {@link #ALGORITHM}
   */
  public static SignedHead sign(
      LocalDate day, long sequence, byte[] hash, byte[] root, PrivateKey key, String keyId) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(text(day, sequence, hash, root));
      return new SignedHead(day, sequence, hash, root, keyId, signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this key cannot sign", e);
    }
  }

  /** Whether this very head was signed by the owner of {@code key}. */
  public boolean isSignedBy(PublicKey key) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(text(day, sequence, hash, root));
      return check.verify(signature);
    } catch (GeneralSecurityException notEvenASignature) {
      return false;
    }
  }

  /** By what a key is known: the first 16 hexadecimal digits of SHA-256 over it in X.509 form. */
  public static String keyId(PublicKey key) {
    byte[] hash = ChainHash.sha256().digest(key.getEncoded());
    return HexFormat.of().formatHex(hash, 0, KEY_ID_BYTES);
  }

  /**
   * A public key from its X.509 form.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static PublicKey publicKey(byte[] encoded) {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no public key of " + ALGORITHM, e);
    }
  }
}
