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
import com.azure.resourcemanager.appcontainers.models.SessionContainer;
import com.azure.resourcemanager.appcontainers.models.SessionPool;
import java.util.List;
import java.util.Map;

/** Creates or updates an Azure Container Apps session pool, and prints its resource ID. */
public final class CreateSessionPool {
    private static final String SUBSCRIPTION_ID = "00000000-0000-0000-0000-000000000000";
    private static final String RESOURCE_GROUP_NAME = "rg-ünïcödé";
    private static final String SESSION_POOL_NAME = "unicode";
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

        SessionPool sessionPool = manager.containerAppsSessionPools().define(SESSION_POOL_NAME).withRegion("België")
            .withExistingResourceGroup(RESOURCE_GROUP_NAME)
            .withTags(Map.of("café", "crème brûlée", "é", "combining é and precomposed é", "שם", "ערך", "名前",
                "セッションプール", "👩\u200d🚀", "🚀 to the moon"))
            .withCustomContainerTemplate(new CustomContainerTemplate().withContainers(
                List.of(new SessionContainer().withImage("regístro.example/образ:版本").withName("контейнер")
                    .withArgs(List.of("東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都", "ẞ ﬁ ½ Ω ∑ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
                        "\u200bzero\u200dwidth\u2060", "🏳️\u200d🌈 flag"))
                    .withEnv(List.of(new EnvironmentVar().withName("ПРИВЕТ").withValue("мир"))))))
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
