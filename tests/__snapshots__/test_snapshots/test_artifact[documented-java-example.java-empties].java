
import com.azure.resourcemanager.appcontainers.models.CustomContainerTemplate;
import com.azure.resourcemanager.appcontainers.models.EnvironmentVar;
import com.azure.resourcemanager.appcontainers.models.ManagedServiceIdentity;
import com.azure.resourcemanager.appcontainers.models.ManagedServiceIdentityType;
import com.azure.resourcemanager.appcontainers.models.SessionContainer;
import com.azure.resourcemanager.appcontainers.models.SessionContainerResources;
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
     * Sample code: Create or Update Session Pool body in empties.
     * 
     * @param manager Entry point to ContainerAppsApiManager.
     */
    public static void createOrUpdateSessionPoolBodyInEmpties(
        com.azure.resourcemanager.appcontainers.ContainerAppsApiManager manager) {
        manager.containerAppsSessionPools().define("empties").withRegion("").withExistingResourceGroup("rg-empties")
            .withTags(mapOf("empty", ""))
            .withIdentity(new ManagedServiceIdentity().withType(ManagedServiceIdentityType.NONE))
            .withCustomContainerTemplate(
                new CustomContainerTemplate().withContainers(Arrays.asList(new SessionContainer().withImage("")
                    .withName("").withCommand(Arrays.asList("")).withArgs(Arrays.asList("", ""))
                    .withEnv(Arrays.asList(new EnvironmentVar().withName("").withValue("")))
                    .withResources(new SessionContainerResources().withMemory("")))))
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
