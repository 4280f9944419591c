
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
import com.azure.resourcemanager.appcontainers.models.SessionPoolSecret;
import com.azure.resourcemanager.appcontainers.models.SessionRegistryCredentials;
import com.azure.resourcemanager.appcontainers.models.UserAssignedIdentity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Samples for ContainerAppsSessionPools CreateOrUpdate.
 */
public final class Main {
    /*
     * x-ms-original-file: box.yaml.j2
     */
    /**
     * Sample code: Create or Update Session Pool box in parameters.
     * 
     * @param manager Entry point to ContainerAppsApiManager.
     */
    public static void createOrUpdateSessionPoolBoxInParameters(
        com.azure.resourcemanager.appcontainers.ContainerAppsApiManager manager) {
        manager.containerAppsSessionPools().define("parameterized").withRegion("westeurope")
            .withExistingResourceGroup("rg")
            .withTags(mapOf("note", "{ 1.10 } ${x} {{x}} it's \"<owner>\" \\ % [8080]", "owner", "<owner>", "release",
                "it's {a} ${b} \"c\" [d] \\ %s"))
            .withIdentity(new ManagedServiceIdentity().withType(ManagedServiceIdentityType.USER_ASSIGNED)
                .withUserAssignedIdentities(mapOf(
                    "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pull",
                    new UserAssignedIdentity(), "<identity-id>", new UserAssignedIdentity())))
            .withEnvironmentId(
                "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/<environmentName>")
            .withContainerType(ContainerType.CUSTOM_CONTAINER).withPoolManagementType(PoolManagementType.DYNAMIC)
            .withScaleConfiguration(new ScaleConfiguration().withMaxConcurrentSessions(20).withReadySessionInstances(0))
            .withSecrets(
                Arrays.asList(new SessionPoolSecret().withName("registry-password").withValue("fakeTokenPlaceholder"),
                    new SessionPoolSecret().withName("connection")
                        .withValue("Server=db;Password=fakeTokenPlaceholder;")))
            .withDynamicPoolConfiguration(
                new DynamicPoolConfiguration().withLifecycleConfiguration(new LifecycleConfiguration()
                    .withLifecycleType(LifecycleType.ON_CONTAINER_EXIT).withMaxAlivePeriodInSeconds(900)))
            .withCustomContainerTemplate(new CustomContainerTemplate()
                .withRegistryCredentials(new SessionRegistryCredentials().withServer("registry.contoso.example")
                    .withUsername("puller").withPasswordSecretRef("fakeTokenPlaceholder"))
                .withContainers(Arrays.asList(new SessionContainer().withImage("registry.contoso.example/app:1.10")
                    .withName("main").withArgs(Arrays.asList("--listen=:8080", "1.10"))
                    .withEnv(Arrays
                        .asList(new EnvironmentVar().withName("CONNECTION").withSecretRef("fakeTokenPlaceholder")))
                    .withResources(new SessionContainerResources().withCpu(0.5D).withMemory("1Gi"))))
                .withIngress(new SessionIngress().withTargetPort(8080)))
            .withSessionNetworkConfiguration(
                new SessionNetworkConfiguration().withStatus(SessionNetworkStatus.EGRESS_DISABLED))
            .withManagedIdentitySettings(Arrays.asList(new ManagedIdentitySetting().withIdentity("<identity-id>")
                .withLifecycle(IdentitySettingsLifeCycle.NONE)))
            .create();
    }

    // Use "Map.of" if available
    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> mapOf(Object... inputs) {
        Map<String, T> map = new HashMap<>();
        for (int i = 0; i < inputs.length; i += 2) {
            String key = (String) inputs[i];
            T value = (T) inputs[i + 1];
            map.put(key, value);
        }
        return map;
    }
}
