package org.bihuan.localstack.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.Callable;
import org.bihuan.contract.ledger.SignedHead;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.ledger.LedgerFileCheck;
import org.bihuan.localstack.ledger.LedgerFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./bihuan verify-ledger}: checks an exported ledger without any service or database. */
@Command(
    name = "verify-ledger",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a ledger exported by GET /api/v1/ledger/export: the chain, the trees of its days and"
          + " their signatures.",
      "Ends with 1 at the first line that does not fit, and names it; docs/ledger-proofs.md tells"
          + " what is checked."
    })
final class VerifyLedgerCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The exported ledger, plain or zipped by gzip.")
  private Path file;

  @Option(
      names = "--heads",
      paramLabel = "FILE",
      description =
          "Heads that you kept: an answer of GET /ledger/heads, or the files of a folder"
              + " put together. The ledger must run through each of them; a stretch of it through"
              + " those that lie on it, which must be one at least.")
  private Path heads;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "Public keys that you trust: PEM, or an answer of GET /ledger/keys. Without them those"
              + " of the exported ledger are taken, which whoever forged it has made.")
  private Path key;

  @Override
  public Integer call() {
    try (BufferedReader lines = LedgerFiles.lines(file)) {
      List<SignedHead> kept = heads == null ? List.of() : LedgerFiles.heads(heads);
      List<PublicKey> trusted = key == null ? List.of() : LedgerFiles.keys(key);
      LedgerFileCheck.Finding finding = new LedgerFileCheck(trusted, kept).check(lines);
      return finding.isWhole() ? whole(finding, kept.size()) : broken(finding);
    } catch (CharacterCodingException e) {
      throw new StackFailure(file + " is no text in UTF-8.", e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + e.getMessage(), e);
    }
  }

  private int whole(LedgerFileCheck.Finding finding, int kept) {
    System.out.printf(
        "valid: entries %d to %d, heads %d, withheld %d, keys %s%n",
        finding.from(), finding.to(), finding.heads(), finding.withheld(), finding.keyIds());
    if (finding.withheld() > 0) {
      System.out.printf(
          "Contents of the withheld entries, the first of them %d, were not there to be checked.%n",
          finding.firstWithheld());
    }
    if (kept > 0) {
      System.out.printf(
          "Heads that you kept: %d, met by these entries %d.%n", kept, finding.keptMet());
    }
    if (finding.keptMet() < kept) {
      System.out.println(
          "The others lie outside this stretch: only the whole ledger can be held against them.");
    }
    if (key == null) {
      System.out.println(
          "The keys are those of the file itself: compare them with what you were given.");
    }
    return ExitCode.OK;
  }

  private static int broken(LedgerFileCheck.Finding finding) {
    System.out.printf("INVALID: line %d: %s%n", finding.brokenLine(), finding.why());
    return ExitCode.SOFTWARE;
  }
}
