package dev.encargo.deployment.emulator;

import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.StackReader;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.QueueResource;
import dev.encargo.local.template.model.SecretResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.StateMachineResource;
import dev.encargo.local.template.model.StreamResource;
import dev.encargo.local.template.model.TableResource;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/// The template's resources, made in the emulator as CloudFormation would make them in an account: tables, queues,
/// bus, buckets, secrets, settings, sender and workflows. Rules are made by those who deliver by them.
public final class EmulatedStack implements AutoCloseable {
    private final Stack stack;
    private final Clients clients;
    private final URI address;
    private final Map<String, String> really = new HashMap<>();

    private EmulatedStack(Stack stack, URI address) {
        this.stack = stack;
        this.address = address;
        this.clients = new Clients(address);
    }

    /// Makes the resources of `infrastructure/template.yaml` at `root`, some parameters being set.
    public static EmulatedStack make(Path root, URI address, Map<String, String> parameters) {
        StackOptions options =
                new StackOptions("encargo", "aws", Moto.REGION, Moto.ACCOUNT, address.getPort(), parameters);
        EmulatedStack made =
                new EmulatedStack(StackReader.read(root.resolve("infrastructure/template.yaml"), options), address);
        made.make();
        return made;
    }

    public Stack stack() {
        return stack;
    }

    /// Where the emulator listens.
    public URI address() {
        return address;
    }

    public Clients clients() {
        return clients;
    }

    /// The URL of a queue of the template as the emulator gives it.
    String queueUrl(QueueResource queue) {
        return really.getOrDefault(queue.url(), queue.url());
    }

    /// The value of the secret whose name ends so.
    public String secretValue(String name) {
        SecretResource secret = stack.secrets().values().stream()
                .filter(known -> known.name().endsWith("/" + name))
                .findFirst()
                .orElseThrow();
        return clients.secrets
                .getSecretValue(request -> request.secretId(secret.name()))
                .secretString();
    }

    /// @throws IllegalArgumentException when the template has no such function
    public FunctionResource function(String functionId) {
        FunctionResource function = stack.functions().get(functionId);
        if (function == null) {
            throw new IllegalArgumentException("the template has no function " + functionId);
        }
        return function;
    }

    /// The environment of a function of the template: its own variables, Lambda's, and where the emulator listens.
    public Map<String, String> environment(String functionId) {
        FunctionResource function = function(functionId);
        Map<String, String> environment = new HashMap<>();
        function.environment().forEach((name, value) -> environment.put(name, really.getOrDefault(value, value)));
        environment.putAll(Map.of(
                "AWS_LAMBDA_FUNCTION_NAME",
                function.name(),
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                String.valueOf(function.memoryMegabytes()),
                "AWS_LAMBDA_FUNCTION_VERSION",
                "1",
                "AWS_REGION",
                Moto.REGION,
                "AWS_ACCESS_KEY_ID",
                "nobody",
                "AWS_SECRET_ACCESS_KEY",
                "nothing",
                "AWS_ENDPOINT_URL",
                address.toString(),
                "_HANDLER",
                function.handlerClass() + "::" + function.handlerMethod()));
        return environment;
    }

    private void make() {
        stack.tables().values().forEach(this::table);
        // those that keep dead letters first: the others name them
        stack.queues().values().stream()
                .sorted(Comparator.comparing(queue -> queue.redrive().isPresent()))
                .forEach(this::queue);
        stack.buses().values().forEach(bus -> clients.events.createEventBus(request -> request.name(bus.name())));
        stack.buckets()
                .values()
                .forEach(bucket -> clients.files.createBucket(request -> request.bucket(bucket.name())
                        .createBucketConfiguration(
                                place -> place.locationConstraint(BucketLocationConstraint.fromValue(Moto.REGION)))));
        stack.parameters()
                .values()
                .forEach(setting -> clients.settings.putParameter(request ->
                        request.name(setting.name()).value(setting.value()).type(ParameterType.STRING)));
        stack.secrets().values().forEach(this::secret);
        stack.topics().values().forEach(topic -> clients.topics.createTopic(request -> request.name(topic.name())));
        stack.streams().values().forEach(this::stream);
        stack.stateMachines().values().forEach(this::stateMachine);
        stack.parameters().values().stream()
                .filter(setting -> setting.name().endsWith("/mail-from"))
                .forEach(sender -> clients.mail.createEmailIdentity(request -> request.emailIdentity(sender.value())));
    }

    private void table(TableResource table) {
        List<AttributeDefinition> attributes = new ArrayList<>(attributes(table.keys()));
        List<GlobalSecondaryIndex> indexes = new ArrayList<>();
        for (TableResource.Index index : table.indexes()) {
            attributes.addAll(attributes(index.keys()));
            indexes.add(GlobalSecondaryIndex.builder()
                    .indexName(index.name())
                    .keySchema(keys(index.keys()))
                    .projection(projection -> projection.projectionType(index.projection()))
                    .build());
        }
        clients.tables.createTable(request -> request.tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes.stream().distinct().toList())
                .keySchema(keys(table.keys()))
                .globalSecondaryIndexes(indexes));
    }

    private static List<AttributeDefinition> attributes(TableResource.Keys keys) {
        List<String> names = new ArrayList<>(List.of(keys.partition()));
        keys.sort().ifPresent(names::add);
        return names.stream()
                .map(name -> AttributeDefinition.builder()
                        .attributeName(name)
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .toList();
    }

    private static List<KeySchemaElement> keys(TableResource.Keys keys) {
        List<KeySchemaElement> schema = new ArrayList<>(List.of(key(keys.partition(), KeyType.HASH)));
        keys.sort().ifPresent(sort -> schema.add(key(sort, KeyType.RANGE)));
        return schema;
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private void queue(QueueResource queue) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("VisibilityTimeout", String.valueOf(queue.visibility().toSeconds()));
        attributes.put(
                "MessageRetentionPeriod", String.valueOf(queue.retention().toSeconds()));
        queue.redrive()
                .ifPresent(redrive -> attributes.put(
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\"" + redrive.deadLetterArn() + "\",\"maxReceiveCount\":"
                                + redrive.maxReceiveCount() + "}"));
        String url = clients.queues
                .createQueue(request -> request.queueName(queue.name()).attributesWithStrings(attributes))
                .queueUrl();
        really.put(queue.url(), url);
    }

    private void secret(SecretResource secret) {
        String value = secret.value()
                .orElseGet(() -> clients.secrets
                        .getRandomPassword(request -> request.excludePunctuation(true))
                        .randomPassword());
        String arn = clients.secrets
                .createSecret(request -> request.name(secret.name()).secretString(value))
                .arn();
        really.put(secret.arn(), arn);
    }

    private void stream(StreamResource stream) {
        clients.streams.createDeliveryStream(request -> request.deliveryStreamName(stream.name())
                .extendedS3DestinationConfiguration(landing -> landing.bucketARN(stream.bucketArn())
                        .roleARN(role(stream.name()))
                        .prefix(stream.prefix())
                        .compressionFormat(stream.compression().name())));
    }

    private static String role(String name) {
        return "arn:aws:iam::" + Moto.ACCOUNT + ":role/" + name;
    }

    private void stateMachine(StateMachineResource machine) {
        String definition = machine.definitionJson();
        for (Map.Entry<String, String> known : really.entrySet()) {
            definition = definition.replace(known.getKey(), known.getValue());
        }
        String runnable = definition;
        clients.workflows.createStateMachine(
                request -> request.name(machine.name()).definition(runnable).roleArn(role(machine.name())));
    }

    @Override
    public void close() {
        clients.close();
    }
}
