import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.core.util.UrlBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.resourcemanager.appcontainers.ContainerAppsApiManager;
import com.azure.resourcemanager.appcontainers.models.ContainerType;
import com.azure.resourcemanager.appcontainers.models.CustomContainerTemplate;
import com.azure.resourcemanager.appcontainers.models.DynamicPoolConfiguration;
import com.azure.resourcemanager.appcontainers.models.EnvironmentVar;
import com.azure.resourcemanager.appcontainers.models.IdentitySettingsLifeCycle;
import com.azure.resourcemanager.appcontainers.models.LifecycleConfiguration;
import com.azure.resourcemanager.appcontainers.models.LifecycleType;
import com.azure.resourcemanager.appcontainers.models.ManagedIdentitySetting;
import com.azure.resourcemanager.appcontainers.models.ManagedServiceIdentity;
import com.azure.resourcemanager.appcontainers.models.ManagedServiceIdentityType;
import com.azure.resourcemanager.appcontainers.models.PoolManagementType;
import com.azure.resourcemanager.appcontainers.models.ScaleConfiguration;
import com.azure.resourcemanager.appcontainers.models.SessionContainer;
import com.azure.resourcemanager.appcontainers.models.SessionContainerResources;
import com.azure.resourcemanager.appcontainers.models.SessionIngress;
import com.azure.resourcemanager.appcontainers.models.SessionNetworkConfiguration;
import com.azure.resourcemanager.appcontainers.models.SessionNetworkStatus;
import com.azure.resourcemanager.appcontainers.models.SessionPool;
import com.azure.resourcemanager.appcontainers.models.SessionPoolSecret;
import com.azure.resourcemanager.appcontainers.models.SessionRegistryCredentials;
import com.azure.resourcemanager.appcontainers.models.UserAssignedIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Creates or updates an Azure Container Apps session pool, and prints its resource ID. */
public final class CreateSessionPool {
    private static final String SUBSCRIPTION_ID = "34adfa4f-cedf-4dc0-ba29-b6d1a69ab345";
    private static final String RESOURCE_GROUP_NAME = "rg";
    private static final String SESSION_POOL_NAME = "parameterized";
    private static final String API_VERSION = "2025-07-01";

    /** What is wrong with the environment variables. */
    private static final List<String> PROBLEMS = new ArrayList<>();

    private CreateSessionPool() {
    }

