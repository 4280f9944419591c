
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
     * Sample code: Create or Update Session Pool body in builtin.
     * 
     * @param manager Entry point to ContainerAppsApiManager.
     */
    public static void createOrUpdateSessionPoolBodyInBuiltin(
        com.azure.resourcemanager.appcontainers.ContainerAppsApiManager manager) {
        manager.containerAppsSessionPools().define("builtin").withRegion("swedencentral")
            .withExistingResourceGroup("rg-builtin")
            .withIdentity(new ManagedServiceIdentity().withType(ManagedServiceIdentityType.USER_ASSIGNED)
                .withUserAssignedIdentities(mapOf(
                    "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/one",
                    new UserAssignedIdentity())))
            .withContainerType(ContainerType.PYTHON_LTS).withPoolManagementType(PoolManagementType.MANUAL)
            .withScaleConfiguration(
                new ScaleConfiguration().withMaxConcurrentSessions(2147483647).withReadySessionInstances(-2147483648))
            .withDynamicPoolConfiguration(new DynamicPoolConfiguration().withLifecycleConfiguration(
                new LifecycleConfiguration().withLifecycleType(LifecycleType.TIMED).withCooldownPeriodInSeconds(0)))
            .withSessionNetworkConfiguration(
                new SessionNetworkConfiguration().withStatus(SessionNetworkStatus.EGRESS_ENABLED))
            .withManagedIdentitySettings(Arrays.asList(
                new ManagedIdentitySetting().withIdentity("system").withLifecycle(IdentitySettingsLifeCycle.NONE)))
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
