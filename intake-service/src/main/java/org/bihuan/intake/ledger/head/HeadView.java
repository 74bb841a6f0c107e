package org.bihuan.intake.ledger.head;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import org.bihuan.contract.ledger.SignedHead;

/**
 * The signed end of a day of the ledger: docs/ledger-proofs.md says what is signed.
 *
 * @param day on which its entries were sealed, on the district's calendar
 * @param sequence place of the last entry sealed on that day or before; 0 when there was none
 * @param hash of that entry in the chain, hexadecimal
 * @param root of the tree of the hashes of the entries sealed on that day, hexadecimal
 * @param keyId of the public key that `GET /ledger/keys` shows
 * @param signature Ed25519, base64
 */
public record HeadView(
    @NotNull LocalDate day,
    long sequence,
    @NotNull String hash,
    @NotNull String root,
    @NotNull String keyId,
    @NotNull String signature) {

  public static HeadView of(SignedHead head) {
    HexFormat hex = HexFormat.of();
    return new HeadView(
        head.day(),
        head.sequence(),
        hex.formatHex(head.hash()),
        hex.formatHex(head.root()),
        head.keyId(),
        Base64.getEncoder().encodeToString(head.signature()));
  }
}
