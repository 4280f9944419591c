import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.core.util.UrlBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.resourcemanager.appcontainers.ContainerAppsApiManager;
import com.azure.resourcemanager.appcontainers.models.CustomContainerTemplate;
import com.azure.resourcemanager.appcontainers.models.EnvironmentVar;
import com.azure.resourcemanager.appcontainers.models.ManagedServiceIdentity;
import com.azure.resourcemanager.appcontainers.models.ManagedServiceIdentityType;
import com.azure.resourcemanager.appcontainers.models.SessionContainer;
import com.azure.resourcemanager.appcontainers.models.SessionContainerResources;
import com.azure.resourcemanager.appcontainers.models.SessionPool;
import java.util.List;
import java.util.Map;

/** Creates or updates an Azure Container Apps session pool, and prints its resource ID. */
public final class CreateSessionPool {
    private static final String SUBSCRIPTION_ID = "00000000-0000-0000-0000-000000000000";
    private static final String RESOURCE_GROUP_NAME = "rg-empties";
    private static final String SESSION_POOL_NAME = "empties";
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

        SessionPool sessionPool = manager.containerAppsSessionPools().define(SESSION_POOL_NAME).withRegion("")
            .withExistingResourceGroup(RESOURCE_GROUP_NAME).withTags(Map.of("empty", ""))
            .withIdentity(new ManagedServiceIdentity().withType(ManagedServiceIdentityType.NONE))
            .withCustomContainerTemplate(new CustomContainerTemplate()
                .withContainers(List.of(new SessionContainer().withImage("").withName("").withCommand(List.of(""))
                    .withArgs(List.of("", "")).withEnv(List.of(new EnvironmentVar().withName("").withValue("")))
                    .withResources(new SessionContainerResources().withMemory("")))))
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
