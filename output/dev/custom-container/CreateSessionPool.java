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
    private static final String SUBSCRIPTION_ID = "6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10";
    private static final String RESOURCE_GROUP_NAME = "rg-agents-dev";
    private static final String SESSION_POOL_NAME = "agentsandbox";
    private static final String API_VERSION = "2025-07-01";

    /** What is wrong with the environment variables. */
    private static final List<String> PROBLEMS = new ArrayList<>();

    private CreateSessionPool() {
    }

    /** Run it with {@code mvn compile exec:java}. */
    public static void main(String[] args) {
        String eventsKey = required("EVENTS_KEY", "Key with which a session reports what happens in it.");
        String imageTag = System.getenv().getOrDefault("IMAGE_TAG", "1.11.0-rc.2");
        if (!PROBLEMS.isEmpty()) {
            System.err.println(String.join(System.lineSeparator(), PROBLEMS));
            System.exit(1);
        }

        ContainerAppsApiManager manager = ContainerAppsApiManager.configure()
            .withPolicy(useApiVersion())
            .authenticate(
                new DefaultAzureCredentialBuilder().build(),
                new AzureProfile(null, SUBSCRIPTION_ID, AzureEnvironment.AZURE));

        SessionPool sessionPool = manager.containerAppsSessionPools().define(SESSION_POOL_NAME).withRegion("westeurope")
            .withExistingResourceGroup(RESOURCE_GROUP_NAME)
            .withTags(Map.of("environment", "dev", "owner", "platform-team@contoso.example", "product", "agents"))
            .withIdentity(new ManagedServiceIdentity().withType(ManagedServiceIdentityType.USER_ASSIGNED)
                .withUserAssignedIdentities(Map.of(
                    "/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-dev",
                    new UserAssignedIdentity())))
            .withEnvironmentId(
                "/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.App/managedEnvironments/cae-agents-dev")
            .withContainerType(ContainerType.CUSTOM_CONTAINER).withPoolManagementType(PoolManagementType.DYNAMIC)
            .withScaleConfiguration(new ScaleConfiguration().withMaxConcurrentSessions(5).withReadySessionInstances(1))
            .withSecrets(List.of(new SessionPoolSecret().withName("events-key").withValue(eventsKey)))
            .withDynamicPoolConfiguration(
                new DynamicPoolConfiguration().withLifecycleConfiguration(new LifecycleConfiguration()
                    .withLifecycleType(LifecycleType.ON_CONTAINER_EXIT).withMaxAlivePeriodInSeconds(900)))
            .withCustomContainerTemplate(new CustomContainerTemplate().withRegistryCredentials(
                new SessionRegistryCredentials().withServer("contosoagents.azurecr.io").withIdentity(
                    "/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-dev"))
                .withContainers(
                    List.of(new SessionContainer().withImage("contosoagents.azurecr.io/agents/sandbox:" + imageTag)
                        .withName("sandbox").withCommand(List.of("/bin/sh"))
                        .withArgs(List.of("-c", "exec sandboxd --listen :8080 --log-level \"$LOG_LEVEL\""))
                        .withEnv(List.of(new EnvironmentVar().withName("LOG_LEVEL").withValue("debug"),
                            new EnvironmentVar().withName("TELEMETRY").withValue("on"),
                            new EnvironmentVar().withName("EVENTS_KEY").withSecretRef("events-key")))
                        .withResources(new SessionContainerResources().withCpu(0.25D).withMemory("0.5Gi"))))
                .withIngress(new SessionIngress().withTargetPort(8080)))
            .withSessionNetworkConfiguration(
                new SessionNetworkConfiguration().withStatus(SessionNetworkStatus.EGRESS_ENABLED))
            .withManagedIdentitySettings(List.of(new ManagedIdentitySetting().withIdentity(
                "/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-dev")
                .withLifecycle(IdentitySettingsLifeCycle.NONE)))
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
}
