
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
     * x-ms-original-file: body.yaml.j2
     */
    /**
     * Sample code: Create or Update Session Pool body in everything.
     * 
     * @param manager Entry point to ContainerAppsApiManager.
     */
    public static void createOrUpdateSessionPoolBodyInEverything(
        com.azure.resourcemanager.appcontainers.ContainerAppsApiManager manager) {
        manager.containerAppsSessionPools().define("everything0123456789").withRegion("East US")
            .withExistingResourceGroup("rg-(every.thing)_1")
            .withTags(mapOf("name", "first", "type", "second", "cost-center", "4711", "environment", "test"))
            .withIdentity(new ManagedServiceIdentity()
                .withType(ManagedServiceIdentityType.SYSTEM_ASSIGNED_USER_ASSIGNED)
                .withUserAssignedIdentities(mapOf(
                    "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-a",
                    new UserAssignedIdentity(),
                    "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-b",
                    new UserAssignedIdentity())))
            .withEnvironmentId(
                "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/demokube")
            .withContainerType(ContainerType.CUSTOM_CONTAINER).withPoolManagementType(PoolManagementType.DYNAMIC)
            .withScaleConfiguration(
                new ScaleConfiguration().withMaxConcurrentSessions(500).withReadySessionInstances(100))
            .withSecrets(Arrays.asList(new SessionPoolSecret().withName("registry-password").withValue("first"),
                new SessionPoolSecret().withName("api-token").withValue("second")))
            .withDynamicPoolConfiguration(new DynamicPoolConfiguration().withLifecycleConfiguration(
                new LifecycleConfiguration().withLifecycleType(LifecycleType.ON_CONTAINER_EXIT)
                    .withCooldownPeriodInSeconds(300).withMaxAlivePeriodInSeconds(86400)))
            .withCustomContainerTemplate(
                new CustomContainerTemplate()
                    .withRegistryCredentials(
                        new SessionRegistryCredentials().withServer("test.azurecr.io").withUsername("puller")
                            .withPasswordSecretRef("fakeTokenPlaceholder").withIdentity("system"))
                    .withContainers(Arrays.asList(new SessionContainer().withImage("test.azurecr.io/app:v4")
                        .withName("main").withCommand(Arrays.asList("/bin/sh"))
                        .withArgs(Arrays.asList("-c", "while true; do echo hello; sleep 10;done"))
                        .withEnv(Arrays.asList(new EnvironmentVar().withName("PLAIN").withValue("text"),
                            new EnvironmentVar().withName("TOKEN").withSecretRef("fakeTokenPlaceholder")))
                        .withResources(new SessionContainerResources().withCpu(0.25D).withMemory("0.5Gi")),
                        new SessionContainer().withImage(
                            "test.azurecr.io/sidecar@sha256:0000000000000000000000000000000000000000000000000000000000000000")
                            .withName("sidecar")
                            .withResources(new SessionContainerResources().withCpu(1.0D).withMemory("2Gi"))))
                    .withIngress(new SessionIngress().withTargetPort(8080)))
            .withSessionNetworkConfiguration(
                new SessionNetworkConfiguration().withStatus(SessionNetworkStatus.EGRESS_DISABLED))
            .withManagedIdentitySettings(Arrays.asList(
                new ManagedIdentitySetting().withIdentity("system").withLifecycle(IdentitySettingsLifeCycle.MAIN),
                new ManagedIdentitySetting().withIdentity(
                    "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-a")))
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
