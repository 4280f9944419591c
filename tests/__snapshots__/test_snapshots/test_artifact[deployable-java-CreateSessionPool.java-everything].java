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
import java.util.List;
import java.util.Map;

/** Creates or updates an Azure Container Apps session pool, and prints its resource ID. */
public final class CreateSessionPool {
    private static final String SUBSCRIPTION_ID = "34adfa4f-cedf-4dc0-ba29-b6d1a69ab345";
    private static final String RESOURCE_GROUP_NAME = "rg-(every.thing)_1";
    private static final String SESSION_POOL_NAME = "everything0123456789";
    private static final String API_VERSION = "2025-07-01";

    private CreateSessionPool() {
    }

    /** Run it with {@code mvn compile exec:java}. */
    public static void main(String[] args) {
        ContainerAppsApiManager manager = ContainerAppsApiManager.configure()
            .withPolicy(useApiVersion())
            .authenticate(
                new DefaultAzureCredentialBuilder().build(),
                new AzureProfile(null, SUBSCRIPTION_ID, AzureEnvironment.AZURE));

        SessionPool sessionPool = manager.containerAppsSessionPools().define(SESSION_POOL_NAME).withRegion("East US")
            .withExistingResourceGroup(RESOURCE_GROUP_NAME)
            .withTags(Map.of("name", "first", "type", "second", "cost-center", "4711", "environment", "test"))
            .withIdentity(new ManagedServiceIdentity()
                .withType(ManagedServiceIdentityType.SYSTEM_ASSIGNED_USER_ASSIGNED)
                .withUserAssignedIdentities(Map.of(
                    "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-a",
                    new UserAssignedIdentity(),
                    "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-b",
                    new UserAssignedIdentity())))
            .withEnvironmentId(
                "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/demokube")
            .withContainerType(ContainerType.CUSTOM_CONTAINER).withPoolManagementType(PoolManagementType.DYNAMIC)
            .withScaleConfiguration(
                new ScaleConfiguration().withMaxConcurrentSessions(500).withReadySessionInstances(100))
            .withSecrets(List.of(new SessionPoolSecret().withName("registry-password").withValue("first"),
                new SessionPoolSecret().withName("api-token").withValue("second")))
            .withDynamicPoolConfiguration(new DynamicPoolConfiguration().withLifecycleConfiguration(
                new LifecycleConfiguration().withLifecycleType(LifecycleType.ON_CONTAINER_EXIT)
                    .withCooldownPeriodInSeconds(300).withMaxAlivePeriodInSeconds(86400)))
            .withCustomContainerTemplate(new CustomContainerTemplate()
                .withRegistryCredentials(new SessionRegistryCredentials().withServer("test.azurecr.io")
                    .withUsername("puller").withPasswordSecretRef("registry-password").withIdentity("system"))
                .withContainers(List.of(
                    new SessionContainer().withImage("test.azurecr.io/app:v4").withName("main")
                        .withCommand(List.of("/bin/sh"))
                        .withArgs(List.of("-c", "while true; do echo hello; sleep 10;done"))
                        .withEnv(List.of(new EnvironmentVar().withName("PLAIN").withValue("text"),
                            new EnvironmentVar().withName("TOKEN").withSecretRef("api-token")))
                        .withResources(new SessionContainerResources().withCpu(0.25D).withMemory("0.5Gi")),
                    new SessionContainer().withImage(
                        "test.azurecr.io/sidecar@sha256:0000000000000000000000000000000000000000000000000000000000000000")
                        .withName("sidecar")
                        .withResources(new SessionContainerResources().withCpu(1.0D).withMemory("2Gi"))))
                .withIngress(new SessionIngress().withTargetPort(8080)))
            .withSessionNetworkConfiguration(
                new SessionNetworkConfiguration().withStatus(SessionNetworkStatus.EGRESS_DISABLED))
            .withManagedIdentitySettings(List.of(
                new ManagedIdentitySetting().withIdentity("system").withLifecycle(IdentitySettingsLifeCycle.MAIN),
                new ManagedIdentitySetting().withIdentity(
                    "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-a")))
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
}
