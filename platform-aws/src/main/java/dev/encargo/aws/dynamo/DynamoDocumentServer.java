package dev.encargo.aws.dynamo;

import dev.encargo.aws.call.Connection;
import dev.encargo.aws.call.Keys;
import dev.encargo.platform.documents.DocumentServer;
import dev.encargo.platform.documents.KeptDocuments;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Whatever speaks DynamoDB's protocol: `dynamodb:http://127.0.0.1:8000`, or with a table `dynamodb:http://…/TABLE`.
///
/// Over `https` the environment says who asks, by the variables of AWS. Over `http` nobody's keys are sent: a server
/// on a developer's machine takes any, and some show each key tables of its own.
public final class DynamoDocumentServer implements DocumentServer {
    private static final String SCHEME = "dynamodb:";
    private static final Region NOWHERE = Region.EU_WEST_1;
    private static final AwsCredentials NOBODY = AwsBasicCredentials.create("encargo", "encargo");

    private final Map<String, String> environment;

    public DynamoDocumentServer() {
        this(System.getenv());
    }

    DynamoDocumentServer(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public boolean serves(String address) {
        return address.startsWith(SCHEME);
    }

    @Override
    public KeptDocuments open(String address, String name) {
        URI given = URI.create(address.substring(SCHEME.length()));
        String host = given.getRawAuthority();
        String path = given.getPath();
        if (host == null || given.getScheme() == null || !given.getScheme().matches("https?")) {
            throw new IllegalArgumentException("after " + SCHEME + " comes the server's address, http://HOST:PORT");
        }
        String table = path.replaceAll("^/|/$", "");
        if (!table.matches("([A-Za-z0-9_.-]{3,255})?")) {
            throw new IllegalArgumentException(table + " is no name for a table of DynamoDB");
        }
        Connection connection = connection(URI.create(given.getScheme() + "://" + host));
        return new KeptInDynamo(connection.client(DynamoDbClient.builder()), table.isEmpty() ? name : table);
    }

    private Connection connection(URI endpoint) {
        if (endpoint.getScheme().equals("http")) {
            return new Connection(NOWHERE, StaticCredentialsProvider.create(NOBODY), endpoint);
        }
        return new Connection(
                Region.of(required("AWS_REGION")),
                Keys.of(this::required, environment.get("AWS_SESSION_TOKEN")),
                endpoint);
    }

    private String required(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException("over https " + name + " has to say who asks");
        }
        return value;
    }
}
