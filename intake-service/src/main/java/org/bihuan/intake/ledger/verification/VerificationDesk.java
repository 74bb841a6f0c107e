package org.bihuan.intake.ledger.verification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.contract.ledger.ChainPoint;
import org.bihuan.contract.ledger.LedgerWalk;
import org.bihuan.intake.ledger.LedgerChain;
import org.bihuan.intake.ledger.LedgerSealer;
import org.bihuan.intake.ledger.verification.VerificationQuestion.VerificationStart;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.refusal.TooMany;
import org.bihuan.kit.security.Caller;

/** Verifies the ledger, at once or in the background. */
@ApplicationScoped
class VerificationDesk {

  private final LedgerVerifier verifier;
  private final LedgerSealer sealer;
  private final VerificationRuns runs;
  private final DataSource dataSource;
  private final Caller caller;
  private final Clock clock;

  VerificationDesk(
      LedgerVerifier verifier,
      LedgerSealer sealer,
      VerificationRuns runs,
      DataSource dataSource,
      Caller caller,
      Clock clock) {
    this.verifier = verifier;
    this.sealer = sealer;
    this.runs = runs;
    this.dataSource = dataSource;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Seals what waits and then checks the chain. A transaction, since a cursor over millions of rows
   * needs one.
   */
  Verification verify(VerificationQuestion question) {
    Optional<ChainPoint> kept = question.keptHead();
    sealer.seal();
    return QuarkusTransaction.requiringNew()
        .timeout(600)
        .call(() -> verifier.verify(question.fromCheckpoint(), kept));
  }

  /**
   * Begins a verification in the background.
   *
   * @throws TooMany {@code verification-running} while another one is under way
   */
  @Transactional
  VerificationRunView begin(NewVerification request) {
    runs.lockBeginning();
    if (runs.running().isPresent()) {
      throw new TooMany("verification-running");
    }
    VerificationRun run = begun(request.from());
    runs.persist(run);
    return VerificationRunView.of(run);
  }

  private VerificationRun begun(VerificationStart start) {
    try (Connection connection = dataSource.getConnection()) {
      LedgerWalk.State from =
          start == VerificationStart.START ? LedgerWalk.State.START : Checkpoint.read(connection);
      long goal = LedgerChain.head(connection, "").sequence();
      return VerificationRun.begin(start, from, goal, caller.subject(), clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException("the checkpoint cannot be read", e);
    }
  }

  @Transactional
  Page<VerificationRunView> page(PageRequest request) {
    return runs.page(request).map(VerificationRunView::of);
  }

  @Transactional
  VerificationRunView read(UUID id) {
    return runs.findByIdOptional(id)
        .map(VerificationRunView::of)
        .orElseThrow(() -> new NotFound("verification-not-found", id));
  }
}
