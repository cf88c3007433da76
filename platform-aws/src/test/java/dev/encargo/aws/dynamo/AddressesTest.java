package dev.encargo.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.aws.emulator.Emulator;
import dev.encargo.platform.Unavailable;
import dev.encargo.platform.documents.KeptDocuments;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@DisplayName("addresses of DynamoDB")
class AddressesTest {

    @RegisterExtension
    static final Emulator AWS = new Emulator();

    @Test
    void over_https_the_environment_has_to_say_who_asks_and_where() {
        String address = "dynamodb:https://dynamodb.eu-west-1.amazonaws.com";
        DynamoDocumentServer nobody = new DynamoDocumentServer(Map.of());
        assertThatThrownBy(() -> nobody.open(address, "orders"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AWS_REGION");
        DynamoDocumentServer somebody = new DynamoDocumentServer(Map.of(
                "AWS_REGION", "eu-west-1", "AWS_ACCESS_KEY_ID", "AKIATEST", "AWS_SECRET_ACCESS_KEY", "not-a-secret"));
        somebody.open(address, "orders").close();
    }

    @Test
    void the_table_that_an_address_names_is_meant_else_the_one_of_the_given_name() {
        String named = Emulator.fresh("named");
        String given = Emulator.fresh("given");
        prepare("dynamodb:" + AWS.address() + "/" + named, given);
        assertThat(exists(named)).isTrue();
        assertThat(exists(given)).isFalse();
        prepare("dynamodb:" + AWS.address(), given);
        assertThat(exists(given)).isTrue();
    }

    @Test
    void a_table_that_lacks_an_index_is_not_taken() {
        String table = Tables.create(AWS.connection().client(DynamoDbClient.builder()), "by-owner");
        try (KeptDocuments kept = new KeptInDynamo(AWS.connection().client(DynamoDbClient.builder()), table)) {
            kept.prepare(List.of("by-owner"));
            assertThatThrownBy(() -> kept.prepare(List.of("by-owner", "by-state")))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining(table)
                    .hasMessageContaining("by-state");
        }
    }

    private static void prepare(String address, String name) {
        try (KeptDocuments kept = new DynamoDocumentServer(Map.of()).open(address, name)) {
            kept.prepare(List.of());
        }
    }

    private static boolean exists(String table) {
        try (KeptDocuments kept = new DynamoDocumentServer(Map.of()).open("dynamodb:" + AWS.address(), table)) {
            return kept.isEmpty();
        } catch (Unavailable absent) {
            return false;
        }
    }
}
