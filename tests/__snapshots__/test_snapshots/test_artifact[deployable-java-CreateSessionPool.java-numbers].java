import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.core.util.UrlBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.resourcemanager.appcontainers.ContainerAppsApiManager;
import com.azure.resourcemanager.appcontainers.models.CustomContainerTemplate;
import com.azure.resourcemanager.appcontainers.models.ScaleConfiguration;
import com.azure.resourcemanager.appcontainers.models.SessionContainer;
import com.azure.resourcemanager.appcontainers.models.SessionContainerResources;
import com.azure.resourcemanager.appcontainers.models.SessionIngress;
import com.azure.resourcemanager.appcontainers.models.SessionPool;
import java.util.List;

/** Creates or updates an Azure Container Apps session pool, and prints its resource ID. */
public final class CreateSessionPool {
    private static final String SUBSCRIPTION_ID = "00000000-0000-0000-0000-000000000000";
    private static final String RESOURCE_GROUP_NAME = "rg-numbers";
    private static final String SESSION_POOL_NAME = "numbers";
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

        SessionPool sessionPool = manager.containerAppsSessionPools().define(SESSION_POOL_NAME).withRegion("westeurope")
            .withExistingResourceGroup(RESOURCE_GROUP_NAME)
            .withScaleConfiguration(
                new ScaleConfiguration().withMaxConcurrentSessions(10).withReadySessionInstances(31))
            .withCustomContainerTemplate(new CustomContainerTemplate().withContainers(List.of(
                new SessionContainer().withName("whole").withResources(new SessionContainerResources().withCpu(1.0D)),
                new SessionContainer().withName("point").withResources(new SessionContainerResources().withCpu(2.0D)),
                new SessionContainer().withName("half").withResources(new SessionContainerResources().withCpu(0.5D)),
                new SessionContainer().withName("tenth").withResources(new SessionContainerResources().withCpu(0.1D)),
                new SessionContainer().withName("tiny").withResources(new SessionContainerResources().withCpu(1.0E-7D)),
                new SessionContainer().withName("huge").withResources(new SessionContainerResources().withCpu(1.0E21D)),
                new SessionContainer().withName("large")
                    .withResources(new SessionContainerResources().withCpu(1.2345678901234568E20D)),
                new SessionContainer().withName("third")
                    .withResources(new SessionContainerResources().withCpu(0.3333333333333333D)),
                new SessionContainer().withName("minus").withResources(new SessionContainerResources().withCpu(-0.0D)),
                new SessionContainer().withName("largest")
                    .withResources(new SessionContainerResources().withCpu(1.7976931348623157E308D)),
                new SessionContainer().withName("least")
                    .withResources(new SessionContainerResources().withCpu(4.9E-324D))))
                .withIngress(new SessionIngress().withTargetPort(65535)))
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
