import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.resourcemanager.appcontainers.ContainerAppsApiManager;
import com.azure.resourcemanager.appcontainers.models.SessionPool;

/** Creates or updates an Azure Container Apps session pool, and prints its resource ID. */
public final class CreateSessionPool {
    private static final String SUBSCRIPTION_ID = "00000000-0000-0000-0000-000000000000";
    private static final String RESOURCE_GROUP_NAME = "r";
    private static final String SESSION_POOL_NAME = "abc";

    private CreateSessionPool() {
    }

    /** Run it with {@code mvn compile exec:java}. */
    public static void main(String[] args) {
        ContainerAppsApiManager manager = ContainerAppsApiManager.authenticate(
            new DefaultAzureCredentialBuilder().build(),
            new AzureProfile(null, SUBSCRIPTION_ID, AzureEnvironment.AZURE));

        SessionPool sessionPool = manager.containerAppsSessionPools().define(SESSION_POOL_NAME).withRegion("westeurope")
            .withExistingResourceGroup(RESOURCE_GROUP_NAME).create();

        System.out.println(sessionPool.id());
    }
}
