
import com.azure.resourcemanager.appcontainers.models.CustomContainerTemplate;
import com.azure.resourcemanager.appcontainers.models.EnvironmentVar;
import com.azure.resourcemanager.appcontainers.models.SessionContainer;
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
     * Sample code: Create or Update Session Pool body in unicode.
     * 
     * @param manager Entry point to ContainerAppsApiManager.
     */
    public static void createOrUpdateSessionPoolBodyInUnicode(
        com.azure.resourcemanager.appcontainers.ContainerAppsApiManager manager) {
        manager.containerAppsSessionPools().define("unicode").withRegion("België")
            .withExistingResourceGroup("rg-ünïcödé")
            .withTags(mapOf("café", "crème brûlée", "é", "combining é and precomposed é", "שם", "ערך", "名前",
                "セッションプール", "👩‍🚀", "🚀 to the moon"))
            .withCustomContainerTemplate(new CustomContainerTemplate().withContainers(
                Arrays.asList(new SessionContainer().withImage("regístro.example/образ:版本").withName("контейнер")
                    .withArgs(Arrays.asList("東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都", "ẞ ﬁ ½ Ω ∑ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
                        "​zero‍width⁠", "🏳️‍🌈 flag"))
                    .withEnv(Arrays.asList(new EnvironmentVar().withName("ПРИВЕТ").withValue("мир"))))))
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
