import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.core.util.UrlBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.resourcemanager.appcontainers.ContainerAppsApiManager;
import com.azure.resourcemanager.appcontainers.models.ContainerType;
import com.azure.resourcemanager.appcontainers.models.DynamicPoolConfiguration;
import com.azure.resourcemanager.appcontainers.models.IdentitySettingsLifeCycle;
import com.azure.resourcemanager.appcontainers.models.LifecycleConfiguration;
import com.azure.resourcemanager.appcontainers.models.LifecycleType;
import com.azure.resourcemanager.appcontainers.models.ManagedIdentitySetting;
import com.azure.resourcemanager.appcontainers.models.ManagedServiceIdentity;
import com.azure.resourcemanager.appcontainers.models.ManagedServiceIdentityType;
import com.azure.resourcemanager.appcontainers.models.PoolManagementType;
import com.azure.resourcemanager.appcontainers.models.ScaleConfiguration;
import com.azure.resourcemanager.appcontainers.models.SessionNetworkConfiguration;
import com.azure.resourcemanager.appcontainers.models.SessionNetworkStatus;
import com.azure.resourcemanager.appcontainers.models.SessionPool;
import com.azure.resourcemanager.appcontainers.models.UserAssignedIdentity;
import java.util.List;
import java.util.Map;

/** Creates or updates an Azure Container Apps session pool, and prints its resource ID. */
public final class CreateSessionPool {
    private static final String SUBSCRIPTION_ID = "ABCDEF01-2345-6789-abcd-ef0123456789";
    private static final String RESOURCE_GROUP_NAME = "rg-builtin";
    private static final String SESSION_POOL_NAME = "builtin";
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

        SessionPool sessionPool = manager.containerAppsSessionPools().define(SESSION_POOL_NAME)
            .withRegion("swedencentral").withExistingResourceGroup(RESOURCE_GROUP_NAME)
            .withIdentity(new ManagedServiceIdentity().withType(ManagedServiceIdentityType.USER_ASSIGNED)
                .withUserAssignedIdentities(Map.of(
                    "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/one",
                    new UserAssignedIdentity())))
            .withContainerType(ContainerType.PYTHON_LTS).withPoolManagementType(PoolManagementType.MANUAL)
            .withScaleConfiguration(
                new ScaleConfiguration().withMaxConcurrentSessions(2147483647).withReadySessionInstances(-2147483648))
            .withDynamicPoolConfiguration(new DynamicPoolConfiguration().withLifecycleConfiguration(
                new LifecycleConfiguration().withLifecycleType(LifecycleType.TIMED).withCooldownPeriodInSeconds(0)))
            .withSessionNetworkConfiguration(
                new SessionNetworkConfiguration().withStatus(SessionNetworkStatus.EGRESS_ENABLED))
            .withManagedIdentitySettings(List
                .of(new ManagedIdentitySetting().withIdentity("system").withLifecycle(IdentitySettingsLifeCycle.NONE)))
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
