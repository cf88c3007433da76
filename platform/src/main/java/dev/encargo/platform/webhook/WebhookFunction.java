package dev.encargo.platform.webhook;

import dev.encargo.platform.Platform;
import dev.encargo.platform.function.ApiFunction;
import dev.encargo.platform.function.ApiRequest;
import dev.encargo.platform.function.ApiResponse;
import dev.encargo.platform.function.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A function that receives one party's signed notices. 2xx says that the notice's change is written; what cannot
/// be used is kept and changes nothing: 401 when forged or expired, 400 when malformed, 202 when its key is
/// unknown.
public abstract class WebhookFunction extends ApiFunction {
    private final SignatureCheck check;
    private final NoticeRecords records;
    private final String party;

    /// `party` is `payment` or `inventory`; the secret is `<party>-webhook`.
    protected WebhookFunction(Platform platform, String party) {
        super(platform);
        this.check = new SignatureCheck(platform.secrets(), party + "-webhook", platform.clock());
        this.records = new NoticeRecords(platform, party);
        this.party = party;
    }

    /// Applies a genuine notice about an order. Returns false when nothing here was asked by its key.
    protected abstract boolean receive(String orderId, Notice notice, String raw);

    /// Whether a genuine notice says all that its type has to say.
    protected boolean isComplete(Notice notice) {
        return true;
    }

    @Override
    protected final ApiResponse answer(ApiRequest request) {
        String raw = request.body();
        Verdict verdict = check.check(request.header(SignatureCheck.HEADER), raw);
        return switch (verdict) {
            case GENUINE -> genuine(raw);
            case MALFORMED -> rejected(400, "signature-malformed", "The signature is missing or cannot be read", raw);
            case EXPIRED -> rejected(401, "signature-expired", "The signature is not of these five minutes", raw);
            case FORGED -> rejected(401, "signature-invalid", "The signature does not fit the body", raw);
        };
    }

    private ApiResponse genuine(String raw) {
        Optional<Notice> read = Notice.read(raw).filter(this::isComplete);
        if (read.isEmpty()) {
            return rejected(400, "notice-malformed", "The body is not a notice", raw);
        }
        Notice notice = read.get();
        Optional<String> orderId = notice.orderId();
        if (orderId.isPresent() && receive(orderId.get(), notice, raw)) {
            return ApiResponse.empty(200);
        }
        records.keepUnmatched(Objects.requireNonNull(notice.key()), raw);
        telemetry.count("notices.unmatched", 1, Map.of("party", party));
        return ApiResponse.empty(202);
    }

    private ApiResponse rejected(int status, String kind, String title, String raw) {
        records.reject(kind, raw);
        telemetry.count("notices.rejected", 1, Map.of("party", party, "reason", kind));
        return Problem.of(status, kind, title).response();
    }
}
