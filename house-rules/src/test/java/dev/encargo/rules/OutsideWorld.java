package dev.encargo.rules;

import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.List;
import java.util.regex.Pattern;

/// What differs from one moment, machine or throw of the dice to the next. A context asks its ports for it.
final class OutsideWorld {

    /// Of `Class.member`; a constructor's member is `<init>`.
    private static final Pattern MEMBERS = Pattern.compile(String.join(
            "|",
            List.of(
                    // clocks
                    "java\\.time\\..*\\.now",
                    "java\\.time\\.Clock\\.(system|tick).*",
                    "java\\.time\\.InstantSource\\.system",
                    "java\\.util\\.(Date|Calendar|GregorianCalendar|Timer)\\..*",
                    // chance
                    "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)\\..*",
                    "java\\.util\\.random\\..*",
                    "java\\.security\\.SecureRandom\\..*",
                    "java\\.util\\.UUID\\.randomUUID",
                    "java\\.util\\.Collections\\.shuffle",
                    "java\\.lang\\.(Strict)?Math\\.random",
                    // the machine and its settings
                    "java\\.lang\\.System\\.(?!arraycopy$|identityHashCode$).*",
                    "java\\.lang\\.(Runtime|Process|ProcessBuilder|ProcessHandle|IO)\\..*",
                    "java\\.time\\.ZoneId\\.systemDefault",
                    "java\\.util\\.(Locale|TimeZone)\\.getDefault",
                    "java\\.nio\\.charset\\.Charset\\.defaultCharset",
                    // files and the network
                    "java\\.io\\.(File|RandomAccessFile|FileInputStream|FileOutputStream|FileReader|FileWriter)\\..*",
                    "java\\.nio\\.file\\..*",
                    "java\\.nio\\.channels\\..*",
                    "java\\.net\\.(http\\..*|(Server|Datagram)?Socket\\..*|InetAddress\\..*|URL\\.open.*)",
                    // threads of one's own, and waiting
                    "java\\.lang\\.Thread\\.(?!currentThread$|interrupt$|isInterrupted$).*",
                    "java\\.util\\.concurrent\\.(Executors|ForkJoinPool|StructuredTaskScope)\\..*",
                    "java\\.util\\.concurrent\\.CompletableFuture\\..*Async",
                    "java\\.util\\.concurrent\\.TimeUnit\\.sleep",
                    "java\\.util\\.concurrent\\.locks\\.LockSupport\\.park.*")));

    private OutsideWorld() {}

    static boolean isEntered(JavaAccess<?> access) {
        String member = access.getTargetOwner().getName() + "." + access.getName();
        return MEMBERS.matcher(member).matches();
    }
}