    /** Run it with {@code mvn compile exec:java}. */
    public static void main(String[] args) {
        String location = System.getenv().getOrDefault("LOCATION", "westeurope");
        String owner = required("OWNER", "Who answers for the pool, as a tag.");
        String release = System.getenv().getOrDefault("RELEASE", "it's {a} ${b} \"c\" [d] \\ %s");
        String imageTag = System.getenv().getOrDefault("IMAGE_TAG", "1.10");
        int port = integer("PORT", "Port on which the container listens.", "8080");
        String identityId = required("IDENTITY_ID", "Resource ID of a user-assigned identity of the pool, or system.");
        String puller = System.getenv().getOrDefault("PULLER", "id-pull");
        String environmentName = required("ENVIRONMENT_NAME", "Part of environmentId.");
        int maxSessions = integer("MAX_SESSIONS", "Most sessions at one time.", "20");
        int readySessions = integer("READY_SESSIONS", "Fewest sessions kept ready to be taken.", "");
        String lifecycleType = System.getenv().getOrDefault("LIFECYCLE_TYPE", "OnContainerExit");
        String registryPassword = required("REGISTRY_PASSWORD", "The secret itself; never returned by the service.");
        String dbPassword = required("DB_PASSWORD", "The password of the database.");
        double cpu = number("CPU", "CPU cores, such as 0.5.", "0.5");
        String memory = System.getenv().getOrDefault("MEMORY", "1Gi");
        if (!PROBLEMS.isEmpty()) {
            System.err.println(String.join(System.lineSeparator(), PROBLEMS));
            System.exit(1);
        }

        ContainerAppsApiManager manager = ContainerAppsApiManager.configure()
            .withPolicy(useApiVersion())
            .authenticate(
                new DefaultAzureCredentialBuilder().build(),
                new AzureProfile(null, SUBSCRIPTION_ID, AzureEnvironment.AZURE));

        SessionPool sessionPool = manager.containerAppsSessionPools().define(SESSION_POOL_NAME).withRegion(location)
            .withExistingResourceGroup(RESOURCE_GROUP_NAME)
            .withTags(Map.of("note", "{ " + imageTag + " } ${x} {{x}} it's \"" + owner + "\" \\ % [" + port + "]",
                "owner", owner, "release", release))
            .withIdentity(new ManagedServiceIdentity().withType(ManagedServiceIdentityType.USER_ASSIGNED)
                .withUserAssignedIdentities(Map.of(
                    "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/" + puller,
                    new UserAssignedIdentity(), identityId, new UserAssignedIdentity())))
            .withEnvironmentId(
                "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/" + environmentName)
            .withContainerType(ContainerType.CUSTOM_CONTAINER).withPoolManagementType(PoolManagementType.DYNAMIC)
            .withScaleConfiguration(new ScaleConfiguration().withMaxConcurrentSessions(maxSessions)
                .withReadySessionInstances(readySessions))
            .withSecrets(List.of(new SessionPoolSecret().withName("registry-password").withValue(registryPassword),
                new SessionPoolSecret().withName("connection").withValue("Server=db;Password=" + dbPassword + ";")))
            .withDynamicPoolConfiguration(
                new DynamicPoolConfiguration().withLifecycleConfiguration(new LifecycleConfiguration()
                    .withLifecycleType(LifecycleType.fromString(lifecycleType)).withMaxAlivePeriodInSeconds(900)))
            .withCustomContainerTemplate(new CustomContainerTemplate()
                .withRegistryCredentials(new SessionRegistryCredentials().withServer("registry.contoso.example")
                    .withUsername("puller").withPasswordSecretRef("registry-password"))
                .withContainers(List.of(new SessionContainer().withImage("registry.contoso.example/app:" + imageTag)
                    .withName("main").withArgs(List.of("--listen=:" + port, imageTag))
                    .withEnv(List.of(new EnvironmentVar().withName("CONNECTION").withSecretRef("connection")))
                    .withResources(new SessionContainerResources().withCpu(cpu).withMemory(memory))))
                .withIngress(new SessionIngress().withTargetPort(port)))
            .withSessionNetworkConfiguration(
                new SessionNetworkConfiguration().withStatus(SessionNetworkStatus.EGRESS_DISABLED))
            .withManagedIdentitySettings(List.of(
                new ManagedIdentitySetting().withIdentity(identityId).withLifecycle(IdentitySettingsLifeCycle.NONE)))
            .create();

        System.out.println(sessionPool.id());
    }

    /** This release of the SDK knows the pool's properties, but asks for an older API version than the pool's. */
    private static HttpPipelinePolicy useApiVersion() {
        return (context, next) -> {
            HttpRequest request = context.getHttpRequest();
            if (request.getHttpMethod() == HttpMethod.PUT) {
                UrlBuilder url = UrlBuilder.parse(request.getUrl());
                request.setUrl(url.setQueryParameter("api-version", API_VERSION).toString());
            }
            return next.process();
        };
    }

    /** The value of an environment variable that must be set. */
    private static String required(String name, String description) {
        String value = System.getenv().getOrDefault(name, "");
        if (value.isEmpty()) {
            PROBLEMS.add("set " + name + ": " + description);
        }
        return value;
    }

    /** The value of an environment variable, or a default, as an integer. */
    private static int integer(String name, String description, String value) {
        try {
            return Integer.parseInt(System.getenv().getOrDefault(name, value));
        } catch (NumberFormatException error) {
            PROBLEMS.add("set " + name + " to an integer: " + description);
            return 0;
        }
    }

    /** The value of an environment variable, or a default, as a number. */
    private static double number(String name, String description, String value) {
        try {
            return Double.parseDouble(System.getenv().getOrDefault(name, value));
        } catch (NumberFormatException error) {
            PROBLEMS.add("set " + name + " to a number: " + description);
            return 0;
        }
    }
}
